"""Lists of enquiries for one person: what is open, what is theirs, what waits for them. Each query takes the reader's scope."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    Text,
    and_,
    cast,
    exists,
    false,
    func,
    literal_column,
    or_,
    select,
    true,
    union,
)
from sqlalchemy.orm import Session

from storage.enquiry import Enquiry
from storage.involved import Task
from storage.kinds import CheckState, NudgeState, SignOffState, Status, Step, Subject, TaskState
from storage.nudge import Nudge
from storage.statement import FactCheck, SignOff


@dataclass(frozen=True, slots=True)
class Scope:
    """What someone may find: everything, or what they raised, what was handed to them, and what belongs to their service areas.

    `private`: restricted enquiries too. `political`: those that are. `instead_of`: those from which all of these are left out.
    Whoever is excluded from a matter finds nothing of it, whatever else they are.
    """

    person: str
    everything: bool = False
    areas: tuple[str, ...] = ()
    private: bool = True
    political: bool = False
    instead_of: tuple[str, ...] = ()


NOBODY_IN_PARTICULAR = Scope(person="", everything=True, private=False)
"""The scope of a message that everyone in a channel reads."""


@dataclass(frozen=True, slots=True)
class Filters:
    """How someone narrows a list. Empty: not narrowed. `officer` may be NOBODY."""

    area: str = ""
    officer: str = ""
    status: str = ""


NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a list. `start` counts from 0; `more`: whether another page follows; `count`: of the whole list, where it is known."""

    enquiries: tuple[Enquiry, ...] = ()
    start: int = 0
    more: bool = False
    count: int | None = None


def may_find(scope: Scope) -> ColumnElement[bool]:
    """The rule of `bot.rules.sensitivity.readers`, in SQL, so that counts and pages are right."""
    conditions = [] if scope.everything else [_is_theirs(scope)]
    if scope.person:
        conditions.append(~_left_out(scope.person))
    if not scope.private:
        conditions.append(Enquiry.restricted == false())
    return and_(true(), *conditions)


def _left_out(person: str) -> ColumnElement[bool]:
    return cast(Enquiry.excluded, Text).contains(f'"{person}"', autoescape=True)


def _is_theirs(scope: Scope) -> ColumnElement[bool]:
    theirs: list[ColumnElement[bool]] = [Enquiry.raised_by == scope.person, Enquiry.lead == scope.person]
    if scope.areas:
        theirs.append(Enquiry.service_area.in_(scope.areas))
    if scope.political:
        theirs.append(Enquiry.political == true())
    if scope.instead_of:
        theirs.append(and_(*map(_left_out, scope.instead_of)))
    return or_(*theirs)


def stands_in_somewhere(session: Session, scope: Scope) -> bool:
    """Whether something is open in which this administrator stands in for a head of communications who is left out of it."""
    theirs = and_(is_open(), *map(_left_out, scope.instead_of), ~_left_out(scope.person))
    return bool(scope.instead_of) and session.scalar(select(exists().where(theirs))) is True


def is_open() -> ColumnElement[bool]:
    """Not closed, as a literal: a bound value would not use the partial index."""
    return Enquiry.status != literal_column("'closed'")


