"""Who is there: whether someone can be asked at a moment, why not, when they are back, who stands in, and who is on call.

Someone is not there when their account is switched off, when they are away, outside their own hours, and while Slack is told not to
disturb them. What is urgent goes through quiet hours, but only to those who are on call, and to leads who want to hear by Slack.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from bot.rules.working_time import is_working, next_opening
from storage.absence import Absence, Presence
from storage.kinds import Reach, Role, RotaKind
from storage.organisation import Organisation, WorkingCalendar
from storage.rota import Turn

WAITED_FOR = timedelta(hours=1)  # whoever is back so soon is waited for, and nobody is asked in their place
LOOKS = 50  # how often we follow one reason by the next before we give up finding when someone is back


class Absent(StrEnum):
    """Why someone is not there."""

    LEFT = "left"  # their account is switched off
    AWAY = "away"  # they said so, or their status does
    OFF = "off"  # outside their own hours
    QUIET = "quiet"  # do not disturb
    RING = "ring"  # outside their hours they want to be rung, not written to


@dataclass(frozen=True, slots=True, kw_only=True)
class NotThere:
    """Why someone is not there, until when (None: nobody knows), and whom they named to stand in."""

    why: Absent
    until: datetime | None = None
    deputy: str | None = None


def available(organisation: Organisation, person: str, at: datetime, *, urgent: bool = False) -> bool:
    """Whether this person can be asked at this moment."""
    return why_not(organisation, person, at, urgent=urgent) is None


def why_not(organisation: Organisation, person: str, at: datetime, *, urgent: bool = False) -> NotThere | None:
    """Why they cannot be asked at this moment; None when they can."""
    seen = organisation.presence.get(person, _UNSEEN)
    if seen.deactivated:
        return NotThere(why=Absent.LEFT, deputy=standing_in(organisation, person, at))
    absence = absence_at(organisation, person, at)
    if absence is not None:
        deputy = standing_in(organisation, person, at)
        return NotThere(why=Absent.AWAY, until=absence.ends_at, deputy=deputy)
    if seen.away_until is not None and at < seen.away_until:
        return NotThere(why=Absent.AWAY, until=seen.away_until)
    if seen.away and seen.away_until is None:
        return NotThere(why=Absent.AWAY)
    return _disturbed(organisation, person, at, seen, urgent=urgent)


_UNSEEN = Presence()


def _disturbed(
    organisation: Organisation, person: str, at: datetime, seen: Presence, *, urgent: bool
) -> NotThere | None:
    """Outside their hours and in their quiet ones, nobody is disturbed without need."""
    calendar = calendar_of(organisation, person)
    if is_working(calendar, at):
        quiet = seen.quiet_until is not None and at < seen.quiet_until
        return NotThere(why=Absent.QUIET, until=seen.quiet_until) if quiet and not urgent else None
    opening = next_opening(calendar, at)
    if opening == at:  # an office that never opens
        return None
    return _woken(organisation, person, at, opening) if urgent else NotThere(why=Absent.OFF, until=opening)


def _woken(organisation: Organisation, person: str, at: datetime, opening: datetime) -> NotThere | None:
    """Urgent, and outside their hours: whoever is on call is asked, a lead who wants to hear by Slack, and nobody else of the office."""
    if person in (on_call(organisation, RotaKind.PRESS, at), *_on_turn(organisation, at)):
        return None
    known = organisation.people.get(person)
    if known is not None and known.reach == Reach.PHONE:
        return NotThere(why=Absent.RING, until=opening)
    only_officer = person in organisation.holders(Role.PRESS_OFFICER) and person not in _answerable(organisation)
    return NotThere(why=Absent.OFF, until=opening) if only_officer else None


def _answerable(organisation: Organisation) -> frozenset[str]:
    areas = organisation.service_areas.values()
    leads = {person for area in areas for person in (area.lead, *area.deputies) if person}
    return frozenset({*leads, *organisation.holders(Role.HEAD_OF_COMMS)})


def calendar_of(organisation: Organisation, person: str) -> WorkingCalendar:
    """When this person works: their own hours where they have any, with the organisation's closures and bank holidays."""
    known = organisation.people.get(person)
    return replace(organisation.calendar, hours=known.hours) if known and known.hours else organisation.calendar


def at_work(organisation: Organisation, person: str, at: datetime) -> bool:
    """Whether it is within their hours, whatever else keeps them."""
    return is_working(calendar_of(organisation, person), at)


def not_in_time(
    organisation: Organisation, person: str, at: datetime, by: datetime, *, urgent: bool = False
) -> NotThere | None:
    """Why someone who is not there now will not be before a moment either; None where they can be asked in time."""
    reason = why_not(organisation, person, at, urgent=urgent)
    if reason is None:
        return None
    back = back_at(organisation, person, at, urgent=urgent)
    return reason if back is None or back >= by else None


