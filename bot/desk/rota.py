"""The verbs of the rota: turns are added, removed, offered, taken back, taken by someone else, and looked over every day."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy.orm import Session

from bot.desk.work import Desk, Work, verb
from bot.rules.deeds import Deed
from bot.rules.permissions import check
from bot.rules.reasons import Reason, Refused
from bot.rules.rota import (
    NewTurn,
    RotaHole,
    TurnsForm,
    answer_until,
    check_offer,
    check_take,
    check_turns,
    holes,
    on_rota,
    takers,
    untaken_at,
    unwanted,
)
from bot.rules.working_time import is_working, local, next_opening
from storage import audit
from storage.delivery import ever_queued, ever_sent
from storage.kinds import DeliveryKind, RotaKind, Subject, SwapState
from storage.notes import first_sight
from storage.organisation import Organisation, touch_organisation
from storage.rota import Swap, Turn, TurnRow, get_swap, get_turn, newest_swaps, offered_swaps, standing_turns, turn_of

OFFER, TAKEN, LEFT, UNTAKEN, HOLES = "offer", "taken", "left", "untaken", "holes"
"""How the detail of a delivery about the rota begins."""

BOT = "close-ties"
AHEAD = timedelta(days=8)
"""A week ahead, and the day on which it is said."""


@dataclass(frozen=True, slots=True)
class Rota:
    """What the rota's page shows: the turns that are not over, and the offers that stand, by turn."""

    turns: tuple[Turn, ...] = ()
    offers: dict[int, Swap] = field(default_factory=dict)


def read(desk: Desk) -> Rota:
    """The rota as it is now."""
    with desk.database.read() as session:
        turns = standing_turns(session, desk.clock.now())
        return Rota(turns, {one.turn_id: one for one in offered_swaps(session, [turn.id for turn in turns])})


# -- kept by the head of communications and administrators


def add(desk: Desk, form: TurnsForm, *, person: str) -> int:
    """Turns in order over some people; how many are new. Raises FormRefused."""
    added = _add(desk, form, person)
    desk.refresh()
    return added


@verb
def _add(work: Work, form: TurnsForm, person: str) -> int:
    check(Deed.KEEP_ROTA, person, work.organisation)
    return keep_turns(work, check_turns(form, work.organisation, work.now), person, "turns_added")


def keep_turns(
    work: Work, turns: Sequence[NewTurn], by: str, action: str, details: dict[str, object] | None = None
) -> int:
    """Keep what is not on the rota yet; how many that is. One entry in the trail for all of them."""
    new = [
        one
        for one in dict.fromkeys(turns)
        if turn_of(work.session, one.kind, one.person, one.starts_at, one.service_area) is None
    ]
    for one in new:
        work.session.add(
            TurnRow(
                kind=one.kind,
                person=one.person,
                starts_at=one.starts_at,
                ends_at=one.ends_at,
                service_area=one.service_area,
                made_by=by,
                made_at=work.now,
            )
        )
    if new:
        _changed(work, by, action, {**(details or {}), "turns": [_written(one) for one in new]})
    return len(new)


def import_turns(desk: Desk, turns: Sequence[NewTurn], *, by: str, details: dict[str, object]) -> int:
    """Turns from a file, from the command line; how many are new."""
    added = _import(desk, turns, by, details)
    desk.refresh()
    return added


@verb
def _import(work: Work, turns: Sequence[NewTurn], by: str, details: dict[str, object]) -> int:
    return keep_turns(work, turns, by, "rota_imported", details)


def remove(desk: Desk, turn_id: int, *, person: str) -> None:
    """Take a turn off the rota, with any offer of it."""
    _remove(desk, turn_id, person)
    desk.refresh()


@verb
def _remove(work: Work, turn_id: int, person: str) -> None:
    check(Deed.KEEP_ROTA, person, work.organisation)
    row = get_turn(work.session, turn_id, lock=True)
    if row is None:
        return  # the same press twice
    for swap in offered_swaps(work.session, [turn_id]):
        _end(work, swap, SwapState.TAKEN_BACK, person)
    work.session.flush()
    work.session.delete(row)
    _changed(work, person, "turn_removed", {"turn": turn_id, **_written(row)})


# -- swaps


def offer(desk: Desk, turn_id: int, to: str | None, *, person: str) -> None:
    """Offer one's turn to someone, or (None) to anyone of the rota. They are asked at once. Raises Refused."""
    _offer(desk, turn_id, to, person)


