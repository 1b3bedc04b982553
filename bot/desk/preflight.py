"""The chain looked over before it is needed: once a day, when the office opens. Nothing to say: nothing is posted."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy.orm import Session

from bot.desk.work import Desk, Work, verb
from bot.rules.holes import Hole, HoleCode
from bot.rules.holes_ahead import holes_ahead, mark_of
from bot.rules.working_time import is_working, local
from storage import audit
from storage.delivery import get_delivery, standing
from storage.kinds import DeliveryKind, Role, Subject
from storage.notes import first_sight
from storage.organisation import read_organisation

LOOKED_AHEAD = "looked_ahead"
BOT = "close-ties"


def tick(desk: Desk) -> bool:
    """Look once a day, whatever restarts and however many processes; afterwards see what is mended. Whether anything is told."""
    organisation, now = desk.organisation, desk.clock.now()
    if not organisation.name or organisation.being_set_up or not is_working(organisation.calendar, now):
        return False
    day = local(organisation.calendar, now).date()
    with desk.database.read() as session:
        told = told_on(session, day)
        if told is not None:
            place = standing(session, key_of(day))
            last = get_delivery(session, place.delivery_id) if place else None
            if last is None or last.detail == _detail(day, still_open(told, holes_ahead(organisation, now))):
                return False
    return _look(desk, day) if told is None else _tell_again(desk, day)


def key_of(day: date) -> str:
    """One message for each day."""
    return f"preflight:{day.isoformat()}"


def told_on(session: Session, day: date) -> list[Hole] | None:
    """What was found that morning; None where nothing was told."""
    entries = audit.actions_done(session, Subject.ORGANISATION, day.toordinal(), LOOKED_AHEAD)
    if not entries:
        return None
    written = (entries[0].details or {}).get("holes", [])
    return [Hole(HoleCode(one["code"]), one["facts"]) for one in written]


def still_open(told: Sequence[Hole], now: Sequence[Hole]) -> list[Hole]:
    """Those of what was told that are not mended yet."""
    return [hole for hole in told if hole in now]


@verb
def _look(work: Work, day: date) -> bool:
    if not first_sight(work.session, key_of(day), work.now):
        return False
    organisation = read_organisation(work.session) or work.organisation
    found = holes_ahead(organisation, work.now)
    if not found:
        return False
    written = [{"code": str(hole.code), "facts": dict(hole.facts)} for hole in found]
    work.audit(BOT, LOOKED_AHEAD, Subject.ORGANISATION, day.toordinal(), {"holes": written})
    _deliver(work, day, found)
    return True


@verb
def _tell_again(work: Work, day: date) -> bool:
    told = told_on(work.session, day) or []
    _deliver(work, day, still_open(told, holes_ahead(work.organisation, work.now)))
    return True


def _deliver(work: Work, day: date, left: Sequence[Hole]) -> None:
    """To the press office's channel; where there is none yet, to whoever can make it so."""
    organisation = work.organisation
    people = (*organisation.holders(Role.ADMINISTRATOR), *organisation.holders(Role.HEAD_OF_COMMS))
    work.deliver(
        DeliveryKind.PREFLIGHT,
        key=key_of(day),
        lane=organisation.triage_channel or next(iter(people), ""),
        subject=Subject.ORGANISATION,
        subject_id=day.toordinal(),
        detail=_detail(day, left),
    )


def _detail(day: date, left: Sequence[Hole]) -> str:
    return f"{day.isoformat()} {mark_of(left)}"
