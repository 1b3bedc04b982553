"""The answers to a nudge: its buttons and menu, the forms behind them, and that it waits."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from bot.messages.ids import Action, Field, View
from bot.messages.mrkdwn import in_words, inline, moment
from bot.messages.parts import (
    Block,
    Element,
    asked,
    button,
    choice,
    colleague,
    modal,
    overflow,
    quoted,
    radio,
    section,
    writing,
)
from bot.messages.people import name
from bot.messages.wording import answers as words
from bot.messages.wording import enquiries, nudges, statements, working
from bot.rules.asked_about import AskedAbout
from bot.rules.nudge_answers import Answer, in_menu
from bot.rules.snoozing import MINUTES, latest_of
from storage.enquiry import Enquiry
from storage.nudge import Nudge
from storage.organisation import Organisation
from storage.thread_note import ThreadNote

MOST_NOTE = 1_500
BUTTONS: dict[Answer, tuple[Action, str]] = {
    Answer.HAVE_IT: (Action.NUDGE_ACKNOWLEDGE, nudges.HAVE_IT),
    Answer.TAKE: (Action.NUDGE_CLAIM, nudges.TAKE),
    Answer.STILL: (Action.NUDGE_STILL, words.STILL),
    Answer.CALL: (Action.NUDGE_CALL, words.CALL_ME),
    Answer.DEPUTY: (Action.NUDGE_HAND_ON, nudges.HAND_ON),
}
"""Their value is the nudge's id."""

ON_THE_ENQUIRY: dict[Answer, tuple[Action, str]] = {
    Answer.RESPOND: (Action.ENQUIRY_RESPOND, nudges.RESPOND),
    Answer.DRAFT: (Action.STATEMENT_DRAFT, statements.DRAFT),
    Answer.CLOSE: (Action.ENQUIRY_CLOSE, enquiries.CLOSE),
    Answer.ASSIGN: (Action.ENQUIRY_ASSIGN, words.GIVE),
}
"""Their value is the enquiry's."""


def buttons(offered: Sequence[Answer], nudge: Nudge, enquiry: Enquiry, now: datetime) -> list[Element]:
    """The first answers as buttons. While it waits: the one that settles it, and the one that ends the wait."""
    shown = [one for one in offered if one in BUTTONS]
    if offered and offered[0] in ON_THE_ENQUIRY:
        shown.insert(0, offered[0])
    if waits(nudge, now):
        return [*(_button(one, nudge, enquiry, "primary") for one in shown[:1]), _stop(nudge, enquiry.reference)]
    return [_button(one, nudge, enquiry, "" if place else "primary") for place, one in enumerate(shown)]


def _stop(nudge: Nudge, reference: str) -> Element:
    return button(Action.NUDGE_UNSNOOZE, words.UNSNOOZE, nudge.id, reference)


def _button(answer: Answer, nudge: Nudge, enquiry: Enquiry, style: str) -> Element:
    if answer in BUTTONS:
        action, label = BUTTONS[answer]
        return button(action, label, nudge.id, enquiry.reference, style)
    action, label = ON_THE_ENQUIRY[answer]
    return button(action, label, enquiry.id, enquiry.reference, style)


def menu(offered: Sequence[Answer], nudge: Nudge) -> list[Element]:
    """The rest, behind three dots."""
    return _more((one for one in words.MORE if one in offered[1:]), nudge)


def _more(offered: Iterable[Answer], nudge: Nudge) -> list[Element]:
    choices = [choice(words.MORE[one], f"{one} {nudge.id}") for one in offered]
    return [overflow(Action.NUDGE_MORE, choices)] if choices else []


def beside(nudge: Nudge, about: AskedAbout, organisation: Organisation, now: datetime) -> list[Element]:
    """What follows the buttons of a nudge that has buttons of its own: the one that ends its wait, and the menu."""
    stop = [_stop(nudge, about.reference)] if waits(nudge, now) else []
    return [*stop, *_more(in_menu(nudge, about, organisation, now), nudge)]


def waits(nudge: Nudge, now: datetime) -> bool:
    """Whether it has been put off and its moment is still to come."""
    return nudge.snoozed_until is not None and nudge.snoozed_until > now


