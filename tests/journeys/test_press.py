"""The press as we know it: nobody is typed twice, nobody is answered unchecked, and nobody learns of what they may not read."""

from datetime import timedelta
from itertools import count
from typing import Any

import pytest
from sqlalchemy import select

from bot.desk import enquiries, working
from bot.rules.enquiry_form import CloseForm, EnquiryForm
from storage.press import Journalist, Outlet
from tests.journeys.council import Council

FORMS = count(1)
UNVERIFIED = "Not verified yet. Before anything is said: ring back through the newsroom's published number, and ask for them by name."


def _records(council: Council, who: str = "amara", **answers: str) -> int:
    """An enquiry without the form, and the press has been remembered from it."""
    fields: dict[str, Any] = {
        "outlet": "Northbank Echo",
        "journalist": "Sam Poole, 020 7946 0000",
        "deadline_words": "none given",
        "question": "Is Elm House to close in the spring?",
    }
    form = EnquiryForm(**{**fields, **answers})
    made = enquiries.record(council.bot.desk, form, form_id=f"V{next(FORMS)}", person=council.person(who).id)
    council.until(lambda: council.enquiry(made.id).journalist_id is not None, "the journalist is remembered")
    council.until_quiet()
    return made.id


def _press(council: Council) -> list[tuple[str, str, str]]:
    with council.database.read() as session:
        query = select(Outlet.name, Journalist.name, Journalist.contact).join(Journalist)
        return [(row[0], row[1], row[2]) for row in session.execute(query.order_by(Journalist.id))]


def _page(council: Council, number: int, reader: str = "priya") -> list[str]:
    person = council.person(reader)
    person.types(f"/media-enquiry ME-{number}", channel="general")
    lines = person.form.text.splitlines()
    person.form.close()
    return lines


def test_a_journalist_is_remembered_once_however_written(either_council: Council) -> None:
    council = either_council
    first = _records(council)
    again = _records(council, outlet="The northbank ECHO", journalist="sam poole 07700 900123")
    _records(council, outlet="BBC North", journalist="Sam Poole, 07700 900 123")
    assert _press(council) == [
        ("Northbank Echo", "Sam Poole", "07700 900123"),
        ("BBC North", "Sam Poole", "07700 900 123"),
    ]
    assert council.enquiry(first).journalist_id == council.enquiry(again).journalist_id


def test_a_known_number_is_not_typed_twice(council: Council) -> None:
    _records(council)
    for who, filled_in in (("priya", "Sam Poole, 020 7946 0000"), ("amara", "Sam Poole")):
        person = council.person(who)
        person.types("/media-enquiry Northbank Echo, Sam Poole, 4pm today, What about the garden?")
        assert person.form.values["journalist"] == filled_in
        person.form.close()
    council.raises("amara", journalist="Sam Poole")
    assert council.enquiry(2).journalist == "Sam Poole, 020 7946 0000"


def test_a_number_known_from_a_private_enquiry_alone_is_given_to_nobody(council: Council) -> None:
    _records(council, "tomasz")
    amara = council.person("amara")
    amara.types("/media-enquiry")
    form = amara.form.fill(
        outlet="Northbank Echo", journalist="Sam Poole", deadline="none given", question="Why?"
    ).submit()
    assert form.is_open
    assert "0000" not in str(form.errors)


def test_an_unknown_journalist_is_marked_until_someone_has_rung_back(council: Council) -> None:
    council.raises("amara")
    assert UNVERIFIED in council.card().readable
    assert "The journalist is not verified yet" in council.card().sentence
    priya = council.person("priya")
    council.card().press("Open")
    assert UNVERIFIED in priya.form.text
    priya.form.press("I have verified them")
    council.until(lambda: priya.form.title == "Verify: ME-0001", "the form that says how to check")
    priya.form.fill(newsroom="01632 960 555").submit()
    council.until_quiet()
    assert "Not verified" not in council.card().readable
    assert council.timeline()[-1] == "Priya Nair rang the newsroom back and verified the journalist of ME-0001."
    council.raises("amara")
    assert "Not verified" not in council.card("ME-0002").readable
    council.raises("amara", journalist="Jo Reed 07700 900123")
    assert "published number, 01632 960 555, and ask" in council.card("ME-0003").readable


def test_only_the_press_office_is_offered_to_verify(council: Council) -> None:
    council.raises("amara")
    assert "I have verified them" in _page(council, 1)
    assert "I have verified them" not in _page(council, 1, "amara")


def test_the_page_says_what_was_asked_before_and_what_we_said(council: Council) -> None:
    desk, priya = council.bot.desk, council.person("priya").id
    _records(council, deadline_words="4pm today")
    working.claim(desk, 1, person=priya)
    working.close(desk, 1, CloseForm("declined"), person=priya)
    with council.database.write() as session:
        told = session.get(type(council.enquiry()), 1)
        assert told is not None
        told.response, told.responded_at = "The home stays open.", told.raised_at + timedelta(hours=1)
    council.slack.clock.move_to(council.slack.clock.now() + timedelta(days=3))
    _records(council, "tomasz", question="Did the child go home?")
    council.slack.clock.move_to(council.slack.clock.now() + timedelta(days=1))
    number = _records(council, question="And the garden?")
    page = _page(council, number)
    start = page.index("Who asks")
    assert page[start : start + 7] == [
        "Who asks",
        ("Sam Poole, Northbank Echo: 2 enquiries before, the last on 7 March 2026 (ME-0002). Deadlines kept: 1 of 1."),
        "All they asked",
        "What we said last time (ME-0001):",
        "Open",
        "The home stays open.",
        UNVERIFIED,
    ]
    mine = _page(council, number, "amara")
    assert (
        "Sam Poole, Northbank Echo: 1 enquiry before, the last on 4 March 2026 (ME-0001). Deadlines kept: 1 of 1."
        in mine
    )
    assert "ME-0002" not in "".join(mine)


