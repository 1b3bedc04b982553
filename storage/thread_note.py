"""What people write in an enquiry's thread: its timeline, with edits and deletions followed. Files are linked, never copied."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String, Text, UniqueConstraint, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from storage.base import Record, UtcDateTime


class ThreadNote(Record):
    """One message of a card's thread, or a note written through the form (`channel` and `ts` empty then).

    `files`: for each its Slack id, name and permalink. The words of a deleted message are gone; that there was one stays.
    """

    __tablename__ = "thread_note"
    __table_args__ = (
        UniqueConstraint("channel", "ts"),
        Index("ix_thread_note_enquiry", "enquiry_id", "posted_at"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    enquiry_id: Mapped[int] = mapped_column(ForeignKey("enquiry.id"))
    channel: Mapped[str] = mapped_column(String(32))
    ts: Mapped[str] = mapped_column(String(64))  # of a note written through the form: the form's id
    author: Mapped[str] = mapped_column(String(32))
    words: Mapped[str] = mapped_column(Text)
    posted_at: Mapped[datetime] = mapped_column(UtcDateTime)
    edited_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
    deleted_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
    files: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default_factory=list)
    warned: Mapped[bool] = mapped_column(default=False)  # its author was told that it holds what should not stand there


class ThreadRead(Record):
    """How far a channel or thread has been read, so that what came while the connection was down is read afterwards."""

    __tablename__ = "thread_read"

    place: Mapped[str] = mapped_column(String(80), primary_key=True)  # the channel, or channel and thread
    ts: Mapped[str] = mapped_column(String(32))
    at: Mapped[datetime] = mapped_column(UtcDateTime)


def notes_of(session: Session, enquiry_id: int) -> list[ThreadNote]:
    """The timeline's messages, the first first."""
    query = select(ThreadNote).where(ThreadNote.enquiry_id == enquiry_id)
    return list(session.scalars(query.order_by(ThreadNote.posted_at, ThreadNote.id)))
