"""An enquiry's story on paper: whole, in order, marked; blacked out without a trace; a page that is valid, and JSON of one shape."""

import json
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

import pytest

from bot.keeping.heads import Head
from bot.keeping.marking import Because, Marker
from bot.keeping.story import Story, blacked_out, tell
from bot.keeping.story_html import as_html
from bot.keeping.story_json import FORMAT, as_json
from bot.messages.wording import story_on_paper as words
from storage.brief import read_brief
from storage.engine import Database
from storage.enquiry import get_enquiry
from tests.keeping.full import CLOSED, SECRET, desk_on, write_enquiry

MARKER = Marker(involved=("Amara Okafor",), staff=("Amara Okafor", "Priya Nair"))
VOID = {"meta"}


def told(database: Database, **changes: Any) -> Story:
    desk = desk_on(database)
    number = write_enquiry(database, **changes)
    with database.read() as session:
        enquiry = get_enquiry(session, number)
        assert enquiry is not None
        brief = read_brief(session, enquiry)
    head = Head(5, "ab" * 32)
    return tell(brief, desk.organisation, head, now=CLOSED, for_whom="The coroner", why="Inquest <42>")


def facts(story: Story, heading: str) -> dict[str, str]:
    (part,) = (part for part in story.parts if part.heading == heading)
    return {fact.label: fact.text for fact in part.facts}


class Page(HTMLParser):
    """A page as a browser takes it: every tag closed in its order, and what is read."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.read: list[str] = []
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] != "style":
            self.read.append(data)


def test_everything_is_told_in_order(file_database: Database) -> None:
    story = told(file_database)

    assert [part.heading for part in story.parts] == [
        "The enquiry",
        "People involved",
        "Hangs together with ME-0002",
        "Statement, version 1",
        "Fact check of version 1",
        "Statement, version 2",
        "Sign-off of version 2",
        "What was said",
        "What was published",
        "Something to do: check in",
        "Note in the thread",
        "Change 1: recorded",
        "Change 2: responded",
    ]
    assert facts(story, "Sign-off of version 2") == {
        "Part": "lead",
        "Person": "Shirin Daryaei",
        "In place of": "Joan Whitfield",
        "Asked by": "Priya Nair",
        "Asked on": "4 March 2026, 15:00 GMT",
        "State": "approved",
        "Answered on": "5 March 2026, 15:00 GMT",
        "Does it say plainly what went wrong?": "Yes",
        "Why": SECRET,
    }
    assert facts(story, "The enquiry")["Outcome"] == "We answered"
    assert facts(story, "What was said")["The words"] == f"We are sorry about {SECRET}."
    assert story.made == "Written on 6 March 2026, 15:00 GMT for The coroner: Inquest <42>"
    assert story.stands == f"The audit trail held 5 entries when this was written. The last one's hash was {'ab' * 32}."


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("Priya Nair rang", [("Priya Nair", Because.STAFF)]),
        ("amara okafor knows", [("amara okafor", Because.INVOLVED)]),
        ("<@U0CALLUM12> and U0CALLUM12", [("<@U0CALLUM12>", Because.STAFF), ("U0CALLUM12", Because.STAFF)]),
        (
            "Ring 020 7946 0000 or sam@echo.example",
            [("020 7946 0000", Because.CONTACT), ("sam@echo.example", Because.CONTACT)],
        ),
        ("NHS number 943 476 5919", [("943 476 5919", Because.SUPPORTED)]),
        ("U7AB3CDEF left", [("U7AB3CDEF", Because.STAFF)]),
        ("deadline: 4\nmarks: court\nlead: x", [("marks: court", Because.SENSITIVE)]),
        ("Priyanka Nairn and Helen Brooks", []),
        ("Tel.02079460000 on 12.11.2026", [("02079460000", Because.CONTACT)]),
        ("published on: 2026-11-12, again 12/11/26 and 12-11-2026", []),
        (f"sha256: {'3b660cc32cd87e5e99ed99b79923da13def35a09ca46b2fa' * 2}", []),
        ("", []),
    ],
)
def test_what_may_need_blacking_out_is_marked(text: str, marked: list[tuple[str, Because]]) -> None:
    assert [(text[one.start : one.end], one.because) for one in MARKER.stretches(text)] == marked


def test_those_at_the_head_of_a_service_are_named_others_are_marked(file_database: Database) -> None:
    story = told(file_database)
    marked = {
        fact.text[one.start : one.end]
        for part in story.parts
        for fact in part.facts
        for one in fact.stretches
        if one.because in (Because.STAFF, Because.INVOLVED)
    }

    assert marked == {"Amara Okafor", "Priya Nair"}


def test_blacked_out_nothing_marked_is_left_and_each_has_its_number_and_reason(file_database: Database) -> None:
    story = told(file_database)
    black = blacked_out(story)
    paper = as_html(black) + as_json(black)

    for gone in ("Priya Nair", "Amara Okafor", "020 7946 0000", "sam@echo.example", "A court case"):
        assert gone in as_json(story)
        assert gone not in paper
    assert SECRET in paper  # no rule knows it: a person reads the whole
    assert [one.number for one in black.redactions] == list(range(1, len(black.redactions) + 1))
    for one in black.redactions:
        assert words.BLACK.format(number=one.number) in paper
    assert facts(black, "The enquiry")["Raised by"] == "[redacted 1]"
    assert (black.redactions[0].because, black.redactions[0].where) == (Because.INVOLVED, "The enquiry: Raised by")


@pytest.mark.parametrize("black", [False, True])
def test_the_page_is_valid_needs_nothing_beside_it_and_runs_nothing(file_database: Database, black: bool) -> None:
    story = told(file_database, question='</dd><script>alert("x")</script> & so on', outlet="<img src=x onerror=y>")
    html = as_html(blacked_out(story) if black else story)
    page = Page(html)

    assert html.startswith('<!DOCTYPE html>\n<html lang="en-GB">')
    assert set(page.tags) <= {
        "html", "head", "meta", "title", "style", "body", "header", "h1", "p", "main", "section", "h2", "dl", "dt", "dd", "mark",
        "sup", "ol", "li",
    }  # fmt: skip
    assert 'alert("x")' in "".join(page.read)
    assert "http" not in html.replace("https://echo.example", "").replace(words.STANDS, "")
    assert "@media print" in html
    assert "Inquest <42>" in "".join(page.read)


def test_the_json_has_one_shape(file_database: Database) -> None:
    story = told(file_database)
    document = json.loads(as_json(story))

    assert list(document) == [
        "format",
        "reference",
        "organisation",
        "made",
        "audit_trail",
        "restricted",
        "words_deleted",
        "redacted",
        "parts",
        "redactions",
    ]
    assert (document["format"], document["reference"], document["restricted"]) == (FORMAT, "ME-0001", True)
    first = document["parts"][0]["facts"][1]
    assert first == {"label": "Raised by", "text": "Amara Okafor", "marks": [{"number": 1, "start": 0, "end": 12}]}
    assert document["redactions"][0] == {
        "number": 1,
        "where": "The enquiry: Raised by",
        "because": "involved",
        "why": words.WHY["involved"],
    }


def test_a_story_without_marks_says_to_read_it_all_the_same(file_database: Database) -> None:
    story = replace(told(file_database), parts=(), redactions=())

    assert words.NO_REDACTIONS in as_html(story)
    assert words.READ_IT in as_html(story)


def test_every_reason_and_label_has_its_words() -> None:
    assert set(words.WHY) == {each.value for each in Because}
