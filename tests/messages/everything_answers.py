"""Every nudge with its answers, every form behind them, calls, and what is said back, around one foreign text."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from bot.messages import call, nudge_answers, said_back
from bot.messages import nudge as nudge_messages
from bot.messages.message import Message
from bot.rules.nudge_answers import Answer
from bot.rules.nudge_policy import POLICY
from bot.rules.reasons import Reason
from storage.call_request import CallRequest
from storage.enquiry import Enquiry
from storage.kinds import Status, Step
from storage.nudge import Nudge
from storage.organisation import Organisation
from storage.thread_note import ThreadNote
from tests.messages.samples import DEPUTY, HEAD, LEAD, OFFICER, SOCIAL_WORKER, T0, enquiry, nudge

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
            Answer.UNDO,
            Answer.WHY,
        ):
            yield f"said {answer}", said_back.understood(answer, put_off, private, ring(words), told, T0)
        for reason in (Reason.SNOOZE_TOO_LATE, Reason.NOT_KNOWN_HERE, Reason.ALREADY_SETTLED):
            yield f"no {reason}", said_back.refused(reason, words[:20], 1_780_000_000, private, told)
        yield f"which {restricted}", said_back.which([(put_off, private), (handed, private)], "a1b2")
        for done in (False, True):
            yield f"unsure {restricted}", said_back.unsure(private, done=done)
    yield "nothing waits", said_back.nothing_waits(told)


def views(words: str, told: Organisation) -> Iterator[tuple[str, dict[str, Any]]]:
    """The forms."""
    for restricted in (False, True):
        one, about = nudge(Step.LEAD_NEW, LEAD), of(words, restricted=restricted)
        yield "later", nudge_answers.snooze_view(one, about, told, T0)
        yield "later, little time", nudge_answers.snooze_view(one, of(words, deadline=SOON), told, T0)
        yield "ring me", nudge_answers.call_view(one, about, told)
        yield "hand it on", nudge_answers.hand_view(one, about)
        yield "not mine", nudge_answers.not_mine_view(one, about)
