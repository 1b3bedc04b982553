"""A question to the comms team about a story that they know: its consent runs out, or it has not been told."""

from collections.abc import Sequence
from datetime import date, datetime

from bot.messages.ids import Action
from bot.messages.message import Message
from bot.messages.mrkdwn import cut, in_words, inline, listed, moment
from bot.messages.nudge_answers import beside, waiting
from bot.messages.parts import Element, actions, button, context, quoted, section
from bot.messages.summary_parts import day_name
from bot.messages.wording import consents as consents_words
from bot.messages.wording import story_follow as words
from bot.messages.wording.consents import SETTLED_HOW
from bot.rules.asked_about import AskedAbout
from bot.rules.deeds import Deed
from bot.rules.sharing import is_kept_quiet
from bot.rules.story_nudging import CONSENT_AHEAD, over_at, runs_out
from storage.kinds import NudgeState, Step
from storage.nudge import Nudge
from storage.organisation import Organisation
from storage.story import Consent, StoryIdea
from storage.story_told import Telling

MOST_PLACES = 5
MOST_THERE = 700

TOLD = frozenset({"told", Deed.TELL_HERE.value})
"""How a question is settled by the telling itself: in the digest, or elsewhere."""


def message(
    nudge: Nudge,
    story: StoryIdea,
    consents: Sequence[Consent],
    organisation: Organisation,
    now: datetime,
    told: Sequence[Telling] = (),
) -> Message:
    """The question, or that it has been dealt with. Who agreed is never named here. `told`: where people have put it, and it stands."""
    zone, about = organisation.calendar.zone, story.reference
    if nudge.state in (NudgeState.SETTLED, NudgeState.MOOT):
        done = SETTLED_HOW.get(nudge.settled_how, words.TOLD if nudge.settled_how in TOLD else words.OVER)
        at = nudge.settled_at or nudge.due_at
        said, shown = (done.format(reference=about, moment=when(at, zone)) for when in (in_words, moment))
        return Message(said, [section(shown)])
    ask = words.ASK[nudge.step].format(reference=about, day=_day(runs_out(consents)))
    kept_back = is_kept_quiet(story)
    late = [words.LATE.format(moment=in_words(nudge.due_at, zone))] if nudge.late else []
    waits_shown, waits_said = waiting(nudge, organisation, now)
    there = _still_there(told) if nudge.step == Step.STORY_CHANGE_OF_MIND and told else ""
    blocks = [
        section("\n".join([f"*{ask}*", *waits_shown])),
        *([] if kept_back else [quoted(story.title)]),
        *([quoted(there, MOST_THERE)] if there else []),
        context(*late, words.WHY),
        *actions(
            [
                *_answers(Step(nudge.step), story),
                button(Action.STORY_OPEN, words.OPEN, story.id, about),
                *beside(nudge, _about(story, consents, organisation), organisation, now),
            ]
        ),
    ]
    title = [] if kept_back else [f"{inline(story.title, 150)}."]
    places = [inline(there, MOST_THERE)] if there else []
    return Message(" ".join([ask, *title, *places, *waits_said, *late, words.WHY]), blocks)


def _still_there(told: Sequence[Telling]) -> str:
    """Where it stands meanwhile: whoever has to find out can have it taken down until that is clear."""
    places = listed([cut(one.place or consents_words.SOMEWHERE, 100) for one in told[:MOST_PLACES]])
    return words.STILL_THERE.format(places=places)


def _answers(step: Step, story: StoryIdea) -> list[Element]:
    """What a press officer may do about it at once."""
    about = story.reference
    if step == Step.STORY_CHANGE_OF_MIND:
        return [button(Action.CONSENT_STILL, consents_words.STILL, story.id, about)]
    if step not in CONSENT_AHEAD:
        return []
    return [
        button(Action.CONSENT_ASK_AGAIN, consents_words.ASK_AGAIN, story.id, about, "primary"),
        button(Action.CONSENT_RENEWED, consents_words.RENEWED, story.id, about),
        button(Action.CONSENT_LET_END, consents_words.LET_END, story.id, about),
    ]


def _about(story: StoryIdea, consents: Sequence[Consent], organisation: Organisation) -> AskedAbout:
    return AskedAbout(story, ends_at=over_at(consents, organisation))


def _day(ends: date | None) -> str:
    return day_name(ends) if ends else words.SOON
