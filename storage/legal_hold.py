"""Legal holds: what is under one is neither deleted nor erased."""

from datetime import datetime

from sqlalchemy import Index, Text
from sqlalchemy.orm import Mapped, mapped_column

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
