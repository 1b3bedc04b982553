"""Being away: said in words or by a button, confirmed in a form; what one holds is handed over with one press each; back again."""

from dataclasses import replace
from typing import Any

from bot.desk import absences, away_said
from bot.desk.absences import Away, What
from bot.desk.away_said import Said
from bot.messages import absences as messages
from bot.messages.ids import Action, Field, View
from bot.rules.absence_words import Heard, heard
from bot.rules.absences import AwayForm
from handlers import trouble
from handlers.door import Call, Kind, Route
from handlers.enquiry_page import open_form

AWAY = ("away", "i'm away", "i am away", "im away", "i'll be away", "on leave")
BACK = frozenset({"back", "i'm back", "i am back", "im back", "here", "i'm here"})


def asked_by_word(call: Call) -> bool:
    """Whether the words after the command say that someone is away, or back."""
    words = call.words.casefold().replace("\u2019", "'").rstrip(".!")
    if words in BACK:
        call.answer(messages.back(was_away=absences.back(call.desk, person=call.person)))
    elif words.startswith(AWAY):
        understood = heard(call.words, call.desk.organisation, call.person, call.desk.clock.now())
        open_form(call, lambda: messages.form(understood))
    else:
        return False
    return True


def asked(call: Call) -> None:
    """I'm away, in App Home; or Change it, under what was understood."""
    understood = Heard() if call.value == "new" else Said.read(call.value).understood
    carried = "" if call.value == "new" else call.value
    open_form(call, lambda: messages.form(understood, carried))


def confirmed(call: Call) -> None:
    """Yes, note it: kept as it was understood, and what they hold is shown."""
    said = Said.read(call.value)
    away_said.note(call.desk, said, person=call.person)
    _say_again(call, replace(said, state=away_said.NOTED))
    held(call)


def held(call: Call) -> None:
    """What is with me."""
    row = absences.standing(call.desk, person=call.person)
    if row is None:
        call.answer(messages.back(was_away=False))
    else:
        open_form(call, lambda: _matters(call, row))


def said(call: Call) -> None:
    """The form came back: kept, and what they hold is shown in its place."""
    form = AwayForm(
        starts=call.typed(Field.AWAY_FROM), ends=call.typed(Field.AWAY_TO), deputy=call.typed(Field.AWAY_DEPUTY)
    )
    row = absences.go(call.desk, form, person=call.person)
    if call.metadata:
        changed = Said.read(call.metadata)
        _say_again(call, Said(away_said.NOTED, form.starts, form.ends, form.deputy, changed.event_id))
    call.ack(response_action="update", view=_matters(call, row))


def _say_again(call: Call, said: Said) -> None:
    away_said.say_again(call.desk, said, person=call.person)


def _matters(call: Call, row: Away, *, again: bool = False) -> dict[str, Any]:
    held = [(str(one.what), one.number, one.enquiry) for one in absences.held(call.desk, person=call.person)]
    return messages.matters(row, held, call.desk.organisation, again=again)


def handed(call: Call) -> None:
    """Hand to my deputy: the list shows what is left."""
    what, number = call.value.split()
    absences.hand_over(call.desk, What(what), int(number), person=call.person)
    call.ack()
    row = absences.standing(call.desk, person=call.person)
    if row is not None and call.view_underneath:
        under, left = call.view_underneath, _matters(call, row, again=True)
        call.later(lambda: call.update(under, left), trouble.unheard)


def back(call: Call) -> None:
    """I'm back, in App Home, which is drawn anew; or I'm not away, under what was noted."""
    was_away = absences.back(call.desk, person=call.person)
    if " " in call.value:
        said = Said.read(call.value)
        _say_again(call, Said(away_said.BACK if was_away else away_said.NOT_AWAY, event_id=said.event_id))
    call.ack()


ROUTES = [
    Route(Kind.ACTION, Action.AWAY, asked),
    Route(Kind.SUBMISSION, View.AWAY, said),
    Route(Kind.ACTION, Action.AWAY_HAND, handed),
    Route(Kind.ACTION, Action.AWAY_BACK, back),
    Route(Kind.ACTION, Action.AWAY_YES, confirmed),
    Route(Kind.ACTION, Action.AWAY_HELD, held),
]
