"""A turn is offered, taken back, taken by someone else or declined, and followed up where nobody takes it."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy.orm import Session

from bot.desk.rota_holes import AHEAD, changed, rota_now, show_holes_again, tell_office, written
from bot.desk.work import Desk, Work, verb
from bot.rules.reasons import Reason, Refused
from bot.rules.rota import answer_until, check_offer, check_take, on_rota, takers, untaken_at
from bot.rules.working_time import is_working
from storage import audit
from storage.delivery import ever_queued, ever_sent
from storage.kinds import DeliveryKind, RotaKind, Subject, SwapState
from storage.organisation import Organisation
from storage.rota import Swap, Turn, TurnRow, get_swap, get_turn, newest_swaps, offered_swaps, standing_turns

OFFER, TAKEN, LEFT, UNTAKEN = "offer", "taken", "left", "untaken"
"""How the detail of a delivery about an offer begins."""

BOT = "close-ties"


def offer(desk: Desk, turn_id: int, to: str | None, *, person: str) -> None:
    """Offer one's turn to someone, or (None) to anyone of the rota. They are asked at once. Raises Refused."""
    _offer(desk, turn_id, to, person)


@verb
def _offer(work: Work, turn_id: int, to: str | None, person: str) -> None:
    turn = _turn(work, turn_id)
    organisation = rota_now(work.session, work.organisation, work.now)
    check_offer(turn, person, to, organisation, work.now)
    if offered_swaps(work.session, [turn_id]):
        return  # the same form twice
    swap = Swap(turn_id=turn_id, offered_by=person, offered_at=work.now, offered_to=to)
    work.session.add(swap)
    work.session.flush()
    asked = [to] if to else takers(turn, organisation, work.now)
    for one in asked:
        _say(work, f"{OFFER} {swap.id}", one)
    work.audit(person, "turn_offered", Subject.ORGANISATION, 0, {"turn": turn_id, "to": to, **written(turn)})
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
    end(work, swap, SwapState.TAKEN_BACK, person)
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
    check_take(turn, person, rota_now(work.session, work.organisation, work.now), work.now)
    row.person = person
    end(work, swap, SwapState.ACCEPTED, person)
    _say(work, f"{TAKEN} {swap.id}", swap.offered_by)
    changed(work, person, "turn_taken", {"from": swap.offered_by, "to": person, **written(turn)})


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
    if _still_asked(work.session, rota_now(work.session, work.organisation, work.now), swap, turn, work.now) - {person}:
        _say(work, f"{OFFER} {swap.id}", person)
        return
    _nobody_can(work, swap, turn, person)


def _nobody_can(work: Work, swap: Swap, turn: Turn, by: str) -> None:
    """Nobody is left to ask: whoever offered it hears, and the press office of a turn that nobody wants."""
    end(work, swap, SwapState.DECLINED, by)
    _say(work, f"{LEFT} {swap.id}", swap.offered_by)
    tell_office(work, turn)


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
        organisation = rota_now(session, desk.organisation, now) if offers else desk.organisation
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
    due = (
        _due(work.session, rota_now(work.session, work.organisation, work.now), swap, turn, work.now)
        if swap.state == SwapState.OFFERED
        else None
    )
    if due is None:
        return
    if due == _Due.BEGUN:
        end(work, swap, SwapState.EXPIRED, BOT)
        _say(work, f"{LEFT} {swap.id}", swap.offered_by)
    elif due == _Due.NOBODY:
        _nobody_can(work, swap, turn, swap.offered_to or BOT)
    else:
        _say(work, f"{UNTAKEN} {swap.id}", swap.offered_by)
        tell_office(work, turn)
    work.audit(BOT, due, Subject.ORGANISATION, 0, {"turn": turn.id})


def _check_offered(swap: Swap) -> None:
    if swap.state == SwapState.ACCEPTED:
        raise Refused(Reason.TURN_TAKEN, by=swap.answered_by)
    if swap.state != SwapState.OFFERED:
        raise Refused(Reason.OFFER_GONE)


def end(work: Work, swap: Swap, state: SwapState, by: str) -> None:
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
