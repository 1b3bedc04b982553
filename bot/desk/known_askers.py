"""Outlets and journalists offered while someone fills in the form, so that nobody who has asked before is typed twice.

Offered is only who is known from an enquiry that is not private and from which the person was not left out; a journalist's
number is for the press office alone.
"""

from bot.desk.work import Desk, Unavailable
from bot.rules.known_asker import Known, KnownAsker, looked_for, read_choice
from bot.rules.reasons import Reason, Refused
from storage.finding import Scope
from storage.organisation import Organisation
from storage.press import Journalist, Outlet, journalist_with, journalists_like, outlet_with, outlets_like

MOST_JOURNALISTS = 15
MOST_OUTLETS = 5


def offered(desk: Desk, typed: str, *, person: str) -> list[KnownAsker]:
    """Who is meant by what was typed so far, the latest first; outlets come last. Two statements.

    A database that does not answer offers nobody: what is asked can always be typed.
    """
    words, scope = looked_for(typed), _scope(person)
    if not words:
        return []
    try:
        with desk.database.read() as session:
            journalists = journalists_like(session, scope, words, MOST_JOURNALISTS)
            outlets = outlets_like(session, scope, words, MOST_OUTLETS)
    except Unavailable:
        return []
    told = desk.organisation
    return [*(_journalist(*one, told, person) for one in journalists), *(_outlet(one) for one in outlets)]


def chosen(desk: Desk, choice: str, *, person: str) -> KnownAsker:
    """Who was chosen. Raises Refused where the person may not know of them, or they are forgotten."""
    kind, number = read_choice(choice) or (None, 0)
    with desk.database.read() as session:
        if kind is Known.JOURNALIST:
            found = journalist_with(session, _scope(person), number)
            if found is not None:
                return _journalist(*found, desk.organisation, person)
        if kind is Known.OUTLET:
            outlet = outlet_with(session, _scope(person), number)
            if outlet is not None:
                return _outlet(outlet)
    raise Refused(Reason.NOT_FOUND)


def _scope(person: str) -> Scope:
    return Scope(person, everything=True, private=False)


def _journalist(journalist: Journalist, outlet: Outlet, organisation: Organisation, person: str) -> KnownAsker:
    number = journalist.contact if organisation.is_press_office(person) else ""
    has_number = bool(journalist.contact)
    return KnownAsker(Known.JOURNALIST, journalist.id, outlet.name, journalist.name, number, has_number)


def _outlet(outlet: Outlet) -> KnownAsker:
    return KnownAsker(Known.OUTLET, outlet.id, outlet.name)
