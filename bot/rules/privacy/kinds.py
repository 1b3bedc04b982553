"""The kinds of personal detail, and where one was found."""

import re
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What it looks like. The audit trail names these, never the words."""

    NHS_NUMBER = "nhs_number"
    PUPIL_NUMBER = "pupil_number"
    INSURANCE_NUMBER = "insurance_number"
    BIRTH = "birth"
    CASE = "case"
    POSTCODE = "postcode"
    ADDRESS = "address"
    SCHOOL = "school"
    NAME = "name"


PLACES = frozenset({Kind.POSTCODE, Kind.ADDRESS})
"""Let through where someone says that it is a public building."""

MUST_GO = frozenset({Kind.NHS_NUMBER, Kind.PUPIL_NUMBER, Kind.INSURANCE_NUMBER, Kind.BIRTH, Kind.CASE})
"""Never kept."""


@dataclass(frozen=True, slots=True)
class Finding:
    """The words as typed, and where they stand: `text[start:end]`."""

    kind: Kind
    words: str
    start: int
    end: int


def finding(kind: Kind, match: re.Match[str], group: int | str = 0) -> Finding:
    """What a pattern found, without the blanks around it."""
    words = match.group(group)
    start = match.start(group) + len(words) - len(words.lstrip())
    return Finding(kind, words.strip(), start, start + len(words.strip()))
