"""The part of an enquiry's page about what came of it: what was published, and what was learnt."""

from bot.messages.ids import Action
from bot.messages.mrkdwn import moment
from bot.messages.page_reader import Reader
from bot.messages.parts import Block, Element, actions, asking_first, button, context, header, pages, quoted, section
from bot.messages.people import name
from bot.messages.wording import responses as words
from bot.rules.deeds import Deed
from storage.brief import Brief
from storage.coverage import Coverage
from storage.kinds import Tone

MOST_PIECES = 8


def part(brief: Brief, reader: Reader) -> list[Block]:
    """Once it is answered, or something has come out already."""
    if not brief.enquiry.responded_at and not brief.coverage:
        return []
    buttons = _buttons(brief, reader)
    return [
        header(words.PAGE_COVERAGE),
        *_pieces(brief, reader),
        *_learnt(brief),
        *actions(buttons),
    ]


def _pieces(brief: Brief, reader: Reader) -> list[Block]:
    if not brief.coverage:
        return [section(_nothing(brief, reader))]
    latest = brief.coverage[-MOST_PIECES:]
    hidden = len(brief.coverage) - len(latest)
    shown = [block for piece in latest for block in _piece(piece, brief, reader)]
    return [*shown, *([context(words.PAGE_MORE.format(count=hidden))] if hidden else [])]


def _nothing(brief: Brief, reader: Reader) -> str:
    """Whether somebody has said that nothing came out."""
    said = [entry for entry in brief.entries if entry.action == Deed.NOTHING_PUBLISHED]
    if not said:
        return words.PAGE_COVERAGE_NONE_YET
    when = moment(said[-1].at, reader.organisation.calendar.zone)
    return words.PAGE_COVERAGE_NOTHING.format(who=name(reader.organisation, said[-1].actor), moment=when)


def _piece(piece: Coverage, brief: Brief, reader: Reader) -> list[Block]:
    ours = words.PAGE_OURS if piece.our_words else words.PAGE_NOT_OURS
    day = f"{piece.published_on.day} {piece.published_on:%B %Y}"
    facts = words.PAGE_PIECE.format(day=day, tone=words.TONE[Tone(piece.tone)], ours=ours)
    read = button(Action.COVERAGE_READ, words.READ_IT, piece.id, brief.enquiry.reference)
    online = [{**read, "url": piece.link}] if piece.link else []
    return [
        quoted(piece.title or piece.link, 500),
        context(facts),
        *actions([*online, *_take_off(piece, brief, reader)]),
    ]


def _take_off(piece: Coverage, brief: Brief, reader: Reader) -> list[Element]:
    if not reader.may(Deed.TAKE_OFF_COVERAGE, brief):
        return []
    plain = button(Action.COVERAGE_TAKE_OFF, words.TAKE_OFF, piece.id, brief.enquiry.reference)
    text = words.TAKE_OFF_TEXT.format(reference=brief.enquiry.reference)
    return [asking_first(plain, words.TAKE_OFF_TITLE, text, words.TAKE_OFF_YES, words.TAKE_OFF_NO)]


def _learnt(brief: Brief) -> list[Block]:
    return [section(words.PAGE_LEARNT), *pages(brief.enquiry.learnt)] if brief.enquiry.learnt else []


def _buttons(brief: Brief, reader: Reader) -> list[Element]:
    enquiry, about = brief.enquiry, brief.enquiry.reference
    offered = (
        (Deed.RECORD_COVERAGE, Action.COVERAGE_NOTE, words.NOTE_PIECE),
        (Deed.NOTHING_PUBLISHED, Action.COVERAGE_NONE, words.NOTHING_PUBLISHED),
        (Deed.NOTE_LEARNT, Action.LEARNT, words.NOTE_LEARNT),
    )
    return [
        button(action, label, enquiry.id, about)
        for deed, action, label in offered
        if reader.may(deed, brief) and not (deed == Deed.NOTHING_PUBLISHED and brief.coverage)
    ]
