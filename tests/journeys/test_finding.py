"""Asking for a list, in private: what is open, what is mine, what is due, what is found; and nobody finds what they may not read."""

import pytest

from bot.desk import enquiries
from bot.rules.enquiry_form import MoreForm
from storage.notes import KeptWords
from tests.journeys.council import QUESTION, Council


def _answer(council: Council, who: str, typed: str) -> list[str]:
    return council.person(who).types(f"/media-enquiry {typed}", channel="general").splitlines()


def _three(council: Council) -> None:
    council.raises("amara", deadline="none given", outlet="The Last One")
    council.raises("amara", deadline="4pm today", outlet="The First One")
    council.raises("tomasz", deadline="noon tomorrow", outlet="The Secret One")


def test_the_press_office_lists_what_is_open(council: Council) -> None:
    _three(council)
    priya = council.person("priya")
    assert _answer(council, "priya", "list") == [
        "Open enquiries, the most pressing first.",
        "ME-0002: The First One",
        QUESTION,
        "Open",
        "Deadline: Today at 16:00 (in 5 hours)",
        "Adults' social care: waiting for a press officer",
        "ME-0003",
        "Open",
        "Deadline: Tomorrow at 12:00 (in 1 day)",
        "Children's social care: waiting for a press officer",
        "private: press Open to read it",
        "ME-0001: The Last One",
        QUESTION,
        "Open",
        "Deadline: none given",
        "Adults' social care: waiting for a press officer",
    ]
    assert not priya.has_form
    assert [one for one in council.person("amara").in_channel("general").messages if one.ephemeral] == []
    priya.in_channel("general").last.press("Open")
    assert priya.form.title == "ME-0002"


@pytest.mark.parametrize(
    ("who", "asked", "found"),
    [
        ("priya", "due today", ["ME-0002: The First One"]),
        ("priya", "DUE", ["ME-0002: The First One"]),
        ("priya", "due tomorrow", ["ME-0003"]),
        ("priya", "Due  Tomorrow", ["ME-0003"]),
        ("amara", "due tomorrow", []),
        ("priya", "due this week", ["ME-0002: The First One", "ME-0003"]),
        ("amara", "due this week", ["ME-0002: The First One"]),
        ("amara", "mine", ["ME-0002: The First One", "ME-0001: The Last One"]),
        ("tomasz", "mine", ["ME-0003"]),
        ("tomasz", "list", ["ME-0003"]),
        ("marcus", "list", ["ME-0003"]),  # leads children's social care
        ("grace", "list", []),
        ("priya", "find elm hou", ["ME-0003", "ME-0002: The First One", "ME-0001: The Last One"]),
        ("priya", "Find the secret", ["ME-0003"]),
        ("tomasz", "find secret", ["ME-0003"]),
        ("amara", "find secret", []),
        ("priya", "findsecret", ["ME-0003"]),
        ("priya", "overdue", ["ME-0002: The First One"]),
        ("grace", "find elm", []),
        ("amara", 'find "elm" AND (house*', ["ME-0002: The First One", "ME-0001: The Last One"]),
    ],
)
def test_each_finds_what_they_may_read(council: Council, who: str, asked: str, found: list[str]) -> None:
    _three(council)
    said = _answer(council, who, asked)
    assert [line for line in said if line.startswith("ME-")] == found
    assert "The Secret One" not in council.standing()


def test_nothing_found_is_said_kindly(council: Council) -> None:
    assert _answer(council, "amara", "mine") == ["You have not raised an enquiry, and none is with you."]
    assert _answer(council, "amara", "find unicorns") == [
        "I found no enquiry with these words among those that you can see. Fewer words find more."
    ]
    assert _answer(council, "amara", "find") == [
        "Please say what to look for, for example: /media-enquiry find Elm House"
    ]


def test_a_reference_opens_it_for_those_who_may_read_it(council: Council) -> None:
    council.raises("tomasz", question="Did the child go home?")
    priya, amara = council.person("priya"), council.person("amara")
    priya.types("/media-enquiry me-1", channel="general")
    assert "Did the child go home?" in priya.form.text
    amara.types("/media-enquiry ME-0001", channel="general")
    assert (
        council.private_word("amara", "general")
        == "This is private. The press office can tell you who is dealing with it."
    )
    amara.types("/media-enquiry me999", channel="general")
    council.until(lambda: "ME-0999" in amara.in_channel("general").last.readable, "she is told that there is none")
    assert amara.in_channel("general").last.readable == (
        "I found no enquiry ME-0999. Please check the number. /media-enquiry mine shows what you sent in, and "
        "/media-enquiry list what is open and yours to see."
    )
    assert council.trail() == [("Tomasz", "recorded"), ("Priya", "opened"), ("Amara", "turned_away")]


def test_a_reference_of_something_else_is_sent_where_it_belongs(council: Council) -> None:
    assert _answer(council, "amara", "gn7") == ["GN-0007 is a story idea. To see it, type: /story-idea GN-0007"]
    assert _answer(council, "amara", "SH-0003") == [
        "SH-0003 is a question about sharing. To see it, type: /can-i-share SH-0003"
    ]
    assert not council.person("amara").has_form


def test_pages_are_turned_where_they_stand(council: Council) -> None:
    for _ in range(12):
        council.raises("amara")
    priya = council.person("priya")
    assert _answer(council, "priya", "find elm house")[-2:] == ["Showing 1 to 10.", "More"]
    assert council.count(KeptWords) == 1
    _turn(council, "More", "Showing 11 to 12.")
    assert [line for line in _shown(council) if line.startswith("ME-")] == [
        "ME-0002: Northbank Echo",
        "ME-0001: Northbank Echo",
    ]
    _turn(council, "Back", "Showing 1 to 10.")
    assert council.count(KeptWords) == 1
    assert len([one for one in priya.in_channel("general").messages if one.ephemeral]) == 1


def _turn(council: Council, button: str, until: str) -> None:
    place = council.person("priya").in_channel("general")
    place.last.press(button)
    council.until(lambda: until in place.last.readable, f"the page that says {until}")


def _shown(council: Council) -> list[str]:
    return council.person("priya").in_channel("general").last.readable.splitlines()


def test_a_page_is_drawn_from_the_records_as_they_are_when_it_is_turned(council: Council) -> None:
    """One has become private meanwhile: nothing of it stands there any more."""
    for _ in range(11):
        council.raises("amara", deadline="none given")
    _answer(council, "priya", "list")
    enquiries.add_more(council.bot.desk, 1, MoreForm(marks=("police",)), person=council.person("amara").id)
    _turn(council, "More", "Showing 11 to 11.")
    _turn(council, "Back", "Showing 1 to 10.")
    assert _shown(council)[1:6] == [
        "ME-0001",
        "Open",
        "Deadline: none given",
        "Adults' social care: waiting for a press officer",
        "private: press Open to read it",
    ]


def test_words_too_old_to_turn_by_are_said_to_be(council: Council) -> None:
    for _ in range(11):
        council.raises("amara")
    _answer(council, "priya", "find elm")
    with council.database.write() as session:
        for kept in session.query(KeptWords):
            session.delete(kept)
    priya = council.person("priya")
    priya.in_channel("general").last.press("More")
    council.until(
        lambda: "too old to turn its pages" in priya.in_channel("general").last.readable, "she is told to ask again"
    )
