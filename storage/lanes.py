"""Who sends what when: a process leases lanes, and takes one delivery after the other from a lane that it holds.

A delivery that was tried and waits to be tried again holds back those behind it in its lane, or they would arrive out of order;
only an urgent one goes past one that is not. A delivery that was never tried and is not due yet holds back nothing.
"""

from collections.abc import Collection
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, and_, case, exists, func, literal_column, or_, select, update
from sqlalchemy.orm import Session, aliased

from storage.base import UtcDateTime
from storage.delivery import Delivery, Lane, is_waiting
from storage.insert import dialect_of, insert_into, table_of
from storage.kinds import DeliveryState


def lease_lanes(
    session: Session, now: datetime, holder: str, lease: timedelta, limit: int, skip: Collection[str] = ()
) -> list[str]:
    """Take lanes that have something to send and that no one else holds: urgent ones first, then the one that has waited longest.

    A lane has something to send when a delivery is due, or was left by a process that ended while sending it. Lanes in `skip`, which
    the caller is working on, are left alone.
    """
    names = _wanted(session, now, holder, limit, skip)
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


def sending_in_lane(session: Session, lane: str) -> Delivery | None:
    """The delivery that a process was sending when it ended: Slack may have it or not."""
    left = select(Delivery).where(Delivery.lane == lane, _is_open(), Delivery.state == DeliveryState.SENDING)
    return session.scalars(left.order_by(Delivery.id).limit(1), execution_options=_AFRESH).one_or_none()


def claim_next(session: Session, lane: str, now: datetime) -> Delivery | None:
    """Take the next delivery of a lane that we hold, urgent ones first, then the oldest; it is being sent from now on.

    It waits for a transaction that is changing the row rather than pass it over: the one behind must not overtake.
    """
    ready = select(Delivery.id).where(Delivery.lane == lane, _is_open(), is_waiting(), Delivery.not_before <= now)
    ready = ready.where(~_held_back(now)).order_by(Delivery.urgent.desc(), Delivery.id).limit(1)
    claimed = update(Delivery).where(Delivery.id == ready.scalar_subquery(), is_waiting())
    claimed = claimed.values(state=DeliveryState.SENDING, attempts=Delivery.attempts + 1, claimed_at=now)
    return session.scalars(claimed.returning(Delivery), execution_options=_NO_SYNC | _AFRESH).one_or_none()


def next_due(session: Session, now: datetime) -> datetime | None:
    """When there will next be something to lease: a delivery comes due, or the lease of a lane that has one runs out.

    Not later than `now` means: there is something now. None: nothing waits.
    """
    ready = case((Delivery.state == DeliveryState.SENDING, now), else_=Delivery.not_before)
    moment = case((and_(Lane.leased_until > now, Lane.leased_until > ready), Lane.leased_until), else_=ready)
    open_ones = select(func.min(moment, type_=UtcDateTime())).select_from(Delivery)
    open_ones = open_ones.outerjoin(Lane, Lane.name == Delivery.lane).where(_is_open(), ~_held_back(now))
    soonest: datetime | None = session.scalar(open_ones)
    return soonest


_NO_SYNC = {"synchronize_session": False}
_AFRESH = {"populate_existing": True}


def _wanted(session: Session, now: datetime, holder: str, limit: int, skip: Collection[str]) -> list[str]:
    due = or_(Delivery.state == DeliveryState.SENDING, and_(Delivery.not_before <= now, ~_held_back(now)))
    lanes = select(Delivery.lane).outerjoin(Lane, Lane.name == Delivery.lane)
    lanes = lanes.where(_is_open(), due, or_(Lane.name.is_(None), _is_free(now, holder)))
    if skip:
        lanes = lanes.where(Delivery.lane.not_in(skip))
    urgent_first = func.max(case((Delivery.urgent, 1), else_=0)).desc()
    return list(
        session.scalars(lanes.group_by(Delivery.lane).order_by(urgent_first, func.min(Delivery.id)).limit(limit))
    )


def _is_free(now: datetime, holder: str) -> ColumnElement[bool]:
    return or_(Lane.leased_until.is_(None), Lane.leased_until <= now, Lane.holder == holder)


def _is_open() -> ColumnElement[bool]:
    """Waiting or being sent, in literals: bound values would not use the partial index."""
    return Delivery.state.in_([literal_column("'waiting'"), literal_column("'sending'")])


def _held_back(now: datetime) -> ColumnElement[bool]:
    """An earlier delivery of the lane was tried and waits to be tried again."""
    earlier = aliased(Delivery)
    tried = exists().where(
        earlier.lane == Delivery.lane,
        earlier.state == literal_column("'waiting'"),
        earlier.attempts > literal_column("0"),
        earlier.not_before > now,
        earlier.id < Delivery.id,
        or_(earlier.urgent, ~Delivery.urgent),
    )
    return and_(Delivery.state == literal_column("'waiting'"), tried)
