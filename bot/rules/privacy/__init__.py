"""Never a case file: what would identify a person we support, found in text before it is kept.

Numbers are judged by their check digits and dates by the words beside them, so that a journalist's telephone number or a hearing's
date stops nobody. Two answers are possible: most of it has to come out (`refusals`); an address may be a public building's, and a
school or a name may have its reason, so these are asked about once (`places`, `questions`).
"""

import re
from collections.abc import Collection, Iterable

from bot.rules.privacy.kinds import MUST_GO, PLACES, Finding, Kind

__all__ = ["MUST_GO", "PLACES", "Finding", "Kind", "findings", "personal_data", "places", "questions", "refusals"]

_NUMBER = re.compile(
    r"\d|born|birth|\b(?:Cottage|Bungalow|Farmhouse|Barn|Vicarage|Rectory)\b|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|teen|ty)\b",
    re.IGNORECASE,
)
_CAPITAL = re.compile(r"[A-ZÀ-Þ]")
_LINK = re.compile(r"(?:https?://|www\.)[^\s<>|]+|(?<![^\s@<>(),;])[^\s@<>(),;]+@[^\s@<>(),;]+")


def findings(text: str) -> tuple[Finding, ...]:
    """Everything in the text that looks like a person's details, in the order it stands; a link or an e-mail address is none."""
    if not _NUMBER.search(text):  # most texts hold none, not even in words, and are not looked at further
        return ()
    from bot.rules.privacy import births, cases, dwellings, numbers  # noqa: PLC0415 - only when there is something to read

    text = _without_links(text)
    kinds = (numbers.found, births.found, cases.found, dwellings.found)
    return _apart(finding for found in kinds for finding in found(text))


def personal_data(text: str) -> tuple[str, ...]:
    """The words to take out, as typed, in the order they stand; empty when there are none."""
    return tuple(dict.fromkeys(each.words for each in findings(text)))


def refusals(text: str) -> tuple[Finding, ...]:
    """What has to come out, whatever the reason it was written for."""
    return tuple(each for each in findings(text) if each.kind in MUST_GO)


def places(text: str) -> tuple[Finding, ...]:
    """Addresses and postcodes: to come out unless someone says that it is a public building."""
    return tuple(each for each in findings(text) if each.kind in PLACES)


def questions(text: str, *, restricted: bool = False, known_names: Collection[str] = ()) -> tuple[Finding, ...]:
    """What is worth a gentle question: a school beside a child; and in a restricted enquiry, the names of people.

    `known_names` are those that may be written: the journalist, the outlet, staff, the organisation's places.
    """
    if not _CAPITAL.search(text):
        return ()
    from bot.rules.privacy import names, schools  # noqa: PLC0415

    text = _without_links(text)
    asked = [*schools.found(text), *(names.found(text, known_names) if restricted else ())]
    return _apart(asked)


def _without_links(text: str) -> str:
    """The text, as long as before, with nothing to be found in its links."""
    return _LINK.sub(lambda link: "|" * len(link.group()), text)


def _apart(found: Iterable[Finding]) -> tuple[Finding, ...]:
    """Each stretch of text once, the first kind that claimed it, in the order it stands."""
    kept: list[Finding] = []
    for finding in found:
        if not any(finding.start < other.end and other.start < finding.end for other in kept):
            kept.append(finding)
    return tuple(sorted(kept, key=lambda finding: finding.start))
