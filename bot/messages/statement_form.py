"""The form in which a statement is written, and the page that shows one version beside the one before it."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.messages.enquiry_facts import deadline_line
from bot.messages.ids import Action, Field, View
from bot.messages.mrkdwn import listed
from bot.messages.page_reader import Reader
from bot.messages.parts import (
    Block,
    actions,
    asked,
    button,
    context,
    divider,
    in_pieces,
    modal,
    quoted,
    section,
    writing,
)
from bot.messages.people import name
from bot.messages.statement_facts import asked_line, check_line, drafted_line, source, unusual_terms
from bot.messages.wording import statements as words
from bot.rules.sign_off import GIVEN
from bot.rules.sign_off_asked import is_with_approvers
from bot.rules.statement_changes import Change, changes
from bot.rules.statement_form import boxes_for
from storage.brief import Brief
from storage.kinds import SignOffState
from storage.statement import Statement

BOXES = (Field.WORDS_1, Field.WORDS_2, Field.WORDS_3, Field.WORDS_4, Field.WORDS_5)
FIRST_SHOWN = 2
MOST_CHANGES = 20
PAGE = 2_900
_KEPT = ("type", "callback_id", "title", "submit", "close", "private_metadata")


def draft_view(brief: Brief, reader: Reader, typed: Sequence[str] | None = None, note: str = "") -> dict[str, Any]:
    """The boxes, with the latest version to go on from. `typed`: someone else's version has come, and these are the person's own words."""
    enquiry, latest = brief.enquiry, brief.statement
    written = typed if typed is not None else boxes_for(latest.words if latest else "")
    shown = max(len(written), FIRST_SHOWN)
    blocks = [
        *(_meanwhile(latest, reader) if latest and typed is not None else []),
        section(deadline_line(enquiry, reader.organisation, reader.now)),
        *unusual_terms(brief, reader.organisation),
        section(words.THEY_ASK),
        quoted(enquiry.question),
        *_taken_back(brief, reader),
        *(_wanted(brief, latest, reader) if latest else []),
        *(_box(at, written[at] if at < len(written) else "") for at in range(min(shown, len(BOXES)))),
        *_more_room(shown, enquiry.id),
        asked(Field.DRAFT_NOTE, words.NOTE, writing(initial=note), hint=words.NOTE_HINT, optional=True),
    ]
    title = words.DRAFT_TITLE.format(reference=enquiry.reference)
    metadata = f"{enquiry.id}:{latest.version if latest else 0}"
    return modal(View.STATEMENT_DRAFT, title, blocks, submit=words.DRAFT_SAVE, close=words.CANCEL, metadata=metadata)


def _meanwhile(latest: Statement, reader: Reader) -> list[Block]:
    said = words.MEANWHILE.format(
        who=name(reader.organisation, latest.drafted_by), version=latest.version, next=latest.version + 1
    )
    return [section(said), *whole(latest.words), divider()]


def _wanted(brief: Brief, latest: Statement, reader: Reader) -> list[Block]:
    """What people said of the latest words, where the new ones are written: what is to change, and which facts are wrong."""
    changes_asked = [one for one in brief.asked_of(latest) if one.state == SignOffState.CHANGE_ASKED and one.why]
    checked = [one for one in brief.fact_checks if one.statement_id == latest.id and one.note]
    return [
        *(block for one in changes_asked for block in (section(asked_line(one, reader.organisation)), quoted(one.why))),
        *(block for one in checked for block in (section(check_line(one, reader.organisation)), quoted(one.note))),
    ]


def _taken_back(brief: Brief, reader: Reader) -> list[Block]:
    """That somebody's yes is asked for or stands, and what saving new words does to it."""
    if not is_with_approvers(brief) or brief.statement is None:
        return []
    asked_of = brief.asked_of(brief.statement)
    said_yes, waits = (
        listed([name(reader.organisation, one.person) for one in asked_of if one.state in states])
        for states in (GIVEN, {SignOffState.ASKED})
    )
    stands = [words.YES_STANDS.format(names=said_yes)] if said_yes else []
    asked_now = [(words.YES_WAITS if said_yes else words.YES_WAITS_ALONE).format(names=waits)] if waits else []
    return [context(" ".join([*stands, *asked_now, words.NEW_WORDS_NEED.format(version=brief.statement.version)]))]


