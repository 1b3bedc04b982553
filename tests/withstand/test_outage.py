"""The bot was down: what fell due is said late and says so, in one calm message to each person; what is moot by then is not said."""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime

import pytest

from storage.engine import Database
from storage.kinds import NudgeState
from tests.journeys.council import LONDON, Council, council_with, started


@pytest.fixture
def council(file_database: Database) -> Iterator[Council]:
    with council_with(file_database) as northbank:
        yield northbank


def at(hour: int, minute: int = 0, day: int = 4, month: int = 3) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=LONDON)


def is_down_until(council: Council, moment: datetime) -> Counter[str]:
    """The bot stops, time goes by, and it is started again; how many new messages each person has then."""
    before = {one: len(council.said_to(one)) for one in PEOPLE}
    council.bots.pop(0).stop()
    council.slack.clock.move_to(moment)
    council.bots.insert(0, started(council.slack, council.database))
    council.look()
    council.until_quiet()
    council.look()
    council.until_quiet()
    return Counter({one: new for one in PEOPLE if (new := len(council.said_to(one)) - before[one])})


PEOPLE = ("priya", "dewi", "helen", "shirin", "joan", "marcus", "rosa", "amara")


def test_ten_minutes_are_hardly_noticed(council: Council) -> None:
    council.raises("amara")
    council.move_to(at(10, 44))
    council.until_quiet()
    assert is_down_until(council, at(10, 54)) == {"priya": 1}
    assert "This comes late" not in council.said_to("priya")[-1], "eight minutes"
    assert is_down_until(council, at(11, 8)) == {"shirin": 1}
    assert "This comes late: it was due Today at 10:55, while I was away." in council.said_to("shirin")[-1]


def test_after_a_night_everyone_has_one_message(council: Council) -> None:
    council.move_to(at(16, 20))
    for number in range(4):
        council.raises("amara", deadline="Friday 4pm", question=f"Question {number}?")
    council.card("ME-0004").press("I'll take it")
    council.until_quiet()
    told = is_down_until(council, at(10, 30, day=5))
    assert told == {"priya": 1, "shirin": 1, "helen": 1, "marcus": 1, "rosa": 1}, "Joan's turn had not come"
    for lead in ("marcus", "rosa"):
        assert "has no story yet" in council.said_to(lead)[-1], (
            "Thursday at ten: asked are leads who have nothing else to hear"
        )
    assert council.said_to("priya")[-1].splitlines()[:2] == [
        "3 things are waiting for you.",
        "Some of this comes late, since I was away. What was dealt with meanwhile is left out.",
    ]
    assert "ME-0004" not in council.said_to("priya")[-1], "that one she has"
    assert council.said_to("shirin")[-1].startswith("4 things are waiting for you.")


def test_after_a_bank_holiday_weekend_everyone_has_one_message_and_nobody_is_asked_twice(council: Council) -> None:
    council.move_to(at(15, day=2, month=4))
    for number in range(5):
        council.raises("amara", deadline="Tuesday 7 April 4pm", question=f"Question {number}?")
    council.raises("amara", deadline="Monday 6 April 10am", question="And on Easter Monday?")
    council.move_to(at(15, 10, day=2, month=4))
    council.until_quiet()
    told = is_down_until(council, at(11, day=7, month=4))
    assert set(told) == {"priya", "shirin", "joan", "helen"}
    assert max(told.values()) == 1, told
    asked = [(number, *one) for number in range(1, 7) for one in council.asked(number)]
    assert len(asked) == len(set(asked))
    assert [who for _, step, who in asked if step == "officer_passed"] == ["Priya"]
    assert "The deadline for ME-0006 has passed" in council.said_to("helen")[-1]
    assert all(one.late for one in council.nudges(6) if one.state == NudgeState.SENT and one.step.endswith("passed"))
    assert council.said_to("amara")[-1].startswith("Thank you."), "nobody who raised it is troubled"


def test_an_urgent_one_whose_deadline_passed_meanwhile_comes_with_the_rest(council: Council) -> None:
    """Friday evening to Monday: what was urgent is over, and one message to each person says all of it."""
    council.move_to(at(15, day=6))
    council.raises("amara", deadline="Monday 9.30am", question="And the day centre?")
    council.card("ME-0001").press("I'll take it")
    council.move_to(at(16, 40, day=6))
    council.raises("amara", deadline="Monday 10am")
    assert council.enquiry(2).urgent
    council.card("ME-0002").press("I'll take it")
    council.until_quiet()
    told = is_down_until(council, at(10, 30, day=9))
    assert max(told.values()) == 1, told
    said = council.said_to("priya")[-1]
    assert said.startswith("2 things are waiting for you.")
    for reference in ("ME-0001", "ME-0002"):
        assert f"The deadline for {reference} has passed." in said


def test_what_was_urgent_then_is_not_shouted_now(council: Council) -> None:
    """Due at 12:30, and the bot was down from 10:15 until three: only that the deadline has passed is worth saying."""
    council.raises("amara", deadline="12:30 today")
    council.move_to(at(10, 15))
    told = is_down_until(council, at(15))
    after = [step for step, _ in council.asked()[2:]]
    assert "raiser_ring" not in after
    assert "officer_deadline" not in after
    assert "officer_passed" in after
    assert max(told.values()) == 1, told
