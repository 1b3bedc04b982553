"""Someone who has asked before, chosen instead of typed: what a menu's choice stands for, and what is looked for while one types."""

from dataclasses import dataclass
from enum import StrEnum

from bot.rules.press import key_of

MOST_WORDS = 5
LEAST_LETTERS = 2
"""What is typed before the menu asks us."""


class Known(StrEnum):
    """What can be chosen."""

    JOURNALIST = "journalist"
    OUTLET = "outlet"


@dataclass(frozen=True, slots=True)
class KnownAsker:
    """A journalist and their outlet, or an outlet alone. `number` is "" where the reader is not to have it, or there is none."""

    kind: Known
    id: int
    outlet: str
    journalist: str = ""
    number: str = ""
    has_number: bool = False

    @property
    def choice(self) -> str:
        """The menu's value."""
        return f"{self.kind}:{self.id}"

    @property
    def as_typed(self) -> str:
        """What goes into the journalist's box."""
        return f"{self.journalist}, {self.number}" if self.number else self.journalist


def read_choice(chosen: str) -> tuple[Known, int] | None:
    """What a menu's value stands for; None where it is none of ours."""
    kind, _, number = chosen.partition(":")
    if kind not in set(Known) or not number.isascii() or not number.isdigit() or len(number) > MOST_DIGITS:
        return None
    return Known(kind), int(number)


MOST_DIGITS = 9


def looked_for(typed: str) -> list[str]:
    """The beginnings of words that are looked for, as names are compared. Empty: nothing to go by yet."""
    words = key_of(typed, frozenset()).split()[:MOST_WORDS]
    return words if sum(map(len, words)) >= LEAST_LETTERS else []
