"""What stands in Slack once the words of a record have been deleted: its reference, its dates, how it ended, and why the words are gone."""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.messages.enquiry_facts import outcome_words
from bot.messages.message import Message
from bot.messages.parts import section
from bot.messages.people import area_name
from bot.messages.wording import keeping
from bot.rules.retention import Kept, periods
from storage.enquiry import Enquiry
from storage.organisation import Organisation
from storage.share import JointItem, ShareAsk
from storage.story import StoryIdea


def emptied(record: Enquiry | StoryIdea | ShareAsk | JointItem, organisation: Organisation) -> Message:
    """One sentence in place of every message about it: card, line, nudge, news."""
    if isinstance(record, ShareAsk | JointItem):
        text = keeping.EMPTIED_SHARE.format(reference=record.reference)
    else:
        text = _enquiry(record, organisation) if isinstance(record, Enquiry) else _story(record, organisation)
    return Message(text, [section(text)])


def _enquiry(enquiry: Enquiry, organisation: Organisation) -> str:
    if enquiry.practice:
        return keeping.EMPTIED_PRACTICE.format(reference=enquiry.reference)
    outcome = outcome_words(enquiry)
    return keeping.EMPTIED_ENQUIRY.format(
        reference=enquiry.reference,
        period=periods(organisation.retention)[Kept.ENQUIRIES],
        came=_day(enquiry.raised_at, organisation),
        area=area_name(organisation, enquiry.service_area, keeping.UNKNOWN_AREA),
        ended=_day(enquiry.closed_at, organisation),
        outcome=f"{outcome[0].lower()}{outcome[1:]}",
    )


def _story(story: StoryIdea, organisation: Organisation) -> str:
    return keeping.EMPTIED_STORY.format(
        reference=story.reference,
        period=periods(organisation.retention)[Kept.STORIES],
        came=_day(story.sent_in_at, organisation),
        area=area_name(organisation, story.service_area, keeping.UNKNOWN_AREA),
    )


def _day(at: datetime | None, organisation: Organisation) -> str:
    if at is None:
        return keeping.UNKNOWN_DAY
    local = at.astimezone(ZoneInfo(organisation.calendar.zone))
    return f"{local.day} {local:%B} {local.year}"
