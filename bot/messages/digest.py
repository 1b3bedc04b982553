"""The weekly good news, and the notes around it. It keeps within Slack's limits however many stories there are."""

from collections.abc import Iterable, Sequence

from bot.messages.message import Message
from bot.messages.mrkdwn import MOST_NAME, cut, inline, listed
from bot.messages.parts import Block, context, divider, header, plain, quoted, section
from bot.messages.people import name, place
from bot.messages.wording import stories
from storage.digest import Digest
from storage.organisation import Organisation, ServiceArea
from storage.story import StoryIdea

Groups = Sequence[tuple[ServiceArea | None, Sequence[StoryIdea]]]

MOST_IN_FULL = 14
"""Stories shown whole: two blocks each, and one more where a service area begins. The others are named."""

MOST_CHARACTERS = 9_000
"""For the stories shown whole, so that the message stays under the 13,000 at which Slack refuses it."""

MOST_ALSO = 2_800
MOST_SPOKEN = 3_000
MOST_LEADS = 12


def post(digest: Digest, groups: Groups, organisation: Organisation) -> Message:
    """The digest as it is posted. Everything in `groups` may be told: the rules have looked at consent again."""
    placed = [(area, story) for area, told in groups for story in told]
    whole, also = placed[:MOST_IN_FULL], [story for _, story in placed[MOST_IN_FULL:]]
    count = _count(len(placed))
    intro = stories.DIGEST_INTRO.format(count=count, organisation=inline(organisation.name, MOST_NAME))
    blocks = [
        header(stories.DIGEST_HEADER),
        section(f"{intro}\n{stories.DIGEST_LATE}" if digest.late else intro),
        *_whole(whole),
        *_also(also),
        divider(),
        context(stories.DIGEST_SEND),
    ]
    return Message(_spoken([story for _, story in placed], count), blocks)


def _count(stories_told: int) -> str:
    return stories.DIGEST_ONE if stories_told == 1 else stories.DIGEST_MANY.format(count=stories_told)


def _whole(placed: Sequence[tuple[ServiceArea | None, StoryIdea]]) -> Iterable[Block]:
    """Each story under its headline, the first of each service area under that area's name."""
    share = MOST_CHARACTERS // max(len(placed), 1)
    standing: object = placed
    for area, story in placed:
        if area != standing:
            standing = area
            yield context(f"*{inline(area.name, MOST_NAME) if area else stories.DIGEST_NO_AREA}*")
        yield header(story.title)
        yield quoted(_words(story, min(share - 150, 2_900)))


def _words(story: StoryIdea, most: int) -> str:
    credit = stories.DIGEST_CREDIT.format(credit=cut(_one_line(story.credit), 150))
    told = cut(story.what_happened.strip(), most - len(credit) - 2)
    return f"{told}\n\n{credit}"


def _also(told: Sequence[StoryIdea]) -> list[Block]:
    """Those that found no room, by title and credit."""
    lines: list[str] = []
    length = 0
    for story in told:
        title, credit = cut(_one_line(story.title), 120), cut(_one_line(story.credit), 60)
        line = stories.DIGEST_ALSO_LINE.format(title=title, credit=credit)
        if length + len(line) > MOST_ALSO:
            lines.append(stories.DIGEST_MORE.format(count=len(told) - len(lines)))
            break
        lines.append(line)
        length += len(line) + 1
    named: Block = {"type": "section", "text": plain("\n".join(lines))}
    return [divider(), section(stories.DIGEST_ALSO), named] if lines else []


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _spoken(told: Sequence[StoryIdea], count: str) -> str:
    titles = [
        stories.DIGEST_SPOKEN_STORY.format(title=inline(story.title, 150), credit=inline(story.credit, 100))
        for story in told
    ]
    said: list[str] = []
    for title in titles:
        if sum(map(len, said)) + len(title) > MOST_SPOKEN:
            said.append(stories.DIGEST_MORE.format(count=len(titles) - len(said)))
            break
        said.append(title)
    return stories.DIGEST_SPOKEN.format(count=count[0].lower() + count[1:], titles=f"{'; '.join(said)}.")


def no_stories(organisation: Organisation) -> Message:
    """To the comms channel: nothing to post, so nothing was."""
    leads = [name(organisation, area.lead) for area in organisation.service_areas.values() if area.lead]
    asking = (
        stories.NO_STORIES_LEADS.format(leads=listed(list(dict.fromkeys(leads))[:MOST_LEADS], "or")) if leads else ""
    )
    return _note(f"{stories.NO_STORIES}{asking}")


def missed(digest: Digest, organisation: Organisation) -> Message:
    """To the comms channel: the whole day went by."""
    day = digest.nominal_day
    return _note(stories.MISSED.format(day=f"{day:%A} {day.day} {day:%B}", place=place(organisation)))


def _note(said: str) -> Message:
    return Message(said, [section(said)])
