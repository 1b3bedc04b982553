"""Working time: when the office is open, and how far off a moment is when only open hours count.

Every moment that comes in is aware, every moment that goes out is aware and in UTC. Opening and closing are local
times, so a day on which the clocks change still opens at nine.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from storage.organisation import WorkingCalendar

DAY = timedelta(days=1)
LOOK_AHEAD = 400  # days; an office that does not open in so many never does
NAMES = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def local(calendar: WorkingCalendar, now: datetime) -> datetime:
    """The moment as the organisation's clocks show it."""
    return now.astimezone(ZoneInfo(calendar.zone))


def moment(calendar: WorkingCalendar, day: date, at: time) -> datetime:
    """The moment, in UTC, of a local time of day. Of an hour that comes twice, the first."""
    return _moment(calendar.zone, day, at)


@lru_cache(maxsize=4096)
def _moment(zone: str, day: date, at: time) -> datetime:
    return datetime.combine(day, at, ZoneInfo(zone)).astimezone(UTC)


@lru_cache(maxsize=64)
def bank_holidays(nation: str, year: int) -> frozenset[date]:
    """The bank holidays of one nation (ENG, SCT, WLS, NIR) in one year, substitute days included."""
    import holidays  # noqa: PLC0415 - slow to import, and the bot starts without it

    return frozenset(holidays.country_holidays("GB", subdiv=nation, years=year))


def is_working_day(calendar: WorkingCalendar, day: date) -> bool:
    """A weekday with hours that is neither a closure nor a bank holiday."""
    if NAMES[day.weekday()] not in calendar.hours or day in calendar.closures:
        return False
    return day not in bank_holidays(calendar.nation, day.year)


def office_hours(calendar: WorkingCalendar, day: date) -> tuple[datetime, datetime] | None:
    """When the office opens and closes on a day; None where it stays shut."""
    if not is_working_day(calendar, day):
        return None
    opening, closing = calendar.hours[NAMES[day.weekday()]]
    return moment(calendar, day, opening), moment(calendar, day, closing)


def is_working(calendar: WorkingCalendar, now: datetime) -> bool:
    """Whether the office is open. At the closing time itself it is shut."""
    hours = office_hours(calendar, local(calendar, now).date())
    return hours is not None and hours[0] <= now < hours[1]


def next_opening(calendar: WorkingCalendar, now: datetime) -> datetime:
    """The next moment the office is open: now itself while it is, and also where it never opens (nothing to wait for)."""
    for opens, closes in _openings_from(calendar, now):
        if now < closes:
            return max(opens, now.astimezone(UTC))
    return now.astimezone(UTC)


def add_working_time(calendar: WorkingCalendar, start: datetime, amount: timedelta) -> datetime:
    """The moment when the office has been open for `amount` since `start`; by the clock where it never opens."""
    left = amount
    for opens, closes in _openings_from(calendar, start):
        begins = max(opens, start)
        if begins + left <= closes and begins < closes:
            return (begins + left).astimezone(UTC)
        left -= max(closes - begins, timedelta())
    return (start + amount).astimezone(UTC)


def subtract_working_time(calendar: WorkingCalendar, end: datetime, amount: timedelta) -> datetime:
    """The moment from which the office is open for `amount` until `end`; by the clock where it never opens."""
    left = amount
    for opens, closes in _openings_until(calendar, end):
        ends = min(closes, end)
        if ends - left >= opens and ends > opens:
            return (ends - left).astimezone(UTC)
        left -= max(ends - opens, timedelta())
    return (end - amount).astimezone(UTC)


def working_time_between(
    calendar: WorkingCalendar, start: datetime, end: datetime, at_most: timedelta = timedelta.max
) -> timedelta:
    """How long the office is open between two moments; nothing when the second is not after the first.

    Counting stops at `at_most`, so that a deadline a year off costs no more than one next week.
    """
    total = timedelta()
    for opens, closes in _openings_from(calendar, start):
        if opens >= end or total >= at_most:
            break
        total += max(min(closes, end) - max(opens, start), timedelta())
    return min(total, at_most)


def add_working_days(calendar: WorkingCalendar, start: datetime, days: int) -> datetime:
    """The same time of day so many working days on, counted from the next opening."""
    begins = local(calendar, next_opening(calendar, start))
    day = begins.date()
    for _ in range(days):
        day = _working_day_from(calendar, day + DAY, DAY)
    return moment(calendar, day, begins.time())


def working_day_before(calendar: WorkingCalendar, day: date) -> date:
    """The day itself when it is a working day, otherwise the last one before it."""
    return _working_day_from(calendar, day, -DAY)


def _working_day_from(calendar: WorkingCalendar, day: date, stride: timedelta) -> date:
    found = day
    for _ in range(LOOK_AHEAD):
        if is_working_day(calendar, found):
            return found
        found += stride
    return day


def _openings_from(calendar: WorkingCalendar, start: datetime) -> Iterator[tuple[datetime, datetime]]:
    return _openings(calendar, local(calendar, start).date(), DAY)


def _openings_until(calendar: WorkingCalendar, end: datetime) -> Iterator[tuple[datetime, datetime]]:
    return _openings(calendar, local(calendar, end).date(), -DAY)


def _openings(calendar: WorkingCalendar, first: date, stride: timedelta) -> Iterator[tuple[datetime, datetime]]:
    day = first
    for _ in range(LOOK_AHEAD):
        hours = office_hours(calendar, day)
        if hours is not None:
            yield hours
        day += stride
