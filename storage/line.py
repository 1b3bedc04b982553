"""Lines: approved statements kept for reuse, and where each was used.

Every query that gives words takes their reader.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import (
    ColumnElement,
    Date,
    ForeignKey,
    Index,
    String,
    Text,
    UniqueConstraint,
    and_,
    exists,
    func,
    or_,
    select,
    text,
    true,
)
from sqlalchemy.orm import Mapped, Session, mapped_column

from storage.base import Record, UtcDateTime
from storage.involved import Involved
from storage.kinds import Part
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


MOST_LIKELY = 60
"""The latest lines of a service area that are looked at for a new enquiry."""


@dataclass(frozen=True, slots=True)
class Uses:
    """How often a line was used, and when last."""

    count: int
    last: datetime


@dataclass(frozen=True, slots=True)
class LineReader:
    """Who reads lines. `areas`: the service areas of whose private lines they may read the words; None: all of them.

    Whoever is left out of a matter does not read the lines that came of it.
    """

    person: str = ""
    areas: tuple[str, ...] | None = ()


EVERYONE = LineReader()
"""For what is posted: no private line at all."""


def lines_of_area(session: Session, service_area: str, reader: LineReader) -> list[Line]:
    """The lines in use of one service area, the latest first."""
    query = select(Line).where(Line.retired_at.is_(None), Line.service_area == service_area, _readable(reader))
    return list(session.scalars(query.order_by(Line.id.desc()).limit(MOST_LIKELY)))


def lines_in_use(session: Session, reader: LineReader, *, today: date, offset: int, limit: int) -> list[Line]:
    """A page of all lines in use: those to be looked at again by today first, then by service area and topic."""
    query = select(Line).where(Line.retired_at.is_(None), _readable(reader))
    order = (Line.review_on > today, Line.service_area, func.lower(Line.topic), Line.id)
    return list(session.scalars(query.order_by(*order).offset(offset).limit(limit)))


def count_of_lines(session: Session, reader: LineReader) -> int:
    """How many lines are in use."""
    query = select(func.count()).select_from(Line).where(Line.retired_at.is_(None), _readable(reader))
    return session.scalar(query) or 0


def count_of_lines_due(session: Session, today: date) -> int:
    """How many lines in use, private ones among them, are to be looked at again by today."""
    query = select(func.count()).select_from(Line).where(Line.retired_at.is_(None), Line.review_on <= today)
    return session.scalar(query) or 0


def line_of_statement(session: Session, statement_id: int) -> Line | None:
    """The line that a statement was kept as, if it is in use."""
    query = select(Line).where(Line.statement_id == statement_id, Line.retired_at.is_(None))
    return session.scalars(query.order_by(Line.id).limit(1)).one_or_none()


def readable_line(session: Session, line_id: int, reader: LineReader) -> Line | None:
    """One line, if this reader may read its words."""
    return session.scalars(select(Line).where(Line.id == line_id, _readable(reader))).one_or_none()


def lines_of_enquiry(session: Session, enquiry_id: int) -> list[Line]:
    """Every line that was kept from one enquiry."""
    return list(session.scalars(select(Line).where(Line.enquiry_id == enquiry_id).order_by(Line.id)))


def uses_of(session: Session, line_ids: Collection[int]) -> dict[int, Uses]:
    """How often lines were used; those never used are left out."""
    query = (
        select(LineUse.line_id, func.count(), func.max(LineUse.used_at))
        .where(LineUse.line_id.in_(line_ids))
        .group_by(LineUse.line_id)
    )
    return {line_id: Uses(count, last) for line_id, count, last in session.execute(query)} if line_ids else {}


def note_use(session: Session, use: LineUse) -> None:
    """Note that a line was used in an enquiry, once. Lock the enquiry first."""
    known = select(LineUse.id).where(LineUse.line_id == use.line_id, LineUse.enquiry_id == use.enquiry_id)
    if session.scalar(known) is None:
        session.add(use)


def _readable(reader: LineReader) -> ColumnElement[bool]:
    theirs = true() if reader.areas is None else Line.service_area.in_(reader.areas)
    left_out = exists().where(
        Involved.enquiry_id == Line.enquiry_id, Involved.person == reader.person, Involved.part == Part.EXCLUDED
    )
    return or_(Line.restricted.is_(False), and_(theirs, ~left_out))
