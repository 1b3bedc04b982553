"""Enquiries that hang together: duplicates, and other reporters on the same story."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint, and_, or_, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from storage.base import Record, UtcDateTime, Word
from storage.enquiry import Enquiry
from storage.kinds import LinkKind

FOR = ":for:"
"""In the detail of news about an answer: what follows is the enquiry that was closed for the one it is about."""


class EnquiryLink(Record):
    """`enquiry_id` is the newer of the two."""

    __tablename__ = "enquiry_link"
    __table_args__ = (
        UniqueConstraint("enquiry_id", "other_id"),
        Index("ix_enquiry_link_other", "other_id"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    enquiry_id: Mapped[int] = mapped_column(ForeignKey("enquiry.id"))
    other_id: Mapped[int] = mapped_column(ForeignKey("enquiry.id"))
    kind: Mapped[LinkKind] = mapped_column(Word(LinkKind, 16))
    linked_by: Mapped[str] = mapped_column(String(32))
    linked_at: Mapped[datetime] = mapped_column(UtcDateTime)


def links_of(session: Session, enquiry_id: int) -> list[EnquiryLink]:
    """What an enquiry hangs together with, whichever of the two is newer."""
    either = or_(EnquiryLink.enquiry_id == enquiry_id, EnquiryLink.other_id == enquiry_id)
    return list(session.scalars(select(EnquiryLink).where(either).order_by(EnquiryLink.id)))


def get_link(session: Session, link_id: int) -> EnquiryLink | None:
    """One link."""
    return session.get(EnquiryLink, link_id)


def link_between(session: Session, newer: int, older: int) -> EnquiryLink | None:
    """What ties two enquiries, by their ids."""
    both = (EnquiryLink.enquiry_id == newer, EnquiryLink.other_id == older)
    return session.scalars(select(EnquiryLink).where(*both)).one_or_none()


def linked_enquiries(session: Session, enquiry_id: int) -> list[Enquiry]:
    """The enquiries that it hangs together with, the first linked first."""
    other = or_(
        and_(EnquiryLink.enquiry_id == enquiry_id, Enquiry.id == EnquiryLink.other_id),
        and_(EnquiryLink.other_id == enquiry_id, Enquiry.id == EnquiryLink.enquiry_id),
    )
    return list(session.scalars(select(Enquiry).join(EnquiryLink, other).order_by(EnquiryLink.id)))


def asked_twice(session: Session, enquiry_id: int) -> list[Enquiry]:
    """The enquiries that were closed for this one, and those closed for them in their turn."""
    found: dict[int, Enquiry] = {}
    waiting = [enquiry_id]
    while waiting:
        about = waiting.pop()
        theirs = [one for one in linked_enquiries(session, about) if one.duplicate_of == about and one.id not in found]
        found |= {one.id: one for one in theirs if one.id != enquiry_id}
        waiting += [one.id for one in theirs if one.id != enquiry_id]
    return sorted(found.values(), key=lambda one: one.id)
