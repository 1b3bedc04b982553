"""Exhibits: people who are part of a matter, things to do beside the answer, FOI, and the weeks before an election."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from bot.messages import (
    enquiry_card,
    enquiry_form,
    enquiry_news,
    foi_form,
    home,
    involved_forms,
    involved_news,
    nudge,
    pre_election_form,
    story_card,
    task_forms,
    task_nudge,
)
from bot.messages.message import Message
from storage.brief import Brief
from storage.enquiry import Enquiry
from storage.home import Home
from storage.involved import Involved, Task
from storage.kinds import NudgeState, Part, Status, Step, Subject, TaskKind, TaskState
from storage.organisation import ElectionPeriod, Organisation
from tests.messages.samples import DEPUTY, HEAD, LEAD, OFFICER, SOCIAL_WORKER, T0, enquiry, page, story
from tests.messages.samples import nudge as sent

Built = Iterator[tuple[str, Message]]
Views = Iterator[tuple[str, dict[str, Any]]]


def with_election(told: Organisation, words: str) -> Organisation:
    """The organisation in the weeks before an election, two periods of it at once."""
    first = ElectionPeriod(id=1, starts_on=date(2026, 11, 20), ends_on=date(2026, 12, 10), guidance=words)
    other = ElectionPeriod(id=2, starts_on=date(2026, 11, 10), ends_on=date(2026, 12, 20))
    return replace(told, pre_election=(first, other))


def matter(words: str, **changes: Any) -> Enquiry:
    """A private enquiry in which someone may be named and someone is left out."""
    plain: dict[str, Any] = {
        **dict.fromkeys(("outlet", "journalist", "question"), words),
        "restricted": True,
        "officer": OFFICER,
        "status": Status.IN_PROGRESS,
        "named": [SOCIAL_WORKER],
        "excluded": [DEPUTY],
        "foi_received_on": date(2026, 12, 1),
        "foi_handed_to": words,
        "foi_reference": words[:64],
    }
    return enquiry(**{**plain, **changes})


def parts(words: str) -> tuple[Involved, ...]:
    """Everyone's part in it."""
    rows = [
        Involved(enquiry_id=42, person=DEPUTY, part=Part.EXCLUDED, added_by=OFFICER, added_at=T0),
        Involved(
            enquiry_id=42, person=SOCIAL_WORKER, part=Part.MAY_BE_NAMED, added_by=OFFICER, added_at=T0, told_at=T0
        ),
        Involved(enquiry_id=42, person=LEAD, part=Part.TOLD, added_by=SOCIAL_WORKER, added_at=T0, told_at=T0),
        Involved(enquiry_id=42, person=HEAD, part=Part.TOLD, added_by=OFFICER, added_at=T0, told_at=T0, reason=words),
    ]
    for number, row in enumerate(rows, 1):
        row.id = number
    return tuple(rows)


def tasks(words: str, state: TaskState = TaskState.OPEN) -> tuple[Task, ...]:
    """One of each kind, and the one that asks for a name."""
    whom = [(kind, SOCIAL_WORKER) for kind in TaskKind] + [(TaskKind.TELL_FIRST, None)]
    settled: dict[str, Any] = {} if state == TaskState.OPEN else {"done_by": OFFICER, "done_at": T0, "note": words}
    made = []
    for number, (kind, about) in enumerate(whom, 1):
        due = T0 + timedelta(days=1) if kind == TaskKind.CHECK_IN else None
        task = Task(
            enquiry_id=42, kind=kind, owner=OFFICER, made_at=T0, about=about, due_at=due, state=state, **settled
        )
        task.id = number
        made.append(task)
    return tuple(made)


def messages(words: str, told: Organisation) -> Built:
    """The private words, the nudges, the cards."""
    for one in parts(words)[1:]:
        for about in (matter(words), matter(words, officer=None), matter(words, excluded=[one.person])):
            yield f"word to {one.person}", involved_news.message(one, parts(words), about, told)
    for part in (Part.WAS_NAMED, Part.WAS_TOLD):
        one = parts(words)[1]
        one.part = part
        yield f"word afterwards: {part}", involved_news.message(one, parts(words), matter(words), told)
        mistaken = involved_news.mistaken(one, matter(words), told)
        assert mistaken is not None
        yield f"{part}, said", mistaken
    yield from _nudges(words, told)
    election = with_election(told, words)
    for restricted in (False, True):
        for political in (False, True):
            about = matter(words, restricted=restricted, political=political)
            around = Brief(enquiry=about, tasks=tasks(words))
            yield "card with things to do", enquiry_card.card(about, election, T0, around)
            yield "private card with things to do", enquiry_card.restricted_card(about, election, T0, around)
            yield "news before an election", enquiry_news.news("recorded", about, election, T0)
    yield "story card before an election", story_card.card(story(), [], election, T0)
    for person in (LEAD, HEAD):
        asked = sent(Step.HEAD_UNCLAIMED, person)
        for kept_out in ([], [person], [HEAD]):
            yield (
                f"nudge to {person}, left out: {kept_out}",
                nudge.message(asked, matter(words, excluded=kept_out), told, T0),
            )


def _nudges(words: str, told: Organisation) -> Built:
    about = matter(words)
    for task in tasks(words):
        for step in (Step.TASK, Step.TASK_AGAIN):
            asked = sent(step, OFFICER, subject=Subject.TASK, late=step == Step.TASK_AGAIN)
            yield f"nudge {task.kind} {step}", task_nudge.message(asked, task, about, told, T0)
        for how in ("task_done", "task_not_needed", "task_handed_on", ""):
            for by in (OFFICER, LEAD, None):
                settled: dict[str, Any] = {"settled_by": by, "settled_how": how, "settled_at": T0}
                done = sent(Step.TASK, OFFICER, subject=Subject.TASK, state=NudgeState.SETTLED, **settled)
                yield f"settled {task.kind} {how} by {by}", task_nudge.message(done, task, about, told, T0)


def views(words: str, told: Organisation) -> Views:
    """The forms, and the page with all of it."""
    about, involved = matter(words), parts(words)
    election = with_election(told, words)
    yield "leave out", involved_forms.leave_out_view(about)
    yield "may be named", involved_forms.name_view(about)
    yield "tell others", involved_forms.tell_view(about)
    yield "choose who is told", involved_forms.choose_view(2, involved, told)
    for one in involved[2:]:
        yield f"read by {one.person}", involved_forms.read_view(one, involved, about, told)
    for task in tasks(words):
        yield f"task {task.kind}", task_forms.read_view(task, about, told)
        yield f"task not needed {task.kind}", task_forms.drop_view(task, about, told)
        yield f"task for another {task.kind}", task_forms.hand_view(task, about, told)
    yield "treat as FOI", foi_form.view(matter("x", foi_received_on=None), told, T0)
    yield "FOI again", foi_form.view(about, told, T0)
    yield "no period", pre_election_form.view(())
    yield "two periods", pre_election_form.view(election.pre_election)
    yield "home of the head before an election", home.view(HEAD, election, T0, Home())
    yield "add more before an election", enquiry_form.more_view(matter(words, political=True), election)
    for political in (False, True):
        around: dict[str, Any] = {"involved": involved, "tasks": (*tasks(words), *tasks(words, TaskState.NOT_NEEDED))}
        handed = matter(words, political=political, foi_handed_at=T0)
        yield f"page, political: {political}", page(handed, election, **around)
    yield "page with nothing of this yet", page(enquiry(), told)
    yield "page, all settled", page(about, told, tasks=tasks(words, TaskState.DONE))
