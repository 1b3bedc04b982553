"""I have verified them: the form that says how to check who a journalist is, and what it brings back."""

from typing import Any

from bot.desk import press, reading
from bot.messages import page_press
from bot.messages.ids import Action, Field, View
from bot.rules.deeds import Deed
from handlers import trouble
from handlers.door import Call, Kind, Route
from handlers.enquiry_page import done, open_form, reader_of


def ask(call: Call) -> None:
    """The form, for those who may say so."""
    open_form(
        call,
        lambda: page_press.verify_view(
            reading.brief_to_work_on(call.desk, int(call.value), Deed.VERIFY_JOURNALIST, person=call.person)
        ),
    )


def verified(call: Call) -> None:
    """They have rung back."""
    press.verify(call.desk, int(call.metadata), call.typed(Field.NEWSROOM), person=call.person)
    done(call, int(call.metadata))


def ask_past(call: Call) -> None:
    """All they asked: what this journalist asked before, as far as this person may know of it."""
    open_form(call, lambda: _past(call, int(call.value), 0))


def turn(call: Call) -> None:
    """Back, or More: another page of it, in its place."""
    about, start, shown = int(call.metadata), int(call.value), str(call.view["id"])
    call.ack()
    call.later(lambda: call.update(shown, _past(call, about, start)), trouble.say_afterwards(call))


def _past(call: Call, enquiry_id: int, start: int) -> dict[str, Any]:
    brief = reading.open_enquiry(call.desk, enquiry_id, person=call.person)
    found = press.earlier(call.desk, brief.enquiry, start, person=call.person)
    return page_press.past_view(brief, found, start, reader_of(call))


ROUTES = [
    Route(Kind.ACTION, Action.JOURNALIST_PAST, ask_past),
    Route(Kind.ACTION, Action.JOURNALIST_PAST_BACK, turn),
    Route(Kind.ACTION, Action.JOURNALIST_PAST_MORE, turn),
    Route(Kind.ACTION, Action.JOURNALIST_VERIFY, ask),
    Route(Kind.SUBMISSION, View.JOURNALIST_VERIFIED, verified),
]
