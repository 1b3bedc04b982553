"""`/media-enquiry`: the form opens at once, and what comes back is recorded before it closes."""

from collections.abc import Callable

from slack_sdk.errors import SlackApiError

from bot.desk import enquiries, people
from bot.messages import enquiry_form, errors
from bot.messages import help as help_messages
from bot.messages.ids import Action, Command, Field, Shortcut, View
from bot.messages.message import Message
from bot.rules.enquiry_form import EnquiryForm, MoreForm
from bot.rules.typed_words import read_words
from bot.slack_errors import NETWORK_ERRORS
from handlers import trouble
from handlers.door import Call, Kind, Route
from handlers.subcommands import asks_for_help, is_unknown_subcommand


def asked(call: Call) -> None:
    """/media-enquiry: open the form with the words that were typed; `help` and what we do not know are answered kindly."""
    words = call.words
    if asks_for_help(words):
        _say(call, help_messages.command_help(Command.MEDIA_ENQUIRY, call.desk.organisation))
    elif is_unknown_subcommand(words):
        _say(call, help_messages.unknown(Command.MEDIA_ENQUIRY, words, call.desk.organisation))
    else:
        open_form(call, words)


def _say(call: Call, message: Message) -> None:
    call.ack(text=message.text, blocks=message.blocks)


def from_shortcut(call: Call) -> None:
    """The lightning button."""
    open_form(call, "")


def from_button(call: Call) -> None:
    """A button that opens the form: in App Home, a direct message, or after a form that would not open (with the words kept then)."""
    call.ack()
    open_again(call, Command.MEDIA_ENQUIRY, _open)


def open_again(call: Call, command: Command, open_with: Callable[[Call, str], None]) -> None:
    """Open a form with the words that were kept, if there are any. Should it fail again, they are kept again."""

    def job() -> None:
        words = people.take(call.desk, call.value, person=call.person) if call.value not in {"", "new"} else ""
        try:
            open_with(call, words)
        except (SlackApiError, *NETWORK_ERRORS) as error:
            form_failed(call, error, command, words)

    call.later(job, trouble.say_afterwards(call))


def open_form(call: Call, words: str) -> None:
    """Answer at once, and open the form right after: the trigger lives three seconds. Nothing here touches the database."""
    call.ack()
    call.later(lambda: _open(call, words), lambda error: form_failed(call, error, Command.MEDIA_ENQUIRY, words))


def _open(call: Call, words: str) -> None:
    call.open(enquiry_form.view(call.desk.organisation, call.person, read_words(words)))


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


def submitted(call: Call) -> None:
    """The form came back: recorded and committed first, and only then closed."""
    form = EnquiryForm(
        outlet=call.typed(Field.OUTLET),
        journalist=call.typed(Field.JOURNALIST),
        deadline_words=call.typed(Field.DEADLINE),
        question=call.typed(Field.QUESTION),
        service_area=call.typed(Field.SERVICE_AREA),
    )
    enquiries.record(call.desk, form, form_id=str(call.view["id"]), person=call.person)
    call.ack()


def more_submitted(call: Call) -> None:
    """What *Add more* brought."""
    form = MoreForm(
        marks=call.ticked(Field.MARKS),
        how_it_came=call.typed(Field.HOW_IT_CAME),
        angle=call.typed(Field.ANGLE),
        said_already=call.typed(Field.SAID_ALREADY),
        links=call.typed(Field.LINKS),
    )
    enquiries.add_more(call.desk, int(call.metadata), form, person=call.person)
    call.ack()


ROUTES = [
    Route(Kind.COMMAND, Command.MEDIA_ENQUIRY, asked),
    Route(Kind.SHORTCUT, Shortcut.MEDIA_ENQUIRY, from_shortcut),
    Route(Kind.ACTION, Action.NEW_ENQUIRY, from_button),
    Route(Kind.SUBMISSION, View.ENQUIRY, submitted),
    Route(Kind.SUBMISSION, View.ENQUIRY_MORE, more_submitted),
]
