"""Statements: words prepared for a journalist in numbered versions, who checks their facts, and who says yes to which version."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint, select, text
from sqlalchemy.orm import Mapped, Session, mapped_column

from storage.base import Record, UtcDateTime, Word
from storage.kinds import CheckState, SignOffPart, SignOffState
from storage.locking import locked


class Statement(Record):
    """One version of the words. A version is never changed: new words are a new version.

    `in_order`: its approvers are asked one after the other; otherwise together. `needs_all`: everyone's yes, otherwise anyone's
    (parts that the rules make compulsory are needed whatever is chosen).
    """

    __tablename__ = "statement"
    __table_args__ = (UniqueConstraint("enquiry_id", "version"), {"sqlite_autoincrement": True})

    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    enquiry_id: Mapped[int] = mapped_column(ForeignKey("enquiry.id"))
    version: Mapped[int] = mapped_column()
    words: Mapped[str] = mapped_column(Text)
    drafted_by: Mapped[str] = mapped_column(String(32))
    drafted_at: Mapped[datetime] = mapped_column(UtcDateTime)
    note: Mapped[str] = mapped_column(Text, default="")  # to colleagues: what changed, and why
    from_line: Mapped[int | None] = mapped_column(default=None)  # the line it was taken from
    in_order: Mapped[bool] = mapped_column(default=False)
    needs_all: Mapped[bool] = mapped_column(default=True)
    form_id: Mapped[str] = mapped_column(String(64), default="")  # the form it came by, so that no click makes two


class FactCheck(Record):
    """Someone who knows the case is asked whether the facts of one version are right. That is no sign-off."""

    __tablename__ = "fact_check"
    __table_args__ = (
        Index("ix_fact_check_enquiry", "enquiry_id"),
        Index(
            "ix_fact_check_asked",
            "person",
            sqlite_where=text("state = 'asked'"),
            postgresql_where=text("state = 'asked'"),
        ),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    enquiry_id: Mapped[int] = mapped_column(ForeignKey("enquiry.id"))
    statement_id: Mapped[int] = mapped_column(ForeignKey("statement.id"))
    person: Mapped[str] = mapped_column(String(32))
    asked_by: Mapped[str] = mapped_column(String(32))
    asked_at: Mapped[datetime] = mapped_column(UtcDateTime)
    due_at: Mapped[datetime] = mapped_column(UtcDateTime)
    state: Mapped[CheckState] = mapped_column(Word(CheckState, 16), default=CheckState.ASKED)
    answered_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
    note: Mapped[str] = mapped_column(Text, default="")  # what is wrong


class SignOff(Record):
    """One person's yes that is asked for one version. `for_whom`: the approver in whose place a deputy was asked."""

    __tablename__ = "sign_off"
    __table_args__ = (
        UniqueConstraint("statement_id", "person"),  # never the same person twice
        Index("ix_sign_off_enquiry", "enquiry_id"),
        Index(
            "ix_sign_off_asked",
            "person",
            sqlite_where=text("state = 'asked'"),
            postgresql_where=text("state = 'asked'"),
        ),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    enquiry_id: Mapped[int] = mapped_column(ForeignKey("enquiry.id"))
    statement_id: Mapped[int] = mapped_column(ForeignKey("statement.id"))
    person: Mapped[str] = mapped_column(String(32))
    part: Mapped[SignOffPart] = mapped_column(Word(SignOffPart, 16))
    asked_by: Mapped[str] = mapped_column(String(32))
    position: Mapped[int] = mapped_column(default=0)
    for_whom: Mapped[str | None] = mapped_column(String(32), default=None)
    due_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
    state: Mapped[SignOffState] = mapped_column(Word(SignOffState, 16), default=SignOffState.WAITING)
    asked_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
    answered_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
    why: Mapped[str] = mapped_column(Text, default="")  # the change asked for, or why it was stopped or waived
    candour: Mapped[str] = mapped_column(String(32), default="")  # "does this say plainly what went wrong?"


def statements_of(session: Session, enquiry_id: int) -> list[Statement]:
    """All versions, the first first."""
    query = select(Statement).where(Statement.enquiry_id == enquiry_id).order_by(Statement.version)
    return list(session.scalars(query))


def sign_offs_of(session: Session, enquiry_id: int) -> list[SignOff]:
    """Every sign-off asked for any version, in the order of asking."""
    query = select(SignOff).where(SignOff.enquiry_id == enquiry_id)
    return list(session.scalars(query.order_by(SignOff.statement_id, SignOff.position, SignOff.id)))


def fact_checks_of(session: Session, enquiry_id: int) -> list[FactCheck]:
    """Every fact check of any version, in the order of asking."""
    return list(session.scalars(select(FactCheck).where(FactCheck.enquiry_id == enquiry_id).order_by(FactCheck.id)))


def get_statement(session: Session, statement_id: int) -> Statement | None:
    """One version of one statement."""
    return session.scalars(select(Statement).where(Statement.id == statement_id)).one_or_none()


def get_sign_off(session: Session, sign_off_id: int, *, lock: bool = False) -> SignOff | None:
    """One sign-off. Lock its enquiry first."""
    return session.scalars(locked(select(SignOff).where(SignOff.id == sign_off_id), lock)).one_or_none()


def get_fact_check(session: Session, check_id: int, *, lock: bool = False) -> FactCheck | None:
    """One fact check. Lock its enquiry first."""
    return session.scalars(locked(select(FactCheck).where(FactCheck.id == check_id), lock)).one_or_none()
