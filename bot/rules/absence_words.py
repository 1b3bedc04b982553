"""What people type after "away": "I'm away from Monday to Friday, my deputy is Tom". Read as far as it is understood; a form shows it back.

It is never kept as it was read: people confirm it, so a day misread costs a glance.
"""

import re
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from bot.rules.spoken_time import Spoken, recognise, tidy
from bot.rules.working_time import local
from storage.organisation import Organisation

A_WEEK = 7
_SPLIT = re.compile(r" (?:to|until|till|til|through|thru|-) |(?<=[a-z])-(?=[a-z])|^(?:until|till|til|to) ")
_NOISE = re.compile(
    r"\b(?:i'm|im|i am|i will be|i'll be|away|on|annual|parental|leave|holiday|off|sick|out of office|out|work|please|my|deputy|is|will|"
    r"covers?|covering|cover|contact|speak|instead|for me|stands? in|standing in|stand in|and|with|from|starting|inclusive|including|be|ask"
    r"|rest of|the)\b"
)
_FOR = re.compile(r"\bfor (?:(\d{1,2})|an?|one|two|three) (day|week)s?\b")
_BACK = re.compile(r"\b(?:i'm |i'll be |i am )?back (?:at work )?(?:on |from )?(?P<day>[a-z0-9/ ]+)$")
_COUNTS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3}


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """First day and last day away, and who stands in; None for what was not said or not understood."""

    starts_on: date | None = None
    ends_on: date | None = None
    deputy: str | None = None
    sure: bool = field(default=False, compare=False)  # every word of it was accounted for, so that nobody need be asked


_OPENS = re.compile(
    r"^(?:(?:hi|hello|hey|morning|afternoon|fyi|ps|just to say|just so you know|for info|heads up|note|please note)\b[ ,.:!-]*(?:that )?)*"
    r"(?:(?:i'm|im|i am|i'll be|i will be|i shall be|will be|am)(?: going to be)? )?"
    r"(?:away\b|on (?:annual |parental |maternity |paternity |sick |study |my )*leave\b|annual leave\b|on holiday\b"
    r"|off(?: sick| work| ill)?\b"
    r"|out of (?:the )?office\b|not (?:in|working|at work)\b)"
)
_OWN = re.compile(r"\b(?:i'm|im|i am|i'll|i will|i shall)\b|^(?:away|on \w+ leave|on leave|annual leave|out of)\b")
_PRESS = re.compile(r"\b(?:journalist|reporter|newspaper|producer|press|media|deadline|interview|article|story)\b")
_STAND_IN = re.compile(r"\b(?:deputy|cover(?:s|ing)?|stand(?:s|ing)? in|instead|ask|contact|speak to|behalf|place)\b")
_UNKNOWN_DEPUTY = re.compile(r"\b(?:and )?(?:my deputy(?: is| will be|:)? \S+(?: \S+)?|\S+ (?:is|will be) my deputy)$")
_BACK_NOW = frozenset(
    {"i'm back", "i am back", "im back", "back", "back now", "i'm back now", "back at work", "i'm back at work"}
)
MOST_WORDS = 30


def says_away(text: str) -> bool:
    """Whether a message is somebody's word that they are away themselves; whether a day is in it, `heard` says."""
    words = tidy(text)
    short = len(words.split()) <= MOST_WORDS
    return short and bool(_OPENS.match(words) and _OWN.search(words)) and _PRESS.search(words) is None


def says_back(text: str) -> bool:
    """Whether a message says that somebody is back, and nothing else."""
    return tidy(text) in _BACK_NOW


def heard(words: str, organisation: Organisation, person: str, now: datetime) -> Heard:
    """What someone's words say of their absence."""
    today = local(organisation.calendar, now).date()
    deputy, rest = _deputy(words, organisation, person)
    plain = " ".join(re.sub(r"[.;!,](?= |$)", " ", _OPENS.sub(" ", tidy(rest))).split())
    days = _UNKNOWN_DEPUTY.sub(" ", plain) if deputy is None else plain
    starts, ends = _days(days, today)
    sure = (starts, ends) == _plainly(days, today) and (deputy is not None or _STAND_IN.search(plain) is None)
    return Heard(starts_on=starts, ends_on=ends, deputy=deputy, sure=sure)


