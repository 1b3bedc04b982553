"""Planned and sent nudges: a ledger with one row for each (subject, step, person, round)."""

from datetime import datetime

from sqlalchemy import Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Record, UtcDateTime
from storage.kinds import NudgeState, Step, Subject


class Nudge(Record):
    """One person asked to do one thing. The unique key makes a second nudge for the same step impossible."""

    __tablename__ = "nudge"
    __table_args__ = (
        UniqueConstraint("subject", "subject_id", "step", "person", "round"),
        Index(
            "ix_nudge_due", "due_at", sqlite_where=text("state = 'planned'"), postgresql_where=text("state = 'planned'")
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    subject: Mapped[Subject] = mapped_column(String(16))
    subject_id: Mapped[int] = mapped_column()
    step: Mapped[Step] = mapped_column(String(32))
    person: Mapped[str] = mapped_column(String(32))
    due_at: Mapped[datetime] = mapped_column(UtcDateTime)
    round: Mapped[int] = mapped_column(default=1)
    urgent: Mapped[bool] = mapped_column(default=False)
    state: Mapped[NudgeState] = mapped_column(String(16), default=NudgeState.PLANNED)
    late: Mapped[bool] = mapped_column(default=False)  # it fell due while the bot was away
    sent_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
    settled_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
    settled_by: Mapped[str | None] = mapped_column(String(32), default=None)
    settled_how: Mapped[str] = mapped_column(
        String(32), default=""
    )  # acknowledged, handed_on, claimed, responded, closed
