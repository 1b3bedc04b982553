"""Outlets and journalists as remembered from enquiries, so that nobody is typed twice."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import (
    ColumnElement,
    ForeignKey,
    SQLColumnExpression,
    String,
    Text,
    UniqueConstraint,
    and_,
    case,
    exists,
    false,
    func,
    literal,
    or_,
    select,
    text,
    update,
)
from sqlalchemy.orm import Mapped, Session, mapped_column

from storage.base import Record, UtcDateTime
from storage.enquiry import Enquiry
from storage.finding import Scope, is_open, may_find
from storage.insert import insert_once


class Outlet(Record):
    """A newspaper, a station, a site. `key` is its name as compared; `newsroom` the published number to ring back through."""

    __tablename__ = "outlet"
    __table_args__ = ({"sqlite_autoincrement": True},)

    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    key: Mapped[str] = mapped_column(String(160), unique=True)
    name: Mapped[str] = mapped_column(Text)
    first_seen: Mapped[datetime] = mapped_column(UtcDateTime)
    newsroom: Mapped[str] = mapped_column(Text, default="")


class Journalist(Record):
    """Someone who asks. Until a press officer has rung back through the newsroom's published number they are unverified."""

    __tablename__ = "journalist"
    __table_args__ = (UniqueConstraint("outlet_id", "key"), {"sqlite_autoincrement": True})

    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    outlet_id: Mapped[int] = mapped_column(ForeignKey("outlet.id"))
    key: Mapped[str] = mapped_column(String(160))
    name: Mapped[str] = mapped_column(Text)
    contact: Mapped[str] = mapped_column(Text)  # number and e-mail, as last typed
    first_seen: Mapped[datetime] = mapped_column(UtcDateTime)
    verified_by: Mapped[str | None] = mapped_column(String(32), default=None)
    verified_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
    note: Mapped[str] = mapped_column(Text, default="")


@dataclass(frozen=True, slots=True)
class Past:
    """What came of earlier enquiries, as far as the reader may see: how many, how many had a deadline, how many of those were kept."""

    count: int = 0
    deadlines: int = 0
    kept: int = 0
    last: Enquiry | None = None
    last_answered: Enquiry | None = None


@dataclass(frozen=True, slots=True)
class Press:
    """Who asks, as remembered. None: never seen before. `elsewhere`: the same person at other outlets."""

    outlet: Outlet | None = None
    journalist: Journalist | None = None
    elsewhere: tuple[Outlet, ...] = ()
    past: Past = field(default=Past())
    similar: tuple[Enquiry, ...] = ()


def outlet_by_key(session: Session, key: str) -> Outlet | None:
    """An outlet by its name as compared."""
    return session.scalars(select(Outlet).where(Outlet.key == key)).one_or_none()


def journalists_by_key(session: Session, key: str) -> list[tuple[Journalist, Outlet]]:
    """Everyone of this name, at whatever outlet, those seen first first."""
    query = select(Journalist, Outlet).join(Outlet, Outlet.id == Journalist.outlet_id).where(Journalist.key == key)
    return [(row[0], row[1]) for row in session.execute(query.order_by(Journalist.id).limit(20))]


def journalists_at(session: Session, outlet_id: int) -> list[Journalist]:
    """Everyone who has asked for an outlet, the latest first."""
    query = select(Journalist).where(Journalist.outlet_id == outlet_id)
    return list(session.scalars(query.order_by(Journalist.id.desc()).limit(500)))


def may_be_named(session: Session, journalist: Journalist) -> bool:
    """Whether a journalist is known from more than restricted enquiries, so that their number may be filled in for anyone."""
    if journalist.verified_by is not None:
        return True
    openly = select(Enquiry.id).where(Enquiry.journalist_id == journalist.id, Enquiry.restricted == false())
    return session.scalar(openly.limit(1)) is not None


def add_outlet(session: Session, outlet: Outlet) -> Outlet:
    """Remember an outlet; where it is known already, that one."""
    if insert_once(session, outlet, Outlet.key):
        return outlet
    return session.scalars(select(Outlet).where(Outlet.key == outlet.key)).one()


def not_remembered(session: Session, limit: int) -> list[Enquiry]:
    """Enquiries whose outlet and journalist are not remembered yet, the oldest first."""
    query = select(Enquiry).where(text("outlet_id IS NULL AND emptied_at IS NULL"))
    return list(session.scalars(query.order_by(Enquiry.id).limit(limit)))


def set_asker(session: Session, enquiry_id: int, outlet: Outlet, journalist: Journalist) -> None:
    """An enquiry came from these two. That changes nothing that anyone has seen of it."""
    known = update(Enquiry).where(Enquiry.id == enquiry_id)
    session.execute(known.values(outlet_id=outlet.id, journalist_id=journalist.id))


