"""Deliveries: what Slack must be told. A row holds no text; it is rendered from the records when it is sent."""

from datetime import datetime
from secrets import token_hex

from sqlalchemy import Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Record, UtcDateTime
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
            "id",
            sqlite_where=text("state IN ('waiting', 'sending')"),
            postgresql_where=text("state IN ('waiting', 'sending')"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    kind: Mapped[DeliveryKind] = mapped_column(String(32))
    key: Mapped[str] = mapped_column(String(160))
    lane: Mapped[str] = mapped_column(String(64))
    subject: Mapped[Subject] = mapped_column(String(16))
    subject_id: Mapped[int] = mapped_column()
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    not_before: Mapped[datetime] = mapped_column(UtcDateTime)
    detail: Mapped[str] = mapped_column(String(160), default="")
    thread_key: Mapped[str] = mapped_column(
        String(160), default=""
    )  # reply in the thread of what stands under this key
    urgent: Mapped[bool] = mapped_column(default=False)
    state: Mapped[DeliveryState] = mapped_column(String(16), default=DeliveryState.WAITING)
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
