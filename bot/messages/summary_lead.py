"""A lead's summary: what waits for them, and, struck, what has been dealt with today and by whom."""

from datetime import datetime

from bot.messages.ids import Action
from bot.messages.message import Message, within
from bot.messages.parts import Block, button, context, section
from bot.messages.people import name
from bot.messages.summary_parts import MOST_LINES, When, left, over, shown, spoken
from bot.messages.wording import summaries as words
from bot.rules.summary_lead import LeadDay, Needed, Settled
from storage.organisation import Organisation


def message(found: LeadDay, reader: str, organisation: Organisation, now: datetime) -> Message:
    """What waits for one lead."""
    when, aloud = shown(organisation), spoken(organisation)
    count = len(found.needed)
    title = {0: words.LEAD_DONE, 1: words.LEAD_ONE}.get(count, words.LEAD.format(count=count))
    settled = [_settled(one, reader, organisation, when) for one in found.settled[:MOST_LINES]]
    blocks: list[Block] = [
        section(f"*{title}*"),
        *(_row(one, now, when) for one in found.needed[:MOST_LINES]),
        *(context(one) for one in over(found.needed)),
        *([section("\n".join(f"~{one}~" for one in settled))] if settled else []),
        context(words.UP_TO_DATE),
    ]
    said = [_said(one, now, aloud, is_aloud=True).replace("*", "") for one in found.needed[:MOST_LINES]]
    return Message(within([title, *said]), blocks)


def _row(one: Needed, now: datetime, when: When) -> Block:
    opening = button(Action.ENQUIRY_OPEN, words.OPEN, one.enquiry_id, one.reference)
    return section(_said(one, now, when), opening)


def _said(one: Needed, now: datetime, when: When, *, is_aloud: bool = False) -> str:
    asked = words.NEEDED[one.what].format(reference=one.reference)
    if one.due is None:
        return asked
    return f"{asked} {words.NEEDED_BY.format(moment=when(one.due), left=left(one.due, now, aloud=is_aloud))}"


def _settled(one: Settled, reader: str, organisation: Organisation, when: When) -> str:
    said = words.SETTLED_NOBODY if one.by is None else words.SETTLED
    said = words.SETTLED_YOU if one.by == reader else said
    return said.format(reference=one.reference, who=name(organisation, one.by), moment=when(one.at))
