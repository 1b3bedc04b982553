"""Holes that the coming week shows: who has left, who cannot be rung, and the days on which nobody of a chain is there."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from hashlib import sha256

from bot.rules.availability import absence_at, calendar_of, standing_in
from bot.rules.holes import Hole, HoleCode, holes
from bot.rules.working_time import local, office_hours
from storage.kinds import Reach, Role
from storage.organisation import Organisation, ServiceArea

DAYS_AHEAD = 7
NOBODY_THERE = {
    Role.PRESS_OFFICER: HoleCode.NO_OFFICER_THERE,
    Role.APPROVER: HoleCode.NO_APPROVER_THERE,
    Role.LEGAL: HoleCode.NO_LEGAL_THERE,
}


@dataclass(frozen=True, slots=True)
class _Day:
    """One day on which the office is open, and a moment in the middle of it."""

    day: date
    noon: datetime


def holes_ahead(organisation: Organisation, now: datetime) -> list[Hole]:
    """Everything that wants mending before it is needed: what is not named at all, and what the coming week shows."""
    days = list(_days(organisation, now))
    found = [
        *(hole for hole in holes(organisation) if not hole.is_note),
        *_left(organisation),
        *_not_rung(organisation),
    ]
    for area in organisation.service_areas.values():
        found.extend(_away(area, organisation, days))
    for role, code in NOBODY_THERE.items():
        missing = _days_without(organisation.holders(role), organisation, days)
        found.extend(Hole(code, {"day": day.isoformat()}) for day in missing)
    return found


def by_what(found: Iterable[Hole]) -> list[tuple[Hole, ...]]:
    """The holes, those that differ by their day alone together: each day is mended by itself, and several are said in one breath."""
    together: dict[object, list[Hole]] = {}
    for hole in found:
        alike = (hole.code, *sorted((key, value) for key, value in hole.facts.items() if key != "day"))
        together.setdefault(alike, []).append(hole)
    return [tuple(one) for one in together.values()]


def mark_of(found: Iterable[Hole]) -> str:
    """A mark of some holes: another one as soon as one of them is mended."""
    written = sorted(f"{hole.code} {sorted(hole.facts.items())}" for hole in found)
    return sha256("\n".join(written).encode()).hexdigest()[:16]


def _days(organisation: Organisation, now: datetime) -> Iterator[_Day]:
    today = local(organisation.calendar, now).date()
    for ahead in range(DAYS_AHEAD):
        hours = office_hours(organisation.calendar, today + timedelta(days=ahead))
        if hours is not None and hours[1] > now:
            yield _Day(today + timedelta(days=ahead), hours[0] + (hours[1] - hours[0]) / 2)


def _left(organisation: Organisation) -> Iterator[Hole]:
    for facts, person in _counted_on(organisation):
        seen = organisation.presence.get(person)
        if seen is not None and seen.deactivated:
            yield Hole(HoleCode.HAS_LEFT, {"person": person, **facts})


def _counted_on(organisation: Organisation) -> Iterator[tuple[dict[str, str], str]]:
    for area in organisation.service_areas.values():
        chain = dict.fromkeys(person for person in (area.lead, *area.deputies, area.press_officer) if person)
        yield from (({"where": f"{area.key}.chain", "service_area": area.key}, person) for person in chain)
    for role, people in organisation.roles.items():
        yield from (({"where": str(role)}, person) for person in people)
    if organisation.on_call:
        yield {"where": "on_call"}, organisation.on_call


def _not_rung(organisation: Organisation) -> Iterator[Hole]:
    for person in organisation.people.values():
        if person.reach == Reach.PHONE and not person.phone:
            yield Hole(HoleCode.NO_NUMBER, {"person": person.id})


def _away(area: ServiceArea, organisation: Organisation, days: Iterable[_Day]) -> Iterator[Hole]:
    chain = [person for person in (area.lead, *area.deputies) if person]
    for day in _days_without(chain, organisation, days):
        yield Hole(HoleCode.ALL_AWAY, {"service_area": area.key, "day": day.isoformat()})


def _days_without(people: Iterable[str], organisation: Organisation, days: Iterable[_Day]) -> list[date]:
    """The days on which none of these is there, nor anyone in their place. Nobody named at all is another hole."""
    known = list(people)
    if not known:
        return []
    return [one.day for one in days if not any(_covered(organisation, each, one) for each in known)]


def _covered(organisation: Organisation, person: str, day: _Day) -> bool:
    seen = organisation.presence.get(person)
    if absence_at(organisation, person, day.noon) is not None:
        return standing_in(organisation, person, day.noon) is not None
    if seen is not None and seen.deactivated:
        return False
    return office_hours(calendar_of(organisation, person), day.day) is not None
