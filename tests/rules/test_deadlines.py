"""Deadlines as people type them. Now is Wednesday 25 November 2026, 09:30, unless said otherwise."""

from datetime import datetime, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.rules.deadlines import looks_like_deadline, read_deadline
from bot.rules.reasons import Reason, Refused
from storage.organisation import WorkingCalendar
from tests.rules.northbank import CALENDAR, at, london

NOW = at("2026-11-25 09:30")


def read(words: str, now: datetime = NOW) -> str | None:
    deadline = read_deadline(words, now, CALENDAR)
    return None if deadline is None else london(deadline)


def refusal(words: str, now: datetime = NOW) -> Reason:
    with pytest.raises(Refused) as refused:
        read_deadline(words, now, CALENDAR)
    return refused.value.reason


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("17:00", "2026-11-25 17:00"),
        ("5pm", "2026-11-25 17:00"),
        ("4 p.m. today", "2026-11-25 16:00"),
        ("4pm today", "2026-11-25 16:00"),
        ("by 4", "2026-11-25 16:00"),
        ("By five please", "2026-11-25 17:00"),
        ("4.30", "2026-11-25 16:30"),
        ("half past 4", "2026-11-25 16:30"),
        ("quarter to five", "2026-11-25 16:45"),
        ("1700hrs", "2026-11-25 17:00"),
        ("noon", "2026-11-25 12:00"),
        ("12pm", "2026-11-25 12:00"),
        ("5pm GMT", "2026-11-25 17:00"),
        ("midnight", "2026-11-26 00:00"),
        ("today", "2026-11-25 17:00"),
        ("end of play", "2026-11-25 17:00"),
        ("Close of business.", "2026-11-25 17:00"),
        ("cop tomorrow", "2026-11-26 17:00"),
        ("noon tomorrow", "2026-11-26 12:00"),
        ("tomorrow", "2026-11-26 17:00"),
        ("first thing tomorrow", "2026-11-26 09:00"),
        ("8 tomorrow", "2026-11-26 08:00"),
        ("10pm tonight", "2026-11-25 22:00"),
        ("in 2 hours", "2026-11-25 11:30"),
        ("within the hour", "2026-11-25 10:30"),
        ("an hour and a half", "2026-11-25 11:00"),
        ("in half an hour", "2026-11-25 10:00"),
        ("90 mins", "2026-11-25 11:00"),
        ("Friday 10am", "2026-11-27 10:00"),
        ("5pm on Friday", "2026-11-27 17:00"),
        ("next Friday", "2026-11-27 17:00"),
        ("Wednesday", "2026-11-25 17:00"),
        ("end of the week", "2026-11-27 17:00"),
        ("25/11 4pm", "2026-11-25 16:00"),
        ("27.11.26 2pm", "2026-11-27 14:00"),
        ("Fri 27th Nov 2026, 16:00", "2026-11-27 16:00"),
        ("the 27th at 3", "2026-11-27 15:00"),
        ("on the 3rd", "2026-12-03 17:00"),
        ("3/1", "2027-01-03 17:00"),  # the nearest January lies ahead
        ("2pm on 1 December", "2026-12-01 14:00"),
        ("2026-11-27 14:00", "2026-11-27 14:00"),
        ("7 days from now", "2026-12-02 09:30"),  # left to dateparser
        ("before lunch", "2026-11-25 12:00"),
        ("by lunch tomorrow", "2026-11-26 12:00"),
        ("half ten", "2026-11-25 10:30"),
        ("half 3 this afternoon", "2026-11-25 15:30"),
        ("4pm this afternoon", "2026-11-25 16:00"),
        ("10 tomorrow morning", "2026-11-26 10:00"),
        ("7 tomorrow morning", "2026-11-26 07:00"),
        ("9 tomorrow evening", "2026-11-26 21:00"),
        ("6 in the evening", "2026-11-25 18:00"),
        ("9 tonight", "2026-11-25 21:00"),
        ("tonight at 7", "2026-11-25 19:00"),
        ("tomorrow am", "2026-11-26 12:00"),
        ("Friday pm", "2026-11-27 17:00"),
        ("COP today", "2026-11-25 17:00"),
        ("first thing", "2026-11-26 09:00"),
        ("first thing Monday", "2026-11-30 09:00"),
        ("about 5ish", "2026-11-25 17:00"),
        ("noon-ish", "2026-11-25 12:00"),
        ("ten past 4", "2026-11-25 16:10"),
        ("twenty to five", "2026-11-25 16:40"),
        ("twenty-five past 2 tomorrow", "2026-11-26 14:25"),
        ("in the next hour", "2026-11-25 10:30"),
        ("in a couple of hours", "2026-11-25 11:30"),
        ("16h00", "2026-11-25 16:00"),
        ("2moro 8am", "2026-11-26 08:00"),
        ("today 4", "2026-11-25 16:00"),
        ("before 4 if possible thanks", "2026-11-25 16:00"),
    ],
)
def test_understood(words: str, meant: str) -> None:
    assert read(words) == meant


