"""The form that makes a question a freedom of information request."""

from datetime import datetime
from typing import Any

from bot.messages.ids import Field, View
from bot.messages.mrkdwn import cut
from bot.messages.parts import Block, asked, boxes, choice, day, modal, section, writing
from bot.messages.wording import freedom as words
from bot.rules.foi import received_today
from storage.enquiry import Enquiry
from storage.organisation import Organisation

NOT_ONE = "not_one"
MOST_TO = 80  # of whoever it was handed to: a hint is short


def view(enquiry: Enquiry, organisation: Organisation, now: datetime) -> dict[str, Any]:
    """Its facts, to give or to put right; once it is one, that it is none after all."""
    received = enquiry.foi_received_on or received_today(organisation.calendar, now)
    to = writing(initial=enquiry.foi_handed_to or organisation.foi_team)
    reference = writing(initial=enquiry.foi_reference)
    blocks = [
        section(words.INTRO),
        asked(Field.FOI_RECEIVED, words.RECEIVED, day(received), hint=words.RECEIVED_HINT),
        asked(Field.FOI_HANDED_TO, words.HANDED_TO, to, hint=words.HANDED_TO_HINT),
        asked(Field.FOI_REFERENCE, words.REFERENCE, reference, hint=words.REFERENCE_HINT, optional=True),
        *(_after_all(enquiry) if enquiry.foi_received_on else []),
    ]
    title = words.TITLE.format(reference=enquiry.reference)
    return modal(View.FOI, title, blocks, submit=words.SAVE, close=words.CANCEL, metadata=str(enquiry.id))


def _after_all(enquiry: Enquiry) -> list[Block]:
    hint = (
        words.NOT_ONE_HANDED.format(to=cut(enquiry.foi_handed_to, MOST_TO))
        if enquiry.foi_handed_at
        else words.NOT_ONE_HINT
    )
    box = boxes([choice(words.NOT_ONE_BOX, NOT_ONE)])
    return [
        asked(Field.FOI_NOT, words.NOT_ONE, box, hint=hint, optional=True),
        asked(Field.FOI_NOT_BECAUSE, words.WHY_NOT, writing(lines=True), hint=words.WHY_NOT_HINT, optional=True),
    ]
