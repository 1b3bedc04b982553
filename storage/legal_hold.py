"""Legal holds: what is under one is neither deleted nor erased."""

from datetime import datetime

from sqlalchemy import Index, Text, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from storage.base import Record, UtcDateTime, Word
from storage.kinds import Subject


class LegalHold(Record):
    """A hold on one record (`subject`, `subject_id`), or on what names a person (`person`, then `subject_id` is 0)."""

    __tablename__ = "legal_hold"
    __table_args__ = (Index("ix_legal_hold_subject", "subject", "subject_id"), {"sqlite_autoincrement": True})

    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    subject: Mapped[Subject] = mapped_column(Word(Subject, 16))
    subject_id: Mapped[int] = mapped_column()
    reason: Mapped[str] = mapped_column(Text)
    placed_by: Mapped[str] = mapped_column(Text)
    placed_at: Mapped[datetime] = mapped_column(UtcDateTime)
    person: Mapped[str] = mapped_column(Text, default="")
    lifted_by: Mapped[str] = mapped_column(Text, default="")
    lifted_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)


def standing_holds(session: Session) -> list[LegalHold]:
    """Those that were not lifted, the oldest first."""
    return list(session.scalars(select(LegalHold).where(LegalHold.lifted_at.is_(None)).order_by(LegalHold.id)))


def holds_on(session: Session, subject: Subject, subject_id: int) -> list[LegalHold]:
    """The standing holds on one record."""
    on = (LegalHold.subject == subject, LegalHold.subject_id == subject_id, LegalHold.person == "")
    query = select(LegalHold).where(*on, LegalHold.lifted_at.is_(None))
    return list(session.scalars(query.order_by(LegalHold.id)))


def holds_on_person(session: Session, person: str) -> list[LegalHold]:
    """The standing holds on what names a person: by Slack id, or by name whatever its capitals."""
    return [hold for hold in standing_holds(session) if hold.person and hold.person.casefold() == person.casefold()]
