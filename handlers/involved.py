"""People who are part of a matter: left out, may be named, told as well. The forms, and the private words they answer."""

from typing import Any

from bot.desk import involved, reading
from bot.messages import involved_forms
from bot.messages.ids import Action, Field, View
from bot.rules.deeds import Deed
from bot.rules.involved import TellForm
from handlers.door import Call, Kind, Route
from handlers.enquiry_page import done, open_form


def ask_left_out(call: Call) -> None:
    """Leave someone out: the form."""
    open_form(call, lambda: _leave_out_form(call))


def _leave_out_form(call: Call) -> dict[str, Any]:
    brief = reading.brief_to_work_on(call.desk, int(call.value), Deed.LEAVE_OUT, person=call.person)
    return involved_forms.leave_out_view(brief.enquiry)


def left_out(call: Call) -> None:
    """Who is left out came back. Whoever left themselves out has nothing more to see of it: the page closes too."""
    people = call.people(Field.EXCLUDED)
    involved.leave_out(call.desk, int(call.metadata), people, person=call.person)
    if call.person in people:
        call.ack(response_action="clear")
    else:
        done(call, int(call.metadata))


def ask_named(call: Call) -> None:
    """A colleague may be named: the form that asks who."""
    open_form(call, lambda: _name_form(call))


def _name_form(call: Call) -> dict[str, Any]:
    brief = reading.brief_to_work_on(call.desk, int(call.value), Deed.NAME_STAFF, person=call.person)
    return involved_forms.name_view(brief.enquiry)


def named(call: Call) -> None:
    """The colleague came back: they are told first."""
    involved.may_be_named(call.desk, int(call.metadata), call.typed(Field.NAMED_PERSON), person=call.person)
    done(call, int(call.metadata))


def not_named(call: Call) -> None:
    """Not them after all."""
    enquiry = involved.not_named(call.desk, int(call.value), person=call.person)
    done(call, enquiry.id)


def ask_tell(call: Call) -> None:
    """Tell someone else, for someone's safety: the form that asks why."""
    open_form(call, lambda: _tell_form(call))


def _tell_form(call: Call) -> dict[str, Any]:
    brief = reading.brief_to_work_on(call.desk, int(call.value), Deed.TELL_OTHERS, person=call.person)
    return involved_forms.tell_view(brief.enquiry)


def told(call: Call) -> None:
    """Whom to tell and why came back."""
    form = TellForm(people=call.people(Field.TOLD_PEOPLE), because=call.typed(Field.TOLD_BECAUSE))
    involved.tell_others(call.desk, int(call.metadata), form, person=call.person)
    done(call, int(call.metadata))


def ask_choice(call: Call) -> None:
    """Choose who is told: for the person who may be named."""
    open_form(call, lambda: _choice_form(call))


def _choice_form(call: Call) -> dict[str, Any]:
    known = involved.my_part(call.desk, int(call.value), person=call.person)
    return involved_forms.choose_view(int(call.value), known, call.desk.organisation)


def chosen(call: Call) -> None:
    """Their choice came back."""
    involved.choose_told(call.desk, int(call.metadata), call.people(Field.TOLD_PEOPLE), person=call.person)
    call.ack()


def read(call: Call) -> None:
    """Read, pressed by someone who was told."""
    open_form(call, lambda: _reading_page(call))


def _reading_page(call: Call) -> dict[str, Any]:
    one, known, enquiry = involved.told_to_read(call.desk, int(call.value), person=call.person)
    return involved_forms.read_view(one, known, enquiry, call.desk.organisation)


ROUTES = [
    Route(Kind.ACTION, Action.LEAVE_OUT, ask_left_out),
    Route(Kind.SUBMISSION, View.LEAVE_OUT, left_out),
    Route(Kind.ACTION, Action.NAME_STAFF, ask_named),
    Route(Kind.SUBMISSION, View.NAME_STAFF, named),
    Route(Kind.ACTION, Action.UNNAME_STAFF, not_named),
    Route(Kind.ACTION, Action.TELL_OTHERS, ask_tell),
    Route(Kind.SUBMISSION, View.TELL_OTHERS, told),
    Route(Kind.ACTION, Action.CHOOSE_TOLD, ask_choice),
    Route(Kind.SUBMISSION, View.CHOOSE_TOLD, chosen),
    Route(Kind.ACTION, Action.INVOLVED_READ, read),
]
