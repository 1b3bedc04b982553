"""Where someone may live: whole postcodes, a number with a street's name, a flat, a cottage. Another house's name, or a road, is none."""

import re
from collections.abc import Iterator

from bot.rules.privacy.buildings import is_public
from bot.rules.privacy.kinds import Finding, Kind, finding

_AREAS_WORDS = """
AB AL B BA BB BD BF BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK FY G
GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NB NE NG NN NP NR NW
OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF
WN WR WS WV YO ZE
"""
_AREAS = frozenset(_AREAS_WORDS.split())
"""The Post Office's areas, and NB: a town made up for practice may have one."""

_POSTCODE = re.compile(
    r"(?<![A-Za-z0-9])(?P<area>[A-Za-z]{1,2})\d[A-Za-z\d]?[\s\u00a0.\-]{0,2}"
    r"(?!\d(?:st|nd|rd|th|ft|lb|hr|yr|px|pt)\b)\d[ABD-HJLNP-UW-Zabd-hjlnp-uw-z]{2}(?![A-Za-z0-9])"
)

_STREETS = (
    "Road Rd Street Avenue Ave Close Lane Ln Drive Way Court Crescent Cres Place Terrace Grove Gardens Gdns Square Walk View Rise Row "
    "Mews Parade Mount Vale Croft Hill Villas Meadow Meadows Fold Broadway"
).replace(" ", "|")
_PLAIN_STREETS = "road|rd|street|avenue|ave|lane|close|crescent|drive|terrace|grove|gardens"
_DOOR = (
    r"(?<!\w)(?=[\dfarun])(?:(?:flat|apartment|apt|unit|room)\s?\d{1,4}[a-z]?,?\s)?(?:(?:no\.?|number)\s)?"
    r"(?<![\w£$.:/+#\-])\d{1,4}\s?[a-z]?(?:\s?[\-–/]\s?\d{1,4}[a-z]?)?,?\s+"
)
_WORD = r"[A-Z][A-Za-z'’.\-]{0,24}"
_ADDRESS = re.compile(rf"(?i:{_DOOR})(?P<name>{_WORD}(?:\s{_WORD}){{0,2}})\s(?P<street>{_STREETS}|St(?=[.,;)\s]|$))\b")
_TYPED_SMALL = re.compile(rf"{_DOOR}(?P<name>[a-z'’\-]+(?:\s[a-z'’]+)?)\s(?P<street>{_PLAIN_STREETS})\b", re.IGNORECASE)
_TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_UNITS = "one|two|three|four|five|six|seven|eight|nine"
_SPELT = rf"(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[\s\-](?:{_UNITS}))?|{_TEENS}|{_UNITS})"
_SPELT_OUT = re.compile(
    rf"(?<!\w)(?i:(?:no\.?|number)\s)?(?i:{_SPELT}),?\s(?P<name>{_WORD}(?:\s{_WORD}){{0,2}})\s(?P<street>{_STREETS})\b"
    r"(?=\s*(?:$|[.,;:!?)]|(?:(?:is|was)(?!\s(?:the\sname|not|an?)\b)|where|with|in|near|next|last|and|now|since|because|from|when|who|has|had)\b))"
)
_FLAT = re.compile(
    r"(?<!\w)(?i:flat|apartment|apt|maisonette)\.?\s(?i:no\.?\s|number\s)?\d{1,4}[a-zA-Z]?,?\s(?i:(?:at|in|of)\s(?:the\s)?)?"
    rf"(?:(?P<name>{_WORD}(?:\s{_WORD}){{0,2}})|[a-z'’]+\s(?:house|court|lodge|towers?|mansions|heights|point|buildings)\b)"
)
_COTTAGE = re.compile(
    rf"(?<![\w'’.\-]){_WORD}(?:\s{_WORD})?\s(?:Cottage|Bungalow|Farmhouse|Barn|Vicarage|Rectory),?\s(?:(?:on|in)\s)?{_WORD}(?:\s{_WORD})?\s(?:{_STREETS})\b"
)
_CHEAPLY = re.compile(rf"\b(?:{_STREETS}|{_PLAIN_STREETS}|St|[Ff]lat|[Aa]pt|[Aa]partment|[Mm]aisonette)\b")

_NOT_BEFORE = re.compile(
    r"\b(?:the|a|an|our|your|their|his|her|its|these|those|all|first|last|next|over|about|nearly|section|year|page|route|bus|version"
    r"|item|rule|channel|stage|part|paragraph|radio|grade|phase|week|day|week|stages?|ward|line|point|question)\s$",
    re.IGNORECASE,
)
_NO_STREET_WORDS = """
january february march april may june july august september october november december monday tuesday wednesday
thursday friday saturday sunday days weeks months years minutes hours miles people crown county high-court supreme
magistrates family youth federal downing
"""
_NO_STREET = frozenset(_NO_STREET_WORDS.split())
_SMALL_WORDS_WORDS = """
minute minutes hour hours mile miles day days week weeks month months year years of the to a an in on and or per at by
for from with new more way busy side other car major local bus long short front people person pm am metre metres new
lane lanes big small whole single every each this that is was are were will be then but not cars homes staff residents
children
"""
_SMALL_WORDS = frozenset(_SMALL_WORDS_WORDS.split())
_YEARS = re.compile(r"\s*(?:18|19|20)\d\d\b")


def found(text: str) -> Iterator[Finding]:
    """Each postcode, then each address, but for those of public buildings."""
    for each in (*_postcodes(text), *(_addresses(text) if _CHEAPLY.search(text) else ())):
        if not is_public(text, each.start, each.end):
            yield each


def _postcodes(text: str) -> Iterator[Finding]:
    for match in _POSTCODE.finditer(text):
        if match["area"].upper() in _AREAS:
            yield finding(Kind.POSTCODE, match)


def _addresses(text: str) -> Iterator[Finding]:
    for match in _ADDRESS.finditer(text):
        if _is_a_street(match) and not _speaks_of_something_else(text, match):
            yield finding(Kind.ADDRESS, match)
    for match in _TYPED_SMALL.finditer(text):
        if _is_a_small_street(match["name"]) and not _speaks_of_something_else(text, match):
            yield finding(Kind.ADDRESS, match)
    for match in (*_FLAT.finditer(text), *_SPELT_OUT.finditer(text)):
        if not _NO_STREET.intersection((match["name"] or "").lower().split()) and not _speaks_of_something_else(
            text, match
        ):
            yield finding(Kind.ADDRESS, match)
    for match in _COTTAGE.finditer(text):
        yield finding(Kind.ADDRESS, match)


def _is_a_street(match: re.Match[str]) -> bool:
    """A month before it is a date's; a court of law is none to live in, though High Court Road may be."""
    name = match["name"].lower().split()
    if match["street"] == "Court" and name[-1] == "high":
        return False
    return not _NO_STREET.intersection(word.strip("'’.") for word in name)


def _is_a_small_street(name: str) -> bool:
    """Typed without capitals, as on a phone: then the words before "road" must not be those of a sentence."""
    return name.islower() and not _SMALL_WORDS.intersection(name.split())


def _speaks_of_something_else(text: str, match: re.Match[str]) -> bool:
    """The number counts something, or is a year's: "Section 47 Park Road", "the 3 Mill Street homes", "2019 Station Road"."""
    return bool(_NOT_BEFORE.search(text, max(0, match.start() - 12), match.start()) or _YEARS.match(match.group()))
