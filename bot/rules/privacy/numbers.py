"""NHS numbers (Scotland's CHI numbers among them), unique pupil numbers and National Insurance numbers, by check digit and form."""

import re
from collections.abc import Iterator

from bot.rules.privacy.kinds import Finding, Kind, finding

_GAP = r"[ \u00a0\u2009\u202f.\-\u2010-\u2013]{0,2}"
_BREAK = r"\s?[\s./\-\u2010-\u2013]\s?"  # also where a line ends within the number
_TEN_DIGITS = re.compile(rf"(?<!\d)(?<!\d[ .\-])(?<![+\d])\d(?:{_GAP}\d){{9}}(?!{_GAP}\d)")
_GROUPED = re.compile(rf"(?<!\d)(?<!\+\d\d[ \-])\d{{3}}{_BREAK}\d{{3}}{_BREAK}\d{{4}}(?!\d)")
_SAID_TO_BE_NHS = re.compile(
    rf"\bn\.?h\.?s\.?\s?(?:no|nos|num|number|id|#)\b[\s.:=#,–\-]*(?:(?:is|was)\s)?(?P<number>[1-9](?:{_GAP}\d){{9}})(?!{_GAP}\d)",
    re.IGNORECASE,
)
_PUPIL = re.compile(rf"(?<![A-Za-z0-9])[A-Za-z]{_GAP}\d(?:{_GAP}\d){{10}}{_GAP}[\dA-Za-z](?![A-Za-z0-9])")
_INSURANCE = re.compile(
    rf"(?<![A-Za-z0-9])[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]{_GAP}\d\d{_GAP}\d\d{_GAP}\d\d{_GAP}[A-D](?![A-Za-z0-9])",
    re.IGNORECASE,
)
_SAID_TO_BE_INSURANCE = re.compile(
    r"\b(?:national\sinsurance|nat\.?\sins|n\.?i\.?n\.?o|n\.?i)\b\.?(?:\s(?:no|num|number|is|was)\b\.?){0,2}[\s:=#,–\-]*"
    rf"(?P<number>[A-Z]{{2}}{_GAP}\d\d{_GAP}\d\d{_GAP}\d\d{_GAP}[A-Z])(?![A-Za-z0-9])",
    re.IGNORECASE,
)
_NEVER_ISSUED = frozenset({"BG", "GB", "KN", "NK", "NT", "TN", "ZZ"})  # gov.uk, NIM39110


def found(text: str) -> Iterator[Finding]:
    """Each number whose check digit, or form, is right; and one that is said to be such a number, for it may be mistyped."""
    for pattern, kind in ((_SAID_TO_BE_NHS, Kind.NHS_NUMBER), (_SAID_TO_BE_INSURANCE, Kind.INSURANCE_NUMBER)):
        for match in pattern.finditer(text):
            yield finding(kind, match, "number")
    for pattern in (_TEN_DIGITS, _GROUPED):
        for match in pattern.finditer(text):
            if _is_nhs_number(_bare(match)):
                yield finding(Kind.NHS_NUMBER, match)
    for match in _PUPIL.finditer(text):
        if _is_pupil_number(_bare(match)):
            yield finding(Kind.PUPIL_NUMBER, match)
    for match in _INSURANCE.finditer(text):
        if _bare(match)[:2] not in _NEVER_ISSUED:
            yield finding(Kind.INSURANCE_NUMBER, match)


def _bare(match: re.Match[str]) -> str:
    return re.sub(r"[^0-9A-Za-z]", "", match.group()).upper()


def _is_nhs_number(digits: str) -> bool:
    from stdnum.gb import nhs  # noqa: PLC0415 - only when something looks like one

    return bool(nhs.is_valid(digits)) and (digits[0] in "456789" or digits[:2] >= "32" or _begins_with_a_date(digits))


def _begins_with_a_date(digits: str) -> bool:
    """CHI numbers begin with a date of birth, day first; a telephone number that starts with 0 hardly ever does."""
    return 1 <= int(digits[:2]) <= 31 and 1 <= int(digits[2:4]) <= 12


def _is_pupil_number(number: str) -> bool:
    from stdnum.gb import upn  # noqa: PLC0415

    return bool(upn.is_valid(number))
