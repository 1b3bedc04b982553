"""The page of an enquiry: opened from a button, brought up to date under the forms that were opened from it."""

from collections.abc import Callable
from typing import Any

from bot.desk import reading
from bot.messages import enquiry_page
from bot.messages.enquiry_page import Reader
from bot.messages.ids import Action
from handlers import trouble
from handlers.door import Call, Kind, Route


def read(call: Call) -> None:
    """Open: all of it, for those allowed; written in the audit trail when it is restricted."""
    open_form(call, lambda: page(call, int(call.value)))


def read_from_nudge(call: Call) -> None:
    """Open, pressed in a nudge."""
    open_form(call, lambda: page(call, reading.enquiry_of_nudge(call.desk, int(call.value))))


def open_form(call: Call, make: Callable[[], dict[str, Any]]) -> None:
    """Answer the press, then read, check and open: a refusal is said privately."""
    call.ack()
    call.later(lambda: call.open(make()), trouble.say_afterwards(call))


def page(call: Call, enquiry_id: int) -> dict[str, Any]:
    """The page as this person may see it. Raises Refused."""
    brief = reading.open_enquiry(call.desk, enquiry_id, person=call.person)
    return enquiry_page.view(brief, reader_of(call))


def reader_of(call: Call) -> Reader:
    """Who looks at a page or a form, and when."""
    return Reader(call.person, call.desk.organisation, call.desk.clock.now())


def done(call: Call, enquiry_id: int) -> None:
    """A form or a button has had its effect: the page shows it."""
    draw_underneath(call, lambda: page(call, enquiry_id))


def draw_underneath(call: Call, make: Callable[[], dict[str, Any]]) -> None:
    """Acknowledge, and bring the page up to date that this form or button was opened from, if it was."""
    call.ack()
    under = call.view_underneath
    if under:
        call.later(lambda: call.update(under, make()), trouble.unheard)


ROUTES = [
    Route(Kind.ACTION, Action.ENQUIRY_OPEN, read),
    Route(Kind.ACTION, Action.NUDGE_OPEN, read_from_nudge),
]
