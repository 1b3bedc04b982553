"""What people type when they go away, read as far as it is understood."""

from datetime import date

import pytest

from bot.demo import ORGANISATION
from bot.organisation.file import read_organisation_file
from bot.rules.absence_words import Heard, heard, says_away, says_back
from tests.rules.northbank import at

NORTHBANK = read_organisation_file(ORGANISATION)
NOW = at("2026-03-04 10:12")  # a Wednesday
MARCUS, SHIRIN, JOAN = "U0MARCUS6", "U0SHIRIN7", "U0JOAN008"


def march(day: int) -> date:
    return date(2026, 3, day)


@pytest.mark.parametrize(
    ("words", "starts", "ends", "deputy"),
    [
        ("away from Monday to Friday, my deputy is Shirin", march(9), march(13), SHIRIN),
        ("I'm away from Monday to Friday, my deputy is Shirin Daryaei", march(9), march(13), SHIRIN),
        ("away today", march(4), march(4), None),
        ("away tomorrow", march(5), march(5), None),
        ("away until Friday", march(4), march(6), None),
        ("away till 20 March, Joan is covering", march(4), march(20), JOAN),
        ("away 9 March to 13 March", march(9), march(13), None),
        ("away 9/3 - 13/3", march(9), march(13), None),
        ("away Mon-Fri", march(9), march(13), None),
        ("away next week, Joan stands in", march(9), march(13), JOAN),
        ("away this week", march(4), march(6), None),
        ("on annual leave from tomorrow for 3 days", march(5), march(7), None),
        ("away for a week from Monday", march(9), march(15), None),
        ("away for two weeks", march(4), march(17), None),
        ("away, back on Monday", march(4), march(8), None),
        ("away from Friday, back on Tuesday, <@U0JOAN008> covers", march(6), march(9), JOAN),
        ("away", None, None, None),
        ("away for my sister's wedding", None, None, None),
        ("away tomorrow, my deputy is Marcus", march(5), march(5), None),  # oneself
        ("away from 28 March to 2 April", march(28), date(2026, 4, 2), None),
    ],
)
def test_what_is_said_of_being_away(words: str, starts: date | None, ends: date | None, deputy: str | None) -> None:
    assert heard(words, NORTHBANK, MARCUS, NOW) == Heard(starts_on=starts, ends_on=ends, deputy=deputy)


@pytest.mark.parametrize(
    ("words", "sure"),
    [
        ("I'm away from Monday to Friday, my deputy is Shirin", True),
        ("Just to say I'm on leave from 23 March to 3 April. Joan will cover for me.", True),
        ("Hi, I'm off sick today", True),
        ("I'll be out of the office on Friday, please contact Rosa", True),
        ("I'm away from Monday", False),  # until when?
        ("I'm away until Friday", False),  # is Friday a day of it?
        ("I'm away from Wednesday next week", False),
        ("I'm on annual leave next week", False),
        ("I am away from Monday to Friday, my deputy is Tom", False),  # nobody here is called Tom
    ],
)
def test_what_is_written_to_the_bot_and_whether_anything_was_guessed(words: str, sure: bool) -> None:
    assert says_away(words)
    found = heard(words, NORTHBANK, MARCUS, NOW)
    assert found.starts_on is not None
    assert found.sure == sure


@pytest.mark.parametrize(
    "words",
    [
        "Marcus is away on Friday",
        "is Marcus away on Friday?",
        "in a meeting til 3",
        "I'm away from my desk, a journalist rang about Friday",
        "not working on Fridays",
        "I'm on it",
        "back",
    ],
)
def test_what_is_nobodys_word_that_they_are_away(words: str) -> None:
    assert not says_away(words)


def test_back_is_said_in_so_many_words() -> None:
    assert [
        says_back(words) for words in ("I'm back!", "back", "Back at work", "call me back", "I'm back on Monday")
    ] == [
        True,
        True,
        True,
        False,
        False,
    ]
