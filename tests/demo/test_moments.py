"""The moments that the demo's stage door offers: those at which something happens, whatever days the office is shut."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.demo import ORGANISATION
from bot.demo.moments import moments
from bot.organisation.file import read_organisation_file

LONDON = ZoneInfo("Europe/London")
NORTHBANK = read_organisation_file(ORGANISATION)


@pytest.mark.parametrize(
    ("now", "morning", "digest"),
    [
        ("2026-11-18 10:12", "2026-11-19 09:00", "Friday, 10:00 on 20 November"),
        ("2026-11-20 10:00", "2026-11-23 09:00", "Friday, 10:00 on 27 November"),
        ("2026-04-01 09:30", "2026-04-02 09:00", "Thursday, 10:00 on 02 April"),  # Good Friday is on the third
        ("2026-04-02 16:00", "2026-04-07 09:00", "Friday, 10:00 on 10 April"),  # past Easter Monday
        ("2026-12-24 12:00", "2026-12-29 09:00", "Thursday, 10:00 on 31 December"),  # Boxing Day is taken on the 28th
    ],
)
def test_they_go_round_bank_holidays(now: str, morning: str, digest: str) -> None:
    found = moments(NORTHBANK, datetime.fromisoformat(now).replace(tzinfo=LONDON))
    local = {words: to.astimezone(LONDON) for words, to in found.items()}
    (_, first), (words, second) = local.items()

    assert next(iter(local)) == "Next working morning, 09:00"
    assert (f"{first:%Y-%m-%d %H:%M}", f"{words} on {second:%d %B}") == (morning, digest)
