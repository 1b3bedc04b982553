"""Rendering what belongs to the answers to nudges: calls asked for, notes handed on, and what is said back to an answer in words."""

from datetime import datetime

from sqlalchemy.orm import Session

from bot.desk.asked_about import about
from bot.desk.work import Desk
from bot.desk.working import hand_note_id
from bot.desk.written_answers import SAID_BACK, SaidBack, candidates
from bot.messages import call, said_back
from bot.messages.message import Message
from bot.messages.nudge import dealt_with
from bot.rules.asked_about import AskedAbout
from bot.rules.involved import is_left_out
from storage.call_request import CallRequest, calls_of, get_call
from storage.delivery import Delivery
from storage.enquiry import get_enquiry
from storage.kinds import Step
from storage.notes import kept_words
from storage.nudge import Nudge, get_nudge
from storage.organisation import Organisation
from storage.thread_note import ThreadNote, note_of_form

REPLIES = SAID_BACK


def asked_for_call(desk: Desk, session: Session, delivery: Delivery, _: datetime) -> Message | None:
    """Somebody would like to be rung."""
    found, enquiry = get_call(session, int(delivery.detail)), get_enquiry(session, delivery.subject_id)
    return call.asked_for(found, delivery.lane, enquiry, desk.organisation) if found and enquiry else None


def call_nudge(session: Session, nudge: Nudge, organisation: Organisation, now: datetime) -> Message | None:
    """Somebody is waiting to be rung."""
    found = get_call(session, nudge.subject_id)
    enquiry = get_enquiry(session, found.enquiry_id) if found else None
    if found is None or enquiry is None:
        return None
    if is_left_out(nudge.person, enquiry):
        return dealt_with(nudge, enquiry.reference, organisation)
    return call.reminder(nudge, found, enquiry, organisation, now)


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
        return said_back.which([(one.nudge, one.about) for one in found], back.words_id)
    nudge = get_nudge(session, back.nudge_id) if back.nudge_id else None
    asked = about(session, nudge, desk.organisation) if nudge else None
    if nudge is None or asked is None:
        return said_back.nothing_waits(desk.organisation)
    if back.refused:
        return said_back.refused(back.refused, back.by, back.limit, asked, desk.organisation)
    if back.answer is None:
        return said_back.unsure(asked, done=back.done)
    return said_back.understood(back.answer, nudge, asked, _call(session, asked, delivery), desk.organisation, now)


def _call(session: Session, asked: AskedAbout, delivery: Delivery) -> CallRequest | None:
    """The last call that whoever reads this has asked for."""
    calls = calls_of(session, asked.enquiry.id) if asked.enquiry else []
    return next((one for one in reversed(calls) if one.person == delivery.lane), None)
