"""The buttons and forms of working an enquiry: take it, give it to someone, add to it, close it, take it back, open it again."""

from typing import Any

from bot.desk import enquiries, notes, reading, working
from bot.messages import assign_form, enquiry_form, responses, work_forms
from bot.messages.ids import Action, Field, View
from bot.rules.deeds import Deed
from bot.rules.enquiry_form import CloseForm
from bot.rules.reasons import FormRefused, Reason
from bot.rules.working_forms import AssignForm, ReopenForm
from handlers.door import Call, Kind, Route
from handlers.enquiry_page import done, open_form, reader_of


def claim(call: Call) -> None:
    """I'll take it."""
    working.claim(call.desk, int(call.value), person=call.person)
    done(call, int(call.value))


def claim_from_nudge(call: Call) -> None:
    """I'll take it, pressed in a nudge."""
    working.claim(call.desk, reading.enquiry_of_nudge(call.desk, int(call.value)), person=call.person)
    call.ack()


def unrestrict(call: Call) -> None:
    """A press officer lifts the restriction that came with the service area."""
    enquiries.open_up(call.desk, int(call.value), person=call.person)
    done(call, int(call.value))


def make_private(call: Call) -> None:
    """Make private: a press, asked once more by Slack."""
    enquiries.make_private(call.desk, int(call.value), person=call.person)
    done(call, int(call.value))


def ask_assign(call: Call) -> None:
    """Give it to someone, or hand it over: the form."""
    open_form(call, lambda: assign_form_of(call, int(call.value)))


def assign_form_of(call: Call, enquiry_id: int, typed: AssignForm | None = None) -> dict[str, Any]:
    """The form, for those who may give it away. Raises Refused."""
    enquiry = reading.enquiry_to_work_on(call.desk, enquiry_id, Deed.ASSIGN, person=call.person)
    return assign_form.assign_view(enquiry, reader_of(call), typed)


def assigned(call: Call) -> None:
    """To whom came back. Somebody else has taken it meanwhile: the form stays, says so, and keeps the note."""
    about, _, before = call.metadata.partition(":")
    form = AssignForm(officer=call.typed(Field.OFFICER), note=call.typed(Field.HAND_NOTE), before=before)
    try:
        working.assign(call.desk, int(about), form, person=call.person)
    except FormRefused as refused:
        if all(problem.reason != Reason.OFFICER_CHANGED for problem in refused.problems.values()):
            raise
        call.ack(response_action="update", view=assign_form_of(call, int(about), form))
    else:
        done(call, int(about))


def ask_note(call: Call) -> None:
    """Add a note: the form."""
    open_form(call, lambda: work_forms.note_view(notes.may_write(call.desk, int(call.value), person=call.person)))


def noted(call: Call) -> None:
    """The note came back."""
    words = call.typed(Field.NOTE_WORDS)
    notes.write_note(call.desk, int(call.metadata), words, form_id=str(call.view["id"]), person=call.person)
    done(call, int(call.metadata))


def ask_reopen(call: Call) -> None:
    """Open it again: the form that asks why."""
    open_form(call, lambda: _reopen_form(call))


def _reopen_form(call: Call) -> dict[str, Any]:
    enquiry = reading.enquiry_to_work_on(call.desk, int(call.value), Deed.REOPEN, person=call.person)
    return work_forms.reopen_view(enquiry, reader_of(call))


def reopened(call: Call) -> None:
    """Why came back."""
    form = ReopenForm(because=call.typed(Field.REOPENED_BECAUSE), deadline_words=call.typed(Field.DEADLINE))
    working.reopen(call.desk, int(call.metadata), form, form_id=str(call.view["id"]), person=call.person)
    done(call, int(call.metadata))


def ask_withdraw(call: Call) -> None:
    """Take it back: the form that asks why, for the person who raised it."""
    open_form(call, lambda: _withdraw_form(call))


def _withdraw_form(call: Call) -> dict[str, Any]:
    enquiry = reading.enquiry_to_work_on(call.desk, int(call.value), Deed.WITHDRAW, person=call.person)
    return work_forms.withdraw_view(enquiry)


def withdrawn(call: Call) -> None:
    """Why came back."""
    working.withdraw(call.desk, int(call.metadata), call.typed(Field.WITHDRAWN_BECAUSE), person=call.person)
    done(call, int(call.metadata))


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


ROUTES = [
    Route(Kind.ACTION, Action.ENQUIRY_CLAIM, claim),
    Route(Kind.ACTION, Action.NUDGE_CLAIM, claim_from_nudge),
    Route(Kind.ACTION, Action.ENQUIRY_UNRESTRICT, unrestrict),
    Route(Kind.ACTION, Action.ENQUIRY_RESTRICT, make_private),
    Route(Kind.ACTION, Action.ENQUIRY_ASSIGN, ask_assign),
    Route(Kind.SUBMISSION, View.ASSIGN, assigned),
    Route(Kind.ACTION, Action.ENQUIRY_NOTE, ask_note),
    Route(Kind.SUBMISSION, View.NOTE, noted),
    Route(Kind.ACTION, Action.ENQUIRY_REOPEN, ask_reopen),
    Route(Kind.SUBMISSION, View.REOPEN, reopened),
    Route(Kind.ACTION, Action.ENQUIRY_WITHDRAW, ask_withdraw),
    Route(Kind.SUBMISSION, View.WITHDRAW, withdrawn),
    Route(Kind.ACTION, Action.ENQUIRY_CLOSE, ask_close),
    Route(Kind.ACTION, Action.ENQUIRY_MORE, ask_more),
    Route(Kind.SUBMISSION, View.CLOSE, closed),
]
