"""Rendering the private words to those whose messages should not stand where they stand, from what is kept of the messages now."""

from datetime import datetime

from sqlalchemy.orm import Session

from bot.desk.thread_notes import asked_notes
from bot.desk.work import Desk
from bot.messages import privacy, thread_remove
from bot.messages.message import Message
from bot.rules.take_out import TakeOut
from storage.delivery import Delivery
from storage.enquiry import get_enquiry
from storage.thread_note import ThreadNote, get_note, notes_with


def remove(desk: Desk, session: Session, delivery: Delivery, _now: datetime) -> Message | None:
    """To someone who wrote about a private enquiry."""
    enquiry = get_enquiry(session, delivery.subject_id)
    asked = asked_notes(delivery)
    notes = [one for one in notes_with(session, asked) if _is_meant(one, delivery, len(asked))]
    return thread_remove.message(enquiry, notes, desk.organisation) if enquiry and notes else None


def _is_meant(note: ThreadNote, delivery: Delivery, asked: int) -> bool:
    """Between the first and the last there are others': of a single one there are not, and it may be kept with another enquiry."""
    theirs = note.author == delivery.lane and bool(note.channel)
    return theirs and (asked == 1 or note.enquiry_id == delivery.subject_id)


def take_out(desk: Desk, session: Session, delivery: Delivery, _now: datetime) -> Message | None:
    """To someone whose message holds a person's details, or held them."""
    found = TakeOut.read(delivery.detail)
    note = get_note(session, found.note_id)
    if note is None:
        return None
    if note.deleted_at is not None or not found.kinds:
        stays = bool(found.stays) and note.deleted_at is None
        return (thread_remove.can_stay if stays else thread_remove.taken_out)(note, desk.organisation)
    return privacy.about_message(
        found.kinds,
        at=note.posted_at,
        place=note.channel,
        link=thread_remove.link_to(note),
        organisation=desk.organisation,
        about=note.enquiry_id,
        note=note.id if found.building else 0,
    )
