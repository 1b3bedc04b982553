"""The digest: what becomes of it at its hour, when it is shown and asked about, how its stories are spread, and whom to ask for one."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.digest import (
    Go,
    Missed,
    NotYet,
    Verdict,
    Wait,
    Waits,
    ask_at,
    decide_digest,
    due_again,
    next_digest,
    preview_at,
    services_to_ask,
)
from bot.rules.digest_text import MOST_CHARACTERS, MOST_STORIES, ToldStory, pages
from storage.digest import Digest
from storage.organisation import Pause, ServiceArea
from tests.rules.northbank import OFFICER, at, london, organisation

HOUSE = organisation()
PAUSED = replace(HOUSE, good_news_paused=Pause(by=OFFICER, at=at("2026-11-26 12:00")))
CAREFUL = replace(HOUSE, digest_unapproved="wait")
SHOWN = at("2026-11-26 10:00")


def digest(**changes: object) -> Digest:
    made = Digest(week="2026-W48", nominal_day=at("2026-11-27 10:00").date(), due_at=at("2026-11-27 10:00"))
    for name, value in {"previewed_at": SHOWN, **changes}.items():
        setattr(made, name, value)
    return made


@pytest.mark.parametrize(
    ("changes", "due"),
    [
        ({}, "2026-11-27 10:00"),
        ({"digest_time": time(14, 30)}, "2026-11-27 14:30"),
        ({"digest_day": "mon"}, "2026-11-23 10:00"),
        ({"calendar": replace(HOUSE.calendar, closures=frozenset({date(2026, 11, 27)}))}, "2026-11-26 10:00"),
    ],
)
def test_when_it_is_due_as_its_day_and_hour_are_set_now(changes: dict[str, Any], due: str) -> None:
    found = due_again(digest(), replace(HOUSE, **changes))
    assert found is not None
    assert (found.week, found.due_at) == ("2026-W48", at(due))


SAID = {"approved_at": at("2026-11-26 15:00"), "approved_by": OFFICER}
LATE = {"approved_at": at("2026-11-30 09:00"), "approved_by": OFFICER}


@pytest.mark.parametrize(
    ("now", "changes", "verdict"),
    [
        ("2026-11-27 09:59", SAID, NotYet()),
        ("2026-11-27 10:00", {}, Go()),
        ("2026-11-27 10:10", {}, Go()),
        ("2026-11-27 10:11", {}, Go(late=True)),
        ("2026-11-27 23:59", {}, Go(late=True)),
        ("2026-11-28 00:00", {}, Missed()),
        ("2026-11-28 00:00", SAID, Missed()),
        ("2026-11-30 09:00", LATE, Go(late=True)),
        ("2026-11-27 10:00", {"held_at": SHOWN}, Waits(Wait.HELD)),
        ("2026-12-01 10:00", {"held_at": SHOWN}, Waits(Wait.HELD)),
        ("2026-11-28 00:00", {"previewed_at": None}, Missed()),
        ("2026-11-27 10:00", {"previewed_at": None}, Go()),
    ],
)
def test_its_hour(now: str, changes: dict[str, object], verdict: Verdict) -> None:
    assert decide_digest(digest(**changes), HOUSE, at(now)) == verdict


@pytest.mark.parametrize("changes", [{}, SAID, {"held_at": SHOWN}, {"previewed_at": None}])
def test_paused_nothing_goes_whoever_said_so(changes: dict[str, object]) -> None:
    assert decide_digest(digest(**changes), PAUSED, at("2026-11-27 10:00")) == Waits(Wait.PAUSED)
    assert decide_digest(digest(**changes), PAUSED, at("2026-12-27 10:00")) == Waits(Wait.PAUSED)


def test_where_a_yes_is_wanted_it_waits_for_one_on_its_day_and_after() -> None:
    assert decide_digest(digest(), CAREFUL, at("2026-11-27 10:00")) == Waits(Wait.UNAPPROVED)
    assert decide_digest(digest(), CAREFUL, at("2026-11-30 10:00")) == Waits(Wait.UNAPPROVED)
    assert decide_digest(digest(**SAID), CAREFUL, at("2026-11-27 10:00")) == Go()
    assert decide_digest(digest(previewed_at=None), CAREFUL, at("2026-11-30 10:00")) == Missed()


@pytest.mark.parametrize(
    ("came", "approved", "verdict"),
    [
        ("2026-11-26 16:00", None, Waits(Wait.PRIVATE)),
        ("2026-11-26 16:00", "2026-11-26 15:00", Waits(Wait.PRIVATE)),
        ("2026-11-26 16:00", "2026-11-26 16:00", Waits(Wait.PRIVATE)),
        ("2026-11-26 16:00", "2026-11-26 16:01", Go()),
    ],
)
def test_a_private_enquiry_wants_a_yes_that_came_after_it(came: str, approved: str | None, verdict: Verdict) -> None:
    one = digest(approved_at=at(approved) if approved else None)
    assert decide_digest(one, HOUSE, at("2026-11-27 10:00"), private_at=at(came)) == verdict


@pytest.mark.parametrize(
    ("due", "shown", "asked"),
    [
        ("2026-11-27 10:00", "2026-11-26 10:00", "2026-11-27 09:00"),
        ("2026-11-30 10:00", "2026-11-27 10:00", "2026-11-30 09:00"),  # Monday's is shown on Friday
        ("2026-04-02 10:00", "2026-04-01 10:00", "2026-04-02 09:00"),
        ("2026-11-27 09:00", "2026-11-26 10:00", "2026-11-26 16:00"),  # before the office opens nobody is asked
    ],
)
def test_when_it_is_shown_and_asked_about(due: str, shown: str, asked: str) -> None:
    assert london(preview_at(HOUSE, at(due))) == shown
    assert london(ask_at(HOUSE, at(due))) == asked


@given(st.integers(0, 730 * 24 * 60))
def test_it_is_always_shown_on_a_day_before_and_asked_about_between(minutes: int) -> None:
    due = next_digest(HOUSE, at("2026-01-01 00:00") + timedelta(minutes=minutes))
    assert due is not None
    assert preview_at(HOUSE, due.due_at) < ask_at(HOUSE, due.due_at) < due.due_at
    assert preview_at(HOUSE, due.due_at).date() < due.due_at.date()


def told(number: int, length: int = 100) -> ToldStory:
    return ToldStory(id=number, reference=f"GN-{number:04d}", title="x", words="x" * length)


@given(st.lists(st.integers(1, 9_000), max_size=70))
def test_stories_are_spread_in_order_and_within_bounds(lengths: list[int]) -> None:
    stories = [told(number, length) for number, length in enumerate(lengths)]
    spread = pages(stories)
    assert [story for page in spread for story in page] == stories
    assert all(len(page) <= MOST_STORIES for page in spread)
    assert all(len(page) == 1 or sum(one.length for one in page) <= MOST_CHARACTERS for page in spread)
    assert all(page for page in spread) or stories == []


def test_the_services_not_heard_of_for_longest_are_asked_each_lead_once() -> None:
    areas = {
        key: ServiceArea(key=key, name=key, lead=lead)
        for key, lead in zip("abcde", ("L1", "L2", "L1", "", "L3"), strict=True)
    }
    house = replace(HOUSE, service_areas=areas)
    last = {
        "a": datetime(2026, 1, 1, tzinfo=UTC),
        "b": datetime(2026, 3, 1, tzinfo=UTC),
        "e": datetime(2026, 2, 1, tzinfo=UTC),
    }
    assert [one.key for one in services_to_ask(house, last, [])] == ["c", "e"]
    assert [one.key for one in services_to_ask(house, last, ["L1"])] == ["e", "b"]
    assert services_to_ask(house, last, ["L1", "L2", "L3"]) == []
