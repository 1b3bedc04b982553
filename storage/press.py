"""Outlets and journalists as remembered from enquiries, so that nobody is typed twice."""

from datetime import datetime

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Record, UtcDateTime


class Outlet(Record):
    """A newspaper, a station, a site. `key` is its name as compared; `newsroom` the published number to ring back through."""

    __tablename__ = "outlet"
    __table_args__ = ({"sqlite_autoincrement": True},)

    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    key: Mapped[str] = mapped_column(String(160), unique=True)
    name: Mapped[str] = mapped_column(Text)
    first_seen: Mapped[datetime] = mapped_column(UtcDateTime)
    newsroom: Mapped[str] = mapped_column(Text, default="")


class Journalist(Record):
    """Someone who asks. Until a press officer has rung back through the newsroom's published number they are unverified."""

    __tablename__ = "journalist"
    __table_args__ = (UniqueConstraint("outlet_id", "key"), {"sqlite_autoincrement": True})

    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    outlet_id: Mapped[int] = mapped_column(ForeignKey("outlet.id"))
    key: Mapped[str] = mapped_column(String(160))
    name: Mapped[str] = mapped_column(Text)
    contact: Mapped[str] = mapped_column(Text)  # number and e-mail, as last typed
    first_seen: Mapped[datetime] = mapped_column(UtcDateTime)
    verified_by: Mapped[str | None] = mapped_column(String(32), default=None)
    verified_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
    note: Mapped[str] = mapped_column(Text, default="")
