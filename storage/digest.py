"""The weekly digests: each known by the week of its nominal day, and the stories that have their place in it."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import (
    JSON,
    Date,
    ForeignKey,
    String,
    Text,
    UniqueConstraint,
    delete,
    exists,
    func,
    insert,
    literal_column,
    select,
)
from sqlalchemy.orm import Mapped, Session, mapped_column

from storage.base import Record, UtcDateTime
from storage.insert import insert_once, table_of
from storage.locking import locked
from storage.story import StoryIdea


class Digest(Record):
    """One week's good-news post, known by the week of its nominal day.

    `week` is the ISO week of the nominal day ("2026-W14"); `due_at` the moment after bank holidays moved it.
    `state`: due, posted, empty (no stories), missed (its whole day went by; the comms team was asked).
    """

    __tablename__ = "digest"
    __table_args__ = ({"sqlite_autoincrement": True},)

    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    week: Mapped[str] = mapped_column(String(16), unique=True)
    nominal_day: Mapped[date] = mapped_column(Date)
    due_at: Mapped[datetime] = mapped_column(UtcDateTime)
    state: Mapped[str] = mapped_column(String(16), default="due")
    decided_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
    late: Mapped[bool] = mapped_column(default=False)
    opening: Mapped[str] = mapped_column(
        Text, default="", server_default=""
    )  # a person's; the house's where it is empty
    previewed_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
    approved_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)  # a person said: as it is
    approved_by: Mapped[str | None] = mapped_column(String(32), default=None)
    held_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)  # it waits until someone lets it go
    held_by: Mapped[str | None] = mapped_column(String(32), default=None)
    posted_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
    reactions: Mapped[int] = mapped_column(default=0, server_default="0")
    replies: Mapped[int] = mapped_column(default=0, server_default="0")
    counted_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
    version: Mapped[int] = mapped_column(default=1, server_default="1")  # every change of the preview raises it


class DigestStory(Record):
    """A story's place in a digest. A story is told in one digest only."""

    __tablename__ = "digest_story"
    __table_args__ = (UniqueConstraint("story_id"),)

    digest_id: Mapped[int] = mapped_column(ForeignKey("digest.id"), primary_key=True)
    story_id: Mapped[int] = mapped_column(ForeignKey("story_idea.id"), primary_key=True)
    position: Mapped[int] = mapped_column(default=0)
    title: Mapped[str] = mapped_column(
        Text, default="", server_default=""
    )  # as the comms team worded it for the digest
    words: Mapped[str] = mapped_column(Text, default="", server_default="")


class DigestLeftOut(Record):
    """A story that a person left out of one week's digest. It may be in a later one."""

    __tablename__ = "digest_left_out"

    digest_id: Mapped[int] = mapped_column(ForeignKey("digest.id"), primary_key=True)
    story_id: Mapped[int] = mapped_column(ForeignKey("story_idea.id"), primary_key=True)
    left_out_by: Mapped[str] = mapped_column(String(32))
    left_out_at: Mapped[datetime] = mapped_column(UtcDateTime)


class Edition(Record):
    """A service area's own edition of a week, or a month's best. `key`: "2026-W14:fostering", "2026-11:best". Off by default."""

    __tablename__ = "edition"
    __table_args__ = ({"sqlite_autoincrement": True},)

    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    key: Mapped[str] = mapped_column(String(96), unique=True)
    channel: Mapped[str] = mapped_column(String(32))
    due_at: Mapped[datetime] = mapped_column(UtcDateTime)
    service_area: Mapped[str] = mapped_column(String(64), default="")  # of a month's best: empty
    story_ids: Mapped[list[int]] = mapped_column(JSON, default_factory=list)
    state: Mapped[str] = mapped_column(String(16), default="posted")


def untold_stories(session: Session) -> list[StoryIdea]:
    """Picked up and in no digest yet, oldest first."""
    untold = select(StoryIdea).where(
        StoryIdea.status == literal_column("'picked_up'"), ~exists().where(DigestStory.story_id == StoryIdea.id)
    )
    return list(session.scalars(untold.order_by(StoryIdea.id)))


def digest_of_week(session: Session, week: str, *, lock: bool = False) -> Digest | None:
    """The digest of a week ("2026-W14"), if it was decided."""
    return session.scalars(locked(select(Digest).where(Digest.week == week), lock)).one_or_none()


def add_digest_once(session: Session, digest: Digest) -> bool:
    """Write a week's digest; False when the week has one already, whoever wrote it. See `insert_once`."""
    return insert_once(session, digest, Digest.week)


def get_digest(session: Session, digest_id: int, *, lock: bool = False) -> Digest | None:
    """One digest; with `lock`, as it is now and held until the transaction ends."""
    return session.scalars(locked(select(Digest).where(Digest.id == digest_id), lock)).one_or_none()


def any_digest(session: Session) -> bool:
    """Whether a digest was ever decided."""
    return session.scalar(select(Digest.id).limit(1)) is not None


def place_stories(session: Session, digest_id: int, story_ids: Sequence[int]) -> None:
    """Put stories into a digest, in this order, after those in it. IntegrityError when one of them is in a digest already."""
    taken = session.scalar(select(func.count()).where(DigestStory.digest_id == digest_id)) or 0
    rows = [
        {"digest_id": digest_id, "story_id": story_id, "position": taken + at} for at, story_id in enumerate(story_ids)
    ]
    if rows:
        session.execute(insert(table_of(DigestStory)), rows)


def take_out(session: Session, digest_id: int, story_id: int) -> None:
    """Take a story out of a digest again: it may not be told after all."""
    session.execute(delete(DigestStory).where(DigestStory.digest_id == digest_id, DigestStory.story_id == story_id))


def stories_of_digest(session: Session, digest_id: int) -> list[StoryIdea]:
    """A digest's stories, in its order."""
    placed = select(StoryIdea).join(DigestStory, DigestStory.story_id == StoryIdea.id)
    placed = placed.where(DigestStory.digest_id == digest_id)
    return list(session.scalars(placed.order_by(DigestStory.position, DigestStory.story_id)))


def digest_of_story(session: Session, story_id: int) -> int | None:
    """The id of the digest that a story was placed in."""
    return session.scalar(select(DigestStory.digest_id).where(DigestStory.story_id == story_id))
