"""What whoever asked about sharing hears: the plain answer, a person's answer, and that it was shared."""

from bot.messages import share_answer
from bot.messages.ids import Action
from bot.messages.message import Message, within
from bot.messages.mrkdwn import in_words, inline
from bot.messages.parts import Block, Element, actions, button, context, section
from bot.messages.story_drafts import opening
from bot.messages.wording import sharing as words
from bot.rules.share_rules import known
from storage.kinds import ShareState, StoryStatus
from storage.organisation import Organisation
from storage.share import ShareAsk
from storage.story import StoryIdea

MOST_SAID = 1_000


def news(what: str, ask: ShareAsk, organisation: Organisation, story: StoryIdea | None = None) -> Message:
    """One message to whoever asked. `what`: asked, answered or told. `story`: what it became."""
    if what == "told":
        return _told(ask, story)
    if what == "asked" and ask.state == ShareState.TOLD:
        return _once_told(ask)
    if what == "asked" and ask.answered_by is not None:
        return _once_answered(ask)
    return _answer(ask, organisation)


def _answer(ask: ShareAsk, organisation: Organisation) -> Message:
    when = in_words(ask.due_at or ask.asked_at, organisation.calendar.zone)
    said = [share_answer.sentence(ask, organisation, when).replace("*", "")]
    said += [inline(one, MOST_SAID) for one in (ask.answer, ask.possible) if one]
    if not ask.answered_by and ask.state != ShareState.TAKEN_BACK:
        rules = known(ask.rules)
        said += [words.BECAUSE[one] for one in rules]
        said += [words.POSSIBLE[one] for one in share_answer.deciding(rules, ask, organisation)]
    return Message(within(said), [*share_answer.shown(ask, organisation), *share_answer.button_row(ask)])


def _once_told(ask: ShareAsk) -> Message:
    """The first answer, once it was shared: nothing is left to press there."""
    said = words.TOLD.format(reference=ask.reference)
    return Message(said.replace("*", ""), [section(said), *share_answer.own_words(ask)])


def _once_answered(ask: ShareAsk) -> Message:
    """The first answer, once a person gave theirs: that one stands in a message of its own."""
    said = words.HAS_ITS_ANSWER.format(reference=ask.reference)
    return Message(said.replace("*", ""), [section(said), *share_answer.own_words(ask)])


def _told(ask: ShareAsk, story: StoryIdea | None) -> Message:
    said = words.TOLD.format(reference=ask.reference)
    more = words.TELL_MORE if story is None else _became(story).format(story=story.reference)
    blocks: list[Block] = [section(said), context(words.TOLD_PLACE.format(place=inline(ask.place, 300))), section(more)]
    spoken = f"{said} {more}".replace("*", "")
    going_on = [opening(story)] if story is not None and story.status == StoryStatus.DRAFT else []
    return Message(spoken, [*blocks, *actions([*_link(ask), *going_on, *share_answer.buttons(ask)])])


def _became(story: StoryIdea) -> str:
    if story.status in (StoryStatus.WITHDRAWN, StoryStatus.DECLINED) or story.taken_out_at is not None:
        return words.WAS_STORY
    return {StoryStatus.DRAFT: words.IS_DRAFT, StoryStatus.TOLD: words.IS_STORY}.get(story.status, words.IS_IDEA)


def _link(ask: ShareAsk) -> list[Element]:
    """A link of somebody's own is a button: in a sentence it could look like anything."""
    return [{**button(Action.SHARE_READ, words.READ_IT, ask.id, ask.reference), "url": ask.link}] if ask.link else []
