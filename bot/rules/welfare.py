"""What is done for a colleague who may be named in what is published, and in what order: they come before anyone else."""

from collections.abc import Collection, Iterable

from storage.enquiry import Enquiry
from storage.involved import Involved, Task
from storage.kinds import Mark, Part, TaskKind, TaskState

STEPS = (TaskKind.TELL_FIRST, TaskKind.TELL_MANAGER, TaskKind.SECURITY, TaskKind.CHECK_IN)
"""Told first; their manager and the building's security, as they wish; and how they are, once it has been published."""


def steps_missing(tasks: Iterable[Task], person: str) -> tuple[TaskKind, ...]:
    """The welfare steps that have not been started for someone."""
    started = {task.kind for task in tasks if task.about == person and task.state != TaskState.NOT_NEEDED}
    return tuple(kind for kind in STEPS if kind not in started)


def needs_a_name(enquiry: Enquiry, tasks: Iterable[Task]) -> bool:
    """Whether it is marked that a colleague may be named, but nobody has said who, nor been asked to."""
    return enquiry.has(Mark.STAFF_NAMED) and not enquiry.named and not any(_unnamed(task) for task in tasks)


def answered_by_naming(tasks: Iterable[Task]) -> tuple[Task, ...]:
    """The open question "who is it?", which a name answers."""
    return tuple(task for task in tasks if _unnamed(task) and task.state == TaskState.OPEN)


def _unnamed(task: Task) -> bool:
    return task.kind == TaskKind.TELL_FIRST and task.about is None


def named_in(involved: Iterable[Involved]) -> tuple[Involved, ...]:
    """Those who may be named."""
    return tuple(one for one in involved if one.part == Part.MAY_BE_NAMED)


def told_because_of(
    named: Involved, involved: Iterable[Involved], still_named: Collection[str]
) -> tuple[Involved, ...]:
    """Those who were told because of somebody: whom they chose themselves; and, where nobody else may be named, everyone."""
    return tuple(one for one in told_for(involved) if one.added_by == named.person or not still_named)


def told_for(involved: Iterable[Involved]) -> tuple[Involved, ...]:
    """Those who were told beside them."""
    return tuple(one for one in involved if one.part == Part.TOLD)
