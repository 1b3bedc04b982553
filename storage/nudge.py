"""Planned and sent nudges: a ledger with one row for each (subject, step, person, round)."""

from collections.abc import Collection, Sequence
from datetime import datetime
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import (
    ColumnElement,
    Index,
    String,
    UniqueConstraint,
    and_,
    bindparam,
    func,
    literal_column,
    or_,
    select,
    text,
    update,
)
from sqlalchemy.orm import Mapped, Session, mapped_column

from storage.base import Record, UtcDateTime, Word
from storage.call_request import CallRequest
from storage.insert import dialect_of, insert_into, table_of, values_of
from storage.involved import Task
from storage.kinds import NudgeState, Step, Subject
from storage.locking import locked
from storage.statement import FactCheck, SignOff

PARTS: dict[Subject, type[SignOff] | type[FactCheck] | type[Task] | type[CallRequest]] = {
    Subject.SIGN_OFF: SignOff,
    Subject.FACT_CHECK: FactCheck,
    Subject.TASK: Task,
    Subject.CALL: CallRequest,
}
"""What belongs to an enquiry and has nudges of its own. The enquiry is locked before it."""


class Nudge(Record):
    """One person asked to do one thing. The unique key makes a second nudge for the same step impossible."""

    __tablename__ = "nudge"
    __table_args__ = (
        UniqueConstraint("subject", "subject_id", "step", "person", "round"),
        Index(
            "ix_nudge_due", "due_at", sqlite_where=text("state = 'planned'"), postgresql_where=text("state = 'planned'")
        ),
        Index("ix_nudge_sent", "person", sqlite_where=text("state = 'sent'"), postgresql_where=text("state = 'sent'")),
        Index(
            "ix_nudge_told",
            "person",
            "sent_at",
            sqlite_where=text("sent_at IS NOT NULL"),
            postgresql_where=text("sent_at IS NOT NULL"),
        ),
        Index(
            "ix_nudge_bundle",
            "bundled_with",
            sqlite_where=text("bundled_with IS NOT NULL"),
            postgresql_where=text("bundled_with IS NOT NULL"),
        ),
        {"sqlite_autoincrement": True},  # an id is never used twice, whatever is deleted
    )

    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    subject: Mapped[Subject] = mapped_column(Word(Subject, 16))
    subject_id: Mapped[int] = mapped_column()
    step: Mapped[Step] = mapped_column(Word(Step, 32))
    person: Mapped[str] = mapped_column(String(32))
    due_at: Mapped[datetime] = mapped_column(UtcDateTime)
    round: Mapped[int] = mapped_column(default=1)
    urgent: Mapped[bool] = mapped_column(default=False)
    state: Mapped[NudgeState] = mapped_column(Word(NudgeState, 16), default=NudgeState.PLANNED)
    late: Mapped[bool] = mapped_column(default=False)  # it fell due while the bot was away
    sent_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
    settled_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
    settled_by: Mapped[str | None] = mapped_column(String(32), default=None)
    settled_how: Mapped[str] = mapped_column(
        String(32), default=""
    )  # acknowledged, handed_on, claimed, responded, closed
    snoozed_until: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
    bundled_with: Mapped[int | None] = mapped_column(default=None)  # the nudge in whose message this one stands


def plan_nudges(session: Session, nudges: Sequence[Nudge]) -> list[Nudge]:
    """Write nudges, in whatever state they are given, in one statement; those written come back, in order, with their ids.

    A nudge whose (subject, step, person, round) is in the ledger already is left out. None of them is attached to the session.
    """
    if not nudges:
        return []
    rows = session.execute(_plan(dialect_of(session)), [values_of(nudge) for nudge in nudges])
    written = {tuple(row[1:]): row[0] for row in rows}
    return [nudge for nudge in nudges if _take_id(nudge, written)]


def due_nudge_ids(session: Session, now: datetime, limit: int = 200) -> list[int]:
    """Planned nudges whose time has come, the longest due first."""
    due = select(Nudge.id).where(_is_planned(), Nudge.due_at <= now)
    return list(session.scalars(due.order_by(Nudge.due_at, Nudge.id).limit(limit)))


class DueNudge(NamedTuple):
    """What the tick must know of a planned nudge to put it together with others."""

    id: int
    person: str
    urgent: bool
    subject: Subject
    subject_id: int
    due_at: datetime


