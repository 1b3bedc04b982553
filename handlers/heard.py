"""Who has been heard of, and stories beside enquiries, from App Home; and the same as files."""

from bot.desk import balance
from bot.messages import balance as balance_messages
from bot.messages import fairness
from bot.messages.ids import Action
from bot.messages.message import Message
from bot.messages.parts import section
from bot.messages.wording.balance import FILES_COMING
from handlers import trouble
from handlers.door import Call, Kind, Route


def who_was_heard(call: Call) -> None:
    """Who has not been heard of for longest."""
    _say(call, fairness.answer(balance.heard(call.desk, person=call.person)))


def beside(call: Call) -> None:
    """Stories beside enquiries."""
    _say(call, balance_messages.answer(balance.cells(call.desk, person=call.person)))


def as_files(call: Call) -> None:
    """Send me this as files."""
    balance.ask_files(call.desk, person=call.person)
    _say(call, Message(FILES_COMING, [section(FILES_COMING)]))


def _say(call: Call, message: Message) -> None:
    call.ack()
    call.later(lambda: call.say_privately(message), trouble.say_afterwards(call))


ROUTES = [
    Route(Kind.ACTION, Action.SEE_FAIRNESS, who_was_heard),
    Route(Kind.ACTION, Action.SEE_BALANCE, beside),
    Route(Kind.ACTION, Action.BALANCE_FILES, as_files),
]