def board(session: Session, scope: Scope, filters: Filters, *, start: int, most: int) -> Page:
    """What is open, the next deadline first, those without a deadline last; and how many they are in all. Two statements."""
    wanted = and_(is_open(), may_find(scope), *_narrowed(filters))
    count = session.scalar(select(func.count()).select_from(Enquiry).where(wanted)) or 0
    start = min(start, max(0, (count - 1) // most * most))
    order = (Enquiry.deadline.asc().nulls_last(), Enquiry.id)
    found = session.scalars(select(Enquiry).where(wanted).order_by(*order).offset(start).limit(most))
    return Page(tuple(found), start, start + most < count, count)


def _narrowed(filters: Filters) -> list[ColumnElement[bool]]:
    narrowed = []
    if filters.area:
        narrowed.append(Enquiry.service_area == filters.area)
    if filters.officer:
        narrowed.append(_with("" if filters.officer == NOBODY else filters.officer))
    if filters.status:
        narrowed.append(Enquiry.status == Status(filters.status))
    return narrowed


def _with(officer: str) -> ColumnElement[bool]:
    """Dealt with by this officer, among the few that are open: written so that SQLite does not read all they ever dealt with instead."""
    return func.coalesce(Enquiry.officer, "") == officer


def due(
    session: Session, scope: Scope, before: datetime, *, since: datetime | None = None, start: int, most: int
) -> Page:
    """What is open and not answered and due before a moment, the most pressing first. One statement.

    `since`: what was due earlier is left out; without it, what is late is among it.
    """
    waiting = Enquiry.status != Status.RESPONDED
    wanted = and_(is_open(), waiting, Enquiry.deadline < before, may_find(scope))
    if since is not None:
        wanted = and_(wanted, Enquiry.deadline >= since)
    return paged(session, select(Enquiry).where(wanted).order_by(Enquiry.deadline, Enquiry.id), start, most)


def mine(session: Session, scope: Scope, *, start: int, most: int) -> Page:
    """What someone raised, or deals with as press officer, the newest first. One statement, however much there is."""
    latest = start + most + 1

    def newest(whose: ColumnElement[bool]) -> Any:
        found = select(Enquiry.id).where(whose, may_find(scope)).order_by(Enquiry.id.desc()).limit(latest)
        return select(found.subquery().c.id)

    ids = union(newest(Enquiry.raised_by == scope.person), newest(Enquiry.officer == scope.person)).subquery()
    return paged(session, select(Enquiry).join(ids, ids.c.id == Enquiry.id).order_by(Enquiry.id.desc()), start, most)


def paged(session: Session, query: Select[Enquiry], start: int, most: int) -> Page:
    """One page of a query: one more is read than is shown, to know whether there are more."""
    found = list(session.scalars(query.offset(start).limit(most + 1)))
    return Page(tuple(found[:most]), start, len(found) > most)


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits for one person: each with the enquiry it is about."""

    sign_offs: tuple[tuple[SignOff, Enquiry], ...] = ()
    fact_checks: tuple[tuple[FactCheck, Enquiry], ...] = ()
    nudges: tuple[tuple[Nudge, Enquiry], ...] = ()
    tasks: tuple[tuple[Task, Enquiry], ...] = ()
    held: tuple[Enquiry, ...] = field(default=())


AS_LEAD = (Step.LEAD_NEW, Step.LEAD_AGAIN, Step.DEPUTY)
MOST_WAITING = 12


def waiting_for(session: Session, person: str) -> Waiting:
    """All that waits for someone, the most pressing of each kind first. Five statements."""
    scope = Scope(person, everything=True)
    return Waiting(
        sign_offs=_with_enquiry(session, scope, SignOff, _asked(SignOff, SignOffState.ASKED, "person", person)),
        fact_checks=_with_enquiry(session, scope, FactCheck, _asked(FactCheck, CheckState.ASKED, "person", person)),
        nudges=_as_lead(session, scope),
        tasks=_with_enquiry(session, scope, Task, _asked(Task, TaskState.OPEN, "owner", person)),
        held=_held(session, scope),
    )


def _asked(record: Any, state: str, column: str, person: str) -> ColumnElement[bool]:
    return and_(record.state == literal_column(f"'{state}'"), getattr(record, column) == person)


def _with_enquiry(session: Session, scope: Scope, record: Any, asked: ColumnElement[bool]) -> tuple[Any, ...]:
    query = select(record, Enquiry).join(Enquiry, Enquiry.id == record.enquiry_id).where(asked, may_find(scope))
    found = session.execute(query.order_by(record.due_at.asc().nulls_last(), record.id).limit(MOST_WAITING))
    return tuple((row[0], row[1]) for row in found)


def _as_lead(session: Session, scope: Scope) -> tuple[tuple[Nudge, Enquiry], ...]:
    """The enquiries whose lead someone is asked to be, once each: the latest asking counts."""
    asked = and_(
        Nudge.state == literal_column(f"'{NudgeState.SENT}'"),
        Nudge.person == scope.person,
        Nudge.subject == Subject.ENQUIRY,
        Nudge.step.in_(AS_LEAD),
    )
    waiting = and_(is_open(), Enquiry.lead_acknowledged_by.is_(None), may_find(scope))
    query = select(Nudge, Enquiry).join(Enquiry, Enquiry.id == Nudge.subject_id).where(asked, waiting)
    found = session.execute(query.order_by(Nudge.id.desc()).limit(2 * MOST_WAITING))
    latest: dict[int, tuple[Nudge, Enquiry]] = {}
    for nudge, enquiry in found:
        latest.setdefault(enquiry.id, (nudge, enquiry))
    return tuple(latest.values())[:MOST_WAITING]


def _held(session: Session, scope: Scope) -> tuple[Enquiry, ...]:
    held = and_(is_open(), _with(scope.person), may_find(scope))
    order = (Enquiry.deadline.asc().nulls_last(), Enquiry.id)
    return tuple(session.scalars(select(Enquiry).where(held).order_by(*order).limit(MOST_WAITING)))


def raised(session: Session, scope: Scope, most: int) -> list[Enquiry]:
    """What someone raised, the newest first. One statement."""
    theirs = select(Enquiry).where(Enquiry.raised_by == scope.person, may_find(scope))
    return list(session.scalars(theirs.order_by(Enquiry.id.desc()).limit(most)))
