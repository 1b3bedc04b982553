"""What someone tells us in plain words, sorted into the form: "the BBC just rang me about Elm House, they want an answer by 4".

A head start, not a parser: the person sees the form and puts right what was misread. The question is all of their words, so that
none is dropped; `topic` is what it seems to be about, for saying back in a few words.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from bot.rules.deadlines import looks_like_deadline
from bot.rules.intake_outlets import outlet_in
from bot.rules.privacy import findings
from bot.rules.typed_words import TypedEnquiry, read_words
from bot.rules.understanding_text import LEFT_OUT, without_personal_data
from storage.organisation import Organisation

MOST_READ = 4_000  # characters that are looked at; what comes after stands in the question all the same
MOST_CUES = 20
MOST_WORDS_OF_A_DEADLINE = 8
MOST_TOPIC = 120  # characters


@dataclass(frozen=True, slots=True)
class Understood:
    """What the words seem to say. `left_out`: details of a person we support stood in them, and have been taken out."""

    typed: TypedEnquiry
    topic: str = ""
    left_out: bool = False


def understand(words: str) -> Understood:
    """Sort the words of a message, as `heard` gives them."""
    read = words[:MOST_READ]
    outlet = outlet_in(read)
    typed = TypedEnquiry(
        outlet=outlet, journalist=_journalist(read, outlet), deadline_words=_deadline(read, outlet), question=words
    )
    return Understood(typed, _topic(read), left_out=LEFT_OUT in words)


def read_typed(text: str) -> TypedEnquiry:
    """Words typed after the command: a list between commas, or a sentence in plain words."""
    return understand(without_personal_data(text)).typed if _is_prose(text) else read_words(text)


_VERBS = re.compile(
    r"\b(?:rang|ring(?:s|ing)?|call(?:ed|s|ing)|phon(?:ed|ing)|e-?mailed|ask(?:ed|s|ing)|want(?:s|ed)?|has|have|had|is|are|was|just|been|said)\b",
    re.IGNORECASE,
)
LEAST_WORDS_OF_PROSE = 5


def _is_prose(text: str) -> bool:
    """Whether it begins with a sentence: several words before the first comma, with what somebody did among them."""
    first = re.split(r"[,;\n]", text.strip(), maxsplit=1)[0]
    return len(first.split()) >= LEAST_WORDS_OF_PROSE and bool(_VERBS.search(first))


# -- who may be told back

_DELICATE = re.compile(
    r"\b(?:child(?:ren)?(?!'s services)|baby|babies|infant|toddler|boy|girl|teenager|son|daughter|pupil|student"
    r"|abus\w+|neglect\w*|rape\w*|assault\w*"
    r"|sexual\w*|died|dead|death\w*|dying|killed|murder\w*|suicid\w*|stabb\w+|knife|overdose\w*|inquest\w*|coroner\w*|court|judge|trial"
    r"|tribunal|arrest\w*|police|charged|convict\w*|prison|missing|refuge|adopt\w*|foster\w*|case review|safeguard\w*"
    r"|injunction|reporting restriction|whistle-?blow\w*|victim\w*|inspection)\b",
    re.IGNORECASE,
)


def may_be_said_back(words: str, person: str, organisation: Organisation) -> bool:
    """Whether what was understood may be posted, to the person alone. What is said in Slack stays in Slack.

    Not where the enquiry would start restricted (by the service area of the person's team, or when we do not know it), nor when the
    words sound as if it would carry a sensitivity mark.
    """
    known = organisation.people.get(person)
    area = organisation.service_areas.get(known.service_area) if known else None
    sounds_private = bool(_DELICATE.search(words) or findings(words)) or LEFT_OUT in words
    return area is not None and not area.restricted and not sounds_private


# -- by when

_CUE = re.compile(
    r"\b(?:by|before|until|no later than|within|dead ?l\w+(?: is|'s| of)?:?|"
    r"want(?:s)? (?:it|an answer|a reply|a response|something)(?: by| before)?"
    r"|need(?:s)? (?:it|an answer|a reply|a response|something|to know)(?: by| before)?|for)\s+",
    re.IGNORECASE,
)
_AIRS = re.compile(
    r"\b(?:(?:go(?:es|ing)?|live) (?:to (?:press|print)|live|out|on air)|live|on air|publish(?:es|ing)?|print(?:s|ing)?|broadcast(?:s|ing)?"
    r"|running(?: it| this| the story| a story)?|runs)(?: at| on| by)?\s+",
    re.IGNORECASE,
)
"""What they do with it, and when: their deadline where they name no other."""
_DAY_AND_TIME = re.compile(
    r"\b(?:today|tomorrow|tmrw|tomo|tonight|this (?:morning|afternoon|evening)"
    r"|end of (?:play|the day|day|business)|close of (?:play|business)"
    r"|cob|cop|eod|eop|noon|midday|first thing"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b",
    re.IGNORECASE,
)
_UNMISTAKABLE = re.compile(r"\b(?:end of play|close of (?:play|business)|cob|cop|eop)\b", re.IGNORECASE)
_NONE = re.compile(r"\b(?:no deadline(?: given)?|no rush|asap|as soon as possible)\b", re.IGNORECASE)
_WANTING = re.compile(
    r"\b(?:want|wants|wanted|need|needs|needed|deadline|answer|reply|response|respond|comment|statement|quote|publish\w*|running|print\w*"
    r"|interview\w*|live|call(?: her| him| them)? back|ring(?: her| him| them)? back)\b",
    re.IGNORECASE,
)


def _deadline(words: str, outlet: str) -> str:
    """The first stretch of words that says when and stands where a deadline would; else "asap" and the like; else nothing."""
    for cues in (_CUE, _AIRS):
        for cue in islice(cues.finditer(words), MOST_CUES):
            found = _moment_at(words, cue.end(), outlet)
            if found and not _is_only_a_count(cue, found):
                before = re.search(r"(?i)\bbefore\s+\Z", cue.group())
                return f"before {found}" if before else f"by {found}" if found.isdigit() else found
    for sentence in re.split(r"(?<=[.!?\n])\s+", words):
        day = _DAY_AND_TIME.search(sentence)
        if day and (_WANTING.search(sentence) or _UNMISTAKABLE.search(day.group())):
            return _moment_at(sentence, day.start(), outlet) or day.group()
    none = _NONE.search(words)
    return none.group() if none else ""


def _is_only_a_count(cue: re.Match[str], found: str) -> bool:
    """ "For two hours" is how long, and "for 3" how many."""
    return cue.group().lower().strip() == "for" and not _DAY_AND_TIME.search(found)


def _moment_at(words: str, start: int, outlet: str) -> str:
    """The longest stretch from here that reads as a moment. "By the Sun at home" is nobody's deadline."""
    ends = [match.end() for match in islice(re.finditer(r"\S+", words[start:]), MOST_WORDS_OF_A_DEADLINE)]
    for end in reversed(ends):
        stretch = _LOOSE_END.sub("", words[start : start + end].rstrip(".,;:!?)"))
        names_the_outlet = bool(outlet) and outlet in stretch
        if "\n" not in stretch and not names_the_outlet and _reads_as_moment(stretch):
            return stretch
    return ""


_LOOSE_END = re.compile(
    r"(?:,? (?:at|on|in|the|for|by|and|or|of|is|it's|they|he|she|to|please|pls|thx|thanks|about|around|wants?|needs?))+$",
    re.IGNORECASE,
)


def _reads_as_moment(stretch: str) -> bool:
    """A bare number counts after "by": "by 4"."""
    return looks_like_deadline(stretch) or bool(re.fullmatch(r"\d{1,2}", stretch) and 1 <= int(stretch) <= 12)


# -- who

_NAME = r"(?:[A-Z][a-z'\u00c0-\u017f-]+(?: (?:de|van|von|Mc|O')?[A-Z][\w'\u00c0-\u017f-]+){1,2})"
_NAMED = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?i:\b(?:called|named|name is|name's|reporter|journalist|journo|correspondent|ring|call|contact|from)) (?:back )?({_NAME})",
        rf"({_NAME})(?= (?:from|at|of|with|for|off) )",
        rf"({_NAME})(?=,? (?:on )?(?:\+44|0)\d)",
        rf"({_NAME})(?=,? [(]?[^\s@,]+@[^\s@]+\.)",
        r"(?i:\b(?:ring|call|contact|phone)) ([A-Z][a-z'-]+)(?= (?:back )?(?:on|at) (?:\+44|0)\d)",
        r"(?i:\b(?:called|named)) ([A-Z][a-z'-]+)\b",
        r"\b([A-Z][a-z'-]+)(?= (?:from|at) (?:the )?[A-Z])",
    )
)
_NOT_PEOPLE = frozenset(
    re.findall(
        r"\w+",
        """The A An Hi Hello Radio Channel Sky Daily Sunday Evening Press News BBC ITV Good Morning Someone Somebody Reporter House Lodge
        Reception Court Please Can Just Got Had Has Have Fwd Fw Re Dear Sir Madam Street Road Council Team Office Care Home""",
    )
)
_EMAIL = re.compile(r"[^\s@<>(),;]+@[^\s@<>(),;]+\.[A-Za-z]{2,}")


