"""How long things are kept: periods read, counted back, and taken from the organisation's own file."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.retention import RULES, Kept, Period, period_from, periods

NOW = datetime(2028, 2, 29, 9, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("written", "period"),
    [
        ("6 years", Period(6, "years")),
        ("1 year", Period(1, "years")),
        (" 90  days ", Period(90, "days")),
        ("1 days", Period(1, "days")),
    ],
)
def test_a_period_is_read(written: str, period: Period) -> None:
    assert period_from(written) == period


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("six years", 'a period looks like "6 years" or "90 days", and is not nothing'),
        ("6", 'a period looks like "6 years" or "90 days", and is not nothing'),
        ("0 days", 'a period looks like "6 years" or "90 days", and is not nothing'),
        ("-1 years", 'a period looks like "6 years" or "90 days", and is not nothing'),
        ("101 years", "a period is no longer than 100 years"),
        ("36501 days", "a period is no longer than 100 years"),
    ],
)
def test_what_is_no_period_is_refused(written: str, why: str) -> None:
    with pytest.raises(ValueError, match=r".") as refused:
        period_from(written)
    assert str(refused.value) == why


def test_years_are_the_calendars() -> None:
    assert Period(1, "years").before(NOW) == datetime(2027, 2, 28, 9, 30, tzinfo=UTC)
    assert Period(4, "years").before(NOW) == datetime(2024, 2, 29, 9, 30, tzinfo=UTC)
    assert Period(90, "days").before(NOW) == NOW - timedelta(days=90)


@given(st.integers(1, 100), st.sampled_from(["days", "years"]))
def test_a_period_written_is_read_back(amount: int, unit: str) -> None:
    period = Period(amount, "days" if unit == "days" else "years")
    assert period_from(str(period)) == period


def test_every_kind_has_a_period_and_the_organisations_own_comes_first() -> None:
    assert set(RULES) == set(Kept)
    ours = periods({"notes": "30 days"})
    assert ours[Kept.NOTES] == Period(30, "days")
    assert {kind: ours[kind] for kind in Kept if kind != Kept.NOTES} == {
        kind: RULES[kind].period for kind in Kept if kind != Kept.NOTES
    }
