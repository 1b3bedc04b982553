"""Each kind of hole that the morning's message can name: its Mend button opens the form in which it is mended, and it is gone."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any

import pytest

from bot.desk import preflight
from bot.rules.holes import NOTES, HoleCode
from bot.rules.holes_ahead import holes_ahead
from storage.absence import AbsenceRow, PresenceRow
from storage.kinds import Reach, Role
from storage.organisation import Organisation, save_organisation, touch_organisation
from tests.journeys.council import T0, Council

PRIYA, DEWI, HELEN = "U0PRIYA03", "U0DEWI004", "U0HELEN05"
MARCUS, SHIRIN, JOAN, ROSA, CALLUM, GRACE = (
    "U0MARCUS6",
    "U0SHIRIN7",
    "U0JOAN008",
    "U0ROSA0009",
    "U0CALLUM12",
    "U0GRACE011",
)


def same(whole: Organisation) -> Organisation:
    return whole


@dataclass(frozen=True, kw_only=True)
class Case:
    """What is broken (in the organisation, by being away, by having left), which button mends it, and what is typed."""

    code: HoleCode
    button: str
    typed: Mapping[str, Any]
    breaks: Callable[[Organisation], Organisation] = same
    away: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    named: str = field(default="", compare=False)

    def __str__(self) -> str:
        return f"{self.code}{self.named}"


def without(**changes: Any) -> Callable[[Organisation], Organisation]:
    return lambda whole: replace(whole, **changes)


def area(**changes: Any) -> Callable[[Organisation], Organisation]:
    """The adults' services, changed."""

    def change(whole: Organisation) -> Organisation:
        adults = replace(whole.service_areas["adults"], **changes)
        return replace(whole, service_areas={**whole.service_areas, "adults": adults})

    return change


def role(which: Role, *people: str) -> Callable[[Organisation], Organisation]:
    return lambda whole: replace(whole, roles={**whole.roles, which: people})


def nobody_in_the_office(whole: Organisation) -> Organisation:
    areas = {key: replace(one, press_officer=None) for key, one in whole.service_areas.items()}
    return replace(role(Role.PRESS_OFFICER)(role(Role.HEAD_OF_COMMS)(whole)), service_areas=areas, on_call=None)


def no_officers(whole: Organisation) -> Organisation:
    return replace(nobody_in_the_office(whole), roles={**whole.roles, Role.PRESS_OFFICER: ()})


def person(who: str, **changes: Any) -> Callable[[Organisation], Organisation]:
    return lambda whole: replace(whole, people={**whole.people, who: replace(whole.people[who], **changes)})


def nobody_knows(who: str) -> Callable[[Organisation], Organisation]:
    return lambda whole: replace(whole, people={one: known for one, known in whole.people.items() if one != who})


