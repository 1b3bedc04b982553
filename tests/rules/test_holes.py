"""Holes in the chain are named before the day they are needed."""

from datetime import UTC, datetime

import pytest

from bot.rules.holes import Hole, HoleCode, holes
from bot.rules.holes_ahead import holes_ahead
from storage.kinds import Role
from storage.organisation import Organisation, Person, ServiceArea, WorkingCalendar
from tests.rules.northbank import DEPUTY, HEAD, LEAD, OFFICER, STRANGER, WORKER, organisation

ROLES = organisation().roles
AREAS = organisation().service_areas


def area(**changes: object) -> dict[str, ServiceArea]:
    whole: dict[str, object] = {"key": "adults", "name": "Adults", "lead": LEAD, "deputies": (DEPUTY,)}
    whole["press_officer"] = OFFICER
    return {"adults": ServiceArea(**(whole | changes))}  # type: ignore[arg-type]  # a test's shorthand


def test_northbank_has_none() -> None:
    assert holes(organisation()) == []


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"service_areas": {}}, [Hole(HoleCode.NO_SERVICE_AREAS)]),
        ({"service_areas": area(lead=None)}, [Hole(HoleCode.NO_LEAD, {"service_area": "adults"})]),
        ({"service_areas": area(deputies=())}, [Hole(HoleCode.NO_DEPUTY, {"service_area": "adults"})]),
        ({"service_areas": area(deputies=(LEAD,))}, [Hole(HoleCode.NO_DEPUTY, {"service_area": "adults"})]),
        ({"service_areas": area(press_officer=None)}, [Hole(HoleCode.NO_PRESS_OFFICER, {"service_area": "adults"})]),
        (
            {"service_areas": area(press_officer=WORKER)},
            [Hole(HoleCode.NOT_A_PRESS_OFFICER, {"person": WORKER, "where": "adults.press_officer"})],
        ),
        (
            {"service_areas": area(lead=STRANGER)},
            [Hole(HoleCode.UNKNOWN_PERSON, {"person": STRANGER, "where": "adults.lead"})],
        ),
        (
            {"roles": ROLES | {Role.APPROVER: (STRANGER,)}},
            [Hole(HoleCode.UNKNOWN_PERSON, {"person": STRANGER, "where": "approver"})],
        ),
        ({"roles": ROLES | {Role.HEAD_OF_COMMS: ()}}, [Hole(HoleCode.NO_HEAD_OF_COMMS)]),
        ({"roles": ROLES | {Role.APPROVER: ()}}, [Hole(HoleCode.NO_APPROVER)]),
        ({"roles": ROLES | {Role.ADMINISTRATOR: ()}}, [Hole(HoleCode.NO_ADMINISTRATOR)]),
        ({"on_call": None}, [Hole(HoleCode.NO_ON_CALL)]),
        ({"duty_phone": ""}, [Hole(HoleCode.NO_DUTY_PHONE)]),
        ({"joint_group": ()}, [Hole(HoleCode.NO_JOINT_GROUP)]),
        ({"calendar": WorkingCalendar(hours={})}, [Hole(HoleCode.NO_HOURS)]),
        ({"intake_channel": ""}, [Hole(HoleCode.NO_CHANNEL, {"channel": "intake_channel"})]),
        ({"restricted_channel": "C1"}, [Hole(HoleCode.SAME_CHANNEL, {"channel": "triage_channel"})]),
        ({"comms_channel": "C2"}, [Hole(HoleCode.SAME_CHANNEL, {"channel": "comms_channel"})]),
        ({"comms_channel": "C1"}, []),  # story cards may share the triage channel
        (
            {"people": organisation().people | {WORKER: Person(id=WORKER, name="Jo", service_area="gone")}},
            [Hole(HoleCode.UNKNOWN_SERVICE_AREA, {"person": WORKER, "service_area": "gone"})],
        ),
    ],
)
def test_each_hole_is_named(changes: dict[str, object], found: list[Hole]) -> None:
    assert holes(organisation(**changes)) == found


def test_a_note_is_sent_to_nobody() -> None:
    noon = datetime(2026, 3, 4, 12, tzinfo=UTC)
    assert [hole.is_note for hole in holes(organisation(joint_group=()))] == [True]
    assert holes_ahead(organisation(joint_group=()), noon) == holes_ahead(organisation(), noon)


def test_an_organisation_of_which_nothing_is_known() -> None:
    found = holes(Organisation(name="Northbank"))
    assert [hole.code for hole in found] == [
        HoleCode.NO_PRESS_OFFICERS,
        HoleCode.NO_HEAD_OF_COMMS,
        HoleCode.NO_APPROVER,
        HoleCode.NO_ADMINISTRATOR,
        HoleCode.NO_SERVICE_AREAS,
        HoleCode.NO_ON_CALL,
        HoleCode.NO_DUTY_PHONE,
        HoleCode.NO_JOINT_GROUP,
        *[HoleCode.NO_CHANNEL] * 4,
    ]


def test_without_press_officers_nothing_works_and_without_a_deputy_much_does() -> None:
    head_only = organisation(
        roles=ROLES | {Role.PRESS_OFFICER: ()}, on_call=None, service_areas=area(press_officer=HEAD)
    )
    serious = {hole.code: hole.is_serious for hole in holes(head_only)}
    assert serious == {HoleCode.NO_PRESS_OFFICERS: True, HoleCode.NO_ON_CALL: False}
