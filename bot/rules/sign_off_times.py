"""When someone is asked to sign off or to check facts, when they are asked again, and what becomes of each such nudge at its moment."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.rules.availability import WAITED_FOR, NotThere, not_in_time
from bot.rules.nudge_policy import SIGN_OFF_STEPS
from bot.rules.nudging import Decision, Moot, PlannedNudge, is_hurried, now_or_at, reached_at, time_left
from bot.rules.recipients import officer_of
from bot.rules.urgency import deadline_presses
from bot.rules.working_time import add_working_time
from storage.enquiry import Enquiry
from storage.kinds import CheckState, SignOffState, Status, Step
from storage.nudge import Nudge
from storage.organisation import Organisation
from storage.statement import FactCheck, SignOff

HALF, QUARTER = 0.5, 0.25
SHORTEST = timedelta(minutes=10)
LONGEST = timedelta(hours=8)  # of working time: an approver has a day at most
FACTS_LONGEST = timedelta(hours=1)
"""Whoever checks facts has a working hour, or half the time left where that is less."""


@dataclass(frozen=True, slots=True)
class AskedYes:
    """A sign-off with the enquiry that it belongs to: what a nudge about it is decided by."""

    enquiry: Enquiry
    sign_off: SignOff


@dataclass(frozen=True, slots=True)
class AskedFacts:
    """A fact check with its enquiry."""

    enquiry: Enquiry
    check: FactCheck


OFFICER_STEPS = frozenset(
    {
        Step.SIGN_OFF_LATE,
        Step.FACT_CHECK_LATE,
        Step.FACTS_ANSWERED,
        Step.READY_TO_SEND,
        Step.CHANGE_ASKED,
        Step.NEEDS_MORE,
    }
)
"""What concerns whoever deals with the enquiry: while they are away, whoever is on duty."""


def may_disturb(enquiry: Enquiry, organisation: Organisation, at: datetime) -> bool:
    """Whether it goes through quiet hours: the enquiry is in a hurry, or its deadline is near."""
    return is_hurried(enquiry, organisation) or deadline_presses(enquiry, organisation, at)


def speaks_at(person: str, enquiry: Enquiry, organisation: Organisation, at: datetime) -> datetime:
    """When someone can be told: the moment itself while they are there, otherwise as `reached_at` has it."""
    return reached_at(person, organisation, at, urgent=may_disturb(enquiry, organisation, at))


def officer_for(enquiry: Enquiry, organisation: Organisation, at: datetime, otherwise: str) -> str:
    """The press officer who deals with it, or who is on duty while they are away."""
    return officer_of(enquiry, organisation, at, urgent=may_disturb(enquiry, organisation, at)) or otherwise


def missed_by(
    person: str, enquiry: Enquiry, organisation: Organisation, at: datetime, by: datetime | None
) -> NotThere | None:
    """Why someone cannot answer before a moment, so that somebody else is asked in their place; None where they can."""
    urgent = may_disturb(enquiry, organisation, at)
    soon = at if urgent else at + WAITED_FOR
    return not_in_time(organisation, person, at, max(by or soon, soon), urgent=urgent)


def sign_off_due(enquiry: Enquiry, organisation: Organisation, now: datetime) -> datetime:
    """By when an answer is asked: half the time left, ten minutes at least and a working day at most."""
    return _share(HALF, LONGEST, enquiry, organisation, now)


def facts_due(enquiry: Enquiry, organisation: Organisation, now: datetime) -> datetime:
    """By when the facts are to be checked."""
    return _share(HALF, FACTS_LONGEST, enquiry, organisation, now)


def _share(share: float, longest: timedelta, enquiry: Enquiry, organisation: Organisation, now: datetime) -> datetime:
    wait = min(max(time_left(enquiry, organisation, now) * share, SHORTEST), longest)
    hurried = is_hurried(enquiry, organisation)
    return now + wait if hurried else add_working_time(organisation.calendar, now, wait)


def plan_sign_off(
    one: SignOff, enquiry: Enquiry, organisation: Organisation, now: datetime, round_: int = 1
) -> list[PlannedNudge]:
    """The approver now and when the answer is due; later the press officer, who can ask a deputy."""
    due_at = one.due_at or sign_off_due(enquiry, organisation, now)
    late_at = _share(QUARTER, LONGEST, enquiry, organisation, due_at)
    officer = officer_for(enquiry, organisation, late_at, enquiry.officer or one.asked_by)
    steps = (
        (Step.SIGN_OFF, one.person, now),
        (Step.SIGN_OFF_AGAIN, one.person, due_at),
        (Step.SIGN_OFF_LATE, officer, late_at),
    )
    return [planned_for(step, person, at, enquiry, organisation, round_) for step, person, at in steps]


def plan_facts(
    check: FactCheck, enquiry: Enquiry, organisation: Organisation, now: datetime, round_: int = 1
) -> list[PlannedNudge]:
    """Whoever knows the case, now and when the answer is due; later the press officer, who can ask somebody else."""
    late_at = _share(QUARTER, FACTS_LONGEST, enquiry, organisation, check.due_at)
    officer = officer_for(enquiry, organisation, late_at, enquiry.officer or check.asked_by)
    steps = (
        (Step.FACT_CHECK, check.person, now),
        (Step.FACT_CHECK_AGAIN, check.person, check.due_at),
        (Step.FACT_CHECK_LATE, officer, late_at),
    )
    return [planned_for(step, person, at, enquiry, organisation, round_) for step, person, at in steps]


def plan_news(
    step: Step, person: str, enquiry: Enquiry, organisation: Organisation, now: datetime, round_: int = 1
) -> PlannedNudge:
    """One person hears what someone else has decided."""
    if step in OFFICER_STEPS:
        person = officer_for(enquiry, organisation, now, person)
    return planned_for(step, person, now, enquiry, organisation, round_)


def planned_for(
    step: Step, person: str, at: datetime, enquiry: Enquiry, organisation: Organisation, round_: int
) -> PlannedNudge:
    """This person is asked at this moment, or as soon as they can be told."""
    due_at = speaks_at(person, enquiry, organisation, at)
    return PlannedNudge(step, person, due_at, is_hurried(enquiry, organisation), round_)


def decide_sign_off(nudge: Nudge, asked: AskedYes, organisation: Organisation, now: datetime) -> Decision:
    """What becomes of a planned nudge about a sign-off at this moment."""
    enquiry, step = asked.enquiry, Step(nudge.step)
    if enquiry.status in (Status.CLOSED, Status.RESPONDED):
        return Moot(str(enquiry.status))
    if step == Step.READY_TO_SEND and enquiry.status != Status.READY:
        return Moot("not_ready")
    if step in SIGN_OFF_STEPS and asked.sign_off.state != SignOffState.ASKED:
        return Moot(str(asked.sign_off.state))
    return _now_or_later(nudge, recipient_of_sign_off(nudge, asked, organisation, now), enquiry, organisation, now)


def decide_facts(nudge: Nudge, asked: AskedFacts, organisation: Organisation, now: datetime) -> Decision:
    """The same for a fact check."""
    enquiry = asked.enquiry
    if enquiry.status in (Status.CLOSED, Status.RESPONDED):
        return Moot(str(enquiry.status))
    if nudge.step != Step.FACTS_ANSWERED and asked.check.state != CheckState.ASKED:
        return Moot(str(asked.check.state))
    return _now_or_later(nudge, recipient_of_facts(nudge, asked, organisation, now), enquiry, organisation, now)


def _now_or_later(nudge: Nudge, person: str, enquiry: Enquiry, organisation: Organisation, now: datetime) -> Decision:
    if person in enquiry.excluded:
        return Moot("excluded")
    return now_or_at(nudge, max(nudge.due_at, speaks_at(person, enquiry, organisation, now)), now)


def recipient_of_sign_off(nudge: Nudge, asked: AskedYes | AskedFacts, organisation: Organisation, now: datetime) -> str:
    """The person it was planned for; what concerns the press officer goes to whoever has the enquiry, or is on duty, now."""
    if nudge.step in OFFICER_STEPS:
        return officer_for(asked.enquiry, organisation, now, nudge.person)
    return nudge.person


recipient_of_facts = recipient_of_sign_off
