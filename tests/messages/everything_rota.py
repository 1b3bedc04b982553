"""Exhibits: who is there, the rota, turns offered and taken, being away and being back."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

from bot.messages import absences, away_said, home, rota, rota_news
from bot.messages.message import Message
from bot.rules.absence_words import Heard
from bot.rules.rota import Hole, RotaHole
from bot.rules.who import who
from storage.absence import Absence, AbsenceRow
from storage.home import Home
from storage.kinds import Role, RotaKind, SwapState
from storage.meanwhile import Meanwhile
from storage.organisation import Organisation
from storage.rota import Swap, Turn
from tests.messages.samples import DEPUTY, HEAD, LEAD, OFFICER, SOCIAL_WORKER, T0, enquiry

Built = Iterator[tuple[str, Message]]
Views = Iterator[tuple[str, dict[str, Any]]]
WEEK = timedelta(weeks=1)
SAID = "noted 2026-03-09 2026-03-13 U0DEPUTY message:D0:1.0"


def turns(count: int = 3) -> tuple[Turn, ...]:
    """Weeks of the press officer, of the duty leads, and of someone unknown."""
    kinds = ((RotaKind.PRESS, OFFICER, ""), (RotaKind.LEAD, LEAD, "adults"), (RotaKind.LEAD, "U0UNKNOWN", "nowhere"))
    return tuple(
        Turn(
            id=number,
            kind=kinds[number % 3][0],
            person=kinds[number % 3][1],
            starts_at=T0 + (number // 3) * WEEK,
            ends_at=T0 + (number // 3 + 1) * WEEK,
            service_area=kinds[number % 3][2],
        )
        for number in range(count)
    )


def with_rota(told: Organisation) -> Organisation:
    """The organisation with a rota, a lead who is away, and everyone an administrator."""
    away = Absence(
        id=1,
        person=LEAD,
        starts_at=T0 - timedelta(days=1),
        ends_at=T0 + timedelta(days=3, hours=14, minutes=30),
        deputy=DEPUTY,
    )
    later = Absence(id=2, person=OFFICER, starts_at=T0 + WEEK, ends_at=T0 + 2 * WEEK)
    roles = {**told.roles, Role.ADMINISTRATOR: (OFFICER,)}
    return replace(told, rota=turns(), absences=(away, later), roles=roles)


def swap(turn: Turn, state: SwapState = SwapState.OFFERED, to: str | None = None) -> Swap:
    """That turn, offered."""
    made = Swap(turn_id=turn.id, offered_by=turn.person, offered_at=T0, offered_to=to, state=state)
    made.id = turn.id + 10
    if state != SwapState.OFFERED:
        made.answered_by, made.answered_at = HEAD, T0
    return made


def absence(deputy: str | None = DEPUTY, **changes: Any) -> AbsenceRow:
    """Someone who is away until Friday."""
    row = AbsenceRow(
        person=OFFICER,
        starts_at=T0,
        ends_at=T0 + timedelta(days=2, hours=14, minutes=30),
        made_by=OFFICER,
        made_at=T0,
        deputy=deputy,
    )
    row.id = 7
    for name, value in changes.items():
        setattr(row, name, value)
    return row


def holes() -> list[RotaHole]:
    """One of each kind, for each duty."""
    return [
        RotaHole(what=what, kind=kind, service_area=area, starts_at=T0, ends_at=T0 + WEEK, people=people)
        for what in Hole
        for kind, area in ((RotaKind.PRESS, ""), (RotaKind.LEAD, "adults"))
        for people in ((LEAD, "U0UNKNOWN"), (LEAD,))
    ]


def meanwhile(words: str, *, much: bool) -> Meanwhile:
    """What happened; much of it, or nothing."""
    if not much:
        return Meanwhile()
    several = tuple(
        enquiry(number, outlet=words, question=words, restricted=number % 2 == 0) for number in range(1, 61)
    )
    pairs = tuple((one, LEAD) for one in several)
    return Meanwhile(handed=pairs, answered=pairs, settled=pairs, waiting=several)


def _understood() -> Iterator[Heard]:
    """All of it, one day, and half of it, with and without somebody who stands in."""
    first, last = T0.date(), T0.date() + timedelta(days=4)
    for starts, ends in ((first, last), (first, first), (first, None), (None, last)):
        for deputy in (DEPUTY, None):
            yield Heard(starts_on=starts, ends_on=ends, deputy=deputy)


def messages(words: str, told: Organisation) -> Built:
    """Everything said about the rota and about being away."""
    full = with_rota(told)
    for name, organisation in (("rota", full), ("no rota", told)):
        yield f"who, {name}", rota.who(who(organisation, SOCIAL_WORKER, T0), organisation)
        yield f"who, {name}, at night", rota.who(who(organisation, "U0UNKNOWN", T0 + timedelta(hours=12)), organisation)
    for state in SwapState:
        for reader in (HEAD, DEPUTY):
            yield f"offered {state}", rota_news.asked(swap(full.rota[1], state), full.rota[1], reader, full)
    for state in (SwapState.DECLINED, SwapState.EXPIRED):
        yield f"left {state}", rota_news.left(swap(full.rota[2], state, to=HEAD), full.rota[2], full)
    for state in SwapState:
        for to in (None, HEAD):
            yield f"untaken {state}", rota_news.untaken(swap(full.rota[2], state, to=to), full.rota[2], full)
    yield "kept", rota_news.left(swap(full.rota[2], SwapState.TAKEN_BACK), full.rota[2], full)
    yield "offered to one", rota_news.asked(swap(full.rota[1], to=HEAD), full.rota[1], HEAD, full)
    yield "cannot", rota_news.asked(swap(full.rota[1]), full.rota[1], HEAD, full, declined=True)
    yield "left by all", rota_news.left(swap(full.rota[2], SwapState.DECLINED), full.rota[2], full)
    yield "taken", rota_news.taken(swap(full.rota[2], SwapState.ACCEPTED), full.rota[2], full)
    yield "gone", rota_news.GONE
    yield "mended", rota_news.to_mend([], full)
    yield "to mend", rota_news.to_mend(holes(), full)
    for understood in _understood():
        yield "away, asked", away_said.asked(understood, SAID, full)
        yield "away, noted", away_said.noted(understood, SAID, full)
    for was_away in (True, False):
        yield "back", absences.back(was_away=was_away)
    for much in (True, False):
        yield "meanwhile", absences.summary(absence(), meanwhile(words, much=much), full)
    yield "meanwhile, back early", absences.summary(absence(ended_at=T0), Meanwhile(), full)


def views(words: str, told: Organisation) -> Views:
    """The rota's page and forms, and those of being away."""
    full = with_rota(told)
    offers = {one.id: swap(one) for one in full.rota}
    for person in (OFFICER, HEAD):
        yield f"rota {person}", rota.page(person, full.rota, {}, 0, full, T0)
        yield f"rota with offers {person}", rota.page(person, full.rota, offers, 0, full, T0)
    for number in (0, 1, 2):
        yield "long rota", rota.page(OFFICER, turns(120), offers, number, full, T0)
    for person in (OFFICER, SOCIAL_WORKER):
        yield f"no rota {person}", rota.page(person, (), {}, 0, full, T0)
    yield "home, away", home.view(LEAD, full, T0, Home())
    yield "home, away soon", home.view(OFFICER, full, T0, Home())
    yield "home, here", home.view(DEPUTY, full, T0, Home())
    yield "rota, offered to one", rota.page(HEAD, full.rota, {0: swap(full.rota[0], to=HEAD)}, 0, full, T0)
    yield "add turns", rota.add_view(full, 0)
    for turn in full.rota:
        yield "offer", rota.offer_view(turn, full)
    yield "away", absences.form(Heard())
    yield "away, understood", absences.form(Heard(starts_on=T0.date(), ends_on=T0.date(), deputy=DEPUTY))
    held = [
        (what, number, enquiry(number, outlet=words, question=words))
        for number, what in enumerate(("held", "led", "leading", "task", "signed") * 8, 1)
    ]
    for deputy in (DEPUTY, "U0UNKNOWN", None):
        yield "matters", absences.matters(absence(deputy), held, full)
    yield "no matters", absences.matters(absence(), [], full)
    yield "all handed over", absences.matters(absence(), [], full, again=True)
