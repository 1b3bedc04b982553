"""Every form and page about lines, and the cards and pages that offer one, around one foreign text."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from bot.messages import enquiry_card, line_form, line_page
from bot.messages.message import Message
from storage.brief import Brief
from storage.kinds import Status
from storage.line import Line, Uses
from storage.organisation import Organisation
from tests.messages.everything_responses import signed, statement
from tests.messages.samples import DEPUTY, HEAD, LEAD, OFFICER, SOCIAL_WORKER, T0, enquiry, entry, page

ASKED = "Is the garden at Elm House closing?"
"""What makes a line fit: its topic says the same."""


def line(number: int = 3, words: str = "Elm House stays open.", **changes: Any) -> Line:
    """A line about Elm House, kept in the summer, to be looked at again in the new year."""
    facts: dict[str, Any] = {
        "topic": "Elm House and its garden staying open",
        "service_area": "adults",
        "words": words,
        "review_on": date(2027, 1, 15),
        "kept_by": OFFICER,
        "kept_at": T0 - timedelta(days=140),
        "enquiry_id": 7,
    }
    made = Line(**{**facts, **changes})
    made.id = number
    return made


def lines_of(words: str) -> list[Line]:
    """One of each: in date, past it, private, retired."""
    topic = f"Elm House garden closing {words}"
    return [
        line(1, words * 3, topic=topic),
        line(2, words, topic=topic, review_on=date(2026, 11, 1)),
        line(3, words, topic=topic, restricted=True),
        line(4, words, topic=topic, retired_at=T0, retired_by=HEAD),
    ]


def messages(words: str, told: Organisation) -> Iterator[tuple[str, Message]]:
    """A card that offers a line, and those that must not."""
    for restricted in (False, True):
        about = enquiry(question=ASKED, restricted=restricted)
        brief = Brief(enquiry=about, lines=tuple(lines_of(words)))
        yield f"card with a line, restricted: {restricted}", enquiry_card.card(about, told, T0, brief)
        yield f"line, restricted: {restricted}", enquiry_card.restricted_card(about, told, T0, brief)


def views(words: str, told: Organisation) -> Iterator[tuple[str, dict[str, Any]]]:
    """Keeping one, reading one, the list, and the page of an enquiry that one may fit."""
    for restricted in (False, True):
        about = enquiry(question=ASKED, restricted=restricted, status=Status.IN_PROGRESS, outlet=words)
        yield "keep a line", line_form.keep_view(about, statement(words), told, T0.date())
        for person in (OFFICER, LEAD, SOCIAL_WORKER):
            yield f"lines that may fit {person}", page(about, told, person=person, lines=tuple(lines_of(words)))
            for one in lines_of(words):
                for place in (about, None):
                    uses = Uses(one.id, T0) if one.id < 3 else None
                    yield "a line", line_page.line_view(one, uses, "ME-0007", place, person, told, T0)
        version = statement(words)
        approved: dict[str, Any] = {"statements": (version,), "sign_offs": signed(version, LEAD, DEPUTY)}
        kept = [entry("line_kept", details={"statement": version.id})]
        for entries in ([], kept):
            yield "words that can be kept", page(about, told, entries, **approved)
    looked = entry("line_reviewed")
    yield "a line looked at again", line_page.line_view(line(words=words), None, "", None, OFFICER, told, T0, looked)
    yield "look at a line again", line_form.review_view(line(words=words, topic=words), T0.date(), "3::V1")
    several = [line(number, topic=f"{words} {number}", restricted=number % 2 == 0) for number in range(10)]
    for count, start in ((0, 0), (10, 0), (25, 0), (25, 10), (25, 20)):
        shown = several[: max(0, min(10, count - start))]
        often = {one.id: Uses(one.id, T0) for one in shown if one.id}
        yield f"lines from {start} of {count}", line_page.list_view(shown, often, count, start, told, T0)
