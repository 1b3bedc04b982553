"""Answers in words, by direct message: which nudge they are meant for, and what is said back of how they were understood."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from bot.desk import answers, calls, leading, working
from bot.desk.doors import Written
from bot.desk.work import Desk, Work, verb
from bot.rules.answer_forms import CallForm, HandForm
from bot.rules.nudge_answers import Answer, answers_to
from bot.rules.nudge_policy import POLICY
from bot.rules.reasons import FormRefused, Reason, Refused
from bot.rules.reply_words import Reply, Says, read
from bot.rules.snoozing import read_until
from storage.delivery import nudge_message_at
from storage.enquiry import Enquiry, get_enquiry
from storage.kinds import DeliveryKind, NudgeState, Step, Subject
from storage.notes import first_sight, keep_words, kept_words, was_seen
from storage.nudge import Nudge, bundle_of, get_nudge, waiting_on
from storage.organisation import Organisation

SAID_BACK = "answered"
"""How the detail of a reply begins that says back what was understood."""

WITHOUT_A_TIME = timedelta(minutes=30)
MOST_ASKED = 8


@dataclass(frozen=True, slots=True)
class SaidBack:
    """What is said back: a delivery's detail. Ids, codes and moments alone."""

    nudge_id: int = 0
    answer: Answer | None = None
    refused: Reason | None = None
    by: str = ""
    limit: int = 0  # a moment, in Unix seconds
    words_id: str = ""  # we ask which one was meant by these words
    done: bool = False

    def written(self) -> str:
        """As a delivery's detail."""
        said = {each.name: getattr(self, each.name) for each in fields(self)}
        return " ".join([SAID_BACK, *(f"{name}={value}" for name, value in said.items() if value)])

    @classmethod
    def read(cls, detail: str) -> "SaidBack":
        """From a delivery's detail."""
        said = dict(part.split("=", 1) for part in detail.split()[1:])
        return cls(
            nudge_id=int(said.get("nudge_id", 0)),
            answer=Answer(said["answer"]) if "answer" in said else None,
            refused=Reason(said["refused"]) if "refused" in said else None,
            by=said.get("by", ""),
            limit=int(said.get("limit", 0)),
            words_id=said.get("words_id", ""),
            done="done" in said,
        )


@dataclass(frozen=True, slots=True)
class Candidate:
    """A nudge that may be meant, and what the words would do to it."""

    nudge: Nudge
    enquiry: Enquiry
    answer: Answer


def written(desk: Desk, message: Written) -> bool:
    """Whether a direct message answers a nudge; if so it has been dealt with, and something was said back. However often it comes, once."""
    with desk.database.read() as session:
        under = _written_under(session, message)
        said = read(message.text, in_thread=bool(under))
        if said is None and not under:
            return False
        if was_seen(session, message.event_id):
            return True
        now = desk.clock.now()
        waiting = under or waiting_on(session, message.person)
        found = _meant(session, message.person, said, waiting, desk.organisation, now) if said else []
    thread = f"nudge:{under[0].bundled_with or under[0].id}" if under else ""
    if said is not None and len(found) == 1:
        back = _do(desk, found[0], said, message.person)
    elif said is not None and len(found) > 1:
        _ask_which(desk, message, thread)
        return True
    else:
        back = _nothing_done(waiting, said)
    _say(desk, back, message, thread)
    return True


def _written_under(session: Session, message: Written) -> list[Nudge]:
    """The nudges of the message in whose thread it was written; none outside such a thread."""
    if not message.thread_ts:
        return []
    first = nudge_message_at(session, message.channel, message.thread_ts)
    return [one for one in bundle_of(session, first) if one.person == message.person] if first else []


def _nothing_done(waiting: Sequence[Nudge], said: Reply | None) -> SaidBack:
    """Nothing was done: nothing waits, or it was settled before, or the words do not fit what was asked."""
    if not waiting:
        return SaidBack()
    first = waiting[0]
    if first.state != NudgeState.SENT and said is not None:
        return SaidBack(nudge_id=first.id, refused=Reason.ALREADY_SETTLED, by=first.settled_by or "")
    return SaidBack(nudge_id=first.id, done=said is not None and said.says == Says.DONE)


def candidates(session: Session, person: str, words: str, organisation: Organisation, now: datetime) -> list[Candidate]:
    """The open nudges that somebody's words may answer."""
    said = read(words)
    return _meant(session, person, said, waiting_on(session, person), organisation, now) if said else []


def _meant(
    session: Session, person: str, said: Reply, nudges: Sequence[Nudge], organisation: Organisation, now: datetime
) -> list[Candidate]:
    """One for each enquiry: the last of what was asked about it that these words answer."""
    found: dict[int, Candidate] = {}
    for nudge in nudges:
        enquiry = get_enquiry(session, nudge.subject_id) if _is_open(nudge, person) else None
        answer = _answer(said, nudge, enquiry, organisation, now) if enquiry else None
        if enquiry is not None and answer is not None:
            found[enquiry.id] = Candidate(nudge, enquiry, answer)
    return list(found.values())[-MOST_ASKED:]


