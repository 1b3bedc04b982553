"""One thing that Slack hands to the app, and the answer to it."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from typing import Any, Literal, Protocol

from sandbox.traffic import Exchange

Kind = Literal["events_api", "interactive", "slash_commands"]
Payload = dict[str, Any]


@dataclass(frozen=True)
class Envelope:
    """A payload on its way to the app. `retry_*` only mean something for events."""

    kind: Kind
    payload: Payload
    accepts_response_payload: bool = False
    retry_attempt: int = 0
    retry_reason: str = ""
    envelope_id: str = field(default_factory=lambda: str(uuid.uuid4()))

    @property
    def name(self) -> str:
        """What it carries, as the traffic log and a reader would call it."""
        if self.kind == "events_api":
            return str(self.payload["event"]["type"])
        return str(self.payload.get("command") or self.payload["type"])


@dataclass(frozen=True)
class Ack:
    """The app's answer. `body` is empty when the app only said that it has it."""

    body: Payload
    exchange: Exchange | None = None

    def object_to(self, problem: str) -> None:
        """Note in the traffic log what Slack finds wrong with the answer."""
        if self.exchange:
            self.exchange.problems.append(problem)


class NoAck(Exception):  # noqa: N818 - it is what happened, not a mistake in this code
    """No answer in time, or none that counts. `reason` is Slack's word for it (http_timeout, connection_failed ...)."""

    def __init__(self, reason: str, *, retry: bool = True) -> None:
        super().__init__(reason)
        self.reason = reason
        self.retry = retry


class Transport(Protocol):
    """A way to reach the app."""

    kind: str
    """What the traffic log calls it."""

    async def deliver(self, envelope: Envelope, limit: float) -> Ack:
        """Hand it over and wait `limit` seconds for the answer. Raises NoAck."""
        ...