def _journalist(words: str, outlet: str) -> str:
    """Their name and how to reach them, as far as they are there: "Sam Poole, 020 7946 0000"."""
    return ", ".join(part for part in (_name(words, outlet), *_ways_to_reach(words)) if part)


def _name(words: str, outlet: str) -> str:
    """The first name that stands where a journalist's would, and is not the outlet's."""
    named = (match[1] for pattern in _NAMED for match in pattern.finditer(words))
    names = (name.removesuffix("'s").removeprefix("Name ") for name in named)
    return next((name for name in names if _could_be_theirs(name, outlet)), "")


def _could_be_theirs(name: str, outlet: str) -> bool:
    parts = set(name.split())
    return _NOT_PEOPLE.isdisjoint(parts) and parts.isdisjoint(outlet.split())


def _ways_to_reach(words: str) -> Iterator[str]:
    """The first telephone number and the first e-mail address."""
    import phonenumbers  # noqa: PLC0415 - slow to load, and loaded ahead

    if sum(character.isdigit() for character in words) >= 10:
        numbers = phonenumbers.PhoneNumberMatcher(words, "GB", leniency=phonenumbers.Leniency.POSSIBLE)
        yield from (match.raw_string for match in list(numbers)[:1])
    address = _EMAIL.search(words)
    if address:
        yield address.group().rstrip(".")


