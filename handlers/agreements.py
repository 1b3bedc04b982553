"""Who has agreed, over all that someone may read: from App Home, and after the command."""

from typing import Any

from bot.desk import agreements
from bot.messages import agreements_page
from bot.messages.ids import Action
from bot.rules.deeds import Deed
from bot.rules.permissions import allowed
from handlers.door import Call, Kind, Route
from handlers.enquiry_page import open_form


def see(call: Call) -> None:
    """Who has agreed."""
    open_form(call, lambda: view(call))


def view(call: Call) -> dict[str, Any]:
    """The page as it is now."""
    office = allowed(Deed.SEE_BANK, call.person, call.desk.organisation)
    found = agreements.of(call.desk, person=call.person)
    return agreements_page.view(found, call.desk.organisation, office=office)


ROUTES = [Route(Kind.ACTION, Action.SEE_AGREEMENTS, see)]
