"""Things to do beside the answer: when the person who has one is asked, and asked again, until it is done or not needed.

All of it waits for its owner's hours, except what has to be done before an urgent answer goes.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.rules.availability import NotThere, not_in_time
from bot.rules.form_checks import Problems, stripped
from bot.rules.involved import asked_around
from bot.rules.nudging import Decision, Later, Moot, PlannedNudge, now_or_at, reached_at
from bot.rules.reasons import Reason, Refused
from bot.rules.recipients import officer_on_duty
from bot.rules.working_time import add_working_days, add_working_time
from storage.enquiry import Enquiry
from storage.involved import Task
from storage.kinds import Status, Step, TaskKind, TaskState
from storage.nudge import Nudge
from storage.organisation import Organisation


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskRule:
    """When a thing is first asked for, in working time after it came up, and how often again. `at_due`: first when it is due."""

    first: timedelta = timedelta()
    again: timedelta = timedelta(hours=4)
    at_due: bool = False
    ends_with_answer: bool = False  # pointless once the enquiry is answered or closed


TASKS: dict[TaskKind, TaskRule] = {
    TaskKind.TELL_FIRST: TaskRule(again=timedelta(hours=1)),
    TaskKind.TELL_MANAGER: TaskRule(first=timedelta(hours=2)),
    TaskKind.SECURITY: TaskRule(first=timedelta(hours=2)),
    TaskKind.CHECK_IN: TaskRule(at_due=True, again=timedelta(hours=8)),
    TaskKind.TELL_FAMILY: TaskRule(again=timedelta(hours=2), ends_with_answer=True),
    TaskKind.FOI: TaskRule(again=timedelta(hours=8)),
    TaskKind.MONITORING_OFFICER: TaskRule(again=timedelta(hours=2), ends_with_answer=True),
    TaskKind.REPLACE: TaskRule(again=timedelta(hours=4)),
}
CHECK_IN_DAYS = 1  # working days after the answer, or after the coverage where there is any


def owner_of(enquiry: Enquiry, organisation: Organisation, now: datetime) -> str | None:
    """Who has a thing to do where nobody else is named: the enquiry's officer, or whoever is on duty."""
    return enquiry.officer or officer_on_duty(asked_around(organisation, enquiry), enquiry.service_area, now)


def plan_task(task: Task, organisation: Organisation, now: datetime, round_: int = 1) -> list[PlannedNudge]:
    """The first asking and the one after it. Nothing where it waits for a day that is not known yet."""
    rule = TASKS[task.kind]
    if rule.at_due and task.due_at is None:
        return []
    due_at = task.due_at if rule.at_due and task.due_at else _after(organisation, now, rule.first)
    first = reached_at(task.owner, organisation, max(due_at, now))
    again = plan_task_again(task, organisation, first, round_)
    return [PlannedNudge(Step.TASK, task.owner, first, round=round_), *again]


def plan_task_again(task: Task, organisation: Organisation, now: datetime, round_: int) -> list[PlannedNudge]:
    """The next asking, after this one."""
    due_at = reached_at(task.owner, organisation, _after(organisation, now, TASKS[task.kind].again))
    return [PlannedNudge(Step.TASK_AGAIN, task.owner, due_at, round=round_)]


def _after(organisation: Organisation, now: datetime, wait: timedelta) -> datetime:
    return add_working_time(organisation.calendar, now, wait) if wait else now


def decide_task(nudge: Nudge, task: Task, enquiry: Enquiry, organisation: Organisation, now: datetime) -> Decision:
    """What becomes of a planned nudge about a thing to do. An urgent enquiry's does not wait for the office."""
    if task.state != TaskState.OPEN:
        return Moot(str(task.state))
    if is_past(task, enquiry):
        return Moot(str(enquiry.status))
    if nudge.due_at > now:
        return Later(nudge.due_at)
    return now_or_at(nudge, reached_at(task.owner, organisation, now, urgent=_presses(task, enquiry)), now)


def _presses(task: Task, enquiry: Enquiry) -> bool:
    return enquiry.urgent and TASKS[task.kind].ends_with_answer


def owner_misses(task: Task, enquiry: Enquiry, organisation: Organisation, now: datetime) -> NotThere | None:
    """Why its owner cannot see to it before they would be asked again, so that it goes to somebody else; None where they can."""
    by = max(task.due_at or now, add_working_time(organisation.calendar, now, TASKS[task.kind].again))
    return not_in_time(organisation, task.owner, now, by, urgent=_presses(task, enquiry))


def is_past(task: Task, enquiry: Enquiry) -> bool:
    """Whether it has no point any more: it belonged before the answer, and that has gone."""
    return TASKS[task.kind].ends_with_answer and enquiry.status in (Status.RESPONDED, Status.CLOSED)


def check_in_at(organisation: Organisation, since: datetime) -> datetime:
    """When someone asks how they are."""
    return add_working_days(organisation.calendar, since, CHECK_IN_DAYS)


def check_open(task: Task) -> None:
    """It is done once."""
    if task.state != TaskState.OPEN:
        raise Refused(Reason.ALREADY_SETTLED, by=task.done_by)


@dataclass(frozen=True, slots=True)
class NotNeededForm:
    """Why a thing is not needed after all."""

    because: str


def check_not_needed(form: NotNeededForm) -> NotNeededForm:
    """The form as it can be kept. Raises `FormRefused`."""
    tidy = stripped(form)
    problems = Problems()
    problems.need({"task_note": tidy.because})
    problems.limit({"task_note": tidy.because}, {"task_note": 500})
    problems.keep_private({"task_note": tidy.because})
    problems.refuse()
    return tidy


def check_new_owner(to: str, enquiry: Enquiry) -> None:
    """Whom it is handed to. Raises `FormRefused`."""
    problems = Problems()
    problems.need({"task_owner": to})
    if to and to in enquiry.excluded:
        problems.add("task_owner", Refused(Reason.ASK_US_FIRST, by=to))
    problems.refuse()
