"""What is urgent, what is in a hurry, and what speaks at once: so near its deadline that it does not wait for office hours."""

from datetime import datetime, time, timedelta

from bot.rules.nudge_policy import FOLLOW_STEPS, HURRY, PROMISE_DAYS
from bot.rules.working_time import (
    DAY,
    add_working_days,
    is_working,
    local,
    moment,
    next_opening,
    working_time_between,
)
from storage.enquiry import Enquiry
from storage.kinds import Step
from storage.organisation import Organisation, WorkingCalendar

NEAR = timedelta(hours=4)
NOON = time(12)
WAKES, SLEEPS = time(8), time(22)
BEFOREHAND = timedelta(hours=2)
AT_ANY_HOUR = frozenset({Step.OFFICER_NEW, Step.LEAD_NEW, Step.RAISER_RING})


def is_urgent(deadline: datetime | None, raised_at: datetime, calendar: WorkingCalendar) -> bool:
    """Due within four hours, or raised out of hours and due before noon of the next working day."""
    if deadline is None:
        return False
    return deadline - raised_at <= NEAR or _before_noon_of_next_day(deadline, raised_at, calendar)


def _before_noon_of_next_day(deadline: datetime, raised_at: datetime, calendar: WorkingCalendar) -> bool:
    if is_working(calendar, raised_at):
        return False
    next_day = local(calendar, next_opening(calendar, raised_at)).date()
    return deadline < moment(calendar, next_day, NOON)


def answer_by(enquiry: Enquiry, organisation: Organisation) -> datetime:
    """The deadline, or, where none was given, the promise of one working day."""
    return enquiry.deadline or add_working_days(organisation.calendar, enquiry.raised_at, PROMISE_DAYS)


def is_hurried(enquiry: Enquiry, organisation: Organisation) -> bool:
    """Urgent, or due before the office will have been open for an hour: time by the clock counts, open or shut."""
    if enquiry.urgent or enquiry.deadline is None:
        return enquiry.urgent
    return working_time_between(organisation.calendar, enquiry.raised_at, enquiry.deadline, HURRY) < HURRY


def presses(step: Step, enquiry: Enquiry, organisation: Organisation, at: datetime) -> bool:
    """Whether it goes out at this moment though the office be shut and the enquiry was in no hurry when it came.

    A restricted enquiry gives one notice on arrival, which says nothing but that it is there.
    """
    return (enquiry.restricted and step == Step.OFFICER_NEW) or deadline_presses(enquiry, organisation, at)


def deadline_presses(enquiry: Enquiry, organisation: Organisation, at: datetime) -> bool:
    """Within four hours of its deadline, or it would still be waiting for the office when the deadline came."""
    deadline = enquiry.deadline
    if deadline is None or deadline <= at:
        return False
    return deadline - at <= NEAR or next_opening(organisation.calendar, at) >= deadline


def lets_sleep(step: Step, enquiry: Enquiry, organisation: Organisation, at: datetime) -> datetime:
    """When to ask again what can wait until people are awake: in the morning, but two hours before the deadline at the latest.

    What has just come in is said at any hour, once; it is the asking again that nobody is woken for, unless it came in with hours to go.
    """
    here, deadline = local(organisation.calendar, at), enquiry.deadline
    if step in AT_ANY_HOUR or deadline is None or deadline - enquiry.raised_at <= NEAR or WAKES <= here.time() < SLEEPS:
        return at
    day = here.date() if here.time() < WAKES else here.date() + DAY
    return max(at, min(moment(organisation.calendar, day, WAKES), deadline - BEFOREHAND))


def speaks_at_once(step: Step, enquiry: Enquiry, organisation: Organisation, at: datetime) -> bool:
    """Whether a step of this enquiry may break into somebody's evening.

    Whoever has said that they have it is asked whether they still do in working hours, until the deadline itself presses.
    """
    if step in FOLLOW_STEPS:
        return deadline_presses(enquiry, organisation, at)
    return is_hurried(enquiry, organisation) or presses(step, enquiry, organisation, at)
