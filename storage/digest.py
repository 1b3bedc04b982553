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
    update,
)
from sqlalchemy.orm import Mapped, Session, mapped_column

from storage.base import Record, UtcDateTime
from storage.delivery import Delivery
from storage.enquiry import Enquiry
from storage.insert import insert_once, table_of
from storage.kinds import DeliveryKind
from storage.locking import locked
from storage.story import StoryIdea
from storage.story_told import Telling

UNDECIDED = ("preview", "stuck")
"""States in which a digest may still go out."""


class Digest(Record):
    """One week's good-news post, known by the week of its nominal day.

    `week` is the ISO week of the nominal day ("2026-W14"); `due_at` the moment after bank holidays moved it.
    `state`: due, preview (shown to the comms team, and waits for its hour or for a person), stuck (its channel cannot be posted to),
    posted, empty (no stories), missed (its whole day went by; the comms team was asked), kept (it waited until the next one was shown:
    its stories went on to that), skipped (the week before the bot came).
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


def told_elsewhere(session: Session, since: datetime) -> list[StoryIdea]:
    """Told somewhere since a moment, but never in a digest, oldest first."""
    in_digest = exists().where(Telling.story_id == StoryIdea.id, Telling.digest_id.is_not(None))
    placed = exists().where(DigestStory.story_id == StoryIdea.id)
    told = StoryIdea.status == literal_column("'told'"), StoryIdea.told_at >= since
    return list(session.scalars(select(StoryIdea).where(*told, ~in_digest, ~placed).order_by(StoryIdea.id)))


def digest_of_week(session: Session, week: str, *, lock: bool = False) -> Digest | None:
    """The digest of a week ("2026-W14"), if it was shown or decided."""
    return session.scalars(locked(select(Digest).where(Digest.week == week), lock)).one_or_none()


def latest_digest(session: Session) -> Digest | None:
    """The latest that was posted, or waits to be."""
    shown = select(Digest).where(Digest.state.in_((*UNDECIDED, "posted")))
    return session.scalars(shown.order_by(Digest.nominal_day.desc(), Digest.id.desc()).limit(1)).one_or_none()


def add_digest_once(session: Session, digest: Digest) -> bool:
    """Write a week's digest; False when the week has one already, whoever wrote it. See `insert_once`."""
    return insert_once(session, digest, Digest.week)


def get_digest(session: Session, digest_id: int, *, lock: bool = False) -> Digest | None:
    """One digest; with `lock`, as it is now and held until the transaction ends."""
    return session.scalars(locked(select(Digest).where(Digest.id == digest_id), lock)).one_or_none()


def any_digest(session: Session) -> bool:
    """Whether a digest was ever decided."""
    return session.scalar(select(Digest.id).limit(1)) is not None


def open_digests(session: Session, *, lock: bool = False) -> list[Digest]:
    """Those that are not decided: shown to the press office, or waiting to be mended. Oldest first."""
    undecided = select(Digest).where(Digest.state.in_(UNDECIDED)).order_by(Digest.id)
    return list(session.scalars(locked(undecided, lock)))


def uncounted_digests(session: Session, posted_from: datetime, posted_until: datetime) -> list[Digest]:
    """Posted between two moments, and nobody has counted yet what people said to them."""
    posted = Digest.posted_at >= posted_from, Digest.posted_at <= posted_until
    return list(session.scalars(select(Digest).where(*posted, Digest.counted_at.is_(None)).order_by(Digest.id)))


def place_stories(session: Session, digest_id: int, story_ids: Sequence[int]) -> None:
    """Put stories into a digest, in this order, after those in it. IntegrityError when one of them is in a digest already."""
    last = session.scalar(select(func.max(DigestStory.position)).where(DigestStory.digest_id == digest_id))
    begins = 0 if last is None else last + 1
    rows = [
        {"digest_id": digest_id, "story_id": story_id, "position": begins + at} for at, story_id in enumerate(story_ids)
    ]
    if rows:
        session.execute(insert(table_of(DigestStory)), rows)


def put_in_order(session: Session, digest_id: int, story_ids: Sequence[int]) -> None:
    """The stories of a digest stand in this order from now on."""
    for at, story_id in enumerate(story_ids):
        _change_place(session, digest_id, story_id, position=at)


