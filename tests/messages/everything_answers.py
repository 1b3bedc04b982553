"""Every nudge with its answers, every form behind them, calls, and what is said back, around one foreign text."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import product
from typing import Any

from bot.messages import call, nudge_answers, said_back
from bot.messages import nudge as nudge_messages
from bot.messages.message import Message
from bot.rules.asked_about import AskedAbout
from bot.rules.nudge_answers import Answer, every_answer
from bot.rules.nudge_policy import POLICY
from bot.rules.reasons import Reason
from storage.call_request import CallRequest
from storage.enquiry import Enquiry
from storage.involved import Task
from storage.kinds import NudgeState, ShareKind, SignOffPart, Status, Step, Subject, TaskKind
from storage.nudge import Nudge
from storage.organisation import Organisation
from storage.share import JointItem, ShareAsk
from storage.statement import FactCheck, SignOff
from storage.story_told import TakeDown
from storage.thread_note import ThreadNote
from tests.messages.samples import DEPUTY, HEAD, LEAD, OFFICER, SOCIAL_WORKER, T0, enquiry, nudge, story

TEXTS = ("outlet", "journalist", "question", "angle", "links")
SOON = T0 + timedelta(minutes=30)


def of(words: str, **changes: Any) -> Enquiry:
    """An enquiry whose every text is the foreign one."""
    return enquiry(**{**dict.fromkeys(TEXTS, words), **changes})


def note(words: str) -> ThreadNote:
    """What somebody wrote who handed it on."""
    return ThreadNote(enquiry_id=42, channel="", ts="assigned:42:2", author=LEAD, words=words, posted_at=T0)


def ring(words: str, **changes: Any) -> CallRequest:
    """A call that was asked for; the number is what was typed."""
    made = CallRequest(enquiry_id=42, person=LEAD, number=words[:40], asked_at=T0, when_words=words, **changes)
    made.id = 5
    return made


def asked(restricted_words: str, restricted: bool) -> Iterator[tuple[Nudge, Enquiry]]:
    """Every step, to everyone, waiting or put off."""
    for step in POLICY:
        for person in (OFFICER, HEAD, LEAD, DEPUTY, SOCIAL_WORKER):
            for until in (None, SOON):
                yield nudge(step, person, snoozed_until=until), of(restricted_words, restricted=restricted)


def messages(words: str, told: Organisation) -> Iterator[tuple[str, Message]]:
    """What is posted."""
    for restricted in (False, True):
        for one, about in asked(words, restricted):
            yield f"{one.step} {restricted}", nudge_messages.message(one, about, told, T0)
        private = of(words, restricted=restricted)
        handed = nudge(Step.LEAD_NEW, DEPUTY, round=2)
        yield f"handed {restricted}", nudge_messages.message(handed, private, told, T0, note(words))
        for made in (ring(words), ring(words, call_at=SOON), ring(words, done_at=T0, done_by=OFFICER)):
            yield f"call {restricted}", call.asked_for(made, OFFICER, private, told)
        over = of(words, restricted=restricted, status=Status.CLOSED)
        yield f"call, closed {restricted}", call.asked_for(ring(words), OFFICER, over, told)
        put_off = nudge(Step.LEAD_NEW, LEAD, snoozed_until=SOON)
        for answer in (
            Answer.HAVE_IT,
            Answer.TAKE,
            Answer.STILL,
            Answer.CALL,
            Answer.DEPUTY,
            Answer.SOMEONE,
            Answer.NOT_MINE,
            Answer.SNOOZE,
            Answer.ON_IT,
            Answer.UNDO,
            Answer.WHY,
        ):
            yield f"said {answer}", said_back.understood(answer, put_off, AskedAbout(private), ring(words), told, T0)
        yield from _beside(words, private, told)
        for reason in (Reason.SNOOZE_TOO_LATE, Reason.NOT_KNOWN_HERE, Reason.ALREADY_SETTLED):
            yield f"no {reason}", said_back.refused(reason, words[:20], 1_780_000_000, private, told)
        yield f"which {restricted}", said_back.which([(put_off, private), (handed, private)], "a1b2")
        for done in (False, True):
            yield f"unsure {restricted}", said_back.unsure(private, done=done)
    yield "nothing waits", said_back.nothing_waits(told)


def _beside(words: str, private: Enquiry, told: Organisation) -> Iterator[tuple[str, Message]]:
    """What belongs to an enquiry: why it is asked, what is said back, and a call that was promised."""
    for about, steps in parts(words, private):
        for step in steps:
            subject = BESIDE.get(type(about.record)) or SUBJECTS[type(about.part)]
            sent = nudge(step, OFFICER, subject=subject, snoozed_until=SOON, late=True)
            for answer in set(every_answer(sent, about, told, T0)) - {Answer.HALF_AN_HOUR}:  # a button without words
                yield f"{answer} of {step}", said_back.understood(answer, sent, about, None, told, T0)
    for made in (ring(words), ring(words, call_at=SOON), ring(words, done_at=T0, done_by=OFFICER)):
        for step in (Step.CALL, Step.CALL_AGAIN):
            for state in (NudgeState.SENT, NudgeState.SETTLED):
                due = nudge(step, OFFICER, subject=Subject.CALL, late=True, state=state, settled_by=LEAD, settled_at=T0)
                yield f"{step} {state}", call.reminder(due, made, private, told, T0)


SUBJECTS = {
    SignOff: Subject.SIGN_OFF,
    FactCheck: Subject.FACT_CHECK,
    Task: Subject.TASK,
    CallRequest: Subject.CALL,
    TakeDown: Subject.TAKE_DOWN,
    type(None): Subject.ENQUIRY,
}
BESIDE: dict[type, Subject] = {ShareAsk: Subject.SHARE, JointItem: Subject.JOINT}


def parts(words: str, about: Enquiry) -> Iterator[tuple[AskedAbout, tuple[Step, ...]]]:
    """One of each thing that belongs to an enquiry, with the steps that ask about it."""
    yes = SignOff(enquiry_id=42, statement_id=1, person=LEAD, part=SignOffPart.LEAD, asked_by=OFFICER)
    instead = SignOff(
        enquiry_id=42, statement_id=1, person=OFFICER, part=SignOffPart.LEAD, asked_by=HEAD, for_whom=LEAD
    )
    facts = FactCheck(
        enquiry_id=42, statement_id=1, person=LEAD, asked_by=OFFICER, asked_at=T0, due_at=SOON, note=words
    )
    task = Task(
        enquiry_id=42, kind=TaskKind.TELL_FIRST, owner=OFFICER, made_at=T0, made_by=HEAD, about=LEAD, note=words
    )
    of_yes = (Step.SIGN_OFF, Step.SIGN_OFF_AGAIN, Step.SIGN_OFF_LATE, Step.READY_TO_SEND, Step.STOPPED)
    yield AskedAbout(about, yes), of_yes
    yield AskedAbout(about, instead), of_yes
    yield AskedAbout(about, facts), (Step.FACT_CHECK, Step.FACT_CHECK_AGAIN, Step.FACT_CHECK_LATE)
    yield AskedAbout(about, task), (Step.TASK, Step.TASK_AGAIN)
    yield AskedAbout(about, ring(words)), (Step.CALL, Step.CALL_AGAIN)
    yield AskedAbout(about), (Step.ASSIGNED, Step.COVERAGE)
    yield from _beside_enquiries(words)


def _beside_enquiries(words: str) -> Iterator[tuple[AskedAbout, tuple[Step, ...]]]:
    """What has nothing to do with an enquiry."""
    down = TakeDown(story_id=7, telling_id=None, owner=LEAD, asked_at=T0, because="withdrawn", what=words)
    yield AskedAbout(story(), down), (Step.TAKE_DOWN, Step.TAKE_DOWN_AGAIN, Step.TAKE_DOWN_HEAD)
    for kind, due in product(ShareKind, (SOON, T0)):
        ask = ShareAsk(form_id="f", kind=kind, asked_by=SOCIAL_WORKER, asked_at=T0, words=words, due_at=due, owner=LEAD)
        ask.id = 3
        steps = (Step.SHARE_ANSWER, Step.SHARE_HEAD, Step.CHANGE_NEW, Step.CHANGE_AGAIN, Step.CHANGE_HEAD)
        yield AskedAbout(ask), steps
    item = JointItem(form_id="f", rule="press", words=words, raised_by=SOCIAL_WORKER, raised_at=T0, due_at=SOON)
    item.id = 2
    yield AskedAbout(item), (Step.JOINT_NEW, Step.JOINT_HEAD)


def views(words: str, told: Organisation) -> Iterator[tuple[str, dict[str, Any]]]:
    """The forms."""
    for restricted in (False, True):
        one, about = nudge(Step.LEAD_NEW, LEAD), of(words, restricted=restricted)
        yield "later", nudge_answers.snooze_view(one, AskedAbout(about), told, T0)
        yield "later, little time", nudge_answers.snooze_view(one, AskedAbout(of(words, deadline=SOON)), told, T0)
        yield "ring me", nudge_answers.call_view(one, about, told)
        yield "hand it on", nudge_answers.hand_view(one, about)
        yield "not mine", nudge_answers.not_mine_view(one, about)
