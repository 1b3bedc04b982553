"""A media enquiry as it is remembered."""

from datetime import date, datetime
from functools import cache

from sqlalchemy import JSON, Date, Index, Select, String, Text, bindparam, false, literal_column, select, text
from sqlalchemy.orm import Mapped, Session, mapped_column, validates

from storage.base import Record, UtcDateTime, Word
from storage.kinds import Mark, Outcome, Status, Terms, Told
from storage.locking import locked


class Enquiry(Record):
    """A journalist's question to the organisation. `reference` is what people call it: ME-0042.

    People are Slack user ids. `marks` holds the values of `Mark`. `deadline` None means that none was given.
    """

    __tablename__ = "enquiry"
    __table_args__ = (
        Index(
            "ix_enquiry_open",
            "deadline",
            sqlite_where=text("status != 'closed'"),
            postgresql_where=text("status != 'closed'"),
        ),
        Index("ix_enquiry_raised_by", "raised_by", "id"),
        Index("ix_enquiry_officer", "officer", "id"),
        Index("ix_enquiry_journalist", "journalist_id", "id"),
        Index("ix_enquiry_outlet", "outlet_id", "id"),
        Index(
            "ix_enquiry_not_remembered",
            "id",
            sqlite_where=text("outlet_id IS NULL AND emptied_at IS NULL"),
            postgresql_where=text("outlet_id IS NULL AND emptied_at IS NULL"),
        ),
        {"sqlite_autoincrement": True},  # an id is never used twice, whatever is deleted
    )

    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    form_id: Mapped[str] = mapped_column(String(64), unique=True)  # the view's id: one form, one enquiry
    raised_by: Mapped[str] = mapped_column(String(32))
    raised_at: Mapped[datetime] = mapped_column(UtcDateTime)
    outlet: Mapped[str] = mapped_column(Text)
    journalist: Mapped[str] = mapped_column(Text)  # name and number, as typed
    question: Mapped[str] = mapped_column(Text)
    deadline: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
    deadline_words: Mapped[str] = mapped_column(Text, default="")  # as typed
    service_area: Mapped[str] = mapped_column(String(64), default="")  # its key
    marks: Mapped[list[str]] = mapped_column(JSON, default_factory=list)
    restricted: Mapped[bool] = mapped_column(default=False)
    opened_up_by: Mapped[str | None] = mapped_column(
        String(32), default=None
    )  # the press officer who lifted the restriction
    opened_up_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
    urgent: Mapped[bool] = mapped_column(default=False)
    how_it_came: Mapped[str] = mapped_column(Text, default="")
    angle: Mapped[str] = mapped_column(Text, default="")
    said_already: Mapped[str] = mapped_column(Text, default="")
    links: Mapped[str] = mapped_column(Text, default="")
    status: Mapped[Status] = mapped_column(Word(Status, 32), default=Status.NEW)
    officer: Mapped[str | None] = mapped_column(String(32), default=None)
    claimed_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
    lead: Mapped[str | None] = mapped_column(String(32), default=None)  # the lead, or the deputy it was handed to
    lead_acknowledged_by: Mapped[str | None] = mapped_column(String(32), default=None)
    lead_acknowledged_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
    response: Mapped[str] = mapped_column(Text, default="")
    response_to: Mapped[str] = mapped_column(Text, default="")
    responded_by: Mapped[str | None] = mapped_column(String(32), default=None)
    responded_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
    outcome: Mapped[Outcome | None] = mapped_column(Word(Outcome, 32), default=None)
    outcome_note: Mapped[str] = mapped_column(Text, default="")
    closed_by: Mapped[str | None] = mapped_column(String(32), default=None)
    closed_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
    form_digest: Mapped[str] = mapped_column(
        String(64), default=""
    )  # of the values as submitted: a changed form is an amendment
    version: Mapped[int] = mapped_column(default=1)  # counts changes
    terms: Mapped[Terms] = mapped_column(Word(Terms, 32), default=Terms.REPORTABLE, server_default="reportable")
    embargo_until: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
    outlet_id: Mapped[int | None] = mapped_column(default=None)  # the outlet and journalist as remembered
    journalist_id: Mapped[int | None] = mapped_column(default=None)
    excluded: Mapped[list[str]] = mapped_column(
        JSON, default_factory=list, server_default="[]"
    )  # people who hear nothing of it
    named: Mapped[list[str]] = mapped_column(
        JSON, default_factory=list, server_default="[]"
    )  # people who may be named in what is published: they are not asked to deal with it
    duplicate_of: Mapped[int | None] = mapped_column(default=None)
    political: Mapped[bool] = mapped_column(default=False, server_default=false())
    statement_id: Mapped[int | None] = mapped_column(default=None)  # the version in hand
    response_way: Mapped[str] = mapped_column(Text, default="", server_default="")  # by e-mail, by telephone
    override_because: Mapped[str] = mapped_column(
        Text, default="", server_default=""
    )  # sent although it was not the approved version
    override_by: Mapped[str | None] = mapped_column(String(32), default=None)
    family_told: Mapped[Told | None] = mapped_column(Word(Told, 32), default=None)
    family_told_by: Mapped[str] = mapped_column(Text, default="", server_default="")  # a role, never a name
    family_wish: Mapped[str] = mapped_column(Text, default="", server_default="")
    family_not_told_because: Mapped[str] = mapped_column(Text, default="", server_default="")
    learnt: Mapped[str] = mapped_column(Text, default="", server_default="")
    foi_received_on: Mapped[date | None] = mapped_column(Date, default=None)
    foi_reference: Mapped[str] = mapped_column(String(64), default="", server_default="")
    foi_handed_to: Mapped[str] = mapped_column(Text, default="", server_default="")
    foi_handed_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
    emptied_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)  # its words were deleted
    reopened: Mapped[int] = mapped_column(default=0, server_default="0")  # how often
    practice: Mapped[bool] = mapped_column(
        default=False, server_default=false()
    )  # nobody has asked: no figure counts it

    @validates("outlet", "journalist")
    def _who_asks_anew(self, name: str, words: str) -> str:
        """Corrected: who it is will be remembered anew."""
        if words != vars(self).get(name):
            self.outlet_id = self.journalist_id = None
        return words

    @property
    def reference(self) -> str:
        """ME-0042."""
        return reference_of(self.id)

    @property
    def is_open(self) -> bool:
        """Anything but closed."""
        return self.status != Status.CLOSED

    @property
    def was_restricted(self) -> bool:
        """Whether it has a card in the restricted channel that must be kept up to date."""
        return self.restricted or self.opened_up_by is not None

    def has(self, mark: Mark) -> bool:
        """Whether it carries a sensitivity mark."""
        return mark.value in self.marks


