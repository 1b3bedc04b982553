"""Working time: hours, closures, bank holidays of the right nation, and clocks that change."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.rules.working_time import (
    add_working_days,
    add_working_time,
    bank_holidays,
    is_working,
    is_working_day,
    local,
    next_opening,
    subtract_working_time,
    working_day_before,
    working_time_between,
)
from storage.organisation import WorkingCalendar
from tests.rules.northbank import CALENDAR, at, london

NEVER = WorkingCalendar(hours={})
MOMENTS = st.integers(0, 3 * 365 * 24 * 60).map(
    lambda minutes: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
)
AMOUNTS = st.integers(0, 60 * 60).map(lambda minutes: timedelta(minutes=minutes))


@pytest.mark.parametrize(
    ("moment", "open_"),
    [
        ("2026-11-25 08:59", False),
        ("2026-11-25 09:00", True),
        ("2026-11-25 16:59", True),
        ("2026-11-25 17:00", False),
        ("2026-11-28 10:00", False),  # a Saturday
        ("2026-12-25 10:00", False),
        ("2026-12-28 10:00", False),  # Boxing Day's substitute
        ("2026-07-01 09:00", True),  # 08:00 in UTC
    ],
)
def test_the_office_is_open_by_local_time(moment: str, open_: bool) -> None:
    assert is_working(CALENDAR, at(moment)) is open_


def test_each_nation_has_its_own_bank_holidays() -> None:
    st_andrews, battle_of_the_boyne = date(2026, 11, 30), date(2026, 7, 13)
    closed = {
        nation: [
            day for day in (st_andrews, battle_of_the_boyne) if not is_working_day(WorkingCalendar(nation=nation), day)
        ]
        for nation in ("ENG", "SCT", "WLS", "NIR")
    }
    assert closed == {"ENG": [], "SCT": [st_andrews], "WLS": [], "NIR": [battle_of_the_boyne]}


def test_bank_holidays_are_known_for_a_year() -> None:
    days = "01-01 03-26 03-29 05-03 05-31 08-30 12-25 12-26 12-27 12-28"  # the last two are substitutes for a weekend
    assert sorted(bank_holidays("ENG", 2027)) == [date.fromisoformat(f"2027-{day}") for day in days.split()]


@pytest.mark.parametrize(
    ("moment", "opening"),
    [
        ("2026-11-25 10:10", "2026-11-25 10:10"),
        ("2026-11-25 07:00", "2026-11-25 09:00"),
        ("2026-11-25 17:00", "2026-11-26 09:00"),
        ("2026-11-27 18:00", "2026-11-30 09:00"),
        ("2026-12-24 17:30", "2026-12-29 09:00"),
        ("2026-03-28 12:00", "2026-03-30 09:00"),  # the clocks go forward on Sunday
    ],
)
def test_the_next_opening(moment: str, opening: str) -> None:
    assert london(next_opening(CALENDAR, at(moment))) == opening


def test_closures_are_days_off() -> None:
    calendar = WorkingCalendar(closures=frozenset({date(2026, 11, 26)}))
    assert london(next_opening(calendar, at("2026-11-25 18:00"))) == "2026-11-27 09:00"
    assert working_day_before(calendar, date(2026, 11, 26)) == date(2026, 11, 25)


def test_an_office_that_never_opens_is_not_waited_for() -> None:
    now = at("2026-11-25 10:00")
    assert next_opening(NEVER, now) == now
    assert add_working_time(NEVER, now, timedelta(hours=2)) == now + timedelta(hours=2)
    assert working_day_before(NEVER, date(2026, 11, 25)) == date(2026, 11, 25)


@pytest.mark.parametrize(
    ("start", "hours", "end"),
    [
        ("2026-11-25 10:00", 2, "2026-11-25 12:00"),
        ("2026-11-25 16:00", 1, "2026-11-25 17:00"),
        ("2026-11-25 16:00", 2, "2026-11-26 10:00"),
        ("2026-11-27 16:30", 1, "2026-11-30 09:30"),
        ("2026-11-28 12:00", 8, "2026-11-30 17:00"),
        ("2026-03-27 16:00", 2, "2026-03-30 10:00"),
    ],
)
def test_adding_and_subtracting_working_time(start: str, hours: int, end: str) -> None:
    assert london(add_working_time(CALENDAR, at(start), timedelta(hours=hours))) == end
    assert working_time_between(CALENDAR, at(start), at(end)) == timedelta(hours=hours)
    back = subtract_working_time(CALENDAR, at(end), timedelta(hours=hours))
    assert working_time_between(CALENDAR, back, at(end)) == timedelta(hours=hours)


def test_working_time_counts_real_hours_when_the_clocks_change() -> None:
    nights = WorkingCalendar(hours={"sat": (time(20), time(23)), "sun": (time(0), time(6))})
    assert working_time_between(nights, at("2026-03-28 20:00"), at("2026-03-29 06:00")) == timedelta(hours=8)
    assert working_time_between(nights, at("2026-10-24 20:00"), at("2026-10-25 06:00")) == timedelta(hours=10)


@pytest.mark.parametrize(
    ("start", "days", "end"),
    [
        ("2026-11-25 10:00", 1, "2026-11-26 10:00"),
        ("2026-11-27 10:00", 1, "2026-11-30 10:00"),
        ("2026-11-27 18:00", 1, "2026-12-01 09:00"),
        ("2026-12-23 10:00", 3, "2026-12-30 10:00"),
        ("2026-03-27 10:00", 1, "2026-03-30 10:00"),
    ],
)
def test_adding_working_days_keeps_the_time_of_day(start: str, days: int, end: str) -> None:
    assert london(add_working_days(CALENDAR, at(start), days)) == end


@given(MOMENTS)
def test_an_opening_is_never_before_now_and_always_open(now: datetime) -> None:
    opening = next_opening(CALENDAR, now)
    assert opening >= now
    assert is_working(CALENDAR, opening)
    assert next_opening(CALENDAR, opening) == opening


@given(MOMENTS, AMOUNTS)
@settings(max_examples=60)
def test_what_is_added_is_what_lies_between(start: datetime, amount: timedelta) -> None:
    end = add_working_time(CALENDAR, start, amount)
    assert end >= start
    assert working_time_between(CALENDAR, start, end) == amount


@given(MOMENTS, AMOUNTS)
@settings(max_examples=60)
def test_what_is_subtracted_is_what_lies_between(end: datetime, amount: timedelta) -> None:
    start = subtract_working_time(CALENDAR, end, amount)
    assert start <= end
    assert working_time_between(CALENDAR, start, end) == amount


@given(st.dates(date(2026, 1, 1), date(2028, 12, 31)))
def test_the_working_day_before_is_the_last_one(day: date) -> None:
    before = working_day_before(CALENDAR, day)
    assert is_working_day(CALENDAR, before)
    between = [before + timedelta(days=count) for count in range(1, (day - before).days + 1)]
    assert not any(is_working_day(CALENDAR, later) for later in between)


@given(MOMENTS)
def test_local_keeps_the_moment(now: datetime) -> None:
    assert local(CALENDAR, now) == now


@pytest.mark.parametrize(
    ("day", "closed"),
    [
        (date(2026, 1, 1), {"ENG", "SCT", "WLS", "NIR"}),
        (date(2026, 1, 2), {"SCT"}),
        (date(2026, 3, 17), {"NIR"}),  # St Patrick
        (date(2026, 4, 6), {"ENG", "WLS", "NIR"}),  # Easter Monday
        (date(2026, 7, 13), {"NIR"}),  # the twelfth is a Sunday
        (date(2026, 8, 3), {"SCT"}),
        (date(2026, 8, 31), {"ENG", "WLS", "NIR"}),
        (date(2026, 11, 30), {"SCT"}),  # St Andrew
        (date(2026, 12, 28), {"ENG", "SCT", "WLS", "NIR"}),  # Boxing Day is a Saturday
    ],
)
def test_where_a_bank_holiday_is_kept(day: date, closed: set[str]) -> None:
    assert {nation for nation in ("ENG", "SCT", "WLS", "NIR") if day in bank_holidays(nation, day.year)} == closed
