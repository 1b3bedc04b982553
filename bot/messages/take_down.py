"""A nudge to take a story down where it was told: where, and the button that says it is done. It says nothing of what stands in it."""

from datetime import datetime
from typing import Any

from bot.messages.ids import Action, Field, View
from bot.messages.message import Message
from bot.messages.mrkdwn import in_words, inline, moment
from bot.messages.nudge_answers import beside, waiting
from bot.messages.nudge_late import late
from bot.messages.parts import Element, actions, asked, button, colleague, context, modal, quoted, section
from bot.messages.people import name, you_or
from bot.messages.wording import consents as words
from bot.rules.asked_about import AskedAbout
from bot.rules.consent_ends import Because
from bot.rules.deeds import Deed
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
        handed = nudge.settled_how == Deed.HAND_TAKE_DOWN.value
        said = (words.DOWN_HANDED if handed else words.DOWN_OVER).format(
            reference=story.reference, owner=name(organisation, one.owner)
        )
        return Message(said, [section(said)])
    zone = organisation.calendar.zone
    told_it = told is None or told.told_by == one.owner
    spoken, shown = (
        _asking(nudge, one, story, organisation, f(one.asked_at, zone), told_it=told_it) for f in (in_words, moment)
    )
    why = words.DOWN_WHY if told_it else words.DOWN_WHY_OTHER
    late_shown, late_said = late(nudge, organisation)
    waits_shown, waits_said = waiting(nudge, organisation, now)
    more = beside(nudge, AskedAbout(story, one), organisation, now)
    place = one.what or words.SOMEWHERE
    done = button(Action.TAKE_DOWN_DONE, words.DOWN_BUTTON, one.id, story.reference, "primary")
    blocks = [
        section("\n".join([f"*{shown}*", *waits_shown])),
        quoted(words.DOWN_WHERE.format(place=place), 500),
        context(*late_shown, why),
        *actions([done, *_look(told, story), hand_button(one, story), *more]),
    ]
    where = f"{words.DOWN_WHERE.format(place=inline(place, 200))}."
    return Message(" ".join([spoken, where, *waits_said, *late_said, why]), blocks)


def _asking(
    nudge: Nudge, one: TakeDown, story: StoryIdea, organisation: Organisation, asked: str, *, told_it: bool
) -> str:
    """`told_it`: whoever is asked put it there."""
    own = nudge.step == Step.TAKE_DOWN_HEAD and nudge.person == one.owner
    step = Step.TAKE_DOWN_AGAIN if own else Step(nudge.step)
    ask = words.DOWN_ASK[step]
    if step == Step.TAKE_DOWN and one.because == Because.STORY_WITHDRAWN:
        ask = words.DOWN_ASK_BACK if told_it else words.DOWN_ASK_BACK_OTHER
    elif step == Step.TAKE_DOWN and one.because != Because.WITHDRAWN:
        ask = words.DOWN_ASK_OVER if told_it else words.DOWN_ASK_OVER_OTHER
    elif step == Step.TAKE_DOWN and not told_it:
        ask = words.DOWN_ASK_OTHER
    return ask.format(reference=story.reference, owner=name(organisation, one.owner), moment=asked)


def _look(told: Telling | None, story: StoryIdea) -> list[Element]:
    """A button that leads there, where a link was noted."""
    if told is None or not told.link.startswith(("https://", "http://")) or len(told.link) > MOST_LINK:
        return []
    return [{**button(Action.TAKE_DOWN_LOOK, words.DOWN_LOOK, told.id, story.reference), "url": told.link}]


def hand_button(one: TakeDown, story: StoryIdea) -> Element:
    """Somebody else can do it there."""
    return button(Action.TAKE_DOWN_HAND, words.DOWN_HAND, one.id, story.reference)


def hand_view(one: TakeDown, story: StoryIdea, organisation: Organisation) -> dict[str, Any]:
    """Who takes it down instead."""
    place = words.DOWN_WHERE.format(place=one.what or words.SOMEWHERE)
    owner = words.DOWN_HAND_NOW.format(owner=name(organisation, one.owner))
    menu = asked(
        Field.TAKE_DOWN_OWNER, words.DOWN_HAND_WHO, colleague(words.DOWN_HAND_CHOOSE), hint=words.DOWN_HAND_HINT
    )
    title = words.DOWN_HAND_TITLE.format(reference=story.reference)
    return modal(
        View.TAKE_DOWN_HAND,
        title,
        [quoted(place, 500), context(owner), menu],
        submit=words.DOWN_HAND_SUBMIT,
        close=words.CANCEL,
        metadata=str(one.id),
    )


def _settled(nudge: Nudge, one: TakeDown, at: datetime, story: StoryIdea, organisation: Organisation) -> Message:
    zone, who = organisation.calendar.zone, you_or(organisation, one.done_by, nudge.person)
    said, shown = (
        words.DOWN_SETTLED.format(reference=story.reference, who=who, moment=f(at, zone)) for f in (in_words, moment)
    )
    return Message(said, [section(shown)])
