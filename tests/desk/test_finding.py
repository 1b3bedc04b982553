"""What someone may find is what they may read: the rule in SQL and the rule of the page are the same, for everyone and every enquiry."""

from dataclasses import replace
from datetime import datetime
from itertools import product

import pytest

from bot.demo import ORGANISATION
from bot.organisation.file import read_organisation_file
from bot.rules.finding import Asked, Question, asks_alike, due_between, read_question, scope_of
from bot.rules.sensitivity import may_read
from storage.engine import Database
from storage.enquiry import Enquiry
from storage.finding import Filters, board
from storage.insert import insert_once
from storage.kinds import Role
from tests.storage.records import enquiry


@pytest.mark.parametrize("administrators", [("U0HELEN05",), ("U0AMARA01", "U0MARCUS6")])
def test_whoever_may_read_an_enquiry_finds_it_and_nobody_else(
    database: Database, administrators: tuple[str, ...]
) -> None:
    told = read_organisation_file(ORGANISATION)
    told = replace(told, roles={**told.roles, Role.ADMINISTRATOR: administrators})
    amara, dewi, marcus, joan, helen = "U0AMARA01", "U0DEWI004", "U0MARCUS6", "U0JOAN008", "U0HELEN05"
    several = [
        enquiry(service_area=area, restricted=restricted, raised_by=raised_by, lead=lead, excluded=excluded)
        for area, restricted, raised_by, lead, excluded in product(
            ("adults", "children", ""),
            (False, True),
            (amara, dewi),
            (None, marcus),
            ([], [amara, joan], [dewi, marcus], [helen], [helen, amara]),
        )
    ]
    with database.write() as session:
        for one in several:
            insert_once(session, one, Enquiry.form_id)
    with database.read() as session:
        for person in told.people:
            found = board(session, scope_of(person, told), Filters(), start=0, most=500)
            readable = {one.id for one in several if may_read(person, one, told)}
            assert {one.id for one in found.enquiries} == readable, told.name_of(person)


def test_what_the_words_after_the_command_ask_to_see() -> None:
    asked = {
        "list": Question(Asked.LIST),
        " Due  TODAY ": Question(Asked.DUE_TODAY),
        "due tomorrow": Question(Asked.DUE_TOMORROW),
        "due this  week": Question(Asked.DUE_THIS_WEEK),
        "mine": Question(Asked.MINE),
        "find Elm House": Question(Asked.FIND, words="Elm House"),
        "find": Question(Asked.FIND),
        "ME-0042": Question(Asked.ONE, enquiry_id=42),
        "me 7": Question(Asked.ONE, enquiry_id=7),
        "me42": Question(Asked.ONE, enquiry_id=42),
        "ME 42": Question(Asked.ONE, enquiry_id=42),
        "#42": Question(Asked.ONE, enquiry_id=42),
        "42": Question(Asked.ONE, enquiry_id=42),
        "ME\u201342?": Question(Asked.ONE, enquiry_id=42),
        "find me-0042": Question(Asked.ONE, enquiry_id=42),
        "My": Question(Asked.MINE),
        "list all": Question(Asked.LIST),
        "overdue": Question(Asked.DUE_TODAY),
        "findpanorama": Question(Asked.FIND, words="panorama"),
        "find: elm house": Question(Asked.FIND, words="elm house"),
        "search for elm house": Question(Asked.FIND, words="elm house"),
        "search elm house": Question(Asked.FIND, words="elm house"),
        "look up panorama": Question(Asked.FIND, words="panorama"),
        "search of a home by the police, says the BBC": None,
        "findings of the review": None,
        "findings": None,
        "me and my manager were rung by the Echo": None,
        "today the Echo rang": None,
        "GN-0007": None,
        "": None,
        "finding out about Elm House": None,
        "BBC, Sam Poole 020 7946 0000, 4pm today": None,
        "list of homes to close, says the BBC": None,
        "ME-0042 and ME-0043": None,
    }
    assert {typed: read_question(typed) for typed in asked} == asked


def test_questions_that_have_enough_in_common() -> None:
    assert asks_alike("Is Elm House to close in spring?", "Why is Elm House closing?")
    assert not asks_alike("Is Elm House to close in spring?", "Is the house on the corner to be sold?")
    assert not asks_alike("", "Is Elm House to close?")


@pytest.mark.parametrize(
    ("asked", "now", "since", "before"),
    [
        (Asked.DUE_TODAY, "2026-03-04T09:00+00:00", None, "2026-03-05T00:00+00:00"),
        (Asked.DUE_TOMORROW, "2026-03-04T09:00+00:00", "2026-03-05T00:00+00:00", "2026-03-06T00:00+00:00"),
        (Asked.DUE_THIS_WEEK, "2026-03-04T09:00+00:00", None, "2026-03-09T00:00+00:00"),
        (Asked.DUE_THIS_WEEK, "2026-03-08T23:30+00:00", None, "2026-03-09T00:00+00:00"),
        (Asked.DUE_TOMORROW, "2026-03-28T12:00+00:00", "2026-03-29T00:00+00:00", "2026-03-29T23:00+00:00"),  # 23 hours
    ],
)
def test_which_deadlines_are_meant(asked: Asked, now: str, since: str | None, before: str) -> None:
    calendar = read_organisation_file(ORGANISATION).calendar
    begins, ends = due_between(asked, datetime.fromisoformat(now), calendar)
    assert begins == (datetime.fromisoformat(since) if since else None)
    assert ends == datetime.fromisoformat(before)
