"""Holes in the chain, looked for before the day it is needed: who or what an organisation has not named."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from storage.kinds import Role
from storage.organisation import Organisation, ServiceArea


class HoleCode(StrEnum):
    """Each hole that can be seen without asking Slack."""

    NO_SERVICE_AREAS = "no_service_areas"
    NO_LEAD = "no_lead"  # facts: service_area
    NO_DEPUTY = "no_deputy"  # facts: service_area
    NO_PRESS_OFFICER = "no_press_officer"  # facts: service_area
    NOT_A_PRESS_OFFICER = "not_a_press_officer"  # facts: person, where. Asked to claim, but not allowed to
    NO_PRESS_OFFICERS = "no_press_officers"  # nobody may claim anything
    NO_HEAD_OF_COMMS = "no_head_of_comms"
    NO_APPROVER = "no_approver"
    NO_ADMINISTRATOR = "no_administrator"
    NO_ON_CALL = "no_on_call"
    NO_JOINT_GROUP = "no_joint_group"  # nobody looks at a rule that got in the way but the head of communications
    NO_DUTY_PHONE = "no_duty_phone"
    UNKNOWN_PERSON = "unknown_person"  # facts: person, where. Named, but not among the people
    UNKNOWN_SERVICE_AREA = "unknown_service_area"  # facts: person, service_area
    NO_CHANNEL = "no_channel"  # facts: channel
    SAME_CHANNEL = "same_channel"  # facts: channel. The restricted channel serves for something else as well
    NO_HOURS = "no_hours"  # the office never opens
    HAS_LEFT = "has_left"  # facts: person, where. Their account is switched off
    NO_NUMBER = "no_number"  # facts: person. They want to be rung, and have no number
    ALL_AWAY = "all_away"  # facts: service_area, day. Nobody of its chain is there, nor anyone in their place
    NO_OFFICER_THERE = "no_officer_there"  # facts: day
    NO_APPROVER_THERE = "no_approver_there"  # facts: day
    NO_LEGAL_THERE = "no_legal_there"  # facts: day


SERIOUS = frozenset(
    {
        HoleCode.NO_SERVICE_AREAS,
        HoleCode.NO_PRESS_OFFICERS,
        HoleCode.NO_CHANNEL,
        HoleCode.SAME_CHANNEL,
        HoleCode.NO_HOURS,
    }
)
NOTES = frozenset({HoleCode.NO_JOINT_GROUP})
"""On the settings page and in the log, and nobody is sent them: the head of communications does that work meanwhile."""
CHANNELS = ("triage_channel", "restricted_channel", "intake_channel", "good_news_channel")


@dataclass(frozen=True, slots=True)
class Hole:
    """One hole, and what it is about (Slack ids, service area keys, the names of settings)."""

    code: HoleCode
    facts: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_serious(self) -> bool:
        """Whether the bot cannot do its work at all until it is mended."""
        return self.code in SERIOUS

    @property
    def is_note(self) -> bool:
        """Whether everything works without it, so that nobody needs to be told before they look."""
        return self.code in NOTES


def holes(organisation: Organisation) -> list[Hole]:
    """Every hole, those of the whole organisation first, then by service area."""
    found = [*_missing_roles(organisation), *_missing_settings(organisation), *_channels(organisation)]
    for area in organisation.service_areas.values():
        found.extend(_holes_in_area(area))
    return [*found, *_wrong_names(organisation)]


def _missing_roles(organisation: Organisation) -> Iterator[Hole]:
    needed = {
        Role.PRESS_OFFICER: HoleCode.NO_PRESS_OFFICERS,
        Role.HEAD_OF_COMMS: HoleCode.NO_HEAD_OF_COMMS,
        Role.APPROVER: HoleCode.NO_APPROVER,
        Role.ADMINISTRATOR: HoleCode.NO_ADMINISTRATOR,
    }
    yield from (Hole(code) for role, code in needed.items() if not organisation.holders(role))


def _missing_settings(organisation: Organisation) -> Iterator[Hole]:
    if not organisation.service_areas:
        yield Hole(HoleCode.NO_SERVICE_AREAS)
    if not organisation.calendar.hours:
        yield Hole(HoleCode.NO_HOURS)
    if organisation.on_call is None:
        yield Hole(HoleCode.NO_ON_CALL)
    if not organisation.duty_phone:
        yield Hole(HoleCode.NO_DUTY_PHONE)
    if not organisation.joint_group:
        yield Hole(HoleCode.NO_JOINT_GROUP)


def _channels(organisation: Organisation) -> Iterator[Hole]:
    ids = {name: str(getattr(organisation, name)) for name in (*CHANNELS, "comms_channel")}
    yield from (Hole(HoleCode.NO_CHANNEL, {"channel": name}) for name in CHANNELS if not ids[name])
    restricted = ids.pop("restricted_channel")
    yield from (
        Hole(HoleCode.SAME_CHANNEL, {"channel": name}) for name, id_ in ids.items() if id_ and id_ == restricted
    )


def _holes_in_area(area: ServiceArea) -> Iterator[Hole]:
    facts = {"service_area": area.key}
    if area.lead is None:
        yield Hole(HoleCode.NO_LEAD, facts)
    if not any(deputy != area.lead for deputy in area.deputies):
        yield Hole(HoleCode.NO_DEPUTY, facts)
    if area.press_officer is None:
        yield Hole(HoleCode.NO_PRESS_OFFICER, facts)


def _wrong_names(organisation: Organisation) -> Iterator[Hole]:
    for where, person in _named(organisation):
        if person not in organisation.people:
            yield Hole(HoleCode.UNKNOWN_PERSON, {"person": person, "where": where})
    for where, person in _officers(organisation):
        if not organisation.is_press_office(person):
            yield Hole(HoleCode.NOT_A_PRESS_OFFICER, {"person": person, "where": where})
    for known in organisation.people.values():
        if known.service_area and known.service_area not in organisation.service_areas:
            yield Hole(HoleCode.UNKNOWN_SERVICE_AREA, {"person": known.id, "service_area": known.service_area})


def _named(organisation: Organisation) -> Iterator[tuple[str, str]]:
    """Every person named anywhere, with the place: a role, "on_call", or a service area's key and part."""
    for role, people in organisation.roles.items():
        yield from ((str(role), person) for person in people)
    for area in organisation.service_areas.values():
        if area.lead is not None:
            yield f"{area.key}.lead", area.lead
        yield from ((f"{area.key}.deputies", deputy) for deputy in area.deputies)
    yield from (("joint_group", person) for person in organisation.joint_group)
    yield from _officers(organisation)


def _officers(organisation: Organisation) -> Iterator[tuple[str, str]]:
    if organisation.on_call is not None:
        yield "on_call", organisation.on_call
    for area in organisation.service_areas.values():
        if area.press_officer is not None:
            yield f"{area.key}.press_officer", area.press_officer