def back_at(organisation: Organisation, person: str, at: datetime, *, urgent: bool = False) -> datetime | None:
    """The first moment from `at` on at which they can be asked: `at` itself when they are there; None when nobody knows."""
    moment = at
    for _ in range(LOOKS):
        reason = why_not(organisation, person, moment, urgent=urgent)
        if reason is None:
            return moment
        if reason.until is None:
            return None
        moment = reason.until
    return None


def absence_at(organisation: Organisation, person: str, at: datetime) -> Absence | None:
    """The absence that holds at a moment; of several the one that ends last."""
    if not organisation.absences:
        return None
    holding = [one for one in organisation.absences if one.person == person and one.starts_at <= at < one.ends_at]
    return max(holding, key=lambda one: one.ends_at, default=None)


def standing_in(organisation: Organisation, person: str, at: datetime) -> str | None:
    """Whoever the absent person named, or whoever that one named in turn; None where nobody who is there was named."""
    passed = {person}
    named = _named_by(organisation, person, at)
    while named is not None and named not in passed:
        passed.add(named)
        away = absence_at(organisation, named, at)
        if away is None:
            return None if organisation.presence.get(named, _UNSEEN).deactivated else named
        named = away.deputy
    return None


def _named_by(organisation: Organisation, person: str, at: datetime) -> str | None:
    absence = absence_at(organisation, person, at)
    return absence.deputy if absence else None


def on_call(organisation: Organisation, kind: RotaKind, at: datetime, service_area: str = "") -> str | None:
    """Whose turn it is, or who stands in for them; without a rota, the one named."""
    person = turn_of(organisation, kind, at, service_area)
    return person or (organisation.on_call if kind == RotaKind.PRESS else None)


def turn_of(organisation: Organisation, kind: RotaKind, at: datetime, service_area: str = "") -> str | None:
    """Whose turn the rota says it is, or who stands in for them. A service area's own turn comes before one for all."""
    turns = [one for one in organisation.rota if one.kind == kind and one.starts_at <= at < one.ends_at]
    mine = [one for one in turns if one.service_area == service_area] or [one for one in turns if not one.service_area]
    people = (_of_turn(organisation, turn, at) for turn in mine)
    return next((person for person in people if person is not None), None)


def _of_turn(organisation: Organisation, turn: Turn, at: datetime) -> str | None:
    if organisation.presence.get(turn.person, _UNSEEN).deactivated:
        return None
    if absence_at(organisation, turn.person, at) is None:
        return turn.person
    return standing_in(organisation, turn.person, at)


def _on_turn(organisation: Organisation, at: datetime) -> frozenset[str]:
    turns = [one for one in organisation.rota if one.starts_at <= at < one.ends_at]
    people = {_of_turn(organisation, one, at) for one in turns}
    return frozenset(person for person in people if person)


def with_stand_ins(organisation: Organisation, people: Iterable[str | None], at: datetime) -> Iterator[str]:
    """Each person, followed by whoever they named to stand in for them; nobody twice."""
    if not organisation.absences:
        yield from dict.fromkeys(person for person in people if person)
        return
    passed: set[str] = set()
    for person in people:
        for one in (person, standing_in(organisation, person, at) if person else None):
            if one is not None and one not in passed:
                passed.add(one)
                yield one


def those_there(
    organisation: Organisation, people: Iterable[str | None], at: datetime, *, urgent: bool = False
) -> list[str]:
    """Of these, in their order, those who are there or will be within the hour. A stand-in comes in the place of who named them."""
    soon = at + WAITED_FOR
    found = []
    for person in with_stand_ins(organisation, people, at):
        back = back_at(organisation, person, at, urgent=urgent)
        if back is not None and back <= soon:
            found.append(person)
    return found


def first_there(
    organisation: Organisation, people: Iterable[str | None], at: datetime, *, urgent: bool = False
) -> str | None:
    """The first of these who is there, or will be within the hour; where nobody is, whoever is back first. Nobody who has left."""
    candidates = list(with_stand_ins(organisation, people, at))
    there = those_there(organisation, candidates, at, urgent=urgent)
    if there:
        return there[0]
    known = [one for one in candidates if not organisation.presence.get(one, _UNSEEN).deactivated]
    return min(known, key=lambda one: _back_or_never(organisation, one, at, urgent=urgent), default=None)


def _back_or_never(organisation: Organisation, person: str, at: datetime, *, urgent: bool) -> datetime:
    return back_at(organisation, person, at, urgent=urgent) or at + timedelta(days=10_000)
