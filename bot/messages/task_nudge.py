"""A nudge about a thing to do: what, and the buttons that settle it. It names nobody and quotes nothing, so it suits a private enquiry."""

from datetime import datetime

from bot.messages import nudge_answers, task_words
from bot.messages.ids import Action
from bot.messages.message import Message
from bot.messages.mrkdwn import in_words, moment
from bot.messages.nudge_late import late
from bot.messages.parts import actions, button, context, section
from bot.messages.people import name
from bot.messages.wording import tasks as words
from bot.rules.asked_about import AskedAbout
from bot.rules.involved import is_left_out
from bot.rules.tasks import is_past
from storage.enquiry import Enquiry
from storage.involved import Task
from storage.kinds import NudgeState, Step, TaskState
from storage.nudge import Nudge
from storage.organisation import Organisation


def message(nudge: Nudge, task: Task, enquiry: Enquiry, organisation: Organisation, now: datetime) -> Message:
    """The nudge as it stands now: asking, or settled."""
    settled = nudge.state in (NudgeState.SETTLED, NudgeState.MOOT) or task.state != TaskState.OPEN
    if settled or is_left_out(nudge.person, enquiry) or is_past(task, enquiry):
        return _settled(nudge, enquiry, organisation)
    return _asking(nudge, task, enquiry, organisation, now)


def _asking(nudge: Nudge, task: Task, enquiry: Enquiry, organisation: Organisation, now: datetime) -> Message:
    ask = task_words.asking(task, enquiry, organisation)
    zone = organisation.calendar.zone
    small = [words.PRIVATE] if enquiry.restricted else []
    if nudge.step == Step.TASK_AGAIN:
        small.insert(0, words.AGAIN)
    late_shown, late_said = late(nudge, organisation)
    waits_shown, waits_said = nudge_answers.waiting(nudge, organisation, now)
    shown = [*([words.DUE.format(moment=moment(task.due_at, zone))] if task.due_at else []), *waits_shown]
    due = [section("\n".join(shown))] if shown else []
    said = [ask, *([words.DUE.format(moment=in_words(task.due_at, zone))] if task.due_at else []), *waits_said]
    about = enquiry.reference
    buttons = [
        button(Action.TASK_DONE, words.DONE, task.id, about, "primary"),
        button(Action.TASK_READ, words.READ, task.id, about),
        button(Action.TASK_HAND, words.HAND_ON, task.id, about),
        button(Action.TASK_DROP, words.NOT_NEEDED, task.id, about),
        *nudge_answers.beside(nudge, AskedAbout(enquiry, task), organisation, now),
    ]
    blocks = [
        section(f"*{ask}*"),
        *due,
        *([context(*late_shown, *small)] if late_shown or small else []),
        *actions(buttons),
    ]
    return Message(" ".join([*said, *late_said, *small]), blocks)


def _settled(nudge: Nudge, enquiry: Enquiry, organisation: Organisation) -> Message:
    """Who did what and when; no buttons. Someone who was left out since reads only that it is dealt with."""
    at, zone = nudge.settled_at or nudge.due_at, organisation.calendar.zone
    known = nudge.settled_by and not is_left_out(nudge.person, enquiry)
    sentence = words.SETTLED.get(nudge.settled_how, words.SETTLED_OTHER) if known else words.SETTLED_OTHER
    yours = nudge.settled_by == nudge.person
    after = words.THANK_YOU if yours else words.NOTHING_MORE
    who = words.YOU if yours else name(organisation, nudge.settled_by)
    said, shown = (
        sentence.format(reference=enquiry.reference, who=who, moment=f(at, zone)) for f in (in_words, moment)
    )
    return Message(f"{said} {after}", [section(f"{shown} {after}")])