@verb
def _offer(work: Work, turn_id: int, to: str | None, person: str) -> None:
    turn = _turn(work, turn_id)
    organisation = _now(work)
    check_offer(turn, person, to, organisation, work.now)
    if offered_swaps(work.session, [turn_id]):
        return  # the same form twice
    swap = Swap(turn_id=turn_id, offered_by=person, offered_at=work.now, offered_to=to)
    work.session.add(swap)
    work.session.flush()
    asked = [to] if to else takers(turn, organisation, work.now)
    for one in asked:
        _say(work, f"{OFFER} {swap.id}", one)
    work.audit(person, "turn_offered", Subject.ORGANISATION, 0, {"turn": turn_id, "to": to, **_written(turn)})
    if asked:
        show_holes_again(work)
    else:
        _nobody_can(work, swap, turn, BOT)
        work.audit(BOT, _Due.NOBODY, Subject.ORGANISATION, 0, {"turn": turn_id})


@verb
def take_back(work: Work, swap_id: int, *, person: str) -> None:
    """The offer is not meant any more, taken or declined by everyone. Raises Refused(TURN_TAKEN) where someone was quicker."""
    swap, turn = _swap(work, swap_id)
    if swap.offered_by != person:
        raise Refused(Reason.NOT_YOUR_ROTA_TURN)
    if swap.state == SwapState.TAKEN_BACK:
        return
    if not _is_kept_after_no(work, swap, turn):
        _check_offered(swap)
    _end(work, swap, SwapState.TAKEN_BACK, person)
    work.audit(person, "offer_taken_back", Subject.ORGANISATION, 0, {"turn": turn.id})
    show_holes_again(work)


def _is_kept_after_no(work: Work, swap: Swap, turn: Turn) -> bool:
    """Whether everyone who was asked has said no, it has not been offered again, and it is still theirs."""
    newest = newest_swaps(work.session, [turn.id]).get(turn.id)
    return swap.state == SwapState.DECLINED and newest is swap and turn.person == swap.offered_by


def take(desk: Desk, swap_id: int, *, person: str) -> None:
    """Take the turn that is offered. Of two at once one has it, and the other is told who. Raises Refused."""
    _take(desk, swap_id, person)
    desk.refresh()


@verb
def _take(work: Work, swap_id: int, person: str) -> None:
    swap, turn = _swap(work, swap_id)
    if swap.state == SwapState.ACCEPTED and swap.answered_by == person:
        return  # the same press twice
    _check_offered(swap)
    if swap.offered_to not in (None, person):
        raise Refused(Reason.OFFERED_TO_OTHER)
    row = get_turn(work.session, turn.id, lock=True)
    if row is None or row.person != swap.offered_by:
        raise Refused(Reason.OFFER_GONE)
    check_take(turn, person, _now(work), work.now)
    row.person = person
    _end(work, swap, SwapState.ACCEPTED, person)
    _say(work, f"{TAKEN} {swap.id}", swap.offered_by)
    _changed(work, person, "turn_taken", {"from": swap.offered_by, "to": person, **_written(turn)})


@verb
def decline(work: Work, swap_id: int, *, person: str) -> None:
    """Someone who was asked cannot; once nobody is left who could, whoever offered it hears so. Raises Refused."""
    swap, turn = _swap(work, swap_id)
    if person not in _asked(work.session, work.organisation, swap):
        raise Refused(Reason.OFFERED_TO_OTHER)
    if swap.state == SwapState.DECLINED or person in declined_by(work.session, swap):
        return
    _check_offered(swap)
    work.audit(person, DECLINED, Subject.ORGANISATION, 0, {"turn": turn.id, "offer": swap.id})
    if _still_asked(work.session, _now(work), swap, turn, work.now) - {person}:
        _say(work, f"{OFFER} {swap.id}", person)
        return
    _nobody_can(work, swap, turn, person)


def _nobody_can(work: Work, swap: Swap, turn: Turn, by: str) -> None:
    """Nobody is left to ask: whoever offered it hears, and the press office of a turn that nobody wants."""
    _end(work, swap, SwapState.DECLINED, by)
    _say(work, f"{LEFT} {swap.id}", swap.offered_by)
    _tell_office(work, turn)


DECLINED = "offer_declined"


