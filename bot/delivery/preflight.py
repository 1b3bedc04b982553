"""Renders what wants mending, from what was found in the morning and what is so now."""

from datetime import date, datetime

from sqlalchemy.orm import Session

from bot.desk.preflight import still_open, told_on
from bot.desk.work import Desk
from bot.messages import preflight
from bot.messages.message import Message
from bot.rules.holes_ahead import holes_ahead
from storage.delivery import Delivery
from storage.organisation import read_organisation


def found(desk: Desk, session: Session, delivery: Delivery, now: datetime) -> Message | None:
    """The morning's message, as it stands now."""
    told = told_on(session, date.fromordinal(delivery.subject_id))
    if told is None:
        return None
    organisation = read_organisation(session) or desk.organisation
    return preflight.message(told, still_open(told, holes_ahead(organisation, now)), organisation)
