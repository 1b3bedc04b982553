"""The part of an enquiry's page about lines: those that may fit it, and the button that keeps its own words as one."""

from bot.messages import line_page
from bot.messages.ids import Action
from bot.messages.mrkdwn import listed
from bot.messages.page_reader import Reader
from bot.messages.parts import Block, actions, button, context, header, quoted, quoted_context, section
from bot.messages.wording import lines as words
from bot.rules.deeds import Deed
from bot.rules.lines import Fit, fitting, may_read_line
from bot.rules.moves import possible_deeds
from bot.rules.sign_off import approved
from storage.brief import Brief

MOST_WORDS = 600


def part(brief: Brief, reader: Reader) -> list[Block]:
    """Offered while there are no words yet."""
    fits = [fit for fit in fitting(brief.enquiry, brief.lines) if _may_read(fit, reader)]
    offered = [block for fit in fits for block in _offer(fit, brief, reader)]
    return [header(words.PAGE_TITLE), *offered] if offered else []


def _may_read(fit: Fit, reader: Reader) -> bool:
    return may_read_line(reader.person, fit.line, reader.organisation)


def _offer(fit: Fit, brief: Brief, reader: Reader) -> list[Block]:
    """A private line is not shown here: reading it is written down, so it is opened by itself."""
    line, about = fit.line, brief.enquiry.reference
    read = button(Action.LINE_OPEN, words.READ, line.id, about)
    if line.restricted:
        return [section(words.PRIVATE_FITS), *actions([read])]
    shared = words.SHARED.format(words=listed([f"“{word}”" for word in fit.shared]))
    usable = Deed.DRAFT in possible_deeds(brief.enquiry) and reader.may(Deed.USE_LINE, brief)
    use = [button(Action.LINE_USE, words.USE, line.id, about)] if usable else []
    return [
        quoted(line.topic, line_page.MOST_TOPIC),
        quoted(line.words, MOST_WORDS),
        quoted_context(shared),
        context(line_page.review(line, brief.enquiry, reader.organisation, reader.now)),
        *actions([*use, read]),
    ]


def keeping(brief: Brief, reader: Reader) -> list[Block]:
    """Beneath the words, once they are approved."""
    statement = approved(brief)
    if statement is None or not reader.may(Deed.KEEP_LINE, brief):
        return []
    kept = any(
        entry.action == Deed.KEEP_LINE and (entry.details or {}).get("statement") == statement.id
        for entry in brief.entries
    )
    if kept:
        return [context(words.KEPT_ALREADY)]
    return actions([button(Action.LINE_KEEP, words.KEEP, brief.enquiry.id, brief.enquiry.reference)])
