"""The part of an enquiry's page about things to do beside the answer, and the line of the card that counts them."""

from datetime import datetime

from bot.messages import task_words
from bot.messages.card_shown import Shown
from bot.messages.ids import Action
from bot.messages.mrkdwn import moment
from bot.messages.page_reader import Reader
from bot.messages.parts import Block, actions, button, context, header, quoted_context, section
from bot.messages.people import name
from bot.messages.wording import tasks as words
from bot.rules.deeds import Deed
from bot.rules.tasks import is_past
from storage.brief import Brief
from storage.involved import Task
from storage.kinds import TaskState
from storage.organisation import Organisation

MOST_OPEN, MOST_SETTLED = 10, 8


def part(brief: Brief, reader: Reader) -> list[Block]:
    """What is open with its buttons, then what is settled. It names people, so it is for the press office and for its owners."""
    mine = [task for task in brief.tasks if task.owner == reader.person or reader.may(Deed.FINISH_TASK, brief)]
    waiting = [task for task in mine if _waits(task, brief)][:MOST_OPEN]
    settled = [task for task in mine if task.state != TaskState.OPEN]
    shown = [block for task in waiting for block in _waiting(task, brief, reader)]
    done = [block for task in settled[-MOST_SETTLED:] for block in _settled(task, reader)]
    hidden = len(settled) - MOST_SETTLED
    more = [context(words.PAGE_MORE.format(count=hidden))] if hidden > 0 else []
    return [header(words.PAGE_TITLE), *shown, *done, *more] if shown or done else []


def counted(brief: Brief, _organisation: Organisation, _now: datetime) -> Shown:
    """How many things are to be done, for a card of either kind."""
    count = sum(_waits(task, brief) for task in brief.tasks)
    if not count:
        return Shown()
    things = words.ONE_THING if count == 1 else words.THINGS.format(count=count)
    return Shown([section(words.CARD.format(count=things))], words.CARD_SPOKEN.format(count=things))


def _waits(task: Task, brief: Brief) -> bool:
    return task.state == TaskState.OPEN and not is_past(task, brief.enquiry)


def _waiting(task: Task, brief: Brief, reader: Reader) -> list[Block]:
    organisation, about = reader.organisation, brief.enquiry.reference
    due = words.PAGE_DUE.format(moment=moment(task.due_at, organisation.calendar.zone)) if task.due_at else ""
    said = words.PAGE_TASK.format(
        what=task_words.what(task, organisation), owner=name(organisation, task.owner), due=due
    )
    buttons = [
        button(Action.TASK_DONE, words.DONE, task.id, about),
        button(Action.TASK_HAND, words.HAND_ON, task.id, about),
        button(Action.TASK_DROP, words.NOT_NEEDED, task.id, about),
    ]
    return [section(said), *actions(buttons)]


def _settled(task: Task, reader: Reader) -> list[Block]:
    when = moment(task.done_at or task.made_at, reader.organisation.calendar.zone)
    who = name(reader.organisation, task.done_by)
    line = words.PAGE_SETTLED[task.state].format(who=who, moment=when, what=task_words.what(task, reader.organisation))
    return [context(line), *([quoted_context(task.note)] if task.note else [])]
