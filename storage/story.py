"""Good news as it is remembered: story ideas, and the consent behind them. What surrounds an idea lies in files of its own."""

from collections.abc import Collection, Sequence
from datetime import date, datetime

from sqlalchemy import (
    JSON,
    Date,
    ForeignKey,
    Index,
    String,
    Text,
    delete,
    false,
    literal_column,
    select,
    text,
)
from sqlalchemy.orm import Mapped, Session, mapped_column

from storage.base import Record, UtcDateTime, Word
from storage.kinds import DecidedBy, Recognisable, StoryStatus
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
    tell_where: Mapped[list[str]] = mapped_column(
        JSON, default_factory=list, server_default="[]"
    )  # values of `Use`, hoped for
    theme: Mapped[str] = mapped_column(String(64), default="", server_default="")  # for the story bank
    about_child: Mapped[bool] = mapped_column(default=False, server_default=false())
    court: Mapped[bool] = mapped_column(
        default=False, server_default=false()
    )  # a court case or a reporting restriction
    source_channel: Mapped[str] = mapped_column(String(32), default="", server_default="")  # the message it came from
    source_ts: Mapped[str] = mapped_column(String(32), default="", server_default="")
    source_link: Mapped[str] = mapped_column(Text, default="", server_default="")
    drafted_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
    withdrawn_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
    withdrawn_by: Mapped[str | None] = mapped_column(String(32), default=None)
    second_look_by: Mapped[str | None] = mapped_column(String(32), default=None)  # the second pair of eyes
    second_look_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
    joined_to: Mapped[int | None] = mapped_column(default=None)  # the idea that this one was joined with
    taken_out_at: Mapped[datetime | None] = mapped_column(
        UtcDateTime, default=None
    )  # a consent behind it ended: its words and pictures went
    held_at: Mapped[datetime | None] = mapped_column(
        UtcDateTime, default=None
    )  # somebody in it may have changed their mind: it is told nowhere until that is clear

    @property
    def reference(self) -> str:
        """GN-0007."""
        return reference_of(self.id)


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
    child: Mapped[bool] = mapped_column(default=False, server_default=false())
    decided_by: Mapped[DecidedBy] = mapped_column(
        Word(DecidedBy, 32), default=DecidedBy.THEMSELVES, server_default="themselves"
    )
    decider: Mapped[str] = mapped_column(Text, default="", server_default="")  # a role, never a name
    decided_on: Mapped[date | None] = mapped_column(Date, default=None)
    childs_view: Mapped[str] = mapped_column(Text, default="", server_default="")
    seen_words: Mapped[bool] = mapped_column(default=False, server_default=false())
    described_as: Mapped[str] = mapped_column(Text, default="", server_default="")  # as they want to be described
    withdrawn_by: Mapped[str | None] = mapped_column(String(32), default=None)  # who told the bot
    withdrawn_how: Mapped[str] = mapped_column(Text, default="", server_default="")  # by which route it came
    renews: Mapped[int | None] = mapped_column(default=None)  # the consent that this one takes the place of
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)  # what it covered was taken down


def reference_of(story_id: int) -> str:
    """GN-0007, for story 7."""
    return f"GN-{story_id:04d}"


def get_story(session: Session, story_id: int, *, lock: bool = False) -> StoryIdea | None:
    """One story idea; with `lock`, as it is now and held until the transaction ends."""
    return session.scalars(locked(select(StoryIdea).where(StoryIdea.id == story_id), lock)).one_or_none()


def story_by_form(session: Session, form_id: str, *, lock: bool = False) -> StoryIdea | None:
    """The story idea that a form became."""
    return session.scalars(locked(select(StoryIdea).where(StoryIdea.form_id == form_id), lock)).one_or_none()


def waiting_stories(session: Session, limit: int = 100) -> list[StoryIdea]:
    """Ideas that nobody has answered, oldest first. The state is a literal: a bound value would not use the partial index."""
    waiting = select(StoryIdea).where(StoryIdea.status == literal_column("'new'"))
    return list(session.scalars(waiting.order_by(StoryIdea.id).limit(limit)))


def stories_not_told(session: Session, limit: int = 200) -> list[StoryIdea]:
    """Sent in or picked up, and told nowhere yet: the newest first."""
    going = StoryIdea.status.in_((StoryStatus.NEW, StoryStatus.PICKED_UP))
    return list(session.scalars(select(StoryIdea).where(going).order_by(StoryIdea.id.desc()).limit(limit)))


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
