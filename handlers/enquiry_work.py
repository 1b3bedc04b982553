"""The buttons and forms of an enquiry's card: take it, close it, open it, add to it."""

from typing import Any

from bot.desk import enquiries, leading, reading, working
from bot.messages import enquiry_form, responses
from bot.messages.ids import Action, Field, View
from bot.rules.deeds import Deed
from bot.rules.enquiry_form import CloseForm
from handlers.door import Call, Kind, Route
from handlers.enquiry_page import done, open_form


def claim(call: Call) -> None:
    """I'll take it."""
    working.claim(call.desk, int(call.value), person=call.person)
    call.ack()


def claim_from_nudge(call: Call) -> None:
    """I'll take it, pressed in a nudge."""
    working.claim(call.desk, reading.enquiry_of_nudge(call.desk, int(call.value)), person=call.person)
    call.ack()


def unrestrict(call: Call) -> None:
    """A press officer lifts the restriction that came with the service area."""
    enquiries.open_up(call.desk, int(call.value), person=call.person)
    call.ack()


def ask_close(call: Call) -> None:
    """Close: the form that asks how it ended."""
    open_form(call, lambda: _close_form(call))


def _close_form(call: Call) -> dict[str, Any]:
    return responses.close_view(reading.enquiry_to_work_on(call.desk, int(call.value), Deed.CLOSE, person=call.person))


def ask_more(call: Call) -> None:
    """Add more: the longer form."""
    open_form(call, lambda: _more_form(call))


def _more_form(call: Call) -> dict[str, Any]:
    enquiry = reading.enquiry_to_work_on(call.desk, int(call.value), Deed.ADD_MORE, person=call.person)
    return enquiry_form.more_view(enquiry, call.desk.organisation)


def closed(call: Call) -> None:
    """The form of closing came back."""
    form = CloseForm(outcome=call.typed(Field.OUTCOME), note=call.typed(Field.OUTCOME_NOTE))
    working.close(call.desk, int(call.metadata), form, person=call.person)
    done(call, int(call.metadata))


def acknowledge(call: Call) -> None:
    """I have it."""
    leading.acknowledge(call.desk, int(call.value), person=call.person)
    call.ack()


def hand_on(call: Call) -> None:
    """Hand to my deputy."""
    leading.hand_on(call.desk, int(call.value), person=call.person)
    call.ack()


ROUTES = [
    Route(Kind.ACTION, Action.ENQUIRY_CLAIM, claim),
    Route(Kind.ACTION, Action.NUDGE_CLAIM, claim_from_nudge),
    Route(Kind.ACTION, Action.ENQUIRY_UNRESTRICT, unrestrict),
    Route(Kind.ACTION, Action.ENQUIRY_CLOSE, ask_close),
    Route(Kind.ACTION, Action.ENQUIRY_MORE, ask_more),
    Route(Kind.ACTION, Action.NUDGE_ACKNOWLEDGE, acknowledge),
    Route(Kind.ACTION, Action.NUDGE_HAND_ON, hand_on),
    Route(Kind.SUBMISSION, View.CLOSE, closed),
]
