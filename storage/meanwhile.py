"""What happened while someone was away: what went to others, what was answered, what others dealt with, and what waits now."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from storage.audit import AuditEntry
from storage.enquiry import Enquiry
from storage.finding import MOST_WAITING, Scope, Waiting, is_open, may_find, waiting_for
from storage.kinds import Subject
from storage.nudge import Nudge

MOST = 50
HANDED = ("assigned", "handed_over", "handed_on", "handed_to", "sign_off_handed_on", "task_handed_on", "went_round")
"""The deeds by which something goes to someone else."""


@dataclass(frozen=True, slots=True)
class Meanwhile:
    """Each with the enquiry it is about, and who: whoever has it now, whoever answered, whoever dealt with it."""

    handed: tuple[tuple[Enquiry, str], ...] = ()
    answered: tuple[tuple[Enquiry, str], ...] = ()
    settled: tuple[tuple[Enquiry, str], ...] = ()
    waiting: tuple[Enquiry, ...] = ()


def meanwhile_of(session: Session, person: str, since: datetime, until: datetime) -> Meanwhile:
    """What concerns someone of what happened between two moments. Whoever is left out of a matter hears nothing of it."""
    handed = _handed(session, person, since, until)
    settled = _settled(session, person, since, until)
    concerned = {*handed, *settled}
    answered = _answered(session, person, concerned, since, until)
    found = _enquiries(session, person, concerned | set(answered))
    waiting = waiting_for(session, person)
    return Meanwhile(
        handed=_with(found, handed),
        answered=_with(found, answered),
        settled=_with(found, {one: by for one, by in settled.items() if one not in handed and one not in answered}),
        waiting=tuple({one.id: one for one in _all(waiting)}.values()),
    )


def _all(waiting: Waiting) -> list[Enquiry]:
    pairs = (*waiting.sign_offs, *waiting.nudges, *waiting.fact_checks, *waiting.tasks)
    return [*(enquiry for _, enquiry in pairs), *waiting.held]


def _with(found: dict[int, Enquiry], whose: dict[int, str]) -> tuple[tuple[Enquiry, str], ...]:
    return tuple((found[one], by) for one, by in sorted(whose.items()) if one in found)


def _enquiries(session: Session, person: str, ids: Collection[int]) -> dict[int, Enquiry]:
    rows = session.scalars(select(Enquiry).where(Enquiry.id.in_(ids)))
    return {one.id: one for one in rows if person not in one.excluded}


def _handed(session: Session, person: str, since: datetime, until: datetime) -> dict[int, str]:
    """To whom what was theirs went, the latest of each enquiry."""
    between = (AuditEntry.at >= since, AuditEntry.at <= until)
    moves = select(AuditEntry).where(AuditEntry.subject == Subject.ENQUIRY, AuditEntry.action.in_(HANDED), *between)
    went: dict[int, str] = {}
    for entry in session.scalars(moves.order_by(AuditEntry.id)):
        details = entry.details or {}
        before = (details.get("officer") or [None])[0]
        to = str(details.get("to") or "")
        if to and to != person and person in (entry.actor, before, details.get("from")):
            went[entry.subject_id] = to
    return went


def _settled(session: Session, person: str, since: datetime, until: datetime) -> dict[int, str]:
    """Who dealt with what they were asked."""
    theirs = (Nudge.subject == Subject.ENQUIRY, Nudge.person == person, Nudge.settled_by != person)
    between = (Nudge.settled_at >= since, Nudge.settled_at <= until)
    rows = session.scalars(select(Nudge).where(*theirs, *between).order_by(Nudge.id).limit(MOST))
    return {one.subject_id: one.settled_by for one in rows if one.settled_by}


def _answered(
    session: Session, person: str, concerned: Collection[int], since: datetime, until: datetime
) -> dict[int, str]:
    whose = or_(
        Enquiry.officer == person, Enquiry.lead == person, Enquiry.raised_by == person, Enquiry.id.in_(concerned)
    )
    between = (Enquiry.responded_at >= since, Enquiry.responded_at <= until)
    rows = session.scalars(select(Enquiry).where(*between, whose).order_by(Enquiry.id).limit(MOST))
    return {one.id: one.responded_by for one in rows if one.responded_by and one.responded_by != person}


def led_by(session: Session, person: str) -> list[Enquiry]:
    """The open enquiries of which someone has said, as lead, that they have them, and that are not answered yet."""
    theirs = (Enquiry.lead_acknowledged_by == person, Enquiry.responded_at.is_(None))
    found = select(Enquiry).where(is_open(), *theirs, may_find(Scope(person, everything=True)))
    return list(session.scalars(found.order_by(Enquiry.id).limit(MOST_WAITING)))
