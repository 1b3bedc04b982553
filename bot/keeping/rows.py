"""Rows that hold no words of any matter: many of them go in one transaction, each time with one entry in the trail."""

from sqlalchemy.orm import Session

from bot.desk.work import Work, verb
from bot.keeping.holding import held_people
from storage import keeping
from storage.absence import get_absence
from storage.kinds import Subject

BOT = "close-ties"


def absence_is_held(session: Session, absence_id: int, people: frozenset[str]) -> bool:
    """Whether it is of somebody under a hold, or they stood in."""
    row = get_absence(session, absence_id) if people else None
    return row is not None and bool(people & {row.person.casefold(), (row.deputy or "").casefold()})


@verb
def delete_deliveries(work: Work, ids: tuple[int, ...], period: str) -> int:
    """Deliveries that are done with go."""
    keeping.delete_deliveries(work.session, list(ids))
    return _noted(work, "deliveries_deleted", len(ids), period)


@verb
def delete_kept_words(work: Work, ids: tuple[str, ...], period: str) -> int:
    """Words kept for a form go."""
    keeping.delete_kept_words(work.session, list(ids))
    return _noted(work, "kept_words_deleted", len(ids), period)


@verb
def delete_absences(work: Work, ids: tuple[int, ...], period: str) -> int:
    """Absences that are long over go."""
    people = held_people(work.session)
    free = [each for each in ids if not absence_is_held(work.session, each, people)]
    keeping.delete_absences(work.session, free)
    return _noted(work, "absences_deleted", len(free), period)


@verb
def delete_presence(work: Work, ids: tuple[str, ...], period: str) -> int:
    """What Slack showed of people long ago goes."""
    people = held_people(work.session)
    free = [each for each in ids if each.casefold() not in people]
    keeping.delete_presence(work.session, free)
    return _noted(work, "presence_deleted", len(free), period)


def _noted(work: Work, action: str, count: int, period: str) -> int:
    work.audit(BOT, action, Subject.ORGANISATION, 1, {"after": period, "count": count})
    return count
