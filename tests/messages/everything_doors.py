"""Every answer and offer to those who come in by their own words, around one foreign text."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from bot.messages import doors, story_form
from bot.messages.message import Message
from bot.rules.intake import Reading
from bot.rules.intake_table import Reads, Sign
from bot.rules.typed_words import TypedEnquiry
from bot.rules.understanding import Understood
from storage.organisation import Organisation
from tests.messages.samples import SOCIAL_WORKER

KEPT = "0123abcd C0INTAKE 1772619120.000100"


def messages(words: str, told: Organisation) -> Iterator[tuple[str, Message]]:
    """The answers and the offers."""
    typed = TypedEnquiry(outlet=words, journalist=words, deadline_words=words, question=words)
    for left_out in (False, True):
        understood = Understood(typed, words, left_out=left_out)
        for say_back in (False, True):
            heard = Reading(Reads.ENQUIRY, (Sign.OUTLET,), words)
            yield (
                f"heard an enquiry, said back: {say_back}, left out: {left_out}",
                doors.answer(heard, understood, KEPT, told, say_back=say_back),
            )
        story = doors.answer(Reading(Reads.STORY, (Sign.PRIDE,)), understood, KEPT, told, say_back=True)
        yield f"heard a story, left out: {left_out}", story
    yield "heard neither", doors.answer(Reading(Reads.NEITHER), Understood(typed), KEPT, told, say_back=True)
    asks = replace(typed, question=f"{words} ME-0042, me-43")
    yield "asked about enquiries", doors.answer(Reading(Reads.NEITHER), Understood(asks), KEPT, told, say_back=True)
    for sign in Sign:
        enquiry = Reading(Reads.ENQUIRY, (Sign.OUTLET, Sign.DEADLINE, sign), words)
        yield f"offer because of {sign}", doors.offer(enquiry, KEPT, name_outlet=sign == Sign.OUTLET)
    yield "offer of a story", doors.offer(Reading(Reads.STORY, (Sign.AWARD, Sign.PEOPLE)), KEPT, name_outlet=True)
    for reads in (Reads.ENQUIRY, Reads.STORY):
        yield f"never again: {reads}", doors.not_again(reads)
    for on in (False, True):
        yield f"offers switched, on: {on}", doors.offers_switched(on=on)


def views(words: str, told: Organisation) -> Iterator[tuple[str, dict[str, Any]]]:
    """The form that opens with a message."""
    yield (
        "story form from a message",
        story_form.drawn(told, SOCIAL_WORKER, replace(story_form.EMPTY, what_happened=words)),
    )