def due_nudges(session: Session, until: datetime, *, person: str | None = None, limit: int = 500) -> list[DueNudge]:
    """Planned nudges whose time comes by then, the longest due first; only one person's where one is given."""
    wanted = (Nudge.id, Nudge.person, Nudge.urgent, Nudge.subject, Nudge.subject_id, Nudge.due_at)
    due = select(*wanted).where(_is_planned(), Nudge.due_at <= until)
    if person is not None:
        due = due.where(Nudge.person == person)
    return [DueNudge(*row) for row in session.execute(due.order_by(Nudge.due_at, Nudge.id).limit(limit))]


def told_since(session: Session, person: str, since: datetime) -> int:
    """How many messages this person has had about what is not urgent; several nudges in one message count once."""
    message = func.coalesce(Nudge.bundled_with, Nudge.id)
    told = select(func.count(message.distinct())).where(
        Nudge.person == person, Nudge.sent_at.is_not(None), Nudge.sent_at >= since, Nudge.urgent.is_(False)
    )
    return session.scalar(told) or 0


def asked_between(session: Session, people: Collection[str], since: datetime, now: datetime) -> set[str]:
    """Those of these people who were asked something since then, or are to be asked by now."""
    asked = select(Nudge.person).where(Nudge.person.in_(people), Nudge.sent_at.is_not(None), Nudge.sent_at >= since)
    due = select(Nudge.person).where(Nudge.person.in_(people), _is_planned(), Nudge.due_at <= now)
    return {*session.scalars(asked), *session.scalars(due)}


def bundle_of(session: Session, first_id: int) -> list[Nudge]:
    """The nudges of one message, in the order in which they fell due."""
    together = select(Nudge).where(Nudge.bundled_with == first_id)
    found = list(session.scalars(together.order_by(Nudge.due_at, Nudge.id)))
    return found or list(session.scalars(select(Nudge).where(Nudge.id == first_id)))


def claim_nudge(session: Session, nudge_id: int) -> Nudge | None:
    """A planned nudge for this transaction alone; None when it is not planned any more or another process has it.

    Lock the record that it is about first, as the verbs do: the other way round two transactions can wait for each other.
    """
    query = select(Nudge).where(Nudge.id == nudge_id, _is_planned()).with_for_update(skip_locked=True)
    return session.scalars(query.execution_options(populate_existing=True)).one_or_none()


def claim_nudges(session: Session, ids: Collection[int]) -> dict[int, Nudge]:
    """The same for several, in one statement: those of them that could be had, by their ids."""
    query = select(Nudge).where(Nudge.id.in_(ids), _is_planned()).order_by(Nudge.id).with_for_update(skip_locked=True)
    found = session.scalars(query.execution_options(populate_existing=True)) if ids else ()
    return {one.id: one for one in found}


def get_nudge(session: Session, nudge_id: int, *, lock: bool = False) -> Nudge | None:
    """One nudge; with `lock`, held until the transaction ends."""
    return session.scalars(locked(select(Nudge).where(Nudge.id == nudge_id), lock)).one_or_none()


def nudges_of(session: Session, subject: Subject, subject_id: int) -> list[Nudge]:
    """The whole ledger of one record, in the order in which it was written."""
    return list(session.scalars(select(Nudge).where(*_about(subject, subject_id)).order_by(Nudge.id)))


def ledgers_of(session: Session, subject: Subject, subject_ids: Collection[int]) -> dict[int, list[Nudge]]:
    """The whole ledgers of several records of one kind, each in the order in which it was written."""
    about = select(Nudge).where(Nudge.subject == subject, Nudge.subject_id.in_(subject_ids)).order_by(Nudge.id)
    found: dict[int, list[Nudge]] = {one: [] for one in subject_ids}
    for nudge in session.scalars(about):
        found[nudge.subject_id].append(nudge)
    return found


def nudges_around(session: Session, enquiry_id: int, people: Collection[str]) -> list[Nudge]:
    """What these people were asked about an enquiry, and about the sign-offs, fact checks and things to do that belong to it."""
    theirs = {subject: select(one.id).where(one.enquiry_id == enquiry_id) for subject, one in PARTS.items()}
    belongs = [and_(Nudge.subject == subject, Nudge.subject_id.in_(ids)) for subject, ids in theirs.items()]
    about = or_(and_(*_about(Subject.ENQUIRY, enquiry_id)), *belongs)
    return list(session.scalars(select(Nudge).where(Nudge.person.in_(people), about).order_by(Nudge.id)))


