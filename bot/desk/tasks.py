"""The verbs of things to do beside the answer: made, done, not needed, handed on."""

from datetime import datetime

from bot.desk import statement_needs, telling
from bot.desk.planning import next_round, plan
from bot.desk.sign_off_asking import BOT, WENT_ROUND
from bot.desk.work import Work, verb
from bot.rules.availability import Absent, available
from bot.rules.deeds import Deed
from bot.rules.involved import check_not_left_out
from bot.rules.permissions import check
from bot.rules.recipients import officer_of
from bot.rules.tasks import (
    TASKS,
    NotNeededForm,
    check_in_at,
    check_new_owner,
    check_not_needed,
    check_open,
    is_past,
    owner_misses,
    owner_of,
    plan_task,
    plan_task_again,
)
from storage.enquiry import Enquiry
from storage.involved import Task, get_task, tasks_of
from storage.kinds import Subject, TaskKind, TaskState
from storage.nudge import Nudge, drop_planned


def make(
    work: Work,
    enquiry: Enquiry,
    kind: TaskKind,
    *,
    by: str,
    owner: str | None = None,
    about: str | None = None,
    due_at: datetime | None = None,
) -> Task | None:
    """Something to do, once for each kind and person. Its owner: the one given, the officer, or whoever is on duty."""
    if any(
        (one.kind, one.about, one.state) == (kind, about, TaskState.OPEN) for one in tasks_of(work.session, enquiry.id)
    ):
        return None
    who = owner or owner_of(enquiry, work.organisation, work.now)
    if who is None:
        return None
    task = Task(enquiry_id=enquiry.id, kind=kind, owner=who, made_at=work.now, made_by=by, about=about, due_at=due_at)
    work.session.add(task)
    work.session.flush()
    if TASKS[kind].at_due or not _went_round(work, task, enquiry):
        plan(work, Subject.TASK, task.id, plan_task(task, work.organisation, work.now))
    return task


def goes_round(work: Work, _: Nudge, found: tuple[Task, Enquiry]) -> bool:
    """Before its owner is asked: whether it goes to somebody else, since they are not there."""
    task, enquiry = found
    return task.state == TaskState.OPEN and not is_past(task, enquiry) and _went_round(work, task, enquiry)


def _went_round(work: Work, task: Task, enquiry: Enquiry) -> bool:
    """Whoever they named has it now, or else the press officer who is there. Never the person it is about."""
    missed = owner_misses(task, enquiry, work.organisation, work.now)
    if missed is None or missed.why == Absent.RING:
        return False
    others = (missed.deputy, officer_of(enquiry, work.organisation, work.now))
    to = next((one for one in others if one and _may_have_it(one, task, enquiry, work)), None)
    if to is None:
        return False
    before = task.owner
    _give(work, task, to, BOT)
    telling.moved(work, enquiry, BOT, WENT_ROUND, {"task": str(task.kind), "from": before, "to": to})
    return True


def _may_have_it(person: str, task: Task, enquiry: Enquiry, work: Work) -> bool:
    part_of_it = person in (*enquiry.excluded, *enquiry.named, task.about, task.owner)
    return not part_of_it and available(work.organisation, person, work.now)


def start_check_ins(work: Work, enquiry: Enquiry) -> None:
    """It has been answered, closed or published: whoever may be named is asked how they are a working day after the last of these."""
    for task in tasks_of(work.session, enquiry.id):
        if task.kind == TaskKind.CHECK_IN and task.state == TaskState.OPEN:
            task.due_at = check_in_at(work.organisation, work.now)
            drop_planned(work.session, Subject.TASK, task.id, None, work.now)
            round_ = next_round(work, Subject.TASK, task.id)
            plan(work, Subject.TASK, task.id, plan_task(task, work.organisation, work.now, round_))


