"""Things to do beside the answer: done, not needed, or for someone else. Pressed in a nudge or on the enquiry's page."""

from typing import Any

from bot.desk import tasks
from bot.messages import task_forms
from bot.messages.ids import Action, Field, View
from bot.rules.deeds import Deed
from bot.rules.tasks import NotNeededForm
from handlers.door import Call, Kind, Route
from handlers.enquiry_page import done, open_form


def read(call: Call) -> None:
    """Read: what it is and for whom."""
    open_form(call, lambda: _reading_page(call))


def _reading_page(call: Call) -> dict[str, Any]:
    task, enquiry = tasks.to_settle(call.desk, int(call.value), Deed.FINISH_TASK, person=call.person)
    return task_forms.read_view(task, enquiry, call.desk.organisation)


def finished(call: Call) -> None:
    """Done."""
    enquiry = tasks.finish(call.desk, int(call.value), person=call.person)
    done(call, enquiry.id)


def ask_not_needed(call: Call) -> None:
    """Not needed: the form that asks why."""
    open_form(call, lambda: _drop_form(call))


def _drop_form(call: Call) -> dict[str, Any]:
    task, enquiry = tasks.to_settle(call.desk, int(call.value), Deed.DROP_TASK, person=call.person)
    return task_forms.drop_view(task, enquiry, call.desk.organisation)


def not_needed(call: Call) -> None:
    """The reason came back."""
    form = NotNeededForm(because=call.typed(Field.TASK_NOTE))
    enquiry = tasks.drop(call.desk, int(call.metadata), form, person=call.person)
    done(call, enquiry.id)


def ask_other(call: Call) -> None:
    """Ask someone else: the form that asks whom."""
    open_form(call, lambda: _hand_form(call))


def _hand_form(call: Call) -> dict[str, Any]:
    task, enquiry = tasks.to_settle(call.desk, int(call.value), Deed.HAND_TASK, person=call.person)
    return task_forms.hand_view(task, enquiry, call.desk.organisation)


def handed_on(call: Call) -> None:
    """Who does it instead came back."""
    enquiry = tasks.hand_on(call.desk, int(call.metadata), call.typed(Field.TASK_OWNER), person=call.person)
    done(call, enquiry.id)


ROUTES = [
    Route(Kind.ACTION, Action.TASK_READ, read),
    Route(Kind.ACTION, Action.TASK_DONE, finished),
    Route(Kind.ACTION, Action.TASK_DROP, ask_not_needed),
    Route(Kind.SUBMISSION, View.TASK_DROP, not_needed),
    Route(Kind.ACTION, Action.TASK_HAND, ask_other),
    Route(Kind.SUBMISSION, View.TASK_HAND, handed_on),
]
