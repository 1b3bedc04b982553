"""People in the gallery: whoever may be named or is left out, what there is to do for them, FOI, the weeks before an election."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from bot.demo import specimens
from bot.demo.cast import Cast, cast
from bot.demo.exhibit import Built, ending
from bot.demo.specimens_desk import of
from bot.messages import (
    enquiry_card,
    enquiry_form,
    enquiry_news,
    enquiry_page,
    foi_form,
    involved_forms,
    involved_news,
    pre_election_form,
    story_card,
    task_forms,
    task_nudge,
)
from bot.messages.page_reader import Reader
from storage.brief import Brief
from storage.enquiry import Enquiry
from storage.involved import Involved, Task
from storage.kinds import NudgeState, Part, Status, Step, StoryStatus, Subject, TaskKind, TaskState
from storage.organisation import ElectionPeriod, Organisation

GUIDANCE = "Facts only. Nothing with a councillor in it, and no launches. Ask Helen when you are not sure."
WHY_TOLD = "They are at the front desk tomorrow, and need somebody in their place."
ABOUT_SOMEONE = frozenset(
    {TaskKind.TELL_FIRST, TaskKind.TELL_MANAGER, TaskKind.SECURITY, TaskKind.CHECK_IN, TaskKind.REPLACE}
)
ENDS = ("task_done", "task_not_needed", "task_handed_on")


def before_an_election(told: Organisation, now: datetime) -> Organisation:
    """Northbank in the weeks before one."""
    today = now.date()
    period = ElectionPeriod(
        id=1, starts_on=today - timedelta(days=6), ends_on=today + timedelta(days=24), guidance=GUIDANCE
    )
    return replace(told, pre_election=(period,))


def task(kind: TaskKind, told: Organisation, now: datetime, state: TaskState = TaskState.OPEN) -> Task:
    """Something to do beside the answer."""
    people = cast(told, "children")
    over: dict[str, Any] = {"done_by": people.officer, "done_at": now} if state == TaskState.DONE else {}
    made = Task(
        enquiry_id=specimens.NUMBER,
        kind=kind,
        owner=people.officer,
        made_at=now,
        about=people.worker if kind in ABOUT_SOMEONE else None,
        due_at=now + timedelta(days=1) if kind == TaskKind.CHECK_IN else None,
        state=state,
        **over,
    )
    made.id = list(TaskKind).index(kind) + 1
    return made


def build(told: Organisation, now: datetime) -> Built:
    """Everything about people and what is done for them."""
    one = of(told, now, Status.IN_PROGRESS, private=True)
    people = cast(told, "children")
    one.named, one.excluded = [people.worker], [people.deputy]
    yield from _involved(one, people, told, now)
    yield from _tasks(one, people, told, now)
    yield from _freedom(told, now)
    yield from _election(told, now)


def _parts(people: Cast, now: datetime) -> tuple[Involved, ...]:
    """Somebody is left out, somebody may be named, and chose who else is told."""
    rows = (
        (people.deputy, Part.EXCLUDED, people.officer, ""),
        (people.worker, Part.MAY_BE_NAMED, people.officer, ""),
        (people.lead, Part.TOLD, people.worker, ""),
        (people.head, Part.TOLD, people.officer, WHY_TOLD),
    )
    made = tuple(
        Involved(
            enquiry_id=specimens.NUMBER, person=person, part=part, added_by=by, added_at=now, told_at=now, reason=why
        )
        for person, part, by, why in rows
    )
    for number, row in enumerate(made, 1):
        row.id = number
    return made


def _involved(one: Enquiry, people: Cast, told: Organisation, now: datetime) -> Built:
    involved = _parts(people, now)
    names = ("who may be named", "whom they chose", "whom the press office told")
    for name, each in zip(names, involved[1:], strict=True):
        yield f"people: word to someone {name}", involved_news.message(each, involved, one, told)
        if each.part == Part.TOLD:
            yield f"people: read by someone {name}", involved_forms.read_view(each, involved, one, told)
    was = replace(involved[1], part=Part.WAS_NAMED), replace(involved[2], part=Part.WAS_TOLD)
    for name, each in zip(("was named by mistake", "was told by mistake"), was, strict=True):
        said = involved_news.mistaken(each, one, told)
        assert said is not None
        yield f"people: word to someone who {name}", said
        yield f"people: the first word to someone who {name}", involved_news.message(each, involved, one, told)
    yield "people: leave someone out", involved_forms.leave_out_view(one)
    yield "people: someone may be named", involved_forms.name_view(one)
    yield "people: tell others", involved_forms.tell_view(one)
    yield "people: choose who is told", involved_forms.choose_view(involved[1].id, involved, told)
    tasks = (task(TaskKind.TELL_FIRST, told, now, TaskState.DONE), task(TaskKind.CHECK_IN, told, now))
    brief = Brief(enquiry=one, involved=involved, tasks=tasks)
    yield "records: open with people involved, private", enquiry_page.view(brief, Reader(people.officer, told, now))


def _tasks(one: Enquiry, people: Cast, told: Organisation, now: datetime) -> Built:
    for kind in TaskKind:
        asked = task(kind, told, now)
        for step in (Step.TASK, Step.TASK_AGAIN):
            sent = specimens.nudge(step, people.officer, now, subject=Subject.TASK)
            yield f"tasks: nudge {step}, {kind}", task_nudge.message(sent, asked, one, told, now)
        yield f"tasks: read {kind}", task_forms.read_view(asked, one, told)
    asked = task(TaskKind.TELL_FIRST, told, now)
    for how in ENDS:
        over = {"state": NudgeState.SETTLED, "settled_by": people.officer, "settled_how": how, "settled_at": now}
        done = specimens.nudge(Step.TASK, people.officer, now, subject=Subject.TASK, **over)
        yield f"tasks: settled task, {how}", task_nudge.message(done, asked, one, told, now)
    yield "tasks: not needed", task_forms.drop_view(asked, one, told)
    yield "tasks: ask someone else", task_forms.hand_view(asked, one, told)
    brief = Brief(enquiry=one, tasks=(asked, task(TaskKind.CHECK_IN, told, now)))
    yield "tasks: card with things to do, private", enquiry_card.restricted_card(one, told, now, brief)


def _freedom(told: Organisation, now: datetime) -> Built:
    one = of(told, now, Status.IN_PROGRESS, private=False)
    officer = cast(told, "adults").officer
    yield "people: treat as FOI", foi_form.view(one, told, now)
    one.foi_received_on, one.foi_handed_to, one.foi_reference = now.date(), "Information rights team", "FOI 2604"
    yield "people: treat as FOI, again", foi_form.view(one, told, now)
    one.foi_handed_at = now
    yield "people: treat as FOI, handed over already", foi_form.view(one, told, now)
    yield "records: open, FOI", enquiry_page.view(Brief(enquiry=one), Reader(officer, told, now))


def _election(told: Organisation, now: datetime) -> Built:
    voting = before_an_election(told, now)
    yield "people: no election is near", pre_election_form.view(())
    yield "people: before an election", pre_election_form.view(voting.pre_election)
    for private in (False, True):
        one = of(voting, now, Status.NEW, private=private, political=True)
        drawn, end = enquiry_card.restricted_card if private else enquiry_card.card, ending(private=private)
        brief = Brief(enquiry=one, tasks=(task(TaskKind.MONITORING_OFFICER, told, now),))
        yield f"people: card before an election{end}", drawn(one, voting, now, brief)
        yield f"people: news before an election{end}", enquiry_news.news("recorded", one, voting, now)
    one = of(voting, now, Status.IN_PROGRESS, private=False, political=True)
    yield "people: more, before an election", enquiry_form.more_view(one, voting)
    idea = specimens.story(voting, now, StoryStatus.NEW)
    yield "people: story card before an election", story_card.card(idea, [], voting, now)
