"""Putting a nudge off: until when it may wait, and what was asked for.

A snooze never misses a deadline: a quarter of the time left, at least ten minutes and at most an hour, stays for doing the thing.
"""

from datetime import datetime, timedelta

from bot.rules.asked_about import AskedAbout
from bot.rules.deadlines import read_deadline
from bot.rules.nudge_policy import PASSED_STEPS, POLICY, STORY_STEPS, rule_of
from bot.rules.reasons import FormRefused, Reason, Refused
from bot.rules.tasks import is_past
from bot.rules.urgency import answer_by
from bot.rules.working_time import add_working_days, add_working_time
from storage.call_request import CallRequest
from storage.enquiry import Enquiry
from storage.involved import Task
from storage.kinds import Status, Step
from storage.nudge import Nudge
from storage.organisation import Organisation
from storage.share import JointItem, ShareAsk
from storage.story_told import TakeDown

MINUTES = (15, 30, 60)
"""What is offered without typing anything."""

LEAST_LEFT, MOST_LEFT = timedelta(minutes=10), timedelta(hours=1)
SHARE_LEFT = 0.25
SHORTEST = timedelta(minutes=5)
ON_IT = timedelta(hours=1)  # of working time: whoever says that they are on it has so long in peace
DOWN_WITHIN = timedelta(hours=2)  # of working time: somebody does not agree any more, and it still stands
LONGEST = timedelta(days=7)  # once it is answered, or where the deadline is far away

UNTIL = "snooze_until"


def latest(step: Step, enquiry: Enquiry, organisation: Organisation, now: datetime) -> datetime | None:
    """Until when this may wait at the latest; None where it may not wait at all."""
    if step in PASSED_STEPS or step == Step.RAISER_RING or not enquiry.is_open:
        return None
    if enquiry.status == Status.RESPONDED:
        return now + LONGEST
    return _before(answer_by(enquiry, organisation), now)


def _before(end: datetime, now: datetime) -> datetime | None:
    """Until when it may wait so that some of the time is left; None where there is too little of it."""
    left = end - now
    kept = min(max(left * SHARE_LEFT, LEAST_LEFT), MOST_LEFT)
    return now + min(left - kept, LONGEST) if left - kept >= SHORTEST else None


def latest_of(nudge: Nudge, about: AskedAbout, organisation: Organisation, now: datetime) -> datetime | None:
    """The same for a nudge about anything: until when it may wait at the latest; None where it may not wait at all."""
    enquiry, step = about.enquiry, Step(nudge.step)
    if isinstance(about.record, ShareAsk | JointItem):
        return _answer_latest(about.record, organisation, now)
    if enquiry is None:
        return _story_latest(step, about, organisation, now)
    if isinstance(about.part, Task) and not is_past(about.part, enquiry) and enquiry.responded_at is not None:
        return add_working_days(organisation.calendar, now, 1)  # the deadline is over, and what is left is ours to do
    last = latest(step, enquiry, organisation, now)
    if last is not None and isinstance(about.part, CallRequest):
        return min(last, now + MOST_LEFT)  # somebody sits by the phone
    return last


def _answer_latest(asked: ShareAsk | JointItem, organisation: Organisation, now: datetime) -> datetime | None:
    """Somebody was told by when they would have an answer; once that is past, no longer than a working hour more."""
    if asked.due_at is None or asked.due_at <= now:
        return add_working_time(organisation.calendar, now, MOST_LEFT)
    return _before(asked.due_at, now)


def _story_latest(step: Step, about: AskedAbout, organisation: Organisation, now: datetime) -> datetime | None:
    """An author who waits is told within a working day more; a consent ends when it ends."""
    if isinstance(about.part, TakeDown):
        return add_working_time(organisation.calendar, now, DOWN_WITHIN)
    if step in STORY_STEPS:
        return add_working_days(organisation.calendar, now, 1)
    last = now + LONGEST if about.ends_at is None else min(now + LONGEST, about.ends_at)
    return last if last - now >= SHORTEST else None


def within(until: datetime, last: datetime | None) -> datetime:
    """The moment until which it waits. Raises `Refused` with CANNOT_WAIT, or with SNOOZE_TOO_LATE and the latest moment."""
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


_AGAIN = {
    Step.LEAD_NEW: Step.LEAD_AGAIN,
    Step.OFFICER_NEW: Step.OFFICER_UNCLAIMED,
    Step.SIGN_OFF: Step.SIGN_OFF_AGAIN,
    Step.FACT_CHECK: Step.FACT_CHECK_AGAIN,
    Step.TASK: Step.TASK_AGAIN,
    Step.CALL: Step.CALL_AGAIN,
    Step.TAKE_DOWN: Step.TAKE_DOWN_AGAIN,
    Step.CHANGE_NEW: Step.CHANGE_AGAIN,
}


def step_afterwards(step: Step, organisation: Organisation) -> Step:
    """Which step reminds of it when the snooze is over: nobody is told twice that something has just come in."""
    again = _AGAIN.get(step)
    if again is None or (again in POLICY and rule_of(again, organisation).off):
        return step
    return again


def on_it_until(nudge: Nudge, about: AskedAbout, organisation: Organisation, now: datetime) -> datetime | None:
    """When somebody who says that they are on it is asked whether it is done: after a working hour, or half of what time there is."""
    last = latest_of(nudge, about, organisation, now)
    if last is None:
        return None
    return min(add_working_time(organisation.calendar, now, ON_IT), now + (last - now) / 2)
