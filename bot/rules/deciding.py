"""Deciding: what becomes of a planned nudge when its moment comes. It is pure and leaves no trace.

By then someone may have done the thing, the office may be shut, or the person may be away; then it is dropped, or asked later.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.rules.availability import Absent, back_at, why_not
from bot.rules.deeds import Deed
from bot.rules.head_at_night import sleeps_until
from bot.rules.nudge_policy import (
    CLAIM_STEPS,
    FOLLOW_STEPS,
    LATE,
    LEAD_STEPS,
    NOT_CLOSED_DAYS,
    PASSED_STEPS,
    POLICY,
    STILL_LEAD_STEPS,
    STILL_OFFICER_STEPS,
    chain_of,
    rule_of,
)
from bot.rules.recipients import recipient_of, story_recipient_of
from bot.rules.urgency import answer_by, is_hurried, lets_sleep, speaks_at_once
from bot.rules.working_time import add_working_days, add_working_time, next_opening, working_time_between
from storage.enquiry import Enquiry
from storage.kinds import NudgeState, Status, Step, StoryStatus
from storage.nudge import Nudge
from storage.organisation import Organisation
from storage.story import StoryIdea

LOOKS_AGAIN = timedelta(minutes=2), timedelta(minutes=30)
"""How soon, and how late, we look again whether there is anybody to be asked yet."""
LOOK_SHARE = 0.05  # of the time left


@dataclass(frozen=True, slots=True)
class Send:
    """Ask now. `late`: its moment went by while the bot was away."""

    late: bool = False


@dataclass(frozen=True, slots=True)
class Moot:
    """Not needed any more. `why`: closed, responded, claimed, acknowledged, progress, answered, passed, nobody, told_already, off."""

    why: str


@dataclass(frozen=True, slots=True)
class Later:
    """Not yet: ask about it again at this moment."""

    due_at: datetime


Decision = Send | Moot | Later


def now_or_at(nudge: Nudge, at: datetime, now: datetime) -> Decision:
    """It may be said from a moment on: now, if that has come."""
    return Later(at) if at > now else Send(late=now - nudge.due_at > LATE)


def said_to(nudge: Nudge, person: str | None, organisation: Organisation, now: datetime) -> Decision:
    """It is said to this person once it is due and they are there; moot where there is nobody."""
    if person is None:
        return Moot("nobody")
    if nudge.due_at > now:
        return Later(nudge.due_at)
    return now_or_at(nudge, reached_at(person, organisation, now), now)


def recipient(nudge: Nudge, enquiry: Enquiry, organisation: Organisation, now: datetime) -> str | None:
    """Who is to be asked now; when it is not `nudge.person` any more, the nudge is addressed anew."""
    return recipient_of(Step(nudge.step), enquiry, organisation, now)


def decide(nudge: Nudge, enquiry: Enquiry, organisation: Organisation, now: datetime) -> Decision:
    """What becomes of a planned nudge at this moment."""
    step = Step(nudge.step)
    person = recipient_of(step, enquiry, organisation, now)
    moot = _moot(step, person, enquiry, organisation, now)
    if moot is not None or person is None:
        return Moot(moot or "nobody")
    if nudge.due_at > now:
        return Later(nudge.due_at)
    waits_until = _waits_until(step, enquiry, organisation, now)
    if waits_until > now:
        return Later(waits_until)
    awake = max(lets_sleep(step, enquiry, organisation, now), sleeps_until(step, person, enquiry, organisation, now))
    if awake > now:
        return Later(awake)
    urgent = (nudge.urgent and step not in FOLLOW_STEPS) or speaks_at_once(step, enquiry, organisation, now)
    at = _reached_at(step, person, organisation, now, urgent=urgent)
    return now_or_at(nudge, at, now)


def _reached_at(step: Step, person: str, organisation: Organisation, now: datetime, *, urgent: bool) -> datetime:
    return now if step == Step.RAISER_RING else reached_at(person, organisation, now, urgent=urgent)


def reached_at(person: str, organisation: Organisation, now: datetime, *, urgent: bool = False) -> datetime:
    """When this person is asked: now if they are there or nobody knows when they will be, otherwise when their day begins.

    Nobody is waited for who is away: what is sent to them waits there, and the chain goes on.
    """
    reason = why_not(organisation, person, now, urgent=urgent)
    if reason is None:
        return now
    if reason.why == Absent.OFF and urgent:
        return now  # nobody else is left, and it cannot wait
    if reason.why in (Absent.AWAY, Absent.LEFT):
        return now if urgent else next_opening(organisation.calendar, now)
    back = back_at(organisation, person, now, urgent=urgent)
    until = reason.until or now
    return until if back is None else back


def merged(nudge: Nudge, planned: Iterable[Nudge], enquiry: Enquiry, organisation: Organisation, now: datetime) -> bool:
    """Whether a nudge says nothing that a later one for the same person does not say better.

    What fell due while the bot was away arrives as one message a person and enquiry, so that nobody wakes to a flood. And nobody is
    asked the same thing twice at once.
    """
    late = now - nudge.due_at > LATE
    ledger = list(planned)
    better = [
        other
        for other in ledger
        if other.state == NudgeState.PLANNED
        and other.due_at <= now
        and (other.due_at, other.id) > (nudge.due_at, nudge.id)
        and (late or other.step in chain_of(Step(nudge.step)))
    ]
    person = recipient(nudge, enquiry, organisation, now)
    if any(_goes_to(person, other, enquiry, organisation, now) for other in better):
        return True
    return nudge.step in _YIELDS and any(
        _speaks_of_deadline(person, other, enquiry, organisation, now) for other in ledger
    )


_YIELDS = frozenset({Step.STILL_LEAD, Step.STILL_OFFICER, Step.STILL_UNTAKEN})
"""What is not asked where the same person hears at the same time that the deadline is near: that asks for more, and has its buttons."""

_NEAR = frozenset({Step.OFFICER_DEADLINE, Step.DEADLINE_SOON}) | PASSED_STEPS
AT_ONE_TIME = timedelta(minutes=15)


def _goes_to(person: str | None, other: Nudge, enquiry: Enquiry, organisation: Organisation, now: datetime) -> bool:
    if recipient(other, enquiry, organisation, now) != person:
        return False
    return isinstance(decide(other, enquiry, organisation, now), Send)


def _speaks_of_deadline(
    person: str | None, other: Nudge, enquiry: Enquiry, organisation: Organisation, now: datetime
) -> bool:
    """Whether they were told a moment ago, or are told now or in a moment, that the deadline is near."""
    if other.step not in _NEAR:
        return False
    if other.state == NudgeState.PLANNED:
        at = max(now, other.due_at)
        return at - now <= AT_ONE_TIME and _goes_to(person, other, enquiry, organisation, at)
    return other.person == person and other.sent_at is not None and now - other.sent_at <= AT_ONE_TIME


def _moot(step: Step, person: str | None, enquiry: Enquiry, organisation: Organisation, now: datetime) -> str | None:
    done = dealt_with(step, enquiry)
    if done is not None:
        return done
    if rule_of(step, organisation).off:
        return "off"
    if step in _POINTLESS_AFTER and answer_by(enquiry, organisation) <= now:
        return "passed"
    if person is None:
        return "nobody"
    return "told_already" if told_already(step, person, enquiry, organisation, now) else None


_POINTLESS_AFTER = (
    STILL_LEAD_STEPS
    | STILL_OFFICER_STEPS
    | {Step.OFFICER_DEADLINE, Step.DEADLINE_SOON, Step.DRAFT_DUE, Step.READY_UNSENT, Step.RAISER_RING}
    | {Step.OFFICER_UNCLAIMED, Step.HEAD_UNCLAIMED, Step.STILL_UNTAKEN, Step.HEAD_UNACKNOWLEDGED}
)
"""Once the deadline has passed the officer and the head are told so, and it is in the daily summary: nobody is asked this any more."""


def dealt_with(step: Step, enquiry: Enquiry) -> str | None:
    """What made a step needless, in the word the audit trail uses; None while it is still needed."""
    if enquiry.status == Status.CLOSED or (enquiry.status == Status.RESPONDED and step != Step.NOT_CLOSED):
        return str(enquiry.status)
    if enquiry.officer and (step in CLAIM_STEPS or step == Step.RAISER_RING):
        return Deed.CLAIM.value
    if enquiry.lead_acknowledged_by and (step in LEAD_STEPS or step == Step.RAISER_RING):
        return Deed.ACKNOWLEDGE.value
    if step in STILL_LEAD_STEPS | STILL_OFFICER_STEPS and has_moved(enquiry):
        return "progress"
    if step == Step.DRAFT_DUE and enquiry.status not in (Status.NEW, Status.IN_PROGRESS):
        return str(enquiry.status)
    return None


def has_moved(enquiry: Enquiry) -> bool:
    """Whether anyone can see that it is being worked on: there are words, or they are on their way."""
    return enquiry.statement_id is not None or enquiry.status in (Status.AWAITING_SIGN_OFF, Status.READY)


def _waits_until(step: Step, enquiry: Enquiry, organisation: Organisation, now: datetime) -> datetime:
    """The moment itself, or a later one where there is nobody to be asked yet, or it is too soon to ask them."""
    if step == Step.NOT_CLOSED:
        return _answered_long_ago(enquiry, organisation, now)
    since = {Step.STILL_LEAD: enquiry.lead_acknowledged_at, Step.STILL_OFFICER: enquiry.claimed_at}
    if step in since:
        began = since[step]
        return (
            _looks_again(enquiry, organisation, now)
            if began is None
            else _after_a_while(step, began, enquiry, organisation)
        )
    waiting = (step == Step.DRAFT_DUE and enquiry.status == Status.NEW) or (
        step == Step.READY_UNSENT and enquiry.status != Status.READY
    )
    return _looks_again(enquiry, organisation, now) if waiting else now


def _answered_long_ago(enquiry: Enquiry, organisation: Organisation, now: datetime) -> datetime:
    calendar = organisation.calendar
    if enquiry.responded_at is None or enquiry.status != Status.RESPONDED:
        return add_working_days(calendar, now, 1)
    return next_opening(calendar, add_working_days(calendar, enquiry.responded_at, NOT_CLOSED_DAYS))


def _after_a_while(step: Step, began: datetime, enquiry: Enquiry, organisation: Organisation) -> datetime:
    """A share of the time that was left when they said that they had it."""
    rule, end = rule_of(step, organisation), answer_by(enquiry, organisation)
    hurried = is_hurried(enquiry, organisation)
    left = end - began if hurried else working_time_between(organisation.calendar, began, end)
    wait = min(max(max(left, timedelta()) * (rule.share or 0.0), rule.floor), rule.ceiling)
    return began + wait if hurried else add_working_time(organisation.calendar, began, wait)


def _looks_again(enquiry: Enquiry, organisation: Organisation, now: datetime) -> datetime:
    """Soon where little time is left; while the office is shut, when it opens."""
    soonest, latest = LOOKS_AGAIN
    pause = min(max((answer_by(enquiry, organisation) - now) * LOOK_SHARE, soonest), latest)
    again = now + pause
    return again if is_hurried(enquiry, organisation) else next_opening(organisation.calendar, again)


def told_already(step: Step, person: str, enquiry: Enquiry, organisation: Organisation, at: datetime) -> bool:
    """Whether the step before asks the very same person, so that asking again under another name would only be noise."""
    before = POLICY[step].after
    return before is not None and recipient_of(before, enquiry, organisation, at) == person


def story_recipient(
    nudge: Nudge, story: StoryIdea, organisation: Organisation, at: datetime | None = None
) -> str | None:
    """Who is to be asked about a story now."""
    return story_recipient_of(Step(nudge.step), story, organisation, at)


def decide_story(nudge: Nudge, story: StoryIdea, organisation: Organisation, now: datetime) -> Decision:
    """What becomes of a story's planned nudge at this moment. Good news never disturbs an evening."""
    if story.status != StoryStatus.NEW:
        return Moot(str(story.status))
    return said_to(nudge, story_recipient(nudge, story, organisation, now), organisation, now)
