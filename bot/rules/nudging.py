"""Nudging: what is planned when an enquiry or a story comes in, and what becomes of each nudge when its moment comes.

Deciding is pure and leaves no trace. A plan is asked for once a round; each planned nudge is asked about again when it
falls due, because by then someone may have done the thing, or the office may be shut.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.rules.deeds import Deed
from bot.rules.nudge_policy import (
    BEFORE_DEADLINE,
    CLAIM_STEPS,
    DEADLINE_STEPS,
    HURRY,
    LATE,
    LEAD_STEPS,
    LONG_AHEAD,
    POLICY,
    PROMISE_DAYS,
    STORY_ANSWER_DAYS,
    STORY_HEAD_DAYS,
    settled_steps,
)
from bot.rules.recipients import first_lead, hand_on, recipient_of, story_recipient_of
from bot.rules.urgency import NEAR
from bot.rules.working_time import (
    add_working_days,
    add_working_time,
    is_working,
    next_opening,
    subtract_working_time,
    working_time_between,
)
from storage.enquiry import Enquiry
from storage.kinds import NudgeState, Status, Step, StoryStatus
from storage.nudge import Nudge
from storage.organisation import Organisation
from storage.story import StoryIdea

__all__ = [
    "Decision",
    "Deed",
    "Later",
    "Moot",
    "PlannedNudge",
    "Send",
    "answer_by",
    "decide",
    "decide_story",
    "first_lead",
    "hand_on",
    "is_hurried",
    "merged",
    "plan_anew",
    "plan_enquiry",
    "plan_hand_on",
    "plan_story",
    "recipient",
    "settled_steps",
    "story_recipient",
]


@dataclass(frozen=True, slots=True)
class PlannedNudge:
    """A person to be asked at a moment. An urgent one does not wait for office hours."""

    step: Step
    person: str
    due_at: datetime
    urgent: bool = False
    round: int = 1


@dataclass(frozen=True, slots=True)
class Send:
    """Ask now. `late`: its moment went by while the bot was away."""

    late: bool = False


@dataclass(frozen=True, slots=True)
class Moot:
    """Not needed any more. `why`: closed, responded, claimed, acknowledged, answered, passed, nobody, told_already."""

    why: str


@dataclass(frozen=True, slots=True)
class Later:
    """Not yet: ask about it again at this moment."""

    due_at: datetime


Decision = Send | Moot | Later


def answer_by(enquiry: Enquiry, organisation: Organisation) -> datetime:
    """The deadline, or, where none was given, the promise of one working day."""
    return enquiry.deadline or add_working_days(organisation.calendar, enquiry.raised_at, PROMISE_DAYS)


def is_hurried(enquiry: Enquiry, organisation: Organisation) -> bool:
    """Urgent, or due before the office will have been open for an hour: time by the clock counts, open or shut."""
    if enquiry.urgent or enquiry.deadline is None:
        return enquiry.urgent
    return working_time_between(organisation.calendar, enquiry.raised_at, enquiry.deadline, HURRY) < HURRY


def plan_enquiry(enquiry: Enquiry, organisation: Organisation, now: datetime, round_: int = 1) -> list[PlannedNudge]:
    """Every nudge it may need from now to past its deadline, in the order they fall due. Steps already dealt with are left out."""
    return _plan(POLICY, enquiry, organisation, now, round_)


def plan_anew(
    steps: Iterable[Step], enquiry: Enquiry, organisation: Organisation, now: datetime, round_: int
) -> list[PlannedNudge]:
    """Some steps anew, as when the person who was asked has been left out. Drop what is planned of them first."""
    return _plan(steps, enquiry, organisation, now, round_)


def plan_hand_on(enquiry: Enquiry, organisation: Organisation, now: datetime, round_: int) -> list[PlannedNudge]:
    """The lead's chain anew, from the deputy who is `enquiry.lead` by now. Drop what is planned of `LEAD_STEPS` first."""
    return _plan(LEAD_STEPS, enquiry, organisation, now, round_)


