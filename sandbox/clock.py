"""The one clock of a sandbox workspace, which tests and the demo can move.

Acknowledgement limits and rate limits do not use it: they run on real, monotonic time.
"""

import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

Listener = Callable[[], None]


class SandboxClock:
    """Tells the workspace's time, in aware UTC; safe to use from any thread.

    With `flowing` it runs at the pace of real time from wherever it was last put; otherwise it stands still until moved.
    """

    def __init__(self, start: datetime | None = None, *, flowing: bool = True) -> None:
        self._lock = threading.Lock()
        self._flowing = flowing
        self._base = _aware(start) if start else datetime.now(UTC)
        self._since = time.monotonic()
        self._listeners: list[Listener] = []

    @property
    def flowing(self) -> bool:
        """Whether it runs at the pace of real time."""
        return self._flowing

    def now(self) -> datetime:
        with self._lock:
            return self._now()

    def advance(self, seconds: float) -> datetime:
        """Move by so many seconds (backwards when negative) and tell the listeners."""
        with self._lock:
            target = self._now() + timedelta(seconds=seconds)
            self._put(target)
        self._tell()
        return target

    def move_to(self, moment: datetime) -> datetime:
        """Put the clock at a moment, earlier or later, and tell the listeners."""
        target = _aware(moment)
        with self._lock:
            self._put(target)
        self._tell()
        return target

    def subscribe(self, callback: Listener) -> Listener:
        """Have `callback` called, in the mover's thread, after each move; the answer ends the subscription."""
        with self._lock:
            self._listeners.append(callback)

        def unsubscribe() -> None:
            with self._lock:
                if callback in self._listeners:
                    self._listeners.remove(callback)

        return unsubscribe

    def _now(self) -> datetime:
        if not self._flowing:
            return self._base
        return self._base + timedelta(seconds=time.monotonic() - self._since)

    def _put(self, moment: datetime) -> None:
        self._base, self._since = moment, time.monotonic()

    def _tell(self) -> None:
        with self._lock:
            listeners = list(self._listeners)
        for listener in listeners:
            listener()


def _aware(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise ValueError("The sandbox clock takes aware times only.")
    return moment.astimezone(UTC)
