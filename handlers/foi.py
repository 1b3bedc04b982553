"""Treat as FOI: the form, and what it brought."""

from typing import Any

from bot.desk import foi, reading
from bot.messages import foi_form
from bot.messages.foi_form import NOT_ONE
from bot.messages.ids import Action, Field, View
from bot.rules.deeds import Deed
from bot.rules.foi import FoiForm
from handlers.door import Call, Kind, Route
from handlers.enquiry_page import done, open_form


def ask(call: Call) -> None:
    """Treat as FOI: the form."""
    open_form(call, lambda: _form(call))


def _form(call: Call) -> dict[str, Any]:
    brief = reading.brief_to_work_on(call.desk, int(call.value), Deed.TREAT_AS_FOI, person=call.person)
    return foi_form.view(brief.enquiry, call.desk.organisation, call.desk.clock.now())


def submitted(call: Call) -> None:
    """Its facts came back, or that it is none after all."""
    enquiry_id, because = int(call.metadata), call.typed(Field.FOI_NOT_BECAUSE)
    if NOT_ONE in call.ticked(Field.FOI_NOT):
        foi.not_foi(call.desk, enquiry_id, because, form_id=str(call.view["id"]), person=call.person)
    else:
        form = FoiForm(
            received=call.typed(Field.FOI_RECEIVED),
            handed_to=call.typed(Field.FOI_HANDED_TO),
            reference=call.typed(Field.FOI_REFERENCE),
            because=because,
        )
        foi.treat_as_foi(call.desk, enquiry_id, form, person=call.person)
    done(call, enquiry_id)


ROUTES = [
    Route(Kind.ACTION, Action.FOI, ask),
    Route(Kind.SUBMISSION, View.FOI, submitted),
]
