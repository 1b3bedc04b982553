"""Deliveries: what Slack must be told. A row holds no text; it is rendered from the records when it is sent."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from secrets import token_hex
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Index,
    String,
    Text,
    case,
    func,
    literal,
    literal_column,
    or_,
    select,
    text,
    update,
)
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Mapped, Session, mapped_column

from storage.base import Record, UtcDateTime, Word
from storage.insert import dialect_of, insert_into, table_of, values_of
from storage.kinds import DeliveryKind, DeliveryState, Subject


class Delivery(Record):
    """One message to post, or the message of the same `key` to bring up to date.

    `key` names what stands in Slack, for example `card:enquiry:12:C0TRIAGE` or `nudge:88`: the first delivery of a key posts, every
    later one edits what was posted. At most one of a key waits at a time. `lane` is the channel or person it goes to: a lane keeps
    order. `detail` is a reference for the renderer (an audit entry's or a nudge's id, a reason code), never text a person typed.
    """

    __tablename__ = "delivery"
    __table_args__ = (
        Index(
            "uq_delivery_waiting_key",
            "key",
            unique=True,
            sqlite_where=text("state = 'waiting'"),
            postgresql_where=text("state = 'waiting'"),
        ),
        Index("ix_delivery_key", "key", "id"),
        Index(
            "ix_delivery_lane",
            "lane",
            "urgent",
            "id",
            sqlite_where=text("state IN ('waiting', 'sending')"),
            postgresql_where=text("state IN ('waiting', 'sending')"),
        ),
        Index(
            "ix_delivery_left",
            "lane",
            "id",
            sqlite_where=text("state = 'sending'"),
            postgresql_where=text("state = 'sending'"),
        ),
        Index(
            "ix_delivery_tried",
            "lane",
            "id",
            sqlite_where=text("state = 'waiting' AND attempts > 0"),
            postgresql_where=text("state = 'waiting' AND attempts > 0"),
        ),
        Index(
            "ix_delivery_sent",
            "subject_id",
            sqlite_where=text("state = 'sent'"),
            postgresql_where=text("state = 'sent'"),
        ),
        Index(
            "ix_delivery_card",
            "ts",
            sqlite_where=text("kind IN ('enquiry_card', 'restricted_card') AND ts != ''"),
            postgresql_where=text("kind IN ('enquiry_card', 'restricted_card') AND ts != ''"),
        ),
        {"sqlite_autoincrement": True},  # an id is never used twice, whatever is deleted
    )

    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    kind: Mapped[DeliveryKind] = mapped_column(Word(DeliveryKind, 32))
    key: Mapped[str] = mapped_column(String(160))
    lane: Mapped[str] = mapped_column(String(64))
    subject: Mapped[Subject] = mapped_column(Word(Subject, 16))
    subject_id: Mapped[int] = mapped_column()
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    not_before: Mapped[datetime] = mapped_column(UtcDateTime)
    detail: Mapped[str] = mapped_column(String(160), default="")
    thread_key: Mapped[str] = mapped_column(
        String(160), default=""
    )  # reply in the thread of what stands under this key
    urgent: Mapped[bool] = mapped_column(default=False)
    state: Mapped[DeliveryState] = mapped_column(Word(DeliveryState, 16), default=DeliveryState.WAITING)
    attempts: Mapped[int] = mapped_column(default=0)
    random_id: Mapped[str] = mapped_column(String(32), default_factory=lambda: token_hex(16))
    claimed_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
    channel: Mapped[str] = mapped_column(String(32), default="")  # where it stands, once sent
    ts: Mapped[str] = mapped_column(String(32), default="")
    sent_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
    error: Mapped[str] = mapped_column(Text, default="")


class Lane(Record):
    """A channel or person whose deliveries one process is sending just now."""

    __tablename__ = "lane"

    name: Mapped[str] = mapped_column(String(64), primary_key=True)
    holder: Mapped[str] = mapped_column(String(64), default="")
    leased_until: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)


_NO_SYNC = {"synchronize_session": False}  # rows are read afresh, never kept in a session


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the message of a key stands in Slack."""

    channel: str
    ts: str
    delivery_id: int


def queue(session: Session, deliveries: Sequence[Delivery]) -> None:
    """Write what Slack must be told, in one statement.

    Where a delivery of the same key waits already it keeps its place, becomes due no later and no less urgent, and takes the new
    detail. It is never left as it was: the row is touched, so a claim in the same moment either sees the new state or leaves a new row.
    """
    if deliveries:
        rows = [values_of(delivery) for delivery in _one_for_each_key(deliveries)]
        session.execute(_queue(dialect_of(session)), rows)


