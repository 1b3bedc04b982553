"""The form that makes a question a freedom of information request."""

from datetime import datetime
from typing import Any

from bot.messages.ids import Field, View
from bot.messages.parts import asked, day, modal, section, writing
from bot.messages.wording import freedom as words
from bot.rules.foi import received_today
from storage.enquiry import Enquiry
from storage.organisation import Organisation


def view(enquiry: Enquiry, organisation: Organisation, now: datetime) -> dict[str, Any]:
    """Its facts, to give or to put right."""
    received = enquiry.foi_received_on or received_today(organisation.calendar, now)
    to = writing(initial=enquiry.foi_handed_to or organisation.foi_team)
    reference = writing(initial=enquiry.foi_reference)
    blocks = [
        section(words.INTRO),
        asked(Field.FOI_RECEIVED, words.RECEIVED, day(received), hint=words.RECEIVED_HINT),
        asked(Field.FOI_HANDED_TO, words.HANDED_TO, to, hint=words.HANDED_TO_HINT),
        asked(Field.FOI_REFERENCE, words.REFERENCE, reference, hint=words.REFERENCE_HINT, optional=True),
    ]
    title = words.TITLE.format(reference=enquiry.reference)
    return modal(View.FOI, title, blocks, submit=words.SAVE, close=words.CANCEL, metadata=str(enquiry.id))
