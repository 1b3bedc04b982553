"""The weekly good news as it stands in Slack: the post, and what flows into its thread. Within Slack's limits whatever is in it."""

from collections.abc import Callable, Sequence

from bot.messages.message import MOST_SAID, Message
from bot.messages.mrkdwn import MOST_NAME, address, cut, inline
from bot.messages.parts import Block, Element, context, divider, header, mrkdwn, plain, quoted, section
from bot.messages.wording import digest as words
from bot.rules.digest_text import MOST_CREDIT, MOST_TITLE, MOST_WHY, MOST_WORDS, ToldStory, WholeDigest, pages
from storage.organisation import Organisation

Menu = Callable[[ToldStory], Element | None]
"""What can be done with a story, beside its words: in the preview."""

MOST_LINK = 2_000
MOST_ALT = 1_900
MOST_LEADS = 12


def no_menu(_: ToldStory) -> None:
    """For everyone else's eyes."""
    return


def post(whole: WholeDigest, organisation: Organisation) -> Message:
    """The digest as it is posted, or, where nothing of it may stand any more, that it was taken down."""
    if not whole.stories:
        return Message(words.NOTHING_LEFT, [header(words.HEADER), section(words.NOTHING_LEFT)])
    said = spoken(whole.stories)
    return Message(f"{said} {_taken_out(whole)}" if whole.taken_out else said, body(whole, organisation))


def _taken_out(whole: WholeDigest) -> str:
    """What stood here and may not any more is not passed over in silence, and nobody is told what it was."""
    return words.TAKEN_OUT_ONE if whole.taken_out == 1 else words.TAKEN_OUT.format(count=whole.taken_out)


def part(whole: WholeDigest, number: int) -> Message:
    """What flows into the thread: the stories of one message there, counted from one."""
    told = stories_on(whole, number)
    if not told:
        return Message(words.NOTHING_LEFT_PART, [section(words.NOTHING_LEFT_PART)])
    blocks = [header(words.HEADER_MORE), *stories(told)]
    return Message(spoken(told, words.SPOKEN_MORE), blocks)


def stories_on(whole: WholeDigest, number: int) -> tuple[ToldStory, ...]:
    """The stories of one message: the post is nought."""
    spread = pages(whole.stories)
    return spread[number] if number < len(spread) else ()


def body(
    whole: WholeDigest, organisation: Organisation, menu: Menu = no_menu, begin: Element | None = None
) -> list[Block]:
    """Everything in the post. `begin`: a button beside the opening."""
    first = stories_on(whole, 0)
    return [
        header(words.HEADER),
        _opening(whole, organisation, begin),
        *([context(words.LATE)] if whole.late else []),
        *stories(first, menu),
        *_below(len(whole.stories) - len(first)),
        *([context(_taken_out(whole))] if whole.taken_out else []),
        divider(),
        *([section(words.BEHIND.format(count=whole.answered))] if whole.answered else []),
        context(words.SEND),
    ]


def opening(whole: WholeDigest, organisation: Organisation) -> str:
    """How it begins, in plain text: as a person wrote it, or one of the house's own, another each week."""
    if whole.opening:
        return whole.opening
    return usual_opening(whole.week, organisation)


def usual_opening(week: str, organisation: Organisation) -> str:
    """The house's own opening of this week."""
    turn = int(week.rpartition("W")[2] or 0)
    return words.OPENINGS[turn % len(words.OPENINGS)].format(organisation=cut(organisation.name, MOST_NAME))


def _opening(whole: WholeDigest, organisation: Organisation, begin: Element | None) -> Block:
    block = quoted(opening(whole, organisation))
    return {**block, "accessory": begin} if begin else block


def _below(count: int) -> list[Block]:
    if count <= 0:
        return []
    return [context(words.MORE_BELOW_ONE if count == 1 else words.MORE_BELOW.format(count=count))]


def stories(told: Sequence[ToldStory], menu: Menu = no_menu) -> list[Block]:
    """Each under its headline: what happened, why it matters, its picture, whom to thank, and where else it was told."""
    return [block for story in told for block in _story(story, menu(story))]


def _story(story: ToldStory, menu: Element | None) -> list[Block]:
    what = quoted(cut(story.words, MOST_WORDS))
    return [
        header(cut(story.title, MOST_TITLE)),
        {**what, "accessory": menu} if menu else what,
        *([quoted(cut(words.WHY.format(why=story.why), MOST_WHY))] if story.why else []),
        *_picture(story),
        {"type": "context", "elements": [plain(credit(story)), *_link(story)]},
    ]


def credit(story: ToldStory) -> str:
    """Whom to thank, and of which service, in plain text."""
    thanked = words.CREDIT.format(credit=cut(story.credit, MOST_CREDIT))
    return words.CREDIT_AREA.format(credit=thanked, area=cut(story.area, MOST_NAME)) if story.area else thanked


def _picture(story: ToldStory) -> list[Block]:
    if story.picture is None:
        return []
    return [{"type": "image", "slack_file": {"id": story.picture.file}, "alt_text": cut(story.picture.words, MOST_ALT)}]


def _link(story: ToldStory) -> list[Element]:
    if not story.link.startswith(("https://", "http://")) or len(story.link) > MOST_LINK:
        return []
    return [mrkdwn(words.LINK.format(link=address(story.link)))]


def count_of(stories_told: int) -> str:
    """One story; 12 stories."""
    return words.ONE if stories_told == 1 else words.MANY.format(count=stories_told)


def spoken(told: Sequence[ToldStory], sentence: str = words.SPOKEN) -> str:
    """What is read aloud: every title with whom to thank, as far as one breath goes."""
    return sentence.format(count=count_of(len(told)), titles=titles(told))


def titles(told: Sequence[ToldStory], most: int = MOST_SAID) -> str:
    """The titles as they are read aloud."""
    named = [
        words.SPOKEN_STORY.format(title=inline(story.title, MOST_TITLE), credit=inline(story.credit, 100))
        for story in told
    ]
    said: list[str] = []
    for one in named:
        if sum(map(len, said)) + 2 * len(said) + len(one) > most - 100:
            said.append(words.SPOKEN_AND_MORE.format(count=len(named) - len(said)))
            break
        said.append(one)
    return f"{'; '.join(said)}."