def declined_by(session: Session, swap: Swap) -> set[str]:
    """Those who have said that they cannot take the turn that is offered."""
    said = audit.actions_done(session, Subject.ORGANISATION, 0, DECLINED)
    return {entry.actor for entry in said if (entry.details or {}).get("offer") == swap.id}


def _asked(session: Session, organisation: Organisation, swap: Swap) -> set[str]:
    """Everyone who was asked by a message."""
    keys = {_key(f"{OFFER} {swap.id}", one): one for one in _anyone(organisation, swap)}
    return {keys[key] for key in ever_queued(session, list(keys))}


def _still_asked(session: Session, organisation: Organisation, swap: Swap, turn: Turn, now: datetime) -> set[str]:
    """Those asked who could still take it and have not said no."""
    able = set(takers(turn, organisation, now))
    return (able & _asked(session, organisation, swap)) - declined_by(session, swap)


class _Due(StrEnum):
    """What has become of an offer by itself."""

    BEGUN = "offer_expired"  # its turn has begun
    NOBODY = "offer_given_up"  # those who were asked have left, or have turns of their own by now
    SOON = "offer_untaken"  # its turn is near


def follow(desk: Desk) -> None:
    """Offers that nobody takes are followed up. Most of the time there is none, and nothing is held."""
    now = desk.clock.now()
    with desk.database.read() as session:
        turns = {one.id: one for one in standing_turns(session, now - AHEAD)}
        offers = offered_swaps(session, turns)
        organisation = replace(desk.organisation, rota=standing_turns(session, now)) if offers else desk.organisation
        due = [one.id for one in offers if _due(session, organisation, one, turns[one.turn_id], now)]
    for one in due:
        _follow(desk, one)


def _due(session: Session, organisation: Organisation, swap: Swap, turn: Turn, now: datetime) -> _Due | None:
    if answer_until(turn, swap.offered_at) <= now:
        return _Due.BEGUN
    if not is_working(organisation.calendar, now):
        return None
    if not _still_asked(session, organisation, swap, turn, now):
        return _Due.NOBODY
    if untaken_at(turn, swap.offered_at, organisation.calendar) > now:
        return None
    told = ever_queued(session, [_key(f"{UNTAKEN} {swap.id}", swap.offered_by)])
    return None if told else _Due.SOON


@verb
def _follow(work: Work, swap_id: int) -> None:
    try:
        swap, turn = _swap(work, swap_id)
    except Refused:
        return  # the turn was taken off the rota meanwhile
    due = _due(work.session, _now(work), swap, turn, work.now) if swap.state == SwapState.OFFERED else None
    if due is None:
        return
    if due == _Due.BEGUN:
        _end(work, swap, SwapState.EXPIRED, BOT)
        _say(work, f"{LEFT} {swap.id}", swap.offered_by)
    elif due == _Due.NOBODY:
        _nobody_can(work, swap, turn, swap.offered_to or BOT)
    else:
        _say(work, f"{UNTAKEN} {swap.id}", swap.offered_by)
        _tell_office(work, turn)
    work.audit(BOT, due, Subject.ORGANISATION, 0, {"turn": turn.id})


def _check_offered(swap: Swap) -> None:
    if swap.state == SwapState.ACCEPTED:
        raise Refused(Reason.TURN_TAKEN, by=swap.answered_by)
    if swap.state != SwapState.OFFERED:
        raise Refused(Reason.OFFER_GONE)


def _end(work: Work, swap: Swap, state: SwapState, by: str) -> None:
    """An offer is over: everyone who was asked sees how, and so does whoever was told that nobody had taken it."""
    swap.state, swap.answered_by, swap.answered_at = state, by, work.now
    said = {
        _key(detail, one): (detail, one)
        for detail, people in (
            (f"{OFFER} {swap.id}", _anyone(work.organisation, swap)),
            (f"{UNTAKEN} {swap.id}", {swap.offered_by}),
            (f"{LEFT} {swap.id}", {swap.offered_by}),
        )
        for one in people
    }
    for key in ever_sent(work.session, list(said)):
        _say(work, *said[key])


def _anyone(organisation: Organisation, swap: Swap) -> set[str]:
    """Everyone who may have been asked."""
    on = {person for kind in RotaKind for person in on_rota(organisation, kind)}
    return {*on, *organisation.people, swap.offered_to or ""}


