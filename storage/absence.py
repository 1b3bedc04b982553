"""Who is away: absences that people tell us of, and what Slack shows of someone."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Index, String, Text, or_, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from storage.base import Record, UtcDateTime
from storage.locking import locked


class AbsenceRow(Record):
    """Someone is away from `starts_at` to `ends_at`. `deputy`: who stands in, where they said so. `ended_at`: back early, or taken back."""

    __tablename__ = "absence"
    __table_args__ = (
        Index("ix_absence_ends", "ends_at"),
        Index("ix_absence_person", "person"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    person: Mapped[str] = mapped_column(String(32))
    starts_at: Mapped[datetime] = mapped_column(UtcDateTime)
    ends_at: Mapped[datetime] = mapped_column(UtcDateTime)
    made_by: Mapped[str] = mapped_column(String(32))
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)
    deputy: Mapped[str | None] = mapped_column(String(32), default=None)
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
    told_at: Mapped[datetime | None] = mapped_column(
        UtcDateTime, default=None
    )  # what happened meanwhile, once they were back


@dataclass(frozen=True, slots=True, kw_only=True)
class Absence:
    """An absence as the rules know it."""

    id: int
    person: str
    starts_at: datetime
    ends_at: datetime
    deputy: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Presence:
    """What Slack shows of someone, as the rules know it."""

    deactivated: bool = False
    quiet_until: datetime | None = None
    away_until: datetime | None = None
    away: bool = False


class PresenceRow(Record):
    """What Slack last showed of someone: deactivated, do-not-disturb, a status that says they are away."""

    __tablename__ = "presence"

    person: Mapped[str] = mapped_column(String(32), primary_key=True)
    seen_at: Mapped[datetime] = mapped_column(UtcDateTime)
    deactivated: Mapped[bool] = mapped_column(default=False)
    quiet_until: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)  # do not disturb
    away_until: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)  # a status that says so
    away: Mapped[bool] = mapped_column(default=False)  # a status that says so, without an end
    status: Mapped[str] = mapped_column(Text, default="")


def absences_from(session: Session, moment: datetime) -> list[AbsenceRow]:
    """Every absence that is not over at a moment, the earliest first."""
    standing = (AbsenceRow.ends_at > moment, AbsenceRow.ended_at.is_(None))
    return list(session.scalars(select(AbsenceRow).where(*standing).order_by(AbsenceRow.starts_at, AbsenceRow.id)))


def presences(session: Session) -> list[PresenceRow]:
    """Everyone of whom Slack has shown something."""
    return list(session.scalars(select(PresenceRow).order_by(PresenceRow.person)))


def standing_absences(session: Session, moment: datetime) -> tuple[Absence, ...]:
    """The absences that are not over, for the rules."""
    return tuple(
        Absence(id=one.id, person=one.person, starts_at=one.starts_at, ends_at=one.ends_at, deputy=one.deputy)
        for one in absences_from(session, moment)
    )


def all_presence(session: Session) -> dict[str, Presence]:
    """What Slack shows of each, for the rules."""
    return {
        one.person: Presence(
            deactivated=one.deactivated, quiet_until=one.quiet_until, away_until=one.away_until, away=one.away
        )
        for one in presences(session)
    }


def absence_of(session: Session, person: str, moment: datetime) -> AbsenceRow | None:
    """The absence of someone that holds, or the next one that will."""
    return next((one for one in absences_from(session, moment) if one.person == person), None)


def get_absence(session: Session, absence_id: int, *, lock: bool = False) -> AbsenceRow | None:
    """One absence."""
    return session.scalars(locked(select(AbsenceRow).where(AbsenceRow.id == absence_id), lock)).one_or_none()


def untold(session: Session, moment: datetime) -> list[AbsenceRow]:
    """Absences that are over, of those who have not heard yet what happened."""
    over = or_(AbsenceRow.ends_at <= moment, AbsenceRow.ended_at.is_not(None))
    query = select(AbsenceRow).where(AbsenceRow.told_at.is_(None), over).order_by(AbsenceRow.id)
    return list(session.scalars(query.limit(100)))


def get_presence(session: Session, person: str) -> PresenceRow | None:
    """What Slack last showed of someone, held until the transaction ends."""
    return session.scalars(locked(select(PresenceRow).where(PresenceRow.person == person), True)).one_or_none()
