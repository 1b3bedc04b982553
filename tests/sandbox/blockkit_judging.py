"""What the tests of Block Kit's limits share: a limit, and what is wrong with a payload."""

from collections.abc import Callable
from typing import Any, NamedTuple

from sandbox.blockkit import problems_in_message, problems_in_view

FIRST = "/blocks/0/elements/0"
ELEMENT = "/view/blocks/0/element"


class Limit(NamedTuple):
    """A payload that grows with a number, the number it may reach, and where it is refused beyond that."""

    name: str
    most: int
    build: Callable[[int], Any]
    pointer: str


def sentences(built: Any) -> list[str]:
    """What is wrong with a block of a message, or with a whole view."""
    whole_view = isinstance(built, dict) and built["type"] in ("modal", "home")
    if whole_view:
        return [problem.sentence for problem in problems_in_view(built)]
    blocks = built if isinstance(built, list) else [built]
    return [problem.sentence for problem in problems_in_message(blocks)]
