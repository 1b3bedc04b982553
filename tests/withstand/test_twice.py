"""The same submission twice, an event three times, a button pressed by two people in one moment, two processes: one effect."""

import asyncio
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from typing import Any

import pytest
from sqlalchemy import func, select

from bot.desk import digests, nudging
from bot.desk.work import Desk
from sandbox import Sandbox
from sandbox.people.form import Form
from storage import audit
from storage.base import Record
from storage.delivery import Delivery
from storage.digest import Digest
from storage.engine import Database
from storage.enquiry import Enquiry
from storage.kinds import DeliveryKind, NudgeState, Subject
from storage.nudge import Nudge
from storage.story import StoryIdea
from tests.journeys.council import ENQUIRY, LONDON, STORY, Council
from tests.withstand.shaken import (
    assert_each_once_and_in_order,
    card_of,
    cards,
    deliveries,
    form_of,
    posted,
    raise_enquiry,
    shaken_council,
)

TROUBLE = "We had some trouble connecting. Try again?"
TAKEN = {
    "priya": "Priya Nair has already taken this one. Nothing more is needed from you.",
    "dewi": "Dewi Hughes has already taken this one. Nothing more is needed from you.",
}


@pytest.fixture
def council(database: Database) -> Iterator[Council]:
    """One process, on SQLite and on PostgreSQL."""
    with shaken_council(database) as one:
        yield one


@pytest.fixture
def two_processes(database: Database) -> Iterator[Council]:
    """Two processes on one PostgreSQL, each with its own pool of connections. (SQLite takes one at a time.)"""
    other = database if database.is_sqlite else Database(database.url.render_as_string(hide_password=False))
    with shaken_council(database, other) as two:
        yield two
    other.dispose()


def _count(database: Database, kind: type[Record]) -> int:
    with database.read() as session:
        return session.scalar(select(func.count()).select_from(kind)) or 0


def _sent_but_the_answer_lost(council: Council, times: int) -> Form:
    """A form, filled and sent, whose answer is thrown away after the app gave it, so many times in all."""
    form = form_of(council).fill(**ENQUIRY)
    council.slack.faults.set("lose_ack", times=times)
    return form.submit()


def test_the_answer_to_a_form_is_lost_and_it_is_sent_again(council: Council) -> None:
    form = _sent_but_the_answer_lost(council, times=2)
    assert [form.trouble, form.submit().trouble, form.submit().trouble] == [TROUBLE, TROUBLE, ""]
    assert not form.is_open
    council.until_quiet()

    assert _count(council.database, Enquiry) == 1
    assert len(cards(council, "ME-0001")) == 1
    assert_each_once_and_in_order(council)


def test_the_answer_is_lost_and_the_form_is_corrected(council: Council) -> None:
    """What was saved already is amended, on the record; the card follows, and nobody is nudged twice."""
    form = _sent_but_the_answer_lost(council, times=1)
    assert form.trouble == TROUBLE
    form.fill(outlet="The Northbank Echo").submit()
    assert not form.is_open
    council.until_quiet()

    assert _count(council.database, Enquiry) == 1
    assert "The Northbank Echo" in card_of(council, "priya", "ME-0001").readable
    with council.database.read() as session:
        actions = [entry.action for entry in audit.entries_of(session, Subject.ENQUIRY, 1)]
        assert audit.verify(session) == []
    assert actions == ["recorded", "amended"]
    assert_each_once_and_in_order(council)


def test_the_same_form_twice_in_one_moment(council: Council) -> None:
    form = form_of(council).fill(**ENQUIRY)
    submit, view = council.slack.actions.submit, form.seen["view_id"]

    async def double_click() -> list[dict[str, Any]]:
        return list(await asyncio.gather(*(submit("amara", view_id=view) for _ in range(3))))

    assert [each["shown"] for each in council.slack.run(double_click())] == ["", "", ""]
    council.until_quiet()
    assert _count(council.database, Enquiry) == 1
    assert_each_once_and_in_order(council)


def test_a_story_twice_in_one_moment(council: Council) -> None:
    amara = council.person("amara")
    amara.types("/story-idea")
    form = amara.form.fill(**STORY)
    submit, view = council.slack.actions.submit, form.seen["view_id"]

    async def double_click() -> list[dict[str, Any]]:
        return list(await asyncio.gather(*(submit("amara", view_id=view) for _ in range(3))))

    assert [each["shown"] for each in council.slack.run(double_click())] == ["", "", ""]
    council.until_quiet()
    assert _count(council.database, StoryIdea) == 1
    assert_each_once_and_in_order(council)


def test_an_event_three_times(council: Council) -> None:
    council.slack.core.ack_seconds = 30.0  # a busy machine may take its time: this is not about being late
    council.slack.faults.set("duplicate_event", times=1)
    council.person("amara").writes("Hello, are you there?")
    council.until(lambda: len(_events(council.slack)) == 2, "the event has come twice")
    payload = _events(council.slack)[0]
    council.slack.run(council.slack.dispatcher.ask("events_api", payload))
    council.until_quiet()

    assert [row.kind for row in deliveries(council.database)] == [DeliveryKind.REPLY]
    assert len(posted(council.slack)) == 1


