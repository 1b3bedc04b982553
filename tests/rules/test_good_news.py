"""Good news: whose consent covers what, which digest is due, and which stories are in it."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.digest import DueDigest, choose, due_digest, grouped, next_digest, week_of
from bot.rules.sharing import may_be_told
from storage.kinds import Recognisable, StoryStatus, Use
from storage.organisation import WorkingCalendar
from storage.story import Consent
from tests.rules.northbank import OFFICER, at, london, organisation, story

TODAY = date(2026, 11, 27)
HOUSE = organisation()


def consent(**changes: object) -> Consent:
    whole: dict[str, object] = {
        "story_id": 1,
        "who": "J",
        "recorded_by": OFFICER,
        "recorded_at": at("2026-11-25 10:00"),
        "uses": ["colleagues"],
    }
    return Consent(**(whole | changes))  # type: ignore[arg-type]  # a test's shorthand


@pytest.mark.parametrize(
    ("recognisable", "consents", "told"),
    [
        ("nobody", [], True),
        ("not_asked", [], False),
        ("not_asked", [{}], False),
        ("agreed", [], False),
        ("agreed", [{}], True),
        ("agreed", [{}, {}], True),
        ("agreed", [{}, {"uses": ["press"]}], False),
        ("agreed", [{"uses": []}], False),
        ("agreed", [{"until": TODAY}], True),
        ("agreed", [{"until": TODAY - timedelta(days=1)}], False),
        ("agreed", [{}, {"withdrawn_at": at("2026-11-26 10:00")}], False),
        ("a word nobody knows", [{}], False),
    ],
)
def test_nobody_recognisable_is_told_of_without_consent(
    recognisable: str, consents: list[dict[str, object]], told: bool
) -> None:
    given_ = [consent(**each) for each in consents]
    assert may_be_told(story(recognisable=recognisable), given_, Use.COLLEAGUES, TODAY) is told


def test_each_use_is_asked_for_by_itself() -> None:
    whole, given_ = story(recognisable=Recognisable.AGREED), [consent(uses=["colleagues", "website"], seen_words=True)]
    told = [use.value for use in Use if may_be_told(whole, given_, use, TODAY)]
    assert told == ["colleagues", "website"]


@pytest.mark.parametrize(
    ("day", "week"),
    [(date(2026, 11, 27), "2026-W48"), (date(2027, 1, 1), "2026-W53"), (date(2025, 12, 29), "2026-W01")],
)
def test_weeks_are_iso_weeks(day: date, week: str) -> None:
    assert week_of(day) == week


@pytest.mark.parametrize(
    ("now", "week", "nominal_day", "due_at"),
    [
        ("2026-11-27 09:59", "2026-W47", date(2026, 11, 20), "2026-11-20 10:00"),
        ("2026-11-27 10:00", "2026-W48", date(2026, 11, 27), "2026-11-27 10:00"),
        ("2026-12-03 23:00", "2026-W48", date(2026, 11, 27), "2026-11-27 10:00"),
        ("2026-12-24 10:00", "2026-W52", date(2026, 12, 25), "2026-12-24 10:00"),  # moved before Christmas
        ("2026-12-31 10:00", "2026-W53", date(2027, 1, 1), "2026-12-31 10:00"),
        ("2027-03-25 12:00", "2027-W12", date(2027, 3, 26), "2027-03-25 10:00"),  # Good Friday
        ("2026-03-27 10:00", "2026-W13", date(2026, 3, 27), "2026-03-27 10:00"),
        ("2026-04-10 10:00", "2026-W15", date(2026, 4, 10), "2026-04-10 10:00"),  # the clocks have gone forward
    ],
)
def test_the_digest_that_is_due(now: str, week: str, nominal_day: date, due_at: str) -> None:
    due = due_digest(HOUSE, at(now))
    assert due is not None
    assert (due.week, due.nominal_day, london(due.due_at)) == (week, nominal_day, due_at)


def test_moved_over_a_weekend_it_may_fall_in_the_week_before() -> None:
    house = organisation(digest_day="mon")
    assert due_digest(house, at("2026-08-28 10:00")) == DueDigest(  # before the August bank holiday
        "2026-W36", date(2026, 8, 31), at("2026-08-28 10:00")
    )


def test_a_week_in_which_the_office_does_not_open_has_no_digest() -> None:
    closed = frozenset(date(2026, 12, 24) + timedelta(days=count) for count in range(11))
    house = organisation(calendar=WorkingCalendar(closures=closed))
    found = [due_digest(house, at(now)) for now in ("2026-12-23 10:00", "2027-01-02 10:00", "2027-01-08 10:00")]
    assert [due.week for due in found if due] == ["2026-W52", "2026-W52", "2027-W01"]


def test_a_digest_never_moves_to_the_day_of_the_one_before() -> None:
    closed = frozenset(date(2026, 11, 21) + timedelta(days=count) for count in range(7))
    due = due_digest(organisation(calendar=WorkingCalendar(closures=closed)), at("2026-11-20 10:00"))
    assert due is not None
    assert due.week == "2026-W47"


def test_an_office_that_never_opens_has_no_digest() -> None:
    house = organisation(calendar=WorkingCalendar(hours={}))
    assert due_digest(house, at("2026-11-27 10:00")) is None
    assert next_digest(house, at("2026-11-27 10:00")) is None


MINUTES = st.integers(0, 730 * 24 * 60)


@given(MINUTES)
def test_what_is_due_was_next_until_its_moment(minutes: int) -> None:
    now = at("2026-01-01 00:00") + timedelta(minutes=minutes)
    ahead = next_digest(HOUSE, now)
    due = due_digest(HOUSE, now)
    assert ahead is not None
    assert due is not None
    assert due.due_at <= now < ahead.due_at
    assert due_digest(HOUSE, ahead.due_at) == ahead
    assert ahead.week > due.week


def test_only_what_was_picked_up_or_told_elsewhere_and_may_be_told_is_chosen() -> None:
    picked_up = {"status": StoryStatus.PICKED_UP}
    stories = [
        story(1, **picked_up),
        story(2),
        story(3, status=StoryStatus.TOLD),
        story(4, **picked_up, tell_colleagues_now=False),
        story(5, **picked_up, recognisable=Recognisable.NOT_ASKED),
        story(6, **picked_up, recognisable=Recognisable.AGREED),
        story(7, **picked_up, recognisable=Recognisable.AGREED),
    ]
    consents = {6: [consent(story_id=6)], 7: [consent(story_id=7), consent(story_id=7, until=date(2026, 11, 1))]}
    assert [each.id for each in choose(stories, consents, HOUSE, TODAY)] == [1, 3, 6]


def test_stories_stand_under_their_service_areas_oldest_first() -> None:
    stories = [
        story(1, service_area="children"),
        story(2, service_area="gone"),
        story(3, sent_in_at=at("2026-11-26 09:00")),
        story(4, sent_in_at=at("2026-11-24 09:00")),
    ]
    found = [(area.key if area else None, [each.id for each in group]) for area, group in grouped(stories, HOUSE)]
    assert found == [("adults", [4, 3]), ("children", [1]), (None, [2])]
    assert grouped([], HOUSE) == []
