"""Lines: approved statements kept for reuse. Which fits a new enquiry and why, who may read one, and what using it asks for.

A line from an open enquiry that is within its review date may go as it is wherever a plain answer may (`sign_off.may_go_straight`):
somebody approved these very words. Past that date it needs sign-off first. A private enquiry needs its own sign-off
whatever line is used, and a line from a private one can only be used in another private one, so it is signed off afresh each time.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.rules.form_checks import Problems, day_in, stripped
from bot.rules.reasons import Reason, Refused
from bot.rules.sign_off import approved, same_words
from bot.rules.working_time import local
from storage.brief import Brief
from storage.enquiry import Enquiry
from storage.kinds import Status
from storage.line import Line, LineReader
from storage.organisation import Organisation, WorkingCalendar

REVIEW_MONTHS = 6
MOST_AHEAD = timedelta(days=731)
LIMITS = {"line_topic": 150}
ENOUGH = 3  # a topic's word counts two, a word of the statement one
MOST_OFFERED = 3
LINES_A_PAGE = 10

_WORD = re.compile(r"[^\W\d_]{3,}")
_ENDINGS = ("ings", "ing", "ures", "ure", "ied", "ies", "ed", "es", "ly", "s", "e", "y")
_COMMON = frozenset(
    """
    about after again all also and any are ask asked asking because been before being both but can children council could day
    did does down each enquiry even every family for from get give given going had has have her here him his how into its journalist
    just know like made make many may more most much must need never new not now off one only other our out over own people
    person please press question read really report reported reporting said same say says service services should some something
    soon staff statement still such support team tell than that the their them then there these they thing this those time told
    true under until use very want was way week well were what when where whether which while who whose why will with work would
    year yes yet you your spokesperson today tomorrow
    """.split()  # noqa: SIM905 - sixty words are read more easily so
)


@dataclass(frozen=True, slots=True)
class LineForm:
    """A line as it is kept: what it is about, for which service, and when it is to be looked at again (a date, as typed)."""

    topic: str
    service_area: str
    review_on: str

    @property
    def day(self) -> date | None:
        """The review date, or None where none was chosen."""
        return day_in(self.review_on)


@dataclass(frozen=True, slots=True)
class Fit:
    """A line that may fit an enquiry, how well, and the words that both hold, as the enquiry has them."""

    line: Line
    score: int
    shared: tuple[str, ...]


def check_line(form: LineForm, organisation: Organisation, now: datetime) -> LineForm:
    """The form as it can be kept. Raises `FormRefused`."""
    tidy = stripped(form)
    today = local(organisation.calendar, now).date()
    problems = Problems()
    problems.need({"line_topic": tidy.topic})
    problems.limit({"line_topic": tidy.topic}, LIMITS)
    problems.keep_private({"line_topic": tidy.topic})
    if tidy.service_area not in organisation.service_areas:
        problems.add("service_area", Refused(Reason.MISSING))
    _add_review(problems, tidy.day, today)
    problems.refuse()
    return tidy


def check_review(day: date | None, organisation: Organisation, now: datetime) -> date:
    """The day by which a line is looked at again, as it can be kept. Raises `FormRefused`."""
    problems = Problems()
    _add_review(problems, day, local(organisation.calendar, now).date())
    problems.refuse()
    assert day is not None  # checked above
    return day


def _add_review(problems: Problems, day: date | None, today: date) -> None:
    if day is None:
        problems.add("review_on", Refused(Reason.MISSING))
    elif day <= today:
        problems.add("review_on", Refused(Reason.DATE_PASSED))
    elif day > today + MOST_AHEAD:
        problems.add("review_on", Refused(Reason.REVIEW_TOO_FAR))


def first_review(today: date) -> date:
    """The review date that the form proposes: six months on, on the same day or the month's last."""
    month = today.month - 1 + REVIEW_MONTHS
    year, month = today.year + month // 12, month % 12 + 1
    last = (date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)).day
    return date(year, month, min(today.day, last))


def may_read_line(person: str, line: Line, organisation: Organisation) -> bool:
    """The press office reads every line; a service's lead those of that service; a private line is for these alone."""
    area = organisation.service_areas.get(line.service_area)
    return organisation.is_press_office(person) or (area is not None and person == area.lead)


def line_reader(person: str, organisation: Organisation) -> LineReader:
    """The same for a query: whose private lines this person may read."""
    if organisation.is_press_office(person):
        return LineReader(person, None)
    return LineReader(person, tuple(area.key for area in organisation.service_areas.values() if area.lead == person))


def is_stale(line: Line, calendar: WorkingCalendar, now: datetime) -> bool:
    """Whether its review date has gone by."""
    return line.review_on < local(calendar, now).date()


def offers_lines(enquiry: Enquiry, *, has_words: bool) -> bool:
    """Lines are offered while there are no words yet."""
    return enquiry.status in (Status.NEW, Status.IN_PROGRESS) and not has_words


def fitting(enquiry: Enquiry, lines: Iterable[Line]) -> tuple[Fit, ...]:
    """The lines that resemble an enquiry, the best first: same service, and enough words in common."""
    asked = _roots(f"{enquiry.question} {enquiry.angle}")
    fits = [fit for line in lines if can_use(line, enquiry) and (fit := _fit(line, enquiry, asked)) is not None]
    return tuple(sorted(fits, key=lambda fit: (-fit.score, -fit.line.id))[:MOST_OFFERED])


def can_use(line: Line, enquiry: Enquiry) -> bool:
    """In use still, and not from a private enquiry into one that is not."""
    return line.retired_at is None and (enquiry.restricted or not line.restricted)


def check_use(line: Line, enquiry: Enquiry) -> None:
    """Pass, or raise `Refused` saying why this line cannot be used here."""
    if line.retired_at is not None:
        raise Refused(Reason.LINE_RETIRED, by=line.retired_by)
    if line.restricted and not enquiry.restricted:
        raise Refused(Reason.LINE_PRIVATE)


def check_line_fresh(brief: Brief, words: str, line: Line | None, organisation: Organisation, now: datetime) -> None:
    """Words taken from a line past its review date need sign-off before they go, even where a plain answer would not."""
    latest = brief.statement
    if line is None or latest is None or approved(brief) is not None or not same_words(words, latest.words):
        return
    if is_stale(line, organisation.calendar, now) and same_words(line.words, latest.words):
        raise Refused(Reason.LINE_STALE)


def _fit(line: Line, enquiry: Enquiry, asked: dict[str, str]) -> Fit | None:
    if line.service_area != enquiry.service_area:
        return None
    topic, words = _roots(line.topic), _roots(line.words)
    shared = [root for root in asked if root in topic or root in words]
    score = sum(2 if root in topic else 1 for root in shared)
    if score < ENOUGH or len(shared) < 2:
        return None
    strongest = sorted(shared, key=lambda root: root not in topic)
    return Fit(line, score, tuple(asked[root] for root in strongest[:4]))


def _roots(text: str) -> dict[str, str]:
    """The words that say what a text is about, by what is left of each without its ending."""
    found: dict[str, str] = {}
    for word in _WORD.findall(text):
        if word.casefold() not in _COMMON:
            found.setdefault(_root(word.casefold()), word)
    return found


def _root(word: str) -> str:
    ending = next((one for one in _ENDINGS if word.endswith(one) and len(word) - len(one) >= 3), "")
    return word[: len(word) - len(ending)]
