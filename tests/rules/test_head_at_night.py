"""At night nobody is woken only because they are the head of communications: what is urgent goes to whoever is on call."""

from dataclasses import replace
from datetime import datetime

import pytest

from bot.rules.nudging import Later, Moot, Send, decide, plan_enquiry
from storage.enquiry import Enquiry
from storage.kinds import Role, RotaKind, Step
from storage.organisation import Organisation
from storage.rota import Turn
from tests.rules.northbank import DEPUTY, HEAD, LEAD, ONCALL, SECOND, at, enquiry, london, nudge, organisation

ELEVEN, TWO, EIGHT = at("2026-11-25 23:00"), at("2026-11-26 02:00"), at("2026-11-26 08:00")
TO_THE_HEAD = (Step.HEAD_UNCLAIMED, Step.HEAD_UNACKNOWLEDGED, Step.HEAD_PASSED)


def tonight(**changes: object) -> Enquiry:
    """Raised at eleven at night, due at two, and nobody takes it."""
    return enquiry(**{"raised_at": ELEVEN, "deadline": TWO, "urgent": True, **changes})


def planned(one: Enquiry, house: Organisation, now: datetime = ELEVEN) -> dict[Step, tuple[str, str]]:
    return {each.step: (each.person, london(each.due_at)) for each in plan_enquiry(one, house, now)}


def test_whoever_is_on_call_and_the_service_are_asked_through_the_night_and_the_head_in_the_morning() -> None:
    found = planned(tonight(), organisation())
    assert {step: found[step] for step in TO_THE_HEAD} == dict.fromkeys(TO_THE_HEAD, (HEAD, "2026-11-26 08:00"))
    others = {person for step, (person, _) in found.items() if step not in (*TO_THE_HEAD, Step.NOT_CLOSED)}
    assert others == {ONCALL, LEAD, DEPUTY, SECOND, "UWORKER"}
    assert all(
        due < "2026-11-26 02:01" for step, (_, due) in found.items() if step not in (*TO_THE_HEAD, Step.NOT_CLOSED)
    )


@pytest.mark.parametrize("step", TO_THE_HEAD)
def test_what_was_planned_by_day_is_looked_at_again_when_its_moment_comes_at_night(step: Step) -> None:
    asked = nudge(step, HEAD, TWO, urgent=True)
    one = tonight(deadline=TWO if step == Step.HEAD_PASSED else at("2026-11-26 02:30"))
    assert decide(asked, one, organisation(), TWO) == Later(EIGHT)
    asked.due_at = EIGHT
    assert decide(asked, one, organisation(), EIGHT) == (Send() if step == Step.HEAD_PASSED else Moot("passed"))


@pytest.mark.parametrize("hour", ["2026-11-25 21:59", "2026-11-26 08:00"])
def test_in_the_evening_and_from_eight_on_the_head_is_asked(hour: str) -> None:
    one = tonight(raised_at=at("2026-11-25 20:00"), deadline=at("2026-11-26 11:00"))
    asked = nudge(Step.HEAD_UNCLAIMED, HEAD, at(hour), urgent=True)
    assert decide(asked, one, organisation(), at(hour)) == Send()


def _on_call() -> Organisation:
    return organisation(on_call=HEAD)


def _has_the_turn() -> Organisation:
    turn = Turn(id=1, kind=RotaKind.PRESS, person=HEAD, starts_at=ELEVEN, ends_at=EIGHT)
    return organisation(rota=(turn,))


def _leads_the_service() -> Organisation:
    house = organisation()
    adults = replace(house.service_areas["adults"], deputies=(HEAD,))
    return replace(house, service_areas={**house.service_areas, "adults": adults})


@pytest.mark.parametrize("house", [_on_call(), _has_the_turn(), _leads_the_service()])
def test_a_head_who_is_on_call_or_answers_for_the_service_is_asked_at_night(house: Organisation) -> None:
    asked = nudge(Step.HEAD_UNACKNOWLEDGED, HEAD, TWO, urgent=True)
    assert decide(asked, tonight(deadline=at("2026-11-26 02:30")), house, TWO) == Send()


def test_where_nobody_is_on_call_the_head_is_on_duty_and_is_asked() -> None:
    house = organisation(on_call=None, roles={**organisation().roles, Role.PRESS_OFFICER: ()}, service_areas={})
    found = planned(tonight(service_area=""), house)
    assert found[Step.OFFICER_NEW] == (HEAD, "2026-11-25 23:00")
