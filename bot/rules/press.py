"""Who asks: an outlet's and a journalist's name and number as compared, so that the same one is known however it is written."""

import re
import unicodedata
from dataclasses import dataclass

MOST_KEY = 160
EARLIER_A_PAGE = 10
"""Of what somebody asked before, shown at once."""
_EMAIL = re.compile(r"[^\s@<>(),;]+@[^\s@<>(),;]+\.[A-Za-z]{2,}")
_BRACKETED = re.compile(r"\([^)]*\)|\[[^]]*\]")
_ARTICLES = frozenset({"the"})
_TITLES = frozenset({"mr", "mrs", "ms", "miss", "mx", "dr"})


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asks, as compared and as shown. `numbers` are telephone numbers in one form and e-mail addresses in small letters."""

    outlet_key: str
    key: str
    name: str
    contact: str
    numbers: frozenset[str] = frozenset()


def who_asks(outlet: str, journalist: str) -> Asker:
    """The outlet and journalist of an enquiry. One of whom only the number is known is called by it."""
    spans = _contacts(journalist)
    contact = ", ".join(journalist[start:end].strip() for start, end, _ in spans)
    name = _without(journalist, [(start, end) for start, end, _ in spans])
    numbers = [number for _, _, number in spans]
    key = key_of(_BRACKETED.sub(" ", name), _TITLES) or next(iter(numbers), "") or journalist.casefold().strip()
    return Asker(outlet_key(outlet), key[:MOST_KEY], name, contact, frozenset(numbers))


def outlet_key(outlet: str) -> str:
    """An outlet's name as compared: "The Northbank Echo" and "northbank echo." are one."""
    return (key_of(outlet, _ARTICLES) or outlet.casefold().strip())[:MOST_KEY]


def key_of(name: str, dropped: frozenset[str]) -> str:
    """A name as compared: small letters and digits without accents, and without the words that are dropped at its beginning."""
    plain = "".join(one for one in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(one))
    words = re.findall(r"[^\W_]+", re.sub(r"['’.]", "", plain))
    return " ".join(words[1:] if len(words) > 1 and words[0] in dropped else words)


def same_person(one: Asker, other: Asker) -> bool:
    """The same name, or the same number where one of them gave no name, at one outlet; at two outlets both must be the same."""
    shared = bool(one.numbers & other.numbers)
    if one.outlet_key == other.outlet_key:
        return one.key == other.key or (shared and not (one.name and other.name))
    return one.key == other.key and shared


def _contacts(journalist: str) -> list[tuple[int, int, str]]:
    """Where numbers and addresses stand in the words, and each in its one form."""
    import phonenumbers  # noqa: PLC0415 - slow to load; it is loaded ahead

    found = [(one.start(), one.end(), one[0].casefold()) for one in _EMAIL.finditer(journalist)]
    for match in phonenumbers.PhoneNumberMatcher(journalist, "GB", leniency=phonenumbers.Leniency.POSSIBLE):
        written = phonenumbers.format_number(match.number, phonenumbers.PhoneNumberFormat.E164)
        if not any(start < match.end and match.start < end for start, end, _ in found):
            found.append((match.start, match.end, written))
    return sorted(found)


def _without(text: str, spans: list[tuple[int, int]]) -> str:
    for start, end in reversed(spans):
        text = f"{text[:start]} {text[end:]}"
    text = re.sub(r"<\s*>|\(\s*\)", " ", text)
    text = re.sub(
        r"\b(?:tel|mob|mobile|phone|email|e-mail|on)\b[.:]?\s*(?=$|[,;/])", " ", f"{text} ", flags=re.IGNORECASE
    )
    return re.sub(r"\s+", " ", text).strip(" ,;:/-–")