# -- what about

_ABOUT = re.compile(r"\b(?:about|regarding|concerning|on the subject of|re:?)\s+(.+)", re.IGNORECASE)
_ON = re.compile(
    r"\b(?:comment|statement|quote|story|piece|feature|programme|something|figures|numbers|questions?)\b[^.!?\n]{0,40}?"
    r" on (?!(?:the |our )?(?:phone|line|record|air|camera|news|front|day|radio|tv|telly|\w+day|\d)\b)(.+)",
    re.IGNORECASE,
)
"""A comment on the bus."""
_ENDS = re.compile(
    r"[.!?;\n]| (?:and (?:want|need|would)|has|have|had)(?:s|ed)? |, (?:they|he|she|we|i|and|but|so|can|could|what|who)\b"
    r"|, (?:wants?|needs?|ring|call|phone|contact|please|pls|thanks|thx)\b| (?:wants?|needs?) it\b|, no rush\b"
    r"|,? (?:and )?(?:they|he|she) (?:want|need|would|said|is|are|has)|\?\?| by \d| - |,? (?:no )?deadline|,? asap",
    re.IGNORECASE,
)


def _topic(words: str) -> str:
    """The words after "about", to where the next thing begins."""
    found = _ABOUT.search(words) or _ON.search(words)
    if not found:
        return ""
    end = _ENDS.search(found[1])
    return (found[1][: end.start()] if end else found[1]).strip(" ,:-")[:MOST_TOPIC]
