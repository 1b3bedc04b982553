"""Lists and App Home in the gallery: what waits for me now, the board, and the home of somebody who is away or sets things up."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.demo import specimens
from bot.demo.cast import cast
from bot.demo.exhibit import Built
from bot.demo.exhibits_people import before_an_election, task
from bot.demo.specimens_desk import fact_check, of, sign_off
from bot.messages import home, list_answer
from bot.rules.finding import Asked
from storage.absence import Absence
from storage.enquiry import Enquiry
from storage.finding import Filters, Page, Waiting
from storage.home import Home
from storage.kinds import CheckState, SignOffState, Status, Step, TaskKind
from storage.organisation import Organisation

LATER = timedelta(days=9)


def build(told: Organisation, now: datetime) -> Built:
    """Every list, and every App Home that has something to say."""
    several = _several(told, now)
    for asked in (Asked.LIST, Asked.MINE, Asked.DUE_TODAY, Asked.DUE_TOMORROW, Asked.DUE_THIS_WEEK, Asked.FIND):
        yield f"lists: list {asked}", list_answer.answer(asked, Page(several), told, now)
        yield f"lists: list {asked}, nothing", list_answer.answer(asked, Page(), told, now)
    many = Page(several, more=True)
    yield "lists: list find, more of them", list_answer.answer(Asked.FIND, many, told, now, kept="0a1b")
    yield "lists: find what", list_answer.find_what()
    yield "lists: a story's reference", list_answer.elsewhere("GN-0007")
    yield "lists: a reference of a question about sharing", list_answer.elsewhere("SH-0003")
    yield from _homes(told, now, several)


def _several(told: Organisation, now: datetime) -> tuple[Enquiry, ...]:
    """As a list has them: one is late, one is private, one is ready to go."""
    kept = of(told, now, Status.NEW, private=False)
    rails = of(told, now, Status.READY, private=False, question="How long do people wait for a ramp or a grab rail?")
    pay = of(
        told,
        now,
        Status.IN_PROGRESS,
        private=False,
        outlet="The Northbank Herald",
        question="Are care workers on nights paid for the time between visits?",
        deadline=now - timedelta(minutes=20),
        urgent=False,
    )
    for number, one in enumerate((rails, pay), 43):
        one.id = number
    return (pay, kept, rails, of(told, now, Status.AWAITING_SIGN_OFF, private=True))


def _homes(told: Organisation, now: datetime, several: tuple[Enquiry, ...]) -> Built:
    people = cast(told, "adults")
    about = several[0]
    asked = sign_off(about, people.lead, SignOffState.ASKED, now)
    checked = fact_check(about, people.worker, CheckState.ASKED, now)
    tell = task(TaskKind.TELL_FIRST, told, now)
    reminded = specimens.nudge(Step.LEAD_NEW, people.lead, now)
    leads = Waiting(sign_offs=((asked, about),), nudges=((reminded, several[1]),))
    office = Waiting(held=several[:1], tasks=((tell, several[-1]),))
    board = Page(several, count=len(several))
    narrowed = Filters("adults", people.officer, Status.READY)
    yield "home: home of a lead", home.view(people.lead, told, now, Home(waiting=leads, has_role=True))
    checks = Home(mine=several[1:2], waiting=Waiting(fact_checks=((checked, about),)))
    yield "home: home of someone asked for facts", home.view(people.worker, told, now, checks)
    whole = Home(waiting=office, board=board, has_role=True)
    yield "home: home with the board", home.view(people.officer, told, now, whole)
    only = Home(board=Page(several[2:3], count=1), filters=narrowed, has_role=True)
    yield "home: home with the board, narrowed", home.view(people.officer, told, now, only)
    none = Home(board=Page(count=0), filters=narrowed, has_role=True)
    yield "home: home with the board, nothing like this", home.view(people.officer, told, now, none)
    yield (
        "home: home of the head before an election",
        home.view(people.head, before_an_election(told, now), now, Home(board=board, has_role=True)),
    )
    away = Absence(
        id=1, person=people.lead, starts_at=now - timedelta(days=1), ends_at=now + LATER, deputy=people.deputy
    )
    later = Absence(id=2, person=people.officer, starts_at=now + LATER, ends_at=now + 2 * LATER)
    absent = replace(told, absences=(away, later))
    yield "home: home of someone who is away", home.view(people.lead, absent, now, Home(has_role=True))
    yield "home: home of someone away soon", home.view(people.officer, absent, now, Home(has_role=True))
