"""What a person has asked of the bot for themselves, such as not to be offered something again."""

from datetime import datetime

from sqlalchemy import String, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from storage.base import Record, UtcDateTime
from storage.insert import dialect_of, insert_into, table_of


class Preference(Record):
    """One wish of one person."""

    __tablename__ = "preference"

    person: Mapped[str] = mapped_column(String(32), primary_key=True)
    name: Mapped[str] = mapped_column(String(48), primary_key=True)
    value: Mapped[str] = mapped_column(String(160))
    at: Mapped[datetime] = mapped_column(UtcDateTime)


def prefer(session: Session, person: str, name: str, value: str, now: datetime) -> None:
    """A person wishes this from now on; an earlier wish of the same name gives way."""
    table = table_of(Preference)
    wish = insert_into(dialect_of(session), table)
    wish_now = wish.on_conflict_do_update(
        index_elements=[table.c.person, table.c.name], set_={"value": wish.excluded.value, "at": wish.excluded.at}
    )
    session.execute(wish_now, {"person": person, "name": name, "value": value, "at": now})


def preference(session: Session, person: str, name: str) -> str | None:
    """What a person wished, or None where they never said."""
    wished = select(Preference.value).where(Preference.person == person, Preference.name == name)
    return session.scalar(wished)
