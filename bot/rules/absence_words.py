"""What people type after "away": "I'm away from Monday to Friday, my deputy is Tom". Read as far as it is understood; a form shows it back.

It is never kept as it was read: people confirm it, so a day misread costs a glance.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.rules.spoken_time import Spoken, recognise, tidy
from bot.rules.working_time import local
from storage.organisation import Organisation

A_WEEK = 7
_SPLIT = re.compile(r" (?:to|until|till|til|through|thru|-) |(?<=[a-z])-(?=[a-z])|^(?:until|till|til|to) ")
_NOISE = re.compile(
    r"\b(?:i'm|im|i am|i will be|i'll be|away|on|annual|parental|leave|holiday|off|sick|out of office|out|work|please|my|deputy|is|will|"
    r"covers?|covering|cover|for me|stands? in|standing in|stand in|and|with|from|starting|inclusive|including|be|ask|rest of|the)\b"
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


def heard(words: str, organisation: Organisation, person: str, now: datetime) -> Heard:
    """What someone's words say of their absence."""
    today = local(organisation.calendar, now).date()
    deputy, rest = _deputy(words, organisation, person)
    starts, ends = _days(tidy(rest).replace(",", " "), today)
    return Heard(starts_on=starts, ends_on=ends, deputy=deputy)


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
        return only, only
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
