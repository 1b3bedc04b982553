"""What a press officer reads who has been given an enquiry, made from the records as they are now."""

from datetime import datetime

from sqlalchemy.orm import Session

from bot.desk.working import hand_note_id
from bot.messages import assign_nudge
from bot.messages.message import Message
from storage.audit import entries_of
from storage.enquiry import Enquiry
from storage.kinds import Subject
from storage.nudge import Nudge
from storage.organisation import Organisation
from storage.thread_note import note_of_form


def assigned(session: Session, nudge: Nudge, enquiry: Enquiry, organisation: Organisation, now: datetime) -> Message:
    """By whom they were given it, with the note that came with it."""
    entries = entries_of(session, Subject.ENQUIRY, enquiry.id)
    given = next((one for one in reversed(entries) if one.action in assign_nudge.GIVING), None)
    note = note_of_form(session, hand_note_id(enquiry.id, nudge.round))
    return assign_nudge.message(nudge, enquiry, given, note, organisation, now)
