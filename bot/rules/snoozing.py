"""Putting a nudge off: until when it may wait, and what was asked for.

A snooze never misses a deadline: a quarter of the time left, at least ten minutes and at most an hour, stays for doing the thing.
"""

from datetime import datetime, timedelta

from bot.rules.deadlines import read_deadline
from bot.rules.nudge_policy import PASSED_STEPS, rule_of
from bot.rules.reasons import FormRefused, Reason, Refused
from bot.rules.urgency import answer_by
from storage.enquiry import Enquiry
from storage.kinds import Status, Step
from storage.organisation import Organisation

MINUTES = (15, 30, 60)
"""What is offered without typing anything."""

LEAST_LEFT, MOST_LEFT = timedelta(minutes=10), timedelta(hours=1)
SHARE_LEFT = 0.25
SHORTEST = timedelta(minutes=5)
LONGEST = timedelta(days=7)  # once it is answered, or where the deadline is far away

UNTIL = "snooze_until"


def latest(step: Step, enquiry: Enquiry, organisation: Organisation, now: datetime) -> datetime | None:
    """Until when this may wait at the latest; None where it may not wait at all."""
    if step in PASSED_STEPS or step == Step.RAISER_RING or not enquiry.is_open:
        return None
    if enquiry.status == Status.RESPONDED:
        return now + LONGEST
    left = answer_by(enquiry, organisation) - now
    kept = min(max(left * SHARE_LEFT, LEAST_LEFT), MOST_LEFT)
    return now + min(left - kept, LONGEST) if left - kept >= SHORTEST else None


def check_snooze(until: datetime, step: Step, enquiry: Enquiry, organisation: Organisation, now: datetime) -> datetime:
    """The moment until which it waits. Raises `Refused` with CANNOT_WAIT, or with SNOOZE_TOO_LATE and the latest moment."""
    last = latest(step, enquiry, organisation, now)
    if last is None:
        raise Refused(Reason.CANNOT_WAIT)
    if until > last:
        raise Refused(Reason.SNOOZE_TOO_LATE, limit=_on_the_minute(last))
    return until


def _on_the_minute(moment: datetime) -> datetime:
    return moment.replace(second=0, microsecond=0)


def read_until(words: str, now: datetime, organisation: Organisation) -> datetime:
    """Until when, out of what someone wrote. Raises `Refused` with TIME_NOT_UNDERSTOOD or DEADLINE_PASSED."""
    try:
        until = read_deadline(words, now, organisation.calendar)
    except Refused as refused:
        if refused.reason == Reason.DEADLINE_PASSED:
            raise
        raise Refused(Reason.TIME_NOT_UNDERSTOOD) from None
    if until is None:
        raise Refused(Reason.TIME_NOT_UNDERSTOOD)
    return until


def asked_until(choice: str, words: str, now: datetime, organisation: Organisation) -> datetime:
    """Out of the form: a number of minutes, or a time that was typed, which counts for more. Raises `FormRefused`."""
    try:
        if words.strip():
            return read_until(words, now, organisation)
    except Refused as refused:
        raise FormRefused({UNTIL: refused}) from None
    if choice not in {str(minutes) for minutes in MINUTES}:
        raise FormRefused({UNTIL: Refused(Reason.MISSING)})
    return now + timedelta(minutes=int(choice))


_AGAIN = {Step.LEAD_NEW: Step.LEAD_AGAIN, Step.OFFICER_NEW: Step.OFFICER_UNCLAIMED}


def step_afterwards(step: Step, organisation: Organisation) -> Step:
    """Which step reminds of it when the snooze is over: nobody is told twice that something has just come in."""
    again = _AGAIN.get(step)
    return step if again is None or rule_of(again, organisation).off else again
