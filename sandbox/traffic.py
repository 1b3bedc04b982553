"""The log of all traffic between the workspace and the app, in order."""

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any

from sandbox.records import Json


@dataclass
class Exchange:
    """One call, envelope or request with what was answered; `problems` are those the sandbox found in it."""

    number: int
    at: datetime
    kind: str
    """"web_api", "socket", "http", "response_url", "upload" ..."""
    name: str
    """The method, or the type of what was delivered."""
    payload: Any
    answer: Any = None
    milliseconds: float = 0.0
    problems: list[str] = field(default_factory=list)

    def as_json(self) -> Json:
        return {**asdict(self), "at": self.at.isoformat(), "milliseconds": round(self.milliseconds, 1)}


class TrafficLog:
    """Keeps the latest exchanges (twenty thousand unless told otherwise). Tokens are never written into it."""

    def __init__(self, now: Callable[[], datetime], *, keep: int = 20_000) -> None:
        self._now = now
        self._exchanges: deque[Exchange] = deque(maxlen=keep)
        self._count = 0

    def add(
        self,
        kind: str,
        name: str,
        payload: Any,
        answer: Any = None,
        *,
        milliseconds: float = 0.0,
        problems: list[str] | None = None,
    ) -> Exchange:
        """Write an exchange down. The caller may fill in the answer later on the object it gets back."""
        self._count += 1
        exchange = Exchange(self._count, self._now(), kind, name, payload, answer, milliseconds, problems or [])
        self._exchanges.append(exchange)
        return exchange

    def __iter__(self) -> Iterator[Exchange]:
        return iter(tuple(self._exchanges))

    def __len__(self) -> int:
        return len(self._exchanges)

    def calls(self, method: str | None = None) -> list[Exchange]:
        """The Web API calls, all or those of one method."""
        return [entry for entry in self if entry.kind == "web_api" and method in (None, entry.name)]

    def problems(self) -> list[Exchange]:
        return [entry for entry in self if entry.problems]

    def clear(self) -> None:
        self._exchanges.clear()

    def as_json(self, after: int = 0, newest: int = 0) -> list[Json]:
        """The entries after a number, or only the newest so many of them."""
        return [entry.as_json() for entry in [entry for entry in self if entry.number > after][-newest:]]
