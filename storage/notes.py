"""Small memories: events already seen, and the words someone typed into a form that could not be opened."""

from datetime import datetime

from sqlalchemy import String, Text
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Record, UtcDateTime


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
