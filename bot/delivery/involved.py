"""Rendering what is said to people who are part of a matter, and what asks for things to do beside the answer."""

from datetime import datetime

from sqlalchemy.orm import Session

from bot.desk.work import Desk
from bot.messages import involved_news, task_nudge
from bot.messages.message import Message
from storage.delivery import Delivery
from storage.enquiry import get_enquiry
from storage.involved import get_involved, get_task, involved_in
from storage.nudge import Nudge
from storage.organisation import Organisation


def word(desk: Desk, session: Session, delivery: Delivery, _now: datetime) -> Message | None:
    """The private word to someone who may be named, or was told; and the one after it, where it was a mistake."""
    involved_id, _, after = delivery.detail.partition(" ")
    one, enquiry = get_involved(session, int(involved_id)), get_enquiry(session, delivery.subject_id)
    if one is None or enquiry is None:
        return None
    if after:
        return involved_news.mistaken(one, enquiry, desk.organisation)
    return involved_news.message(one, involved_in(session, enquiry.id), enquiry, desk.organisation)


def task(session: Session, nudge: Nudge, organisation: Organisation, now: datetime) -> Message | None:
    """A nudge about a thing to do."""
    about = get_task(session, nudge.subject_id)
    enquiry = get_enquiry(session, about.enquiry_id) if about else None
    return task_nudge.message(nudge, about, enquiry, organisation, now) if about and enquiry else None
