"""What was asked about sharing, by its reference, as people type it: SH-0003, sh 3, JG-0002."""

import re
from typing import NamedTuple

_REFERENCE = re.compile(r"(?P<kind>sh|jg)[-\s]?0*(?P<number>\d{1,7})", re.IGNORECASE)


class Named(NamedTuple):
    """The number of a question on sharing, or of a rule that got in somebody's way."""

    number: int
    is_rule: bool = False


def named_in(words: str) -> Named | None:
    """What these words name and nothing else; None where they are other words."""
    found = _REFERENCE.fullmatch(words.strip())
    return Named(int(found["number"]), is_rule=found["kind"].casefold() == "jg") if found else None
