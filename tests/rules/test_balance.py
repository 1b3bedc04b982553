"""Who has not been heard of for longest, and stories beside enquiries: small numbers stay unsaid, and private enquiries unseen."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.rules.balance import Cell, Quarter, balance, quarter_of, quarters
from bot.rules.fairness import Heard, fairness
from storage.organisation import Organisation
from storage.story_counts import CameIn, ToldOnce
from tests.rules.northbank import at, organisation

TODAY = date(2026, 11, 20)
AUTUMN = Quarter(2026, 4)


def told(weeks_ago: int, area: str = "adults", words: str = "") -> ToldOnce:
    return ToldOnce(TODAY - timedelta(weeks=weeks_ago), area, words)


def came(text: str, area: str = "adults", *, restricted: bool = False) -> CameIn:
    return CameIn(at(text), area, restricted)


def test_those_not_heard_of_for_longest_come_first() -> None:
    found = fairness([told(9), told(3), told(60, "children")], organisation(), TODAY)
    assert found.services == (
        Heard("Children", None, None, None),
        Heard("Adults", TODAY - timedelta(weeks=3), None, 3),
    )


def test_a_number_is_said_from_five_on() -> None:
    (_, four), (_, five) = (
        fairness([told(n) for n in range(1, count + 1)], organisation(), TODAY).services for count in (4, 5)
    )
    assert (four.stories, five.stories) == (None, 5)


def test_staff_whose_work_is_seldom_seen_are_known_by_words() -> None:
    found = fairness(
        [told(2, words="Thanks to the Night team at Elm House"), told(5, words="A knight came")], organisation(), TODAY
    )
    assert [(one.name, one.weeks) for one in found.voices] == [
        ("Care-home staff", None),
        ("Home-care staff", None),
        ("Night staff", 2),
    ]


def test_the_organisation_names_others() -> None:
    named = organisation(voices={"Drivers": ["driver", "drivers", "(minibus"], "Nobody": [" "]})
    found = fairness([told(1, words="the (minibus and its DRIVERS")], named, TODAY)
    assert [(one.name, one.weeks) for one in found.voices] == [("Nobody", None), ("Drivers", 1)]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 1, 1), Quarter(2026, 1)),
        (date(2026, 3, 31), Quarter(2026, 1)),
        (date(2026, 4, 1), Quarter(2026, 2)),
        (date(2026, 12, 31), Quarter(2026, 4)),
    ],
)
def test_quarters_of_days(day: date, expected: Quarter) -> None:
    assert quarter_of(day) == expected
    assert expected.first_day <= day


def test_the_latest_quarters_oldest_first() -> None:
    assert [one.name for one in quarters(date(2026, 2, 1), 3)] == [
        "July to September 2025",
        "October to December 2025",
        "January to March 2026",
    ]


def cells(told_: list[ToldOnce], came_in: list[CameIn], of: Organisation | None = None) -> dict[str, tuple[int, int]]:
    found = balance(told_, came_in, of or organisation(), [AUTUMN])
    return {cell.area: (cell.stories, cell.enquiries) for cell in found}


def test_each_service_is_there_and_what_belongs_to_none_where_there_is_something() -> None:
    assert cells([], []) == {"Adults": (0, 0), "Children": (0, 0)}
    assert cells([told(1), told(1, "gone")], [came("2026-10-02 09:00", "children")]) == {
        "Adults": (1, 0),
        "Children": (0, 1),
        "": (1, 0),
    }


@pytest.mark.parametrize(("private", "shown"), [(0, 2), (1, 2), (4, 2), (5, 7), (6, 8)])
def test_private_enquiries_count_from_five_on(private: int, shown: int) -> None:
    ordinary = [came("2026-10-02 09:00")] * 2
    assert cells([], ordinary + [came("2026-11-02 09:00", restricted=True)] * private)["Adults"] == (0, shown)


def test_private_ones_of_other_services_and_quarters_are_not_put_together() -> None:
    spread = [came("2026-10-02 09:00", area, restricted=True) for area in ("adults", "children")] * 4
    spread += [came("2026-09-30 09:00", restricted=True)] * 4
    assert cells([], spread) == {"Adults": (0, 0), "Children": (0, 0)}


def test_a_quarter_begins_where_the_organisation_is() -> None:
    just_before = CameIn(datetime(2026, 6, 30, 22, 59, tzinfo=UTC), "adults")
    just_after = replace(just_before, at=datetime(2026, 6, 30, 23, 1, tzinfo=UTC))
    found = balance([], [just_before, just_after], organisation(), [Quarter(2026, 2), Quarter(2026, 3)])
    assert [cell for cell in found if cell.enquiries] == [
        Cell(Quarter(2026, 2), "Adults", 0, 1),
        Cell(Quarter(2026, 3), "Adults", 0, 1),
    ]
