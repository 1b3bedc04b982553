"""A lead's day: what waits for them, and what has been dealt with since it began."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from bot.rules.availability import at_work, available
from bot.rules.involved import is_left_out
from bot.rules.nudge_policy import LEAD_STEPS, STILL_LEAD_STEPS
from bot.rules.summaries import moment_of_day
from bot.rules.working_time import local
from storage.enquiry import Enquiry
from storage.finding import Waiting
from storage.kinds import Step
from storage.nudge import Nudge
from storage.organisation import Organisation

ASKED_OF_LEADS = (
    LEAD_STEPS
    | STILL_LEAD_STEPS
    | {Step.SIGN_OFF, Step.SIGN_OFF_AGAIN, Step.FACT_CHECK, Step.FACT_CHECK_AGAIN, Step.TASK, Step.TASK_AGAIN}
)
"""What a lead is asked, by whatever step."""


class Needs(StrEnum):
    """What somebody is needed for."""

    HAVE_IT = "have_it"
    YES = "yes"
    FACTS = "facts"
    TASK = "task"


@dataclass(frozen=True, slots=True)
class Needed:
    """One thing that waits for a lead. `asked_at`: since when."""

    what: Needs
    enquiry_id: int
    reference: str
    due: datetime | None
    asked_at: datetime


@dataclass(frozen=True, slots=True)
class Settled:
    """One thing that waited for them and has been dealt with today, by whom, or by someone whom we do not name."""

    reference: str
    by: str | None
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class LeadDay:
    """What waits for one lead, and what no longer does."""

    day: date
    needed: tuple[Needed, ...]
    settled: tuple[Settled, ...] = ()


def leads(organisation: Organisation) -> list[str]:
    """Everyone who leads a service or stands in for its lead, but those whom the press office's own summary reaches."""
    areas = organisation.service_areas.values()
    people = dict.fromkeys(person for area in areas for person in (area.lead, *area.deputies) if person)
    return [one for one in people if not organisation.is_press_office(one)]


def is_their_morning(organisation: Organisation, person: str, now: datetime) -> bool:
    """Whether they are at work and there, so that a summary finds them at the start of their day and not before."""
    return at_work(organisation, person, now) and available(organisation, person, now)


def lead_day(
    person: str,
    waiting: Waiting,
    settled: Sequence[tuple[Nudge, Enquiry]],
    organisation: Organisation,
    now: datetime,
) -> LeadDay:
    """What waits for somebody as a lead, as they may know it, and what has been dealt with since the day began."""
    needed = tuple(_needed(waiting))
    still = {one.reference for one in needed}
    done: dict[str, Settled] = {}
    for nudge, enquiry in settled:
        if not is_left_out(person, enquiry) and enquiry.reference not in still:
            done[enquiry.reference] = Settled(enquiry.reference, nudge.settled_by, nudge.settled_at or now)
    return LeadDay(day=local(organisation.calendar, now).date(), needed=needed, settled=tuple(done.values()))


def _needed(waiting: Waiting) -> list[Needed]:
    found = [
        *(_need(Needs.YES, about, one.due_at, one.asked_at) for one, about in waiting.sign_offs),
        *(_need(Needs.HAVE_IT, about, about.deadline, one.sent_at) for one, about in waiting.nudges),
        *(_need(Needs.FACTS, about, one.due_at, one.asked_at) for one, about in waiting.fact_checks),
        *(_need(Needs.TASK, about, one.due_at, one.made_at) for one, about in waiting.tasks),
    ]
    return sorted(found, key=lambda one: (one.due is None, one.due or one.asked_at, one.enquiry_id, one.what))


def _need(what: Needs, about: Enquiry, due: datetime | None, asked_at: datetime | None) -> Needed:
    return Needed(what, about.id, about.reference, due, asked_at or about.raised_at)


def is_worth_saying(day: LeadDay, organisation: Organisation) -> bool:
    """Only what waits since yesterday or longer: what they were asked this morning they have just read."""
    begins = moment_of_day(organisation.calendar, day.day)
    return any(one.asked_at < begins for one in day.needed)
