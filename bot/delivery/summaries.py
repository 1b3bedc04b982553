"""Rendering the summaries. One of a day that is over is not said any more."""

from datetime import date, datetime

from sqlalchemy.orm import Session

from bot.delivery.rota import fresh
from bot.desk.summaries import began_at, day_of, week_of
from bot.desk.work import Desk
from bot.messages import summary_lead, summary_office, summary_week
from bot.messages.message import Message
from bot.rules.summaries import WEEK, Evening, Morning
from bot.rules.working_time import local
from storage.delivery import Delivery


def word(desk: Desk, session: Session, delivery: Delivery, now: datetime) -> Message | None:
    """What a summary says, from the records as they are now."""
    kind, told = delivery.detail.split(" ")
    day, place = date.fromisoformat(told), delivery.lane
    organisation = fresh(desk.organisation, session, now)
    if kind == WEEK:
        return summary_week.message(week_of(session, place, day, organisation), organisation)
    if local(organisation.calendar, now).date() != day:
        return None
    found = day_of(session, kind, place, began_at(session, kind, place), organisation, now)
    if found is None:
        return None
    if isinstance(found, Morning):
        return summary_office.morning(found, organisation, now)
    if isinstance(found, Evening):
        return summary_office.evening(found, organisation, now)
    return summary_lead.message(found, place, organisation, now)
