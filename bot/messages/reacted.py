"""To whoever wrote a message that a colleague marked as good news: shall it be suggested? Their words are not repeated."""

from bot.messages.ids import Action
from bot.messages.message import Message
from bot.messages.parts import actions, button, section
from bot.messages.wording import doors
from bot.messages.wording import story_sending as words
from bot.rules.links import link_to


def asked(words_id: str, channel: str, ts: str, thread_ts: str = "") -> Message:
    """The question, with its three answers."""
    said = words.REACTED.format(link=link_to(channel, ts, thread_ts))
    place = f"{channel} {ts}"
    buttons = [
        button(
            Action.REACTED_YES,
            words.REACTED_YES,
            f"{words_id} {place} {thread_ts}".strip(),
            words.REACTED_ABOUT,
            "primary",
        ),
        button(Action.REACTED_NO, words.REACTED_NO, place, words.REACTED_ABOUT),
        button(Action.REACTED_NEVER, words.REACTED_NEVER, place, words.REACTED_ABOUT),
    ]
    return Message(words.REACTED_SPOKEN, [section(said), *actions(buttons)])


def sent(reference: str) -> Message:
    """In its place, once it was sent."""
    said = words.REACTED_SENT.format(reference=reference)
    return Message(said, [section(said)])


def answered(never: bool) -> Message:
    """In its place: nothing happens, and how to be asked again."""
    if never:
        said = f"{words.REACTED_NOT_AGAIN} {doors.HOW_TO_UNDO}"
        return Message(said, [section(words.REACTED_NOT_AGAIN), section(doors.HOW_TO_UNDO)])
    return Message(words.REACTED_FINE, [section(words.REACTED_FINE)])
