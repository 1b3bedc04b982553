"""Asking what was published: a quiet nudge to the officer, two working days after the answer went."""

from datetime import datetime

from bot.rules.nudging import Decision, Moot, PlannedNudge, reached_at, said_to
from bot.rules.recipients import officer_of
from bot.rules.working_time import add_working_days, next_opening
from storage.enquiry import Enquiry
from storage.kinds import Status, Step
from storage.nudge import Nudge
from storage.organisation import Organisation

COVERAGE_DAYS = 2  # working days: by then most of what an answer was for has come out


def plan_coverage(enquiry: Enquiry, organisation: Organisation, now: datetime, round_: int = 1) -> list[PlannedNudge]:
    """One question, in office hours, to whoever holds the enquiry. Somebody is always asked who is in the press office."""
    due_at = next_opening(organisation.calendar, add_working_days(organisation.calendar, now, COVERAGE_DAYS))
    person = coverage_recipient(enquiry, organisation, due_at)
    if person is None:
        return []
    return [PlannedNudge(Step.COVERAGE, person, reached_at(person, organisation, due_at), round=round_)]


def coverage_recipient(enquiry: Enquiry, organisation: Organisation, at: datetime) -> str | None:
    """The officer who holds it, while they are there, or else who is on duty."""
    return officer_of(enquiry, organisation, at)


def decide_coverage(nudge: Nudge, enquiry: Enquiry, organisation: Organisation, now: datetime) -> Decision:
    """What becomes of the question at this moment. It never disturbs an evening."""
    if enquiry.status != Status.RESPONDED:
        return Moot(str(enquiry.status))
    return said_to(nudge, coverage_recipient(enquiry, organisation, now), organisation, now)
