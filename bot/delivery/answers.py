"""Rendering what belongs to the answers to nudges: calls asked for, notes handed on, and what is said back to an answer in words."""

from datetime import datetime

from sqlalchemy.orm import Session

from bot.desk.work import Desk
from bot.desk.working import hand_note_id
from bot.desk.written_answers import SAID_BACK, SaidBack, candidates
from bot.messages import call, said_back
from bot.messages.message import Message
from storage.call_request import calls_of, get_call
from storage.delivery import Delivery
from storage.enquiry import get_enquiry
from storage.kinds import Step
from storage.notes import kept_words
from storage.nudge import Nudge, get_nudge
from storage.thread_note import ThreadNote, note_of_form

REPLIES = SAID_BACK


def asked_for_call(desk: Desk, session: Session, delivery: Delivery, _: datetime) -> Message | None:
    """Somebody would like to be rung."""
    found, enquiry = get_call(session, int(delivery.detail)), get_enquiry(session, delivery.subject_id)
    return call.asked_for(found, delivery.lane, enquiry, desk.organisation) if found and enquiry else None


def note_with(session: Session, nudge: Nudge) -> ThreadNote | None:
    """The note that came with it when it was handed to someone."""
    handed = nudge.step == Step.LEAD_NEW and nudge.round > 1
    return note_of_form(session, hand_note_id(nudge.subject_id, nudge.round)) if handed else None


def reply(desk: Desk, session: Session, delivery: Delivery, now: datetime) -> Message | None:
    """What was understood of an answer in words."""
    back = SaidBack.read(delivery.detail)
    if back.words_id:
        written = kept_words(session, back.words_id, delivery.lane) or ""
        found = candidates(session, delivery.lane, written, desk.organisation, now)
        return said_back.which([(one.nudge, one.enquiry) for one in found], back.words_id)
    nudge = get_nudge(session, back.nudge_id) if back.nudge_id else None
    enquiry = get_enquiry(session, nudge.subject_id) if nudge else None
    if nudge is None or enquiry is None:
        return said_back.nothing_waits(desk.organisation)
    if back.refused:
        return said_back.refused(back.refused, back.by, back.limit, enquiry, desk.organisation)
    if back.answer is None:
        return said_back.unsure(enquiry, done=back.done)
    asked = [one for one in calls_of(session, enquiry.id) if one.person == delivery.lane]
    return said_back.understood(back.answer, nudge, enquiry, asked[-1] if asked else None, desk.organisation, now)
