"""The page and the forms of a thing to do: what it is, why it is not needed, who does it instead."""

from typing import Any

from bot.messages import task_words
from bot.messages.ids import Field, View
from bot.messages.mrkdwn import moment
from bot.messages.parts import asked, colleague, modal, section, writing
from bot.messages.people import duty, name
from bot.messages.wording import tasks as words
from bot.rules.involved import around
from storage.enquiry import Enquiry
from storage.involved import Task
from storage.organisation import Organisation


def read_view(task: Task, enquiry: Enquiry, organisation: Organisation) -> dict[str, Any]:
    """What there is to do and for whom. Its owner need not be one of those who may read the enquiry."""
    due = words.PAGE_DUE.format(moment=moment(task.due_at, organisation.calendar.zone)) if task.due_at else ""
    owner = name(organisation, task.owner)
    said = words.PAGE_TASK.format(what=task_words.what(task, organisation), owner=owner, due=due)
    officer = [words.READ_OFFICER.format(officer=name(organisation, enquiry.officer))] if enquiry.officer else []
    ring = " ".join([*officer, words.READ_RING.format(duty=duty(around(organisation, enquiry)))])
    title = words.READ_TITLE.format(reference=enquiry.reference)
    return modal(View.TASK_READ, title, [section(said), section(ring)])


def drop_view(task: Task, enquiry: Enquiry, organisation: Organisation) -> dict[str, Any]:
    """Why it is not needed."""
    note = asked(Field.TASK_NOTE, words.TASK_NOTE, writing(lines=True), hint=words.TASK_NOTE_HINT)
    blocks = [section(f"*{task_words.what(task, organisation)}*"), note]
    title = words.DROP_TITLE.format(reference=enquiry.reference)
    return modal(View.TASK_DROP, title, blocks, submit=words.SAVE, close=words.CANCEL, metadata=str(task.id))


def hand_view(task: Task, enquiry: Enquiry, organisation: Organisation) -> dict[str, Any]:
    """Who does it instead."""
    menu = asked(Field.TASK_OWNER, words.TASK_OWNER, colleague(words.CHOOSE), hint=words.TASK_OWNER_HINT)
    blocks = [section(f"*{task_words.what(task, organisation)}*"), menu]
    title = words.HAND_TITLE.format(reference=enquiry.reference)
    return modal(View.TASK_HAND, title, blocks, submit=words.ASK_THEM, close=words.CANCEL, metadata=str(task.id))
