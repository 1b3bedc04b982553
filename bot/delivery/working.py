"""What a press officer reads who has been given an enquiry, made from the records as they are now."""

from datetime import datetime

from sqlalchemy.orm import Session

from bot.desk.working import hand_note_id
from bot.messages import assign_nudge
from bot.messages.message import Message
from bot.rules.deeds import Deed
from storage.audit import AuditEntry, entries_of
from storage.enquiry import Enquiry
from storage.kinds import Subject
from storage.nudge import Nudge
from storage.organisation import Organisation
from storage.thread_note import ThreadNote, note_of_form, notes_of


def assigned(session: Session, nudge: Nudge, enquiry: Enquiry, organisation: Organisation, now: datetime) -> Message:
    """By whom they were given it, with the note that came with it."""
    entries = entries_of(session, Subject.ENQUIRY, enquiry.id)
    given = next((one for one in reversed(entries) if one.action in assign_nudge.GIVING), None)
    note = note_of_form(session, hand_note_id(enquiry.id, nudge.round)) or _why_again(session, given)
    return assign_nudge.message(nudge, enquiry, given, note, organisation, now)


def _why_again(session: Session, given: AuditEntry | None) -> ThreadNote | None:
    """Why it was opened again: the note that was kept with it."""
    if given is None or given.action != Deed.REOPEN:
        return None
    kept = [one for one in notes_of(session, given.subject_id) if not one.channel and one.author == given.actor]
    return next((one for one in reversed(kept) if one.posted_at == given.at), None)
