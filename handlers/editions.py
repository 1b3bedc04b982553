"""A month's best: the button under the question, and the form."""

from bot.desk import editions
from bot.messages import edition as messages
from bot.messages.ids import Action, Field, View
from handlers.door import Call, Kind, Route
from handlers.enquiry_page import open_form


def ask(call: Call) -> None:
    """Choose the best: the form."""
    open_form(call, lambda: messages.choose_view(*editions.to_choose(call.desk, int(call.value), person=call.person)))


def chosen(call: Call) -> None:
    """These were the best."""
    picked = tuple(int(one) for one in call.ticked(Field.DIGEST_STORIES))
    editions.choose(call.desk, int(call.metadata), picked, person=call.person)
    call.ack()


ROUTES = [
    Route(Kind.ACTION, Action.BEST_CHOOSE, ask),
    Route(Kind.SUBMISSION, View.BEST_OF, chosen),
]
