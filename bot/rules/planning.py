"""Planning: every nudge that an enquiry or a story may need, worked out when it comes in and again when its deadline moves."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.rules.deciding import dealt_with, reached_at, told_already
from bot.rules.head_at_night import sleeps_until
from bot.rules.nudge_policy import (
    DEADLINE_STEPS,
    LEAD_STEPS,
    LONG_AHEAD,
    NOT_CLOSED_DAYS,
    POLICY,
    STORY_HEAD_LATER,
    StepRule,
    rule_of,
)
from bot.rules.recipients import recipient_of, story_recipient_of
from bot.rules.untaken import asked_again_at
from bot.rules.urgency import answer_by, is_hurried, presses
from bot.rules.working_time import (
    add_working_days,
    add_working_time,
    next_opening,
    subtract_working_time,
    working_time_between,
)
from storage.enquiry import Enquiry
from storage.kinds import Step, StoryStatus
from storage.organisation import Organisation
from storage.story import StoryIdea


@dataclass(frozen=True, slots=True)
class PlannedNudge:
    """A person to be asked at a moment. An urgent one does not wait for office hours."""

    step: Step
    person: str
    due_at: datetime
    urgent: bool = False
    round: int = 1


def plan_enquiry(enquiry: Enquiry, organisation: Organisation, now: datetime, round_: int = 1) -> list[PlannedNudge]:
    """Every nudge it may need from now to past its deadline, in the order they fall due. Steps already dealt with are left out."""
    return plan_anew(_FROM_THE_START, enquiry, organisation, now, round_)


_FROM_THE_START = frozenset(step for step, rule in POLICY.items() if not rule.follows)


def plan_hand_on(enquiry: Enquiry, organisation: Organisation, now: datetime, round_: int) -> list[PlannedNudge]:
    """The lead's chain anew, from the deputy who is `enquiry.lead` by now. Drop what is planned of `LEAD_STEPS` first."""
    return plan_anew(LEAD_STEPS | {Step.STILL_LEAD}, enquiry, organisation, now, round_)


def plan_anew(
    steps: Iterable[Step], enquiry: Enquiry, organisation: Organisation, now: datetime, round_: int
) -> list[PlannedNudge]:
    """Some steps anew, as when the person who was asked has been left out. Drop what is planned of them first."""
    frame = _frame(enquiry, organisation, now)
    wanted = set(steps)
    planned = []
    for step in POLICY:
        rule = rule_of(step, organisation)
        if step not in wanted or not _needed(step, rule, frame):
            continue
        due_at = _due(step, rule, frame)
        person = recipient_of(step, enquiry, organisation, due_at)
        if person is None or told_already(step, person, enquiry, organisation, due_at):
            continue
        planned.append(PlannedNudge(step, person, _reached(step, person, due_at, frame), frame.hurried, round_))
    return sorted(planned, key=lambda nudge: nudge.due_at)


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
    end = answer_by(enquiry, organisation)
    hurried = is_hurried(enquiry, organisation)
    return _Frame(enquiry, organisation, now, hurried, end, time_left(enquiry, organisation, now))


def time_left(enquiry: Enquiry, organisation: Organisation, now: datetime) -> timedelta:
    """Until the deadline or the promise: by the clock where it is in a hurry, otherwise in working time (no more than is ever needed)."""
    end = answer_by(enquiry, organisation)
    if is_hurried(enquiry, organisation):
        return max(end - now, timedelta())
    return working_time_between(organisation.calendar, now, end, LONG_AHEAD)


def _needed(step: Step, rule: StepRule, frame: _Frame) -> bool:
    if rule.off or frame.left < rule.least or (rule.urgent_only and not frame.hurried):
        return False
    if step == Step.DEADLINE_SOON and frame.enquiry.deadline is None:
        return False  # a promise is ours: reminding of it once is enough
    if step == Step.STILL_UNTAKEN and asked_again_at(frame.enquiry, frame.organisation, frame.now) is None:
        return False
    return dealt_with(step, frame.enquiry) is None


def _due(step: Step, rule: StepRule, frame: _Frame) -> datetime:
    """When a step falls due, moved to the next opening where it can wait for it."""
    due_at = _reckoned(step, rule, frame)
    if frame.hurried or presses(step, frame.enquiry, frame.organisation, due_at):
        return due_at
    return next_opening(frame.organisation.calendar, due_at)


def _reached(step: Step, person: str, due_at: datetime, frame: _Frame) -> datetime:
    """When the person is there to be asked; who raised it is told whatever the hour."""
    if step == Step.RAISER_RING:
        return due_at
    awake = sleeps_until(step, person, frame.enquiry, frame.organisation, due_at)
    urgent = frame.hurried or presses(step, frame.enquiry, frame.organisation, awake)
    return reached_at(person, frame.organisation, awake, urgent=urgent)


def _reckoned(step: Step, rule: StepRule, frame: _Frame) -> datetime:
    if step == Step.NOT_CLOSED:
        since = max(frame.end, frame.now)
        return next_opening(
            frame.organisation.calendar, add_working_days(frame.organisation.calendar, since, NOT_CLOSED_DAYS)
        )
    if step == Step.STILL_UNTAKEN:
        return asked_again_at(frame.enquiry, frame.organisation, frame.now) or frame.end
    if step in DEADLINE_STEPS:
        return max(_by_deadline(rule, frame), frame.now)
    return _after_share(rule, frame)


def _after_share(rule: StepRule, frame: _Frame) -> datetime:
    if rule.share is None:
        return frame.now
    wait = min(max(frame.left * rule.share, rule.floor), rule.ceiling)
    if rule.promised is not None and frame.enquiry.deadline is None:
        wait = rule.promised
    return _later(frame, wait)


def _later(frame: _Frame, wait: timedelta) -> datetime:
    return frame.now + wait if frame.hurried else add_working_time(frame.organisation.calendar, frame.now, wait)


def _by_deadline(rule: StepRule, frame: _Frame) -> datetime:
    if rule.before is None:
        return frame.end
    ahead = min(rule.before, frame.left * (rule.share or 1.0))
    return frame.end - ahead if frame.hurried else subtract_working_time(frame.organisation.calendar, frame.end, ahead)


def plan_story(story: StoryIdea, organisation: Organisation, now: datetime) -> list[PlannedNudge]:
    """An answer within the promised working days: the press officer is asked then, the head of communications a day later."""
    if story.status != StoryStatus.NEW:
        return []
    planned: list[PlannedNudge] = []
    promised = organisation.promise_days
    for step, days in ((Step.STORY_ANSWER, promised), (Step.STORY_HEAD, promised + STORY_HEAD_LATER)):
        due_at = next_opening(organisation.calendar, add_working_days(organisation.calendar, now, days))
        person = story_recipient_of(step, story, organisation)
        if person is not None and all(person != nudge.person for nudge in planned):
            planned.append(PlannedNudge(step, person, due_at))
    return planned
