"""What was measured, what it is compared with, and whether the target was met."""

import math
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from typing import Any


@dataclass(frozen=True)
class Times:
    """The answers of one kind, in milliseconds."""

    name: str
    milliseconds: tuple[float, ...]

    def at(self, percent: float) -> float:
        """The time within which so many in a hundred were answered."""
        ordered = sorted(self.milliseconds)
        return ordered[max(0, math.ceil(len(ordered) * percent / 100) - 1)]

    def share_over(self, milliseconds: float) -> float:
        """How many in a hundred took longer."""
        return 100 * sum(each > milliseconds for each in self.milliseconds) / len(self.milliseconds)

    def row(self) -> dict[str, Any]:
        """Its figures for a table."""
        return {
            "what": self.name,
            "n": len(self.milliseconds),
            "p50 ms": round(self.at(50), 2),
            "p95 ms": round(self.at(95), 2),
            "p99 ms": round(self.at(99), 2),
            "worst ms": round(max(self.milliseconds), 1),
        }


@dataclass(frozen=True)
class Target:
    """Something to reach: `measured` may be at most `at_most` times what it is compared with, or at most that, without one."""

    what: str
    measured: float
    unit: str
    at_most: float
    compared_with: str = ""
    comparison: float | None = None

    @property
    def ratio(self) -> float:
        """What is held against the limit."""
        return self.measured if self.comparison is None else self.measured / self.comparison

    @property
    def met(self) -> bool:
        """Whether it was reached."""
        return self.ratio <= self.at_most

    def row(self) -> dict[str, Any]:
        """Its figures for a table."""
        beside = f"{self.compared_with}: {self.comparison:.3g} {self.unit}" if self.comparison is not None else ""
        return {
            "what": self.what,
            "measured": f"{self.measured:.3g} {self.unit}",
            "beside": beside or self.compared_with,
            "ratio": f"{self.ratio:.2f}" if self.comparison is not None else "",
            "at most": f"{self.at_most:g}",
            "": "met" if self.met else "NOT MET",
        }


@dataclass
class Part:
    """One part of the run: a table, and the targets that it answers."""

    title: str
    note: str = ""
    rows: list[dict[str, Any]] = field(default_factory=list)
    targets: list[Target] = field(default_factory=list)

    def as_json(self) -> dict[str, Any]:
        """The part for a file."""
        targets = [asdict(each) | {"ratio": round(each.ratio, 3), "met": each.met} for each in self.targets]
        return {"title": self.title, "note": self.note, "rows": self.rows, "targets": targets}


def median(values: Sequence[float]) -> float:
    """The one in the middle."""
    return sorted(values)[len(values) // 2]
