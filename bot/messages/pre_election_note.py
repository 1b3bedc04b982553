"""The guidance that everything raised in the weeks before an election carries: on cards, on the page, in the first news."""

from datetime import datetime

from bot.messages.card_shown import Shown
from bot.messages.ids import Action
from bot.messages.mrkdwn import inline
from bot.messages.page_foi import in_full
from bot.messages.page_reader import Reader
from bot.messages.parts import Block, actions, button, context, header, section
from bot.messages.wording import elections as words
from bot.rules.deeds import Deed
from bot.rules.pre_election import period_at
from storage.brief import Brief
from storage.enquiry import Enquiry
from storage.kinds import TaskKind, TaskState
from storage.organisation import ElectionPeriod, Organisation

MOST_GUIDANCE = 600


def note(at: datetime, organisation: Organisation) -> list[Block]:
    """For what came in at this moment: the guidance in small print, or nothing outside such a period."""
    period = period_at(organisation, at)
    return [context(_said(period, words.NOTE))] if period else []


def spoken(at: datetime, organisation: Organisation) -> str:
    """The same to be read aloud; "" outside such a period."""
    period = period_at(organisation, at)
    return _said(period, words.NOTE_SPOKEN) if period else ""


def on_card(brief: Brief, organisation: Organisation, _now: datetime) -> Shown:
    """The guidance on a card of either kind; that it is political says nothing of what it asks."""
    enquiry = brief.enquiry
    blocks = note(enquiry.raised_at, organisation)
    if not blocks or not enquiry.is_open:
        return Shown()
    said = spoken(enquiry.raised_at, organisation)
    if not enquiry.political:
        return Shown(blocks, said)
    political = _political(brief)
    return Shown([*blocks, context(political)], f"{said} {political}")


def part(brief: Brief, reader: Reader) -> list[Block]:
    """The page's part: the guidance, whether it is political, and the button that says so."""
    enquiry = brief.enquiry
    guidance = note(enquiry.raised_at, reader.organisation)
    if not guidance:
        return []
    political = _political(brief) if enquiry.political else words.PAGE_NOT_POLITICAL
    may = enquiry.is_open and reader.may(Deed.MARK_POLITICAL, brief)
    return [header(words.PAGE_TITLE), *guidance, section(political), *(actions([_button(enquiry)]) if may else [])]


def _political(brief: Brief) -> str:
    """That somebody has to look at it, until they have."""
    seen = any(task.kind == TaskKind.MONITORING_OFFICER and task.state == TaskState.DONE for task in brief.tasks)
    return words.POLITICAL_SEEN if seen else words.POLITICAL


def _button(enquiry: Enquiry) -> dict[str, object]:
    if enquiry.political:
        return button(Action.NOT_POLITICAL, words.NOT_POLITICAL, enquiry.id, enquiry.reference)
    return button(Action.POLITICAL, words.MARK_POLITICAL, enquiry.id, enquiry.reference)


def _said(period: ElectionPeriod, sentence: str) -> str:
    guidance = inline(period.guidance, MOST_GUIDANCE) if period.guidance else words.GUIDANCE
    return sentence.format(until=in_full(period.ends_on), guidance=guidance)
