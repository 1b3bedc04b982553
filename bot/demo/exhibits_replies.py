"""Answers to nudges in the gallery: the forms behind the buttons, calls asked for, what is said back, and several nudges in one."""

from datetime import datetime, timedelta
from typing import Any

from bot.demo import specimens
from bot.demo.exhibit import Built, ending
from bot.demo.specimens_desk import cast_of, of
from bot.messages import call, nudge, nudge_answers, nudge_bundle, said_back
from bot.rules.asked_about import AskedAbout
from bot.rules.nudge_answers import Answer
from bot.rules.reasons import Reason
from storage.call_request import CallRequest
from storage.enquiry import Enquiry
from storage.kinds import NudgeState, Status, Step, Subject
from storage.organisation import Organisation
from storage.thread_note import ThreadNote

SAID = (
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
)
TURNED_DOWN = (Reason.SNOOZE_TOO_LATE, Reason.NOT_KNOWN_HERE, Reason.ALREADY_SETTLED)
NOTE = "I am in court until three. You know Larkfield better than I do."


def build(told: Organisation, now: datetime) -> Built:
    """Everything that can be answered, and what is said back."""
    for private in (False, True):
        one = of(told, now, Status.NEW, private=private)
        yield from _nudges(one, told, now)
        yield from _calls(one, told, now)
        yield from _said(one, told, now)
    yield from _forms(of(told, now, Status.NEW, private=False), told, now)
    yield "replies: nothing waits", said_back.nothing_waits(told)
    yield from _bundles(told, now)


def _nudges(one: Enquiry, told: Organisation, now: datetime) -> Built:
    """Put off for half an hour, and handed on with a word."""
    people, end = cast_of(one, told), ending(private=one.restricted)
    put_off = specimens.nudge(Step.LEAD_NEW, people.lead, now, snoozed_until=now + timedelta(minutes=30))
    yield f"replies: put off{end}", nudge.message(put_off, one, told, now)
    handed = specimens.nudge(Step.LEAD_NEW, people.deputy, now, round=2)
    words = ThreadNote(enquiry_id=one.id, channel="", ts="handed", author=people.lead, words=NOTE, posted_at=now)
    yield f"replies: handed on{end}", nudge.message(handed, one, told, now, words)


def _ring(one: Enquiry, told: Organisation, now: datetime, **changes: Any) -> CallRequest:
    lead = cast_of(one, told).lead
    made = CallRequest(enquiry_id=one.id, person=lead, number=told.people[lead].phone, asked_at=now, **changes)
    made.id = 5
    return made


def _calls(one: Enquiry, told: Organisation, now: datetime) -> Built:
    officer, end = cast_of(one, told).officer, ending(private=one.restricted)
    for name, facts in (
        ("now", {}),
        ("at a time", {"call_at": now + timedelta(minutes=30), "when_words": "in half an hour"}),
        ("done", {"done_at": now, "done_by": officer}),
    ):
        asked = _ring(one, told, now, **facts)
        yield f"replies: ring someone, {name}{end}", call.asked_for(asked, officer, one, told)
    promised = _ring(one, told, now, call_at=now, when_words="at ten")
    for step in (Step.CALL, Step.CALL_AGAIN):
        due = specimens.nudge(step, officer, now, subject=Subject.CALL)
        yield f"replies: ring them now, {step}{end}", call.reminder(due, promised, one, told, now)
    moved = {"state": NudgeState.SETTLED, "settled_by": promised.person, "settled_how": "call_asked", "settled_at": now}
    over = specimens.nudge(Step.CALL, officer, now, subject=Subject.CALL, **moved)
    yield f"replies: ring them at another time{end}", call.reminder(over, promised, one, told, now)


def _said(one: Enquiry, told: Organisation, now: datetime) -> Built:
    people, end = cast_of(one, told), ending(private=one.restricted)
    until = now + timedelta(minutes=30)
    asked = specimens.nudge(Step.LEAD_NEW, people.lead, now, snoozed_until=until)
    ring = _ring(one, told, now)
    handed = of(told, now, Status.NEW, private=one.restricted, lead=people.deputy)
    for answer in SAID:
        about = handed if answer in (Answer.DEPUTY, Answer.SOMEONE) else one
        yield (
            f"replies: said back, {answer}{end}",
            said_back.understood(answer, asked, AskedAbout(about), ring, told, now),
        )
    for reason in TURNED_DOWN:
        refused = said_back.refused(reason, people.lead, int(until.timestamp()), one, told)
        yield f"replies: cannot, {reason}{end}", refused
    other = specimens.nudge(Step.LEAD_AGAIN, people.lead, now)
    second = of(told, now, Status.NEW, private=one.restricted, outlet="Coastline FM")
    second.id = 43
    yield f"replies: which of them{end}", said_back.which([(asked, one), (other, second)], "a1b2")
    for done in (False, True):
        yield f"replies: not sure, {'done' if done else 'not done'}{end}", said_back.unsure(one, done=done)


def _forms(one: Enquiry, told: Organisation, now: datetime) -> Built:
    asked = specimens.nudge(Step.LEAD_NEW, cast_of(one, told).lead, now)
    yield "replies: remind me later", nudge_answers.snooze_view(asked, AskedAbout(one), told, now)
    yield "replies: ring me", nudge_answers.call_view(asked, one, told)
    yield "replies: hand it on", nudge_answers.hand_view(asked, one)
    yield "replies: it is not mine", nudge_answers.not_mine_view(asked, one)


def _bundles(told: Organisation, now: datetime) -> Built:
    """Two that waited over night and came in one message; then one of them, then both, dealt with."""
    both = (of(told, now, Status.NEW, private=False), of(told, now, Status.NEW, private=True))
    both[1].id = 43
    for done in range(3):
        parts = []
        for number, one in enumerate(both):
            lead = cast_of(one, told).lead
            over: dict[str, Any] = {"state": NudgeState.SETTLED, "settled_by": lead, "settled_how": "acknowledged"}
            state = {**over, "settled_at": now} if number < done else {}
            sent = specimens.nudge(Step.LEAD_AGAIN, lead, now, late=number == 1, **state)
            parts.append((sent, nudge.message(sent, one, told, now)))
        yield f"replies: two nudges together, {done} dealt with", nudge_bundle.together(parts)
