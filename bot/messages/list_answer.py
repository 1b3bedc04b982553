"""The private answer to someone who asks for a list: one page of enquiries, each with a button, and buttons to turn the page."""

from collections.abc import Sequence
from datetime import datetime

from bot.messages.enquiry_facts import deadline_line, deadline_spoken
from bot.messages.home_state import state
from bot.messages.ids import Action
from bot.messages.message import Message
from bot.messages.mrkdwn import cut, inline
from bot.messages.parts import Block, Element, actions, button, context, quoted, section
from bot.messages.people import area_name
from bot.messages.wording import finding
from bot.rules.finding import Asked
from storage.enquiry import Enquiry
from storage.finding import Page
from storage.organisation import Organisation

MOST = 10
"""Enquiries on a page: each takes two of a message's fifty blocks."""

MOST_QUESTION = 120
HEAD = {
    Asked.LIST: finding.LIST,
    Asked.MINE: finding.MINE,
    Asked.DUE_TODAY: finding.DUE,
    Asked.DUE_TOMORROW: finding.DUE_TOMORROW,
    Asked.DUE_THIS_WEEK: finding.DUE_THIS_WEEK,
    Asked.FIND: finding.FOUND,
}


def answer(asked: Asked, page: Page, organisation: Organisation, now: datetime, kept: str = "") -> Message:
    """One page. `kept`: the id under which the words searched for are kept, since a button may not carry them."""
    if not page.enquiries:
        none = finding.NONE[asked]
        return Message(none, [section(none)])
    first, last = page.start + 1, page.start + len(page.enquiries)
    foot = finding.FROM_TO.format(first=first, last=last)
    blocks = [
        section(HEAD[asked]),
        *(block for enquiry in page.enquiries for block in item(enquiry, organisation, now)),
        *([context(foot), *actions(_turning(asked, page, kept))] if page.start or page.more else []),
    ]
    said = " ".join(_spoken(enquiry, organisation, now) for enquiry in page.enquiries)
    return Message(cut(f"{HEAD[asked]} {foot} {said}", 3_000), blocks)


def find_what() -> Message:
    """`find` without a word to look for."""
    return Message(finding.FIND_WHAT, [section(finding.FIND_WHAT)])


def elsewhere(reference: str) -> Message:
    """A reference that another command shows."""
    said = finding.ELSEWHERE[reference[:2]].format(reference=reference)
    return Message(said, [section(said)])


def item(enquiry: Enquiry, organisation: Organisation, now: datetime) -> list[Block]:
    """One enquiry. Of a restricted one only its reference, deadline, service area and state: Slack keeps what it was shown."""
    opening = button(Action.ENQUIRY_OPEN, finding.OPEN, enquiry.id, enquiry.reference)
    area = area_name(organisation, enquiry.service_area)
    lines = [deadline_line(enquiry, organisation, now), f"{area}: {state(enquiry, organisation)}"]
    if enquiry.restricted:
        lines.append(finding.PRIVATE)
    return [quoted(_named(enquiry), 400, opening), context(*lines)]


def _named(enquiry: Enquiry) -> str:
    if enquiry.restricted:
        return enquiry.reference
    asks = " ".join(enquiry.question.split())
    return f"{enquiry.reference}: {enquiry.outlet}" + (f"\n{cut(asks, MOST_QUESTION)}" if asks else "")


def _turning(asked: Asked, page: Page, kept: str) -> Sequence[Element]:
    back, more = max(0, page.start - MOST), page.start + MOST
    return [
        *([button(Action.LIST_BACK, finding.BACK, f"{asked}:{back}:{kept}", finding.ENQUIRIES)] if page.start else []),
        *([button(Action.LIST_MORE, finding.MORE, f"{asked}:{more}:{kept}", finding.ENQUIRIES)] if page.more else []),
    ]


def _spoken(enquiry: Enquiry, organisation: Organisation, now: datetime) -> str:
    outlet = "" if enquiry.restricted else f", {inline(enquiry.outlet, 100)}"
    deadline, how = deadline_spoken(enquiry, organisation, now), state(enquiry, organisation)
    how = f"{how[:1].upper()}{how[1:]}."
    return finding.ITEM_SPOKEN.format(reference=enquiry.reference, outlet=outlet, deadline=deadline, state=how)
