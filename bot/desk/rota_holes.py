"""The rota looked over: what the week ahead lacks, in one message a week that says how it stands now."""

from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from bot.desk.work import Desk, Work, verb
from bot.rules.rota import NewTurn, RotaHole, holes, unwanted
from bot.rules.working_time import is_working, local, next_opening
from storage.delivery import ever_sent
from storage.kinds import DeliveryKind, Subject
from storage.notes import first_sight
from storage.organisation import Organisation, touch_organisation
from storage.rota import Turn, TurnRow, newest_swaps, standing_turns

HOLES = "holes"
"""The detail of its delivery."""

AHEAD = timedelta(days=8)
"""A week ahead, and the day on which it is said."""


def rota_now(session: Session, organisation: Organisation, now: datetime) -> Organisation:
    """The organisation with the rota as it is in this transaction, and not as it was last read."""
    return replace(organisation, rota=standing_turns(session, now))


def to_mend(session: Session, organisation: Organisation, now: datetime) -> list[RotaHole]:
    """What is missing or stands twice in the week ahead, and what somebody would give away and nobody takes."""
    soon = [one for one in organisation.rota if one.starts_at < now + AHEAD]
    offered = unwanted(soon, newest_swaps(session, [one.id for one in soon]), organisation.calendar, now)
    return sorted([*holes(organisation, now, now + AHEAD), *offered], key=lambda one: one.starts_at)


def lacking(desk: Desk) -> list[RotaHole]:
    """The same, as it is now."""
    with desk.database.read() as session:
        return to_mend(session, desk.organisation, desk.clock.now())


@verb
def look_over(work: Work) -> bool:
    """Once a day; whether this was the look of today."""
    day = local(work.organisation.calendar, work.now).date()
    if not first_sight(work.session, f"rota:{day.isoformat()}", work.now):
        return False
    if to_mend(work.session, rota_now(work.session, work.organisation, work.now), work.now):
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


def tell_office(work: Work, turn: Turn) -> None:
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


def changed(work: Work, by: str, action: str, details: dict[str, object]) -> None:
    """A turn is new, gone, or somebody else's: the trail says so, and everything that shows the rota is drawn anew."""
    work.session.flush()
    touch_organisation(work.session)
    work.audit(by, action, Subject.ORGANISATION, 0, details)
    show_holes_again(work)


def written(turn: Turn | TurnRow | NewTurn) -> dict[str, object]:
    """A turn as the trail keeps it."""
    return {
        "kind": str(turn.kind),
        "service_area": turn.service_area,
        "person": turn.person,
        "from": turn.starts_at.isoformat(),
        "until": turn.ends_at.isoformat(),
    }
