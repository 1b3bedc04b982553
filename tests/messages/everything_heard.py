"""Exhibits: who has been heard of, stories beside enquiries, and App Home with both, with services and groups of any name."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

from bot.messages import balance, fairness, home
from bot.messages.message import Message
from bot.rules import balance as counting
from bot.rules.fairness import fairness as who_was_heard
from storage.finding import Page
from storage.home import Home
from storage.organisation import Organisation, ServiceArea
from storage.story_counts import CameIn, ToldOnce
from tests.messages.samples import OFFICER, T0

Built = Iterator[tuple[str, Message]]
Views = Iterator[tuple[str, dict[str, Any]]]
TODAY = T0.date()


def many_services(words: str, told: Organisation, count: int) -> Organisation:
    """So many services, and as many groups of staff, of this name."""
    areas = {f"area{number}": ServiceArea(key=f"area{number}", name=words) for number in range(count)}
    return replace(told, service_areas=areas, voices={f"{number} {words}": [words] for number in range(count)})


def told_of(words: str, organisation: Organisation) -> list[ToldOnce]:
    """Each service was heard of at another time; the first not at all."""
    return [
        ToldOnce(TODAY - timedelta(weeks=at * again), area, words)
        for at, area in enumerate(organisation.service_areas)
        for again in range(1, 7)
        if at
    ]


def came_in(organisation: Organisation) -> list[CameIn]:
    """Enquiries of every service, and of one that is not there any more."""
    return [
        CameIn(T0 - timedelta(days=number), area) for area in (*organisation.service_areas, "x") for number in range(9)
    ]


def messages(words: str, told: Organisation) -> Built:
    """The two private answers."""
    for count in (0, 1, 3, 60):
        council = many_services(words, told, count)
        stories = told_of(words, council)
        yield f"heard, {count} services", fairness.answer(who_was_heard(stories, council, TODAY))
        for quarters in (1, 4):
            wanted = counting.quarters(TODAY, quarters)
            cells = counting.balance(stories, came_in(council), council, wanted)
            yield f"balance, {count} services, {quarters} quarters", balance.answer(cells)
    yield "balance, nothing", balance.answer(counting.balance([], [], told, counting.quarters(TODAY)))


def views(words: str, told: Organisation) -> Views:
    """App Home of the press office."""
    for count in (0, 2, 60):
        council = many_services(words, told, count)
        told_, asked = tuple(told_of(words, council)), tuple(came_in(council))
        yield f"home, {count} services", home.view(OFFICER, council, T0, Home(board=Page(), told=told_, came_in=asked))
