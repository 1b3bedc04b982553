"""References as people type them: ME-0042 is enquiry 42, GN-0007 story idea 7, SH-0003 a question about sharing, JG-0002 a rule
that got in someone's way.
"""

import re

from storage.kinds import Subject

_KINDS = {"ME": Subject.ENQUIRY, "GN": Subject.STORY, "SH": Subject.SHARE, "JG": Subject.JOINT}
_REFERENCE = re.compile(r"(ME|GN|SH|JG)-?0*([1-9]\d{0,8})", re.IGNORECASE)


class NoReference(ValueError):  # noqa: N818 - a thing to put right
    """It is not a reference, in words that can be shown."""


def read_reference(typed: str) -> tuple[Subject, int]:
    """The record meant. Raises `NoReference`."""
    match = _REFERENCE.fullmatch(typed.strip())
    if match is None:
        raise NoReference(f"{typed!r} is not a reference: an enquiry's looks like ME-0042, a story's like GN-0007.")
    return _KINDS[match[1].upper()], int(match[2])


def written(subject: Subject, subject_id: int) -> str:
    """ME-0042; "journalist 3" where a kind has no references."""
    letters = next((letters for letters, kind in _KINDS.items() if kind == subject), None)
    return f"{letters}-{subject_id:04d}" if letters else f"{subject.replace('_', ' ')} {subject_id}"
