"""A school beside a child: together they say who it is. A school alone, or its pupils together, are news like any other."""

import re
from collections.abc import Iterator

from bot.rules.privacy.kinds import Finding, Kind, finding

_WORD = r"[A-Z][\w'’.\-]{0,30}"
_SCHOOL = re.compile(
    rf"(?<![\w'’.\-])(?P<school>(?!(?:The|A|Her|His|Their|Our|Key)\b){_WORD}(?:\s(?:{_WORD}|of|the|and|[A-Z]\sof\sE)){{0,5}}?"
    r"\s(?:(?:Primary|Infants?'?|Juniors?'?|High|Secondary|Grammar|Nursery|Special|Middle|Upper|Lower|Catholic)"
    r"(?:\s(?:School|Academy|College))?|School|Academy|College))\b"
)
_CHEAPLY = re.compile(
    r"\b(?:Primary|Infants?|Juniors?|High|Secondary|Grammar|Nursery|School|Academy|College|Special)\b"
)
_CHILD = re.compile(
    r"\b(?:child|boy|girl|son|daughter|lad|lass|pupil|twins?|teenager|teen|baby|toddler|sister|brother|siblings?|kid|youngster"
    r"|schoolboy|schoolgirl|(?:two|three|four|both|2|3|4)\s(?:of\sthe\s)?(?:children|girls|boys|pupils|brothers|sisters)"
    r"|\d{1,2}[\s\-]years?[\s\-]old)\b(?!['’]s\sservices|\sprotection|\spoverty)",
    re.IGNORECASE,
)
_GOES = re.compile(
    r"\b(?:he|she|his|her|they)\b[^.!?\n]{0,40}\b(?:go(?:es|ing)?|went|attend\w*|excluded|moved|transferred|starts|started"
    r"|taken\sout)\b[^.!?\n]{0,30}$",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?:[^.!?\n]|(?<=St)\.|\.(?=\w))+")
NEAR = 70  # characters between the child and the school


def found(text: str) -> Iterator[Finding]:
    """Each school that stands near a child, in the same sentence."""
    if not _CHEAPLY.search(text):
        return
    for sentence in _SENTENCE.finditer(text):
        for match in _SCHOOL.finditer(text, sentence.start(), sentence.end()):
            if _beside_a_child(text, sentence, match):
                yield finding(Kind.SCHOOL, match, "school")


def _beside_a_child(text: str, sentence: re.Match[str], school: re.Match[str]) -> bool:
    start = max(sentence.start(), school.start() - NEAR)
    before, after = text[start : school.start()], text[school.end() : min(sentence.end(), school.end() + NEAR)]
    return bool(_CHILD.search(before) or _CHILD.search(after) or _GOES.search(before))
