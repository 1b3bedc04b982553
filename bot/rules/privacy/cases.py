"""References to a case: a word such as "case no." or a case system's name beside a number, and the family court's own numbers."""

import re
from collections.abc import Iterator

from bot.rules.privacy.kinds import Finding, Kind, finding

_SYSTEM = r"mosaic|lcs|las|ll|liquid\s?logic|care\s?first|frameworki|eclipse|azeus|systm\s?one|rio|swift|ehm|icm"
_KEPT_ABOUT = r"case|client|service\suser|person|patient|child|family|pupil|file|casefile|lac|cla|cin|ehcp|yot|yjs"
_SAYS = r"(?:no\b\.?|nos?\b\.?|num\b\.?|number|id\b|i\.d\.|ref\b\.?|reference|record|file|#)"
_BETWEEN = r"[\s:=#–\-]*(?:(?:is|was|number|no\.?|id|ref)\b[\s:=#–\-]*){0,2}"
_NUMBER = r"(?!(?:ME|GN|HU)-)(?:[A-Z]{1,4}[\-/ ]?)?\d[\d/\-]{3,}(?![\d£%]|[,.:]\d|\s\d)"
_KEYED = re.compile(
    rf"\b(?:(?:{_SYSTEM})(?:\s{_SAYS})?|(?:{_KEPT_ABOUT})(?:\sfile)?\s?{_SAYS}){_BETWEEN}(?P<number>{_NUMBER})",
    re.IGNORECASE,
)
_COURT = re.compile(r"\b[A-Z]{2}\d{2}[CFPDZAE]\d{5}\b|\bT20\d{6}\b", re.IGNORECASE)
_KNOWN_THERE = re.compile(
    r"(?<![\w,.£/\-])(?P<number>\d{6,10})\s(?:on|in)\s(?:mosaic|liquid\s?logic|care\s?first|frameworki|azeus|systm\s?one|lcs)\b",
    re.IGNORECASE,
)
FEWEST_DIGITS = 5


def found(text: str) -> Iterator[Finding]:
    """Each reference, with the word that makes it one."""
    for match in _COURT.finditer(text):
        yield finding(Kind.CASE, match)
    for match in _KNOWN_THERE.finditer(text):
        yield finding(Kind.CASE, match, "number")
    for match in _KEYED.finditer(text):
        if _long_enough(match["number"]):
            yield finding(Kind.CASE, match)


def _long_enough(number: str) -> bool:
    """Five digits: a year, or a number of cases, is shorter."""
    return sum(character.isdigit() for character in number) >= FEWEST_DIGITS