def waiting(nudge: Nudge, organisation: Organisation, now: datetime) -> tuple[list[str], list[str]]:
    """That it has been put off, to be shown and to be said."""
    if nudge.snoozed_until is None or not waits(nudge, now):
        return [], []
    at, zone = nudge.snoozed_until, organisation.calendar.zone
    return [words.SNOOZED.format(moment=moment(at, zone))], [words.SNOOZED.format(moment=in_words(at, zone))]


def note_with_it(
    note: ThreadNote | None, enquiry: Enquiry, organisation: Organisation
) -> tuple[list[Block], list[str]]:
    """The note of whoever handed it on; of a private enquiry only that there is one."""
    if note is None:
        return [], []
    if enquiry.restricted:
        return [section(words.HANDED_PRIVATE)], [words.HANDED_PRIVATE]
    says = words.HANDED_SAYS.format(who=name(organisation, note.author))
    return [section(says), quoted(note.words, MOST_NOTE)], [f"{says} {inline(note.words, MOST_NOTE)}"]


# -- the forms


def snooze_view(nudge: Nudge, about: AskedAbout, organisation: Organisation, now: datetime) -> dict[str, Any]:
    """How long it is to wait. What would be too late is not offered."""
    last = latest_of(nudge, about, organisation, now) or now
    room = (last - now).total_seconds() / 60
    choices = [choice(words.SNOOZE_MINUTES[minutes], str(minutes)) for minutes in MINUTES if minutes <= room]
    offered = [asked(Field.SNOOZE_FOR, words.SNOOZE_FOR, radio(choices, choices[0]), optional=True)] if choices else []
    at = moment(last, organisation.calendar.zone)
    return modal(
        View.SNOOZE,
        words.SNOOZE_TITLE.format(reference=about.reference),
        [
            section((words.SNOOZE_LATEST if _before_deadline(about) else words.SNOOZE_AT_MOST).format(moment=at)),
            *offered,
            asked(
                Field.SNOOZE_UNTIL, words.SNOOZE_UNTIL, writing(), hint=words.SNOOZE_UNTIL_HINT, optional=bool(choices)
            ),
        ],
        submit=words.SNOOZE_SUBMIT,
        close=words.CANCEL,
        metadata=str(nudge.id),
    )


def _before_deadline(about: AskedAbout) -> bool:
    return about.enquiry is not None and about.enquiry.responded_at is None


def call_view(nudge: Nudge, enquiry: Enquiry, organisation: Organisation) -> dict[str, Any]:
    """Which number, theirs filled in, and when."""
    known = organisation.people.get(nudge.person)
    return modal(
        View.CALL_ME,
        words.CALL_TITLE.format(reference=enquiry.reference),
        [
            section(words.CALL_INTRO),
            asked(Field.CALL_NUMBER, words.CALL_NUMBER, writing(initial=known.phone if known else "")),
            asked(Field.CALL_WHEN, words.CALL_WHEN, writing(), hint=words.CALL_WHEN_HINT, optional=True),
        ],
        submit=words.CALL_SUBMIT,
        close=words.CANCEL,
        metadata=str(nudge.id),
    )


def hand_view(nudge: Nudge, enquiry: Enquiry) -> dict[str, Any]:
    """To whom, with a note."""
    return modal(
        View.HAND_TO,
        words.HAND_TITLE.format(reference=enquiry.reference),
        [
            asked(Field.HAND_PERSON, words.HAND_PERSON, colleague(words.HAND_CHOOSE)),
            asked(Field.HAND_NOTE, words.HAND_NOTE, writing(lines=True), hint=working.HAND_NOTE_HINT, optional=True),
        ],
        submit=words.HAND_SUBMIT,
        close=words.CANCEL,
        metadata=str(nudge.id),
    )


def not_mine_view(nudge: Nudge, enquiry: Enquiry) -> dict[str, Any]:
    """Whose it is, if they know."""
    whose = asked(Field.WHOSE, words.WHOSE, colleague(words.HAND_CHOOSE), hint=words.WHOSE_HINT, optional=True)
    return modal(
        View.NOT_MINE,
        words.NOT_MINE_TITLE.format(reference=enquiry.reference),
        [section(words.NOT_MINE_INTRO), whose],
        submit=words.NOT_MINE_SUBMIT,
        close=words.CANCEL,
        metadata=str(nudge.id),
    )
