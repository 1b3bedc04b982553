"""Each person who is named in one box: one to a line, or between commas, or joined by "and"; an age belongs to whoever it follows.

Two people made of one are seen and put right; one made of two would go unseen. So "and" parts people only where both sides read as one,
and a comma always does, unless what follows says something of the person before it.
"""

import re

_BULLET = re.compile(r"^\s*(?:[-*•–]|\d{1,2}[.)])\s+")
_UNITS = "one|two|three|four|five|six|seven|eight|nine"
_TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_NUMBER = rf"(?:\d{{1,3}}|(?:{_TENS})(?:[- ](?:{_UNITS}))?|{_TEENS}|{_UNITS})"
_ABOUT = r"(?:(?:now|nearly|almost|just|about|around|only|over|under)\s+)?"
_YEARS = r"(?:\s*(?:-\s*)?(?:years?|yrs?|y/?o|months?|mths?|weeks?)\b\.?(?:\s*-?\s*old)?)?"
_AGE = re.compile(
    rf"(?:{_ABOUT}(?:aged?\s+)?{_ABOUT}{_NUMBER}{_YEARS}|in\s+(?:his|her|their)\s+(?:early\s+|mid[- ]?|late\s+)?[\w']+)(?![\w'’])",
    re.IGNORECASE,
)
_SAYS_MORE = re.compile(
    r"(?:who|whose|whom|aged|from|at|in|with|of|on|near|living|known|also|then|now|formerly)\b", re.IGNORECASE
)
_JOINED = re.compile(r"\s+(?:and|&|\+|plus)\s+|\s+/\s+", re.IGNORECASE)
_AND_FIRST = re.compile(r"^(?:and|&|\+|plus)\s+", re.IGNORECASE)
_TITLE = r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Sir|Lady|Rev)"
_BARE_TITLE = re.compile(rf"{_TITLE}\.?", re.IGNORECASE)
_KIN = (
    "mum|mam|mom|dad|mother|father|parents?|gran|nan|nana|grandma|granny|grandad|grandpa|grandmother|grandfather|grandparents?|"
    "brother|brothers|sister|sisters|son|sons|daughter|daughters|partner|wife|husband|aunt|auntie|uncle|cousin|niece|nephew|"
    "neighbour|neighbours|friend|friends|carer|carers|foster|baby|twins?"
)
_PERSON = re.compile(
    rf"(?:{_TITLE}\.?\s+\w.*|(?:the|a|an|her|his|their|my|our|another|one|two|three|both)\s+\w.*|(?:{_KIN})\b(?!\s+(?:and|unit|group|club)).*)",
    re.IGNORECASE,
)
_NAMED = re.compile(r"(?:[A-ZÀ-Þ]\.?\s?){1,3}(?:'s\b.*|’s\b.*)?|[A-ZÀ-Þ][\w'’-]*")


def people_named(text: str) -> tuple[str, ...]:
    """Each of them once, as typed, in their order."""
    found = [person for line in re.split(r"[;\n]", text) for person in _in_line(_BULLET.sub("", line))]
    return tuple(dict.fromkeys(found))


def _in_line(line: str) -> list[str]:
    people: list[str] = []
    for part in (_AND_FIRST.sub("", one.strip(), count=1) for one in line.split(",")):
        more, rest = _about_the_last(part) if people else ("", part)
        if more:
            people[-1] = f"{people[-1]}, {more}"
        people += _joined(rest)
    return people


def _about_the_last(part: str) -> tuple[str, str]:
    """What a part says of the person before it, and what it says of others."""
    age = _AGE.match(part)
    if age is None:
        return (part, "") if _SAYS_MORE.match(part) else ("", part)
    rest = part[age.end() :].strip()
    if not rest:
        return part, ""
    joined = _AND_FIRST.match(rest)
    if joined is None:
        return ("", part) if rest[0].isalpha() else (part, "")
    others = rest[joined.end() :]
    return (part, "") if _AGE.fullmatch(others) else (age[0], others)


def _joined(part: str) -> list[str]:
    """The people of a part, one unless both sides of every "and" read as somebody."""
    sides = [one.strip() for one in _JOINED.split(part)]
    if all(_is_somebody(one) for one in sides):
        return [one for one in sides if one]
    return [part] if part else []


def _is_somebody(side: str) -> bool:
    plain = re.sub(r"\s*\([^)]*\)$", "", side)
    if _BARE_TITLE.fullmatch(plain):
        return False
    return bool(_PERSON.fullmatch(plain) or _NAMED.fullmatch(plain))
