"""What is written, edited and deleted in the channels we read: an enquiry's timeline, and words that should not stand there."""

from collections.abc import Mapping
from typing import Any

from bot.desk import public_buildings, thread_notes
from bot.messages import thread_remove
from bot.messages.ids import Action, Field, View
from bot.rules.thread_notes import seen
from handlers.door import Call, Kind, Route
from handlers.enquiry_page import open_form


def is_in_a_thread_of_ours(call: Call) -> bool:
    """A message in the thread of a card is part of its timeline, and nothing else. Anywhere else it is only looked over."""
    message = seen(call.event, _channel(call))
    return message is not None and thread_notes.heard(call.desk, message)


def changed(call: Call) -> None:
    """A message was edited, or a link in it unfolded. One with replies that is deleted leaves something behind: that is no edit."""
    event = call.event
    after = event.get("message") or {}
    if after.get("subtype") == "tombstone":
        _gone(call, event.get("previous_message") or {})
        return
    message = seen(after, _channel(call))
    if message is not None:
        thread_notes.changed(call.desk, message)


def deleted(call: Call) -> None:
    """A message was deleted."""
    _gone(call, call.event.get("previous_message") or {})


def _gone(call: Call, before: Mapping[str, Any]) -> None:
    message = seen(before, _channel(call))
    if message is not None:
        thread_notes.gone(call.desk, message)


def _channel(call: Call) -> str:
    return str(call.event.get("channel", ""))


FOLLOWS = {"message_changed": changed, "message_deleted": deleted}
"""What is not someone writing, but what became of it."""


# -- the buttons of the private word


def ask_move(call: Call) -> None:
    """Move it into the enquiry: the form, with what they wrote."""
    enquiry_id, note_id = _ids(call.value)
    open_form(call, lambda: _move_form(call, enquiry_id, note_id))


def _move_form(call: Call, enquiry_id: int, note_id: int) -> dict[str, Any]:
    return thread_remove.move_view(*thread_notes.to_move(call.desk, enquiry_id, note_id, person=call.person))


def moved(call: Call) -> None:
    """It came back: kept as a note, and in the form's place stands how to delete the message."""
    enquiry_id, note_id = _ids(call.metadata)
    words = call.typed(Field.NOTE_WORDS)
    form_id = str(call.view["id"])
    enquiry, note = thread_notes.move(call.desk, enquiry_id, note_id, words, form_id=form_id, person=call.person)
    call.ack(response_action="update", view=thread_remove.moved_view(enquiry, note))


def says_removed(call: Call) -> None:
    """I've removed it."""
    thread_notes.says_removed(call.desk, _ids(call.value)[1], person=call.person)
    call.ack()


def is_public(call: Call) -> None:
    """This is a public building."""
    public_buildings.can_stay(call.desk, _ids(call.value)[1], person=call.person)
    call.ack()


def _ids(carried: str) -> tuple[int, int]:
    enquiry_id, note_id = carried.split(":")
    return int(enquiry_id), int(note_id)


ROUTES = [
    Route(Kind.ACTION, Action.NOTE_MOVE, ask_move),
    Route(Kind.ACTION, Action.NOTE_REMOVED, says_removed),
    Route(Kind.ACTION, Action.NOTE_PUBLIC, is_public),
    Route(Kind.SUBMISSION, View.NOTE_MOVE, moved),
]
