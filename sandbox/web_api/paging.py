"""Cursor paging: opaque cursors, and how many at a time."""

import base64
import binascii
from collections.abc import Sequence
from typing import TypeVar

from sandbox.records import Json
from sandbox.web_api.call import Call, SlackError

Item = TypeVar("Item")


def page(call: Call, items: Sequence[Item], *, default: int, most: int = 1000) -> tuple[list[Item], Json]:
    """The page that the call asks for, and the `response_metadata` that leads to the next.

    A `limit` beyond `most` counts as `most`; one below 1 is refused.
    """
    limit = call.number("limit", default) or default
    if limit < 0:
        raise SlackError("invalid_limit")
    first = _position(call, len(items))
    beyond = first + min(limit, most)
    following = _cursor(beyond) if beyond < len(items) else ""
    return list(items[first:beyond]), {"next_cursor": following}


def _cursor(position: int) -> str:
    return base64.b64encode(f"next:{position}".encode()).decode()


def _position(call: Call, length: int) -> int:
    if not call.given("cursor"):
        return 0
    try:
        word, _, digits = base64.b64decode(call.text("cursor"), validate=True).decode().partition(":")
        position = int(digits)
    except (binascii.Error, UnicodeDecodeError, ValueError) as wrong:
        raise SlackError("invalid_cursor") from wrong
    if word != "next" or not 0 < position <= length:
        raise SlackError("invalid_cursor")
    return position
