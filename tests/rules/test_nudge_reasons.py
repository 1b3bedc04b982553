"""Why am I getting this? What is said to each, in whole sentences."""

from datetime import datetime
from typing import Any

import pytest

from bot.messages.nudge import message
from bot.messages.why import reasons
from bot.messages.wording import why
from bot.rules.asked_about import AskedAbout
from bot.rules.availability import Absent
from bot.rules.nudge_policy import POLICY
from bot.rules.nudge_reasons import Because
from storage.absence import Absence, Presence
from storage.kinds import Reach, Step
from storage.organisation import Person
from tests.rules.northbank import DEPUTY, HEAD, LEAD, OFFICER, ONCALL, OTHER_OFFICER, at, enquiry, nudge, organisation

NOON, NIGHT = at("2026-11-25 12:00"), at("2026-11-25 20:30")


def said(
    step: Step, person: str, when: datetime = NOON, *, house: dict[str, Any] | None = None, **changes: Any
) -> list[str]:
    sent = nudge(step, person, when, sent_at=when, late=changes.pop("late", False))
    return reasons(sent, AskedAbout(enquiry(**changes)), organisation(**(house or {})))


def test_the_officer_and_the_lead() -> None:
    assert said(Step.OFFICER_UNCLAIMED, OFFICER) == [
        "Nobody in the press office had taken it yet when a tenth of the time to the deadline had gone.",
        "You are asked because you are the press officer for Adults.",
    ]
    assert said(Step.HEAD_UNACKNOWLEDGED, HEAD) == [
        "Nobody in the service had said that they have it yet when two fifths of the time to the deadline had gone.",
        "You are asked because you head communications.",
    ]
    assert said(Step.LEAD_AGAIN, LEAD, deadline=None) == [
        "Nobody in the service had said that they have it yet.",
        "No deadline was given. We promise that somebody has it within a working hour, and an answer within a working day.",
        "You are asked because you lead Adults.",
    ]


def test_whoever_stands_in_hears_for_whom_and_until_when() -> None:
    away = Absence(id=1, person=LEAD, starts_at=at("2026-11-24 09:00"), ends_at=at("2026-11-30 09:00"), deputy=DEPUTY)
    assert said(Step.LEAD_NEW, DEPUTY, house={"absences": (away,)}) == [
        "A journalist has been in touch, and you are among those who hear first.",
        "You are asked because Ulead is away until Monday 30 November at 09:00 and named you.",
    ]


def test_who_before_them_is_not_there() -> None:
    assert said(Step.LEAD_NEW, DEPUTY, house={"presence": {LEAD: Presence(deactivated=True)}})[1:] == [
        "Ulead cannot be reached in Slack any more.",
        "You are asked because you are a deputy for Adults.",
    ]


def test_at_night() -> None:
    people = {**organisation().people, LEAD: Person(id=LEAD, name="Shirin", reach=Reach.PHONE)}
    urgent: dict[str, Any] = {"deadline": at("2026-11-25 22:00"), "raised_at": at("2026-11-25 20:00"), "urgent": True}
    assert said(Step.DEPUTY, DEPUTY, NIGHT, house={"people": people}, late=True, **urgent)[1:] == [
        "Shirin is to be rung, not written to, until Thursday 26 November at 09:00.",
        "You are asked because you are a deputy for Adults.",
        "It is urgent, so it did not wait for office hours.",
        "It comes late: it was due Wednesday 25 November at 20:30, while I was away.",
    ]
    assert said(Step.OFFICER_NEW, ONCALL, NIGHT, **urgent)[1] == "You are asked because you are on call."


@pytest.mark.parametrize("step", list(POLICY))
def test_every_step_has_its_reasons(step: Step) -> None:
    for person in (OFFICER, OTHER_OFFICER, LEAD, DEPUTY, HEAD):
        found = said(step, person, officer=OTHER_OFFICER)
        assert len(found) >= 2
        assert all(one.endswith(".") and "{" not in one for one in found)
        assert "Elm House" not in " ".join(found)


def test_every_reason_has_its_words() -> None:
    assert set(why.SAID) == set(Because)
    assert set(why.ABSENT) == set(Absent)


def test_the_officer_is_told_to_ring_a_lead_who_does_not_want_slack_at_night() -> None:
    shirin = Person(id=LEAD, name="Shirin", phone="01632 960 105", reach=Reach.PHONE)
    house = organisation(people={**organisation().people, LEAD: shirin})
    raised = at("2026-11-25 20:00")
    urgent = enquiry(raised_at=raised, deadline=at("2026-11-25 22:00"), urgent=True)
    urgent.id = 1
    sent = nudge(Step.OFFICER_NEW, ONCALL, raised, sent_at=raised, urgent=True)
    sent.id = 1
    ring = "Please ring Shirin on <tel:01632960105|01632 960 105>: outside their hours they want to be rung, and have not been written to."
    assert ring in message(sent, urgent, house, raised).text
    urgent.lead_acknowledged_by = DEPUTY
    assert ring not in message(sent, urgent, house, raised).text
