"""One call of a method: its arguments, however they were sent, and how Slack refuses one."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from sandbox.core import Core
from sandbox.records import ChannelKind, Json, Person
from sandbox.scopes import require_any
from sandbox.workspace import Workspace

_TRUE = frozenset({"1", "true", "t", "yes"})


class SlackError(Exception):
    """Slack refuses the call. `error` is its word for it; further fields go into the answer beside it."""

    def __init__(self, error: str, *messages: str, **fields: Any) -> None:
        super().__init__(error)
        self.error = error
        self.answer: Json = {"ok": False, "error": error, **fields}
        if messages:
            self.answer["response_metadata"] = {"messages": list(messages)}

    @classmethod
    def from_answer(cls, answer: Json) -> "SlackError":
        """The refusal whose whole answer somebody else has made already."""
        refusal = cls(answer["error"])
        refusal.answer = answer
        return refusal


def missing_field(name: str) -> SlackError:
    return SlackError("invalid_arguments", f"[ERROR] missing required field: {name}")


def wrong_argument(text: str, name: str) -> SlackError:
    return SlackError("invalid_arguments", f"[ERROR] {text} [json-pointer:/{name}]")


@dataclass
class Call:
    """What a handler works on. Arguments read as absent when they are missing, null or empty text."""

    core: Core
    method: str
    arguments: Json
    app_level: bool = False
    """Whether it came with the app-level token rather than the bot's."""
    warnings: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    """For the traffic log only: what Slack would let pass in silence though it can hardly be meant."""

    @property
    def workspace(self) -> Workspace:
        return self.core.workspace

    @property
    def bot(self) -> Person:
        return self.workspace.bot

    @property
    def scopes(self) -> tuple[str, ...]:
        return self.core.manifest.scopes

    # -- arguments

    def given(self, name: str) -> bool:
        return self.arguments.get(name) not in (None, "")

    def text(self, name: str, default: str = "") -> str:
        """A text argument; numbers are taken as their digits, anything else is refused."""
        value = self.arguments.get(name)
        if value is None:
            return default
        if isinstance(value, str):
            return value
        if isinstance(value, int | float) and not isinstance(value, bool):
            return str(value)
        raise wrong_argument("must provide a string", name)

    def required(self, name: str) -> str:
        if not self.given(name):
            raise missing_field(name)
        return self.text(name)

    def flag(self, name: str, *, default: bool = False) -> bool:
        value = self.arguments.get(name)
        return default if value in (None, "") else str(value).lower() in _TRUE

    def number(self, name: str, default: int) -> int:
        """A whole number argument, as a number or as digits."""
        if not self.given(name):
            return default
        try:
            return int(self.arguments[name])
        except (TypeError, ValueError) as wrong:
            raise wrong_argument("must provide an integer", name) from wrong

    def structure(self, name: str) -> Any:
        """An argument that may come as JSON or as a text of JSON; raises `ValueError` when the text is not JSON."""
        value = self.arguments.get(name)
        return json.loads(value) if isinstance(value, str) and value else value or None

    def names(self, name: str) -> list[str]:
        """A list, given as such or with commas."""
        value = self.arguments.get(name)
        parts = value if isinstance(value, list) else self.text(name).split(",")
        return [part.strip() for part in map(str, parts) if part.strip()]

    # -- scopes

    def require_for(self, kind: ChannelKind, by_kind: Mapping[ChannelKind, str]) -> None:
        """Refuse unless the scope for this kind of conversation is granted."""
        self.require_any((by_kind[kind],))

    def require_any(self, wanted: Iterable[str]) -> None:
        require_any(tuple(wanted), self.scopes)