def _box(at: int, initial: str = "") -> Block:
    first = at == 0
    label, hint = (words.WORDS, words.WORDS_HINT) if first else (words.WORDS_MORE.format(number=at + 1), "")
    return asked(BOXES[at], label, writing(lines=True, initial=initial), hint=hint, optional=not first)


def _more_room(shown: int, enquiry_id: int) -> list[Block]:
    if shown >= len(BOXES):
        return []
    (row,) = actions([button(Action.STATEMENT_MORE_ROOM, words.MORE_ROOM, enquiry_id)])
    return [{**row, "block_id": Field.MORE_ROOM}]


def with_more_room(view: Mapping[str, Any]) -> dict[str, Any]:
    """The open form with one box more. Nothing typed is lost: no id is changed, and what stands in a box stays there."""
    blocks = list(view["blocks"])
    shown = [str(block.get("block_id")) for block in blocks]
    next_box = next((at for at, box in enumerate(BOXES) if box not in shown), None)
    place = next((at for at, block_id in enumerate(shown) if block_id == Field.MORE_ROOM), len(blocks))
    if next_box is not None:
        blocks.insert(place, _box(next_box))
    if next_box in (None, len(BOXES) - 1):
        blocks = [block for block in blocks if block.get("block_id") != Field.MORE_ROOM]
    return {**{key: view[key] for key in _KEPT if view.get(key) is not None}, "blocks": blocks}


def read_view(statement: Statement, brief: Brief, reader: Reader) -> dict[str, Any]:
    """One version: what changed since the one before, said in words, and then the words themselves."""
    before = next((one for one in brief.statements if one.version == statement.version - 1), None)
    blocks = [
        section(drafted_line(statement, reader.organisation)),
        *source(brief, statement, reader.organisation, reader.now),
        *([section(words.PAGE_NOTE), quoted(statement.note)] if statement.note else []),
        *(_changed(before, statement) if before else [context(words.FIRST_VERSION)]),
        section(words.READ_WORDS),
        *whole(statement.words),
        *_said_of(statement, brief, reader),
    ]
    title = words.READ_TITLE.format(version=statement.version)
    return modal(View.STATEMENT_READ, title, blocks, close=words.CLOSE, metadata=str(brief.enquiry.id))


def _said_of(statement: Statement, brief: Brief, reader: Reader) -> list[Block]:
    """Who was asked about this very version, what they said and when."""
    lines = [asked_line(one, reader.organisation) for one in brief.asked_of(statement)]
    lines += [check_line(one, reader.organisation) for one in brief.fact_checks if one.statement_id == statement.id]
    return [divider(), section("\n".join([words.PAGE_ASKED, *lines])[:3_000])] if lines else []


def _changed(before: Statement, after: Statement) -> list[Block]:
    found = changes(before.words, after.words)
    heading = section(words.CHANGED.format(version=before.version))
    if not found:
        return [heading, context(words.CHANGED_NOTHING)]
    more = len(found) - MOST_CHANGES
    shown = [quoted(_said(one)) for one in found[:MOST_CHANGES]]
    return [heading, *shown, *([context(words.MORE_CHANGES.format(count=more))] if more > 0 else []), divider()]


def _said(change: Change) -> str:
    line = words.REPLACED if change.before and change.after else words.TAKEN_OUT if change.before else words.PUT_IN
    said = line.format(before=change.before, after=change.after)
    return f"{words.WITHIN.format(within=change.within)}\n{said}" if change.within else said


def whole(text: str) -> list[Block]:
    """Every word of a statement, which may be longer than one paragraph holds."""
    return [quoted(piece) for piece in in_pieces(text, PAGE)]
