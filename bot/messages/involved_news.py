"""A private word to someone who may be named, and to those whom they chose to have told. No word of the enquiry is in either."""

from collections.abc import Sequence

from bot.messages.ids import Action
from bot.messages.message import Message
from bot.messages.mrkdwn import listed
from bot.messages.parts import actions, button, section
from bot.messages.people import duty, name
from bot.messages.wording import people as words
from bot.rules.involved import around, is_left_out
from bot.rules.welfare import told_for
from storage.enquiry import Enquiry
from storage.involved import Involved
from storage.kinds import Part
from storage.organisation import Organisation


def message(one: Involved, involved: Sequence[Involved], enquiry: Enquiry, organisation: Organisation) -> Message:
    """The word as it stands now. `involved`: everyone who is part of the matter."""
    if is_left_out(one.person, enquiry):
        said = words.DEALT_WITH.format(reference=enquiry.reference)
        return Message(said, [section(said)])
    if one.part in (Part.WAS_NAMED, Part.WAS_TOLD):
        said = words.MISTAKE.format(reference=enquiry.reference)
        return Message(said, [section(said)])
    if one.part == Part.MAY_BE_NAMED:
        return _named(one, involved, enquiry, organisation)
    return _told(one, enquiry)


def mistaken(one: Involved, enquiry: Enquiry, organisation: Organisation) -> Message | None:
    """What is said afterwards, where it was a mistake; nothing to those who are left out of it by now."""
    if is_left_out(one.person, enquiry) or one.part not in (Part.WAS_NAMED, Part.WAS_TOLD):
        return None
    sentence = words.WAS_NAMED if one.part == Part.WAS_NAMED else words.WAS_TOLD
    said = sentence.format(reference=enquiry.reference, duty=duty(around(organisation, enquiry)))
    return Message(said.replace("*", ""), [section(said)])


def _named(one: Involved, involved: Sequence[Involved], enquiry: Enquiry, organisation: Organisation) -> Message:
    officer = name(organisation, enquiry.officer, words.THE_OFFICER)
    said = [
        words.NAMED_WORD.format(reference=enquiry.reference),
        words.NAMED_OFFICER.format(officer=officer, duty=duty(around(organisation, enquiry))),
        words.NAMED_DOOR,
        _chosen(one, involved, organisation),
    ]
    choose = button(Action.CHOOSE_TOLD, words.CHOOSE, one.id, enquiry.reference, "primary")
    spoken = " ".join(said).replace("*", "")
    return Message(spoken, [*(section(each) for each in said), *actions([choose])])


def _chosen(one: Involved, involved: Sequence[Involved], organisation: Organisation) -> str:
    told = [name(organisation, each.person) for each in told_for(involved) if each.added_by == one.person]
    return words.NAMED_CHOSEN.format(names=listed(told)) if told else words.NAMED_CHOICE


def _told(one: Involved, enquiry: Enquiry) -> Message:
    said = (words.TOLD_WORD_SAFETY if one.reason else words.TOLD_WORD).format(reference=enquiry.reference)
    read = button(Action.INVOLVED_READ, words.READ, one.id, enquiry.reference, "primary")
    return Message(said, [section(said), *actions([read])])
