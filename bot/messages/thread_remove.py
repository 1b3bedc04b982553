"""A private word to someone who wrote about a private enquiry where others read it. It has none of their words in it."""

from collections.abc import Sequence
from typing import Any

from bot.messages.ids import Action, Field, View
from bot.messages.message import Message
from bot.messages.mrkdwn import channel, in_words, moment
from bot.messages.parts import Block, actions, asked, button, context, modal, section, writing
from bot.messages.wording import threads as words
from bot.rules import links
from bot.rules.deeds import Deed
from bot.rules.permissions import allowed
from storage.enquiry import Enquiry
from storage.organisation import Organisation
from storage.thread_note import ThreadNote

MOST_LISTED = 15


def message(enquiry: Enquiry, notes: Sequence[ThreadNote], organisation: Organisation) -> Message:
    """What of theirs stands, how to remove it, and what of it is gone already."""
    stands = [note for note in notes if note.deleted_at is None]
    if not stands:
        return _said(_all_gone(enquiry, notes))
    if not enquiry.restricted:
        return _said(words.NOT_PRIVATE_ANY_MORE.format(reference=enquiry.reference))
    said = _about_one(enquiry, notes[0]) if len(notes) == 1 else _about_several(enquiry, stands)
    may_move = allowed(Deed.NOTE, stands[0].author, organisation, enquiry) and any(one.words for one in stands)
    first = [f"{said} {_only_you(stands)}", *([words.KEEP_FIRST] if may_move else [])]
    listed = [block for note in notes[:MOST_LISTED] for block in _one(enquiry, note, organisation, len(notes))]
    more = [context(words.MORE.format(count=len(notes) - MOST_LISTED))] if len(notes) > MOST_LISTED else []
    blocks = [*(section(one) for one in first), section(words.HOW), *listed, *more]
    return Message(" ".join([*first, words.HOW_SPOKEN]), blocks)


def _said(text: str) -> Message:
    return Message(text, [section(text)])


def _about_one(enquiry: Enquiry, note: ThreadNote) -> str:
    said = words.CAME_FROM if is_source(note) else words.ONE if note.outside else words.ONE_IN_THREAD
    return said.format(reference=enquiry.reference, place=channel(note.channel))


def _about_several(enquiry: Enquiry, stands: Sequence[ThreadNote]) -> str:
    if len(stands) == 1:
        return _about_one(enquiry, stands[0])
    return words.SEVERAL.format(reference=enquiry.reference, count=len(stands))


def _only_you(stands: Sequence[ThreadNote]) -> str:
    colleague = f" {words.IF_COLLEAGUE}" if any(is_source(note) for note in stands) else ""
    return words.ONLY_YOU + colleague


def is_source(note: ThreadNote) -> bool:
    """Whether it is the message that an enquiry came from, of which only the place is known."""
    return note.outside and not note.words


def _all_gone(enquiry: Enquiry, notes: Sequence[ThreadNote]) -> str:
    if len(notes) == 1:
        return words.ALL_GONE.format(reference=enquiry.reference, place=channel(notes[0].channel))
    return words.ALL_GONE_SEVERAL.format(reference=enquiry.reference, count=len(notes))


def _one(enquiry: Enquiry, note: ThreadNote, organisation: Organisation, of: int) -> list[Block]:
    """One message: when and where, where there are several; its buttons while it stands."""
    when = {"moment": moment(note.posted_at, organisation.calendar.zone), "place": channel(note.channel)}
    if note.deleted_at is not None:
        return [section(words.WHICH_GONE.format(**when))]
    which = words.WHICH_FROM if is_source(note) else words.WHICH
    value = f"{enquiry.id}:{note.id}"
    about = f"{enquiry.reference}, {in_words(note.posted_at, organisation.calendar.zone)}"
    opening = button(Action.OWN_MESSAGE, words.OPEN_THEIRS if is_source(note) else words.OPEN, value, about)
    buttons = [
        {**opening, "url": link_to(note)},
        *([button(Action.NOTE_MOVE, words.MOVE, value, about)] if _may_move(enquiry, note, organisation) else []),
        button(Action.NOTE_REMOVED, words.REMOVED, value, about),
    ]
    return [*([section(which.format(**when))] if of > 1 else []), *actions(buttons)]


def _may_move(enquiry: Enquiry, note: ThreadNote, organisation: Organisation) -> bool:
    return bool(note.words) and allowed(Deed.NOTE, note.author, organisation, enquiry)


def link_to(note: ThreadNote) -> str:
    """A link to a message that Slack resolves in any workspace's app; within its thread where it stands in one."""
    return links.link_to(note.channel, note.ts, note.thread_ts)


def taken_out(note: ThreadNote, organisation: Organisation) -> Message:
    """In place of the word about someone's details, once they are not there any more."""
    time = in_words(note.posted_at, organisation.calendar.zone)
    return _said(words.TAKEN_OUT.format(time=time, place=channel(note.channel)))


def can_stay(note: ThreadNote, organisation: Organisation) -> Message:
    """In its place, once its author has said that nobody lives there."""
    time = in_words(note.posted_at, organisation.calendar.zone)
    return _said(words.CAN_STAY.format(time=time, place=channel(note.channel)))


def move_view(enquiry: Enquiry, note: ThreadNote) -> dict[str, Any]:
    """The form that puts what somebody wrote in Slack into the enquiry: their own words, before their own eyes."""
    blocks = [
        section(words.MOVE_INTRO.format(reference=enquiry.reference)),
        asked(Field.NOTE_WORDS, words.MOVE_WORDS, writing(lines=True, initial=note.words)),
    ]
    title = words.MOVE_TITLE.format(reference=enquiry.reference)
    metadata = f"{enquiry.id}:{note.id}"
    return modal(View.NOTE_MOVE, title, blocks, submit=words.MOVE_SAVE, close=words.CANCEL, metadata=metadata)


def moved_view(enquiry: Enquiry, note: ThreadNote) -> dict[str, Any]:
    """It is in the enquiry; the message is still to be deleted."""
    said = words.MOVED.format(reference=enquiry.reference)
    opening = {
        **button(Action.OWN_MESSAGE, words.OPEN, f"{enquiry.id}:{note.id}", enquiry.reference),
        "url": link_to(note),
    }
    title = words.MOVED_TITLE.format(reference=enquiry.reference)
    blocks = [section(said), section(words.HOW), *actions([opening])]
    return modal(View.NOTE_MOVED, title, blocks, close=words.CLOSE)
