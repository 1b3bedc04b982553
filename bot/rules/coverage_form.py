"""What was published, as it is noted, and what was learnt."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from bot.rules.form_checks import Problems, day_in, stripped
from bot.rules.reasons import Reason, Refused
from storage.kinds import Tone

LIMITS = {"coverage_link": 2_000, "coverage_title": 300}
UNUSED_IN_LINKS = frozenset(' <>"|\\^`{}')


@dataclass(frozen=True, slots=True)
class CoverageForm:
    """One piece: its address (print and broadcasts have none), headline, day, how it reads (a value of `Tone`), and whether our words
    were used, "yes" or "no".
    """

    link: str
    title: str
    published_on: str
    tone: str
    our_words: str

    @property
    def day(self) -> date | None:
        """The day it came out, or None where none was chosen."""
        return day_in(self.published_on)


def check_coverage(form: CoverageForm, today: date) -> CoverageForm:
    """The form as it can be kept. Raises `FormRefused`. `today` is the organisation's own day."""
    tidy = stripped(form)
    problems = Problems()
    if not tidy.link and not tidy.title:
        problems.add("coverage_link", Refused(Reason.LINK_OR_HEADLINE))
    problems.limit({"coverage_link": tidy.link, "coverage_title": tidy.title}, LIMITS)
    problems.keep_private({"coverage_title": tidy.title})
    if tidy.link and not is_link(tidy.link):
        problems.add("coverage_link", Refused(Reason.NOT_A_LINK))
    if tidy.day is None:
        problems.add("published_on", Refused(Reason.MISSING))
    elif tidy.day > today:
        problems.add("published_on", Refused(Reason.DAY_AHEAD))
    problems.need({"tone": tidy.tone if tidy.tone in set(Tone) else ""})
    problems.need({"our_words": tidy.our_words if tidy.our_words in ("yes", "no") else ""})
    problems.refuse()
    return tidy


def is_link(text: str) -> bool:
    """Whether it is a whole web address that can be followed, and holds nobody's password."""
    if any(character in UNUSED_IN_LINKS or not character.isprintable() for character in text):
        return False
    try:
        parts = urlsplit(text)
        host = parts.hostname or ""
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and "." in host and "@" not in parts.netloc


def check_learnt(words: str) -> str:
    """The words as they can be kept; empty takes them away. Raises `FormRefused`."""
    tidy = words.strip()
    problems = Problems()
    problems.limit({"learnt": tidy}, {})
    problems.keep_private({"learnt": tidy})
    problems.refuse()
    return tidy
