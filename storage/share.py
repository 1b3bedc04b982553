"""Can I share this, may I speak, we should change: what was asked, the plain answer to it, and the rules that got in the way."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Index, String, Text, and_, case, literal_column, or_, select, text
from sqlalchemy.orm import Mapped, Session, mapped_column

from storage.base import Record, UtcDateTime, Word
from storage.kinds import Light, ShareKind, ShareState, Use
from storage.locking import locked


class ShareAsk(Record):
    """Somebody's question about sharing, speaking or changing something. `reference`: SH-0003.

    `answers` are the yes and no of the questions by their key, `rules` the keys of the rules that made the answer.
    """

    __tablename__ = "share_ask"
    __table_args__ = (
        Index(
            "ix_share_ask_open",
            "due_at",
            sqlite_where=text("state = 'open'"),
            postgresql_where=text("state = 'open'"),
        ),
        Index("ix_share_ask_person", "asked_by", "id"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    form_id: Mapped[str] = mapped_column(String(64), unique=True)
    kind: Mapped[ShareKind] = mapped_column(Word(ShareKind, 32))
    asked_by: Mapped[str] = mapped_column(String(32))
    asked_at: Mapped[datetime] = mapped_column(UtcDateTime)
    words: Mapped[str] = mapped_column(Text)
    place: Mapped[str] = mapped_column(Text, default="")  # where it is to be shared or said
    service_area: Mapped[str] = mapped_column(String(64), default="")
    answers: Mapped[dict[str, Any]] = mapped_column(JSON, default_factory=dict)
    rules: Mapped[list[str]] = mapped_column(JSON, default_factory=list)
    light: Mapped[Light] = mapped_column(Word(Light, 16), default=Light.AMBER)
    state: Mapped[ShareState] = mapped_column(Word(ShareState, 16), default=ShareState.OPEN)
    due_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)  # when the answer is owed
    owner: Mapped[str | None] = mapped_column(String(32), default=None)  # who answers
    answer: Mapped[str] = mapped_column(Text, default="")
    possible: Mapped[str] = mapped_column(Text, default="")  # what would make it possible, beside a no
    answered_by: Mapped[str | None] = mapped_column(String(32), default=None)
    answered_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
    by_itself: Mapped[bool] = mapped_column(default=False)  # amber turned green because nobody answered in time
    told_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
    told_as: Mapped[Use] = mapped_column(Word(Use, 32), default=Use.SOCIAL, server_default="social")  # once it was told
    link: Mapped[str] = mapped_column(Text, default="")
    story_id: Mapped[int | None] = mapped_column(default=None)  # the story idea it became, for the digest
    source_link: Mapped[str] = mapped_column(Text, default="")
    form_digest: Mapped[str] = mapped_column(String(64), default="")
    version: Mapped[int] = mapped_column(default=1)
    emptied_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)

    @property
    def reference(self) -> str:
        """SH-0003."""
        return share_reference(self.id)


class JointItem(Record):
    """ "This rule got in my way": an item for the joint group, with an answer owed. `reference`: JG-0002."""

    __tablename__ = "joint_item"
    __table_args__ = ({"sqlite_autoincrement": True},)

    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    form_id: Mapped[str] = mapped_column(String(64), unique=True)
    rule: Mapped[str] = mapped_column(String(64))
    words: Mapped[str] = mapped_column(Text)
    raised_by: Mapped[str] = mapped_column(String(32))
    raised_at: Mapped[datetime] = mapped_column(UtcDateTime)
    due_at: Mapped[datetime] = mapped_column(UtcDateTime)
    share_id: Mapped[int | None] = mapped_column(default=None)
    answer: Mapped[str] = mapped_column(Text, default="")
    answered_by: Mapped[str | None] = mapped_column(String(32), default=None)
    answered_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
    emptied_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)

    @property
    def reference(self) -> str:
        """JG-0002."""
        return f"JG-{self.id:04d}"


def share_reference(share_id: int) -> str:
    """SH-0003, for question 3."""
    return f"SH-{share_id:04d}"


def get_share(session: Session, share_id: int, *, lock: bool = False) -> ShareAsk | None:
    """One question about sharing; with `lock`, as it is now and held until the transaction ends."""
    return session.scalars(locked(select(ShareAsk).where(ShareAsk.id == share_id), lock)).one_or_none()


def share_by_form(session: Session, form_id: str, *, lock: bool = False) -> ShareAsk | None:
    """The question that a form became."""
    return session.scalars(locked(select(ShareAsk).where(ShareAsk.form_id == form_id), lock)).one_or_none()


def get_joint_item(session: Session, item_id: int, *, lock: bool = False) -> JointItem | None:
    """One item of the joint group; with `lock`, as it is now and held until the transaction ends."""
    return session.scalars(locked(select(JointItem).where(JointItem.id == item_id), lock)).one_or_none()


def asks_of(session: Session, person: str, limit: int = 20) -> list[ShareAsk]:
    """What somebody asked, the latest first; without what was emptied."""
    theirs = select(ShareAsk).where(ShareAsk.asked_by == person, ShareAsk.emptied_at.is_(None))
    return list(session.scalars(theirs.order_by(ShareAsk.id.desc()).limit(limit)))


def items_of(session: Session, person: str, limit: int = 20) -> list[JointItem]:
    """The rules that got in somebody's way, the latest first; without what was emptied."""
    theirs = select(JointItem).where(JointItem.raised_by == person, JointItem.emptied_at.is_(None))
    return list(session.scalars(theirs.order_by(JointItem.id.desc()).limit(limit)))


