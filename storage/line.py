"""Lines: approved statements kept for reuse, and where each was used."""

from datetime import date, datetime

from sqlalchemy import Date, ForeignKey, Index, String, Text, UniqueConstraint, select, text
from sqlalchemy.orm import Mapped, Session, mapped_column

from storage.base import Record, UtcDateTime
from storage.locking import locked


class Line(Record):
    """Words that were approved once. A restricted line needs a fresh sign-off each time it is used."""

    __tablename__ = "line"
    __table_args__ = (
        Index(
            "ix_line_kept",
            "service_area",
            sqlite_where=text("retired_at IS NULL"),
            postgresql_where=text("retired_at IS NULL"),
        ),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    topic: Mapped[str] = mapped_column(Text)
    service_area: Mapped[str] = mapped_column(String(64))
    words: Mapped[str] = mapped_column(Text)
    review_on: Mapped[date] = mapped_column(Date)
    kept_by: Mapped[str] = mapped_column(String(32))
    kept_at: Mapped[datetime] = mapped_column(UtcDateTime)
    enquiry_id: Mapped[int | None] = mapped_column(default=None)  # where it was approved
    statement_id: Mapped[int | None] = mapped_column(default=None)
    restricted: Mapped[bool] = mapped_column(default=False)
    retired_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
    retired_by: Mapped[str | None] = mapped_column(String(32), default=None)
    form_id: Mapped[str] = mapped_column(String(64), default="")


class LineUse(Record):
    """A line used in an enquiry, once for each."""

    __tablename__ = "line_use"
    __table_args__ = (UniqueConstraint("line_id", "enquiry_id"), {"sqlite_autoincrement": True})

    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    line_id: Mapped[int] = mapped_column(ForeignKey("line.id"))
    enquiry_id: Mapped[int] = mapped_column(ForeignKey("enquiry.id"))
    used_by: Mapped[str] = mapped_column(String(32))
    used_at: Mapped[datetime] = mapped_column(UtcDateTime)


def get_line(session: Session, line_id: int, *, lock: bool = False) -> Line | None:
    """One line."""
    return session.scalars(locked(select(Line).where(Line.id == line_id), lock)).one_or_none()
