"""How an enquiry stands, in a few words, for lists and App Home."""

from bot.messages.enquiry_facts import outcome_words
from bot.messages.people import name
from bot.messages.wording import enquiries
from storage.enquiry import Enquiry
from storage.kinds import Status
from storage.organisation import Organisation


def state(enquiry: Enquiry, organisation: Organisation) -> str:
    """How it stands; how it ended where it is not private."""
    said = enquiries.HOME_ASKED[enquiry.status].format(officer=name(organisation, enquiry.officer))
    if enquiry.status == Status.CLOSED and not enquiry.restricted:
        return f"{said}: {outcome_words(enquiry).lower()}"
    return said
