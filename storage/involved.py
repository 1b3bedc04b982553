"""People who are part of a matter themselves, and the things to do for them beside the answer."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint, delete, select, text
from sqlalchemy.orm import Mapped, Session, mapped_column

from storage.base import Record, UtcDateTime, Word
from storage.kinds import Part, TaskKind, TaskState
from storage.locking import locked


class Involved(Record):
    """Someone's part in a matter. `person` is a Slack user id. `reason`: why someone is told though the named person did not choose it."""

    __tablename__ = "involved"
    __table_args__ = (UniqueConstraint("enquiry_id", "person", "part"), {"sqlite_autoincrement": True})

    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    enquiry_id: Mapped[int] = mapped_column(ForeignKey("enquiry.id"))
    person: Mapped[str] = mapped_column(String(32))
    part: Mapped[Part] = mapped_column(Word(Part, 16))
    added_by: Mapped[str] = mapped_column(String(32))
    added_at: Mapped[datetime] = mapped_column(UtcDateTime)
    told_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
    reason: Mapped[str] = mapped_column(Text, default="")


class Task(Record):
    """One thing to do, its owner nudged until it is done. `about`: the person it is done for, where it is for a person."""

    __tablename__ = "task"
    __table_args__ = (
        Index("ix_task_enquiry", "enquiry_id"),
        Index("ix_task_open", "owner", sqlite_where=text("state = 'open'"), postgresql_where=text("state = 'open'")),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    enquiry_id: Mapped[int] = mapped_column(ForeignKey("enquiry.id"))
    kind: Mapped[TaskKind] = mapped_column(Word(TaskKind, 32))
    owner: Mapped[str] = mapped_column(String(32))
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)
    made_by: Mapped[str] = mapped_column(String(32), default="")
    about: Mapped[str | None] = mapped_column(String(32), default=None)
    due_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
    state: Mapped[TaskState] = mapped_column(Word(TaskState, 16), default=TaskState.OPEN)
    done_by: Mapped[str | None] = mapped_column(String(32), default=None)
    done_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
    note: Mapped[str] = mapped_column(Text, default="")


def involved_in(session: Session, enquiry_id: int) -> list[Involved]:
    """Everyone who is part of a matter, in the order in which they were named."""
    return list(session.scalars(select(Involved).where(Involved.enquiry_id == enquiry_id).order_by(Involved.id)))


def get_involved(session: Session, involved_id: int, *, lock: bool = False) -> Involved | None:
    """One person's part. Lock its enquiry first."""
    return session.scalars(locked(select(Involved).where(Involved.id == involved_id), lock)).one_or_none()


def forget_involved(session: Session, enquiry_id: int, people: Collection[str], part: Part) -> None:
    """These people have this part no more."""
    theirs = Involved.enquiry_id == enquiry_id, Involved.person.in_(people), Involved.part == part
    if people:
        session.execute(delete(Involved).where(*theirs))


def tasks_of(session: Session, enquiry_id: int) -> list[Task]:
    """Everything there is or was to do, in the order in which it came up."""
    return list(session.scalars(select(Task).where(Task.enquiry_id == enquiry_id).order_by(Task.id)))


def get_task(session: Session, task_id: int, *, lock: bool = False) -> Task | None:
    """One task. Lock its enquiry first."""
    return session.scalars(locked(select(Task).where(Task.id == task_id), lock)).one_or_none()
