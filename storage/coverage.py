"""Coverage: what was published after an enquiry."""

from datetime import date, datetime

from sqlalchemy import Date, ForeignKey, Index, String, Text, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from storage.base import Record, UtcDateTime, Word
from storage.kinds import Tone


class Coverage(Record):
    """One published piece. `our_words`: whether what we said was used."""

    __tablename__ = "coverage"
    __table_args__ = (Index("ix_coverage_enquiry", "enquiry_id"), {"sqlite_autoincrement": True})

    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    enquiry_id: Mapped[int] = mapped_column(ForeignKey("enquiry.id"))
    link: Mapped[str] = mapped_column(Text)
    published_on: Mapped[date] = mapped_column(Date)
    tone: Mapped[Tone] = mapped_column(Word(Tone, 16))
    our_words: Mapped[bool] = mapped_column()
    added_by: Mapped[str] = mapped_column(String(32))
    added_at: Mapped[datetime] = mapped_column(UtcDateTime)
    title: Mapped[str] = mapped_column(Text, default="")
    form_id: Mapped[str] = mapped_column(String(64), default="")


def coverage_of(session: Session, enquiry_id: int) -> list[Coverage]:
    """What was published, the first first."""
    query = select(Coverage).where(Coverage.enquiry_id == enquiry_id)
    return list(session.scalars(query.order_by(Coverage.published_on, Coverage.id)))


def get_coverage(session: Session, coverage_id: int) -> Coverage | None:
    """One published piece."""
    return session.get(Coverage, coverage_id)
