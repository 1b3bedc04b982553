"""The buttons and forms of sign-off: ask for it, open to approve, ask for a change, hand on, waive, stop."""

from typing import Any

from bot.desk import reading, sign_offs
from bot.messages import sign_off_form
from bot.messages.ids import Action, Field, View
from bot.rules.deeds import Deed
from bot.rules.fact_check import check_statement_to_check
from bot.rules.sign_off import people_to_ask
from bot.rules.sign_off_times import sign_off_due
from bot.rules.statement_form import SignOffForm, check_candour
from handlers.door import Call, Kind, Route
from handlers.enquiry_page import done, open_form, reader_of
from handlers.statements import about_words, by_when, ids


def ask_form(call: Call) -> None:
    """Ask for sign-off: the form."""
    open_form(call, lambda: _ask_form(call))


def _ask_form(call: Call) -> dict[str, Any]:
    brief = reading.brief_to_work_on(call.desk, int(call.value), Deed.ASK_SIGN_OFF, person=call.person)
    statement, reader = check_statement_to_check(brief), reader_of(call)
    due_at = sign_off_due(brief.enquiry, reader.organisation, reader.now)
    people = people_to_ask(brief, reader.organisation)
    return sign_off_form.ask_view(brief, statement, reader, people, due_at)


def asked(call: Call) -> None:
    """Whom to ask came back."""
    enquiry_id, version = about_words(call)
    form = SignOffForm(
        people=call.people(Field.APPROVERS),
        in_order=call.typed(Field.IN_ORDER) == "in_order",
        needs_all=call.typed(Field.NEEDS_ALL) != "any",
        due_at=by_when(call),
        version=version,
    )
    sign_offs.ask(call.desk, enquiry_id, form, person=call.person)
    done(call, enquiry_id)


def open_to_approve(call: Call) -> None:
    """The exact words, and all that belongs to them."""
    open_form(call, lambda: _review_form(call))


def _review_form(call: Call) -> dict[str, Any]:
    one, brief = sign_offs.review(call.desk, int(call.value), Deed.APPROVE, person=call.person)
    return sign_off_form.review_view(one, brief, check_statement_to_check(brief), reader_of(call))


def reviewed(call: Call) -> None:
    """The question of candour came back: a no asks for a change, anything else asks once more before it is a yes."""
    candour = check_candour(call.typed(Field.CANDOUR))
    enquiry_id, sign_off_id, version = ids(call)
    if candour == "no":
        view = sign_off_form.change_view(enquiry_id, sign_off_id, not_plain=True)
    else:
        view = sign_off_form.sure_view(call.metadata, candour, f"ME-{enquiry_id:04d}", str(version))
    call.ack(response_action="push", view=view)


def approved(call: Call) -> None:
    """Yes."""
    _, sign_off_id, _ = ids(call)
    candour = call.metadata.rsplit(":", 1)[-1]
    note = call.typed(Field.APPROVE_NOTE)
    sign_offs.approve(call.desk, sign_off_id, candour=candour, note=note, person=call.person)
    call.ack(response_action="clear")


def change_form(call: Call) -> None:
    """Ask for a change: the form."""
    open_form(call, lambda: _change_form(call))


def _change_form(call: Call) -> dict[str, Any]:
    one, _ = sign_offs.review(call.desk, int(call.value), Deed.ASK_CHANGE, person=call.person)
    return sign_off_form.change_view(one.enquiry_id, one.id)


def change_asked(call: Call) -> None:
    """What should change came back."""
    _, sign_off_id = ids(call)
    sign_offs.ask_change(call.desk, sign_off_id, call.typed(Field.CHANGE_WANTED), person=call.person)
    call.ack(response_action="clear")


def hand_on(call: Call) -> None:
    """Not me: my deputy."""
    enquiry = sign_offs.hand_on(call.desk, int(call.value), person=call.person)
    done(call, enquiry.id)


def waive_form(call: Call) -> None:
    """Legal is not needed: the form."""
    open_form(call, lambda: _waive_form(call))


def _waive_form(call: Call) -> dict[str, Any]:
    one, _ = sign_offs.review(call.desk, int(call.value), Deed.WAIVE, person=call.person)
    return sign_off_form.waive_view(one)


def waived(call: Call) -> None:
    """Why legal is not needed came back."""
    _, sign_off_id = ids(call)
    sign_offs.waive(call.desk, sign_off_id, call.typed(Field.WAIVED_BECAUSE), person=call.person)
    call.ack(response_action="clear")


def stop_form(call: Call) -> None:
    """Stop, the facts have changed: the form."""
    open_form(call, lambda: _stop_form(call))


def _stop_form(call: Call) -> dict[str, Any]:
    return sign_off_form.stop_view(sign_offs.to_stop(call.desk, int(call.value), person=call.person).id)


def stopped(call: Call) -> None:
    """What has changed came back."""
    sign_offs.stop(call.desk, int(call.metadata), call.typed(Field.STOPPED_BECAUSE), person=call.person)
    call.ack(response_action="clear")


ROUTES = [
    Route(Kind.ACTION, Action.SIGN_OFF_ASK, ask_form),
    Route(Kind.ACTION, Action.SIGN_OFF_OPEN, open_to_approve),
    Route(Kind.ACTION, Action.SIGN_OFF_CHANGE, change_form),
    Route(Kind.ACTION, Action.SIGN_OFF_HAND_ON, hand_on),
    Route(Kind.ACTION, Action.SIGN_OFF_WAIVE, waive_form),
    Route(Kind.ACTION, Action.SIGN_OFF_STOP, stop_form),
    Route(Kind.SUBMISSION, View.SIGN_OFF, asked),
    Route(Kind.SUBMISSION, View.APPROVE, reviewed),
    Route(Kind.SUBMISSION, View.APPROVE_SURE, approved),
    Route(Kind.SUBMISSION, View.ASK_CHANGE, change_asked),
    Route(Kind.SUBMISSION, View.WAIVE, waived),
    Route(Kind.SUBMISSION, View.STOP, stopped),
]