def enquiries_behind(session: Session, nudges: Sequence[Nudge | DueNudge]) -> dict[int, int]:
    """The id of the enquiry behind each nudge, by the nudge's id: its own, or that of the part it is about. A story has none."""
    behind = {one.id: one.subject_id for one in nudges if one.subject == Subject.ENQUIRY}
    for subject, record in PARTS.items():
        theirs = {one.id: one.subject_id for one in nudges if one.subject == subject}
        if theirs:
            rows = session.execute(select(record.id, record.enquiry_id).where(record.id.in_(theirs.values()))).all()
            belongs = {row[0]: row[1] for row in rows}
            behind |= {nudge: belongs[part] for nudge, part in theirs.items() if part in belongs}
    return behind


def waiting_on(session: Session, person: str) -> list[Nudge]:
    """What somebody was asked and has not answered, in the order in which it was sent."""
    is_sent = Nudge.state == literal_column("'sent'")  # as the index has it
    waiting = select(Nudge).where(Nudge.person == person, is_sent)
    return list(session.scalars(waiting.order_by(Nudge.sent_at, Nudge.id)))


def drop_planned(
    session: Session, subject: Subject, subject_id: int, steps: Collection[Step] | None, now: datetime
) -> int:
    """Planned nudges that are not needed any more become moot (None: those of every step); how many they were."""
    asked = {"about": subject, "about_id": subject_id, "among": list(Step if steps is None else steps), "at": now}
    return len(session.scalars(_moot(), asked, execution_options=_AFRESH).all())


def settle_sent(
    session: Session,
    subject: Subject,
    subject_id: int,
    steps: Collection[Step] | None,
    by: str,
    how: str,
    now: datetime,
) -> list[Nudge]:
    """Sent nudges that a deed settles (None: of every step). They come back, so that their messages can be edited."""
    asked = {
        "about": subject,
        "about_id": subject_id,
        "among": list(Step if steps is None else steps),
        "at": now,
        "by": by,
        "how": how,
    }
    return sorted(session.scalars(_settle(), asked, execution_options=_AFRESH), key=lambda nudge: nudge.id)


def next_nudge_due(session: Session) -> datetime | None:
    """When the next planned nudge falls due."""
    return session.scalar(select(func.min(Nudge.due_at)).where(_is_planned()))


_KEY = ("subject", "subject_id", "step", "person", "round")


def _take_id(nudge: Nudge, written: dict[tuple[object, ...], int]) -> bool:
    new_id = written.pop(tuple(getattr(nudge, name) for name in _KEY), None)
    if new_id is not None:
        nudge.id = new_id
    return new_id is not None


def _is_planned() -> ColumnElement[bool]:
    return Nudge.state == literal_column("'planned'")  # a bound value would not use the partial index


def _about(subject: Subject, subject_id: int) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return Nudge.subject == subject, Nudge.subject_id == subject_id


# A button waits for these before it is answered, and putting a statement together takes as long as sending it: each is made once.
# Their rows come back, so that what the session holds is as fresh as the database.

_AFRESH = {"synchronize_session": False, "populate_existing": True}


@cache
def _plan(dialect: str) -> Any:
    table = table_of(Nudge)
    key = [table.c[name] for name in _KEY]
    return insert_into(dialect, table).on_conflict_do_nothing().returning(table.c.id, *key)


@cache
def _moot() -> Any:
    return _change(_is_planned(), state=NudgeState.MOOT)


@cache
def _settle() -> Any:
    settled = {"state": NudgeState.SETTLED, "settled_by": bindparam("by"), "settled_how": bindparam("how")}
    return _change(Nudge.state == NudgeState.SENT, **settled)


def _change(which: ColumnElement[bool], **values: Any) -> Any:
    about = (Nudge.subject == bindparam("about"), Nudge.subject_id == bindparam("about_id"))
    changed = update(Nudge).where(*about, which, Nudge.step.in_(bindparam("among", expanding=True)))
    return changed.values(settled_at=bindparam("at"), **values).returning(Nudge)
