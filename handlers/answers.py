"""Answering a nudge: the buttons and the menu of a nudge, their forms, and the call that somebody asked for."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from bot.desk import answers, calls, leading, putting_off, written_answers, written_deeds
from bot.messages import nudge_answers, why
from bot.messages.ids import Action, Field, View
from bot.messages.message import Message
from bot.messages.parts import section
from bot.rules.answer_forms import CallForm, HandForm
from bot.rules.nudge_answers import Answer
from bot.rules.snoozing import asked_until
from handlers import enquiry_work, trouble
from handlers.door import Call, Kind, Route
from handlers.enquiry_page import done, open_form

HALF_AN_HOUR = timedelta(minutes=30)


def still(call: Call) -> None:
    """Still on it."""
    answers.still_on_it(call.desk, int(call.value), person=call.person)
    call.ack()


def acknowledge(call: Call) -> None:
    """I have it."""
    leading.acknowledge(call.desk, int(call.value), person=call.person)
    call.ack()


def hand_on(call: Call) -> None:
    """Hand to my deputy."""
    leading.hand_on(call.desk, int(call.value), person=call.person)
    call.ack()


def more(call: Call) -> None:
    """Something out of the menu: the answer and the nudge's id."""
    answer, nudge_id = call.chosen.split()
    MENU[Answer(answer)](call, int(nudge_id))


def _half_an_hour(call: Call, nudge_id: int) -> None:
    putting_off.snooze(call.desk, nudge_id, call.desk.clock.now() + HALF_AN_HOUR, person=call.person)
    call.ack()


def unsnooze(call: Call) -> None:
    """Don't wait, in the nudge or in what was said back."""
    putting_off.unsnooze(call.desk, int(call.value), person=call.person)
    call.ack()


def _ask_until(call: Call, nudge_id: int) -> None:
    open_form(call, lambda: _snooze_form(call, nudge_id))


def _snooze_form(call: Call, nudge_id: int) -> dict[str, Any]:
    nudge, about = answers.open_nudge(call.desk, nudge_id, person=call.person)
    return nudge_answers.snooze_view(nudge, about, call.desk.organisation, call.desk.clock.now())


def snoozed(call: Call) -> None:
    """Until when came back."""
    now, organisation = call.desk.clock.now(), call.desk.organisation
    until = asked_until(call.typed(Field.SNOOZE_FOR), call.typed(Field.SNOOZE_UNTIL), now, organisation)
    putting_off.snooze(call.desk, int(call.metadata), until, person=call.person)
    call.ack()


def ask_number(call: Call) -> None:
    """Call me: the form."""
    open_form(call, lambda: _call_form(call, int(call.value)))


def _call_form(call: Call, nudge_id: int) -> dict[str, Any]:
    nudge, enquiry = answers.open_enquiry_nudge(call.desk, nudge_id, person=call.person)
    return nudge_answers.call_view(nudge, enquiry, call.desk.organisation)


def call_asked(call: Call) -> None:
    """The number and when came back."""
    form = CallForm(number=call.typed(Field.CALL_NUMBER), when=call.typed(Field.CALL_WHEN))
    calls.ask_for_call(call.desk, int(call.metadata), form, person=call.person)
    call.ack()


def call_made(call: Call) -> None:
    """I have rung."""
    made = calls.call_made(call.desk, int(call.value), person=call.person)
    done(call, made.enquiry_id)


def _ask_whom(call: Call, nudge_id: int) -> None:
    asked = answers.open_enquiry_nudge
    open_form(call, lambda: nudge_answers.hand_view(*asked(call.desk, nudge_id, person=call.person)))


def handed(call: Call) -> None:
    """To whom came back."""
    form = HandForm(to=call.typed(Field.HAND_PERSON), note=call.typed(Field.HAND_NOTE))
    answers.hand_to(call.desk, int(call.metadata), form, person=call.person)
    call.ack()


def _assign(call: Call, nudge_id: int) -> None:
    """A press officer gives it to another: the form that does so from the card."""
    open_form(call, lambda: _assign_form(call, nudge_id))


def _assign_form(call: Call, nudge_id: int) -> dict[str, Any]:
    _, enquiry = answers.open_enquiry_nudge(call.desk, nudge_id, person=call.person)
    return enquiry_work.assign_form_of(call, enquiry.id)


def _ask_whose(call: Call, nudge_id: int) -> None:
    if written_deeds.turned_down(call.desk, nudge_id, person=call.person):
        call.ack()
        return
    asked = answers.open_enquiry_nudge
    open_form(call, lambda: nudge_answers.not_mine_view(*asked(call.desk, nudge_id, person=call.person)))


def not_mine(call: Call) -> None:
    """Whose it is came back, or that they do not know."""
    answers.not_mine(call.desk, int(call.metadata), call.typed(Field.WHOSE), person=call.person)
    call.ack()


def _why(call: Call, nudge_id: int) -> None:
    """Why am I getting this? Only whoever asks sees the answer."""
    nudge, about = answers.read_nudge(call.desk, nudge_id, person=call.person)
    said = " ".join(why.reasons(nudge, about, call.desk.organisation))
    call.ack()
    call.later(lambda: call.say_privately(Message(said, [section(said)])), trouble.unheard)


def which(call: Call) -> None:
    """Of several nudges, the one that was meant by what somebody wrote."""
    nudge_id, words_id = call.value.split()
    written_answers.meant(call.desk, int(nudge_id), words_id, person=call.person)
    call.ack()


MENU: dict[Answer, Callable[[Call, int], None]] = {
    Answer.SOMEONE: _ask_whom,
    Answer.ASSIGN: _assign,
    Answer.HALF_AN_HOUR: _half_an_hour,
    Answer.SNOOZE: _ask_until,
    Answer.NOT_MINE: _ask_whose,
    Answer.WHY: _why,
}

ROUTES = [
    Route(Kind.ACTION, Action.NUDGE_ACKNOWLEDGE, acknowledge),
    Route(Kind.ACTION, Action.NUDGE_HAND_ON, hand_on),
    Route(Kind.ACTION, Action.NUDGE_STILL, still),
    Route(Kind.ACTION, Action.NUDGE_MORE, more),
    Route(Kind.ACTION, Action.NUDGE_UNSNOOZE, unsnooze),
    Route(Kind.SUBMISSION, View.SNOOZE, snoozed),
    Route(Kind.ACTION, Action.NUDGE_CALL, ask_number),
    Route(Kind.SUBMISSION, View.CALL_ME, call_asked),
    Route(Kind.ACTION, Action.CALL_MADE, call_made),
    Route(Kind.SUBMISSION, View.HAND_TO, handed),
    Route(Kind.SUBMISSION, View.NOT_MINE, not_mine),
    Route(Kind.ACTION, Action.ANSWER_WHICH, which),
]
