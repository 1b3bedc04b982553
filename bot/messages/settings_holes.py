"""A hole in the chain as a sentence for those who can mend it, and the button that opens the right form."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from bot.messages.ids import Action
from bot.messages.mrkdwn import listed
from bot.messages.parts import Element, button
from bot.messages.people import area_name, name
from bot.messages.summary_parts import day_name
from bot.messages.wording import settings as words
from bot.rules.holes import Hole, HoleCode
from bot.rules.settings_kinds import SettingsKind
from storage.organisation import Organisation

MOST_DAYS = 3
"""So many days are named one by one."""

FORM: Mapping[HoleCode, SettingsKind] = {
    HoleCode.NO_SERVICE_AREAS: SettingsKind.AREA,
    HoleCode.NO_LEAD: SettingsKind.AREA,
    HoleCode.NO_DEPUTY: SettingsKind.AREA,
    HoleCode.NO_PRESS_OFFICER: SettingsKind.AREA,
    HoleCode.NO_DUTY_PHONE: SettingsKind.NUMBERS,
    HoleCode.NO_JOINT_GROUP: SettingsKind.SHARING,
    HoleCode.NO_CHANNEL: SettingsKind.CHANNELS,
    HoleCode.SAME_CHANNEL: SettingsKind.CHANNELS,
    HoleCode.NO_HOURS: SettingsKind.HOURS,
    HoleCode.UNKNOWN_SERVICE_AREA: SettingsKind.PERSON,
    HoleCode.UNKNOWN_PERSON: SettingsKind.PERSON,
    HoleCode.NO_NUMBER: SettingsKind.PERSON,
    HoleCode.ALL_AWAY: SettingsKind.AREA,
}
"""Which form mends what; the roles for everything else."""


def sentence(holes: Sequence[Hole], organisation: Organisation) -> str:
    """A hole in words, safe in mrkdwn; of several that differ by their day alone, all the days."""
    hole = holes[0]
    said = {key: _WORDS[key](value, organisation) for key, value in hole.facts.items() if key in _WORDS}
    if "day" in hole.facts:
        said["day"] = _days([date.fromisoformat(one.facts["day"]) for one in holes])
    return words.HOLE[hole.code].format_map({**said, "where": _where(hole, organisation)})


def _where(hole: Hole, organisation: Organisation) -> str:
    """In which part somebody is named: they may have several, and each is mended by itself."""
    if "service_area" in hole.facts:
        return words.WHERE_AREA.format(service_area=area_name(organisation, hole.facts["service_area"]))
    return {str(role): said for role, said in words.WHERE.items()}.get(hole.facts.get("where", ""), words.WHERE_ON_CALL)


def _days(days: Sequence[date]) -> str:
    named = [day_name(day) for day in days]
    if len(days) <= MOST_DAYS:
        return listed(named)
    return words.SEVERAL_DAYS.format(count=len(days), first=named[0], last=named[-1])


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
        return hole.facts.get("person", "")  # whoever is not among the people yet is named in the form of a new one
    return ""


def _channel(setting: str, _: Organisation) -> str:
    label = words.LABEL[f"set_{setting}"]
    return f"{label[0].lower()}{label[1:]}"


_WORDS: Mapping[str, Callable[[str, Organisation], str]] = {
    "service_area": lambda key, organisation: area_name(organisation, key),
    "person": lambda person, organisation: name(organisation, person),
    "channel": _channel,
}
