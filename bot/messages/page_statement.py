"""The part of an enquiry's page about its words: the latest version, who was asked and what they said, and what this reader may do."""

from bot.messages.ids import Action
from bot.messages.mrkdwn import cut, moment
from bot.messages.page_reader import Reader
from bot.messages.parts import Block, Element, actions, button, context, header, in_pieces, quoted, section
from bot.messages.people import name
from bot.messages.sign_off_nudge import hand_on_label
from bot.messages.statement_facts import asked_line, check_line, drafted_line, source
from bot.messages.wording import statements as words
from bot.rules.deeds import Deed
from bot.rules.permissions import allowed
from bot.rules.sign_off import needs_new_yes, turned_down
from bot.rules.sign_off_asked import can_be_stopped
from storage.brief import Brief
from storage.kinds import CheckState, SignOffState, Status
from storage.statement import FactCheck, SignOff, Statement

MOST_WORDS = 5_800
MOST_OLDER = 4
PAGE = 2_900
AT_WORK = (Status.IN_PROGRESS, Status.AWAITING_SIGN_OFF, Status.READY)


def part(brief: Brief, reader: Reader) -> list[Block]:
    """Once somebody has it, or there are words."""
    buttons = _buttons(brief, reader)
    if brief.statement is None:
        return [header(words.PAGE), section(words.PAGE_NONE), *actions(buttons)] if buttons else []
    return [
        header(words.PAGE),
        *_latest(brief, brief.statement, reader),
        *_asked(brief, reader),
        *_checked(brief, reader),
        *_stopped(brief, reader),
        *_spent(brief, brief.statement),
        *_older(brief, reader),
        *actions(_yours(brief, reader)),
        *actions(buttons),
    ]


def _latest(brief: Brief, statement: Statement, reader: Reader) -> list[Block]:
    """The words, the beginning of very long ones; what they are compared with is one press away."""
    too_long = len(statement.words) > MOST_WORDS
    open_it = too_long or statement.version > 1
    label = words.READ_ALL if too_long else words.COMPARE
    read = button(Action.STATEMENT_READ, label, statement.id, brief.enquiry.reference) if open_it else None
    shown = cut(statement.words, MOST_WORDS)
    return [
        section(drafted_line(statement, reader.organisation), read),
        *source(brief, statement, reader.organisation, reader.now),
        *(quoted(piece) for piece in in_pieces(shown, PAGE)),
        *([context(words.PAGE_CUT)] if too_long else []),
        *([section(words.PAGE_NOTE), quoted(statement.note)] if statement.note else []),
    ]


def _asked(brief: Brief, reader: Reader) -> list[Block]:
    """Who was asked for the latest version, each with what they wrote."""
    blocks: list[Block] = []
    for one in brief.asked_of(brief.statement) if brief.statement else ():
        blocks.append(section(asked_line(one, reader.organisation, turned_down=turned_down(one, brief))))
        if one.why:
            blocks.append(quoted(one.why))
    return [section(words.PAGE_ASKED), *blocks] if blocks else []


def _checked(brief: Brief, reader: Reader) -> list[Block]:
    blocks: list[Block] = []
    for one in brief.fact_checks:
        if brief.statement is not None and one.statement_id == brief.statement.id:
            blocks.append(section(check_line(one, reader.organisation)))
            if one.note:
                blocks.append(quoted(one.note))
    return [section(words.PAGE_FACTS), *blocks] if blocks else []


def _stopped(brief: Brief, reader: Reader) -> list[Block]:
    """That it was stopped, and why, as long as nobody has been asked anew."""
    stops = [entry for entry in brief.entries if entry.action == Deed.VOID_APPROVAL]
    if not stops or brief.enquiry.status != Status.IN_PROGRESS:
        return []
    latest, zone = stops[-1], reader.organisation.calendar.zone
    said = words.PAGE_STOPPED.format(who=name(reader.organisation, latest.actor), moment=moment(latest.at, zone))
    why = str((latest.details or {}).get("why") or "")
    return [section(said), *([quoted(why)] if why else [])]


def _spent(brief: Brief, statement: Statement) -> list[Block]:
    """That an answer has gone, and another needs a yes of its own."""
    return [section(words.PAGE_SPENT.format(version=statement.version))] if needs_new_yes(brief) else []


def _older(brief: Brief, reader: Reader) -> list[Block]:
    about = brief.enquiry.reference
    return [
        section(
            drafted_line(one, reader.organisation, words.PAGE_OLDER),
            button(Action.STATEMENT_READ, words.READ_VERSION.format(version=one.version), one.id, about),
        )
        for one in reversed(brief.statements[:-1][-MOST_OLDER:])
    ]


def _yours(brief: Brief, reader: Reader) -> list[Element]:
    """What waits for this very person."""
    about = brief.enquiry.reference
    buttons: list[Element] = []
    for one in brief.sign_offs:
        if one.person == reader.person and one.state == SignOffState.ASKED:
            buttons += _answers(one, brief, reader, about)
    for check in brief.fact_checks:
        if _waits(check, reader):
            buttons.append(button(Action.FACTS_OPEN, words.OPEN_TO_CHECK, check.id, about, "primary"))
    return buttons


def _waits(check: FactCheck, reader: Reader) -> bool:
    return check.person == reader.person and check.state == CheckState.ASKED


def _answers(one: SignOff, brief: Brief, reader: Reader, about: str) -> list[Element]:
    buttons = [
        button(Action.SIGN_OFF_OPEN, words.OPEN_TO_APPROVE, one.id, about, "primary"),
        button(Action.SIGN_OFF_CHANGE, words.ASK_CHANGE, one.id, about),
    ]
    if turned_down(one, brief):
        return buttons
    return [*buttons, button(Action.SIGN_OFF_HAND_ON, hand_on_label(one, brief, reader.organisation), one.id, about)]


def _buttons(brief: Brief, reader: Reader) -> list[Element]:
    """What can be done with the words now, by this reader."""
    enquiry, about = brief.enquiry, brief.enquiry.reference
    if enquiry.status not in AT_WORK:
        return []
    buttons: list[Element] = []
    if reader.may(Deed.DRAFT, brief):
        label = words.DRAFT_AGAIN if brief.statement else words.DRAFT
        buttons.append(button(Action.STATEMENT_DRAFT, label, enquiry.id, about))
    if brief.statement and enquiry.status != Status.READY and reader.may(Deed.ASK_SIGN_OFF, brief):
        label = words.ASK_OTHERS if enquiry.status == Status.AWAITING_SIGN_OFF else words.ASK_SIGN_OFF
        buttons.append(button(Action.SIGN_OFF_ASK, label, enquiry.id, about))
    if brief.statement and reader.may(Deed.ASK_FACTS, brief):
        buttons.append(button(Action.FACTS_ASK, words.ASK_FACTS, enquiry.id, about))
    if can_be_stopped(brief) and allowed(Deed.VOID_APPROVAL, reader.person, reader.organisation, brief):
        buttons.append(button(Action.SIGN_OFF_STOP, words.STOP, enquiry.id, about))
    return buttons
