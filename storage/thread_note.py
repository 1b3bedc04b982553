"""What people write in an enquiry's thread: its timeline, with edits and deletions followed. Files are linked, never copied."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String, Text, UniqueConstraint, literal_column, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from storage.base import Record, UtcDateTime
from storage.enquiry import Enquiry
from storage.insert import dialect_of, insert_into, table_of


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
    thread_ts: Mapped[str] = mapped_column(
        String(32), default=""
    )  # of the thread it stands in; "" at a channel's top level
    outside: Mapped[bool] = mapped_column(default=False)  # written elsewhere than in the thread of the enquiry's card


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


def note_at(session: Session, channel: str, ts: str) -> ThreadNote | None:
    """The note that a message of Slack's is, if it is one. Lock its enquiry, and read it anew, before changing it."""
    query = select(ThreadNote).where(ThreadNote.channel == channel, ThreadNote.ts == ts)
    return session.scalars(query.execution_options(populate_existing=True)).one_or_none()


def get_note(session: Session, note_id: int) -> ThreadNote | None:
    """One note. Lock its enquiry before changing it."""
    return session.get(ThreadNote, note_id, populate_existing=True)


def notes_in_thread(session: Session, channel: str, thread_ts: str) -> list[ThreadNote]:
    """What is kept of one thread in Slack, the first first."""
    query = select(ThreadNote).where(ThreadNote.channel == channel, ThreadNote.thread_ts == thread_ts)
    return list(session.scalars(query.order_by(ThreadNote.id)))


def notes_standing_outside(session: Session) -> list[ThreadNote]:
    """Messages about open enquiries that stand elsewhere than in the threads of their cards, and were to be removed."""
    is_open = Enquiry.status != literal_column("'closed'")
    query = select(ThreadNote).join(Enquiry, Enquiry.id == ThreadNote.enquiry_id)
    stands = ThreadNote.outside.is_(True), ThreadNote.deleted_at.is_(None), is_open
    return list(session.scalars(query.where(*stands).order_by(ThreadNote.id)))


def notes_with(session: Session, note_ids: Collection[int]) -> list[ThreadNote]:
    """Several notes, the first first."""
    query = select(ThreadNote).where(ThreadNote.id.in_(note_ids))
    return list(session.scalars(query.order_by(ThreadNote.posted_at, ThreadNote.id)))


def read_until(session: Session, place: str) -> ThreadRead | None:
    """How far a place has been read; None: never."""
    return session.get(ThreadRead, place, populate_existing=True)


def note_read(session: Session, place: str, ts: str, at: datetime) -> None:
    """A place has been read as far as this."""
    table = table_of(ThreadRead)
    written = insert_into(dialect_of(session), table).values(place=place, ts=ts, at=at)
    session.execute(written.on_conflict_do_update(index_elements=[table.c.place], set_={"ts": ts, "at": at}))


def note_of_form(session: Session, form_id: str) -> ThreadNote | None:
    """The note that a form became."""
    written = select(ThreadNote).where(ThreadNote.channel == "", ThreadNote.ts == form_id)
    return session.scalars(written).one_or_none()
