"""The part of an enquiry's page about people who are part of the matter. Who they are is for the press office alone."""

from bot.messages.ids import Action
from bot.messages.mrkdwn import listed, moment
from bot.messages.page_reader import Reader
from bot.messages.parts import Block, Element, actions, asking_first, button, header, quoted, section
from bot.messages.people import name
from bot.messages.wording import people as words
from bot.rules.deeds import Deed
from bot.rules.welfare import named_in, told_for
from storage.brief import Brief
from storage.involved import Involved


def part(brief: Brief, reader: Reader) -> list[Block]:
    """Shown to the press office while there is something to know or to do."""
    if not reader.may(Deed.LEAVE_OUT, brief):
        return []
    known = [*_left_out(brief, reader), *_named(brief, reader), *_told(brief, reader)]
    buttons = _buttons(brief) if brief.enquiry.is_open or known else []
    return [header(words.PAGE_TITLE), *known, *actions(buttons)] if known or buttons else []


def _left_out(brief: Brief, reader: Reader) -> list[Block]:
    names = [name(reader.organisation, person) for person in brief.enquiry.excluded]
    return [section(words.PAGE_LEFT_OUT.format(names=listed(names)))] if names else []


def _named(brief: Brief, reader: Reader) -> list[Block]:
    return [_named_one(one, brief, reader) for one in named_in(brief.involved)]


def _named_one(one: Involved, brief: Brief, reader: Reader) -> Block:
    """With the way back, for a slip of the finger or somebody of the same name."""
    who = name(reader.organisation, one.person)
    line = words.PAGE_NAMED.format(who=who, moment=_when(one, reader))
    if brief.enquiry.emptied_at:
        return section(line)
    back = button(Action.UNNAME_STAFF, words.UNNAME, one.id, brief.enquiry.reference)
    return section(line, asking_first(back, words.UNNAME_TITLE, words.UNNAME_TEXT, words.UNNAME_YES, words.UNNAME_NO))


def _told(brief: Brief, reader: Reader) -> list[Block]:
    return [block for one in told_for(brief.involved) for block in _told_one(one, reader)]


def _told_one(one: Involved, reader: Reader) -> list[Block]:
    facts = {"who": name(reader.organisation, one.person), "by": name(reader.organisation, one.added_by)}
    said = words.PAGE_TOLD_SAFETY if one.reason else words.PAGE_TOLD
    line = section(said.format(**facts, moment=_when(one, reader)))
    return [line, quoted(one.reason, 500)] if one.reason else [line]


def _when(one: Involved, reader: Reader) -> str:
    return moment(one.told_at or one.added_at, reader.organisation.calendar.zone)


def _buttons(brief: Brief) -> list[Element]:
    """Leaving out and naming are always possible; telling others only once it is known who may be named."""
    enquiry, about = brief.enquiry, brief.enquiry.reference
    tell = button(Action.TELL_OTHERS, words.TELL_OTHERS, enquiry.id, about)
    return [
        button(Action.NAME_STAFF, words.NAME_STAFF, enquiry.id, about),
        *([tell] if enquiry.named else []),
        button(Action.LEAVE_OUT, words.LEAVE_OUT, enquiry.id, about),
    ]
