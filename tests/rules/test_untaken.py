"""What is urgent and taken by nobody is asked about again each morning, and when somebody else comes on duty."""

from dataclasses import replace
from datetime import datetime

import pytest

from bot.rules.nudging import Moot, Send, decide, merged, plan_enquiry
from bot.rules.untaken import asked_again_at
from storage.enquiry import Enquiry
from storage.kinds import NudgeState, RotaKind, Step
from storage.rota import Turn
from tests.rules.northbank import HEAD, OFFICER, ONCALL, OTHER_OFFICER, at, enquiry, london, nudge, organisation

FRIDAY = "2026-11-27 18:40"
MONDAY = "2026-11-30"


def over_the_weekend(**changes: object) -> Enquiry:
    """Raised on Friday evening, due on Monday at half past eleven."""
    return enquiry(raised_at=at(FRIDAY), deadline=at(f"{MONDAY} 11:30"), urgent=True, **changes)


def all_askings(one: Enquiry, now: datetime) -> list[str]:
    """Each next moment, from one to the next."""
    found = []
    while (next_one := asked_again_at(one, organisation(), now)) is not None:
        found.append(london(next_one))
        now = next_one
    return found


def test_each_morning_at_eight_and_when_the_office_opens_to_somebody_else() -> None:
    assert all_askings(over_the_weekend(), at(FRIDAY)) == [
        "2026-11-28 08:00",
        "2026-11-29 08:00",
        f"{MONDAY} 08:00",
        f"{MONDAY} 09:00",
    ]


def test_it_is_planned_when_it_comes_in_for_whoever_is_on_call_then() -> None:
    planned = {one.step: one for one in plan_enquiry(over_the_weekend(), organisation(), at(FRIDAY))}
    again = planned[Step.STILL_UNTAKEN]
    assert (again.person, london(again.due_at), again.urgent) == (ONCALL, "2026-11-28 08:00", True)


def test_what_is_not_urgent_or_due_before_the_morning_is_not_asked_so() -> None:
    calm = enquiry(raised_at=at(FRIDAY), deadline=at("2026-12-02 15:00"))
    tonight = enquiry(raised_at=at(FRIDAY), deadline=at("2026-11-27 21:00"), urgent=True)
    for one in (calm, tonight):
        assert Step.STILL_UNTAKEN not in {each.step for each in plan_enquiry(one, organisation(), at(FRIDAY))}


def test_whoever_comes_on_call_is_asked_when_their_turn_begins() -> None:
    saturday = (
        ("2026-11-27 17:00", "2026-11-28 12:00", ONCALL),
        ("2026-11-28 12:00", "2026-11-29 12:00", OTHER_OFFICER),
    )
    turns = tuple(
        Turn(id=number, kind=RotaKind.PRESS, person=who, starts_at=at(start), ends_at=at(end))
        for number, (start, end, who) in enumerate(saturday, start=1)
    )
    house = organisation(rota=turns)
    assert asked_again_at(over_the_weekend(), house, at("2026-11-28 08:00")) == at("2026-11-28 12:00")
    same = replace(house, rota=tuple(replace(one, person=ONCALL) for one in turns))
    assert asked_again_at(over_the_weekend(), same, at("2026-11-28 08:00")) == at("2026-11-29 08:00")


def test_it_is_over_when_somebody_has_it_and_when_the_deadline_has_passed() -> None:
    asked = nudge(Step.STILL_UNTAKEN, ONCALL, at("2026-11-28 08:00"), urgent=True)
    now = at("2026-11-28 08:00")
    assert decide(asked, over_the_weekend(), organisation(), now) == Send()
    assert decide(asked, over_the_weekend(officer=ONCALL, status="in_progress"), organisation(), now) == Moot("claimed")
    assert decide(asked, over_the_weekend(), organisation(), at(f"{MONDAY} 11:31")) == Moot("passed")


@pytest.mark.parametrize("step", [Step.HEAD_UNACKNOWLEDGED, Step.HEAD_UNCLAIMED, Step.OFFICER_UNCLAIMED])
def test_past_the_deadline_only_that_it_has_passed_is_said(step: Step) -> None:
    one = enquiry(raised_at=at("2026-11-25 09:30"), deadline=at("2026-11-25 16:30"))
    asked = nudge(step, HEAD, at("2026-11-25 12:00"))
    assert decide(asked, one, organisation(), at("2026-11-25 16:29")) == Send(late=True)
    assert decide(asked, one, organisation(), at("2026-11-25 16:30")) == Moot("passed")


def test_due_soon_says_it_all_to_whoever_would_be_asked_whether_they_are_still_on_it() -> None:
    one = enquiry(
        raised_at=at("2026-11-24 09:30"),
        deadline=at("2026-11-25 10:00"),
        officer=OFFICER,
        status="in_progress",
        claimed_at=at("2026-11-24 10:00"),
    )
    still = nudge(Step.STILL_OFFICER, OFFICER, at("2026-11-25 09:00"))
    soon = nudge(Step.OFFICER_DEADLINE, OFFICER, at("2026-11-25 09:10"))
    still.id, soon.id = 1, 2
    now = at("2026-11-25 09:00")
    assert decide(still, one, organisation(), now) == Send()
    assert merged(still, [still, soon], one, organisation(), now), "it comes within the quarter of an hour"
    assert not merged(soon, [still, soon], one, organisation(), at("2026-11-25 09:10"))
    soon.due_at = at("2026-11-25 09:20")
    assert not merged(still, [still, soon], one, organisation(), now)
    soon.state, soon.sent_at = NudgeState.SENT, at("2026-11-25 08:50")
    assert merged(still, [still, soon], one, organisation(), now), "they were told a moment ago"
    soon.person = HEAD
    assert not merged(still, [still, soon], one, organisation(), now), "that was somebody else"
