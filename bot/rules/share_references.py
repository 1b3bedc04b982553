"""A question on sharing by its reference, as people type it: SH-0003, sh 3."""

import re

_REFERENCE = re.compile(r"sh[-\s]?0*(\d{1,7})", re.IGNORECASE)


def named_in(words: str) -> int | None:
    """The number of the one that these words name and nothing else; None where they are other words."""
    found = _REFERENCE.fullmatch(words.strip())
    return int(found[1]) if found else None
