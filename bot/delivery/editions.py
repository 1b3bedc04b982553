"""Rendering the editions. Who agrees is asked again each time."""

from datetime import datetime

from sqlalchemy.orm import Session

from bot.desk import editions
from bot.desk.work import Desk, Work
from bot.messages import edition as messages
from bot.messages.message import Message
from storage.delivery import Delivery, standing
from storage.edition import get_edition, taken_out_of_edition


def looked_at_again(desk: Desk, delivery: Delivery) -> Message | None:
    """An edition with nobody in it who does not agree just now. One that holds nothing is not posted, and is emptied where it stands."""
    told = editions.look_again(desk, delivery.subject_id)
    organisation = desk.refresh()
    with desk.database.read() as session:
        edition = get_edition(session, delivery.subject_id)
        if told is None or edition is None or not (told or standing(session, delivery.key)):
            return None
        return messages.post(edition, told, organisation, taken_out_of_edition(session, edition.id))


def question(desk: Desk, session: Session, delivery: Delivery, now: datetime) -> Message | None:
    """Which were the best of a month?"""
    edition = get_edition(session, delivery.subject_id)
    if edition is None:
        return None
    could_be = editions.could_be_best(Work(session, now, desk.organisation), edition)
    return messages.question(edition, len(could_be), desk.organisation)
