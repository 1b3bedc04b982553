"""The settings of people: who holds which role, a person's name, number, hours and team, and a service area with its chain."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from datetime import time

from bot.rules.reasons import Reason, Refused
from bot.rules.settings_kinds import Part, Put, box, written
from bot.rules.settings_office import MOST_NAME, hours_from, hours_written
from storage.kinds import Reach, Role
from storage.organisation import Organisation, Person, ServiceArea

ROLES = {
    "set_officers": Role.PRESS_OFFICER,
    "set_head": Role.HEAD_OF_COMMS,
    "set_approvers": Role.APPROVER,
    "set_legal": Role.LEGAL,
    "set_monitoring": Role.MONITORING_OFFICER,
    "set_administrators": Role.ADMINISTRATOR,
}


def _team_shown(organisation: Organisation, _: str) -> dict[str, str]:
    roles = {field: written(organisation.holders(role)) for field, role in ROLES.items()}
    return {**roles, "set_on_call": organisation.on_call or "", "set_foi_team": organisation.foi_team}


def _team_put(put: Put) -> tuple[Organisation, str]:
    if not put.people("set_administrators"):
        put.problems.add("set_administrators", Refused(Reason.NEEDS_ADMINISTRATOR))
    put.problems.limit({"set_foi_team": put.values["set_foi_team"]}, {"set_foi_team": 120})
    held = {role: put.people(field) for field, role in ROLES.items()}
    everyone = [person for people in held.values() for person in people]
    on_call = put.one("set_on_call")
    known = put.with_known([*everyone, on_call])
    roles = {role: people for role, people in held.items() if people}
    return replace(known, roles=roles, on_call=on_call, foi_team=put.values["set_foi_team"]), put.key


def _area_shown(organisation: Organisation, key: str) -> dict[str, str]:
    area = organisation.service_areas.get(key, ServiceArea(key="", name=""))
    return {
        "set_area_name": area.name,
        "set_lead": area.lead or "",
        "set_deputies": written(area.deputies),
        "set_area_officer": area.press_officer or "",
        "set_private": box(area.restricted),
        "set_edition_channel": organisation.editions.get(key, ""),
    }


def _area_put(put: Put) -> tuple[Organisation, str]:
    name, lead = put.values["set_area_name"], put.one("set_lead")
    put.problems.need({"set_area_name": name})
    put.problems.limit({"set_area_name": name}, {"set_area_name": MOST_NAME})
    if lead in put.people("set_deputies"):
        put.problems.add("set_deputies", Refused(Reason.LEAD_TWICE))
    officer = put.one("set_area_officer")
    if officer and not put.organisation.is_press_office(officer):
        put.problems.add("set_area_officer", Refused(Reason.NOT_AN_OFFICER, by=officer))
    key = put.key or key_from(name, put.organisation)
    area = ServiceArea(
        key=key,
        name=name,
        lead=lead,
        deputies=put.people("set_deputies"),
        press_officer=officer,
        restricted=put.ticked("set_private"),
    )
    known = put.with_known([lead, *area.deputies, officer])
    return replace(known, service_areas={**known.service_areas, key: area}, editions=_editions_with(put, key)), key


def _editions_with(put: Put, key: str) -> dict[str, str]:
    """Each service's own channel for its good news, with this one's as it was chosen."""
    channel, organisation = put.values["set_edition_channel"], put.organisation
    if channel and channel == organisation.good_news_channel:
        put.problems.add("set_edition_channel", Refused(Reason.TOLD_THERE_ALREADY))
    if channel and channel == organisation.restricted_channel:
        put.problems.add("set_edition_channel", Refused(Reason.CHANNEL_TWICE))
    others = {area: other for area, other in organisation.editions.items() if area != key}
    return {**others, key: channel} if channel else others


def key_from(name: str, organisation: Organisation) -> str:
    """A short name for a new service area, which nobody else has: "Adults' social care" becomes "adults"."""
    plain = unicodedata.normalize("NFKD", name.lower()).replace("'", "").replace("’", "").encode("ascii", "ignore")
    words = re.findall(r"[a-z0-9]+", plain.decode()) or ["area"]
    wished = [*("-".join(words[:count])[:56] for count in range(1, len(words) + 1))]
    numbered = (f"{wished[-1]}-{number}" for number in range(2, 10_000))
    return next(key for key in (*wished, *numbered) if key not in organisation.service_areas)


def _person_shown(organisation: Organisation, key: str) -> dict[str, str]:
    person = organisation.people.get(key, Person(id="", name=""))
    shown = {
        "set_person_name": person.name,
        "set_phone": person.phone,
        "set_team": person.service_area,
        "set_reach": str(person.reach),
        "set_own_hours": hours_written(person.hours),
    }
    return shown if key else {"set_person": "", **shown}


def _person_put(put: Put) -> tuple[Organisation, str]:
    id_ = put.key or put.values["set_person"]
    if not put.key:
        put.problems.need({"set_person": id_})
        if id_ in put.organisation.people:
            put.problems.add("set_person", Refused(Reason.KNOWN_ALREADY, by=id_))
    name = put.values["set_person_name"] or put.names.get(id_, "")
    put.problems.need({"set_person_name": name})
    put.problems.limit({"set_person_name": put.values["set_person_name"]}, {"set_person_name": MOST_NAME})
    person = Person(
        id=id_,
        name=name,
        phone=put.values["set_phone"],
        service_area=put.values["set_team"],
        hours=_own_hours(put),
        reach=_reach(put),
    )
    return replace(put.organisation, people={**put.organisation.people, id_: person}), id_


def _own_shown(organisation: Organisation, key: str) -> dict[str, str]:
    person = organisation.people.get(key, Person(id=key, name=""))
    return {
        "set_own_hours": hours_written(person.hours),
        "set_phone": person.phone,
        "set_reach": str(person.reach),
    }


def _own_put(put: Put) -> tuple[Organisation, str]:
    """What people say of themselves; their name and their team are not theirs to change."""
    known = put.with_known([put.key])
    person = known.people.get(put.key, Person(id=put.key, name=""))
    put.problems.need({"set_person_name": person.name})
    person = replace(person, phone=put.values["set_phone"], reach=_reach(put), hours=_own_hours(put))
    return replace(known, people={**known.people, put.key: person}), put.key


def _own_hours(put: Put) -> dict[str, tuple[time, time]]:
    return hours_from(put.values["set_own_hours"], "set_own_hours", put.problems)


def _reach(put: Put) -> Reach:
    """How someone is reached. Who would like to be rung has a number."""
    put.problems.limit({"set_phone": put.values["set_phone"]}, {"set_phone": 60})
    put.problems.ring({"set_phone": put.values["set_phone"]})
    reach = Reach(put.values["set_reach"] or Reach.SLACK)
    if reach == Reach.PHONE and not put.values["set_phone"]:
        put.problems.add("set_phone", Refused(Reason.NO_NUMBER_TO_RING))
    return reach


def without_area(organisation: Organisation, key: str) -> Organisation:
    """The organisation without a service area and its edition; whoever belonged to it belongs to none."""
    people = {
        id_: replace(person, service_area="") if person.service_area == key else person
        for id_, person in organisation.people.items()
    }
    areas = {other: area for other, area in organisation.service_areas.items() if other != key}
    editions = {other: channel for other, channel in organisation.editions.items() if other != key}
    return replace(organisation, people=people, service_areas=areas, editions=editions)


def without_person(organisation: Organisation, person: str) -> Organisation:
    """The organisation without a person. Raises Refused while someone counts on them."""
    if any(_counts_on(organisation, person)):
        raise Refused(Reason.STILL_COUNTED_ON, by=person)
    people = {id_: one for id_, one in organisation.people.items() if id_ != person}
    return replace(organisation, people=people)


def _counts_on(organisation: Organisation, person: str) -> Iterator[bool]:
    yield organisation.on_call == person
    yield person in organisation.joint_group
    yield from (person in holders for holders in organisation.roles.values())
    yield from (
        person in (area.lead, area.press_officer, *area.deputies) for area in organisation.service_areas.values()
    )


TEAM = Part(_team_shown, _team_put)
AREA = Part(_area_shown, _area_put)
PERSON = Part(_person_shown, _person_put)
OWN = Part(_own_shown, _own_put)
