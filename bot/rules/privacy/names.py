"""People's names: asked about in a restricted enquiry, where "the child" and "the mother" say enough.

Those who may be named there are known: the journalist, the outlet, staff, the organisation's places, and whoever has a public office.
"""

import re
from collections.abc import Collection, Iterator

from bot.rules.privacy.first_names import FIRST_NAMES
from bot.rules.privacy.kinds import Finding, Kind

_NAME = r"(?:O['’]|D['’]|Mc|Mac)?[A-ZÀ-Þ][a-zà-ÿß-žA-Z]*(?:[\-'’][A-ZÀ-Þ][a-zà-ž]+)*"
_CAPITALISED = re.compile(rf"(?<![\w'’\-])(?P<first>{_NAME})(?=(?P<more>\s(?P<last>{_NAME}))?)")
_BEFORE = re.compile(r"(?P<word>[\w]+)(?P<apart>\.\s|,\s|\s\(|\s)$")
_TITLES = frozenset({"mr", "mrs", "ms", "miss", "mx"})
_CALLED = frozenset({"called", "named", "is", "as"})
_PEOPLE_WORDS = """
mother father mum mam dad son daughter boy girl child baby toddler teenager brother sister twin parent carer gran nan grandmother
grandfather grandad aunt uncle cousin husband wife partner stepfather stepmother resident patient client woman man lad pupil tenant
little young
"""
_PEOPLE = frozenset(_PEOPLE_WORDS.split())
_A_PERSON_CALLED = re.compile(
    rf"\b(?:{'|'.join(_PEOPLE)})s?\b[^.!?\n]{{0,25}}\b(?:called|named|name\sis|known\sas)\s$", re.IGNORECASE
)
_PUBLIC = re.compile(
    r"\b(?:Cllr|Councillor|Professor|Prof|Dr|Doctor|Sir|Dame|Lord|Lady|Baroness|Judge|Justice|Minister|Mayor|Bishop|Rev|Reverend|Superintendent"
    r"|Inspector|Sergeant|Constable|PC|DCI|DI|MP|Coroner|[Rr]eporter|[Jj]ournalist|[Ee]ditor|[Pp]roducer|[Cc]orrespondent|[Pp]resenter"
    r"|[Pp]hotographer|[Ff]reelance|[Ss]pokes(?:man|woman|person)|[Dd]irector|[Oo]fficer|[Ss]olicitor|[Bb]arrister|QC|KC)\.?,?\s$"
)
_NO_SURNAME_WORDS = """
Road Rd Street St Avenue Close Lane Drive Way Court Crescent Place Terrace Grove Gardens Square Walk Hill House Home
Lodge Hall Centre Center Hospital Hospice School Primary Academy College University Church Park Station Library Ward
Trust Council Foundation Charity Group Service Services Team Unit Clinic Surgery Cottage Manor Farm Bridge Hotel Day
Line Report Review Inquiry Inquest Act Aid Law News Times Mail Post Echo Gazette Mirror Telegraph Express Star Herald
Chronicle Sun Radio TV Live Programme Show Award Awards Cup January February March April May June July August
September October November December Monday Tuesday Wednesday Thursday Friday Saturday Sunday
"""
_NO_SURNAME = frozenset(_NO_SURNAME_WORDS.split())
_NO_NAME_WORDS = """
I The A An We He She They It Is Are Was Were Has Have Who What When Where Why How Can Could Please Yes No Not And But
Or If For In On At Of To By As Our Their His Her My Your This That These There Then So Police Social Children Adults
Ofsted CQC BBC ITV NHS MP DWP GP PIP UK England Scotland Wales Ireland British English Welsh Scottish Irish
"""
_NO_NAME = frozenset(_NO_NAME_WORDS.split()) | (
    _NO_SURNAME - {"Hill", "May", "April", "June", "August", "Park", "Hall", "Star"}
)
_WORDS = re.compile(r"[^\W\d_]+(?:[\-'’][^\W\d_]+)*")


def found(text: str, known_names: Collection[str] = ()) -> Iterator[Finding]:
    """Each name of a person that is not among the known ones; once, and whole."""
    known = [_parts(name) for name in known_names]
    end = 0
    for match in _CAPITALISED.finditer(text):
        words = _named(text, match) if match.start() >= end else ""
        if words and _unknown(words, known):
            end = match.start() + len(words)
            yield Finding(Kind.NAME, words, match.start(), end)


def _named(text: str, match: re.Match[str]) -> str:
    """The name that begins at a capitalised word, if one does."""
    first, last, both = match["first"], match["last"] or "", match["first"] + (match["more"] or "")
    if _follows_a_person(text, match.start()) and _may_be_a_name(first):
        if last in _NO_SURNAME:
            return ""
        return both if last and _may_be_a_name(last) else first
    return both if last and _is_a_full_name(text, match.start(), first, last) else ""


def _follows_a_person(text: str, start: int) -> bool:
    """Whether "Mrs", "the mother," or "a boy called" stands right before."""
    before = _BEFORE.search(text, max(0, start - 20), start)
    if before is None:
        return False
    word, apart = before["word"].lower(), before["apart"]
    if word in _TITLES:
        return apart in (" ", ". ")
    if word in _PEOPLE:
        return apart != ". "
    return word in _CALLED and bool(_A_PERSON_CALLED.search(text, max(0, start - 50), start))


def _is_a_full_name(text: str, start: int, first: str, last: str) -> bool:
    """A common first name and another capitalised word, without the office or the place that would explain it."""
    if first.partition("-")[0].lower() not in FIRST_NAMES or last in _NO_SURNAME or last.isupper():
        return False
    return not _PUBLIC.search(text, max(0, start - 20), start)


def _may_be_a_name(word: str) -> bool:
    return word not in _NO_NAME and not (len(word) > 1 and word.isupper())


def _unknown(name: str, known: Collection[frozenset[str]]) -> bool:
    """Whether no known name holds all of its words."""
    parts = _parts(name)
    return not any(parts <= other for other in known)


def _parts(name: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in _WORDS.findall(name))