def test_all_they_asked_is_a_press_away_as_far_as_its_reader_may_know(either_council: Council) -> None:
    council = either_council
    desk, priya = council.bot.desk, council.person("priya")
    _records(council, deadline_words="4pm today")
    working.claim(desk, 1, person=priya.id)
    working.close(desk, 1, CloseForm("declined"), person=priya.id)
    with council.database.write() as session:
        told = session.get(type(council.enquiry()), 1)
        assert told is not None
        told.response, told.responded_at = "The home stays open.", told.raised_at + timedelta(hours=1)
    _records(council, "tomasz", question="Did the child go home?")
    _records(council, outlet="BBC North", question="And the garden?")
    _records(council, journalist="Jo Reed 07700 900125", question="What does the pool cost?")
    _records(council, question="And the roof?")
    priya.types("/media-enquiry ME-5", channel="general")
    priya.form.press("All they asked")
    council.until(lambda: priya.form.title == "All they asked", "the list of what they asked")
    assert priya.form.text.splitlines() == [
        "All they asked",
        (
            "Sam Poole, Northbank Echo: 3 enquiries before, the last on 4 March 2026 (ME-0003). Deadlines kept: 1 of 1. "
            "Also asks for BBC North."
        ),
        "ME-0003, 4 March 2026: BBC North",
        "And the garden?",
        "Open",
        "Waiting for a press officer.",
        "ME-0002, 4 March 2026: private",
        "Open",
        "Private: press Open to read it. That is written down.",
        "ME-0001, 4 March 2026: Northbank Echo",
        "Is Elm House to close in the spring?",
        "Open",
        "Answered by the deadline. Closed: we declined to comment.",
        "Close",
    ]
    amara = council.person("amara")
    amara.types("/media-enquiry ME-5", channel="general")
    amara.form.press("All they asked")
    council.until(lambda: amara.form.title == "All they asked", "the list of what they asked")
    assert "ME-0001" in amara.form.text
    assert "ME-0002" not in amara.form.text


def test_many_are_turned_over_by_the_page(council: Council) -> None:
    for number in range(13):
        _records(council, question=f"And what of number {number}?")
    priya = council.person("priya")
    priya.types("/media-enquiry ME-13", channel="general")
    priya.form.press("All they asked")
    council.until(lambda: "1 to 10 of 12" in priya.form.text, "the first page")
    assert "Back" not in priya.form.buttons
    priya.form.press("More")
    council.until(lambda: "11 to 12 of 12" in priya.form.text, "the second page")
    assert "And what of number 0?" in priya.form.text
    assert "More" not in priya.form.buttons
    priya.form.press("Back")
    council.until(lambda: "1 to 10 of 12" in priya.form.text, "the first page again")


def test_a_new_card_shows_what_is_like_it_and_nothing_private(council: Council) -> None:
    _records(council)
    _records(council, "tomasz", outlet="The Secret One", journalist="Al Qaderi 07700 900124")
    _records(council, outlet="BBC North", journalist="Jo Reed 07700 900125", question="Will Elm House close in spring?")
    card = council.card("ME-0003").readable.splitlines()
    start = card.index("Of late, or much like this:")
    assert card[start + 1] == "ME-0001, 4 March 2026: Northbank Echo"
    assert "Of late, or much like this: ME-0001, 4 March 2026: Northbank Echo." in council.card("ME-0003").sentence
    assert "ME-0002" not in council.card("ME-0003").readable
    page = _page(council, 3)
    start = page.index("Of late, or much like this")
    assert page[start + 1 : start + 7] == [
        "ME-0002, 4 March 2026: private",
        "Open",
        "Same story",
        "ME-0001, 4 March 2026: Northbank Echo",
        "Open",
        "Same story",
    ]
    council.card("ME-0003").press("I'll take it")
    council.until_quiet()
    assert "Of late" not in council.card("ME-0003").readable
    stub = council.card("ME-0002", reader="priya").readable
    assert "Of late" not in stub
    assert "verified" not in stub


@pytest.mark.parametrize("days", [29, 31])
def test_the_same_outlet_counts_for_thirty_days(council: Council, days: int) -> None:
    _records(council)
    council.slack.clock.move_to(council.slack.clock.now() + timedelta(days=days))
    _records(council, journalist="Jo Reed 07700 900125", question="What does the swimming pool cost?")
    assert ("Of late" in council.card("ME-0002").readable) is (days < 30)


def test_a_corrected_journalist_is_remembered_anew(council: Council) -> None:
    _records(council)
    with council.database.write() as session:
        told = session.get(type(council.enquiry()), 1)
        assert told is not None
        told.journalist = "Jo Reed 07700 900125"
    council.until(lambda: len(_press(council)) == 2, "the other journalist is remembered")
