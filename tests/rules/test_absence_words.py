"""What people type when they go away, read as far as it is understood."""

from datetime import date

import pytest

from bot.demo import ORGANISATION
from bot.organisation.file import read_organisation_file
from bot.rules.absence_words import Heard, heard
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
