"""Slack's rate limits: so many calls of a method a minute, and one message a second in a channel. Real time only."""

import math
import time
from collections import defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass, field

MINUTE = 60.0

TIERS = {"t1": 1, "t2": 20, "t3": 50, "t4": 100, "special": 600}
"""Calls a minute. The special tier has no published figure but for chat.postMessage; this one is never felt."""


@dataclass
class Limits:
    """Counts calls and says when one has come too soon. Switch all of it with `on`."""

    on: bool = True
    messages_a_minute: int = 300
    """chat.postMessage in the whole workspace."""
    seconds_between_messages: float = 1.0
    """chat.postMessage in one channel."""
    leeway: float = 0.05
    """How much sooner a message may come; it never adds up, so no channel gets more than its pace in the long run."""
    tiers: dict[str, int] = field(default_factory=lambda: dict(TIERS))
    monotonic: Callable[[], float] = time.monotonic

    def __post_init__(self) -> None:
        self._calls: dict[str, deque[float]] = defaultdict(deque)
        self._due: dict[str, float] = {}

    def hold(self, method: str, tier: str, channel_id: str | None = None) -> int | None:
        """Count a call: None when it may pass, else the whole seconds after which to come back.

        A call that is held is not counted. `channel_id` is where a chat.postMessage goes.
        """
        if not self.on:
            return None
        now = self.monotonic()
        posting = method == "chat.postMessage"
        wait = self._wait_a_minute(method, self.messages_a_minute if posting else self.tiers[tier], now)
        if posting and channel_id:
            wait = max(wait, self._due.get(channel_id, now) - self.leeway - now)
        if wait > 0:
            return max(1, math.ceil(wait))
        self._calls[method].append(now)
        if posting and channel_id:
            self._due[channel_id] = max(now, self._due.get(channel_id, now)) + self.seconds_between_messages
        return None

    def _wait_a_minute(self, method: str, most: int, now: float) -> float:
        calls = self._calls[method]
        while calls and calls[0] <= now - MINUTE:
            calls.popleft()
        return calls[-most] + MINUTE - now if len(calls) >= most else 0.0
