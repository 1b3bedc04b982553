"""How many of the people in a box are read as they were meant, and that nobody is ever lost in somebody else."""

import tomllib
from pathlib import Path

import pytest

from bot.rules.consent_people import people_named

HERE = Path(__file__).parent
RIGHT = {"before": 22, "after": 21}
"""Of 22 each. "S and M's dad" is read as two people: that is seen, and put right by whoever knows."""


def _named(half: str) -> list[tuple[str, list[str]]]:
    read = tomllib.loads((HERE / f"{half}.toml").read_text("utf-8"))["named"]
    return [(one["typed"], one["people"]) for one in read]


@pytest.mark.parametrize("half", RIGHT)
def test_people_are_read_as_they_were_meant(half: str) -> None:
    named = _named(half)
    assert len(named) == 22
    wrong = [(typed, people_named(typed)) for typed, people in named if list(people_named(typed)) != people]
    assert len(named) - len(wrong) >= RIGHT[half], wrong


@pytest.mark.parametrize("half", RIGHT)
def test_nobody_is_lost_in_somebody_else(half: str) -> None:
    assert [typed for typed, people in _named(half) if len(people_named(typed)) < len(people)] == []


@pytest.mark.parametrize("typed", ["", " , ; \n ", "and"])
def test_nothing_that_names_nobody_fails(typed: str) -> None:
    assert len(people_named(typed)) <= 1


def test_a_long_text_is_read_at_once() -> None:
    assert people_named("K, " + "in his " * 2_000) != ()
    assert people_named(" and ".join(["the tenant"] * 1_000)) == ("the tenant",)
