"""Who has been heard of, and stories beside enquiries: asked for by the press office, in App Home, and as files."""

import csv
from io import StringIO
from xml.etree import ElementTree as ET

from storage.kinds import Subject
from tests.journeys.council import Council
from tests.journeys.previewing import FRIDAY, a_story, at, settled


def asks(council: Council, who: str, words: str) -> str:
    """The private answer to the command."""
    council.person(who).types(f"/story-idea {words}")
    return council.private_word(who)


def a_told_week(council: Council) -> None:
    a_story(council, 1, "The night team's garden")
    council.raises("tomasz")
    at(council, FRIDAY)
    settled(council)


def test_the_press_office_sees_who_has_not_been_heard_of(either_council: Council) -> None:
    council = either_council
    a_told_week(council)
    said = asks(council, "priya", "fairness")

    lines = [line for line in said.splitlines() if ": " in line and line.endswith((" year", " week", " ago"))]
    assert lines[-3:] == [
        "Care-home staff: not in the last year",
        "Home-care staff: not in the last year",
        "Night staff: this week, a few stories in a year",
    ]
    assert "Adults' social care: this week, a few stories in a year" in lines
    assert lines.index("Adults' social care: this week, a few stories in a year") == len(lines) - 4, (
        "services come first"
    )
    assert "Amara" not in said


def test_stories_beside_enquiries_with_how_not_to_read_them(council: Council) -> None:
    a_told_week(council)
    said = asks(council, "helen", "balance")

    assert "January to March 2026, so far" in said
    assert "Adults' social care\ntold  ██████████████ 1\nasked 0" in said
    assert "How not to read it: this is no score." in said


def test_nobody_else_is_shown_either(council: Council) -> None:
    for words in ("fairness", "balance"):
        council.person("amara").types(f"/story-idea {words}")
        assert "press office" in council.private_word("amara").lower()


def test_as_files_to_whoever_asked(either_council: Council) -> None:
    council = either_council
    a_told_week(council)
    council.person("priya").types("/story-idea balance")
    council.person("priya").inbox.wait_for(lambda one: one.ephemeral).press("Send me this as files")
    settled(council)

    (message,) = [one for one in council.person("priya").inbox.messages if one.files]
    assert [file["name"] for file in message.files] == [
        "stories-beside-enquiries-2026-03-06.svg",
        "stories-beside-enquiries-2026-03-06.csv",
    ]
    files = council.slack.on_loop(lambda: dict(council.slack.workspace.files))
    picture, table = (files[one["id"]].content for one in message.files)
    root = ET.fromstring(picture or b"")
    assert root.attrib["role"] == "img"
    rows = list(csv.reader(StringIO((table or b"").decode("utf-8-sig"))))
    assert rows[0] == ["quarter", "service area", "stories told", "enquiries"]
    assert ["January to March 2026", "Adults' social care", "1", "0"] in rows
    assert ("Priya", "balance_seen") in council.trail(1, Subject.ORGANISATION)


def test_app_home_shows_both_to_the_press_office(council: Council) -> None:
    a_told_week(council)
    home = council.person("priya").home.open()
    home.wait_for(lambda text: "Stories told beside enquiries" in text)
    assert "Not heard of for longest: " in home.readable
    assert home.press("Who has been heard") == ""
    assert "Which services have colleagues not heard of for longest?" in council.person("priya").form.text
    other = council.person("amara").home.open()
    other.wait_for(lambda text: "story" in text)
    assert "beside enquiries" not in other.readable
