"""Small memories: events already seen, and the words someone typed into a form that could not be opened."""

from datetime import datetime
from secrets import token_hex

from sqlalchemy import String, Text, delete, insert, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from storage.base import Record, UtcDateTime
from storage.insert import dialect_of, insert_into, table_of


class SeenEvent(Record):
    """An Events API event that has had its effect: Slack may send each up to four times."""

    __tablename__ = "seen_event"

    event_id: Mapped[str] = mapped_column(String(64), primary_key=True)
    seen_at: Mapped[datetime] = mapped_column(UtcDateTime)


class KeptWords(Record):
    """What a person typed after a command when the form could not be opened; given back when they press the button."""

    __tablename__ = "kept_words"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    person: Mapped[str] = mapped_column(String(32))
    command: Mapped[str] = mapped_column(String(32))
    words: Mapped[str] = mapped_column(Text)
    kept_at: Mapped[datetime] = mapped_column(UtcDateTime)


def first_sight(session: Session, event_id: str, now: datetime) -> bool:
    """True the first time an event is seen; from then on it is remembered, if the transaction is kept."""
    table = table_of(SeenEvent)
    seen = insert_into(dialect_of(session), table).on_conflict_do_nothing().returning(table.c.event_id)
    return session.execute(seen, {"event_id": event_id, "seen_at": now}).one_or_none() is not None


def was_seen(session: Session, event_id: str) -> bool:
    """Whether an event has had its effect; nothing is written."""
    return session.scalar(select(SeenEvent.event_id).where(SeenEvent.event_id == event_id)) is not None


def keep_words(session: Session, person: str, command: str, words: str, now: datetime) -> str:
    """Keep what someone typed; the id that gives it back says nothing of it."""
    words_id = token_hex(16)
    row = {"id": words_id, "person": person, "command": command, "words": words, "kept_at": now}
    session.execute(insert(table_of(KeptWords)), row)
    return words_id


def take_words(session: Session, words_id: str, person: str) -> str | None:
    """Give the words back, once, and only to the person who typed them."""
    mine = delete(KeptWords).where(KeptWords.id == words_id, KeptWords.person == person)
    return session.scalar(mine.returning(KeptWords.words))


def kept_words(session: Session, words_id: str, person: str) -> str | None:
    """Read the words, and keep them: only for the person who typed them, as often as they ask."""
    return session.scalar(select(KeptWords.words).where(KeptWords.id == words_id, KeptWords.person == person))


def change_words(session: Session, words_id: str, words: str) -> None:
    """Words that are kept become others."""
    mine = update(KeptWords).where(KeptWords.id == words_id)
    session.execute(mine.values(words=words), execution_options={"synchronize_session": False})


def forget_words(session: Session, words_id: str) -> None:
    """Words are not kept any more."""
    session.execute(delete(KeptWords).where(KeptWords.id == words_id))


def forget_old(session: Session, before: datetime) -> None:
    """Forget what was seen and kept before a moment."""
    session.execute(delete(SeenEvent).where(SeenEvent.seen_at < before))
    session.execute(delete(KeptWords).where(KeptWords.kept_at < before))
