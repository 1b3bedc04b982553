"""The part of an enquiry's page that tells what has happened: its moves, and what people wrote in its thread, in order."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from bot.messages import enquiry_line
from bot.messages.mrkdwn import channel, inline, listed, moment
from bot.messages.page_reader import Reader
from bot.messages.parts import Block, quoted, section
from bot.messages.people import name
from bot.messages.thread_remove import is_source, link_to
from bot.messages.wording import enquiries
from bot.messages.wording import threads as words
from bot.rules.deeds import Deed
from storage.brief import Brief
from storage.thread_note import ThreadNote

UNSHOWN = frozenset({Deed.READ, "turned_away", Deed.NOTE})
"""That someone opened it to read, or tried to, is in the trail, not here; a note stands here itself."""

MOST_ENTRIES = 30
"""The latest of what happened; the audit trail has all moves, and Slack all messages."""

MOST_WORDS = 1_500
LINES_TOGETHER = 8
MOST_TOGETHER = 2_800  # characters: a paragraph of Slack's holds 3,000
MOST_FILES = 6


@dataclass(slots=True)
class _Entry:
    """One thing that happened: a line, and under it what somebody wrote."""

    at: datetime
    line: str
    under: list[Block] = field(default_factory=list)


def blocks(brief: Brief, reader: Reader, room: int) -> list[Block]:
    """At most `room` blocks, the latest entries, oldest first. Nothing where nothing happened."""
    told = sorted([*_moves(brief, reader), *_notes(brief, reader)], key=lambda entry: entry.at)[-MOST_ENTRIES:]
    shown = _set_out(told)
    while told and 1 + len(shown) > room:
        del told[0]
        shown = _set_out(told)
    return [section(enquiries.TIMELINE), *shown] if shown else []


def _set_out(told: Sequence[_Entry]) -> list[Block]:
    """Lines that follow each other share a block; what somebody wrote has its own."""
    shown: list[Block] = []
    lines: list[str] = []
    for entry in told:
        if lines and sum(map(len, lines)) + len(entry.line) > MOST_TOGETHER:
            shown, lines = [*shown, section("\n".join(lines))], []
        lines.append(entry.line)
        if entry.under or len(lines) == LINES_TOGETHER:
            shown += [section("\n".join(lines)), *entry.under]
            lines = []
    return [*shown, section("\n".join(lines))] if lines else shown


def _moves(brief: Brief, reader: Reader) -> list[_Entry]:
    zone = reader.organisation.calendar.zone
    return [
        _Entry(
            entry.at,
            enquiries.TIMELINE_LINE.format(
                moment=moment(entry.at, zone),
                line=enquiry_line.sentence(entry, brief.enquiry, reader.organisation, opened=True),
            ),
        )
        for entry in brief.entries
        if entry.action not in UNSHOWN
    ]


def _notes(brief: Brief, reader: Reader) -> list[_Entry]:
    return [_note(note, brief, reader) for note in brief.notes if not is_source(note)]


def _note(note: ThreadNote, brief: Brief, reader: Reader) -> _Entry:
    zone = reader.organisation.calendar.zone
    facts = {"moment": moment(note.posted_at, zone), "who": name(reader.organisation, note.author)}
    if note.deleted_at is not None:
        return _Entry(note.posted_at, words.DELETED.format(**facts))
    if not note.channel:
        return _Entry(note.posted_at, f"{words.WROTE_NOTE.format(**facts)}:", [quoted(note.words, MOST_WORDS)])
    where = words.IN_PLACE.format(place=channel(note.channel)) if note.outside or brief.enquiry.restricted else ""
    line = words.WROTE.format(**facts, where=where)
    edited = words.EDITED.format(moment=moment(note.edited_at, zone)) if note.edited_at else ""
    line = f"{line}{edited}, <{link_to(note)}|{words.IN_SLACK}>:"
    return _Entry(note.posted_at, line, [*_written(note), *_files(note)])


def _written(note: ThreadNote) -> list[Block]:
    return [quoted(note.words, MOST_WORDS)] if note.words or not note.files else []


def _files(note: ThreadNote) -> list[Block]:
    """Files stay in Slack: their names, and the way to them."""
    named = [_file(one.get("name", ""), one.get("permalink", "")) for one in note.files[:MOST_FILES]]
    return [section(words.FILES.format(files=listed(named)))] if named else []


def _file(called: str, link: str) -> str:
    shown = inline(called, 80).replace("|", "/") or words.A_FILE
    return f"<{link}|{shown}>" if link else shown