@dataclass(frozen=True, slots=True)
class _Frame:
    """What every step of one plan is reckoned from, found out once."""

    enquiry: Enquiry
    organisation: Organisation
    now: datetime
    hurried: bool
    end: datetime
    left: timedelta


def _frame(enquiry: Enquiry, organisation: Organisation, now: datetime) -> _Frame:
    hurried, end = is_hurried(enquiry, organisation), answer_by(enquiry, organisation)
    by_clock = max(end - now, timedelta())
    left = by_clock if hurried else working_time_between(organisation.calendar, now, end, LONG_AHEAD)
    return _Frame(enquiry, organisation, now, hurried, end, left)


def _plan(
    steps: Iterable[Step], enquiry: Enquiry, organisation: Organisation, now: datetime, round_: int
) -> list[PlannedNudge]:
    frame = _frame(enquiry, organisation, now)
    planned = []
    for step in POLICY:
        if step not in steps or (POLICY[step].urgent_only and not frame.hurried) or _dealt_with(step, enquiry):
            continue
        due_at = _due(step, frame)
        person = recipient_of(step, enquiry, organisation, due_at)
        if person is not None and not _told_already(step, person, enquiry, organisation, due_at):
            planned.append(PlannedNudge(step, person, due_at, frame.hurried, round_))
    return sorted(planned, key=lambda nudge: nudge.due_at)


def _due(step: Step, frame: _Frame) -> datetime:
    """When a step falls due, moved to the next opening where it can wait for it."""
    by_deadline = step in DEADLINE_STEPS
    due_at = max(_due_by_deadline(step, frame), frame.now) if by_deadline else _due_after_share(step, frame)
    if frame.hurried or _presses(step, frame.enquiry, frame.organisation, due_at):
        return due_at
    return next_opening(frame.organisation.calendar, due_at)


def _due_after_share(step: Step, frame: _Frame) -> datetime:
    rule = POLICY[step]
    if rule.share is None:
        return frame.now
    wait = min(max(frame.left * rule.share, rule.floor), rule.ceiling)
    return frame.now + wait if frame.hurried else add_working_time(frame.organisation.calendar, frame.now, wait)


def _due_by_deadline(step: Step, frame: _Frame) -> datetime:
    if step != Step.OFFICER_DEADLINE:
        return frame.end
    ahead = min(BEFORE_DEADLINE, frame.left / 2)
    return frame.end - ahead if frame.hurried else subtract_working_time(frame.organisation.calendar, frame.end, ahead)


def _presses(step: Step, enquiry: Enquiry, organisation: Organisation, at: datetime) -> bool:
    """Whether it goes out at this moment though the office be shut and the enquiry was in no hurry when it came.

    So does what comes within four hours of its deadline, and what would still be waiting for the office when the deadline
    came. A restricted enquiry gives one notice on arrival, which says nothing but that it is there.
    """
    if enquiry.restricted and step == Step.OFFICER_NEW:
        return True
    deadline = enquiry.deadline
    if deadline is None or deadline <= at:
        return False
    return deadline - at <= NEAR or next_opening(organisation.calendar, at) >= deadline


def recipient(nudge: Nudge, enquiry: Enquiry, organisation: Organisation, now: datetime) -> str | None:
    """Who is to be asked now; when it is not `nudge.person` any more, the nudge is addressed anew."""
    return recipient_of(Step(nudge.step), enquiry, organisation, now)


def decide(nudge: Nudge, enquiry: Enquiry, organisation: Organisation, now: datetime) -> Decision:
    """What becomes of a planned nudge at this moment."""
    step = Step(nudge.step)
    moot = _moot(step, enquiry, organisation, now)
    if moot is not None:
        return Moot(moot)
    if nudge.due_at > now:
        return Later(nudge.due_at)
    opening = next_opening(organisation.calendar, now)
    waits = not (nudge.urgent or is_hurried(enquiry, organisation) or _presses(step, enquiry, organisation, now))
    if waits and opening > now:
        return Later(opening)
    return Send(late=now - nudge.due_at > LATE)


