"""The part of an enquiry's page about the answer: how it went, who was told first, and the buttons to record or correct it."""

from bot.messages.ids import Action
from bot.messages.mrkdwn import moment
from bot.messages.page_reader import Reader
from bot.messages.parts import Block, Element, actions, button, header, pages, section
from bot.messages.people import name
from bot.messages.wording import responses as words
from bot.rules.answers_given import answers_given
from bot.rules.deeds import Deed
from bot.rules.moves import possible_deeds
from bot.rules.sign_off import may_be_sent
from storage.brief import Brief
from storage.enquiry import Enquiry
from storage.kinds import Teller, Told, Way

MOST_BEFORE = 2
"""Of the answers given before, the latest: the trail has all of them."""


def part(brief: Brief, reader: Reader) -> list[Block]:
    """How the answer reached the journalist, and what may be done about it."""
    enquiry = brief.enquiry
    shown = [*_way(enquiry), *_family(enquiry), *_override(enquiry, reader), *_before(brief, reader)]
    done = [*shown, *actions(_buttons(brief, reader))]
    return [header(words.PAGE_RESPONSE), *done] if done else []


def _way(enquiry: Enquiry) -> list[Block]:
    if not enquiry.response_way:
        return []
    return [section(words.PAGE_WAY.format(way=words.WAY[Way(enquiry.response_way)].lower()))]


def _family(enquiry: Enquiry) -> list[Block]:
    match enquiry.family_told:
        case Told.YES:
            by = words.TELLER[Teller(enquiry.family_told_by)].lower()
            return [section(words.PAGE_FAMILY_YES.format(by=by)), *pages(enquiry.family_wish)]
        case Told.NO:
            return [section(words.PAGE_FAMILY_NO), *pages(enquiry.family_not_told_because)]
        case Told.NOBODY_CONCERNED:
            return [section(words.PAGE_FAMILY_NOBODY)]
    return []


def _override(enquiry: Enquiry, reader: Reader) -> list[Block]:
    if not enquiry.override_because:
        return []
    who = name(reader.organisation, enquiry.override_by)
    return [section(words.PAGE_OVERRIDE.format(who=who)), *pages(enquiry.override_because)]


def _before(brief: Brief, reader: Reader) -> list[Block]:
    """What was answered before it was opened again and answered anew."""
    zone, blocks = reader.organisation.calendar.zone, list[Block]()
    for answer in answers_given(brief.entries)[:-1][-MOST_BEFORE:]:
        who = name(reader.organisation, answer.by)
        blocks += [section(words.PAGE_BEFORE.format(who=who, moment=moment(answer.at, zone))), *pages(answer.words)]
    return blocks


def _may_record(brief: Brief, reader: Reader) -> bool:
    """Not offered while the words still wait for a yes: the form would only say so."""
    possible = Deed.RESPOND in possible_deeds(brief.enquiry) and reader.may(Deed.RESPOND, brief)
    return possible and may_be_sent(brief, reader.person, reader.organisation)


def _buttons(brief: Brief, reader: Reader) -> list[Element]:
    enquiry = brief.enquiry
    about = enquiry.reference
    if _may_record(brief, reader):
        return [button(Action.ENQUIRY_RESPOND, words.RECORD, enquiry.id, about)]
    if enquiry.responded_at and reader.may(Deed.CORRECT_RESPONSE, brief):
        return [button(Action.RESPONSE_CORRECT, words.CORRECT, enquiry.id, about)]
    return []
