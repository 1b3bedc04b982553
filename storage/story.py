"""Good news as it is remembered: story ideas, the consent behind them, and the weekly digests they were told in."""

from collections.abc import Collection, Sequence
from datetime import date, datetime

from sqlalchemy import (
    JSON,
    Date,
    ForeignKey,
    Index,
    String,
    Text,
    UniqueConstraint,
    delete,
    exists,
    func,
    insert,
    literal_column,
    select,
    text,
)
from sqlalchemy.orm import Mapped, Session, mapped_column

from storage.base import Record, UtcDateTime, Word
from storage.insert import insert_once, table_of
from storage.kinds import Recognisable, StoryStatus
from storage.locking import locked


class StoryIdea(Record):
    """Good work that someone suggests telling. `reference`: GN-0007. `photos` are Slack file ids, never copies."""

    __tablename__ = "story_idea"
    __table_args__ = (
        Index(
            "ix_story_idea_waiting",
            "status",
            sqlite_where=text("status = 'new'"),
            postgresql_where=text("status = 'new'"),
        ),
        Index(
            "ix_story_idea_picked_up",
            "status",
            sqlite_where=text("status = 'picked_up'"),
            postgresql_where=text("status = 'picked_up'"),
        ),
        Index("ix_story_idea_author", "author", "id"),
        {"sqlite_autoincrement": True},  # an id is never used twice, whatever is deleted
    )

    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    form_id: Mapped[str] = mapped_column(String(64), unique=True)
    author: Mapped[str] = mapped_column(String(32))
    sent_in_at: Mapped[datetime] = mapped_column(UtcDateTime)
    title: Mapped[str] = mapped_column(Text)
    what_happened: Mapped[str] = mapped_column(Text)
    credit: Mapped[str] = mapped_column(Text)  # who did it, as they wish to be named
    why_it_matters: Mapped[str] = mapped_column(Text, default="")
    service_area: Mapped[str] = mapped_column(String(64), default="")
    recognisable: Mapped[Recognisable] = mapped_column(Word(Recognisable, 32), default=Recognisable.NOBODY)
    tell_colleagues_now: Mapped[bool] = mapped_column(default=False)
    photos: Mapped[list[str]] = mapped_column(JSON, default_factory=list)
    status: Mapped[StoryStatus] = mapped_column(Word(StoryStatus, 32), default=StoryStatus.NEW)
    officer: Mapped[str | None] = mapped_column(String(32), default=None)
    answered_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
    declined_because: Mapped[str] = mapped_column(Text, default="")
    suggestion: Mapped[str] = mapped_column(Text, default="")
    told_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
    form_digest: Mapped[str] = mapped_column(String(64), default="")
    version: Mapped[int] = mapped_column(default=1)
    emptied_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)  # its words were deleted

    @property
    def reference(self) -> str:
        """GN-0007."""
        return f"GN-{self.id:04d}"


class Consent(Record):
    """One recognisable person's permission: for which uses, how it was given, until when.

    `who` is initials or a role, never a full name. `uses` holds the values of `Use`.
    """

    __tablename__ = "consent"
    __table_args__ = ({"sqlite_autoincrement": True},)

    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    story_id: Mapped[int] = mapped_column(ForeignKey("story_idea.id"), index=True)
    who: Mapped[str] = mapped_column(Text)
    recorded_by: Mapped[str] = mapped_column(String(32))
    recorded_at: Mapped[datetime] = mapped_column(UtcDateTime)
    uses: Mapped[list[str]] = mapped_column(JSON, default_factory=list)
    how: Mapped[str] = mapped_column(Text, default="")
    until: Mapped[date | None] = mapped_column(Date, default=None)
    withdrawn_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)


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


class DigestStory(Record):
    """A story's place in a digest. A story is told in one digest only."""

    __tablename__ = "digest_story"
    __table_args__ = (UniqueConstraint("story_id"),)

    digest_id: Mapped[int] = mapped_column(ForeignKey("digest.id"), primary_key=True)
    story_id: Mapped[int] = mapped_column(ForeignKey("story_idea.id"), primary_key=True)
    position: Mapped[int] = mapped_column(default=0)


def get_story(session: Session, story_id: int, *, lock: bool = False) -> StoryIdea | None:
    """One story idea; with `lock`, as it is now and held until the transaction ends."""
    return session.scalars(locked(select(StoryIdea).where(StoryIdea.id == story_id), lock)).one_or_none()


def story_by_form(session: Session, form_id: str, *, lock: bool = False) -> StoryIdea | None:
    """The story idea that a form became."""
    return session.scalars(locked(select(StoryIdea).where(StoryIdea.form_id == form_id), lock)).one_or_none()


def stories_by_author(session: Session, person: str, limit: int = 20) -> list[StoryIdea]:
    """A person's story ideas, newest first."""
    mine = select(StoryIdea).where(StoryIdea.author == person)
    return list(session.scalars(mine.order_by(StoryIdea.id.desc()).limit(limit)))


def waiting_stories(session: Session, limit: int = 100) -> list[StoryIdea]:
    """Ideas that nobody has answered, oldest first. The state is a literal: a bound value would not use the partial index."""
    waiting = select(StoryIdea).where(StoryIdea.status == literal_column("'new'"))
    return list(session.scalars(waiting.order_by(StoryIdea.id).limit(limit)))


def untold_stories(session: Session) -> list[StoryIdea]:
    """Picked up and in no digest yet, oldest first."""
    untold = select(StoryIdea).where(
        StoryIdea.status == literal_column("'picked_up'"), ~exists().where(DigestStory.story_id == StoryIdea.id)
    )
    return list(session.scalars(untold.order_by(StoryIdea.id)))


def consents_of(session: Session, story_ids: Collection[int]) -> dict[int, list[Consent]]:
    """The consents behind each of these stories, in the order in which they were recorded; every story has its list."""
    found: dict[int, list[Consent]] = {story_id: [] for story_id in story_ids}
    if found:
        for consent in session.scalars(select(Consent).where(Consent.story_id.in_(found)).order_by(Consent.id)):
            found[consent.story_id].append(consent)
    return found


def add_consents(session: Session, consents: Sequence[Consent]) -> None:
    """Record consents."""
    session.add_all(consents)
    session.flush()


def replace_consents(session: Session, story_id: int, consents: Sequence[Consent]) -> None:
    """The author has corrected the form: its consents are those written now."""
    session.execute(
        delete(Consent).where(Consent.story_id == story_id), execution_options={"synchronize_session": False}
    )
    add_consents(session, consents)


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
