"""The page that *Open* shows: all of an enquiry, to someone who may read it, with the buttons for what they may do.

Each feature gives one part in a module of its own; `PARTS` is their order on the page.
"""

from typing import Any

from bot.messages import (
    enquiry_line,
    page_coverage,
    page_foi,
    page_lines,
    page_people,
    page_response,
    page_statement,
    page_tasks,
    pre_election_note,
)
from bot.messages.enquiry_facts import open_lines, outcome_words
from bot.messages.ids import View
from bot.messages.mrkdwn import moment
from bot.messages.page_reader import Part, Reader
from bot.messages.parts import Block, context, header, modal, pages, section
from bot.messages.people import name
from bot.messages.wording import enquiries, forms
from bot.messages.wording.names import MARK
from storage.brief import Brief
from storage.kinds import Mark

__all__ = ["PARTS", "Part", "Reader", "view"]

UNSHOWN = frozenset({"opened", "turned_away"})

MOST_BLOCKS = 100
MOST_ENTRIES = 30
"""The latest moves shown on the page; the audit trail has them all."""


def view(brief: Brief, reader: Reader) -> dict[str, Any]:
    """The page. No words are cut; of a very long history only the latest moves are shown."""
    blocks = [block for part in PARTS for block in part(brief, reader)]
    history = _timeline(brief, reader)
    while history and len(blocks) + len(history) > MOST_BLOCKS:
        del history[1 if len(history) > 1 else 0]  # the oldest moves go first, the headline last
    return modal(View.ENQUIRY_OPEN, brief.enquiry.reference, [*blocks, *history], metadata=str(brief.enquiry.id))


def _facts(brief: Brief, reader: Reader) -> list[Block]:
    enquiry = brief.enquiry
    return [
        *([context(forms.OPEN_AUDITED)] if enquiry.restricted else []),
        header(enquiry.outlet or enquiry.reference),  # its words may have been deleted
        section(open_lines(enquiry, reader.organisation, reader.now)),
        *_marks(brief),
        *(block for field, label in enquiries.DETAIL.items() for block in _detail(brief, field, label)),
    ]


def _marks(brief: Brief) -> list[Block]:
    marks = [MARK[mark] for mark in Mark if brief.enquiry.has(mark)]
    return [section(enquiries.MARKS.format(marks="; ".join(marks)))] if marks else []


def _detail(brief: Brief, field: str, label: str) -> list[Block]:
    text = str(getattr(brief.enquiry, field)).strip()
    return [section(label), *pages(text)] if text else []


def _answered(brief: Brief, reader: Reader) -> list[Block]:
    enquiry, organisation = brief.enquiry, reader.organisation
    zone, lines = organisation.calendar.zone, []
    if enquiry.responded_at:
        when = moment(enquiry.responded_at, zone)
        lines.append(enquiries.ANSWERED.format(who=name(organisation, enquiry.responded_by), moment=when))
    if enquiry.closed_at and enquiry.outcome:
        when = moment(enquiry.closed_at, zone)
        lines.append(enquiries.ENDED.format(outcome=outcome_words(enquiry), moment=when))
    return [section("\n".join(lines))] if lines else []


def _timeline(brief: Brief, reader: Reader) -> list[Block]:
    """The latest moves, oldest first. That someone opened it to read, or tried to, is in the trail, not here."""
    moves = [entry for entry in brief.entries if entry.action not in UNSHOWN][-MOST_ENTRIES:]
    organisation = reader.organisation
    zone = organisation.calendar.zone
    lines = [
        enquiries.TIMELINE_LINE.format(
            moment=moment(entry.at, zone), line=enquiry_line.sentence(entry, brief.enquiry, organisation)
        )
        for entry in moves
    ]
    shown = [section("\n".join(lines[start : start + 8])) for start in range(0, len(lines), 8)]
    return [section(enquiries.TIMELINE), *shown] if shown else []


PARTS: tuple[Part, ...] = (
    _facts,
    _answered,
    page_lines.part,
    page_statement.part,
    page_response.part,
    page_coverage.part,
    page_tasks.part,
    page_people.part,
    pre_election_note.part,
    page_foi.part,
)
