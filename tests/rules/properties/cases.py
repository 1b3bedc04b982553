"""How many cases the properties of nudging have been tried with, and with how many they are to be tried."""

import os
from collections import Counter

TRIED: Counter[str] = Counter()
LONGER = int(os.environ.get("PROPERTY_CASES", "1"))
"""So many times as many cases as in everyday runs."""


def tries(count: int) -> int:
    """How many examples to try of this property."""
    return count * LONGER


def tried(what: str) -> None:
    """One more."""
    TRIED[what] += 1