CASES = [
    Case(
        code=HoleCode.NO_SERVICE_AREAS,
        button="area:",
        breaks=lambda whole: replace(
            whole, service_areas={}, people={k: replace(p, service_area="") for k, p in whole.people.items()}
        ),
        typed={"set_area_name": "Adults", "set_lead": SHIRIN, "set_deputies": [JOAN], "set_area_officer": PRIYA},
    ),
    Case(code=HoleCode.NO_LEAD, button="area:adults", breaks=area(lead=None), typed={"set_lead": SHIRIN}),
    Case(code=HoleCode.NO_DEPUTY, button="area:adults", breaks=area(deputies=()), typed={"set_deputies": [JOAN]}),
    Case(
        code=HoleCode.NO_PRESS_OFFICER,
        button="area:adults",
        breaks=area(press_officer=None),
        typed={"set_area_officer": PRIYA},
    ),
    Case(
        code=HoleCode.NOT_A_PRESS_OFFICER,
        named=" of a service",
        button="team:",
        breaks=area(press_officer=CALLUM),
        typed={"set_officers": [PRIYA, DEWI, CALLUM]},
    ),
    Case(
        code=HoleCode.NOT_A_PRESS_OFFICER,
        named=" on call",
        button="team:",
        breaks=without(on_call=CALLUM),
        typed={"set_on_call": DEWI},
    ),
    Case(
        code=HoleCode.NO_PRESS_OFFICERS,
        button="team:",
        breaks=no_officers,
        typed={"set_officers": [PRIYA, DEWI]},
    ),
    Case(
        code=HoleCode.NO_HEAD_OF_COMMS,
        button="team:",
        breaks=role(Role.HEAD_OF_COMMS),
        typed={"set_head": HELEN},
    ),
    Case(
        code=HoleCode.NO_APPROVER,
        button="team:",
        breaks=role(Role.APPROVER),
        typed={"set_approvers": [SHIRIN, JOAN]},
    ),
    Case(
        code=HoleCode.NO_ADMINISTRATOR,
        button="team:",
        breaks=role(Role.ADMINISTRATOR),
        typed={},
    ),
    Case(code=HoleCode.NO_ON_CALL, button="team:", breaks=without(on_call=None), typed={"set_on_call": PRIYA}),
    Case(
        code=HoleCode.NO_DUTY_PHONE,
        button="numbers:",
        breaks=without(duty_phone=""),
        typed={"set_duty_phone": "01632 960 200"},
    ),
    Case(
        code=HoleCode.UNKNOWN_PERSON,
        button=f"person:{SHIRIN}",
        breaks=nobody_knows(SHIRIN),
        typed={"set_person_name": "Shirin Daryaei"},
    ),
    Case(
        code=HoleCode.UNKNOWN_SERVICE_AREA,
        button=f"person:{CALLUM}",
        breaks=person(CALLUM, service_area="gone"),
        typed={"set_team": "adults"},
    ),
    Case(
        code=HoleCode.NO_CHANNEL,
        button="channels:",
        breaks=without(intake_channel=""),
        typed={"set_intake_channel": "C0INTAKE"},
    ),
    Case(
        code=HoleCode.NO_CHANNEL,
        named=" for the press office",
        button="channels:",
        breaks=without(triage_channel=""),
        typed={"set_triage_channel": "C0PRESSDESK"},
    ),
    Case(
        code=HoleCode.SAME_CHANNEL,
        button="channels:",
        breaks=without(intake_channel="C0RESTRICTED"),
        typed={"set_intake_channel": "C0INTAKE"},
    ),
    Case(
        code=HoleCode.HAS_LEFT,
        named=" a service",
        button="area:fostering",
        left=(ROSA,),
        typed={"set_lead": CALLUM},
    ),
    Case(
        code=HoleCode.HAS_LEFT,
        named=" a role",
        button="team:",
        breaks=role(Role.LEGAL, JOAN, CALLUM),
        left=(CALLUM,),
        typed={"set_legal": [JOAN]},
    ),
    Case(
        code=HoleCode.NO_NUMBER,
        button=f"person:{MARCUS}",
        breaks=person(MARCUS, reach=Reach.PHONE, phone=""),
        typed={"set_phone": "01632 960 300"},
    ),
    Case(
        code=HoleCode.ALL_AWAY,
        button="area:adults",
        away=(SHIRIN, JOAN),
        typed={"set_deputies": [JOAN, CALLUM]},
        breaks=role(Role.APPROVER, SHIRIN, JOAN, GRACE),
    ),
    Case(
        code=HoleCode.NO_OFFICER_THERE,
        button="team:",
        away=(PRIYA, DEWI),
        typed={"set_officers": [PRIYA, DEWI, CALLUM]},
    ),
    Case(
        code=HoleCode.NO_APPROVER_THERE,
        button="team:",
        away=(SHIRIN, JOAN),
        breaks=area(deputies=(JOAN, CALLUM)),
        typed={"set_approvers": [SHIRIN, JOAN, GRACE]},
    ),
    Case(
        code=HoleCode.NO_LEGAL_THERE,
        button="team:",
        away=(JOAN,),
        typed={"set_legal": [JOAN, CALLUM]},
    ),
]
NOT_TOLD = NOTES | {HoleCode.NO_HOURS}
"""An office that never opens has no morning: that one stands in the settings and in the log."""


def test_every_kind_is_tried() -> None:
    assert {case.code for case in CASES} == set(HoleCode) - NOT_TOLD


def _is_broken(council: Council, case: Case) -> None:
    with council.database.write() as session:
        save_organisation(session, case.breaks(council.organisation))
        for who in case.away:
            begins, ends = T0 - timedelta(days=1), T0 + timedelta(days=1)
            session.add(AbsenceRow(person=who, starts_at=begins, ends_at=ends, made_by=who, made_at=T0))
        session.add_all([PresenceRow(person=who, seen_at=T0, deactivated=True) for who in case.left])
        touch_organisation(session)


def _looks(council: Council) -> None:
    council.bot.desk.refresh()
    preflight.tick(council.bot.desk)
    council.until_quiet()


def _codes(council: Council) -> set[HoleCode]:
    organisation = council.bot.desk.refresh()
    return {one.code for one in holes_ahead(organisation, council.bot.desk.clock.now())}


@pytest.mark.parametrize("case", CASES, ids=str)
def test_its_button_opens_the_form_that_mends_it(council: Council, case: Case) -> None:
    _is_broken(council, case)
    _looks(council)
    assert case.code in _codes(council)
    helen = council.person("helen")
    place = helen.inbox if case.named == " for the press office" else helen.in_channel("press-desk")
    message = next(one for one in reversed(place.messages) if "Before it is needed" in one.readable)
    message.press("settings_edit", case.button)
    form = helen.form.fill(**case.typed).submit()
    assert not form.is_open, form.errors
    assert case.code not in _codes(council)
    _looks(council)
    said = next(one.readable for one in reversed(place.messages) if "Mended: " in one.readable)
    assert "Before it is needed" in said or "Everything that was missing this morning is mended." in said
