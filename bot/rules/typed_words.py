"""Words typed after the command, sorted into the form: "BBC, Sam Poole 020 7946 0000, 4pm today, care home closure".

A head start, not a parser: the person sees the form and puts right what was misread. What is not understood lands in the
question, and no word is dropped.
"""

import re
from dataclasses import dataclass, replace

from bot.rules.deadlines import looks_like_deadline
from bot.rules.enquiry_form import can_be_reached
from bot.rules.intake_outlets import LOCAL

OUTLETS = frozenset(
    {
        "bbc",
        "itv",
        "itn",
        "sky",
        "lbc",
        "channel",
        "guardian",
        "times",
        "telegraph",
        "mail",
        "mirror",
        "sun",
        "express",
        "pa",
        "reuters",
    }
)
PARTICLES = frozenset(
    {"de", "da", "la", "le", "van", "von", "der", "den", "bin", "al", "of", "from", "at", "the", "on"}
)
_LOCAL = re.compile(rf"(?:[Tt]he )?(?:[A-Z][\w'-]* ){{0,2}}(?:{'|'.join(LOCAL)})")
"""A local paper as it is written: the name of a place and what papers are called."""


@dataclass(frozen=True, slots=True)
class TypedEnquiry:
    """What the words seem to be. Every field may be empty."""

    outlet: str = ""
    journalist: str = ""
    deadline_words: str = ""
    question: str = ""


def read_words(text: str) -> TypedEnquiry:
    """Sort the words between commas, semicolons and line ends: first the outlet, then who asks, by when, and what."""
    parts = [part.strip() for part in re.split(r"[;\n]|,(?!\d)", text) if part.strip()]
    typed, rest = _outlet(parts)
    typed, rest = _deadline(typed, rest)
    typed, rest = _journalist(typed, rest)
    return replace(typed, question=", ".join(rest))


def _outlet(parts: list[str]) -> tuple[TypedEnquiry, list[str]]:
    if len(parts) > 1 and _could_be_outlet(parts[0]):
        return TypedEnquiry(outlet=parts[0]), parts[1:]
    known = next((place for place, part in enumerate(parts) if _known_outlet(part)), None)
    if known is None:
        return TypedEnquiry(), parts
    return TypedEnquiry(outlet=parts[known]), parts[:known] + parts[known + 1 :]


def _known_outlet(part: str) -> bool:
    words = part.lower().split()
    named = bool(OUTLETS.intersection(words[:2])) or bool(_LOCAL.fullmatch(part))
    return len(words) <= 4 and named and _could_be_outlet(part)


def _could_be_outlet(part: str) -> bool:
    return len(part.split()) <= 6 and not ("?" in part or looks_like_deadline(part) or can_be_reached(part))


def _deadline(typed: TypedEnquiry, parts: list[str]) -> tuple[TypedEnquiry, list[str]]:
    """The first part that says when, together with the next one where it says more: "Friday, 4pm"."""
    for place, part in enumerate(parts):
        if not looks_like_deadline(part):
            continue
        both = ", ".join(parts[place : place + 2])
        taken = 2 if len(parts) > place + 1 and looks_like_deadline(both) else 1
        words = both if taken == 2 else part
        return replace(typed, deadline_words=words), parts[:place] + parts[place + taken :]
    return typed, parts


def _journalist(typed: TypedEnquiry, parts: list[str]) -> tuple[TypedEnquiry, list[str]]:
    """The part with a number or an address to reach them, and the name before it; or a part that reads as a name."""
    for place, part in enumerate(parts):
        if can_be_reached(part):
            named = place > 0 and _only_a_number(part) and _reads_as_name(parts[place - 1])
            start = place - 1 if named else place
            return replace(typed, journalist=", ".join(parts[start : place + 1])), parts[:start] + parts[place + 1 :]
    if typed.outlet and parts and _reads_as_name(parts[0]):
        return replace(typed, journalist=parts[0]), parts[1:]
    return typed, parts


def _only_a_number(part: str) -> bool:
    return "@" in part or not re.search(r"[A-Za-z]{4,}", part)


def _reads_as_name(part: str) -> bool:
    words = part.split()
    if not 2 <= len(words) <= 5 or re.search(r"[\d?!]", part):
        return False
    return all(word[0].isupper() or word.lower() in PARTICLES for word in words)


def offers_switched(text: str) -> bool | None:
    """Whether "offers on" or "offers off" was typed; None for anything else."""
    said = re.fullmatch(r"offers? (on|off)", " ".join(text.lower().split()).strip(" .!/"))
    return None if said is None else said[1] == "on"
