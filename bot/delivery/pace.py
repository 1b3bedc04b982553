"""Slack's pace, kept on our side so that it is never answered with 429: one message a second a channel, and so many a minute a method.

Figures: Slack's rate limits (chat.postMessage about one a second a channel and several hundred a minute in all; tier 3 fifty a minute).
Time is the machine's monotonic time, in seconds.
"""

import math
import time
from collections import defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock

A_MINUTE = 60.0
PER_MINUTE = {"chat.postMessage": 300, "chat.postEphemeral": 100, "chat.update": 50, "views.publish": 100}
KEPT_FOR_URGENT = 5  # of each minute's budget
CHANNEL_REST = 1.03  # seconds between two messages to one channel; Slack's second, and a little for the way there


@dataclass(slots=True)
class Pace:
    """The budgets, over all lanes. `monotonic` is handed in so that tests need not wait."""

    monotonic: Callable[[], float] = time.monotonic
    channel_rest: float = CHANNEL_REST
    per_minute: dict[str, int] = field(default_factory=lambda: dict(PER_MINUTE))
    _spent: dict[str, deque[float]] = field(default_factory=lambda: defaultdict(deque))
    _held: dict[str, float] = field(default_factory=dict)
    _quickest: float = math.inf
    _lock: Lock = field(default_factory=Lock)

    def take(self, method: str, *, urgent: bool = False) -> float:
        """Take one call from a method's budget: 0 when it may go now, otherwise the seconds to wait (and nothing is taken)."""
        with self._lock:
            now = self.monotonic()
            held = self._held.get(method, 0.0) - now
            if held > 0:
                return held
            spent = self._spent[method]
            while spent and spent[0] <= now - A_MINUTE:
                spent.popleft()
            budget = self.per_minute.get(method, 50) - (0 if urgent else KEPT_FOR_URGENT)
            if len(spent) >= budget:
                return spent[len(spent) - budget] + A_MINUTE - now
            spent.append(now)
            return 0.0

    def start_anew(self) -> None:
        """Nothing has been spent yet: for a sandbox that did not count what was said so far."""
        with self._lock:
            self._spent.clear()

    def rest_after(self, began: float, answered: float) -> float:
        """How long a channel must rest yet after a message sent and answered at these moments.

        Slack counts what reaches it, so waiting from the answer on would waste its answering time. The message had reached it, at the
        latest, as long before the answer as the quickest answer so far has taken: whatever it took beyond that may have been the way there.
        """
        with self._lock:
            self._quickest = min(self._quickest, answered - began)
            return max(0.0, answered - self._quickest + self.channel_rest - self.monotonic())

    def hold(self, method: str, seconds: float) -> None:
        """A 429 holds that method everywhere, for as long as told."""
        with self._lock:
            self._held[method] = max(self._held.get(method, 0.0), self.monotonic() + seconds)
