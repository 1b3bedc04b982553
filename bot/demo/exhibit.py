"""What hangs in the gallery, one by one: a name, and the message or view that is shown under it."""

from collections.abc import Iterator
from typing import Any

from bot.messages.message import Message

Built = Iterator[tuple[str, Message | dict[str, Any]]]
"""The name is `group: what it is`. What shows the words of a private enquiry hangs in the group `records`."""


def group(named: str, *, private: bool) -> str:
    """The group of what shows an enquiry's words."""
    return "records" if private else named


def ending(*, private: bool) -> str:
    """What is added to the name where there are two of a kind."""
    return ", private" if private else ""
