"""Which editions there are, and when a month's best is asked for."""

from datetime import date
from typing import Any

import pytest

from bot.rules.editions import Month, best_asked, editions_of, month_of
from storage.story import StoryIdea
from tests.rules.northbank import at, organisation


def told(number: int, area: str) -> StoryIdea:
    made = StoryIdea(
        form_id=f"V{number}",
        author="U1",
        sent_in_at=at("2026-11-18 10:00"),
        title="A garden",
        what_happened="It grew.",
        credit="The team",
        service_area=area,
    )
    made.id = number
    return made


STORIES = [told(1, "adults"), told(2, "children"), told(3, "adults")]


def keys(**changes: Any) -> list[tuple[str, str, tuple[int, ...]]]:
    found = editions_of("2026-W47", STORIES, organisation(**changes))
    return [(one.key, one.channel, one.stories) for one in found]


def test_there_is_none_unless_the_organisation_says_so() -> None:
    assert keys() == []
    assert best_asked(organisation(good_news_channel="C9"), at("2026-12-03 12:00")) is None


def test_each_service_with_a_channel_and_a_story_has_its_own() -> None:
    wanted = {"adults": "C1ADULTS", "children": "", "gone": "C1GONE"}
    assert keys(editions=wanted) == [("2026-W47:adults", "C1ADULTS", (1, 3))]


@pytest.mark.parametrize("channel", ["C9", "C0RESTRICTED"])
def test_none_is_where_all_of_it_is_told_or_among_private_enquiries(channel: str) -> None:
    assert keys(editions={"adults": channel}, good_news_channel="C9", restricted_channel="C0RESTRICTED") == []


NOVEMBER = Month(date(2026, 11, 1), date(2026, 12, 1))


@pytest.mark.parametrize(
    ("now", "asked"),
    [
        ("2026-11-30 12:00", None),
        ("2026-12-01 09:59", None),
        ("2026-12-01 10:00", NOVEMBER),
        ("2026-12-14 23:00", NOVEMBER),
        ("2026-12-15 10:00", None),
        ("2027-01-01 10:00", None),
        ("2027-01-03 10:00", None),
        ("2027-01-04 10:00", Month(date(2026, 12, 1), date(2027, 1, 1))),
    ],
)
def test_the_best_of_a_month_is_asked_for_from_the_new_ones_first_working_day(now: str, asked: Month | None) -> None:
    assert best_asked(organisation(best_of=True, good_news_channel="C9"), at(now)) == (
        asked if asked is None or asked.first >= date(2026, 11, 1) else None
    )


def test_a_key_names_its_month() -> None:
    assert NOVEMBER.key == "2026-11:best"
    assert month_of(NOVEMBER.key) == NOVEMBER.first