def _is_open(nudge: Nudge, person: str) -> bool:
    mine = nudge.person == person and nudge.state == NudgeState.SENT
    return mine and nudge.subject == Subject.ENQUIRY and nudge.step in POLICY and nudge.step != Step.RAISER_RING


_FITS: dict[Says, tuple[Answer, ...]] = {
    Says.HAVE_IT: (Answer.HAVE_IT, Answer.TAKE, Answer.STILL),
    Says.STILL: (Answer.STILL, Answer.HAVE_IT, Answer.TAKE),
    Says.CALL: (Answer.CALL,),
    Says.DEPUTY: (Answer.DEPUTY,),
    Says.SOMEONE: (Answer.SOMEONE,),
    Says.NOT_MINE: (Answer.NOT_MINE,),
    Says.WHY: (Answer.WHY,),
}


def _answer(said: Reply, nudge: Nudge, enquiry: Enquiry, organisation: Organisation, now: datetime) -> Answer | None:
    """What the words come to at this nudge; None where they do not fit. A wish to wait always fits: the rule may say no."""
    if said.says == Says.SNOOZE:
        return Answer.SNOOZE
    if said.says == Says.UNDO:
        return Answer.UNDO if nudge.snoozed_until is not None and nudge.snoozed_until > now else None
    offered = answers_to(nudge, enquiry, organisation, now)
    return next((one for one in _FITS.get(said.says, ()) if one in offered), None)


# -- doing it


def _do(desk: Desk, one: Candidate, said: Reply, person: str) -> SaidBack:
    """Do what the words ask for, and what is to be said back of it."""
    try:
        _DEEDS[one.answer](desk, one, said, person)
    except FormRefused as refused:
        return _said_no(one.nudge, next(iter(refused.problems.values())))
    except Refused as refused:
        return _said_no(one.nudge, refused)
    return SaidBack(nudge_id=one.nudge.id, answer=one.answer)


def _said_no(nudge: Nudge, refused: Refused) -> SaidBack:
    limit = refused.facts.get("limit")
    at = int(limit.timestamp()) if isinstance(limit, datetime) else 0
    return SaidBack(nudge_id=nudge.id, refused=refused.reason, by=str(refused.facts.get("by") or ""), limit=at)


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
    answers.snooze(desk, one.nudge.id, until, person=person)


def _undo(desk: Desk, one: Candidate, _: Reply, person: str) -> None:
    answers.unsnooze(desk, one.nudge.id, person=person)


def _why(_desk: Desk, _one: Candidate, _said: Reply, _person: str) -> None:
    """What is said back is all of it."""


_DEEDS: dict[Answer, Callable[[Desk, Candidate, Reply, str], None]] = {
    Answer.HAVE_IT: _have_it,
    Answer.TAKE: _take,
    Answer.STILL: _still,
    Answer.CALL: _call,
    Answer.DEPUTY: _deputy,
    Answer.SOMEONE: _someone,
    Answer.NOT_MINE: _not_mine,
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


# -- saying it back


@verb
def _say(work: Work, back: SaidBack, message: Written, thread: str) -> None:
    if first_sight(work.session, message.event_id, work.now):
        _deliver(work, back, message.person, f"reply:{message.event_id}", thread)


@verb
def _ask_which(work: Work, message: Written, thread: str) -> None:
    """Several may be meant: the words are kept until it is said which."""
    if first_sight(work.session, message.event_id, work.now):
        words_id = keep_words(work.session, message.person, SAID_BACK, message.text, work.now)
        _deliver(work, SaidBack(words_id=words_id), message.person, f"reply:{SAID_BACK}:{words_id}", thread)


def _deliver(work: Work, back: SaidBack, person: str, key: str, thread: str = "") -> None:
    """What is about an enquiry is found with it, to be brought up to date."""
    nudge = get_nudge(work.session, back.nudge_id) if back.nudge_id else None
    work.deliver(
        DeliveryKind.REPLY,
        key=key,
        lane=person,
        subject=nudge.subject if nudge else Subject.PERSON,
        subject_id=nudge.subject_id if nudge else 0,
        detail=back.written(),
        thread_key=thread,
        urgent=True,
    )


def meant(desk: Desk, nudge_id: int, words_id: str, *, person: str) -> None:
    """This is the one that was meant: what the words ask for is done, and said in place of the question. Raises Refused."""
    nudge, enquiry = answers.open_nudge(desk, nudge_id, person=person)
    with desk.database.read() as session:
        said = read(kept_words(session, words_id, person) or "", in_thread=True)
    answer = _answer(said, nudge, enquiry, desk.organisation, desk.clock.now()) if said else None
    if said is None or answer is None:
        raise Refused(Reason.NOT_FOUND)
    back = _do(desk, Candidate(nudge, enquiry, answer), said, person)
    _say_instead(desk, back, words_id, person)


@verb
def _say_instead(work: Work, back: SaidBack, words_id: str, person: str) -> None:
    _deliver(work, back, person, f"reply:{SAID_BACK}:{words_id}")
