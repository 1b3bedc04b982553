"""Opening the form of a command: at once, and with nothing lost when Slack does not open it."""

from collections.abc import Callable

from slack_sdk.errors import SlackApiError

from bot.desk import people
from bot.messages import errors
from bot.messages.ids import Command
from bot.slack_errors import NETWORK_ERRORS
from handlers import trouble
from handlers.door import Call

OpenWith = Callable[[Call, str], None]
"""Opens a command's form with the words that were typed."""


def open_form(call: Call, command: Command, words: str, open_with: OpenWith) -> None:
    """Answer at once, and open the form right after: the trigger lives three seconds. Nothing here touches the database."""
    call.ack()
    call.later(lambda: open_with(call, words), lambda error: form_failed(call, error, command, words))


def open_again(call: Call, command: Command, open_with: OpenWith) -> None:
    """Open a form with the words that were kept, if there are any. Should it fail again, they are kept again."""

    def job() -> None:
        words = people.take(call.desk, call.value, person=call.person) if call.value not in {"", "new"} else ""
        try:
            open_with(call, words)
        except (SlackApiError, *NETWORK_ERRORS) as error:
            form_failed(call, error, command, words)

    call.later(job, trouble.say_afterwards(call))


def form_failed(call: Call, error: BaseException, command: Command, words: str) -> None:
    """The form would not open: the words are kept on our side, and a button gives them back. If they cannot be kept, we say so."""
    reference = trouble.new_reference()
    trouble.log.error("reference %s: a form would not open: %s", reference, type(error).__name__)

    def offer_again() -> None:
        kept = people.keep(call.desk, person=call.person, command=command, words=words)
        if call.answers_in_place:
            call.say_privately(errors.form_failed(reference, kept, call.desk.organisation, command))
        else:
            people.offer_form(call.desk, person=call.person, command=command, words_id=kept, reference=reference)

    call.later(offer_again, trouble.unheard)
