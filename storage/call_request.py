"""Calls that a lead has asked for: "ring me on this number at four"."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, Text, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from storage.base import Record, UtcDateTime
from storage.locking import locked


class CallRequest(Record):
    """One call that someone asked the press officer for, until it was made or is not wanted any more."""

    __tablename__ = "call_request"
    __table_args__ = (Index("ix_call_request_enquiry", "enquiry_id"), {"sqlite_autoincrement": True})

    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    enquiry_id: Mapped[int] = mapped_column(ForeignKey("enquiry.id"))
    person: Mapped[str] = mapped_column(String(32))
    number: Mapped[str] = mapped_column(Text)
    asked_at: Mapped[datetime] = mapped_column(UtcDateTime)
    when_words: Mapped[str] = mapped_column(Text, default="")
    call_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
    done_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
    done_by: Mapped[str | None] = mapped_column(String(32), default=None)


def calls_of(session: Session, enquiry_id: int) -> list[CallRequest]:
    """Every call asked for about an enquiry, the first first."""
    return list(
        session.scalars(select(CallRequest).where(CallRequest.enquiry_id == enquiry_id).order_by(CallRequest.id))
    )


def get_call(session: Session, call_id: int, *, lock: bool = False) -> CallRequest | None:
    """One call. Lock its enquiry first."""
    return session.scalars(locked(select(CallRequest).where(CallRequest.id == call_id), lock)).one_or_none()
