"""I have verified them: the form that says how to check who a journalist is, and what it brings back."""

from bot.desk import press, reading
from bot.messages import page_press
from bot.messages.ids import Action, Field, View
from bot.rules.deeds import Deed
from handlers.door import Call, Kind, Route
from handlers.enquiry_page import done, open_form


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


ROUTES = [
    Route(Kind.ACTION, Action.JOURNALIST_VERIFY, ask),
    Route(Kind.SUBMISSION, View.JOURNALIST_VERIFIED, verified),
]
