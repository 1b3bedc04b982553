"""The weeks before an election, in which a public body is careful of what it publishes: when they are, and what they ask for."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.rules.form_checks import Problems, stripped
from bot.rules.involved import around
from bot.rules.reasons import Reason, Refused
from bot.rules.working_time import local
from storage.enquiry import Enquiry
from storage.involved import Task
from storage.kinds import Role, TaskKind, TaskState
from storage.organisation import ElectionPeriod, Organisation

LONGEST = timedelta(days=100)  # a period that is longer has a slip of the pen in it


def period_at(organisation: Organisation, at: datetime) -> ElectionPeriod | None:
    """The pre-election period in which a moment lies, first day and last day included. Of several the one that began last."""
    day = local(organisation.calendar, at).date()
    holding = [one for one in organisation.pre_election if one.starts_on <= day <= one.ends_on]
    return max(holding, key=lambda one: (one.starts_on, one.id), default=None)


def needs_monitoring_officer(enquiry: Enquiry, organisation: Organisation) -> bool:
    """Political, and raised in a pre-election period."""
    return enquiry.political and enquiry.is_open and period_at(organisation, enquiry.raised_at) is not None


def monitoring_officer(enquiry: Enquiry, organisation: Organisation) -> str | None:
    """Who is asked: the monitoring officer, or, where none is set, the head of communications, who asks the right person."""
    left = around(organisation, enquiry)
    return next(iter(left.holders(Role.MONITORING_OFFICER)), left.head_of_comms)


def waits_for_monitoring_officer(enquiry: Enquiry, tasks: Iterable[Task], organisation: Organisation) -> bool:
    """Nothing political is sent in such a period before the monitoring officer has seen it, or someone said why that is not needed.

    A period that was lifted asks nobody.
    """
    asked = (task for task in tasks if task.kind == TaskKind.MONITORING_OFFICER)
    return needs_monitoring_officer(enquiry, organisation) and any(task.state == TaskState.OPEN for task in asked)


@dataclass(frozen=True, slots=True)
class PeriodForm:
    """A pre-election period as typed; dates "" where they were left empty."""

    starts: str
    ends: str
    guidance: str = ""


@dataclass(frozen=True, slots=True)
class CheckedPeriod:
    """A form that can be kept."""

    starts_on: date
    ends_on: date
    guidance: str


def check_period(form: PeriodForm, organisation: Organisation, now: datetime) -> CheckedPeriod:
    """The form as it can be kept. Raises `FormRefused`."""
    tidy = stripped(form)
    problems = Problems()
    problems.need({"election_starts": tidy.starts, "election_ends": tidy.ends})
    problems.limit({"election_guidance": tidy.guidance}, {"election_guidance": 600})
    problems.refuse()
    starts_on, ends_on = date.fromisoformat(tidy.starts), date.fromisoformat(tidy.ends)
    if ends_on < starts_on:
        problems.add("election_ends", Refused(Reason.ENDS_BEFORE))
    elif ends_on - starts_on > LONGEST:
        problems.add("election_ends", Refused(Reason.PERIOD_TOO_LONG))
    elif ends_on < local(organisation.calendar, now).date():
        problems.add("election_ends", Refused(Reason.DATE_PASSED))
    problems.refuse()
    return CheckedPeriod(starts_on, ends_on, tidy.guidance)
