"""A question about a story, answered in words: in its message's thread, or in any direct message, where we ask whether it was meant.

What someone writes outside the thread goes nowhere until they have said so: it may be about something else altogether.
"""

from bot.desk import story_answers
from bot.desk.doors import Written
from bot.desk.work import Desk, Work, verb
from bot.rules.intake import read
from bot.rules.intake_table import Reads
from bot.rules.reasons import FormRefused, Reason, Refused
from bot.rules.understanding_text import heard, plain_words
from storage.kinds import DeliveryKind, Subject
from storage.notes import first_sight, keep_words, kept_words, was_seen
from storage.story_bank import open_questions
from storage.story_replies import question_message_at

REPLIED = "question"
"""How the detail of a reply begins; the question's id follows, and what became of the answer, or the id of the words."""

PASSED_ON, DETAILS, NOT_TAKEN, ASKED = "passed_on", "details", "not_taken", "asked"


def replied(desk: Desk, message: Written) -> bool:
    """Whether this was written in the thread of a question; if so it is the answer, and what became of it is said back, once."""
    if not message.thread_ts:
        return False
    with desk.database.read() as session:
        found = question_message_at(session, message.channel, message.thread_ts)
        if found is None:
            return False
        if was_seen(session, message.event_id):
            return True
    question_id, key = found
    became = _pass_on(desk, question_id, plain_words(message.text), message.person)
    _say(desk, message, question_id, became, key)
    return True


def may_answer(desk: Desk, message: Written) -> bool:
    """Whether this may be the answer to the one question that waits for this person: they are asked, and nothing is sent before."""
    if message.thread_ts or read(heard(message.text)).reads != Reads.NEITHER:
        return False
    with desk.database.read() as session:
        waiting = open_questions(session, message.person)
        if len(waiting) != 1:
            return False
        if was_seen(session, message.event_id):
            return True
    _ask(desk, message, waiting[0].id)
    return True


def send(desk: Desk, question_id: int, words_id: str, *, person: str) -> None:
    """Yes, it was the answer. What became of it is said in place of the question."""
    with desk.database.read() as session:
        words = kept_words(session, words_id, person)
    if words is None:
        raise Refused(Reason.LIST_TOO_OLD)
    became = _pass_on(desk, question_id, words, person)
    _say_instead(desk, question_id, words_id, became, person)


def _pass_on(desk: Desk, question_id: int, words: str, person: str) -> str:
    try:
        story_answers.answer(desk, question_id, words, person=person)
    except FormRefused as refused:
        kept_out = any(one.reason == Reason.PERSONAL_DATA for one in refused.problems.values())
        return DETAILS if kept_out else NOT_TAKEN
    except Refused:
        return NOT_TAKEN
    return PASSED_ON


@verb
def _say(work: Work, message: Written, question_id: int, became: str, thread: str) -> None:
    if first_sight(work.session, message.event_id, work.now):
        _deliver(work, f"reply:{message.event_id}", message.person, f"{REPLIED} {question_id} {became}", thread)


@verb
def _ask(work: Work, message: Written, question_id: int) -> None:
    if first_sight(work.session, message.event_id, work.now):
        words_id = keep_words(work.session, message.person, REPLIED, heard(message.text), work.now)
        detail = f"{REPLIED} {question_id} {ASKED} {words_id}"
        _deliver(work, f"reply:{REPLIED}:{words_id}", message.person, detail)


@verb
def _say_instead(work: Work, question_id: int, words_id: str, became: str, person: str) -> None:
    _deliver(work, f"reply:{REPLIED}:{words_id}", person, f"{REPLIED} {question_id} {became}")


def _deliver(work: Work, key: str, person: str, detail: str, thread: str = "") -> None:
    work.deliver(
        DeliveryKind.REPLY,
        key=key,
        lane=person,
        subject=Subject.PERSON,
        subject_id=0,
        detail=detail,
        thread_key=thread,
        urgent=True,
    )
