"""Holes that the organisation itself shows, in the words of its file: `bot.rules.holes` finds them."""

from collections.abc import Mapping

from bot.organisation.findings import Finding
from bot.rules.holes import Hole, HoleCode, holes
from storage.kinds import Role
from storage.organisation import Organisation

SENTENCES: Mapping[HoleCode, str] = {
    HoleCode.NO_SERVICE_AREAS: "There is no service area, so no enquiry can reach a lead. Add [service_areas.KEY].",
    HoleCode.NO_LEAD: "{service_area} has no lead: its enquiries will wait for the press office alone.",
    HoleCode.NO_DEPUTY: "{service_area} has no deputy: when its lead is away, nobody in the service is asked.",
    HoleCode.NO_PRESS_OFFICER: "{service_area} has no press officer of its own: whoever is on call is asked.",
    HoleCode.NOT_A_PRESS_OFFICER: "{person} ({where}) is asked to take enquiries, but may not: add them to press_office.officers.",
    HoleCode.NO_PRESS_OFFICERS: "press_office.officers is empty: nobody could take an enquiry.",
    HoleCode.NO_HEAD_OF_COMMS: "press_office.head is not set: what nobody takes would go to nobody.",
    HoleCode.NO_APPROVER: "others.approvers is empty: nobody could sign words off.",
    HoleCode.NO_ADMINISTRATOR: "others.administrators is empty: nobody would hear when a message cannot be delivered.",
    HoleCode.NO_ON_CALL: "press_office.on_call is not set: outside working hours nobody is asked first.",
    HoleCode.NO_JOINT_GROUP: "sharing.joint_group is empty: a rule that got in someone's way goes to the head of communications alone.",
    HoleCode.NO_DUTY_PHONE: "press_office.duty_phone is not set: somebody who would rather talk finds no number.",
    HoleCode.UNKNOWN_PERSON: "{person} ({where}) is not under [people], so they have no name and no number.",
    HoleCode.UNKNOWN_SERVICE_AREA: "{person} belongs to {service_area}, which is no service area.",
    HoleCode.NO_CHANNEL: "{channel} is not set.",
    HoleCode.SAME_CHANNEL: "{channel} is the restricted channel too. Restricted enquiries need one of their own.",
    HoleCode.NO_HOURS: "[calendar.hours] is empty: the office would never open.",
    HoleCode.HAS_LEFT: "{person} ({where}) is deactivated in Slack: nothing can reach them there.",
    HoleCode.NO_NUMBER: "{person} wants to be rung, but has no number.",
    HoleCode.ALL_AWAY: "{service_area}: on {day} nobody of its chain is there.",
    HoleCode.NO_OFFICER_THERE: "press_office.officers: on {day} all of them are away.",
    HoleCode.NO_APPROVER_THERE: "others.approvers: on {day} all of them are away.",
    HoleCode.NO_LEGAL_THERE: "others.legal: on {day} all of them are away.",
}

_PLACES: Mapping[str, str] = {
    Role.PRESS_OFFICER: "press_office.officers",
    Role.HEAD_OF_COMMS: "press_office.head",
    Role.APPROVER: "others.approvers",
    Role.LEGAL: "others.legal",
    Role.ADMINISTRATOR: "others.administrators",
    "on_call": "press_office.on_call",
    "joint_group": "sharing.joint_group",
}


def findings(organisation: Organisation) -> list[Finding]:
    """Every hole as a sentence that names the line to change."""
    return [
        Finding(_sentence(hole, organisation), refuses=hole.code is HoleCode.SAME_CHANNEL)
        for hole in holes(organisation)
    ]


def _sentence(hole: Hole, organisation: Organisation) -> str:
    words = {name: _WORDS[name](value, organisation) for name, value in hole.facts.items()}
    return SENTENCES[hole.code].format_map(words)


def _area(key: str, organisation: Organisation) -> str:
    area = organisation.service_areas.get(key)
    return area.name if area else key


def _person(person: str, organisation: Organisation) -> str:
    known = organisation.people.get(person)
    return known.name if known else person


def _place(where: str, _: Organisation) -> str:
    return _PLACES.get(where, f"service_areas.{where}")


def _plain(value: str, _: Organisation) -> str:
    return value


def _channel(setting: str, _: Organisation) -> str:
    return f"channels.{setting.removesuffix('_channel')}"


_WORDS = {"service_area": _area, "person": _person, "where": _place, "channel": _channel, "day": _plain}