def ask_again(work: Work, _: Nudge, found: tuple[Task, Enquiry]) -> None:
    """Someone has been asked: the next asking is planned, for as long as it takes."""
    task = found[0]
    drop_planned(work.session, Subject.TASK, task.id, None, work.now)
    round_ = next_round(work, Subject.TASK, task.id)
    plan(work, Subject.TASK, task.id, plan_task_again(task, work.organisation, work.now, round_))


def find(work: Work, task_id: int) -> tuple[Task, Enquiry] | None:
    """A thing to do with its enquiry, which is locked first."""
    return work.belonging(get_task, task_id)


@verb
def finish(work: Work, task_id: int, *, person: str) -> Enquiry:
    """It is done."""
    task, enquiry = _to_settle(work, task_id, Deed.FINISH_TASK, person)
    if task.state == TaskState.DONE and task.done_by == person:
        return enquiry  # the same press twice
    check_open(task)
    settle(work, enquiry, task, TaskState.DONE, person)
    if task.kind == TaskKind.FOI:
        enquiry.foi_handed_at = work.now
    telling.moved(work, enquiry, person, Deed.FINISH_TASK, {"task": str(task.kind)})
    return enquiry


@verb
def drop(work: Work, task_id: int, form: NotNeededForm, *, person: str) -> Enquiry:
    """It is not needed, and why. Raises FormRefused."""
    form = check_not_needed(form)
    task, enquiry = _to_settle(work, task_id, Deed.DROP_TASK, person)
    if task.state == TaskState.NOT_NEEDED and task.done_by == person:
        return enquiry
    check_open(task)
    task.note = form.because
    settle(work, enquiry, task, TaskState.NOT_NEEDED, person)
    telling.moved(work, enquiry, person, Deed.DROP_TASK, {"task": str(task.kind), "because": form.because})
    return enquiry


@verb
def hand_on(work: Work, task_id: int, to: str, *, person: str) -> Enquiry:
    """Someone else does it, and is asked. Raises FormRefused."""
    task, enquiry = _to_settle(work, task_id, Deed.HAND_TASK, person)
    if task.owner == to:
        return enquiry
    check_open(task)
    check_new_owner(to, enquiry)
    _give(work, task, to, person)
    telling.moved(work, enquiry, person, Deed.HAND_TASK, {"task": str(task.kind), "to": to})
    return enquiry


def _give(work: Work, task: Task, to: str, by: str) -> None:
    """It is somebody else's from now on, who is asked anew."""
    _close_requests(work, task, by, Deed.HAND_TASK)
    task.owner = to
    round_ = next_round(work, Subject.TASK, task.id)
    plan(work, Subject.TASK, task.id, plan_task(task, work.organisation, work.now, round_))


def settle(work: Work, enquiry: Enquiry, task: Task, state: TaskState, person: str) -> None:
    """It waits for nobody any more; what was asked says so, and approved words that waited for it may go."""
    task.state, task.done_by, task.done_at = state, person, work.now
    _close_requests(work, task, person, Deed.FINISH_TASK if state == TaskState.DONE else Deed.DROP_TASK)
    if task.kind == TaskKind.MONITORING_OFFICER:
        statement_needs.may_go_now(work, enquiry, person)


def _close_requests(work: Work, task: Task, person: str, deed: Deed) -> None:
    telling.close_requests(work, Subject.TASK, task.id, None, person, deed.value)


def _to_settle(work: Work, task_id: int, deed: Deed, person: str) -> tuple[Task, Enquiry]:
    task, enquiry = work.must_belong(get_task, task_id)
    check_not_left_out(person, enquiry)
    if person != task.owner:
        check(deed, person, work.organisation, enquiry)
    return task, enquiry


@verb
def to_settle(work: Work, task_id: int, deed: Deed, *, person: str) -> tuple[Task, Enquiry]:
    """A thing to do for the form about it, checked as the deed itself will be. Raises Refused."""
    task, enquiry = _to_settle(work, task_id, deed, person)
    check_open(task)
    work.opened(enquiry, person, {"for": deed.value})
    return task, enquiry
