"""Days away that can be kept, and what Slack's picture of someone says."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.demo import ORGANISATION
from bot.organisation.file import read_organisation_file
from bot.rules.absences import AwayForm, CheckedAway, check_away, quiet_now, says_away, shown
from bot.rules.reasons import FormRefused, Reason
from storage.absence import Presence
from tests.rules.northbank import at

NORTHBANK = read_organisation_file(ORGANISATION)
NOW = at("2026-03-27 10:12")
MARCUS = "U0MARCUS6"


def test_whole_days_are_kept_and_of_today_what_is_left() -> None:
    form = AwayForm(starts="2026-03-27", ends="2026-03-29", deputy="U0JOAN008")
    checked = check_away(form, MARCUS, NORTHBANK, NOW)
    assert checked == CheckedAway(starts_at=NOW, ends_at=datetime(2026, 3, 29, 23, tzinfo=UTC), deputy="U0JOAN008")


@pytest.mark.parametrize(
    ("form", "problems"),
    [
        (AwayForm(starts="", ends=""), {"away_from": Reason.MISSING, "away_to": Reason.MISSING}),
        (AwayForm(starts="2026-04-02", ends="2026-04-01"), {"away_to": Reason.ENDS_BEFORE}),
        (AwayForm(starts="2026-03-02", ends="2026-03-26"), {"away_to": Reason.DATE_PASSED}),
        (AwayForm(starts="2026-04-02", ends="2028-04-02"), {"away_to": Reason.AWAY_TOO_LONG}),
        (AwayForm(starts="2026-04-02", ends="2026-04-02", deputy=MARCUS), {"away_deputy": Reason.OWN_DEPUTY}),
    ],
)
def test_days_that_cannot_be_are_refused(form: AwayForm, problems: dict[str, Reason]) -> None:
    with pytest.raises(FormRefused) as refused:
        check_away(form, MARCUS, NORTHBANK, NOW)
    assert {field: one.reason for field, one in refused.value.problems.items()} == problems


@pytest.mark.parametrize(
    ("emoji", "text", "away"),
    [
        (":palm_tree:", "Vacationing", True),
        (":face_with_thermometer:", "Out sick", True),
        ("", "On annual leave until Monday", True),
        (":baby:", "Maternity leave", True),
        ("", "Away", True),
        (":spiral_calendar_pad:", "In a meeting", False),
        (":bus:", "Commuting", False),
        (":house_with_garden:", "Working remotely", False),
        ("", "away from my desk, back at two", False),
        ("", "", False),
    ],
)
def test_which_status_says_that_someone_is_away(emoji: str, text: str, away: bool) -> None:
    assert says_away(emoji, text) is away


def user(**profile: Any) -> dict[str, Any]:
    return {"id": MARCUS, "deleted": False, "profile": {"status_text": "", "status_emoji": "", **profile}}


def test_what_slack_shows_is_kept_without_the_reason() -> None:
    friday = at("2026-03-27 18:00")
    palm = {"status_emoji": ":palm_tree:"}
    assert shown(user(), None, NOW) == Presence()
    assert shown(user(**palm), None, NOW) == Presence(away=True)
    assert shown(user(**palm, status_expiration=int(friday.timestamp())), None, NOW) == Presence(away_until=friday)
    assert shown(user(**palm, status_expiration=int(friday.timestamp())), None, friday) == Presence()
    assert shown({**user(), "deleted": True}, friday, NOW) == Presence(deactivated=True, quiet_until=friday)


def test_quiet_times_count_while_they_last() -> None:
    def dnd(begins: timedelta, ends: timedelta, **more: Any) -> dict[str, Any]:
        span = {
            "next_dnd_start_ts": int((NOW + begins).timestamp()),
            "next_dnd_end_ts": int((NOW + ends).timestamp()),
        }
        return {"dnd_enabled": True, **span, **more}

    hour = timedelta(hours=1)
    assert quiet_now({"dnd_enabled": False, "next_dnd_start_ts": 1, "next_dnd_end_ts": 1}, NOW) is None
    assert quiet_now(dnd(-hour, hour), NOW) == NOW + hour
    assert quiet_now(dnd(hour, 2 * hour), NOW) is None  # tonight
    assert quiet_now(dnd(-2 * hour, -hour), NOW) is None
    snoozed = {"snooze_enabled": True, "snooze_endtime": int((NOW + 3 * hour).timestamp())}
    assert quiet_now(dnd(hour, 2 * hour, **snoozed), NOW) == NOW + 3 * hour
