"""Waiting for a moment of the sandbox's clock, which may flow, stand still, or be moved by somebody else's thread."""

from __future__ import annotations

import asyncio
from datetime import datetime

from sandbox.clock import SandboxClock

_LONGEST_NAP = 1.0
"""Seconds of real time after which a flowing clock is looked at again."""


async def until(clock: SandboxClock, moment: datetime) -> None:
    """Return once the clock has reached `moment`."""
    loop = asyncio.get_running_loop()
    moved = asyncio.Event()

    def wake() -> None:
        loop.call_soon_threadsafe(moved.set)

    unsubscribe = clock.subscribe(wake)
    try:
        while (left := (moment - clock.now()).total_seconds()) > 0:
            moved.clear()
            nap = loop.call_later(min(left, _LONGEST_NAP), moved.set)
            await moved.wait()
            nap.cancel()
    finally:
        unsubscribe()
