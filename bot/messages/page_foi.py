"""The part of an enquiry's page about freedom of information: its dates, who has it, and the button that makes it one."""

from datetime import date

from bot.messages.ids import Action
from bot.messages.mrkdwn import inline, moment
from bot.messages.page_reader import Reader
from bot.messages.parts import Block, actions, button, header, section
from bot.messages.wording import freedom as words
from bot.rules.deeds import Deed
from bot.rules.foi import answer_due
from storage.brief import Brief
from storage.enquiry import Enquiry


def part(brief: Brief, reader: Reader) -> list[Block]:
    """Its dates once it is one; before that only the button."""
    enquiry = brief.enquiry
    may = reader.may(Deed.TREAT_AS_FOI, brief)
    label = words.CORRECT if enquiry.foi_received_on else words.TREAT
    press = actions([button(Action.FOI, label, enquiry.id, enquiry.reference)]) if may else []
    if enquiry.foi_received_on is None:
        return [header(words.PAGE_TITLE), *press] if press and enquiry.is_open else []
    return [header(words.PAGE_TITLE), section(_lines(enquiry, enquiry.foi_received_on, reader)), *press]


def _lines(enquiry: Enquiry, received_on: date, reader: Reader) -> str:
    calendar = reader.organisation.calendar
    due = in_full(answer_due(received_on, calendar.nation))
    to = inline(enquiry.foi_handed_to)
    handed = words.PAGE_WAITS.format(to=to)
    if enquiry.foi_handed_at:
        handed = words.PAGE_HANDED.format(to=to, moment=moment(enquiry.foi_handed_at, calendar.zone))
    reference = [words.PAGE_REFERENCE.format(reference=inline(enquiry.foi_reference))] if enquiry.foi_reference else []
    return "\n".join([words.PAGE_DATES.format(received=in_full(received_on), due=due), handed, *reference])


def in_full(day: date) -> str:
    """Friday 4 December 2026."""
    return f"{day:%A} {day.day} {day:%B %Y}"
