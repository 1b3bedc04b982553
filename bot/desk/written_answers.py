"""Answers in words, by direct message: which nudge they are meant for, and what is said back of how they were understood."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import datetime

from sqlalchemy.orm import Session

from bot.desk import answers
from bot.desk.asked_about import about
from bot.desk.doors import Written
from bot.desk.work import Desk, Work, verb
from bot.desk.written_deeds import Candidate, do
from bot.rules.asked_about import AskedAbout
from bot.rules.nudge_answers import NEWS_ONLY, Answer, every_answer
from bot.rules.reasons import FormRefused, Reason, Refused
from bot.rules.reply_words import Reply, Says, read
from storage.delivery import nudge_message_at
from storage.kinds import DeliveryKind, NudgeState, Step, Subject
from storage.notes import first_sight, keep_words, kept_words, was_seen
from storage.nudge import Nudge, bundle_of, get_nudge, waiting_on
from storage.organisation import Organisation

SAID_BACK = "answered"
"""How the detail of a reply begins that says back what was understood."""

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
        back = _nothing_done(under or [one for one in waiting if one.step not in NEWS_ONLY], said)
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
    """One for each thing that was asked: the last of what was asked about it that these words answer."""
    found: dict[tuple[Subject, int], Candidate] = {}
    for nudge in nudges:
        asked = about(session, nudge, organisation) if _is_open(nudge, person) else None
        answer = _answer(said, nudge, asked, organisation, now) if asked else None
        if asked is not None and answer is not None:
            found[nudge.subject, nudge.subject_id] = Candidate(nudge, asked, answer)
    return list(found.values())[-MOST_ASKED:]


def _is_open(nudge: Nudge, person: str) -> bool:
    """What only tells somebody something is answered in its own thread, or by its buttons."""
    mine = nudge.person == person and nudge.state == NudgeState.SENT
    return mine and nudge.step not in NEWS_ONLY and nudge.step != Step.RAISER_RING


_FITS: dict[Says, tuple[Answer, ...]] = {
    Says.HAVE_IT: (Answer.HAVE_IT, Answer.TAKE, Answer.STILL, Answer.ON_IT),
    Says.STILL: (Answer.STILL, Answer.HAVE_IT, Answer.TAKE, Answer.ON_IT),
    Says.DONE: (Answer.DONE,),
    Says.CALL: (Answer.CALL,),
    Says.DEPUTY: (Answer.DEPUTY,),
    Says.SOMEONE: (Answer.SOMEONE,),
    Says.NOT_MINE: (Answer.NOT_MINE,),
    Says.WHY: (Answer.WHY,),
}


def _answer(said: Reply, nudge: Nudge, asked: AskedAbout, organisation: Organisation, now: datetime) -> Answer | None:
    """What the words come to at this nudge; None where they do not fit. A wish to wait always fits: the rule may say no."""
    if said.says == Says.SNOOZE:
        return Answer.SNOOZE
    if said.says == Says.UNDO:
        return Answer.UNDO if nudge.snoozed_until is not None and nudge.snoozed_until > now else None
    offered = every_answer(nudge, asked, organisation, now)
    return next((one for one in _FITS.get(said.says, ()) if one in offered), None)


# -- doing it


def _do(desk: Desk, one: Candidate, said: Reply, person: str) -> SaidBack:
    """Do what the words ask for, and what is to be said back of it."""
    try:
        do(desk, one, said, person)
    except FormRefused as refused:
        return _said_no(one.nudge, next(iter(refused.problems.values())))
    except Refused as refused:
        return _said_no(one.nudge, refused)
    return SaidBack(nudge_id=one.nudge.id, answer=one.answer)


def _said_no(nudge: Nudge, refused: Refused) -> SaidBack:
    limit = refused.facts.get("limit")
    at = int(limit.timestamp()) if isinstance(limit, datetime) else 0
    return SaidBack(nudge_id=nudge.id, refused=refused.reason, by=str(refused.facts.get("by") or ""), limit=at)


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
    nudge, asked = answers.open_nudge(desk, nudge_id, person=person)
    with desk.database.read() as session:
        said = read(kept_words(session, words_id, person) or "", in_thread=True)
    answer = _answer(said, nudge, asked, desk.organisation, desk.clock.now()) if said else None
    if said is None or answer is None:
        raise Refused(Reason.NOT_FOUND)
    back = _do(desk, Candidate(nudge, asked, answer), said, person)
    _say_instead(desk, back, words_id, person)


@verb
def _say_instead(work: Work, back: SaidBack, words_id: str, person: str) -> None:
    _deliver(work, back, person, f"reply:{SAID_BACK}:{words_id}")
