"""The forms that record a response and close an enquiry, and the page that shows all of one to those allowed."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from bot.messages import enquiry_line
from bot.messages.enquiry_facts import deadline_line, open_lines, outcome_words
from bot.messages.ids import Field, View
from bot.messages.mrkdwn import moment
from bot.messages.parts import (
    Block,
    Element,
    asked,
    choice,
    context,
    header,
    menu,
    modal,
    pages,
    quoted,
    section,
    writing,
)
from bot.messages.people import name
from bot.messages.wording import enquiries, forms
from bot.messages.wording.names import MARK, OUTCOME
from storage.audit import AuditEntry
from storage.enquiry import Enquiry
from storage.kinds import Mark, Outcome, Status
from storage.organisation import Organisation

UNSHOWN = frozenset({"opened", "turned_away"})

MOST_ENTRIES = 30
"""The latest moves shown on the page; the audit trail has them all."""


def respond_view(enquiry: Enquiry, organisation: Organisation, now: datetime) -> dict[str, Any]:
    """What was said to the journalist, to whom and when. The question stands above, to be answered."""
    when: Element = {"type": "datetimepicker", "initial_date_time": int(now.timestamp())}
    blocks = [
        section(deadline_line(enquiry, organisation, now)),
        section(forms.THEY_ASK),
        quoted(enquiry.question),
        asked(Field.RESPONSE, forms.RESPONSE, writing(lines=True), hint=forms.RESPONSE_HINT),
        asked(Field.RESPONSE_TO, forms.RESPONSE_TO, writing(initial=f"{enquiry.journalist}, {enquiry.outlet}")),
        asked(Field.RESPONDED_AT, forms.RESPONDED_AT, when, hint=forms.RESPONDED_AT_HINT, optional=True),
    ]
    title = forms.RESPOND_TITLE.format(reference=enquiry.reference)
    return modal(View.RESPOND, title, blocks, submit=forms.RESPOND_SUBMIT, close=forms.CANCEL, metadata=str(enquiry.id))


def close_view(enquiry: Enquiry) -> dict[str, Any]:
    """How it ended. "We answered" is offered where an answer is recorded, and only there."""
    answered = enquiry.status == Status.RESPONDED
    choices = [choice(OUTCOME[one], one) for one in Outcome if answered or one != Outcome.RESPONDED]
    ended = menu(choices, forms.CHOOSE, choices[0] if answered else None)
    blocks = [
        asked(Field.OUTCOME, forms.OUTCOME, ended),
        asked(Field.OUTCOME_NOTE, forms.OUTCOME_NOTE, writing(lines=True), hint=forms.OUTCOME_NOTE_HINT, optional=True),
    ]
    title = forms.CLOSE_TITLE.format(reference=enquiry.reference)
    return modal(View.CLOSE, title, blocks, submit=forms.CLOSE_SUBMIT, close=forms.CANCEL, metadata=str(enquiry.id))


def open_view(
    enquiry: Enquiry, organisation: Organisation, now: datetime, entries: Sequence[AuditEntry]
) -> dict[str, Any]:
    """All of an enquiry, for someone who may read it: nothing is cut here."""
    blocks = [
        *([context(forms.OPEN_AUDITED)] if enquiry.restricted else []),
        header(enquiry.outlet),
        section(open_lines(enquiry, organisation, now)),
        *_marks(enquiry),
        *(block for field, label in enquiries.DETAIL.items() for block in _detail(enquiry, field, label)),
        *_answered(enquiry, organisation),
        *_timeline(enquiry, organisation, entries),
    ]
    return modal(View.ENQUIRY_OPEN, enquiry.reference, blocks, metadata=str(enquiry.id))


def _marks(enquiry: Enquiry) -> list[Block]:
    marks = [MARK[mark] for mark in Mark if enquiry.has(mark)]
    return [section(enquiries.MARKS.format(marks="; ".join(marks)))] if marks else []


def _detail(enquiry: Enquiry, field: str, label: str) -> list[Block]:
    text = str(getattr(enquiry, field)).strip()
    return [section(label), *pages(text)] if text else []


def _answered(enquiry: Enquiry, organisation: Organisation) -> list[Block]:
    zone, lines = organisation.calendar.zone, []
    if enquiry.responded_at:
        when = moment(enquiry.responded_at, zone)
        lines.append(enquiries.ANSWERED.format(who=name(organisation, enquiry.responded_by), moment=when))
    if enquiry.closed_at and enquiry.outcome:
        when = moment(enquiry.closed_at, zone)
        lines.append(enquiries.ENDED.format(outcome=outcome_words(enquiry), moment=when))
    return [section("\n".join(lines))] if lines else []


def _timeline(enquiry: Enquiry, organisation: Organisation, entries: Sequence[AuditEntry]) -> list[Block]:
    """The latest moves, oldest first. That someone opened it to read, or tried to, is in the trail, not here."""
    moves = [entry for entry in entries if entry.action not in UNSHOWN][-MOST_ENTRIES:]
    zone = organisation.calendar.zone
    lines = [
        enquiries.TIMELINE_LINE.format(
            moment=moment(entry.at, zone), line=enquiry_line.sentence(entry, enquiry, organisation)
        )
        for entry in moves
    ]
    shown = [section("\n".join(lines[start : start + 8])) for start in range(0, len(lines), 8)]
    return [section(enquiries.TIMELINE), *shown] if shown else []
