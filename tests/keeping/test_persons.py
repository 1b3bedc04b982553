"""A person's data: everything that names them is handed over, or erased, wherever it stands; never under a hold."""

from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import select

from bot.desk.work import Desk
from bot.keeping.holding import place
from bot.keeping.persons import erase, everything_about, plan_erasure
from storage import audit
from storage.delivery import Delivery
from storage.engine import Database
from storage.enquiry import Enquiry, get_enquiry
from storage.kinds import DeliveryState, Status, Subject
from storage.notes import keep_words
from storage.organisation import save_organisation
from storage.press import Journalist
from storage.statement import SignOff
from storage.thread_note import ThreadNote
from tests.keeping.full import AMARA, CLOSED, PRIYA, SECRET, SHIRIN, desk_on, everything_in, write_enquiry, write_story

FOR: dict[str, object] = {"for": "Ruth Bell", "why": "They asked"}


def about(database: Database, person: str, *, restricted: bool = False) -> dict[str, list[dict[str, Any]]]:
    with database.read() as session:
        return everything_about(session, person, restricted=restricted)


def refusals(desk: Desk, person: str) -> tuple[str, ...]:
    with desk.database.read() as session:
        return plan_erasure(session, desk.organisation, person).refusals


def leaves(desk: Desk, person: str) -> None:
    """Somebody is taken out of the organisation file; Joan has their services."""
    old = desk.organisation
    areas = {
        key: replace(
            area,
            lead="U0JOAN008" if area.lead == person else area.lead,
            deputies=tuple(one for one in area.deputies if one != person),
            press_officer=None if area.press_officer == person else area.press_officer,
        )
        for key, area in old.service_areas.items()
    }
    roles = {role: tuple(one for one in holders if one != person) for role, holders in old.roles.items()}
    people = {key: one for key, one in old.people.items() if key != person}
    with desk.database.write() as session:
        save_organisation(session, replace(old, service_areas=areas, roles=roles, people=people, on_call=None))
    desk.refresh()


def closes_the_other(database: Database) -> None:
    """The second enquiry that hangs together with the first is open: it would stand in the way."""
    with database.write() as session:
        for enquiry in session.scalars(select(Enquiry)):
            enquiry.status = Status.CLOSED


def test_every_table_that_names_somebody_is_in_their_export(database: Database) -> None:
    desk_on(database)
    write_enquiry(database)
    write_story(database)
    with database.write() as session:
        keep_words(session, AMARA, "/media-enquiry", "BBC, 4pm", CLOSED)
    found = about(database, AMARA)

    assert sorted(found) == [
        "audit_entry",
        "consent",
        "enquiry",
        "fact_check",
        "involved",
        "kept_words",
        "person",
        "story_idea",
        "task",
        "thread_note",
    ]
    assert [(row["id"], row["name"]) for row in found["person"]] == [(AMARA, "Amara Okafor")]
    assert [row["words"] for row in found["kept_words"]] == ["BBC, 4pm"]
    assert [row["title"] for row in found["story_idea"]] == [f"A garden at {SECRET}"]


def test_of_a_restricted_enquiry_the_words_are_only_handed_over_when_asked_for(database: Database) -> None:
    desk_on(database)
    write_enquiry(database)

    shut, opened = about(database, AMARA), about(database, AMARA, restricted=True)
    assert SECRET not in str(shut)
    assert shut["enquiry"][0]["raised_by"] == AMARA
    assert shut["enquiry"][0]["left_out"] == "the words: it is restricted"
    assert opened["enquiry"][0]["question"] == f"What happened at {SECRET}? Ring 020 7946 0000."


def test_of_what_others_wrote_only_what_names_them_is_handed_over(database: Database) -> None:
    desk_on(database)
    write_enquiry(database, restricted=False)
    (row,) = about(database, SHIRIN)["enquiry"]

    assert row["lead"] == SHIRIN
    assert "question" not in row


def test_a_journalist_is_found_by_name_whatever_the_capitals(database: Database) -> None:
    desk_on(database)
    write_enquiry(database, restricted=False)
    found = about(database, "SAM POOLE")

    assert sorted(found) == ["enquiry", "journalist"]
    assert found["enquiry"][0]["response_to"] == "Sam Poole by e-mail"
    assert about(database, "Sam Pool") == {}


