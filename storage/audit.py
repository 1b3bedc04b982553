"""The audit trail: append-only and chained, so that a later inquiry can trust it and a person's erasure does not break it."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, String
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Record, UtcDateTime
from storage.kinds import Subject


class AuditEntry(Record):
    """Who did what to which record, when. `hash` chains `previous` and `digest`; `digest` is of `salt` and `details`.

    Triggers refuse every change and deletion but one: `salt` and `details` may be erased (set to NULL), after which the chain
    still verifies and what they held can no longer be guessed.
    """

    __tablename__ = "audit_entry"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)  # 1, 2, 3 ... without a gap
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    actor: Mapped[str] = mapped_column(String(32))  # a Slack user id, or "close-ties"
    action: Mapped[str] = mapped_column(String(48))
    subject: Mapped[Subject] = mapped_column(String(16))
    subject_id: Mapped[int] = mapped_column(index=True)
    digest: Mapped[str] = mapped_column(String(64))
    previous: Mapped[str] = mapped_column(String(64))
    hash: Mapped[str] = mapped_column(String(64))
    salt: Mapped[str | None] = mapped_column(String(32), default=None)
    details: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True), default=None)


class AuditHead(Record):
    """The one row that every entry locks, last in its transaction: where the chain stands."""

    __tablename__ = "audit_head"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    entries: Mapped[int] = mapped_column(default=0)
    previous: Mapped[str] = mapped_column(String(64), default="")
    hash: Mapped[str] = mapped_column(String(64), default="")
