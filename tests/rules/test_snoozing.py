"""Until when a nudge may be put off: never so long that it misses the deadline."""

from datetime import timedelta

import pytest

from bot.rules.reasons import FormRefused, Reason, Refused
from bot.rules.snoozing import asked_until, latest, step_afterwards, within
from storage.kinds import Status, Step
from tests.rules.northbank import at, enquiry, london, organisation

NOW = at("2026-11-25 10:30")


@pytest.mark.parametrize(
    ("deadline", "until"),
    [
        ("2026-11-25 16:30", "2026-11-25 15:30"),  # an hour is kept at most
        ("2026-11-25 12:30", "2026-11-25 12:00"),  # a quarter of the time
        ("2026-11-25 11:00", "2026-11-25 10:50"),  # ten minutes at least
        ("2026-11-25 10:44", None),
        ("2026-11-25 10:00", None),
        ("2027-01-25 10:00", "2026-12-02 10:30"),  # a week, however far it is
    ],
)
def test_time_to_do_it_is_kept(deadline: str, until: str | None) -> None:
    found = latest(Step.LEAD_NEW, enquiry(deadline=at(deadline)), organisation(), NOW)
    assert (london(found) if found else None) == until


def test_a_passed_deadline_and_a_closed_enquiry_wait_for_nobody() -> None:
    assert latest(Step.OFFICER_PASSED, enquiry(), organisation(), NOW) is None
    assert latest(Step.RAISER_RING, enquiry(), organisation(), NOW) is None
    assert latest(Step.LEAD_NEW, enquiry(status=Status.CLOSED), organisation(), NOW) is None
    answered = enquiry(status=Status.RESPONDED, deadline=at("2026-11-25 10:00"))
    assert latest(Step.NOT_CLOSED, answered, organisation(), NOW) == NOW + timedelta(days=7)


def test_too_late_is_refused_with_the_latest_moment() -> None:
    last = latest(Step.LEAD_NEW, enquiry(), organisation(), NOW)
    with pytest.raises(Refused) as refused:
        within(at("2026-11-25 15:31"), last)
    assert (refused.value.reason, refused.value.facts) == (
        Reason.SNOOZE_TOO_LATE,
        {"limit": at("2026-11-25 15:30")},
    )
    assert within(at("2026-11-25 15:30"), last) == at("2026-11-25 15:30")


def test_out_of_the_form() -> None:
    assert asked_until("15", "", NOW, organisation()) == NOW + timedelta(minutes=15)
    assert asked_until("15", "3pm", NOW, organisation()) == at("2026-11-25 15:00")
    for choice, words, reason in (
        ("", "", Reason.MISSING),
        ("15", "soon", Reason.TIME_NOT_UNDERSTOOD),
        ("", "none given", Reason.TIME_NOT_UNDERSTOOD),
        ("", "9am today", Reason.DEADLINE_PASSED),
    ):
        with pytest.raises(FormRefused) as refused:
            asked_until(choice, words, NOW, organisation())
        assert {field: one.reason for field, one in refused.value.problems.items()} == {"snooze_until": reason}


def test_nobody_is_told_twice_that_something_has_just_come_in() -> None:
    assert step_afterwards(Step.LEAD_NEW, organisation()) == Step.LEAD_AGAIN
    assert step_afterwards(Step.DEPUTY, organisation()) == Step.DEPUTY
    without = organisation(nudging={"lead_again": {"off": True}})
    assert step_afterwards(Step.LEAD_NEW, without) == Step.LEAD_NEW
