"""Waiting for a condition: looked at again after every change in the workspace, never by sleeping."""

from __future__ import annotations

import time
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

from sandbox.people.actions import Actions
from sandbox.people.refusals import NothingLikeIt, NotPossible

T = TypeVar("T")


class Runs(Protocol):
    """Runs a coroutine on the sandbox's loop, from any other thread."""

    def __call__(self, work: Coroutine[Any, Any, T], /) -> T: ...


@dataclass
class Stage:
    """What the driver works through: the sandbox's loop, what people can do there, and how long they have patience."""

    run: Runs
    actions: Actions
    timeout: float = 10.0

    def until(self, read: Callable[[], T | None], what: str, otherwise: Callable[[], str]) -> T:
        """Read until there is something. Raises NothingLikeIt, which tells what was there instead."""
        ends = time.monotonic() + self.timeout
        while True:
            version = self.actions.version
            found = read()
            if found is not None:
                return found
            left = ends - time.monotonic()
            if left <= 0:
                raise NothingLikeIt(f"{what} did not come within {self.timeout:g} s.\n{otherwise()}")
            self.run(self.actions.changed(version, left))

    def perhaps(self, read: Callable[[], T]) -> T | None:
        """What is there, or None where the person cannot see it yet."""
        try:
            return read()
        except NotPossible:
            return None
