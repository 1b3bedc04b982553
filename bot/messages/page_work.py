"""The part of an enquiry's page for working it: what this reader may do with it, and what it hangs together with."""

from collections.abc import Iterator

from bot.messages.ids import Action
from bot.messages.link_words import called, relations
from bot.messages.page_reader import Reader
from bot.messages.parts import (
    Block,
    Element,
    actions,
    asking_first,
    button,
    header,
    pages,
    section,
)
from bot.messages.wording import enquiries
from bot.messages.wording import working as words
from bot.messages.wording.names import STATUS
from bot.rules.deeds import Deed
from bot.rules.involved import is_left_out
from bot.rules.moves import possible_deeds
from bot.rules.sensitivity import may_read
from storage.brief import Brief
from storage.enquiry import Enquiry
from storage.kinds import Status

IN_A_ROW = 4
MOST_LINKED = 8


def part(brief: Brief, reader: Reader) -> list[Block]:
    """What can be done, each with its button, for this reader alone."""
    if brief.enquiry.emptied_at:
        return []
    buttons = list(_buttons(brief, reader))
    rows = [buttons[start : start + IN_A_ROW] for start in range(0, len(buttons), IN_A_ROW)]
    shown = [block for row in rows for block in actions(row)]
    return [header(words.PAGE_WORK), *shown] if shown else []


def _buttons(brief: Brief, reader: Reader) -> Iterator[Element]:
    enquiry, about = brief.enquiry, brief.enquiry.reference
    possible = possible_deeds(enquiry)

    def offered(deed: Deed) -> bool:
        return deed in possible and reader.may(deed, brief)

    if offered(Deed.CLAIM):
        yield button(Action.ENQUIRY_CLAIM, enquiries.TAKE, enquiry.id, about, "primary")
    if offered(Deed.ASSIGN):
        mine = enquiry.officer == reader.person
        yield button(Action.ENQUIRY_ASSIGN, words.HAND_OVER if mine else words.ASSIGN, enquiry.id, about)
    if enquiry.is_open and reader.may(Deed.EDIT, brief):
        yield button(Action.ENQUIRY_EDIT, words.EDIT, enquiry.id, about)
    if enquiry.is_open and reader.may(Deed.ADD_MORE, brief):
        yield button(Action.ENQUIRY_MORE, enquiries.ADD_MORE, enquiry.id, about)
    if reader.may(Deed.NOTE, brief):
        yield button(Action.ENQUIRY_NOTE, words.ADD_NOTE, enquiry.id, about)
    if reader.may(Deed.LINK, brief):
        yield button(Action.ENQUIRY_LINK, words.LINK, enquiry.id, about)
    if not enquiry.restricted and reader.may(Deed.RESTRICT, brief):
        yield _make_private(enquiry)
    if offered(Deed.REOPEN):
        yield button(Action.ENQUIRY_REOPEN, words.REOPEN, enquiry.id, about)
    if offered(Deed.WITHDRAW):
        yield button(Action.ENQUIRY_WITHDRAW, words.WITHDRAW, enquiry.id, about)
    if offered(Deed.CLOSE):
        yield button(Action.ENQUIRY_CLOSE, words.CLOSE, enquiry.id, about)


def _make_private(enquiry: Enquiry) -> Element:
    plain = button(Action.ENQUIRY_RESTRICT, words.MAKE_PRIVATE, enquiry.id, enquiry.reference)
    text = words.MAKE_PRIVATE_TEXT.format(reference=enquiry.reference)
    return asking_first(plain, words.MAKE_PRIVATE_TITLE, text, words.MAKE_PRIVATE_YES, words.MAKE_PRIVATE_NO)


def linked(brief: Brief, reader: Reader) -> list[Block]:
    """What it hangs together with, and what was answered there."""
    found = list(relations(brief))[-MOST_LINKED:]
    shown = [block for relation, link, other in found for block in _linked(relation, link, other, brief, reader)]
    return [header(words.PAGE_LINKED), *shown] if shown else []


def _linked(relation: str, link: int, other: Enquiry, brief: Brief, reader: Reader) -> list[Block]:
    readable = may_read(reader.person, other, reader.organisation)
    named = called(other, readable=readable)
    said = words.LINKED[relation].format(other=named, status=STATUS[Status(other.status)])
    about = other.reference
    buttons = [button(Action.ENQUIRY_OPEN, words.LINKED_OPEN, other.id, about)] if readable else []
    answer: list[Block] = []
    if readable and _answer_fits(other, brief):
        answer = [section(words.THEIR_ANSWER), *pages(other.response)]
        if Deed.DRAFT in possible_deeds(brief.enquiry) and reader.may(Deed.USE_ANSWER, brief):
            buttons.append(button(Action.LINK_USE_ANSWER, words.USE_ANSWER, link, about))
    if relation == "duplicate" and _passed_on(other, reader):
        answer = [section(words.ANSWER_PASSED_ON), *pages(other.response)]
    if reader.may(Deed.UNLINK, brief):
        off = button(Action.LINK_TAKE_OFF, words.LINKED_OFF, link, about)
        buttons.append(off if relation == "same" else _opens_again(off, brief.enquiry, other, relation))
    return [section(said), *answer, *actions(buttons)]


def _passed_on(other: Enquiry, reader: Reader) -> bool:
    """Whoever reads one that was closed for another reads what was answered there, unless that is private."""
    answered = bool(other.response) and other.responded_at is not None
    return answered and not other.restricted and not is_left_out(reader.person, other)


def _opens_again(off: Element, enquiry: Enquiry, other: Enquiry, relation: str) -> Element:
    """A wrong link between two that were taken for one: the one that was closed for it is open again."""
    closed = enquiry if relation == "duplicate" else other
    text = words.LINKED_OFF_TEXT.format(reference=closed.reference)
    return asking_first(off, words.LINKED_OFF_TITLE, text, words.LINKED_OFF_YES, words.LINKED_OFF_NO)


def _answer_fits(other: Enquiry, brief: Brief) -> bool:
    """An answer given there can be given here while this one waits for words, and never leaves a private enquiry for an open one."""
    waits = brief.enquiry.status in (Status.NEW, Status.IN_PROGRESS) and brief.statement is None
    return bool(waits and other.response and other.responded_at and (brief.enquiry.restricted or not other.restricted))
