"""Everywhere a story stands, and what has to be taken down again when a consent ends."""

from datetime import date, datetime

from sqlalchemy import Date, ForeignKey, Index, String, Text, select, text
from sqlalchemy.orm import Mapped, Session, mapped_column

from storage.base import Record, UtcDateTime, Word
from storage.kinds import Use
from storage.locking import locked

SHARED = "share:"
"""How the form's id begins of what was shared; the question's number follows."""


class Telling(Record):
    """One place where a story was told: a digest, an edition, or a place that a person named."""

    __tablename__ = "telling"
    __table_args__ = ({"sqlite_autoincrement": True},)

    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    story_id: Mapped[int] = mapped_column(ForeignKey("story_idea.id"), index=True)
    use: Mapped[Use] = mapped_column(Word(Use, 32))
    told_on: Mapped[date] = mapped_column(Date)
    told_by: Mapped[str] = mapped_column(String(32))
    noted_at: Mapped[datetime] = mapped_column(UtcDateTime)
    place: Mapped[str] = mapped_column(Text, default="")  # "the council's website", in words
    link: Mapped[str] = mapped_column(Text, default="")
    digest_id: Mapped[int | None] = mapped_column(default=None)
    edition_id: Mapped[int | None] = mapped_column(default=None)
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)  # it does not stand there any more
    form_id: Mapped[str] = mapped_column(String(64), default="")

    @property
    def shared(self) -> bool:
        """Whether one of its authors shared it, after asking; else the press office told it, or the bot."""
        return self.form_id.startswith(SHARED)


class TakeDown(Record):
    """Something a person must take down, because a consent was withdrawn or ran out."""

    __tablename__ = "take_down"
    __table_args__ = (
        Index(
            "ix_take_down_open",
            "owner",
            sqlite_where=text("done_at IS NULL"),
            postgresql_where=text("done_at IS NULL"),
        ),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    story_id: Mapped[int] = mapped_column(ForeignKey("story_idea.id"), index=True)
    telling_id: Mapped[int | None] = mapped_column(ForeignKey("telling.id"))
    owner: Mapped[str] = mapped_column(String(32))
    asked_at: Mapped[datetime] = mapped_column(UtcDateTime)
    because: Mapped[str] = mapped_column(String(16))  # withdrawn, run_out
    what: Mapped[str] = mapped_column(Text, default="")
    done_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
    done_by: Mapped[str | None] = mapped_column(String(32), default=None)
    note: Mapped[str] = mapped_column(Text, default="")


def tellings_of(session: Session, story_id: int) -> list[Telling]:
    """Where a story was told, oldest first, those that ended too."""
    told = select(Telling).where(Telling.story_id == story_id)
    return list(session.scalars(told.order_by(Telling.told_on, Telling.id)))


def tellings_that_may_stand(session: Session, story_id: int) -> list[Telling]:
    """Where a story stands and may: not where somebody has been asked to take it down."""
    down = select(TakeDown.telling_id).where(TakeDown.story_id == story_id, TakeDown.done_at.is_(None))
    coming_down = set(session.scalars(down))
    return [one for one in tellings_of(session, story_id) if one.ended_at is None and one.id not in coming_down]


def get_telling(session: Session, telling_id: int, *, lock: bool = False) -> Telling | None:
    """One place where a story was told; with `lock`, as it is now and held until the transaction ends."""
    return session.scalars(locked(select(Telling).where(Telling.id == telling_id), lock)).one_or_none()


def take_downs_of(session: Session, story_id: int) -> list[TakeDown]:
    """What has to be taken down of a story, and what was, oldest first."""
    asked = select(TakeDown).where(TakeDown.story_id == story_id)
    return list(session.scalars(asked.order_by(TakeDown.id)))


def get_take_down(session: Session, take_down_id: int, *, lock: bool = False) -> TakeDown | None:
    """One thing to take down; with `lock`, as it is now and held until the transaction ends."""
    return session.scalars(locked(select(TakeDown).where(TakeDown.id == take_down_id), lock)).one_or_none()
