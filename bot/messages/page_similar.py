"""Enquiries like a new one, on its page and its card: the same outlet or journalist of late, or much the same question."""

from datetime import datetime

from bot.messages.card_shown import Shown
from bot.messages.ids import Action
from bot.messages.mrkdwn import inline
from bot.messages.page_press import day
from bot.messages.page_reader import Reader
from bot.messages.parts import Block, actions, button, header, quoted, quoted_context, section
from bot.messages.wording import press, working
from bot.rules.deeds import Deed
from storage.brief import Brief
from storage.enquiry import Enquiry
from storage.kinds import Status
from storage.organisation import Organisation


def part(brief: Brief, reader: Reader) -> list[Block]:
    """Those that this reader may read, each with the button that opens it; of a restricted one no word."""
    similar = brief.press.similar if brief.press else ()
    if not similar:
        return []
    return [header(press.SIMILAR), *(block for one in similar for block in _row(one, brief, reader))]


def _row(enquiry: Enquiry, brief: Brief, reader: Reader) -> list[Block]:
    opening = button(Action.ENQUIRY_OPEN, press.OPEN, enquiry.id, enquiry.reference)
    row = quoted(_line(enquiry, reader.organisation), 300, opening)
    linked = enquiry.id in {one.id for one in brief.linked}
    if linked or not reader.may(Deed.LINK, brief):
        return [row]
    return [row, *actions([button(Action.LINK_SAME_STORY, working.SAME_STORY, enquiry.id, enquiry.reference)])]


def _line(enquiry: Enquiry, organisation: Organisation) -> str:
    line = press.SIMILAR_PRIVATE if enquiry.restricted else press.SIMILAR_LINE
    return line.format(reference=enquiry.reference, day=day(enquiry, organisation), outlet=enquiry.outlet)


def on_card(brief: Brief, organisation: Organisation, _now: datetime) -> Shown:
    """While nobody has taken it, on the card that everyone reads: those that everyone may know of, and not one more."""
    similar = brief.press.similar if brief.press else ()
    openly = [one for one in similar if not one.restricted]
    if not openly or brief.enquiry.status != Status.NEW:
        return Shown()
    lines = [_line(one, organisation) for one in openly]
    spoken = press.SIMILAR_SPOKEN.format(similar="; ".join(inline(line, 200) for line in lines))
    return Shown([section(press.SIMILAR_CARD), quoted_context("\n".join(lines))], spoken)
