"""A change in the trail as a person reads it: names, days and our own words, and nothing as a program keeps it."""

from typing import Any

import pytest

from bot.demo import ORGANISATION
from bot.keeping.trail import change_in_words
from bot.organisation.file import read_organisation_file

NORTHBANK = read_organisation_file(ORGANISATION)
SHIRIN = next(one.id for one in NORTHBANK.people.values() if one.name == "Shirin Daryaei")


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        ("people", {SHIRIN: "lead"}, "people: Shirin Daryaei: lead"),
        ("people", {}, "people: nothing"),
        (
            "deadline",
            ["2026-11-12T12:00:00+00:00", "2026-07-14T09:30:00+00:00"],
            "deadline: 12 November 2026, 12:00 GMT → 14 July 2026, 10:30 BST",
        ),
        ("review_on", [None, "2027-03-05"], "review on: nothing → 5 March 2027"),
        ("candour", "nothing_wrong", "candour: nothing wrong"),
        ("link", "https://echo.example/a_b/2026-03-05", "link: https://echo.example/a_b/2026-03-05"),
        ("question", "On 2027-03-05 at snake_case?", "question: On 2027-03-05 at snake_case?"),
    ],
)
def test_a_change_in_words(key: str, value: Any, said: str) -> None:
    assert change_in_words(key, value, NORTHBANK) == said
