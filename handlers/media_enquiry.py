"""`/media-enquiry`: the form opens at once, and what comes back is recorded before it closes."""

from collections.abc import Callable

from bot.desk import enquiries, known_askers, press
from bot.messages import enquiry_form, known_asker
from bot.messages import help as help_messages
from bot.messages.first_run import A_PRACTICE
from bot.messages.ids import Action, Command, Field, Shortcut, View
from bot.rules.enquiry_form import EnquiryForm, MoreForm
from bot.rules.understanding import read_typed
from handlers import trouble
from handlers.door import Call, Kind, Route
from handlers.doors import link_of, words_of_form
from handlers.enquiry_page import done
from handlers.finding import asked_to_see
from handlers.lines import asked_for_lines
from handlers.opening import open_again, open_form
from handlers.pre_election import asked_by_word
from handlers.subcommands import asks_for_help, is_unknown_subcommand

SUBCOMMANDS: tuple[Callable[[Call], bool], ...] = (asked_to_see, asked_for_lines, asked_by_word)
"""What may stand after the command beside a new enquiry's words: each answers and says so, or leaves the words alone."""


def asked(call: Call) -> None:
    """/media-enquiry: open the form with the words that were typed; `help` and what we do not know are answered kindly."""
    words = call.words
    if asks_for_help(words):
        call.answer(help_messages.command_help(Command.MEDIA_ENQUIRY, call.desk.organisation, call.person))
    elif any(answered(call) for answered in SUBCOMMANDS):
        return
    elif is_unknown_subcommand(words):
        call.answer(help_messages.unknown(Command.MEDIA_ENQUIRY, words, call.desk.organisation, call.person))
    else:
        open_form(call, Command.MEDIA_ENQUIRY, words, _open)


def from_shortcut(call: Call) -> None:
    """The lightning button."""
    open_form(call, Command.MEDIA_ENQUIRY, "", _open)


def from_button(call: Call) -> None:
    """A button that opens the form: in App Home, a direct message, or after a form that would not open (with the words kept then)."""
    call.ack()
    open_again(call, Command.MEDIA_ENQUIRY, _open)


def _open(call: Call, words: str) -> None:
    typed = press.filled_in(call.desk, read_typed(words), person=call.person)
    call.open(enquiry_form.view(call.desk.organisation, call.person, typed))


def suggests(call: Call) -> None:
    """Someone types into the menu of those who have asked before."""
    known = known_askers.offered(call.desk, call.typed_so_far, person=call.person)
    call.ack(options=known_asker.choices(known))


def chosen(call: Call) -> None:
    """One of them was chosen: the form's first two answers are filled in."""
    call.ack()

    def job() -> None:
        known = known_askers.chosen(call.desk, call.chosen, person=call.person)
        call.update(str(call.view["id"]), known_asker.filled(call.view, known))

    call.later(job, trouble.say_afterwards(call))


def submitted(call: Call) -> None:
    """The form came back: recorded and committed first, and only then closed."""
    form = EnquiryForm(
        outlet=call.typed(Field.OUTLET),
        journalist=call.typed(Field.JOURNALIST),
        deadline_words=call.typed(Field.DEADLINE),
        question=call.typed(Field.QUESTION),
        service_area=call.typed(Field.SERVICE_AREA),
        link=link_of(call.metadata),
        excluded=call.people(Field.EXCLUDED),
    )
    practice = call.metadata == A_PRACTICE
    form_id, words_id = str(call.view["id"]), words_of_form(call.metadata)
    enquiries.record(call.desk, form, form_id=form_id, person=call.person, practice=practice, words_id=words_id)
    call.ack()


def more_submitted(call: Call) -> None:
    """What *Add more* brought."""
    form = MoreForm(
        marks=call.ticked(Field.MARKS),
        how_it_came=call.typed(Field.HOW_IT_CAME),
        angle=call.typed(Field.ANGLE),
        said_already=call.typed(Field.SAID_ALREADY),
        links=call.typed(Field.LINKS),
        political="political" in call.ticked(Field.POLITICAL) if call.has_field(Field.POLITICAL) else None,
    )
    enquiries.add_more(call.desk, int(call.metadata), form, person=call.person)
    done(call, int(call.metadata))


ROUTES = [
    Route(Kind.COMMAND, Command.MEDIA_ENQUIRY, asked),
    Route(Kind.SHORTCUT, Shortcut.MEDIA_ENQUIRY, from_shortcut),
    Route(Kind.ACTION, Action.NEW_ENQUIRY, from_button),
    Route(Kind.OPTIONS, Action.KNOWN_ASKER, suggests),
    Route(Kind.ACTION, Action.KNOWN_ASKER, chosen),
    Route(Kind.SUBMISSION, View.ENQUIRY, submitted),
    Route(Kind.SUBMISSION, View.ENQUIRY_MORE, more_submitted),
]
