"""Who sends what when: a process leases lanes, and takes one delivery after the other from a lane that it holds.

A delivery that was tried and waits to be tried again holds back those behind it in its lane, or they would arrive out of order;
only an urgent one goes past one that is not. A delivery that was never tried and is not due yet holds back nothing.
"""

from collections.abc import Collection
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from sqlalchemy import (
    CTE,
    ColumnElement,
    Select,
    String,
    and_,
    bindparam,
    case,
    exists,
    func,
    literal_column,
    or_,
    select,
    update,
)
from sqlalchemy.orm import Session, aliased

from storage.base import UtcDateTime
from storage.delivery import Delivery, Lane, is_waiting
from storage.insert import dialect_of, insert_into, table_of
from storage.kinds import DeliveryState


def wanted_lanes(session: Session, now: datetime, holder: str, limit: int, skip: Collection[str] = ()) -> list[str]:
    """Lanes that have something to send and that no one else holds: urgent ones first, then the one that has waited longest.

    A lane has something to send when a delivery is due, or was left by a process that ended while sending it. Lanes in `skip`, which
    the caller is working on, are left alone. However long the queues are, each lane costs a few steps in an index.
    """
    asked = {"at": now, "held_by": holder, "most": limit, "skipped": list(skip)}
    return list(session.scalars(_wanted(), asked))


def lease_lanes(
    session: Session, now: datetime, holder: str, lease: timedelta, limit: int, skip: Collection[str] = ()
) -> list[str]:
    """Take the wanted lanes, in their order. `wanted_lanes` in a session for reading tells beforehand whether there are any."""
    names = wanted_lanes(session, now, holder, limit, skip)
    if not names:
        return []
    table = table_of(Lane)
    new = insert_into(dialect_of(session), table).on_conflict_do_nothing().returning(table.c.name)
    session.execute(new, [{"name": name, "holder": "", "leased_until": None} for name in sorted(names)])
    free = select(Lane.name).where(Lane.name.in_(names), _is_free(now, holder)).with_for_update(skip_locked=True)
    taken = (
        update(Lane).where(Lane.name.in_(list(session.scalars(free)))).values(holder=holder, leased_until=now + lease)
    )
    ours = set(session.scalars(taken.returning(Lane.name), execution_options=_NO_SYNC))
    return [name for name in names if name in ours]


def renew_lane(session: Session, lane: str, holder: str, now: datetime, lease: timedelta) -> bool:
    """Hold a lane longer. False: another holds it now, leave it alone."""
    renewed = update(Lane).where(Lane.name == lane, Lane.holder == holder).values(leased_until=now + lease)
    return session.scalar(renewed.returning(Lane.name), execution_options=_NO_SYNC) is not None


def release_lane(session: Session, lane: str, holder: str) -> None:
    """Give a lane back, if it is still ours."""
    released = update(Lane).where(Lane.name == lane, Lane.holder == holder).values(holder="", leased_until=None)
    session.execute(released, execution_options=_NO_SYNC)


def release_lanes(session: Session, holder: str) -> None:
    """Give back all that we hold, so that whoever starts next need not wait for our leases to run out."""
    released = update(Lane).where(Lane.holder == holder).values(holder="", leased_until=None)
    session.execute(released, execution_options=_NO_SYNC)


def sending_in_lane(session: Session, lane: str) -> Delivery | None:
    """The delivery that a process was sending when it ended: Slack may have it or not."""
    left = select(Delivery).where(Delivery.lane == lane, _is_left())
    return session.scalars(left.order_by(Delivery.id).limit(1), execution_options=_AFRESH).one_or_none()


def claim_next(session: Session, lane: str, now: datetime) -> Delivery | None:
    """Take the next delivery of a lane that we hold, urgent ones first, then the oldest; it is being sent from now on.

    It waits for a transaction that is changing the row rather than pass it over: the one behind must not overtake.
    """
    return session.scalars(_claim(), {"in_lane": lane, "at": now}, execution_options=_NO_SYNC | _AFRESH).one_or_none()


def next_due(session: Session, now: datetime, skip: Collection[str] = ()) -> datetime | None:
    """When there will next be something to lease: a delivery comes due, or the lease of a lane that has one runs out.

    Not later than `now` means: there is something now. None: nothing waits, but for lanes in `skip`.
    """
    soonest: datetime | None = session.scalar(_soonest(), {"at": now, "skipped": list(skip)})
    return soonest


