"""Every id that a builder emits is routed, and every route can be reached from something a person can press, type or open."""

from collections.abc import Iterator
from typing import Any

from bot.messages.ids import Action, Command, Shortcut, View
from handlers.door import Kind
from handlers.routes import ROUTES
from tests.messages.everything import everything

NOT_PRESSED = {Action.FIELD}
NOT_SUBMITTED = {View.ENQUIRY_OPEN, View.STORY_OPEN}  # pages to read


def routed(kind: Kind) -> set[str]:
    return {route.id for route in ROUTES if route.kind == kind}


def found(payload: Any, key: str) -> Iterator[str]:
    if isinstance(payload, dict):
        if key in payload:
            yield str(payload[key])
        for value in payload.values():
            yield from found(value, key)
    elif isinstance(payload, list):
        for value in payload:
            yield from found(value, key)
