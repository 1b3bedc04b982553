"""Calls that were promised: when the press officer is reminded to ring, and what becomes of that at its moment.

Whoever asked to be rung sits by the phone. A promised time in the officer's own hours is kept to; of one after they have gone home
they are reminded before they go.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.rules.availability import available, calendar_of
from bot.rules.nudging import Decision, Later, Moot, PlannedNudge, is_hurried, now_or_at
from bot.rules.sign_off_times import may_disturb, officer_for, planned_for, speaks_at
from bot.rules.working_time import add_working_time, subtract_working_time
from storage.call_request import CallRequest
from storage.enquiry import Enquiry
from storage.kinds import Step
from storage.nudge import Nudge
from storage.organisation import Organisation

SOON = timedelta(minutes=15)
"""How long "as soon as you can" may take, and after how long we ask whether they were rung."""
EVERY = timedelta(hours=1)
"""Of working time: how often after that."""


@dataclass(frozen=True, slots=True)
class AskedCall:
    """A call with its enquiry."""

    enquiry: Enquiry
    call: CallRequest


def plan_call(
    call: CallRequest, enquiry: Enquiry, organisation: Organisation, now: datetime, round_: int = 1
) -> list[PlannedNudge]:
    """At the promised time, and a quarter of an hour later if nobody has noted that they rang."""
    at = max(call.call_at or now + SOON, now)
    first = _reminded_at(enquiry, organisation, at, now)
    later = max(first, at) + SOON
    return [
        _planned(Step.CALL, first, enquiry, organisation, round_),
        _planned(Step.CALL_AGAIN, later, enquiry, organisation, round_),
    ]


def plan_call_again(enquiry: Enquiry, organisation: Organisation, now: datetime, round_: int) -> list[PlannedNudge]:
    """They were asked again, and have still not rung."""
    at = now + EVERY if is_hurried(enquiry, organisation) else add_working_time(organisation.calendar, now, EVERY)
    return [_planned(Step.CALL_AGAIN, at, enquiry, organisation, round_)]


def _reminded_at(enquiry: Enquiry, organisation: Organisation, at: datetime, now: datetime) -> datetime:
    officer = officer_for(enquiry, organisation, at, "")
    if available(organisation, officer, at, urgent=may_disturb(enquiry, organisation, at)):
        return at
    before = subtract_working_time(calendar_of(organisation, officer), at, SOON)
    return before if before > now else at


def _planned(step: Step, at: datetime, enquiry: Enquiry, organisation: Organisation, round_: int) -> PlannedNudge:
    officer = officer_for(enquiry, organisation, at, organisation.head_of_comms or "")
    return planned_for(step, officer, at, enquiry, organisation, round_)


def decide_call(nudge: Nudge, asked: AskedCall, organisation: Organisation, now: datetime) -> Decision:
    """What becomes of it at this moment."""
    enquiry = asked.enquiry
    if asked.call.done_at is not None:
        return Moot("rung")
    if not enquiry.is_open:
        return Moot(str(enquiry.status))
    if asked.call.person in enquiry.excluded:
        return Moot("excluded")
    if nudge.due_at > now:
        return Later(nudge.due_at)
    return now_or_at(nudge, speaks_at(call_recipient(nudge, asked, organisation, now), enquiry, organisation, now), now)


def call_recipient(nudge: Nudge, asked: AskedCall, organisation: Organisation, now: datetime) -> str:
    """Whoever deals with the enquiry now, or is on duty."""
    return officer_for(asked.enquiry, organisation, now, nudge.person)
