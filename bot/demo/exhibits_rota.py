"""The rota in the gallery: who is there, turns offered and taken, what is missing, being away and being back."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from bot.demo.cast import Cast, cast
from bot.demo.exhibit import Built
from bot.demo.specimens_desk import of
from bot.messages import absences, away_said, rota, rota_news
from bot.rules.absence_words import Heard
from bot.rules.rota import Hole, RotaHole
from bot.rules.who import who
from storage.absence import Absence, AbsenceRow
from storage.kinds import Role, RotaKind, Status, SwapState
from storage.meanwhile import Meanwhile
from storage.organisation import Organisation
from storage.rota import Swap, Turn

WEEK = timedelta(weeks=1)
HELD = ("held", "led", "leading", "task", "signed")
"""What somebody who goes away can have in hand."""


def build(told: Organisation, now: datetime) -> Built:
    """Everything about who is there."""
    people = cast(told, "adults")
    full = _with_rota(told, people, now)
    yield from _who(told, full, people, now)
    yield from _pages(full, people, now)
    yield from _swaps(full, people, now)
    yield from _mending(full, people)
    yield from _away(full, people, now)


def _with_rota(told: Organisation, people: Cast, now: datetime) -> Organisation:
    """Four weeks of it; the lead for adults is away until Friday."""
    monday = now - timedelta(days=now.weekday())
    starts = monday.replace(hour=9, minute=0)
    officers = told.holders(Role.PRESS_OFFICER)
    press = tuple(_turn(number, officers[number % len(officers)], starts + number * WEEK) for number in range(3))
    lead = _turn(3, people.lead, starts, kind=RotaKind.LEAD, service_area="adults")
    away = Absence(
        id=1, person=people.lead, starts_at=now - timedelta(days=1), ends_at=_friday(now), deputy=people.deputy
    )
    return replace(told, rota=(*press, lead), absences=(away,))


def _turn(number: int, person: str, starts: datetime, **changes: Any) -> Turn:
    facts: dict[str, Any] = {"kind": RotaKind.PRESS, **changes}
    return Turn(id=number + 1, person=person, starts_at=starts, ends_at=starts + WEEK, **facts)


def _friday(now: datetime) -> datetime:
    return (now + timedelta(days=4 - now.weekday() + 7)).replace(hour=17, minute=0)


def _who(told: Organisation, full: Organisation, people: Cast, now: datetime) -> Built:
    yield "rota: who is there", rota.who(who(full, people.worker, now), full)
    night = now + timedelta(hours=12)
    yield "rota: who is there, at night", rota.who(who(full, people.worker, night), full)
    yield "rota: who is there, no rota", rota.who(who(told, people.worker, now), told)


def _pages(full: Organisation, people: Cast, now: datetime) -> Built:
    offers = {1: _swap(full.rota[0], now)}
    yield "rota: page of a press officer", rota.page(people.officer, full.rota, offers, 0, full, now)
    yield "rota: page of the head", rota.page(people.head, full.rota, offers, 0, full, now)
    yield "rota: page, nothing yet", rota.page(people.head, (), {}, 0, full, now)
    yield "rota: add turns", rota.add_view(full, 0)
    yield "rota: offer a turn", rota.offer_view(full.rota[0], full)


def _swap(turn: Turn, now: datetime, state: SwapState = SwapState.OFFERED, by: str | None = None) -> Swap:
    made = Swap(turn_id=turn.id, offered_by=turn.person, offered_at=now, offered_to=None, state=state)
    made.id = turn.id + 10
    if by:
        made.answered_by, made.answered_at = by, now
    return made


def _swaps(full: Organisation, people: Cast, now: datetime) -> Built:
    turn = full.rota[0]
    for state in SwapState:
        by = None if state == SwapState.OFFERED else people.head
        yield f"rota: turn {state}", rota_news.asked(_swap(turn, now, state, by), turn, people.deputy, full)
    said_no = rota_news.asked(_swap(turn, now), turn, people.deputy, full, declined=True)
    yield "rota: a turn that this reader cannot take", said_no
    to_one = _swap(turn, now, SwapState.DECLINED, people.head)
    to_one.offered_to = people.head
    yield "rota: your turn, declined by the one who was asked", rota_news.left(to_one, turn, full)
    taken = _swap(turn, now, SwapState.ACCEPTED, people.head)
    yield "rota: your turn was taken", rota_news.taken(taken, turn, full)
    for state in (SwapState.DECLINED, SwapState.EXPIRED):
        yield f"rota: your turn, {state}", rota_news.left(_swap(turn, now, state, people.head), turn, full)
    for state in SwapState:
        yield (
            f"rota: your turn, nobody had it, {state}",
            rota_news.untaken(_swap(turn, now, state, people.head), turn, full),
        )
    silent = _swap(turn, now)
    silent.offered_to = people.head
    yield "rota: your turn, no answer from the one who was asked", rota_news.untaken(silent, turn, full)
    yield "rota: your turn, kept", rota_news.left(_swap(turn, now, SwapState.TAKEN_BACK, people.officer), turn, full)
    yield "rota: the turn is over", rota_news.GONE


def _mending(full: Organisation, people: Cast) -> Built:
    monday = full.rota[1].starts_at
    found = [
        RotaHole(what=what, kind=kind, service_area=area, starts_at=monday, ends_at=monday + WEEK, people=named)
        for what, kind, area, named in (
            (Hole.GAP, RotaKind.PRESS, "", ()),
            (Hole.DOUBLE, RotaKind.PRESS, "", (people.officer, people.head)),
            (Hole.BOTH, RotaKind.LEAD, "adults", (people.lead,)),
            (Hole.AWAY, RotaKind.LEAD, "adults", (people.lead,)),
            (Hole.LEFT, RotaKind.PRESS, "", (people.officer,)),
            (Hole.UNKNOWN, RotaKind.LEAD, "adults", (people.worker,)),
            (Hole.UNWANTED, RotaKind.PRESS, "", (people.officer,)),
        )
    ]
    yield "rota: what wants mending", rota_news.to_mend(found, full)
    yield "rota: all mended", rota_news.to_mend([], full)


def _absence(people: Cast, now: datetime, deputy: str | None, ended_at: datetime | None = None) -> AbsenceRow:
    row = AbsenceRow(
        person=people.officer,
        starts_at=now if ended_at is None else now - WEEK,
        ends_at=_friday(now),
        made_by=people.officer,
        made_at=now,
        deputy=deputy,
    )
    row.id, row.ended_at = 7, ended_at
    return row


def _away(full: Organisation, people: Cast, now: datetime) -> Built:
    today = now.date()
    heard = Heard(starts_on=today, ends_on=today + timedelta(days=4), deputy=people.head)
    yield "away: I am away", absences.form(Heard())
    yield "away: I am away, as typed", absences.form(heard)
    value = f"ask {heard.starts_on} {heard.ends_on} {people.head} message:D0:1.0"
    yield "away: written to the bot, asked", away_said.asked(heard, value, full)
    yield "away: written to the bot, half understood", away_said.asked(Heard(starts_on=today), value, full)
    yield "away: written to the bot, noted", away_said.noted(heard, value, full)
    one = of(full, now, Status.IN_PROGRESS, private=False)
    held = [(what, number, one) for number, what in enumerate(HELD, 1)]
    row, alone = _absence(people, now, people.head), _absence(people, now, None)
    yield "away: what is handed over", absences.matters(row, held, full)
    yield "away: what is handed over, nobody stands in", absences.matters(alone, held, full)
    yield "away: nothing to hand over", absences.matters(row, [], full)
    yield "away: all handed over", absences.matters(row, [], full, again=True)
    for was_away in (True, False):
        yield f"away: back, {'was away' if was_away else 'was not'}", absences.back(was_away=was_away)
    private = of(full, now, Status.IN_PROGRESS, private=True)
    happened = Meanwhile(handed=((one, people.head),), settled=((private, people.head),), waiting=(one,))
    yield "away: what happened meanwhile", absences.summary(row, happened, full)
    yield "away: nothing happened meanwhile", absences.summary(row, Meanwhile(), full)
    early = _absence(people, now, people.head, ended_at=now)
    yield "away: back early", absences.summary(early, Meanwhile(), full)