def past_of(session: Session, scope: Scope, journalist_ids: Sequence[int], *, but: int, now: datetime) -> Past:
    """What came of a journalist's earlier enquiries. Three statements, however many they are."""
    theirs = and_(Enquiry.journalist_id.in_(journalist_ids), Enquiry.id != but, may_find(scope))
    counted = or_(Enquiry.responded_at.is_not(None), Enquiry.deadline < now)
    row = session.execute(
        select(
            func.count(),
            func.count(case((counted, Enquiry.deadline))),
            func.count(case((Enquiry.responded_at <= Enquiry.deadline, 1))),
        ).where(theirs)
    ).one()
    newest = select(Enquiry).where(theirs).order_by(Enquiry.id.desc()).limit(1)
    return Past(
        row[0],
        row[1],
        row[2],
        session.scalars(newest).one_or_none(),
        session.scalars(newest.where(Enquiry.response != "")).one_or_none(),
    )


def enquiries_from(
    session: Session, scope: Scope, journalist_ids: Sequence[int], *, but: int, offset: int, limit: int
) -> list[Enquiry]:
    """A page of a journalist's other enquiries, the latest first."""
    theirs = select(Enquiry).where(Enquiry.journalist_id.in_(journalist_ids), Enquiry.id != but, may_find(scope))
    return list(session.scalars(theirs.order_by(Enquiry.id.desc()).offset(offset).limit(limit)))


def latest_from(
    session: Session, scope: Scope, outlet_id: int | None, journalist_ids: Sequence[int], *, but: int, most: int
) -> list[Enquiry]:
    """The latest enquiries from the same outlet or journalist. Two statements."""
    found: dict[int, Enquiry] = {}
    for whose in (Enquiry.journalist_id.in_(journalist_ids), Enquiry.outlet_id == outlet_id):
        latest = select(Enquiry).where(whose, Enquiry.id != but, may_find(scope)).order_by(Enquiry.id.desc())
        found |= {one.id: one for one in session.scalars(latest.limit(most))}
    return sorted(found.values(), key=lambda one: -one.id)[:most]


def open_from(session: Session, journalist_id: int) -> list[Enquiry]:
    """A journalist's open enquiries: their cards show whether the journalist is verified."""
    return list(session.scalars(select(Enquiry).where(Enquiry.journalist_id == journalist_id, is_open())))


# -- offered while someone types


def journalists_like(
    session: Session, scope: Scope, words: Sequence[str], most: int
) -> list[tuple[Journalist, Outlet]]:
    """Journalists whose name or outlet has words that begin so, the latest first. One statement."""
    query = select(Journalist, Outlet).join(Outlet, Outlet.id == Journalist.outlet_id)
    names = and_(Journalist.name != "", *_begin_so(Journalist.key + " " + Outlet.key, words))
    told = _names_first(names, _has_asked(scope))
    found = session.execute(query.where(told).order_by(Journalist.id.desc()).limit(most))
    return [(row[0], row[1]) for row in found]


def outlets_like(session: Session, scope: Scope, words: Sequence[str], most: int) -> list[Outlet]:
    """Outlets whose name has words that begin so, the latest first. One statement."""
    told = _names_first(and_(*_begin_so(Outlet.key, words)), _has_come_up(scope))
    return list(session.scalars(select(Outlet).where(told).order_by(Outlet.id.desc()).limit(most)))


def journalist_with(session: Session, scope: Scope, journalist_id: int) -> tuple[Journalist, Outlet] | None:
    """One journalist, where someone of this scope may know of them."""
    query = select(Journalist, Outlet).join(Outlet, Outlet.id == Journalist.outlet_id)
    row = session.execute(query.where(Journalist.id == journalist_id, _has_asked(scope))).one_or_none()
    return (row[0], row[1]) if row else None


def outlet_with(session: Session, scope: Scope, outlet_id: int) -> Outlet | None:
    """One outlet, where someone of this scope may know of it."""
    return session.scalars(select(Outlet).where(Outlet.id == outlet_id, _has_come_up(scope))).one_or_none()


def _names_first(names: ColumnElement[bool], rule: ColumnElement[bool]) -> ColumnElement[bool]:
    """Both, the second only where the first holds. Left to itself SQLite looks up the enquiries of everybody known."""
    return case((names, rule), else_=false())


def _begin_so(name: SQLColumnExpression[str], words: Sequence[str]) -> list[ColumnElement[bool]]:
    return [(literal(" ") + name).contains(f" {word}", autoescape=True) for word in words]


def _has_asked(scope: Scope) -> ColumnElement[bool]:
    return exists().where(Enquiry.journalist_id == Journalist.id, may_find(scope))


def _has_come_up(scope: Scope) -> ColumnElement[bool]:
    return exists().where(Enquiry.outlet_id == Outlet.id, may_find(scope))
