"""The weeks before an election: the head of communications sets them; what is political is noted on an enquiry's page."""

from bot.desk import pre_election
from bot.messages import pre_election_form
from bot.messages.ids import Action, Field, View
from bot.rules.pre_election import PeriodForm
from handlers import trouble
from handlers.door import Call, Kind, Route
from handlers.enquiry_page import done, open_form

WORDS = frozenset({"pre-election", "election", "pre-election period", "purdah"})


def asked(call: Call) -> None:
    """The button on App Home, or the word after the command: the form."""
    open_form(call, lambda: pre_election_form.view(pre_election.standing(call.desk, person=call.person)))


def asked_by_word(call: Call) -> bool:
    """Whether the word after the command is this one; the form opens, or says kindly whose it is."""
    if call.words.casefold() not in WORDS:
        return False
    asked(call)
    return True


def submitted(call: Call) -> None:
    """A period came back."""
    form = PeriodForm(
        starts=call.typed(Field.ELECTION_STARTS),
        ends=call.typed(Field.ELECTION_ENDS),
        guidance=call.typed(Field.ELECTION_GUIDANCE),
    )
    pre_election.set_period(call.desk, form, person=call.person)
    call.door.desk.refresh()  # a form is looked over at a desk of its own
    call.ack()


def taken_back(call: Call) -> None:
    """Take back, pressed in the form, which shows what is left."""
    pre_election.lift(call.desk, int(call.value), person=call.person)
    call.door.desk.refresh()
    call.ack()
    left = pre_election_form.view(pre_election.standing(call.desk, person=call.person))
    call.later(lambda: call.update(call.view_underneath, left), trouble.unheard)


def political(call: Call) -> None:
    """It is political."""
    pre_election.mark_political(call.desk, int(call.value), political=True, person=call.person)
    done(call, int(call.value))


def not_political(call: Call) -> None:
    """It is not political after all."""
    pre_election.mark_political(call.desk, int(call.value), political=False, person=call.person)
    done(call, int(call.value))


ROUTES = [
    Route(Kind.ACTION, Action.PRE_ELECTION, asked),
    Route(Kind.SUBMISSION, View.PRE_ELECTION, submitted),
    Route(Kind.ACTION, Action.PRE_ELECTION_LIFT, taken_back),
    Route(Kind.ACTION, Action.POLITICAL, political),
    Route(Kind.ACTION, Action.NOT_POLITICAL, not_political),
]