def get_delivery(session: Session, delivery_id: int) -> Delivery | None:
    """One delivery, read afresh."""
    return session.get(Delivery, delivery_id, populate_existing=True)


def first_waiting(session: Session, kind: DeliveryKind, lane: str) -> Delivery | None:
    """A message of this kind that waits to be posted to someone, and is not urgent: what comes now can still join it."""
    waiting = select(Delivery).where(Delivery.lane == lane, is_waiting(), Delivery.kind == kind)
    waiting = waiting.where(Delivery.urgent.is_(False), Delivery.attempts == 0)
    return session.scalars(waiting.order_by(Delivery.id).limit(1)).one_or_none()


def mark_sent(session: Session, delivery_id: int, channel: str, ts: str, now: datetime) -> None:
    """Slack has it, and it stands there."""
    _change(session, delivery_id, state=DeliveryState.SENT, channel=channel, ts=ts, sent_at=now, error="")


def mark_failed(session: Session, delivery_id: int, error: str, now: datetime) -> None:
    """It will not be tried again; `error` is Slack's word for why."""
    _change(session, delivery_id, state=DeliveryState.FAILED, error=error, sent_at=now)


def mark_dropped(session: Session, delivery_id: int, now: datetime) -> None:
    """There was nothing to say any more."""
    _change(session, delivery_id, state=DeliveryState.DROPPED, sent_at=now)


def mark_taken_over(session: Session, delivery_id: int, now: datetime) -> None:
    """Another sends it from now on; whoever comes after a second crash waits out this one's request too."""
    _change(session, delivery_id, claimed_at=now)


def mark_waiting(session: Session, delivery_id: int, not_before: datetime, error: str) -> None:
    """Try again later.

    A newer row of the same key may have come meanwhile. One of them must go, and it is the newer: this one keeps its place before
    what was queued behind it, and its random id, by which a message that Slack may have taken already is found. It takes over the
    newer one's detail and urgency, and renders the newest state like any other.
    """
    for _ in range(3):
        try:
            with session.begin_nested():
                _wait_again(session, delivery_id, not_before, error)
        except IntegrityError:
            continue  # on PostgreSQL another process queued a newer one just now: it can be seen by now
        return
    _wait_again(session, delivery_id, not_before, error)


def _wait_again(session: Session, delivery_id: int, not_before: datetime, error: str) -> None:
    key = select(Delivery.key).where(Delivery.id == delivery_id).scalar_subquery()
    newer = update(Delivery).where(Delivery.key == key, is_waiting(), Delivery.id != delivery_id)
    newer = newer.values(state=DeliveryState.DROPPED).execution_options(synchronize_session=False)
    dropped = session.execute(newer.returning(Delivery.detail, Delivery.urgent)).one_or_none()
    changes: dict[str, Any] = {"state": DeliveryState.WAITING, "not_before": not_before, "error": error}
    if dropped is not None:
        changes |= {"detail": dropped.detail, "urgent": or_(Delivery.urgent, literal(dropped.urgent))}
    _change(session, delivery_id, **changes)


def standing(session: Session, key: str) -> Standing | None:
    """Where the message of this key stands: that of the latest delivery that Slack took. None: nothing stands, the next one posts."""
    stands = (
        select(Delivery.channel, Delivery.ts, Delivery.id).where(*_stands(key)).order_by(Delivery.id.desc()).limit(1)
    )
    row = session.execute(stands).one_or_none()
    return None if row is None else Standing(row.channel, row.ts, row.id)


def latest_detail(session: Session, key: str) -> str:
    """What the latest delivery of this key says; "" where there is none."""
    latest = select(Delivery.detail).where(Delivery.key == key).order_by(Delivery.id.desc()).limit(1)
    return session.scalar(latest) or ""


def card_at(session: Session, channel: str, ts: str) -> int | None:
    """The id of the enquiry whose card this message is; None: it is none."""
    of_enquiries = text("kind IN ('enquiry_card', 'restricted_card') AND ts != ''")  # as the index has it
    card = select(Delivery.subject_id).where(of_enquiries, Delivery.ts == ts, Delivery.channel == channel).limit(1)
    return session.scalar(card)


def replies_to(session: Session, person: str, kind: DeliveryKind) -> list[Delivery]:
    """Messages of one kind that stand with a person and are about no record, in the order they were sent."""
    theirs = Delivery.subject_id == 0, Delivery.kind == kind, Delivery.lane == person, Delivery.ts != ""
    return list(session.scalars(select(Delivery).where(_is_sent(), *theirs).order_by(Delivery.id)))


