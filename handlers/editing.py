"""Changing an enquiry: the form, and the same form again when somebody else changed something meanwhile."""

from typing import Any

from bot.desk import editing, reading
from bot.messages import edit_form
from bot.messages.ids import Action, Field, View
from bot.rules.deeds import Deed
from bot.rules.edit_form import FIELDS, EditForm
from bot.rules.reasons import FormRefused, Reason
from handlers.door import Call, Kind, Route
from handlers.enquiry_page import done, open_form, reader_of


def ask_edit(call: Call) -> None:
    """Change details: the form."""
    open_form(call, lambda: _edit_form(call))


def _edit_form(call: Call) -> dict[str, Any]:
    brief = reading.brief_to_work_on(call.desk, int(call.value), Deed.EDIT, person=call.person)
    return edit_form.edit_view(brief, reader_of(call))


def edited(call: Call) -> None:
    """The form came back. Somebody else changed something first: it stays, shows what, and keeps what was typed."""
    about, _, marks = call.metadata.partition(":")
    form = _typed(call, marks)
    try:
        editing.edit(call.desk, int(about), form, person=call.person)
    except FormRefused as refused:
        if all(problem.reason != Reason.CHANGED_MEANWHILE for problem in refused.problems.values()):
            raise
        brief = reading.brief_to_work_on(call.desk, int(about), Deed.EDIT, person=call.person)
        call.ack(response_action="update", view=edit_form.changed_view(brief, reader_of(call), form, _ids(call)))
    else:
        done(call, int(about))


def _typed(call: Call, marks: str) -> EditForm:
    opened = dict(mark.split("=", 1) for mark in marks.split(",") if "=" in mark)
    typed = {name: call.typed(name) for name in FIELDS if name in opened}
    if "embargo_until" in typed:
        chosen = call.moment(Field.EMBARGO_UNTIL)
        typed["embargo_until"] = str(chosen) if chosen else ""
    return EditForm(typed=typed, opened=opened, because=call.typed(Field.EDIT_BECAUSE))


def _ids(call: Call) -> dict[str, str]:
    """Under which id each field of the open form stands."""
    inputs = [block for block in call.view.get("blocks", []) if block.get("type") == "input"]
    return {str(block["block_id"]): str(block["element"]["action_id"]) for block in inputs}


ROUTES = [
    Route(Kind.ACTION, Action.ENQUIRY_EDIT, ask_edit),
    Route(Kind.SUBMISSION, View.EDIT, edited),
]