def _events(slack: Sandbox) -> list[dict[str, Any]]:
    return [
        each.payload
        for each in slack.log
        if each.kind == "socket" and each.name == "message" and each.answer is not None
    ]


def test_one_button_by_two_people_in_one_moment(council: Council) -> None:
    _one_card_two_hands(council)
    assert_each_once_and_in_order(council)


def _one_card_two_hands(council: Council) -> None:
    """Both press; one has it, the other is told by a sentence that only they see."""
    raise_enquiry(council)
    council.until_quiet()
    hands = {who: card_of(council, who, "ME-0001") for who in TAKEN}
    with ThreadPoolExecutor(2) as both:
        assert list(both.map(lambda card: card.press("I'll take it"), hands.values())) == ["", ""]
    council.until_quiet()

    with council.database.read() as session:
        enquiry = session.get(Enquiry, 1)
        assert enquiry is not None
        claims = [entry.actor for entry in audit.entries_of(session, Subject.ENQUIRY, 1) if entry.action == "claimed"]
    assert claims == [enquiry.officer]
    winner, loser = ("priya", "dewi") if enquiry.officer == "U0PRIYA03" else ("dewi", "priya")
    told = council.person(loser).in_channel("press-desk").wait_for(lambda message: message.ephemeral)
    assert told.readable == TAKEN[winner]
    assert not any(message.ephemeral for message in council.person(winner).in_channel("press-desk").messages)


@pytest.mark.parametrize("times", [2, 3])
def test_one_person_presses_twice(council: Council, times: int) -> None:
    raise_enquiry(council)
    council.until_quiet()
    card = card_of(council, "priya", "ME-0001")
    with ThreadPoolExecutor(times) as hands:
        assert list(hands.map(lambda _: card.press("I'll take it"), range(times))) == [""] * times
    council.until_quiet()
    assert not any(message.ephemeral for message in council.person("priya").in_channel("press-desk").messages)
    with council.database.read() as session:
        actions = [entry.action for entry in audit.entries_of(session, Subject.ENQUIRY, 1)]
    assert actions == ["recorded", "claimed"]
    assert_each_once_and_in_order(council)


def test_two_processes_have_one_effect(two_processes: Council) -> None:
    """A burst through both, ticks of both at once, one digest: every row, message and nudge is there once."""
    council = two_processes
    with ThreadPoolExecutor(4) as people:
        forms = list(people.map(lambda who: raise_enquiry(council, who), ("amara", "shirin", "joan", "helen")))
    for form, who in zip(forms, ("amara", "shirin", "joan", "helen"), strict=True):
        if form.is_open:  # whoever has no team is asked for the service area
            form.fill(service_area="adults").submit()
        assert not form.is_open, (who, form.errors, form.trouble)
    council.until_quiet()
    _tick_all_at_once(council, council.slack.clock.now().replace(hour=15, minute=30))
    council.until_quiet()

    with council.database.read() as session:
        sent = session.scalars(select(Nudge).where(Nudge.state == NudgeState.SENT)).all()
    assert len(sent) > 8
    rows = [row.key for row in deliveries(council.database) if row.kind == DeliveryKind.NUDGE]
    assert sorted(rows) == sorted({f"nudge:{each.bundled_with or each.id}" for each in sent})
    assert _count(council.database, Enquiry) == 4
    assert_each_once_and_in_order(council)


def test_two_processes_claim_once(two_processes: Council) -> None:
    _one_card_two_hands(two_processes)
    assert_each_once_and_in_order(two_processes)


def test_two_processes_post_one_digest(two_processes: Council) -> None:
    council = two_processes
    council.person("amara").types("/story-idea")
    council.person("amara").form.fill(**STORY).submit()
    council.until_quiet()
    card = council.person("priya").in_channel("press-desk").wait_for(lambda message: "GN-0001" in message.text)
    assert card.press("Pick up") == ""
    council.until_quiet()

    _tick_all_at_once(council, datetime(2026, 3, 6, 10, 0, tzinfo=LONDON))
    assert _count(council.database, Digest) == 1
    with council.database.read() as session:
        posts = session.scalars(select(Delivery).where(Delivery.kind == DeliveryKind.DIGEST)).all()
    assert [row.state for row in posts] == ["sent"]
    assert len([each for each in posted(council.slack) if each.channel == "C0GOODNEWS"]) == 1
    assert len(council.slack.on_loop(lambda: list(council.slack.workspace.files))) == 2, "the mail, as two files, once"
    assert_each_once_and_in_order(council)


def _tick_all_at_once(council: Council, moment: datetime) -> None:
    """Every process looks for what is due in the same moment, several times over."""

    def look(at: Callable[[Desk], object], desk: Desk) -> None:
        desk.database.step_back()  # as the scheduler does
        at(desk)

    council.slack.clock.move_to(moment)
    looks = [(look, bot.desk) for bot in council.bots for look in (nudging.tick, digests.tick)] * 3
    with ThreadPoolExecutor(len(looks)) as hands:
        list(hands.map(lambda pair: look(*pair), looks))
    council.until_quiet()
