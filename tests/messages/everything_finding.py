"""Every list and App Home that can be built around one foreign text."""

from collections.abc import Iterator, Sequence
from typing import Any

from bot.messages import home, list_answer
from bot.messages.message import Message
from bot.rules.finding import Asked
from storage.enquiry import Enquiry
from storage.finding import Filters, Page, Waiting
from storage.home import ON_A_PAGE, Home
from storage.involved import Task
from storage.kinds import SignOffPart, Step, TaskKind
from storage.organisation import Organisation
from storage.statement import FactCheck, SignOff
from storage.story import StoryIdea
from tests.messages.samples import FOUR, LEAD, OFFICER, SOCIAL_WORKER, T0, nudge


def finding_messages(told: Organisation, several: Sequence[Enquiry]) -> Iterator[tuple[str, Message]]:
    """Lists: a whole page in the middle of others, the last, and none."""
    many = tuple(list(several) * 10)[: list_answer.MOST]
    yield "list, a page among many", list_answer.answer(Asked.FIND, Page(many, 10, more=True), told, T0, kept="0a1b")
    for asked in (Asked.LIST, Asked.MINE, Asked.DUE_TODAY, Asked.FIND):
        for page in (Page(many[:1]), Page()):
            yield f"list {asked} {len(page.enquiries)}", list_answer.answer(asked, page, told, T0)
    yield "find what", list_answer.find_what()
    for reference in ("GN-0007", "SH-0003"):
        yield f"list, {reference} is elsewhere", list_answer.elsewhere(reference)


def homes(
    told: Organisation, several: Sequence[Enquiry], ideas: Sequence[StoryIdea]
) -> Iterator[tuple[str, dict[str, Any]]]:
    """App Home: of someone new, of a member of staff, and of a press officer with all that there can be."""
    many = tuple(list(several) * 20)
    full = Home(mine=many, ideas=tuple(ideas) * 3, waiting=waiting(many), has_role=True)
    board = Page(many[:ON_A_PAGE], ON_A_PAGE, more=True, count=500)
    for name, one in (
        ("nothing yet", Home()),
        ("nothing waits", Home(board=Page(count=0), has_role=True)),
        ("nothing like this", Home(board=Page(count=0), filters=Filters("adults", "nobody", "new"), has_role=True)),
        ("board", Home(full.mine, full.ideas, full.waiting, board, Filters("adults", OFFICER, "ready"), has_role=True)),
    ):
        yield f"home, {name}", home.view(OFFICER, told, T0, one)


def waiting(about: Sequence[Enquiry]) -> Waiting:
    """Everything that can wait for someone."""
    return Waiting(
        sign_offs=tuple((sign_off(part), about[0]) for part in SignOffPart),
        fact_checks=((fact_check(), about[1]),),
        nudges=((nudge(Step.LEAD_NEW, LEAD), about[0]),),
        tasks=tuple((task(kind), about[0]) for kind in TaskKind),
        held=tuple(one for one in about[:6] if one.is_open),
    )


def sign_off(part: SignOffPart, number: int = 11) -> SignOff:
    """A sign-off asked of the lead."""
    made = SignOff(enquiry_id=42, statement_id=5, person=LEAD, part=part, asked_by=OFFICER, due_at=FOUR)
    made.id = number
    return made


def fact_check(number: int = 12) -> FactCheck:
    """A fact check asked of the social worker."""
    made = FactCheck(enquiry_id=42, statement_id=5, person=SOCIAL_WORKER, asked_by=OFFICER, asked_at=T0, due_at=FOUR)
    made.id = number
    return made


def task(kind: TaskKind, number: int = 13) -> Task:
    """Something to do for someone, no time set."""
    made = Task(enquiry_id=42, kind=kind, owner=OFFICER, made_at=T0, about=SOCIAL_WORKER)
    made.id = number
    return made
