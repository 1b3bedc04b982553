"""Enquiries that hang together: link them, take the link off, use the other's answer."""

from typing import Any

from bot.desk import links
from bot.messages import link_form
from bot.messages.ids import Action, Field, View
from bot.rules.working_forms import SAME_STORY, LinkForm
from handlers.door import Call, Kind, Route
from handlers.enquiry_page import done, open_form


def ask_link(call: Call) -> None:
    """Link to another: the form."""
    open_form(call, lambda: _link_form(call))


def _link_form(call: Call) -> dict[str, Any]:
    return link_form.link_view(*links.to_link(call.desk, int(call.value), person=call.person))


def linked(call: Call) -> None:
    """Which other one came back."""
    form = LinkForm(
        kind=call.typed(Field.LINK_KIND),
        chosen=call.typed(Field.OTHER_CHOSEN),
        typed=call.typed(Field.OTHER_REFERENCE),
    )
    links.link(call.desk, int(call.metadata), form, person=call.person)
    done(call, int(call.metadata))


def _page_of(call: Call) -> int:
    """The enquiry on whose page it was pressed."""
    return int(call.metadata) if call.metadata.isdigit() else 0


def same_story(call: Call) -> None:
    """Same story, pressed beside one that asks alike."""
    form = LinkForm(kind=SAME_STORY, chosen=call.value)
    done(call, links.link(call.desk, _page_of(call), form, person=call.person).id)


def take_off(call: Call) -> None:
    """Take the link off."""
    done(call, links.take_off(call.desk, int(call.value), person=call.person, enquiry_id=_page_of(call)).id)


def use_answer(call: Call) -> None:
    """Use their answer: it becomes this one's statement."""
    done(call, links.use_answer(call.desk, int(call.value), person=call.person, enquiry_id=_page_of(call)).id)


ROUTES = [
    Route(Kind.ACTION, Action.ENQUIRY_LINK, ask_link),
    Route(Kind.SUBMISSION, View.LINK, linked),
    Route(Kind.ACTION, Action.LINK_SAME_STORY, same_story),
    Route(Kind.ACTION, Action.LINK_TAKE_OFF, take_off),
    Route(Kind.ACTION, Action.LINK_USE_ANSWER, use_answer),
]
