"""A hole in the chain as a sentence for those who can mend it, and the button that opens the right form."""

from collections.abc import Callable, Mapping
from datetime import date

from bot.messages.ids import Action
from bot.messages.parts import Element, button
from bot.messages.people import area_name, name
from bot.messages.wording import settings as words
from bot.rules.holes import Hole, HoleCode
from bot.rules.settings_kinds import SettingsKind
from storage.organisation import Organisation

FORM: Mapping[HoleCode, SettingsKind] = {
    HoleCode.NO_SERVICE_AREAS: SettingsKind.AREA,
    HoleCode.NO_LEAD: SettingsKind.AREA,
    HoleCode.NO_DEPUTY: SettingsKind.AREA,
    HoleCode.NO_PRESS_OFFICER: SettingsKind.AREA,
    HoleCode.NO_DUTY_PHONE: SettingsKind.NUMBERS,
    HoleCode.NO_CHANNEL: SettingsKind.CHANNELS,
    HoleCode.SAME_CHANNEL: SettingsKind.CHANNELS,
    HoleCode.NO_HOURS: SettingsKind.HOURS,
    HoleCode.UNKNOWN_SERVICE_AREA: SettingsKind.PERSON,
    HoleCode.UNKNOWN_PERSON: SettingsKind.PERSON,
    HoleCode.NO_NUMBER: SettingsKind.PERSON,
    HoleCode.ALL_AWAY: SettingsKind.AREA,
}
"""Which form mends what; the roles for everything else."""


def sentence(hole: Hole, organisation: Organisation) -> str:
    """The hole in words, safe in mrkdwn."""
    said = {key: _WORDS[key](value, organisation) for key, value in hole.facts.items() if key in _WORDS}
    return words.HOLE[hole.code].format_map(said)


def mending(hole: Hole, organisation: Organisation) -> Element:
    """The button that opens the form in which it is mended."""
    kind = FORM.get(hole.code, SettingsKind.TEAM)
    if hole.code == HoleCode.HAS_LEFT and "service_area" in hole.facts:
        kind = SettingsKind.AREA
    key = _key(kind, hole, organisation)
    return button(Action.SETTINGS_EDIT, words.MEND, f"{kind}:{key}", _about(kind, key, organisation))


def _about(kind: SettingsKind, key: str, organisation: Organisation) -> str:
    """What the button is about, for those who only hear it."""
    area, person = organisation.service_areas.get(key), organisation.people.get(key)
    if kind == SettingsKind.AREA and area:
        return area.name
    return person.name if kind == SettingsKind.PERSON and person else words.FORM_TITLE[kind]


def _key(kind: SettingsKind, hole: Hole, organisation: Organisation) -> str:
    """What the form is about; "" asks for a new one where that is gone, or was never known."""
    if kind == SettingsKind.AREA:
        area = hole.facts.get("service_area", "")
        return area if area in organisation.service_areas else ""
    if kind == SettingsKind.PERSON:
        person = hole.facts.get("person", "")
        return person if person in organisation.people else ""
    return ""


def _day(day: str, _: Organisation) -> str:
    return f"{date.fromisoformat(day):%A %-d %B}"


def _channel(setting: str, _: Organisation) -> str:
    label = words.LABEL[f"set_{setting}"]
    return f"{label[0].lower()}{label[1:]}"


_WORDS: Mapping[str, Callable[[str, Organisation], str]] = {
    "service_area": lambda key, organisation: area_name(organisation, key),
    "person": lambda person, organisation: name(organisation, person),
    "channel": _channel,
    "day": _day,
}
