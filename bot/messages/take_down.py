"""A nudge to take a story down where it was told: where, and the button that says it is done. It says nothing of what stands in it."""

from datetime import datetime

from bot.messages.ids import Action
from bot.messages.message import Message
from bot.messages.mrkdwn import in_words, inline, moment
from bot.messages.nudge_answers import beside, waiting
from bot.messages.nudge_late import late
from bot.messages.parts import Element, actions, button, context, quoted, section
from bot.messages.people import name, you_or
from bot.messages.wording import consents as words
from bot.rules.asked_about import AskedAbout
from bot.rules.consent_ends import Because
from storage.kinds import NudgeState, Step
from storage.nudge import Nudge
from storage.organisation import Organisation
from storage.story import StoryIdea
from storage.story_told import TakeDown, Telling

MOST_LINK = 3_000


def message(
    nudge: Nudge, one: TakeDown, told: Telling | None, story: StoryIdea, organisation: Organisation, now: datetime
) -> Message:
    """The nudge as it stands now: asking, or settled."""
    if one.done_at is not None:
        return _settled(nudge, one, one.done_at, story, organisation)
    if nudge.state in (NudgeState.SETTLED, NudgeState.MOOT):
        said = words.DOWN_OVER.format(reference=story.reference)
        return Message(said, [section(said)])
    zone = organisation.calendar.zone
    spoken, shown = (_asking(nudge, one, story, organisation, f(one.asked_at, zone)) for f in (in_words, moment))
    late_shown, late_said = late(nudge, organisation)
    waits_shown, waits_said = waiting(nudge, organisation, now)
    more = beside(nudge, AskedAbout(story, one), organisation, now)
    place = one.what or words.SOMEWHERE
    done = button(Action.TAKE_DOWN_DONE, words.DOWN_BUTTON, one.id, story.reference, "primary")
    blocks = [
        section("\n".join([f"*{shown}*", *waits_shown])),
        quoted(words.DOWN_WHERE.format(place=place), 500),
        context(*late_shown, words.DOWN_WHY),
        *actions([done, *_look(told, story), *more]),
    ]
    where = f"{words.DOWN_WHERE.format(place=inline(place, 200))}."
    return Message(" ".join([spoken, where, *waits_said, *late_said, words.DOWN_WHY]), blocks)


def _asking(nudge: Nudge, one: TakeDown, story: StoryIdea, organisation: Organisation, asked: str) -> str:
    ran_out = nudge.step == Step.TAKE_DOWN and one.because != Because.WITHDRAWN
    own = nudge.step == Step.TAKE_DOWN_HEAD and nudge.person == one.owner
    step = Step.TAKE_DOWN_AGAIN if own else Step(nudge.step)
    ask = words.DOWN_ASK_OVER if ran_out else words.DOWN_ASK[step]
    return ask.format(reference=story.reference, owner=name(organisation, one.owner), moment=asked)


def _look(told: Telling | None, story: StoryIdea) -> list[Element]:
    """A button that leads there, where a link was noted."""
    if told is None or not told.link.startswith(("https://", "http://")) or len(told.link) > MOST_LINK:
        return []
    return [{**button(Action.TAKE_DOWN_LOOK, words.DOWN_LOOK, told.id, story.reference), "url": told.link}]


def _settled(nudge: Nudge, one: TakeDown, at: datetime, story: StoryIdea, organisation: Organisation) -> Message:
    zone, who = organisation.calendar.zone, you_or(organisation, one.done_by, nudge.person)
    said, shown = (
        words.DOWN_SETTLED.format(reference=story.reference, who=who, moment=f(at, zone)) for f in (in_words, moment)
    )
    return Message(said, [section(shown)])
