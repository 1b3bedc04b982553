"""Who has not been heard of for longest: services, and those whose work is seldom seen. There is no ranking, and nobody is counted.

Services are known by what was chosen in the form. Teams, night and care-home staff are known only by words in a story that was told: the
organisation says which words those are.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from storage.organisation import Organisation
from storage.story_counts import ToldOnce

YEAR = timedelta(days=365)
FEW = 5
"""Below this no number is said: it would say who sends stories in, where there are few of them."""

VOICES: Mapping[str, Sequence[str]] = {
    "Night staff": ("night", "nights", "night-time", "overnight"),
    "Care-home staff": ("care home", "care homes", "residential home", "nursing home"),
    "Home-care staff": ("home care", "homecare", "care at home", "domiciliary"),
}
"""Whose work is seldom seen, and the words they are known by; the organisation may name others."""


@dataclass(frozen=True, slots=True)
class Heard:
    """A service, or a group of staff. `last` None: not in the last year. `stories`: in that year; None where they are few."""

    name: str
    last: date | None
    stories: int | None
    weeks: int | None  # since then


@dataclass(frozen=True, slots=True)
class Fairness:
    """Each with those not heard of for longest first."""

    services: tuple[Heard, ...] = ()
    voices: tuple[Heard, ...] = ()


def since_when(today: date) -> date:
    """How far back it looks."""
    return today - YEAR


def fairness(told: Iterable[ToldOnce], organisation: Organisation, today: date) -> Fairness:
    """Who has been heard of, and how long ago."""
    known = [one for one in told if since_when(today) <= one.on <= today]
    services = [
        _heard(area.name, [one for one in known if one.area == area.key], today)
        for area in organisation.service_areas.values()
    ]
    named = organisation.voices or VOICES
    said = [(one, one.words.casefold()) for one in known]
    voices = [_heard(name, _speaking_of(words, said), today) for name, words in named.items()]
    return Fairness(_longest_first(services), _longest_first(voices))


def _heard(name: str, told: list[ToldOnce], today: date) -> Heard:
    last = max((one.on for one in told), default=None)
    weeks = (today - last).days // 7 if last else None
    return Heard(name, last, len(told) if len(told) >= FEW else None, weeks)


def _speaking_of(words: Sequence[str], said: Iterable[tuple[ToldOnce, str]]) -> list[ToldOnce]:
    """Those stories in which one of these words stands; each comes with its own words, casefolded."""
    spoken = [re.escape(word.casefold()) for word in words if word.strip()]
    if not spoken:
        return []
    pattern = re.compile(rf"\b(?:{'|'.join(spoken)})\b")
    return [one for one, text in said if pattern.search(text)]


def _longest_first(heard: Iterable[Heard]) -> tuple[Heard, ...]:
    """In the organisation's order among equals."""
    return tuple(sorted(heard, key=lambda one: one.last or date.min))
