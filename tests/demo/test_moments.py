"""The moments that the demo's stage door offers: those at which something happens, whatever days the office is shut."""

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.demo import ORGANISATION
from bot.demo.moments import moments
from bot.organisation.file import read_organisation_file

LONDON = ZoneInfo("Europe/London")
NORTHBANK = read_organisation_file(ORGANISATION)


@pytest.mark.parametrize(
    ("now", "words", "asked"),
    [
        ("2026-11-18 10:12", "Month's best, 1 December 10:00", "2026-12-01"),
        ("2026-12-01 09:00", "Month's best, 1 December 10:00", "2026-12-01"),
        (
            "2026-12-01 10:00",
            "Month's best, 4 January 10:00",
            "2027-01-04",
        ),  # after New Year's Day and a weekend
        ("2027-01-31 10:00", "Month's best, 1 February 10:00", "2027-02-01"),
    ],
)
def test_where_a_months_best_is_asked_for_its_moment_is_there(now: str, words: str, asked: str) -> None:
    council = replace(NORTHBANK, best_of=True)
    found = moments(council, datetime.fromisoformat(now).replace(tzinfo=LONDON))
    assert f"{found[words].astimezone(LONDON):%Y-%m-%d}" == asked


@pytest.mark.parametrize(
    ("now", "morning", "others"),
    [
        ("2026-11-18 10:12", "2026-11-19 09:00", ["Thursday, 10:00 on 19 November", "Friday, 10:00 on 20 November"]),
        ("2026-11-20 10:00", "2026-11-23 09:00", ["Thursday, 10:00 on 26 November", "Friday, 10:00 on 27 November"]),
        ("2026-04-01 09:30", "2026-04-02 09:00", ["Wednesday, 10:00 on 01 April", "Thursday, 10:00 on 02 April"]),
        ("2026-04-02 09:30", "2026-04-07 09:00", ["Thursday, 10:00 on 02 April"]),  # Good Friday is on the third
        (
            "2026-04-02 16:00",
            "2026-04-07 09:00",
            ["Thursday, 10:00 on 09 April", "Friday, 10:00 on 10 April"],
        ),  # past Easter Monday
        (
            "2026-12-24 12:00",
            "2026-12-29 09:00",
            ["Wednesday, 10:00 on 30 December", "Thursday, 10:00 on 31 December"],
        ),  # Boxing Day is taken on the 28th
    ],
)
def test_they_go_round_bank_holidays(now: str, morning: str, others: list[str]) -> None:
    found = moments(NORTHBANK, datetime.fromisoformat(now).replace(tzinfo=LONDON))
    local = {words: to.astimezone(LONDON) for words, to in found.items()}
    first = local.pop("Next working morning, 09:00")

    assert f"{first:%Y-%m-%d %H:%M}" == morning
    assert [f"{words} on {at:%d %B}" for words, at in local.items()] == others
