"""Good news as it is remembered: story ideas, the consent behind them, and the weekly digests they were told in."""

from datetime import date, datetime

from sqlalchemy import JSON, Date, ForeignKey, Index, String, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Record, UtcDateTime
from storage.kinds import Recognisable, StoryStatus


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
        Index("ix_story_idea_author", "author", "id"),
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
    recognisable: Mapped[Recognisable] = mapped_column(String(32), default=Recognisable.NOBODY)
    tell_colleagues_now: Mapped[bool] = mapped_column(default=False)
    photos: Mapped[list[str]] = mapped_column(JSON, default_factory=list)
    status: Mapped[StoryStatus] = mapped_column(String(32), default=StoryStatus.NEW)
    officer: Mapped[str | None] = mapped_column(String(32), default=None)
    answered_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
    declined_because: Mapped[str] = mapped_column(Text, default="")
    suggestion: Mapped[str] = mapped_column(Text, default="")
    told_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
    form_digest: Mapped[str] = mapped_column(String(64), default="")
    version: Mapped[int] = mapped_column(default=1)

    @property
    def reference(self) -> str:
        """GN-0007."""
        return f"GN-{self.id:04d}"


class Consent(Record):
    """One recognisable person's permission: for which uses, how it was given, until when.

    `who` is initials or a role, never a full name. `uses` holds the values of `Use`.
    """

    __tablename__ = "consent"

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
