"""What an answer in words does: one verb for each answer, and for each kind of thing that was asked."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from bot.desk import answers, calls, consent_ends, fact_checks, leading, putting_off, sign_offs, tasks, working
from bot.desk.work import Desk
from bot.rules.answer_forms import CallForm, HandForm
from bot.rules.asked_about import AskedAbout
from bot.rules.nudge_answers import Answer
from bot.rules.reasons import Reason, Refused
from bot.rules.recipients import officer_of
from bot.rules.reply_words import Reply
from bot.rules.snoozing import read_until
from storage.call_request import CallRequest
from storage.enquiry import Enquiry
from storage.involved import Task
from storage.kinds import Subject
from storage.nudge import Nudge
from storage.organisation import Organisation

WITHOUT_A_TIME = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A nudge that may be meant, what it asks about, and what the words would do to it."""

    nudge: Nudge
    about: AskedAbout
    answer: Answer

    @property
    def enquiry(self) -> Enquiry:
        """The enquiry. Raises Refused where it is about a story."""
        if self.about.enquiry is None:
            raise Refused(Reason.NOT_FOUND)
        return self.about.enquiry


def do(desk: Desk, one: Candidate, said: Reply, person: str) -> None:
    """Do what the words ask for. Raises Refused or FormRefused as the verbs do."""
    deed = _DEEDS.get((one.nudge.subject, one.answer)) or _ANY[one.answer]
    deed(desk, one, said, person)


def _have_it(desk: Desk, one: Candidate, _: Reply, person: str) -> None:
    leading.acknowledge(desk, one.nudge.id, person=person)


def _take(desk: Desk, one: Candidate, _: Reply, person: str) -> None:
    working.claim(desk, one.enquiry.id, person=person)


def _still(desk: Desk, one: Candidate, _: Reply, person: str) -> None:
    answers.still_on_it(desk, one.nudge.id, person=person)


def _deputy(desk: Desk, one: Candidate, _: Reply, person: str) -> None:
    leading.hand_on(desk, one.nudge.id, person=person)


def _call(desk: Desk, one: Candidate, said: Reply, person: str) -> None:
    known = desk.organisation.people.get(person)
    form = CallForm(number=said.number or (known.phone if known else ""), when=said.when)
    calls.ask_for_call(desk, one.nudge.id, form, person=person)


def _someone(desk: Desk, one: Candidate, said: Reply, person: str) -> None:
    answers.hand_to(desk, one.nudge.id, HandForm(to=_person(said.who, desk.organisation)), person=person)


def _not_mine(desk: Desk, one: Candidate, said: Reply, person: str) -> None:
    answers.not_mine(desk, one.nudge.id, _person(said.who, desk.organisation), person=person)


def _snooze(desk: Desk, one: Candidate, said: Reply, person: str) -> None:
    now = desk.clock.now()
    until = read_until(said.when, now, desk.organisation) if said.when else now + WITHOUT_A_TIME
    putting_off.snooze(desk, one.nudge.id, until, person=person)


def _undo(desk: Desk, one: Candidate, _: Reply, person: str) -> None:
    putting_off.unsnooze(desk, one.nudge.id, person=person)


def _on_it(desk: Desk, one: Candidate, _: Reply, person: str) -> None:
    putting_off.on_it(desk, one.nudge.id, person=person)


def _why(_desk: Desk, _one: Candidate, _said: Reply, _person: str) -> None:
    """What is said back is all of it."""


# -- what belongs to an enquiry


def _yes_by_deputy(desk: Desk, one: Candidate, _: Reply, person: str) -> None:
    sign_offs.hand_on(desk, one.nudge.subject_id, person=person)


def _facts_not_mine(desk: Desk, one: Candidate, _: Reply, person: str) -> None:
    fact_checks.not_mine(desk, one.nudge.subject_id, person=person)


def turned_down(desk: Desk, nudge_id: int, *, person: str) -> bool:
    """Not mine, of the facts: the press office finds somebody else, and nothing more is asked. Whether it was about that."""
    nudge, _ = answers.open_nudge(desk, nudge_id, person=person)
    if nudge.subject != Subject.FACT_CHECK:
        return False
    fact_checks.not_mine(desk, nudge.subject_id, person=person)
    return True


def _task_done(desk: Desk, one: Candidate, _: Reply, person: str) -> None:
    tasks.finish(desk, one.nudge.subject_id, person=person)


def _task_to(desk: Desk, one: Candidate, said: Reply, person: str) -> None:
    """To whom they name, or else to the press officer who deals with the enquiry."""
    to = _person(said.who, desk.organisation)
    if to and to not in desk.organisation.people:
        raise Refused(Reason.NOT_KNOWN_HERE, by=to)
    to = to or officer_of(one.enquiry, desk.organisation, desk.clock.now()) or person
    if to == person or (isinstance(one.about.part, Task) and to == one.about.part.about):
        raise Refused(Reason.NOBODY_AFTER_YOU)
    tasks.hand_on(desk, one.nudge.subject_id, to, person=person)


def _rung(desk: Desk, one: Candidate, _: Reply, person: str) -> None:
    assert isinstance(one.about.part, CallRequest)
    calls.call_made(desk, one.about.part.id, person=person)


def _taken_down(desk: Desk, one: Candidate, _: Reply, person: str) -> None:
    consent_ends.done(desk, one.nudge.subject_id, person=person)


_Deed = Callable[[Desk, Candidate, Reply, str], None]

_DEEDS: dict[tuple[Subject, Answer], _Deed] = {
    (Subject.SIGN_OFF, Answer.DEPUTY): _yes_by_deputy,
    (Subject.SIGN_OFF, Answer.NOT_MINE): _yes_by_deputy,
    (Subject.FACT_CHECK, Answer.NOT_MINE): _facts_not_mine,
    (Subject.TASK, Answer.DONE): _task_done,
    (Subject.TASK, Answer.SOMEONE): _task_to,
    (Subject.TASK, Answer.NOT_MINE): _task_to,
    (Subject.CALL, Answer.DONE): _rung,
    (Subject.TAKE_DOWN, Answer.DONE): _taken_down,
}
_ANY: dict[Answer, _Deed] = {
    Answer.HAVE_IT: _have_it,
    Answer.TAKE: _take,
    Answer.STILL: _still,
    Answer.CALL: _call,
    Answer.DEPUTY: _deputy,
    Answer.SOMEONE: _someone,
    Answer.NOT_MINE: _not_mine,
    Answer.ON_IT: _on_it,
    Answer.SNOOZE: _snooze,
    Answer.UNDO: _undo,
    Answer.WHY: _why,
}


def _person(who: str, organisation: Organisation) -> str:
    """The one colleague of that name, by Slack id, whole name or a first name that only one has; as it was said where there is none."""
    known = organisation.people
    if not who or who in known:
        return who
    whole = [one.id for one in known.values() if one.name.lower() == who]
    first = [one.id for one in known.values() if one.name.lower().split()[:1] == who.split()[:1]]
    return next((found[0] for found in (whole, first) if len(found) == 1), who)