def _swap(work: Work, swap_id: int) -> tuple[Swap, Turn]:
    """The offer and its turn, the turn locked first."""
    seen = get_swap(work.session, swap_id)
    if seen is None:
        raise Refused(Reason.OFFER_GONE)
    turn = _turn(work, seen.turn_id)
    swap = get_swap(work.session, swap_id, lock=True)
    if swap is None:
        raise Refused(Reason.OFFER_GONE)
    return swap, turn


def _turn(work: Work, turn_id: int) -> Turn:
    row = get_turn(work.session, turn_id, lock=True)
    if row is None:
        raise Refused(Reason.NOT_FOUND)
    return as_turn(row)


def as_turn(row: TurnRow) -> Turn:
    """A row as the rules know it."""
    return Turn(
        id=row.id,
        kind=row.kind,
        person=row.person,
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        service_area=row.service_area,
    )


def _now(work: Work) -> Organisation:
    """The organisation with the rota as it is in this transaction, and not as it was last read."""
    return replace(work.organisation, rota=standing_turns(work.session, work.now))


def _changed(work: Work, by: str, action: str, details: dict[str, object]) -> None:
    work.session.flush()
    touch_organisation(work.session)
    work.audit(by, action, Subject.ORGANISATION, 0, details)
    show_holes_again(work)


def _written(turn: Turn | TurnRow | NewTurn) -> dict[str, object]:
    return {
        "kind": str(turn.kind),
        "service_area": turn.service_area,
        "person": turn.person,
        "from": turn.starts_at.isoformat(),
        "until": turn.ends_at.isoformat(),
    }


def _say(work: Work, detail: str, person: str) -> None:
    work.deliver(
        DeliveryKind.ROTA,
        key=_key(detail, person),
        lane=person,
        subject=Subject.ORGANISATION,
        subject_id=0,
        detail=detail,
    )


def _key(detail: str, person: str) -> str:
    return f"rota:{detail.replace(' ', ':')}:{person}"


# -- looked over


def to_mend(session: Session, organisation: Organisation, now: datetime) -> list[RotaHole]:
    """What is missing or stands twice in the week ahead, and what somebody would give away and nobody takes."""
    soon = [one for one in organisation.rota if one.starts_at < now + AHEAD]
    offered = unwanted(soon, newest_swaps(session, [one.id for one in soon]), organisation.calendar, now)
    return sorted([*holes(organisation, now, now + AHEAD), *offered], key=lambda one: one.starts_at)


def lacking(desk: Desk) -> list[RotaHole]:
    """The same, as it is now."""
    with desk.database.read() as session:
        return to_mend(session, desk.organisation, desk.clock.now())


def tick(desk: Desk) -> bool:
    """Offers that nobody takes are followed up; once a day, when the office is open, the press office hears what the rota lacks.

    That is one message a week, edited as it is mended.
    """
    now = desk.clock.now()
    organisation = desk.organisation
    if organisation.rota:
        follow(desk)
    if not organisation.rota or not is_working(organisation.calendar, now):
        return False
    return _look_over(desk)


@verb
def _look_over(work: Work) -> bool:
    day = local(work.organisation.calendar, work.now).date()
    if not first_sight(work.session, f"rota:{day.isoformat()}", work.now):
        return False
    if to_mend(work.session, _now(work), work.now):
        _show_holes(work)
    else:
        show_holes_again(work)
    return True


def holes_key(organisation: Organisation, now: datetime) -> str:
    """One message for each week."""
    year, week, _ = local(organisation.calendar, now).date().isocalendar()
    return f"rota:{HOLES}:{year}-{week:02}"


def _show_holes(work: Work) -> None:
    work.deliver(
        DeliveryKind.ROTA,
        key=holes_key(work.organisation, work.now),
        lane=work.organisation.triage_channel,
        subject=Subject.ORGANISATION,
        subject_id=0,
        detail=HOLES,
    )


def _tell_office(work: Work, turn: Turn) -> None:
    """The press office hears now if it is there or that would be too late, otherwise when the rota is looked over as the office opens."""
    calendar = work.organisation.calendar
    if is_working(calendar, work.now) or next_opening(calendar, work.now) >= turn.starts_at:
        _show_holes(work)
    else:
        show_holes_again(work)


def show_holes_again(work: Work) -> None:
    """The message of this week, where there is one, says how it stands now."""
    if ever_sent(work.session, [holes_key(work.organisation, work.now)]):
        _show_holes(work)
