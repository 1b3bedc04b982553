"""A rule that got in someone's way: its page, for whoever raised it and for the joint group, and the group's answer."""

from typing import Any

from bot.desk import share_rules
from bot.messages import joint
from bot.messages.ids import Action, Field, View
from bot.rules.deeds import Deed
from bot.rules.permissions import allowed
from handlers.door import Call, Kind, Route
from handlers.enquiry_page import draw_underneath, open_form


def read(call: Call) -> None:
    """Open: where it stands."""
    open_form(call, lambda: page(call, int(call.value)))


def page(call: Call, item_id: int) -> dict[str, Any]:
    """The page as this person may see it. Raises Refused."""
    item = share_rules.opened(call.desk, item_id, person=call.person)
    organisation = call.desk.organisation
    answers = allowed(Deed.ANSWER_RULE, call.person, organisation, item)
    return joint.page(item, organisation, call.person, answers=answers)


def ask_answer(call: Call) -> None:
    """Answer, for one of the joint group: the form."""
    open_form(call, lambda: joint.answer_form(share_rules.to_answer(call.desk, int(call.value), person=call.person)))


def answered(call: Call) -> None:
    """The joint group's answer came back."""
    said = call.typed(Field.RULE_ANSWER)
    item = share_rules.answer_rule(call.desk, int(call.metadata), said, person=call.person)
    draw_underneath(call, lambda: page(call, item.id))


ROUTES = [
    Route(Kind.ACTION, Action.JOINT_OPEN, read),
    Route(Kind.ACTION, Action.RULE_ANSWER, ask_answer),
    Route(Kind.SUBMISSION, View.RULE_ANSWER, answered),
]
