"""What is said about an answer beside the first news of it: that it was corrected, and what those hear who may be named in it."""

from datetime import datetime

from bot.messages.ids import Action
from bot.messages.message import Message
from bot.messages.mrkdwn import inline
from bot.messages.parts import Block, actions, button, context, pages, section
from bot.messages.people import duty, name
from bot.messages.wording import enquiries
from bot.messages.wording import responses as words
from bot.rules.involved import around
from bot.rules.sensitivity import may_read
from storage.enquiry import Enquiry
from storage.organisation import Organisation

MOST_SHOWN = 5_800
MOST_SAID = 2_000

NAMED = {
    "named_responded": (words.NAMED_RESPONDED, words.NAMED_PRIVATE),
    "named_corrected": (words.NAMED_CORRECTED, words.NAMED_CORRECTED_PRIVATE),
}
"""What someone who may be named hears: with the words, and of a private enquiry without them."""


def corrected(enquiry: Enquiry, _organisation: Organisation, _now: datetime) -> Message:
    """To the person who raised it: these are the right words."""
    if enquiry.restricted:
        said = words.NEWS_CORRECTED_PRIVATE.format(reference=enquiry.reference)
        return Message(said, [section(said), *actions([_opening(enquiry)])])
    said = words.NEWS_CORRECTED.format(reference=enquiry.reference)
    return Message(f"{said} {inline(enquiry.response, MOST_SAID)}", [section(said), *_answer(enquiry)])


def named(what: str, person: str, enquiry: Enquiry, organisation: Organisation) -> Message:
    """To someone who may be named. Of a private enquiry the words are read to them: only those who may read it can open it."""
    open_words, private_words = NAMED[what]
    facts = {
        "who": name(organisation, enquiry.responded_by),
        "reference": enquiry.reference,
        "duty": duty(organisation),
    }
    care = words.NAMED_CARE.format(**facts)
    if enquiry.restricted:
        said = private_words.format(**facts)
        opening = actions([_opening(enquiry)]) if may_read(person, enquiry, organisation) else []
        return Message(f"{said} {care}", [section(said), context(care), *opening])
    said = open_words.format(**facts)
    spoken = f"{said} {inline(enquiry.response, MOST_SAID)} {care}"
    return Message(spoken, [section(said), *_answer(enquiry), context(care)])


TWICE = {
    "responded": (words.TWICE_RESPONDED, words.TWICE_PRIVATE),
    "corrected": (words.TWICE_CORRECTED, words.TWICE_CORRECTED_PRIVATE),
}


def asked_twice(what: str, asked: Enquiry, enquiry: Enquiry, organisation: Organisation) -> Message:
    """To whoever raised an enquiry that was closed for this one: what was said. No words where either of the two is private."""
    if what == "ended":
        return _ended_there(asked, enquiry, organisation)
    open_words, private_words = TWICE[what]
    facts = {
        "asked": asked.reference,
        "reference": enquiry.reference,
        "who": name(organisation, enquiry.responded_by),
    }
    if not (enquiry.restricted or asked.restricted):
        said = open_words.format(**facts)
        return Message(f"{said} {inline(enquiry.response, MOST_SAID)}", [section(said), *_answer(enquiry)])
    opened = _where_it_is_read(asked, enquiry, organisation)
    ring = words.TWICE_HOW_RING.format(duty=duty(around(organisation, enquiry)))
    said = private_words.format(**facts, how=words.TWICE_HOW_OPEN if opened else ring)
    return Message(said, [section(said), *(actions([_opening(opened)]) if opened else [])])


def _ended_there(asked: Enquiry, enquiry: Enquiry, organisation: Organisation) -> Message:
    """It was closed without an answer: nobody is left waiting for one. No word of either."""
    ring = duty(around(organisation, enquiry))
    said = words.TWICE_ENDED.format(asked=asked.reference, reference=enquiry.reference, duty=ring)
    return Message(said, [section(said)])


def _where_it_is_read(asked: Enquiry, enquiry: Enquiry, organisation: Organisation) -> Enquiry | None:
    """An open answer stands on the page of the one they raised; a private one only on its own, for those who may read it."""
    if not enquiry.restricted:
        return asked if asked.duplicate_of == enquiry.id else None
    return enquiry if may_read(asked.raised_by, enquiry, organisation) else None


def _answer(enquiry: Enquiry) -> list[Block]:
    cut_here = [context(words.CUT_HERE)] if len(enquiry.response) > MOST_SHOWN else []
    return [*pages(enquiry.response), *cut_here]


def _opening(enquiry: Enquiry) -> dict[str, object]:
    return button(Action.ENQUIRY_OPEN, enquiries.OPEN, enquiry.id, enquiry.reference)
