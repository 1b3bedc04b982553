"""The promise: every idea is answered within so many working days. How well it is kept, for everyone who asks; never by person."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.rules.working_time import add_working_days, next_opening
from storage.organisation import Organisation
from storage.story_bank import Wait

MOST_DAYS = 250
QUARTER = timedelta(days=91)


@dataclass(frozen=True, slots=True)
class Kept:
    """How the last three months went."""

    in_time: int = 0
    late: int = 0
    waiting: int = 0
    overdue: int = 0  # of those that wait
    longest: int = 0  # working days that the one which has waited longest has waited so far

    @property
    def answered(self) -> int:
        """How many were answered."""
        return self.in_time + self.late


def promised_by(sent_in_at: datetime, organisation: Organisation, more: int = 0) -> datetime:
    """By when an idea is to be answered; with `more`, so many working days later."""
    calendar = organisation.calendar
    return next_opening(calendar, add_working_days(calendar, sent_in_at, organisation.promise_days + more))


def kept(waits: Iterable[Wait], organisation: Organisation, now: datetime) -> Kept:
    """How the promise was kept."""
    known = list(waits)
    answered = [(one, one.answered_at) for one in known if one.answered_at is not None]
    in_time = sum(at <= promised_by(one.sent_in_at, organisation) for one, at in answered)
    waiting = [one.sent_in_at for one in known if one.answered_at is None]
    return Kept(
        in_time=in_time,
        late=len(answered) - in_time,
        waiting=len(waiting),
        overdue=sum(promised_by(at, organisation) < now for at in waiting),
        longest=working_days_since(min(waiting), organisation, now) if waiting else 0,
    )


def working_days_since(moment: datetime, organisation: Organisation, now: datetime) -> int:
    """How many working days have gone by, and no more than a year's."""
    days = 0
    while days < MOST_DAYS and add_working_days(organisation.calendar, moment, days + 1) <= now:
        days += 1
    return days