_NO_SYNC = {"synchronize_session": False}
_AFRESH = {"populate_existing": True}


# Putting these statements together takes several milliseconds, sending them a fraction of one: each is made once.

_NOW = bindparam("at", type_=UtcDateTime())


@cache
def _wanted() -> Select[str]:
    lane = _open_lanes()
    found = select(Delivery.lane).join(lane, Delivery.id == _next_in(lane)).outerjoin(Lane, Lane.name == Delivery.lane)
    found = found.where(or_(Lane.name.is_(None), _is_free(_NOW, bindparam("held_by"))), _not_skipped(lane))
    return found.order_by(Delivery.urgent.desc(), Delivery.id).limit(bindparam("most"))


@cache
def _claim() -> Any:
    urgent, other = (each.with_for_update().scalar_subquery() for each in _ready(bindparam("in_lane", type_=String())))
    claimed = update(Delivery).where(Delivery.id == func.coalesce(urgent, other), is_waiting())
    claimed = claimed.values(state=DeliveryState.SENDING, attempts=Delivery.attempts + 1, claimed_at=_NOW)
    return claimed.returning(Delivery)


@cache
def _soonest() -> Select[datetime]:
    lane = _open_lanes()
    waiting = select(func.min(Delivery.not_before)).where(Delivery.lane == lane.c.name, _is_open(), ~_held_back())
    ready = case((_next_in(lane).is_not(None), _NOW), else_=waiting.correlate(lane).scalar_subquery())
    moment = case((and_(Lane.leased_until > _NOW, Lane.leased_until > ready), Lane.leased_until), else_=ready)
    soonest = select(func.min(moment, type_=UtcDateTime())).select_from(lane)
    return soonest.outerjoin(Lane, Lane.name == lane.c.name).where(_not_skipped(lane))


def _open_lanes() -> CTE:
    """The lanes in which something is open, each found by one step in the index, whatever stands behind its first."""
    first = select(func.min(Delivery.lane).label("name")).where(_is_open()).cte("open_lane", recursive=True)
    following = select(func.min(Delivery.lane)).where(_is_open(), Delivery.lane > first.c.name).scalar_subquery()
    return first.union_all(select(following).where(first.c.name.is_not(None)))


def _next_in(lane: CTE) -> ColumnElement[int]:
    """The delivery to send next in each lane: what was left while sending, else what can be claimed."""
    left = select(func.min(Delivery.id)).where(Delivery.lane == lane.c.name, _is_left())
    return func.coalesce(*(each.correlate(lane).scalar_subquery() for each in (left, *_ready(lane.c.name))))


def _ready(lane: ColumnElement[str]) -> tuple[Select[int], Select[int]]:
    """The oldest urgent delivery of a lane that may go now, and the oldest of the others."""
    due = select(Delivery.id).where(Delivery.lane == lane, _is_open(), is_waiting(), Delivery.not_before <= _NOW)
    due = due.where(~_held_back()).order_by(Delivery.id).limit(1)
    return due.where(Delivery.urgent), due.where(~Delivery.urgent)


def _not_skipped(lane: CTE) -> ColumnElement[bool]:
    return lane.c.name.not_in(bindparam("skipped", expanding=True))


def _is_left() -> ColumnElement[bool]:
    """Being sent, as a literal: a bound value would not use the partial index."""
    return Delivery.state == literal_column("'sending'")


def _is_free(now: Any, holder: Any) -> ColumnElement[bool]:
    return or_(Lane.leased_until.is_(None), Lane.leased_until <= now, Lane.holder == holder)


def _is_open() -> ColumnElement[bool]:
    """Waiting or being sent, in literals: bound values would not use the partial index."""
    return Delivery.state.in_([literal_column("'waiting'"), literal_column("'sending'")])


def _held_back() -> ColumnElement[bool]:
    """An earlier delivery of the lane was tried and waits to be tried again."""
    earlier = aliased(Delivery)
    tried = exists().where(
        earlier.lane == Delivery.lane,
        earlier.state == literal_column("'waiting'"),
        earlier.attempts > literal_column("0"),
        earlier.not_before > _NOW,
        earlier.id < Delivery.id,
        or_(earlier.urgent, ~Delivery.urgent),
    )
    return and_(Delivery.state == literal_column("'waiting'"), tried)
