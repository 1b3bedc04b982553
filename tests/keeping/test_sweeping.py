"""Retention: what is over its period goes, wherever it stands; the skeleton stays, a hold keeps, and the trail still proves itself."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from bot.delivery.render import render
from bot.desk.work import Desk
from bot.keeping.holding import lift, place
from bot.keeping.sweeping import AT_A_LOOK, due, sweep, tick
from bot.messages.message import Message
from bot.rules.retention import Kept
from storage import audit, keeping
from storage.base import Record
from storage.coverage import Coverage
from storage.delivery import Delivery
from storage.engine import Database
from storage.enquiry import Enquiry, get_enquiry
from storage.kinds import DeliveryState, Outcome, Status, Subject, Tone
from storage.notes import keep_words
from storage.organisation import save_organisation
from storage.statement import Statement
from storage.story import get_story
from storage.thread_note import ThreadNote
from tests.keeping.full import CLOSED, DAY, RAISED, SECRET, desk_on, everything_in, write_enquiry, write_story
from tests.project.terminal import StandingClock

YEAR = timedelta(days=366)


def over(desk: Desk, at: datetime) -> dict[str, tuple[int, int]]:
    """What is due: how many, and how many a hold keeps; kinds of which there are none left out."""
    return {str(one.kind): (len(one.ids), one.held) for one in due(desk, at) if one.ids or one.held}


def sweeps(desk: Desk, at: datetime) -> int:
    clock = desk.clock
    assert isinstance(clock, StandingClock)
    clock.at = at
    return sweep(desk, due(desk, at))


def test_nothing_goes_before_its_time(database: Database) -> None:
    desk = desk_on(database)
    write_enquiry(database)
    write_story(database)

    assert over(desk, CLOSED + YEAR) == {}


def test_each_kind_comes_due_in_its_own_time(database: Database) -> None:
    desk = desk_on(database)
    write_enquiry(database)
    write_story(database)
    with database.write() as session:
        keep_words(session, "U0AMARA01", "/media-enquiry", SECRET, CLOSED)

    assert over(desk, CLOSED + 3 * DAY) == {"kept_words": (1, 0)}
    assert over(desk, CLOSED + 2 * YEAR) == {"kept_words": (1, 0), "notes": (1, 0), "journalists": (1, 0)}
    later = {"kept_words": (1, 0), "notes": (1, 0), "journalists": (1, 0), "stories": (1, 0), "lines": (1, 0)}
    assert over(desk, CLOSED + 3 * YEAR) == later
    assert over(desk, CLOSED + 7 * YEAR) == {**later, "enquiries": (1, 0), "statements": (1, 0), "consents": (1, 0)}


def test_an_open_enquiry_and_its_journalist_never_come_due(database: Database) -> None:
    desk = desk_on(database)
    write_enquiry(database, status=Status.RESPONDED, closed_at=None, outcome=None)

    assert over(desk, CLOSED + 50 * YEAR) == {"lines": (1, 0)}


def test_every_word_goes_and_the_skeleton_stays(database: Database) -> None:
    desk = desk_on(database)
    number, idea = write_enquiry(database), write_story(database)
    at = CLOSED + 7 * YEAR

    assert (
        sweeps(desk, at) == 5
    )  # enquiry, story, consent, journalist, line; the statements and notes went with the enquiry
    assert sweeps(desk, at + 91 * DAY) == 1  # the delivery of the card, whose words have gone
    everything = everything_in(database)
    assert SECRET not in everything
    assert "Sam Poole" not in everything
    with database.read() as session:
        enquiry, story = get_enquiry(session, number), get_story(session, idea)
        assert audit.verify(session) == []
        tones = list(session.scalars(select(Coverage.tone)))
    assert enquiry is not None
    assert story is not None
    kept = (
        enquiry.reference,
        enquiry.raised_at,
        enquiry.responded_at,
        enquiry.closed_at,
        enquiry.service_area,
        enquiry.outcome,
    )
    assert kept == ("ME-0001", RAISED, RAISED + DAY, CLOSED, "adults", Outcome.RESPONDED)
    people = (
        enquiry.raised_by,
        enquiry.officer,
        enquiry.lead,
        enquiry.responded_by,
        enquiry.closed_by,
        enquiry.excluded,
    )
    assert people == ("", None, None, None, None, [])
    assert (enquiry.restricted, enquiry.emptied_at, tones) == (True, at, [Tone.FAIR])
    assert (story.reference, story.told_at, story.service_area, story.emptied_at) == ("GN-0001", CLOSED, "adults", at)


def test_what_was_done_and_when_stays_in_the_trail_without_its_words(database: Database) -> None:
    desk = desk_on(database)
    number = write_enquiry(database)
    sweeps(desk, CLOSED + 7 * YEAR)
    with database.read() as session:
        trail = audit.entries_of(session, Subject.ENQUIRY, number)

    assert [(entry.action, entry.details) for entry in trail] == [
        ("recorded", None),
        ("responded", None),
        ("emptied", {"after": "6 years"}),
    ]


def test_every_table_of_an_enquirys_rows_is_thought_of() -> None:
    """Or the words in one that is added later would stay."""
    tables = {table.name for table in Record.metadata.sorted_tables if "enquiry_id" in table.c}
    thought_of = {record.__tablename__ for record in (*keeping.GO_WITH_ENQUIRY, *keeping.STAY_WITHOUT_WORDS)}

    assert tables - thought_of == {"line"}  # a kept line has a life of its own


def test_statements_and_notes_can_go_earlier_than_their_enquiry(database: Database) -> None:
    desk = desk_on(database)
    number = write_enquiry(database)
    with database.write() as session:
        save_organisation(session, _with_periods(desk, statements="1 year", notes="30 days"))
    desk.refresh()

    assert sweeps(desk, CLOSED + 2 * YEAR) == 3  # the journalist's time has come too
    with database.read() as session:
        enquiry = get_enquiry(session, number)
        words = list(session.scalars(select(Statement.words)))
        notes = list(session.scalars(select(ThreadNote.id)))
        trail = audit.entries_of(session, Subject.ENQUIRY, number)
        assert audit.verify(session) == []
    assert enquiry is not None
    assert (enquiry.emptied_at, SECRET in enquiry.question, words, notes) == (None, True, ["", ""], [])
    assert [(entry.action, entry.details is None) for entry in trail] == [
        ("recorded", False),
        ("responded", True),
        ("statements_emptied", False),
        ("notes_deleted", False),
    ]


def test_a_hold_keeps_everything_until_it_is_lifted(database: Database) -> None:
    desk, at = desk_on(database), CLOSED + 7 * YEAR
    number = write_enquiry(database)
    hold = place(desk, (Subject.ENQUIRY, number), by="Ruth Bell", why="An inquest", details={})

    kept = {"enquiries": (0, 1), "statements": (0, 1), "notes": (0, 1), "journalists": (0, 1)}
    assert over(desk, at) == {**kept, "lines": (1, 0)}
    assert sweeps(desk, at) == 1  # a line that came of another enquiry
    assert lift(desk, hold.id, by="Ruth Bell", why="It is over", details={}) is not None
    assert lift(desk, hold.id, by="Ruth Bell", why="Twice", details={}) is None
    assert sweeps(desk, at) == 2


@pytest.mark.parametrize("person", ["U0SHIRIN7", "sam poole"])
def test_a_hold_on_a_person_keeps_what_names_them(database: Database, person: str) -> None:
    desk, at = desk_on(database), CLOSED + 7 * YEAR
    write_enquiry(database)
    place(desk, person, by="Ruth Bell", why="A claim", details={})

    assert over(desk, at)["enquiries"] == (0, 1)
    with database.read() as session:
        (entry,) = audit.actions_done(session, Subject.PERSON, 0, "hold_placed")
    assert entry.details == {"hold": 1, "by": "Ruth Bell", "why": "A claim"}


def test_a_hold_placed_between_listing_and_doing_is_seen(database: Database) -> None:
    desk, at = desk_on(database), CLOSED + 7 * YEAR
    number = write_enquiry(database)
    listed = due(desk, at)
    place(desk, (Subject.ENQUIRY, number), by="Ruth Bell", why="An inquest", details={})

    assert sweep(desk, listed) == 1


def test_what_stands_in_slack_says_that_the_words_are_gone_and_nothing_new_is_posted(database: Database) -> None:
    desk = desk_on(database)
    write_enquiry(database)
    sweeps(desk, CLOSED + 7 * YEAR)
    with database.read() as session:
        (waiting,) = session.scalars(select(Delivery).where(Delivery.state == DeliveryState.WAITING))
    said = render(desk, waiting)

    assert waiting.key == "card:enquiry:1:C0PRESSDESK"
    assert isinstance(said, Message)
    assert said.text == (
        "ME-0001: the words of this enquiry have been deleted, as they are after 6 years. It came in on 4 March 2026 about "
        "Adults' social care, and ended on 6 March 2026: we answered."
    )
    waiting.key = "news:enquiry:1:closed"
    assert render(desk, waiting) is None


def test_by_itself_only_where_the_organisation_says_so_and_not_all_at_once(database: Database) -> None:
    clock = StandingClock(CLOSED + 7 * YEAR)
    desk = desk_on(database, clock)
    with database.write() as session:
        session.add_all(_closed_enquiry(each) for each in range(AT_A_LOOK + 1))
    tick(desk)
    assert _left(database) == AT_A_LOOK + 1
    with database.write() as session:
        save_organisation(session, _with_periods(desk, by_itself=True))
    desk.refresh()
    tick(desk)
    assert _left(database) == 1
    tick(desk)
    assert _left(database) == 0


def _closed_enquiry(number: int) -> Enquiry:
    facts: dict[str, Any] = {"raised_by": "U1", "raised_at": RAISED, "outlet": "E", "journalist": "J", "question": "Q"}
    return Enquiry(form_id=f"many{number}", status=Status.CLOSED, closed_at=CLOSED, **facts)


def _left(database: Database) -> int:
    with database.read() as session:
        return len(list(session.scalars(keeping.enquiries_over(CLOSED))))


def _with_periods(desk: Desk, *, by_itself: bool = False, **ours: str) -> Any:
    return replace(desk.organisation, retention=ours, keeps_by_itself=by_itself)


def test_deliveries_go_once_they_are_replaced(database: Database) -> None:
    desk = desk_on(database)
    write_enquiry(database)
    with database.write() as session:
        (first,) = session.scalars(select(Delivery))
        values = {
            name: getattr(first, name) for name in ("kind", "key", "lane", "subject", "subject_id", "channel", "ts")
        }
        session.add(Delivery(**values, created_at=CLOSED, not_before=CLOSED, sent_at=CLOSED, state=DeliveryState.SENT))

    assert over(desk, CLOSED + 91 * DAY) == {Kept.DELIVERIES: (1, 0)}
    sweeps(desk, CLOSED + 91 * DAY)
    with database.read() as session:
        assert [one.sent_at for one in session.scalars(select(Delivery))] == [CLOSED]