def nudge_message_at(session: Session, channel: str, ts: str) -> int | None:
    """The id of the first nudge that this message tells; None: it tells none."""
    said = select(Delivery.detail).where(Delivery.ts == ts, Delivery.channel == channel, _is_sent())
    detail = session.scalar(said.where(Delivery.kind == DeliveryKind.NUDGE).limit(1))
    return int(detail) if detail else None


def direct_channels(session: Session, since: datetime) -> list[str]:
    """The channels of direct messages in which something was said to someone since a moment."""
    said = select(Delivery.channel).where(_is_sent(), Delivery.channel.startswith("D"), Delivery.sent_at >= since)
    return list(session.scalars(said.distinct().order_by(Delivery.channel)))


def forget_standing(session: Session, key: str) -> None:
    """Slack says there is no such message: the place is empty."""
    session.execute(update(Delivery).where(*_stands(key)).values(ts="", channel=""), execution_options=_NO_SYNC)


def sent_about(session: Session, subject: Subject, subject_id: int) -> list[Delivery]:
    """All that stands in Slack about a record, is on its way there or waits: the latest delivery of each key, as they were queued.

    What waits may be sent before our transaction ends (on PostgreSQL), with what stood in the record before it.
    """
    about = select(Delivery).where(Delivery.subject_id == subject_id, Delivery.subject == subject)
    going = session.scalars(about.where(_waits_or_goes())).all()
    # what goes is read first: what comes to stand meanwhile is then found twice, and not at all the other way round
    sent = session.scalars(about.where(_is_sent(), Delivery.ts != "").order_by(Delivery.id)).all()
    found = sorted((*sent, *going), key=lambda each: each.id)
    return sorted({each.key: each for each in found}.values(), key=lambda each: each.id)


def ever_sent(session: Session, keys: Collection[str]) -> set[str]:
    """Those of these keys that were sent at least once, or are on their way."""
    sent = select(Delivery.key).where(Delivery.key.in_(keys), Delivery.state.in_(("sent", "sending")))
    return set(session.scalars(sent))


def ever_queued(session: Session, keys: Collection[str]) -> set[str]:
    """Those of these keys under which anything was ever to be said, whatever became of it."""
    return set(session.scalars(select(Delivery.key).where(Delivery.key.in_(keys)))) if keys else set()


def waiting_count(session: Session) -> int:
    """How many deliveries wait, due or not."""
    return session.scalar(select(func.count()).select_from(Delivery).where(is_waiting())) or 0


def _is_sent() -> ColumnElement[bool]:
    return Delivery.state == literal_column("'sent'")  # literals here too, for the same reason


def _waits_or_goes() -> ColumnElement[bool]:
    return Delivery.state.in_((literal_column("'waiting'"), literal_column("'sending'")))


def is_waiting() -> ColumnElement[bool]:
    """Waiting, as a literal: a bound value would not use the partial indexes."""
    return Delivery.state == literal_column("'waiting'")


def _stands(key: str) -> tuple[ColumnElement[bool], ...]:
    return Delivery.key == key, Delivery.state == DeliveryState.SENT, Delivery.ts != ""


def _change(session: Session, delivery_id: int, **values: Any) -> None:
    session.execute(update(Delivery).where(Delivery.id == delivery_id).values(**values), execution_options=_NO_SYNC)


def _one_for_each_key(deliveries: Sequence[Delivery]) -> list[Delivery]:
    """Within one statement a key may come once: the first keeps its place and takes over what the later ones say."""
    kept: dict[str, Delivery] = {}
    for delivery in deliveries:
        first = kept.setdefault(delivery.key, delivery)
        first.not_before = min(first.not_before, delivery.not_before)
        first.urgent = first.urgent or delivery.urgent
        first.detail = delivery.detail
    return list(kept.values())


@cache
def _queue(dialect: str) -> Any:
    table = table_of(Delivery)
    statement = insert_into(dialect, table)
    new = statement.excluded
    return statement.on_conflict_do_update(
        index_elements=[table.c.key],
        index_where=text("state = 'waiting'"),
        set_={
            "not_before": case((new.not_before < table.c.not_before, new.not_before), else_=table.c.not_before),
            "urgent": or_(new.urgent, table.c.urgent),
            "detail": new.detail,
        },
    ).returning(table.c.id)  # RETURNING is what makes SQLAlchemy send many rows as one statement
