"""The moments to which the stage door offers to move the clock, where the host names none of its own."""

from collections.abc import Mapping
from datetime import datetime, time, timedelta

FRIDAY, SATURDAY = 4, 5
MORNING = time(9)
TEN = time(10)


def usual_moments(now: datetime) -> Mapping[str, datetime]:
    """Words for a button, and the moment that they lead to, in the time zone of `now`."""
    morning = _next(now, MORNING)
    while morning.weekday() >= SATURDAY:
        morning += timedelta(days=1)
    friday = _next(now, TEN)
    return {
        "Next working morning, 09:00": morning,
        "Friday, 10:00": friday + timedelta(days=(FRIDAY - friday.weekday()) % 7),
    }


def _next(now: datetime, at: time) -> datetime:
    """The next time that the clock on the wall shows `at`."""
    today = datetime.combine(now.date(), at, now.tzinfo)
    return today if today > now else today + timedelta(days=1)
