"""The rota: whose turn it is, and turns offered to someone else."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint, literal_column, select, text
from sqlalchemy.orm import Mapped, Session, mapped_column

from storage.base import Record, UtcDateTime, Word
from storage.kinds import RotaKind, SwapState
from storage.locking import locked


class TurnRow(Record):
    """One turn of one person, from `starts_at` to `ends_at`. A duty lead's turn may be for one service area; "" is for all."""

    __tablename__ = "turn"
    __table_args__ = (
        UniqueConstraint("kind", "service_area", "person", "starts_at"),
        Index("ix_turn_ends", "ends_at"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    kind: Mapped[RotaKind] = mapped_column(Word(RotaKind, 16))
    person: Mapped[str] = mapped_column(String(32))
    starts_at: Mapped[datetime] = mapped_column(UtcDateTime)
    ends_at: Mapped[datetime] = mapped_column(UtcDateTime)
    service_area: Mapped[str] = mapped_column(String(64), default="")
    made_by: Mapped[str] = mapped_column(Text, default="")
    made_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """A turn as the rules know it."""

    id: int
    kind: RotaKind
    person: str
    starts_at: datetime
    ends_at: datetime
    service_area: str = ""


class Swap(Record):
    """A turn offered to one person, or to anyone of the rota (`offered_to` None)."""

    __tablename__ = "swap"
    __table_args__ = (
        Index(
            "ix_swap_offered",
            "turn_id",
            sqlite_where=text("state = 'offered'"),
            postgresql_where=text("state = 'offered'"),
        ),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    turn_id: Mapped[int] = mapped_column(ForeignKey("turn.id", ondelete="CASCADE"))
    offered_by: Mapped[str] = mapped_column(String(32))
    offered_at: Mapped[datetime] = mapped_column(UtcDateTime)
    offered_to: Mapped[str | None] = mapped_column(String(32), default=None)
    state: Mapped[SwapState] = mapped_column(Word(SwapState, 16), default=SwapState.OFFERED)
    answered_by: Mapped[str | None] = mapped_column(String(32), default=None)
    answered_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)


def turns_from(session: Session, moment: datetime) -> list[TurnRow]:
    """Every turn that ends after a moment, the earliest start first."""
    query = select(TurnRow).where(TurnRow.ends_at > moment)
    return list(session.scalars(query.order_by(TurnRow.starts_at, TurnRow.id)))


def get_turn(session: Session, turn_id: int, *, lock: bool = False) -> TurnRow | None:
    """One turn."""
    return session.scalars(locked(select(TurnRow).where(TurnRow.id == turn_id), lock)).one_or_none()


def get_swap(session: Session, swap_id: int, *, lock: bool = False) -> Swap | None:
    """One offer. Lock its turn first."""
    return session.scalars(locked(select(Swap).where(Swap.id == swap_id), lock)).one_or_none()


def turn_of(session: Session, kind: RotaKind, person: str, starts_at: datetime, service_area: str) -> TurnRow | None:
    """The one turn that begins then for this person, if it is on the rota."""
    query = select(TurnRow).where(TurnRow.kind == kind, TurnRow.person == person, TurnRow.starts_at == starts_at)
    return session.scalars(query.where(TurnRow.service_area == service_area)).one_or_none()


def offered_swaps(session: Session, turn_ids: Collection[int]) -> list[Swap]:
    """The offers that stand for these turns, the oldest first."""
    standing = (Swap.state == literal_column("'offered'"), Swap.turn_id.in_(turn_ids))
    return list(session.scalars(select(Swap).where(*standing).order_by(Swap.id)))


def newest_swaps(session: Session, turn_ids: Collection[int]) -> dict[int, Swap]:
    """The newest offer of each of these turns, whatever became of it, by turn."""
    offers = session.scalars(select(Swap).where(Swap.turn_id.in_(turn_ids)).order_by(Swap.id))
    return {one.turn_id: one for one in offers}


def standing_turns(session: Session, moment: datetime) -> tuple[Turn, ...]:
    """The turns that are not over, for the rules."""
    return tuple(
        Turn(
            id=one.id,
            kind=one.kind,
            person=one.person,
            starts_at=one.starts_at,
            ends_at=one.ends_at,
            service_area=one.service_area,
        )
        for one in turns_from(session, moment)
    )
