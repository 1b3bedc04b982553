"""What a thing to do is called: without a name where it is posted, with the name where it is opened."""

from bot.messages.people import name
from bot.messages.wording import tasks as words
from storage.enquiry import Enquiry
from storage.involved import Task
from storage.kinds import Role, TaskKind
from storage.organisation import Organisation


def asking(task: Task, enquiry: Enquiry, organisation: Organisation) -> str:
    """The sentence that asks its owner. It names nobody."""
    said = words.ASK[task.kind]
    if task.kind == TaskKind.TELL_FIRST and task.about is None:
        said = words.ASK_WHO
    if task.kind == TaskKind.MONITORING_OFFICER and task.owner not in organisation.holders(Role.MONITORING_OFFICER):
        said = words.ASK_HEAD
    return said.format(reference=enquiry.reference)


def what(task: Task, organisation: Organisation) -> str:
    """What it is, with the name of the person it is done for."""
    if task.kind == TaskKind.TELL_FIRST and task.about is None:
        return words.WHAT_WHO
    return words.WHAT[task.kind].format(about=name(organisation, task.about, words.SOMEONE))
