"""The part of an enquiry's page about who has it, who was asked and when, and the line of the card that says so."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.messages.call import when_words
from bot.messages.card_shown import Shown
from bot.messages.ids import Action
from bot.messages.mrkdwn import listed, moment, telephone
from bot.messages.page_reader import Reader
from bot.messages.parts import Block, actions, button, header, section
from bot.messages.people import name
from bot.messages.wording import answers as words
from bot.rules.deeds import Deed
from storage.brief import Brief
from storage.call_request import CallRequest
from storage.kinds import NudgeState, Status
from storage.nudge import Nudge
from storage.organisation import Organisation

MOST_PEOPLE, MOST_TIMES, MOST_CALLS = 10, 4, 3


def part(brief: Brief, reader: Reader) -> list[Block]:
    """Both acknowledgements, then everyone who was asked; calls that were asked for. Nothing about who was left out."""
    if brief.enquiry.emptied_at:
        return []
    lines = [*_has_it(brief, reader.organisation), *_asked(brief, reader)]
    calls = [block for call in brief.calls[-MOST_CALLS:] for block in _call(call, brief, reader)]
    return [header(words.PAGE_TITLE), section("\n".join(lines)), *calls]


def _has_it(brief: Brief, organisation: Organisation) -> list[str]:
    enquiry, zone = brief.enquiry, organisation.calendar.zone
    office, service = words.OFFICE_WAITS, words.SERVICE_NOBODY
    if enquiry.officer:
        since = moment(enquiry.claimed_at or enquiry.raised_at, zone)
        office = words.OFFICE_HAS.format(who=name(organisation, enquiry.officer), moment=since)
    if enquiry.lead_acknowledged_by:
        since = moment(enquiry.lead_acknowledged_at or enquiry.raised_at, zone)
        service = words.SERVICE_HAS.format(who=name(organisation, enquiry.lead_acknowledged_by), moment=since)
    elif enquiry.lead:
        service = words.SERVICE_WAITS.format(who=name(organisation, enquiry.lead))
    return [office, service]


def _asked(brief: Brief, reader: Reader) -> list[str]:
    return [_person(person, nudges, reader) for person, nudges in _by_person(brief)[-MOST_PEOPLE:]]


def _person(person: str, nudges: Sequence[Nudge], reader: Reader) -> str:
    organisation, zone = reader.organisation, reader.organisation.calendar.zone
    times = listed([moment(one.sent_at, zone) for one in nudges if one.sent_at][-MOST_TIMES:])
    said = words.WAS_ASKED.format(who=name(organisation, person), moments=times)
    until = [one.snoozed_until for one in nudges if _is_put_off(one, reader.now)]
    reminded = [words.REMINDED.format(moment=moment(at, zone)) for at in until[-1:] if at]
    return "".join([said, *reminded])


def _is_put_off(nudge: Nudge, now: datetime) -> bool:
    return nudge.state == NudgeState.SENT and nudge.snoozed_until is not None and nudge.snoozed_until > now


def _by_person(brief: Brief) -> list[tuple[str, list[Nudge]]]:
    """Everyone who was asked, in the order of their first asking. Nobody who is left out."""
    asked: dict[str, list[Nudge]] = {}
    for one in brief.nudges:
        if one.sent_at is not None and one.person not in brief.enquiry.excluded:
            asked.setdefault(one.person, []).append(one)
    return list(asked.items())


def _call(call: CallRequest, brief: Brief, reader: Reader) -> list[Block]:
    organisation, zone = reader.organisation, reader.organisation.calendar.zone
    who = name(organisation, call.person)
    if call.done_at is not None:
        by = name(organisation, call.done_by)
        return [section(words.CALL_LINE_DONE.format(by=by, who=who, moment=moment(call.done_at, zone)))]
    when = when_words(call, organisation, soon=words.SAID_SOON)
    said = section(words.CALL_LINE.format(who=who, phone=telephone(call.number), when=when))
    may = brief.enquiry.is_open and reader.may(Deed.MAKE_CALL, brief)
    rung = button(Action.CALL_MADE, words.CALL_MADE_BUTTON, call.id, brief.enquiry.reference)
    return [said, *actions([rung] if may else [])]


def on_card(brief: Brief, organisation: Organisation, _now: datetime) -> Shown:
    """Who was asked and when, in one line, until it is answered. It names people and times alone, so it suits either card."""
    asked = _by_person(brief)
    if not asked or brief.enquiry.status in (Status.RESPONDED, Status.CLOSED):
        return Shown()
    people = listed([_at(person, nudges, brief, organisation) for person, nudges in asked[-MOST_PEOPLE:]])
    return Shown([section(words.CARD.format(people=people))], words.CARD_SPOKEN.format(people=people))


def _at(person: str, nudges: Sequence[Nudge], brief: Brief, organisation: Organisation) -> str:
    sent = sorted(one.sent_at for one in nudges if one.sent_at)
    times = [_clock(at, brief.enquiry.raised_at, organisation) for at in sent]
    return words.CARD_PERSON.format(
        who=name(organisation, person), times=listed(list(dict.fromkeys(times))[-MOST_TIMES:])
    )


def _clock(at: datetime, raised_at: datetime, organisation: Organisation) -> str:
    """At 10:42 on the day it came in, on Thursday at 09:00 on another."""
    zone = ZoneInfo(organisation.calendar.zone)
    told = at.astimezone(zone)
    same = told.date() == raised_at.astimezone(zone).date()
    return (words.CARD_AT if same else words.CARD_ON).format(day=f"{told:%A}", time=f"{told:%H:%M}")
