"""The page that *Open* shows: all of an enquiry, to someone who may read it, with the buttons for what they may do.

Each feature gives one part in a module of its own; `PARTS` is their order on the page.
"""

from typing import Any

from bot.messages import (
    page_coverage,
    page_foi,
    page_good_news,
    page_lines,
    page_nudges,
    page_people,
    page_press,
    page_response,
    page_similar,
    page_statement,
    page_tasks,
    page_timeline,
    page_work,
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

MOST_BLOCKS = 100


def view(brief: Brief, reader: Reader) -> dict[str, Any]:
    """The page. No words are cut; of a very long history only the latest moves are shown."""
    blocks = [block for part in PARTS for block in part(brief, reader)]
    history = page_timeline.blocks(brief, reader, MOST_BLOCKS - len(blocks))
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


PARTS: tuple[Part, ...] = (
    _facts,
    _answered,
    page_work.part,
    page_nudges.part,
    page_work.linked,
    page_press.part,
    page_similar.part,
    page_lines.part,
    page_statement.part,
    page_lines.keeping,
    page_response.part,
    page_coverage.part,
    page_good_news.part,
    page_tasks.part,
    page_people.part,
    pre_election_note.part,
    page_foi.part,
)