@pytest.mark.parametrize(
    "words", ["none given", "None", "no deadline", "not given", "N/A", "asap", "As soon as possible!", " "]
)
def test_none_given(words: str) -> None:
    assert read(words) is None


@pytest.mark.parametrize(
    "words",
    [
        "care home closure",
        "teatime",
        "tonight",  # six o'clock, or midnight?
        "4pm today for tomorrow's paper",
        "this evening",
        "after lunch",
        "mid morning",
        "12 tonight",
        "10 this afternoon",
        "4pm this morning",
        "10 to 4",  # ten to four, or from ten to four?
        "a few hours",
        "10 tomorrow teatime",
        "not before 5pm",
        "9am-5pm",
        "today 4-5pm",
        "5pm for 6pm",
        "Friday 26 November",  # which is a Thursday
        "31/11",
        "25:00",
        "25/11/2062",
        "5pm BST",  # not in November
        "<!channel>",
    ],
)
def test_not_understood_rather_than_guessed_at(words: str) -> None:
    assert refusal(words) == Reason.DEADLINE_NOT_UNDERSTOOD


@pytest.mark.parametrize("words", ["9am", "09:00", "by 8", "20/11", "24 November", "09:30", "12am"])
def test_passed_is_refused_and_never_moved_to_tomorrow(words: str) -> None:
    assert refusal(words) == Reason.DEADLINE_PASSED


def test_a_passed_deadline_is_named() -> None:
    with pytest.raises(Refused) as refused:
        read_deadline("9am", NOW, CALENDAR)
    assert refused.value.facts == {"deadline": at("2026-11-25 09:00")}


def test_today_after_closing_means_the_end_of_the_day() -> None:
    assert read("today", at("2026-11-25 18:00")) == "2026-11-25 23:59"
    assert refusal("end of play", at("2026-11-25 18:00")) == Reason.DEADLINE_PASSED


def test_closing_time_is_the_calendars_own() -> None:
    calendar = WorkingCalendar(hours={"wed": (time(8), time(15, 30))})
    deadline = read_deadline("close of business", NOW, calendar)
    assert deadline is not None
    assert london(deadline) == "2026-11-25 15:30"


def test_local_times_are_meant_on_both_sides_of_a_clock_change() -> None:
    friday = at("2026-03-27 10:00")
    assert read_deadline("Monday 10am", friday, CALENDAR) == at("2026-03-30 10:00")
    assert read_deadline("in 3 days", friday, CALENDAR) == at("2026-03-30 11:00")  # 72 hours
    assert read_deadline("5pm BST", at("2026-07-01 10:00"), CALENDAR) == at("2026-07-01 17:00")


@given(st.text(max_size=40))
@settings(deadline=None)  # the first that is left to dateparser loads it
def test_any_text_is_a_moment_ahead_none_or_a_refusal(words: str) -> None:
    try:
        deadline = read_deadline(words, NOW, CALENDAR)
    except Refused as refused:
        assert refused.reason in (Reason.DEADLINE_NOT_UNDERSTOOD, Reason.DEADLINE_PASSED)
    else:
        assert deadline is None or deadline > NOW


@given(st.times())
def test_every_time_of_day_is_read_as_it_is_written(hour: time) -> None:
    words = f"tomorrow at {hour:%H:%M}"
    assert read(words) == f"2026-11-26 {hour:%H:%M}"


def test_a_bare_number_does_not_look_like_a_deadline() -> None:
    looks = {
        words: looks_like_deadline(words) for words in ("4", "by 4", "4pm today", "asap", "care home closure", "BBC")
    }
    assert looks == {
        "4": False,
        "by 4": True,
        "4pm today": True,
        "asap": True,
        "care home closure": False,
        "BBC": False,
    }
