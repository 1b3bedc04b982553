"""What Slack shows of the people the organisation counts on: kept as it changes, and looked up again now and then.

Only what the rules need is kept: gone, away until when, not to be disturbed until when. Why someone is away is nobody's business.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy.orm import Session

from bot.desk import rota_holes
from bot.desk.work import Desk, Work, verb
from bot.rules.absences import quiet_now, shown
from storage.absence import Presence, PresenceRow, get_presence, presences
from storage.organisation import Organisation, touch_organisation

LOOKED_UP_EVERY = timedelta(hours=6)


def counted_on(organisation: Organisation) -> tuple[str, ...]:
    """Everyone of whom something may be asked, each once."""
    areas = organisation.service_areas.values()
    leads = [person for area in areas for person in (area.lead, *area.deputies, area.press_officer) if person]
    holders = [person for people in organisation.roles.values() for person in people]
    others = [organisation.on_call] if organisation.on_call else []
    return tuple(dict.fromkeys([*leads, *holders, *others, *(turn.person for turn in organisation.rota)]))


def changed(desk: Desk, user: Mapping[str, Any]) -> None:
    """Somebody's account or status has changed."""
    person = str(user.get("id", ""))
    if person in counted_on(desk.organisation) and _keep_user(desk, person, user, None):
        desk.refresh()


def disturbed(desk: Desk, person: str, dnd: Mapping[str, Any]) -> None:
    """Somebody wants to be left alone, or does not any more."""
    if person in counted_on(desk.organisation) and _keep_quiet(desk, person, quiet_now(dnd, desk.clock.now())):
        desk.refresh()


def looked_up(desk: Desk, person: str, user: Mapping[str, Any], dnd: Mapping[str, Any]) -> None:
    """Slack was asked about somebody."""
    if _keep_user(desk, person, user, dnd):
        desk.refresh()


def next_to_look_up(desk: Desk) -> str | None:
    """Whoever was looked up longest ago; None while that is not long."""
    now = desk.clock.now()
    with desk.database.read() as session:
        seen = {row.person: row.seen_at for row in presences(session)}
    stale = [one for one in counted_on(desk.organisation) if one not in seen or seen[one] <= now - LOOKED_UP_EVERY]
    return min(stale, key=lambda one: seen[one] if one in seen else now - timedelta(days=10_000), default=None)


def is_gone(work: Work, person: str) -> bool:
    """A message could not reach them, since their account is switched off: from now on the rules go round them.

    Whether it is somebody of whom something may be asked; nothing is kept of anybody else.
    """
    if person not in counted_on(work.organisation):
        return False
    row = _row(work.session, person, work.now)
    _keep(work, row, Presence(deactivated=True, quiet_until=row.quiet_until))
    return True


@verb
def _keep_user(work: Work, person: str, user: Mapping[str, Any], dnd: Mapping[str, Any] | None) -> bool:
    row = _row(work.session, person, work.now)
    quiet = row.quiet_until if dnd is None else quiet_now(dnd, work.now)
    return _keep(work, row, shown(user, quiet, work.now))


@verb
def _keep_quiet(work: Work, person: str, until: datetime | None) -> bool:
    row = _row(work.session, person, work.now)
    seen = Presence(deactivated=row.deactivated, away=row.away, away_until=row.away_until, quiet_until=until)
    return _keep(work, row, seen)


def _row(session: Session, person: str, now: datetime) -> PresenceRow:
    row = get_presence(session, person)
    if row is None:
        row = PresenceRow(person=person, seen_at=now)
        session.add(row)
    return row


def _keep(work: Work, row: PresenceRow, seen: Presence) -> bool:
    """Write down what is seen; whether it is anything new, which every process then hears of."""
    row.seen_at = work.now
    before = Presence(
        deactivated=row.deactivated, quiet_until=row.quiet_until, away_until=row.away_until, away=row.away
    )
    if before == seen:
        return False
    row.deactivated, row.quiet_until = seen.deactivated, seen.quiet_until
    row.away, row.away_until = seen.away, seen.away_until
    work.session.flush()
    touch_organisation(work.session)
    if before.deactivated != seen.deactivated:
        rota_holes.show_holes_again(work)
    return True
