"""The clock jumps: back and forth by NTP, an hour when the clocks change, hours while a laptop slept. Nothing is repeated or lost."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta

import pytest

from storage.engine import Database
from tests.journeys.council import LONDON, Council, council_with

STEADY = [
    ("officer_unclaimed", "Priya"),
    ("lead_again", "Shirin"),
    ("head_unclaimed", "Helen"),
    ("deputy", "Joan"),
    ("head_unacknowledged", "Helen"),
    ("officer_deadline", "Priya"),
    ("deadline_soon", "Priya"),
    ("officer_passed", "Priya"),
    ("head_passed", "Helen"),
]


@pytest.fixture
def council(file_database: Database) -> Iterator[Council]:
    with council_with(file_database) as northbank:
        yield northbank


def day(council: Council, minutes: Sequence[int]) -> list[tuple[str, str]]:
    """One enquiry of 10:12 due at 16:00, looked at whenever the clock shows so many minutes after ten; who was asked meanwhile."""
    council.raises("amara")
    before = len(council.asked())
    for minute in minutes:
        council.move_to(datetime(2026, 3, 4, 10, tzinfo=LONDON) + timedelta(minutes=minute))
    council.until_quiet()
    return council.asked()[before:]


def asked_in_order(asked: list[tuple[str, str]]) -> list[tuple[str, str]]:
    return sorted(asked, key=STEADY.index)


def test_a_steady_clock(council: Council) -> None:
    assert asked_in_order(day(council, range(12, 370, 2))) == STEADY


def test_a_clock_that_is_put_back_repeats_nothing(council: Council) -> None:
    minutes = [minute - back for minute in range(12, 370, 4) for back in (0, 11, 47, 1)]
    assert asked_in_order(day(council, [max(minute, 12) for minute in minutes])) == STEADY


def test_a_clock_that_jumps_ahead_for_a_moment_loses_nothing(council: Council) -> None:
    """Three minutes ahead and back again, all day: some is said a little early, and each once."""
    minutes = [minute + ahead for minute in range(12, 370, 4) for ahead in (0, 3, 0)]
    assert asked_in_order(day(council, minutes)) == STEADY


def test_a_laptop_that_slept_says_what_is_left_to_say(council: Council) -> None:
    asked = day(council, [12, 20, 40, 310, 365, 366])
    assert len(asked) == len(set(asked))
    assert set(asked) == {
        ("lead_again", "Shirin"),
        ("deputy", "Joan"),
        ("head_unacknowledged", "Helen"),
        ("officer_deadline", "Priya"),
        ("officer_passed", "Priya"),
        ("head_passed", "Helen"),
    }


@pytest.mark.parametrize(("friday", "monday"), [((2026, 3, 27), (2026, 3, 30)), ((2026, 10, 23), (2026, 10, 26))])
def test_the_weekend_on_which_the_clocks_change(
    council: Council, friday: tuple[int, int, int], monday: tuple[int, int, int]
) -> None:
    council.move_to(datetime(*friday, 16, 10, tzinfo=LONDON))
    council.raises("amara", deadline="Monday 4pm")
    moment = datetime(*friday, 16, 12, tzinfo=LONDON).astimezone(UTC)
    until = datetime(*monday, 16, 2, tzinfo=LONDON)
    said: list[datetime] = []
    while moment < until:
        before = len(council.asked())
        council.move_to(moment)
        said += [council.slack.clock.now()] * (len(council.asked()) - before)
        moment += timedelta(minutes=14)
    council.move_to(until)
    council.until_quiet()
    local = [one.astimezone(LONDON) for one in said]
    outside = [one for one in local if not (9 <= one.hour < 17 and one.weekday() < 5)]
    assert outside == []
    steps = council.asked()
    assert len(steps) == len(set(steps))
    assert [step for step, _ in steps[-2:]] == ["officer_passed", "head_passed"]
