"""The rota: turns in order over some people, who may hold and take one, what is missing, and what stands twice.

A turn ends at the moment at which the next begins: on the day of the change, when the office opens.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from itertools import cycle, islice

from bot.rules.availability import absence_at, standing_in
from bot.rules.form_checks import Problems
from bot.rules.reasons import Reason, Refused
from bot.rules.working_time import DAY, NAMES, add_working_time, local, moment, working_day_before
from storage.kinds import Role, RotaKind, SwapState
from storage.organisation import Organisation, WorkingCalendar
from storage.rota import Swap, Turn

A_WEEK, A_DAY = "week", "day"
MOST_TURNS = 104  # two years of weeks in one form
NINE = time(9)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewTurn:
    """A turn that is not kept yet."""

    kind: RotaKind
    person: str
    starts_at: datetime
    ends_at: datetime
    service_area: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnsForm:
    """Turns as typed: over these people in order, from a day on, so many of them."""

    kind: str
    people: tuple[str, ...]
    starts: str
    length: str
    count: str
    service_area: str = ""


def check_turns(form: TurnsForm, organisation: Organisation, now: datetime) -> list[NewTurn]:
    """The turns that the form asks for. Raises `FormRefused`."""
    problems = Problems()
    problems.need({"turn_people": "".join(form.people), "turn_from": form.starts, "turn_kind": form.kind})
    count = _count(form.count.strip(), len(form.people))
    if count is None:
        problems.add("turn_count", Refused(Reason.NOT_A_COUNT, limit=MOST_TURNS))
    problems.refuse()
    kind, area = RotaKind(form.kind), form.service_area if form.kind == RotaKind.LEAD else ""
    for person in form.people:
        if not may_hold(organisation, kind, person):
            problems.add("turn_people", Refused(Reason.NOT_ON_ROTA, by=person))
    turns = list(_in_order(form, kind, area, count or 0, organisation.calendar))
    if not any(one.ends_at > now for one in turns):
        problems.add("turn_from", Refused(Reason.DATE_PASSED))
    problems.refuse()
    return turns


def _count(typed: str, people: int) -> int | None:
    """How many turns: one for each person where nothing is said."""
    if not typed:
        return people
    return int(typed) if typed.isdecimal() and 1 <= int(typed) <= MOST_TURNS else None


def _in_order(form: TurnsForm, kind: RotaKind, area: str, count: int, calendar: WorkingCalendar) -> Iterator[NewTurn]:
    first, days = date.fromisoformat(form.starts), 1 if form.length == A_DAY else 7
    for number, person in enumerate(islice(cycle(form.people), count)):
        begins, ends = (change_over(calendar, first + timedelta(days=days * at)) for at in (number, number + 1))
        yield NewTurn(kind=kind, person=person, starts_at=begins, ends_at=ends, service_area=area)


def change_over(calendar: WorkingCalendar, day: date) -> datetime:
    """When one turn gives way to the next on a day: when the office opens, or would."""
    openings = [opens for opens, _ in calendar.hours.values()]
    opens = calendar.hours.get(NAMES[day.weekday()])
    return moment(calendar, day, opens[0] if opens else min(openings, default=NINE))


# -- who may


def may_hold(organisation: Organisation, kind: RotaKind, person: str) -> bool:
    """The press office goes on call for the press, leads and deputies as duty leads; whoever has left does not."""
    seen = organisation.presence.get(person)
    if seen is not None and seen.deactivated:
        return False
    return person in on_rota(organisation, kind)


def on_rota(organisation: Organisation, kind: RotaKind) -> tuple[str, ...]:
    """Everyone who may hold such a turn."""
    if kind == RotaKind.PRESS:
        found = (*organisation.holders(Role.PRESS_OFFICER), *organisation.holders(Role.HEAD_OF_COMMS))
    else:
        areas = organisation.service_areas.values()
        found = tuple(person for area in areas for person in (area.lead, *area.deputies) if person)
    return tuple(dict.fromkeys(found))


def has_a_part(organisation: Organisation, person: str) -> bool:
    """Whether someone is on any rota, or keeps it."""
    return any(person in on_rota(organisation, kind) for kind in RotaKind) or person in organisation.holders(
        Role.ADMINISTRATOR
    )


def check_offer(turn: Turn, person: str, to: str | None, organisation: Organisation, now: datetime) -> None:
    """Whether this person may offer this turn, to this person or (None) to anyone of the rota. Raises Refused."""
    if turn.person != person:
        raise Refused(Reason.NOT_YOUR_ROTA_TURN)
    if turn.ends_at <= now:
        raise Refused(Reason.TURN_OVER)
    if to is not None:
        check_take(turn, to, organisation, now)


def check_take(turn: Turn, person: str, organisation: Organisation, now: datetime) -> None:
    """Whether this person may take a turn that is offered. Raises Refused."""
    if turn.ends_at <= now:
        raise Refused(Reason.TURN_OVER)
    if person == turn.person or not may_hold(organisation, turn.kind, person):
        raise Refused(Reason.NOT_ON_ROTA, by=person)
    if any(one.person == person and one.kind == turn.kind and overlap(one, turn) for one in organisation.rota):
        raise Refused(Reason.ON_CALL_THEN, by=person)


def answer_until(turn: Turn, offered_at: datetime) -> datetime:
    """Until when an offer stands: until the turn begins, or, where it had begun already, until it ends."""
    return turn.starts_at if offered_at < turn.starts_at else turn.ends_at


ASKED_LATELY = timedelta(hours=2)  # of working time, in which those who were asked may answer


def untaken_at(turn: Turn, offered_at: datetime, calendar: WorkingCalendar) -> datetime:
    """When an offer that nobody has taken is told: as the office opens on the working day before, or two working hours after a late one."""
    before = working_day_before(calendar, local(calendar, turn.starts_at).date() - DAY)
    return max(change_over(calendar, before), add_working_time(calendar, offered_at, ASKED_LATELY))


def unwanted(
    turns: Iterable[Turn], offers: Mapping[int, Swap], calendar: WorkingCalendar, now: datetime
) -> list["RotaHole"]:
    """Turns that somebody would give away and nobody takes: nobody is left to ask, or little time is. `offers`: the newest, by turn."""
    found = []
    for turn in turns:
        offer = offers.get(turn.id)
        if offer is None or offer.offered_by != turn.person or answer_until(turn, offer.offered_at) <= now:
            continue
        by_all = offer.state == SwapState.DECLINED and offer.offered_to is None
        silent = offer.state == SwapState.OFFERED and untaken_at(turn, offer.offered_at, calendar) <= now
        if by_all or silent:
            found.append(_about(Hole.UNWANTED, turn))
    return found


def takers(turn: Turn, organisation: Organisation, now: datetime) -> list[str]:
    """Everyone who could take it."""
    return [one for one in on_rota(organisation, turn.kind) if _could(turn, one, organisation, now)]


def _could(turn: Turn, person: str, organisation: Organisation, now: datetime) -> bool:
    try:
        check_take(turn, person, organisation, now)
    except Refused:
        return False
    return True


def overlap(one: Turn | NewTurn, other: Turn | NewTurn) -> bool:
    """Whether two turns hold at the same moment."""
    return one.starts_at < other.ends_at and other.starts_at < one.ends_at


# -- what is missing, and what stands twice


class Hole(StrEnum):
    """What can be wrong with a rota."""

    GAP = "gap"  # nobody
    DOUBLE = "double"  # two people for one thing
    BOTH = "both"  # one person for two things
    AWAY = "away"  # and nobody stands in
    LEFT = "left"
    UNKNOWN = "unknown"  # not named by the organisation
    UNWANTED = "unwanted"  # somebody would give it away, and nobody takes it


@dataclass(frozen=True, slots=True, kw_only=True)
class RotaHole:
    """One thing to mend, from when to when."""

    what: Hole
    kind: RotaKind
    starts_at: datetime
    ends_at: datetime
    service_area: str = ""
    people: tuple[str, ...] = ()
    from_now: bool = False  # it is so already
    goes_on: bool = False  # and does not end where we stop looking


def holes(organisation: Organisation, start: datetime, end: datetime) -> list[RotaHole]:
    """Everything to mend between two moments, the soonest first. Where there is no rota, none is missed."""
    turns = [one for one in organisation.rota if one.starts_at < end and one.ends_at > start]
    found = [*_gaps(organisation.rota, turns, start, end), *_twice(turns), *_cannot(organisation, turns, start)]
    return sorted(found, key=lambda one: (one.starts_at, one.what, one.kind, one.service_area))


def _gaps(rota: Iterable[Turn], turns: Sequence[Turn], start: datetime, end: datetime) -> Iterator[RotaHole]:
    """A duty that is on the rota at all wants someone at every moment. What is for all covers each service area too."""
    for kind, area in sorted({(one.kind, one.service_area) for one in rota}):
        covering = [one for one in turns if one.kind == kind and one.service_area in ("", area)]
        at = start
        for turn in covering:
            if turn.starts_at > at:
                yield _gap(kind, area, at, turn.starts_at, from_now=at == start)
            at = max(at, turn.ends_at)
        if at < end:
            yield _gap(kind, area, at, end, from_now=at == start, goes_on=True)


def _gap(
    kind: RotaKind, area: str, starts: datetime, ends: datetime, *, from_now: bool, goes_on: bool = False
) -> RotaHole:
    return RotaHole(
        what=Hole.GAP,
        kind=kind,
        service_area=area,
        starts_at=starts,
        ends_at=ends,
        from_now=from_now,
        goes_on=goes_on,
    )


def _twice(turns: Sequence[Turn]) -> Iterator[RotaHole]:
    for place, one in enumerate(turns):
        for other in turns[place + 1 :]:
            same = (one.kind, one.service_area) == (other.kind, other.service_area)
            if not overlap(one, other) or not (same or one.person == other.person):
                continue
            yield RotaHole(
                what=Hole.DOUBLE if one.person != other.person or same else Hole.BOTH,
                kind=one.kind,
                service_area=one.service_area,
                starts_at=max(one.starts_at, other.starts_at),
                ends_at=min(one.ends_at, other.ends_at),
                people=tuple(dict.fromkeys((one.person, other.person))),
            )


def _cannot(organisation: Organisation, turns: Sequence[Turn], start: datetime) -> Iterator[RotaHole]:
    for turn in turns:
        what = _what_keeps(organisation, turn, start)
        if what is None:
            continue
        yield _about(what, turn)


def _about(what: Hole, turn: Turn) -> RotaHole:
    """What is wrong with a turn and whoever has it."""
    return RotaHole(
        what=what,
        kind=turn.kind,
        service_area=turn.service_area,
        starts_at=turn.starts_at,
        ends_at=turn.ends_at,
        people=(turn.person,),
    )


def _what_keeps(organisation: Organisation, turn: Turn, start: datetime) -> Hole | None:
    seen = organisation.presence.get(turn.person)
    if seen is not None and seen.deactivated:
        return Hole.LEFT
    if turn.person not in organisation.people and turn.person not in on_rota(organisation, turn.kind):
        return Hole.UNKNOWN
    return Hole.AWAY if _away_alone(organisation, turn, start) else None


def _away_alone(organisation: Organisation, turn: Turn, start: datetime) -> bool:
    """Away at some moment of the turn that is still to come, with nobody standing in."""
    begins = max(turn.starts_at, start)
    moments = [begins, *(one.starts_at for one in organisation.absences if begins < one.starts_at < turn.ends_at)]
    return any(
        absence_at(organisation, turn.person, at) is not None and standing_in(organisation, turn.person, at) is None
        for at in moments
    )


# -- pages


A_PAGE, FOUR_WEEKS = 40, timedelta(weeks=4)


def pages(turns: Sequence[Turn], now: datetime) -> list[list[Turn]]:
    """The turns that are not over, by four weeks at most, and forty turns at most."""
    made: list[list[Turn]] = []
    begins = now
    for turn in turns:
        if not made or len(made[-1]) == A_PAGE or turn.starts_at >= begins + FOUR_WEEKS:
            begins = max(turn.starts_at, now)
            made.append([])
        made[-1].append(turn)
    return made