def asks_standing(session: Session, person: str, since: datetime, limit: int = 20) -> list[ShareAsk]:
    """What somebody asked and what still stands: it waits, or was answered since a moment. What waits first, the latest first."""
    waits = ShareAsk.state == literal_column("'open'")
    heard = and_(
        ShareAsk.state == literal_column("'answered'"), ShareAsk.answered_at >= since, ShareAsk.answered_by.is_not(None)
    )
    theirs = select(ShareAsk).where(ShareAsk.asked_by == person, ShareAsk.emptied_at.is_(None), or_(waits, heard))
    return list(session.scalars(theirs.order_by(case((waits, 0), else_=1), ShareAsk.id.desc()).limit(limit)))


def asks_owed(session: Session, person: str, *, office: bool, limit: int = 20) -> list[ShareAsk]:
    """What somebody owes an answer to, the most pressing first: what is theirs; of `office`, whatever the press office answers."""
    theirs = ShareAsk.owner == person
    owed = or_(theirs, ShareAsk.kind != ShareKind.CHANGE) if office else theirs
    waits = select(ShareAsk).where(ShareAsk.state == literal_column("'open'"), ShareAsk.emptied_at.is_(None))
    waits = waits.where(owed, ShareAsk.asked_by != person).order_by(ShareAsk.due_at, ShareAsk.id)
    return list(session.scalars(waits.limit(limit)))


def share_of_story(session: Session, story_id: int, *, lock: bool = False) -> ShareAsk | None:
    """The question that a story idea was before; None for nearly all of them."""
    return session.scalars(locked(select(ShareAsk).where(ShareAsk.story_id == story_id), lock)).first()


def asks_overdue(session: Session, now: datetime, limit: int = 100) -> list[int]:
    """The ids of those whose answer is overdue."""
    late = select(ShareAsk.id).where(ShareAsk.state == literal_column("'open'"), ShareAsk.due_at <= now)
    return list(session.scalars(late.order_by(ShareAsk.due_at, ShareAsk.id).limit(limit)))


def item_by_form(session: Session, form_id: str) -> JointItem | None:
    """The item that a form became."""
    return session.scalars(select(JointItem).where(JointItem.form_id == form_id)).one_or_none()