def reference_of(enquiry_id: int) -> str:
    """ME-0042, for enquiry 42."""
    return f"ME-{enquiry_id:04d}"


def get_enquiry(session: Session, enquiry_id: int, *, lock: bool = False) -> Enquiry | None:
    """One enquiry; with `lock`, as it is now and held until the transaction ends."""
    return session.scalars(_by_id(lock), {"wanted": enquiry_id}).one_or_none()


@cache
def _by_id(lock: bool) -> Select[Enquiry]:
    """Made once: putting a statement together takes as long as sending it, and a button waits for this one."""
    return locked(select(Enquiry).where(Enquiry.id == bindparam("wanted")), lock)


def enquiry_by_form(session: Session, form_id: str, *, lock: bool = False) -> Enquiry | None:
    """The enquiry that a form became."""
    return session.scalars(locked(select(Enquiry).where(Enquiry.form_id == form_id), lock)).one_or_none()


def open_enquiries(session: Session, limit: int = 100) -> list[Enquiry]:
    """What is not closed, the next deadline first, those without a deadline last."""
    is_open = Enquiry.status != literal_column("'closed'")  # a bound value would not use the partial index
    order = (Enquiry.deadline.asc().nulls_last(), Enquiry.id)
    return list(session.scalars(select(Enquiry).where(is_open).order_by(*order).limit(limit)))


def closed_since(session: Session, since: datetime, limit: int) -> list[Enquiry]:
    """What was closed after a moment, the latest first."""
    closed = select(Enquiry).where(Enquiry.status == Status.CLOSED, Enquiry.closed_at > since)
    return list(session.scalars(closed.order_by(Enquiry.closed_at.desc(), Enquiry.id).limit(limit)))


def practice_ids(session: Session) -> list[int]:
    """The practice enquiries that are not erased yet; there are few."""
    practice = select(Enquiry.id).where(Enquiry.practice, Enquiry.emptied_at.is_(None))
    return list(session.scalars(practice.order_by(Enquiry.id)))


def enquiries_raised_by(session: Session, person: str, limit: int = 20) -> list[Enquiry]:
    """A person's enquiries, newest first."""
    mine = select(Enquiry).where(Enquiry.raised_by == person)
    return list(session.scalars(mine.order_by(Enquiry.id.desc()).limit(limit)))
