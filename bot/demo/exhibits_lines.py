"""Agreed lines in the gallery: keeping one, reading one, the list, and a card that offers one."""

from datetime import date, datetime, timedelta
from typing import Any

from bot.demo.cast import cast
from bot.demo.exhibit import Built
from bot.demo.specimens_desk import of, versions
from bot.messages import enquiry_card, enquiry_page, line_form, line_page
from bot.messages.page_reader import Reader
from storage.brief import Brief
from storage.enquiry import Enquiry
from storage.kinds import Status
from storage.line import Line, Uses
from storage.organisation import Organisation

KEPT = (
    ("The Larkfield day centre, and whether it will close", "Larkfield stays open.", 60),
    ("Waiting for a ramp or a grab rail", "Three weeks for a grab rail and eleven for a ramp, on average.", 90),
    ("Pay of care workers on nights", "From April, the time between visits is paid by night as it is by day.", -10),
)
"""What each is about, its words, and in how many days it is looked at again."""


def build(told: Organisation, now: datetime) -> Built:
    """Everything about lines."""
    people = cast(told, "adults")
    kept = tuple(_line(number, told, now) for number in range(1, len(KEPT) + 1))
    new = of(told, now, Status.IN_PROGRESS, private=False)
    brief = Brief(enquiry=new, lines=kept)
    yield "agreed lines: card that offers one", enquiry_card.card(new, told, now, brief)
    yield "records: open with a line that may fit", enquiry_page.view(brief, Reader(people.officer, told, now))
    taken = _with_its_words(new, kept[0], now)
    yield "records: open with words from a line", enquiry_page.view(taken, Reader(people.officer, told, now))
    answered = of(told, now, Status.RESPONDED, private=False)
    yield "agreed lines: keep one", line_form.keep_view(answered, versions(answered, now)[-1], told, now.date())
    uses = {1: Uses(4, now - timedelta(days=3))}
    for name, one, about, person in (
        ("read one", kept[0], None, people.worker),
        ("read one, from an enquiry", kept[0], new, people.officer),
        ("read one, past its day", kept[2], None, people.officer),
        ("read one, not used any more", _line(1, told, now, retired_at=now, retired_by=people.head), None, people.head),
    ):
        view = line_page.line_view(one, uses.get(one.id), "ME-0007", about, person, told, now)
        yield f"agreed lines: {name}", view
    yield "agreed lines: look at one again", line_form.review_view(kept[2], now.date(), "3:")
    yield "agreed lines: the list", line_page.list_view(kept, uses, len(kept), 0, told, now)
    yield "agreed lines: the list, nothing yet", line_page.list_view((), {}, 0, 0, told, now)


def _line(number: int, told: Organisation, now: datetime, **changes: Any) -> Line:
    topic, words, days = KEPT[number - 1]
    again: date = now.date() + timedelta(days=days)
    facts: dict[str, Any] = {
        "topic": topic,
        "service_area": "adults",
        "words": words,
        "review_on": again,
        "kept_by": cast(told, "adults").officer,
        "kept_at": now - timedelta(days=80),
        "enquiry_id": 7,
    }
    made = Line(**{**facts, **changes})
    made.id = number
    return made


def _with_its_words(enquiry: Enquiry, line: Line, now: datetime) -> Brief:
    """The line has been used, and its words are the first version."""
    first = versions(enquiry, now)[0]
    first.words, first.from_line, first.note = line.words, line.id, ""
    return Brief(enquiry=enquiry, statements=(first,), taken_from=line)