def merged(nudge: Nudge, planned: Iterable[Nudge], enquiry: Enquiry, organisation: Organisation, now: datetime) -> bool:
    """Whether a nudge that is late says nothing that a later one for the same person does not say better.

    What fell due while the bot was away arrives as one message a person and enquiry, so that nobody wakes to a flood.
    """
    person = recipient(nudge, enquiry, organisation, now)
    return any(
        recipient(other, enquiry, organisation, now) == person
        and isinstance(decide(other, enquiry, organisation, now), Send)
        for other in planned
        if other.state == NudgeState.PLANNED and (other.due_at, other.id) > (nudge.due_at, nudge.id)
    )


def _moot(step: Step, enquiry: Enquiry, organisation: Organisation, now: datetime) -> str | None:
    dealt_with = _dealt_with(step, enquiry)
    if dealt_with is not None:
        return dealt_with
    if step in (Step.OFFICER_DEADLINE, Step.RAISER_RING) and answer_by(enquiry, organisation) <= now:
        return "passed"
    person = recipient_of(step, enquiry, organisation, now)
    if person is None:
        return "nobody"
    return "told_already" if _told_already(step, person, enquiry, organisation, now) else None


def _dealt_with(step: Step, enquiry: Enquiry) -> str | None:
    """What made a step needless, in the word the audit trail uses; None while it is still needed."""
    if enquiry.status in (Status.CLOSED, Status.RESPONDED):
        return str(enquiry.status)
    if enquiry.officer and (step in CLAIM_STEPS or step == Step.RAISER_RING):
        return Deed.CLAIM.value
    if enquiry.lead_acknowledged_by and (step in LEAD_STEPS or step == Step.RAISER_RING):
        return Deed.ACKNOWLEDGE.value
    return None


def _told_already(step: Step, person: str, enquiry: Enquiry, organisation: Organisation, at: datetime) -> bool:
    """Whether the step before asks the very same person, so that asking again under another name would only be noise."""
    before = POLICY[step].after
    return before is not None and recipient_of(before, enquiry, organisation, at) == person


def plan_story(story: StoryIdea, organisation: Organisation, now: datetime) -> list[PlannedNudge]:
    """An answer within three working days: the press officer is asked then, the head of communications a day later."""
    if story.status != StoryStatus.NEW:
        return []
    planned: list[PlannedNudge] = []
    for step, days in ((Step.STORY_ANSWER, STORY_ANSWER_DAYS), (Step.STORY_HEAD, STORY_HEAD_DAYS)):
        due_at = next_opening(organisation.calendar, add_working_days(organisation.calendar, now, days))
        person = story_recipient_of(step, story, organisation)
        if person is not None and all(person != nudge.person for nudge in planned):
            planned.append(PlannedNudge(step, person, due_at))
    return planned


def story_recipient(nudge: Nudge, story: StoryIdea, organisation: Organisation) -> str | None:
    """Who is to be asked about a story now."""
    return story_recipient_of(Step(nudge.step), story, organisation)


def decide_story(nudge: Nudge, story: StoryIdea, organisation: Organisation, now: datetime) -> Decision:
    """What becomes of a story's planned nudge at this moment. Good news never disturbs an evening."""
    if story.status != StoryStatus.NEW:
        return Moot(str(story.status))
    if story_recipient(nudge, story, organisation) is None:
        return Moot("nobody")
    if nudge.due_at > now:
        return Later(nudge.due_at)
    if not is_working(organisation.calendar, now) and next_opening(organisation.calendar, now) > now:
        return Later(next_opening(organisation.calendar, now))
    return Send(late=now - nudge.due_at > LATE)
