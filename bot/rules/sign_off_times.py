"""When someone is asked to sign off or to check facts, when they are asked again, and what becomes of each such nudge at its moment."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.rules.nudging import Decision, Moot, PlannedNudge, is_hurried, now_or_at, time_left
from bot.rules.urgency import deadline_presses
from bot.rules.working_time import add_working_time, next_opening
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


def speaks_at(enquiry: Enquiry, organisation: Organisation, at: datetime) -> datetime:
    """The moment itself where the enquiry is in a hurry or its deadline is near, otherwise when the office is open next."""
    if is_hurried(enquiry, organisation) or deadline_presses(enquiry, organisation, at):
        return at
    return next_opening(organisation.calendar, at)


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
    hurried = is_hurried(enquiry, organisation)
    steps = (
        (Step.SIGN_OFF, one.person, now),
        (Step.SIGN_OFF_AGAIN, one.person, due_at),
        (Step.SIGN_OFF_LATE, enquiry.officer or one.asked_by, late_at),
    )
    return [
        PlannedNudge(step, person, speaks_at(enquiry, organisation, at), hurried, round_) for step, person, at in steps
    ]


def plan_facts(check: FactCheck, enquiry: Enquiry, organisation: Organisation, now: datetime) -> list[PlannedNudge]:
    """Whoever knows the case, now and when the answer is due."""
    hurried = is_hurried(enquiry, organisation)
    return [
        PlannedNudge(step, check.person, speaks_at(enquiry, organisation, at), hurried)
        for step, at in ((Step.FACT_CHECK, now), (Step.FACT_CHECK_AGAIN, check.due_at))
    ]


def plan_news(
    step: Step, person: str, enquiry: Enquiry, organisation: Organisation, now: datetime, round_: int = 1
) -> PlannedNudge:
    """One person hears what someone else has decided."""
    return PlannedNudge(step, person, speaks_at(enquiry, organisation, now), is_hurried(enquiry, organisation), round_)


def decide_sign_off(nudge: Nudge, asked: AskedYes, organisation: Organisation, now: datetime) -> Decision:
    """What becomes of a planned nudge about a sign-off at this moment."""
    enquiry, step = asked.enquiry, Step(nudge.step)
    if enquiry.status in (Status.CLOSED, Status.RESPONDED):
        return Moot(str(enquiry.status))
    if step == Step.READY_TO_SEND and enquiry.status != Status.READY:
        return Moot("not_ready")
    asks = step in (Step.SIGN_OFF, Step.SIGN_OFF_AGAIN, Step.SIGN_OFF_LATE)
    if asks and asked.sign_off.state != SignOffState.ASKED:
        return Moot(str(asked.sign_off.state))
    return _now_or_later(nudge, enquiry, organisation, now)


def decide_facts(nudge: Nudge, asked: AskedFacts, organisation: Organisation, now: datetime) -> Decision:
    """The same for a fact check."""
    enquiry = asked.enquiry
    if enquiry.status in (Status.CLOSED, Status.RESPONDED):
        return Moot(str(enquiry.status))
    if nudge.step != Step.FACTS_ANSWERED and asked.check.state != CheckState.ASKED:
        return Moot(str(asked.check.state))
    return _now_or_later(nudge, enquiry, organisation, now)


def _now_or_later(nudge: Nudge, enquiry: Enquiry, organisation: Organisation, now: datetime) -> Decision:
    if nudge.person in enquiry.excluded:
        return Moot("excluded")
    return now_or_at(nudge, max(nudge.due_at, speaks_at(enquiry, organisation, now)), now)


def recipient_of_sign_off(nudge: Nudge, asked: AskedYes, _: Organisation, __: datetime) -> str:
    """The person it was planned for; what concerns the press officer goes to whoever has the enquiry now."""
    if nudge.step in (Step.SIGN_OFF_LATE, Step.READY_TO_SEND, Step.CHANGE_ASKED, Step.NEEDS_MORE):
        return asked.enquiry.officer or nudge.person
    return nudge.person


def recipient_of_facts(nudge: Nudge, asked: AskedFacts, _: Organisation, __: datetime) -> str:
    """The same for a fact check."""
    return asked.enquiry.officer or nudge.person if nudge.step == Step.FACTS_ANSWERED else nudge.person
