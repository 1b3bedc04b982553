"""Agreements in one place, for one reader: the press office sees every story's, everyone else those of their own."""

from dataclasses import replace

from bot.desk.work import Desk
from bot.rules.agreements import AHEAD, still_needs
from bot.rules.deeds import Deed
from bot.rules.permissions import allowed
from bot.rules.working_time import local
from storage.agreements import Agreements, agreements


def of(desk: Desk, *, person: str) -> Agreements:
    """What is held, what has to come down, what runs out soon, and what is still needed."""
    office = allowed(Deed.SEE_BANK, person, desk.organisation)
    today = local(desk.organisation.calendar, desk.clock.now()).date()
    with desk.database.read() as session:
        found = agreements(session, person, office=office, today=today, until=today + AHEAD)
    return replace(found, unasked=tuple(one for one in found.unasked if still_needs(*one)))
