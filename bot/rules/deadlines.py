"""A deadline as people type it, as a moment. Small grammar first; dateparser, which is slow to load, for what is left."""

import re
from datetime import UTC, date, datetime, time, timedelta

from bot.rules.reasons import Reason, Refused
from bot.rules.spoken_time import Spoken, is_none_given, recognise, tidy
from bot.rules.working_time import DAY, NAMES, local, moment
from storage.organisation import WorkingCalendar

OPENING, CLOSING = time(9), time(17)  # of a day on which the office stays shut
END_OF_DAY = time(23, 59)
FARTHEST = timedelta(days=366)  # beyond this a year was mistyped


def read_deadline(words: str, now: datetime, calendar: WorkingCalendar) -> datetime | None:
    """The moment meant, in UTC; None where the words say that none was given.

    A time without a day is today's; one that has gone by is refused as passed, never moved to tomorrow.
    Raises `Refused` with DEADLINE_NOT_UNDERSTOOD or DEADLINE_PASSED.
    """
    if not words.strip() or is_none_given(words):
        return None
    spoken = recognise(words)
    deadline = _resolve(spoken, now, calendar) if spoken else _by_dateparser(words, now, calendar)
    if deadline is not None and spoken and not _zone_holds(spoken, deadline, calendar):
        deadline = None
    if deadline is None or deadline - now > FARTHEST:
        raise Refused(Reason.DEADLINE_NOT_UNDERSTOOD, words=words.strip())
    if deadline <= now:
        raise Refused(Reason.DEADLINE_PASSED, deadline=deadline)
    return deadline


def looks_like_deadline(words: str) -> bool:
    """Whether the words could stand in the deadline's field, without asking the clock. A bare number is not enough."""
    return not tidy(words).isdigit() and (is_none_given(words) or recognise(words) is not None)


def _zone_holds(spoken: Spoken, deadline: datetime, calendar: WorkingCalendar) -> bool:
    """Whether the zone that was said, if any, is the one our clocks will show: "5pm BST" in November is asked for again."""
    name = local(calendar, deadline).tzname() or ""
    return spoken.zone is None or name.lower() == spoken.zone


def _resolve(spoken: Spoken, now: datetime, calendar: WorkingCalendar) -> datetime | None:
    if spoken.after is not None:
        return (now + spoken.after).astimezone(UTC) if spoken == Spoken(after=spoken.after) else None
    try:
        day = _day(spoken, local(calendar, now).date())
    except ValueError:  # 31 November
        return None
    if day is None:
        return None
    if spoken.end_of_day:
        return moment(calendar, day + DAY, time(0))
    return _at(spoken, day, now, calendar)


def _at(spoken: Spoken, day: date, now: datetime, calendar: WorkingCalendar) -> datetime:
    if spoken.hour is not None:
        return moment(calendar, day, spoken.hour)
    opening, closing = calendar.hours.get(NAMES[day.weekday()], (OPENING, CLOSING))
    if spoken.part == "opening":
        return moment(calendar, day, opening)
    end = moment(calendar, day, closing)
    today_is_meant = spoken.part is None and day == local(calendar, now).date()
    return moment(calendar, day, END_OF_DAY) if today_is_meant and end <= now else end


def _day(spoken: Spoken, today: date) -> date | None:
    """The day meant: a date before a weekday before "tomorrow". None where two of them disagree."""
    meant = [day for day in (_dated(spoken, today), _named(spoken, today), _counted(spoken, today)) if day is not None]
    if spoken.day is not None and spoken.weekday is not None and meant[0].weekday() != spoken.weekday:
        return None
    if spoken.days_ahead is not None and any(day != meant[-1] for day in meant):
        return None
    return meant[0] if meant else today


def _dated(spoken: Spoken, today: date) -> date | None:
    if spoken.day is None:
        return None
    if spoken.month is None:
        return _day_of_month(spoken.day, today)
    if spoken.year is not None:
        return date(spoken.year, spoken.month, spoken.day)
    return _nearest_year(spoken.day, spoken.month, today)


def _nearest_year(day: int, month: int, today: date) -> date:
    """Without a year the nearest is meant: 3 January, said in December, lies ahead; 20 November, said on the 25th, has gone by."""
    years = [year for year in (today.year, today.year + 1, today.year - 1) if _exists(year, month, day)]
    if not years:
        raise ValueError(f"no {day}/{month} near {today}")
    return min((date(year, month, day) for year in years), key=lambda found: abs(found - today))


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _day_of_month(day: int, today: date) -> date:
    """The 25th: this month's, or the next month's when it has gone by."""
    if day >= today.day:
        return today.replace(day=day)
    return (today.replace(day=1) + timedelta(days=32)).replace(day=day)


def _named(spoken: Spoken, today: date) -> date | None:
    """The coming one, today included. "Next Friday" too: of its two meanings the earlier is the safe one."""
    return None if spoken.weekday is None else today + timedelta(days=(spoken.weekday - today.weekday()) % 7)


def _counted(spoken: Spoken, today: date) -> date | None:
    return None if spoken.days_ahead is None else today + timedelta(days=spoken.days_ahead)


_OURS = re.compile(r"\b(?:morning|afternoon|evening|night|tonight)\b", re.IGNORECASE)
"""Words that the grammar knows: where it does not understand them, nobody does."""
_COUNTED = re.compile(r"\b(?:minute|min|hour|hr|day|week|month)s?\b", re.IGNORECASE)


def _by_dateparser(words: str, now: datetime, calendar: WorkingCalendar) -> datetime | None:
    """What the grammar does not know. Words without a digit, "4-5pm" and "4pm this morning" are refused: dateparser would guess."""
    if not re.search(r"\d", words) or re.search(r"\d *(?:-|to) *\d", words) or len(words) > 60 or _OURS.search(words):
        return None
    import dateparser  # noqa: PLC0415 - a tenth of a second to load, a quarter at its first use

    base = local(calendar, now).replace(tzinfo=None)
    settings = {"DATE_ORDER": "DMY", "PREFER_DATES_FROM": "future", "RELATIVE_BASE": base, "STRICT_PARSING": True}
    found: datetime | None = dateparser.parse(tidy(words), languages=["en"], settings=settings)
    if found is None or (found.time() == base.time() and not _COUNTED.search(words)):
        return None  # it understood a day, and took the time of day from the clock
    return found.astimezone(UTC) if found.tzinfo else moment(calendar, found.date(), found.time())
