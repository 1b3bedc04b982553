"""Where the stage door may take the clock: to moments at which something happens at Northbank, bank holidays and all."""

from collections.abc import Mapping
from datetime import datetime, time, timedelta

from bot.rules.digest import next_digest, preview_at
from bot.rules.editions import best_asked_at
from bot.rules.working_time import is_working_day, local, moment
from storage.organisation import Organisation, WorkingCalendar

MORNING = time(9)
LONGEST_BREAK = 30
"""Days: no office is shut for longer."""
LONGEST_MONTH = timedelta(days=31)


def moments(organisation: Organisation, now: datetime) -> Mapping[str, datetime]:
    """Words for a button, and the moment that they lead to."""
    digest = next_digest(organisation, now)
    morning = next_morning(organisation.calendar, now)
    shown = preview_at(organisation, digest.due_at) if digest else now
    return {
        **({"Next working morning, 09:00": morning} if morning else {}),
        **({f"{local(organisation.calendar, shown):%A, %H:%M}": shown} if shown > now else {}),
        **({f"{local(organisation.calendar, digest.due_at):%A, %H:%M}": digest.due_at} if digest else {}),
        **_best_of_the_month(organisation, now),
    }


def _best_of_the_month(organisation: Organisation, now: datetime) -> dict[str, datetime]:
    """When the press office is next asked for a month's best, where it is at all."""
    this = local(organisation.calendar, now).date().replace(day=1)
    following = (this + LONGEST_MONTH).replace(day=1)
    asked = next(at for first in (this, following) if (at := best_asked_at(organisation, first)) > now)
    day = local(organisation.calendar, asked)
    return {f"Month's best, {day.day} {day:%B %H:%M}": asked} if organisation.best_of else {}


def next_morning(calendar: WorkingCalendar, now: datetime) -> datetime | None:
    """Nine o'clock of the next day on which the office opens and it is not nine yet."""
    today = local(calendar, now).date()
    days = (today + timedelta(days=ahead) for ahead in range(LONGEST_BREAK))
    mornings = (moment(calendar, day, MORNING) for day in days if is_working_day(calendar, day))
    return next((morning for morning in mornings if morning > now), None)
