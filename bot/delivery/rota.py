"""Rendering what is said about the rota, and what someone who is back is told."""

from dataclasses import replace
from datetime import datetime

from sqlalchemy.orm import Session

from bot.desk.absences import what_happened
from bot.desk.away_said import ASK, BACK, NOT_AWAY, Said
from bot.desk.rota_holes import HOLES, to_mend
from bot.desk.rota_offers import LEFT, TAKEN, UNTAKEN, as_turn, declined_by
from bot.desk.work import Desk
from bot.messages import absences, away_said, rota_news
from bot.messages.message import Message
from storage.absence import get_absence, standing_absences
from storage.delivery import Delivery, standing
from storage.organisation import Organisation
from storage.rota import get_swap, get_turn, standing_turns


def fresh(organisation: Organisation, session: Session, now: datetime) -> Organisation:
    """The organisation with the rota and the absences as they are kept now, and not as they were last read."""
    return replace(organisation, rota=standing_turns(session, now), absences=standing_absences(session, now))


def word(desk: Desk, session: Session, delivery: Delivery, now: datetime) -> Message | None:
    """A turn offered or taken, or what the week ahead lacks."""
    what, *number = delivery.detail.split()
    organisation = fresh(desk.organisation, session, now)
    if what == HOLES:
        return rota_news.to_mend(to_mend(session, organisation, now), organisation)
    swap = get_swap(session, int(number[0]))
    row = get_turn(session, swap.turn_id) if swap else None
    if swap is None or row is None:
        return rota_news.GONE if standing(session, delivery.key) else None
    if what == LEFT:
        return rota_news.left(swap, as_turn(row), organisation)
    if what == UNTAKEN:
        return rota_news.untaken(swap, as_turn(row), organisation)
    if what == TAKEN:
        return rota_news.taken(swap, as_turn(row), organisation)
    declined = delivery.lane in declined_by(session, swap)
    return rota_news.asked(swap, as_turn(row), delivery.lane, organisation, declined=declined)


def meanwhile(desk: Desk, session: Session, delivery: Delivery, now: datetime) -> Message | None:
    """What happened while someone was away. It was said once, and stays as it was said."""
    row = get_absence(session, int(delivery.detail))
    if row is None:
        return None
    return absences.summary(row, what_happened(session, row, now), desk.organisation)


def said_away(desk: Desk, delivery: Delivery) -> Message:
    """What was understood of somebody's being away, or back."""
    value = delivery.detail.partition(" ")[2]
    said = Said.read(value)
    if said.state in (BACK, NOT_AWAY):
        return absences.back(was_away=said.state == BACK)
    make = away_said.asked if said.state == ASK else away_said.noted
    return make(said.understood, value, desk.organisation)