def test_a_journalist_is_erased_with_their_numbers_and_the_card_is_drawn_anew(database: Database) -> None:
    desk = desk_on(database)
    number = write_enquiry(database, restricted=False)
    rows = erase(desk, "Sam Poole", details=FOR)

    everything = everything_in(database)
    for gone in ("Sam Poole", "sam@echo.example", "020 7946 0000"):
        assert gone not in everything
    with database.read() as session:
        enquiry = get_enquiry(session, number)
        assert list(session.scalars(select(Journalist))) == []
        assert audit.verify(session) == []
        (entry,) = audit.actions_done(session, Subject.PERSON, 0, "person_erased")
        waiting = [one.key for one in session.scalars(select(Delivery).where(Delivery.state == DeliveryState.WAITING))]
    assert enquiry is not None
    assert (enquiry.journalist, enquiry.question) == (
        "[name erased]",
        f"What happened at {SECRET}? Ring [name erased].",
    )
    assert (enquiry.response_to, enquiry.journalist_id) == ("[name erased] by e-mail", None)
    assert entry.details == {**FOR, "rows": rows}
    assert waiting == ["card:enquiry:1:C0PRESSDESK"]


def test_someone_who_left_becomes_a_former_colleague_everywhere_but_in_the_trail(database: Database) -> None:
    desk = desk_on(database)
    write_enquiry(database)
    write_story(database)
    leaves(desk, AMARA)
    closes_the_other(database)
    assert refusals(desk, AMARA) == ()
    erase(desk, AMARA, details=FOR)

    with database.read() as session:
        enquiry = get_enquiry(session, 1)
        (note,) = session.scalars(select(ThreadNote.author))
        assert audit.verify(session) == []
    assert enquiry is not None
    assert enquiry.raised_by.startswith("former colleague ")
    assert note == enquiry.raised_by
    found = about(database, AMARA)
    assert {table: [list(row) for row in rows] for table, rows in found.items()} == {
        "audit_entry": [["id", "at", "actor", "action", "subject", "subject_id"]]
    }


def test_two_who_left_stay_two(database: Database) -> None:
    desk = desk_on(database)
    write_enquiry(database)
    closes_the_other(database)
    for person in (SHIRIN, "U0JOAN008"):
        leaves(desk, person)
        erase(desk, person, details=FOR)
    with database.read() as session:
        (yes,) = session.scalars(select(SignOff))

    assert yes.for_whom is not None
    assert {yes.person.rpartition(" ")[0], yes.for_whom.rpartition(" ")[0]} == {"former colleague"}
    assert yes.person != yes.for_whom


def test_under_a_hold_nobody_is_erased(database: Database) -> None:
    desk = desk_on(database)
    number = write_enquiry(database)
    place(desk, (Subject.ENQUIRY, number), by="Ruth Bell", why="An inquest", details={})
    assert refusals(desk, "Sam Poole") == (
        "A legal hold keeps what names Sam Poole in ME-0001, journalist 1. Lift it first, or wait until it is.",
    )
    place(desk, "sam poole", by="Ruth Bell", why="A claim", details={})
    assert refusals(desk, "Sam Poole") == ("A legal hold, placed by Ruth Bell, keeps everything that names Sam Poole.",)


def test_someone_with_a_part_to_play_is_not_erased(database: Database) -> None:
    desk = desk_on(database)
    write_enquiry(database, status=Status.IN_PROGRESS, closed_at=None, outcome=None)

    assert refusals(desk, PRIYA) == (
        f"{PRIYA} is still in the organisation file. Take them out of it and load it first.",
        f"{PRIYA} still has a part in what is open: ME-0001. Hand it over or close it first.",
    )


@pytest.mark.parametrize("person", ["U0NOBODY1", "Nobody Atall"])
def test_nobody_is_nowhere(database: Database, person: str) -> None:
    desk_on(database)
    write_enquiry(database)

    assert about(database, person) == {}


def test_an_accent_does_not_hide_a_name_in_the_trail(database: Database) -> None:
    desk = desk_on(database)
    with database.write() as session:
        audit.append(
            session,
            at=CLOSED,
            actor=PRIYA,
            action="noted",
            subject=Subject.ENQUIRY,
            subject_id=1,
            details={"journalist": "Zoë Ångström", "people": [{"name": "Zoë Ångström"}]},
        )
    assert list(about(database, "Zoë Ångström")) == ["audit_entry"]
    erase(desk, "Zoë Ångström", details=FOR)
    assert about(database, "Zoë Ångström") == {}
