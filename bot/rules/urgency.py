"""What is urgent: so near its deadline that it does not wait for office hours."""

from datetime import datetime, time, timedelta

from bot.rules.working_time import is_working, local, moment, next_opening
from storage.organisation import WorkingCalendar

NEAR = timedelta(hours=4)
NOON = time(12)


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
