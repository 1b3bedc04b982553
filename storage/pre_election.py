"""Pre-election periods, as the head of communications sets them."""

from datetime import date, datetime

from sqlalchemy import Date, String, Text, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from storage.base import Record, UtcDateTime
from storage.locking import locked


class PreElection(Record):
    """From `starts_on` to `ends_on`, both included, in the organisation's zone."""

    __tablename__ = "pre_election"
    __table_args__ = ({"sqlite_autoincrement": True},)

    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    starts_on: Mapped[date] = mapped_column(Date)
    ends_on: Mapped[date] = mapped_column(Date)
    set_by: Mapped[str] = mapped_column(String(32))
    set_at: Mapped[datetime] = mapped_column(UtcDateTime)
    guidance: Mapped[str] = mapped_column(Text, default="")
    lifted_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)


def standing_periods(session: Session) -> list[PreElection]:
    """Those that were not taken back, the latest start first."""
    query = select(PreElection).where(PreElection.lifted_at.is_(None))
    return list(session.scalars(query.order_by(PreElection.starts_on.desc(), PreElection.id)))


def get_period(session: Session, period_id: int) -> PreElection | None:
    """One period, held until the transaction ends."""
    return session.scalars(locked(select(PreElection).where(PreElection.id == period_id), True)).one_or_none()
