"""The verbs of the rota: turns are added and removed; offers are followed up, and it is looked over every day."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.desk import rota_offers
from bot.desk.rota_holes import changed, look_over, written
from bot.desk.work import Desk, Work, verb
from bot.rules.deeds import Deed
from bot.rules.permissions import check
from bot.rules.rota import NewTurn, TurnsForm, check_turns
from bot.rules.working_time import is_working
from storage.kinds import SwapState
from storage.rota import Swap, Turn, TurnRow, get_turn, offered_swaps, standing_turns, turn_of


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
        changed(work, by, action, {**(details or {}), "turns": [written(one) for one in new]})
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
        rota_offers.end(work, swap, SwapState.TAKEN_BACK, person)
    work.session.flush()
    work.session.delete(row)
    changed(work, person, "turn_removed", {"turn": turn_id, **written(row)})


def tick(desk: Desk) -> bool:
    """Offers that nobody takes are followed up; once a day, when the office is open, the press office hears what the rota lacks.

    That is one message a week, edited as it is mended.
    """
    now = desk.clock.now()
    organisation = desk.organisation
    if organisation.rota:
        rota_offers.follow(desk)
    if not organisation.rota or not is_working(organisation.calendar, now):
        return False
    return look_over(desk)
