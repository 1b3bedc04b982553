"""An enquiry in App Home and in lists: its reference with the button that opens it, and how it stands."""

from bot.messages.enquiry_facts import outcome_words
from bot.messages.ids import Action
from bot.messages.parts import Block, button, quoted
from bot.messages.people import name
from bot.messages.wording import enquiries, house
from storage.enquiry import Enquiry
from storage.kinds import Status
from storage.organisation import Organisation


def named(enquiry: Enquiry) -> Block:
    """An enquiry with the button that opens it; of a restricted one the reference alone."""
    opening = button(Action.ENQUIRY_OPEN, house.OPEN, enquiry.id, enquiry.reference)
    words = enquiry.reference if enquiry.restricted else f"{enquiry.reference}: {enquiry.outlet}"
    return quoted(words, 300, opening)


def state(enquiry: Enquiry, organisation: Organisation) -> str:
    """How it stands; how it ended where it is not private."""
    said = enquiries.HOME_ASKED[enquiry.status].format(officer=name(organisation, enquiry.officer))
    if enquiry.status == Status.CLOSED and not enquiry.restricted:
        return f"{said}: {outcome_words(enquiry).lower()}"
    return said
