"""Rendering the answers to those who came in by their own words. What they wrote is read from where it is kept, and read anew."""

from datetime import datetime

from sqlalchemy.orm import Session

from bot.desk.doors import DRAFT_STORY, HEARD, OFFERS, SENT, SENT_STORY, THROWN_STORY, Whispered
from bot.desk.kept import Kept
from bot.desk.work import Desk
from bot.messages import doors
from bot.messages.message import Message, Whisper
from bot.rules.intake import read
from bot.rules.understanding import may_be_said_back, understand
from storage.delivery import Delivery, standing
from storage.enquiry import reference_of
from storage.kinds import DeliveryKind
from storage.notes import kept_words
from storage.story import reference_of as story_reference

WHISPERED = frozenset({DeliveryKind.ANSWER, DeliveryKind.OFFER})
"""Kinds that one person sees in a channel: sent once or not at all."""

REPLIES = frozenset({HEARD, SENT, SENT_STORY, DRAFT_STORY, THROWN_STORY, OFFERS})
"""How the details of our replies begin."""


def reply(desk: Desk, session: Session, delivery: Delivery) -> Message | None:
    """The answer to a direct message, or to a mention that could not be answered where it was."""
    kind, *details = delivery.detail.split()
    if kind == OFFERS:
        return doors.offers_switched(on=details == ["on"])
    if kind == SENT:
        return doors.sent(reference_of(int(details[0])))
    if kind == SENT_STORY:
        return doors.sent(story_reference(int(details[0])))
    if kind == DRAFT_STORY:
        return doors.put_aside(int(details[0]))
    if kind == THROWN_STORY:
        return doors.thrown_away()
    words = _words(session, details[0], delivery.lane)
    if words is None and standing(session, delivery.key) is not None:
        return doors.forgotten()
    return _answer(desk, words or "", delivery.lane, " ".join(details))


def _words(session: Session, words_id: str, person: str) -> str | None:
    """What they wrote; None where it is not kept any more."""
    text = kept_words(session, words_id, person)
    return None if text is None else Kept.unpacked(text).words


def answer(desk: Desk, session: Session, delivery: Delivery, _: datetime) -> Whisper:
    """The answer to a mention, where it was written."""
    to = Whispered.read(delivery.detail)
    words = _words(session, to.words_id, to.person) or ""
    return Whisper(_answer(desk, words, to.person, to.kept(delivery.lane)), to.person, to.thread_ts)


def offer(desk: Desk, session: Session, delivery: Delivery, _: datetime) -> Whisper | None:
    """Shall I log this?"""
    to = Whispered.read(delivery.detail)
    words = _words(session, to.words_id, to.person)
    if words is None:
        return None
    name_outlet = may_be_said_back(words, to.person, desk.organisation)
    return Whisper(doors.offer(read(words), to.kept(delivery.lane), name_outlet=name_outlet), to.person)


def _answer(desk: Desk, words: str, person: str, kept: str) -> Message:
    say_back = may_be_said_back(words, person, desk.organisation)
    return doors.answer(read(words), understand(words), kept, desk.organisation, say_back=say_back)