def word_story(session: Session, digest_id: int, story_id: int, title: str, words: str) -> None:
    """A story as it is worded for the digest; "" is as it was sent in."""
    _change_place(session, digest_id, story_id, title=title, words=words)


def _change_place(session: Session, digest_id: int, story_id: int, **values: object) -> None:
    place = update(DigestStory).where(DigestStory.digest_id == digest_id, DigestStory.story_id == story_id)
    session.execute(place.values(**values), execution_options={"synchronize_session": False})


def take_out(session: Session, digest_id: int, story_id: int) -> None:
    """Take a story out of a digest again: it may not be told after all, or not this week."""
    session.execute(delete(DigestStory).where(DigestStory.digest_id == digest_id, DigestStory.story_id == story_id))


def empty_digest(session: Session, digest_id: int) -> None:
    """None of its stories is told here; each is free for another week."""
    session.execute(delete(DigestStory).where(DigestStory.digest_id == digest_id))


def leave_out(session: Session, left_out: DigestLeftOut) -> None:
    """Note that a person left a story out of a week; once for each."""
    place = DigestLeftOut.digest_id == left_out.digest_id, DigestLeftOut.story_id == left_out.story_id
    if session.scalar(select(DigestLeftOut.story_id).where(*place)) is None:
        session.add(left_out)
        session.flush()


def leave_in(session: Session, digest_id: int, story_id: int) -> None:
    """It is not left out of that week after all."""
    session.execute(
        delete(DigestLeftOut).where(DigestLeftOut.digest_id == digest_id, DigestLeftOut.story_id == story_id)
    )


def left_out_of(session: Session, digest_id: int) -> set[int]:
    """The stories that a person left out of a week."""
    return set(session.scalars(select(DigestLeftOut.story_id).where(DigestLeftOut.digest_id == digest_id)))


def stories_of_digest(session: Session, digest_id: int) -> list[StoryIdea]:
    """A digest's stories, in its order."""
    placed = select(StoryIdea).join(DigestStory, DigestStory.story_id == StoryIdea.id)
    placed = placed.where(DigestStory.digest_id == digest_id)
    return list(session.scalars(placed.order_by(DigestStory.position, DigestStory.story_id)))


def places_of(session: Session, digest_id: int) -> list[DigestStory]:
    """How each of a digest's stories is worded there, in its order."""
    placed = select(DigestStory).where(DigestStory.digest_id == digest_id)
    fresh = placed.order_by(DigestStory.position, DigestStory.story_id).execution_options(populate_existing=True)
    return list(session.scalars(fresh))


def digest_of_story(session: Session, story_id: int) -> int | None:
    """The id of the digest that a story was placed in."""
    return session.scalar(select(DigestStory.digest_id).where(DigestStory.story_id == story_id))


def answered_between(session: Session, after: datetime, until: datetime) -> int:
    """How many enquiries were answered in this time. Practice does not count."""
    answered = Enquiry.responded_at > after, Enquiry.responded_at <= until, Enquiry.practice.is_(False)
    return session.scalar(select(func.count()).select_from(Enquiry).where(*answered)) or 0


def latest_private(session: Session, after: datetime) -> datetime | None:
    """When the latest private enquiry came in from a moment on; None where none has."""
    came = Enquiry.restricted.is_(True), Enquiry.practice.is_(False), Enquiry.raised_at >= after
    return session.scalar(select(func.max(Enquiry.raised_at)).where(*came))


def last_told(session: Session) -> dict[str, datetime]:
    """When each service area was last heard of in a digest. One never heard of is not there."""
    told = select(StoryIdea.service_area, func.max(StoryIdea.told_at)).where(StoryIdea.told_at.is_not(None))
    return {area: at for area, at in session.execute(told.group_by(StoryIdea.service_area)) if area and at}


def leads_asked_since(session: Session, since: datetime) -> set[str]:
    """The leads who were asked for a story since a moment."""
    asked = select(Delivery.lane).where(Delivery.kind == DeliveryKind.DIGEST_ASK, Delivery.created_at >= since)
    return set(session.scalars(asked))
