"""Dates of birth: a whole date right beside a word that says so. A deadline, a hearing or a publication date is none."""

import re
from collections.abc import Iterator

from bot.rules.privacy.kinds import Finding, Kind, finding

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_SPOKEN_DAY = (
    r"(?:(?:(?:twenty|thirty)[\s\-])?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|tenth|eleventh|twelfth"
    r"|(?:thir|four|fif|six|seven|eigh|nine)teenth|twentieth|thirtieth)"
)
_YEAR = r"(?:(?:18|19|20)\d\d|['’]?\d\d)(?!\d)"
_SPOKEN_YEAR = r"(?:two\sthousand(?:\sand)?\s[a-z]+|(?:nineteen|twenty)[\s\-][a-z]+)"
_NUMERIC = rf"{_DAY}\s?[./\-]\s?(?:1[0-2]|0?[1-9])\s?[./\-]\s?{_YEAR}"
_WRITTEN = (
    rf"(?:{_DAY}|{_SPOKEN_DAY})[\s.\-/]?(?:of\s)?{_MONTH},?[\s.\-/]?(?:{_YEAR}|{_SPOKEN_YEAR})"
    rf"|{_MONTH}\s(?:the\s)?(?:{_DAY}|{_SPOKEN_DAY}),?\s(?:18|19|20)\d\d"
)
_RUN_TOGETHER = r"(?:0[1-9]|[12]\d|3[01])\s?(?:0[1-9]|1[0-2])\s?(?:(?:18|19|20)\d\d|\d\d)(?!\d)"
_DATE = rf"(?:(?:18|19|20)\d\d-\d\d-\d\d|{_NUMERIC}|{_WRITTEN})"
_SAYS = r"(?:d\.?\s?o\.?\s?b(?![a-z])\.?|date\sof\sbirth|birth\s?date)"
_BETWEEN = r"[\s:=,–\-]*(?:(?:is|was|were|given|as|on|the|of)\b[\s:=,–\-]*){0,4}"
_BIRTH = re.compile(
    rf"\b(?=[db])(?:{_SAYS}{_BETWEEN}(?:{_DATE}|{_RUN_TOGETHER}|(?:{_DAY}|{_SPOKEN_DAY})\s(?:of\s)?{_MONTH})"
    rf"|born\b{_BETWEEN}{_DATE}"
    rf"|birthday\b{_BETWEEN}{_DATE}"
    rf"|b\.\s?{_DATE}|(?<=\()b\s?{_DATE})"
    rf"|\b(?=[\djfmasond]){_DATE}\s?\W{{0,2}}{_SAYS}",
    re.IGNORECASE,
)
_CHEAPLY = re.compile(r"born|birth|d\.?\s?o\.?\s?b|\bb\.|\(b", re.IGNORECASE)
_NO_PERSON = re.compile(
    r"\b(?:idea|scheme|charity|service|project|programme|campaign|council|hospital|home|centre|nhs|founder|team|state|star|legend)"
    r",?\s(?:(?:was|were|is)\s)?$|(?:\d(?:st|nd|rd|th)|first|second|third|fifth|tenth)\s$"
    r"|\b(?:scheme|charity|service|project|centre|home|hub|club|cafe|team|group|hospital|nursery)['’]s\s$",
    re.IGNORECASE,
)


def found(text: str) -> Iterator[Finding]:
    """Each date with the word that makes it a date of birth."""
    if not _CHEAPLY.search(text):
        return
    for match in _BIRTH.finditer(text):
        if not _NO_PERSON.search(text, max(0, match.start() - 30), match.start()):
            yield finding(Kind.BIRTH, match)