def _plainly(words: str, today: date) -> tuple[date, date] | None:
    """One day, or from one day to another, both said and with nothing else; None where anything has to be guessed."""
    if _FOR.search(words) or _BACK.search(words) or "week" in words:
        return None
    parts = [_day(part, today) for part in _SPLIT.split(f"{words} ", maxsplit=1)]
    if None in parts or (parts[0] == today and "today" not in words):
        return None
    starts, ends = _from_to(words, today)
    return (starts, ends) if starts is not None and ends is not None and starts <= ends else None


def _deputy(words: str, organisation: Organisation, person: str) -> tuple[str | None, str]:
    """The one colleague who is named, by mention, whole name or a first name that only one has; and the words without them."""
    named = re.search(r"<@([UW][A-Z0-9]+)(?:\|[^>]*)?>", words)
    if named:
        return (named[1] if named[1] != person else None), words.replace(named[0], " ")
    others = [one for one in organisation.people.values() if one.id != person]
    for whole in (True, False):
        found = [one.id for one in others if re.search(_pattern(one.name, whole=whole), words, re.IGNORECASE)]
        if len(found) == 1:
            name = organisation.people[found[0]].name
            return found[0], re.sub(_pattern(name, whole=whole), " ", words, flags=re.IGNORECASE)
    own = organisation.people.get(person)
    return None, re.sub(_pattern(own.name, whole=False), " ", words, flags=re.IGNORECASE) if own else words


def _pattern(name: str, *, whole: bool) -> str:
    said = name if whole else (name.split() or [name])[0]
    return rf"(?<!\w)@?{re.escape(said)}(?!\w)"


def _days(words: str, today: date) -> tuple[date | None, date | None]:
    back = _BACK.search(words)
    until = _day(back["day"], today) if back else None
    if back and until is not None:
        starts, _ = _days(words[: back.start()], today)
        return starts or today, until - timedelta(days=1)
    lasting = _FOR.search(words)
    rest = _FOR.sub(" ", words) if lasting else words
    if week := _week(rest, today):
        return week
    starts, ends = _from_to(rest, today)
    if lasting:
        starts = starts or today
        return starts, starts + timedelta(days=_length(lasting) - 1)
    return starts, ends


def _length(lasting: re.Match[str]) -> int:
    count = int(lasting[1]) if lasting[1] else _COUNTS[lasting[0].split()[1]]
    return max(1, count) * (A_WEEK if lasting[2] == "week" else 1)


def _week(words: str, today: date) -> tuple[date, date] | None:
    """Next week is Monday to Friday; this week is today to Friday."""
    monday = today - timedelta(days=today.weekday())
    if "next week" in words:
        return monday + timedelta(days=7), monday + timedelta(days=11)
    if re.search(r"\b(?:this|the) week\b", words):
        return today, max(today, monday + timedelta(days=4))
    return None


def _from_to(words: str, today: date) -> tuple[date | None, date | None]:
    parts = _SPLIT.split(f"{words} ", maxsplit=1)
    if len(parts) == 1:
        only = _day(parts[0], today)
        return only, None if re.search(r"\b(?:from|starting)\b", words) else only
    starts = _day(parts[0], today)
    ends = _day(parts[1], starts or today)
    return starts or (today if ends else None), ends


def _day(words: str, from_day: date) -> date | None:
    plain = " ".join(_NOISE.sub(" ", words).split())
    said = recognise(plain) if plain else None
    return _on(said, from_day) if said else None


def _on(said: Spoken, from_day: date) -> date | None:
    """The first such day from a day on."""
    if said.days_ahead is not None:
        return from_day + timedelta(days=said.days_ahead)
    if said.weekday is not None:
        return from_day + timedelta(days=(said.weekday - from_day.weekday()) % 7)
    if said.day is None:
        return None
    return _dated(said, from_day)


def _dated(said: Spoken, from_day: date) -> date | None:
    months = ((from_day.year, from_day.month + ahead) for ahead in range(13))
    for year, month in ((year + (month - 1) // 12, (month - 1) % 12 + 1) for year, month in months):
        if said.month not in (None, month) or said.year not in (None, year):
            continue
        try:
            found = date(year, month, said.day or 1)
        except ValueError:
            continue
        if found >= from_day:
            return found
    return None
