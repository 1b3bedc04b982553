"""What someone may find, and what is worth showing beside a new enquiry. The words themselves never come here without a reader."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from enum import StrEnum

from bot.rules.involved import stands_in_for
from bot.rules.working_time import local
from storage.enquiry import Enquiry
from storage.finding import Filters, Scope
from storage.kinds import Role, Status
from storage.organisation import Organisation, WorkingCalendar
from storage.search import words_in

LATELY = timedelta(days=30)
MOST_SIMILAR = 3
SHARED_WORDS = 3
"""How many words two questions must have in common to be called alike, or all of the shorter one's."""


class Asked(StrEnum):
    """What the words after /media-enquiry can ask to see."""

    LIST = "list"
    MINE = "mine"
    DUE_TODAY = "due"
    DUE_TOMORROW = "due_tomorrow"
    DUE_THIS_WEEK = "due_week"
    FIND = "find"
    ONE = "one"


@dataclass(frozen=True, slots=True)
class Question:
    """What someone asks to see: for FIND the words, for ONE the enquiry's id."""

    asked: Asked
    words: str = ""
    enquiry_id: int = 0


_REFERENCE = re.compile(
    r"(?:(?:open|show|find|ref|reference|enquiry) )?(?:me ?[-\u2013_#:/]? ?|# ?)0*(\d{1,9})[.?!]?|0*(\d{1,5})",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(r"(gn|sh)[ -]?0*(\d{1,7})", re.IGNORECASE)
_FIXED = {
    Asked.LIST: "list|lists|list all|all|open|list open|board",
    Asked.MINE: "mine|my|me|my enquiries|list mine",
    Asked.DUE_TODAY: "due|due today|duetoday|due now|today|overdue|late",
    Asked.DUE_TOMORROW: "due tomorrow|duetomorrow|tomorrow|due tmrw|due tmw",
    Asked.DUE_THIS_WEEK: "due this week|due thisweek|due week|this week|week",
}
_FIND = re.compile(r"(?:find|look for|look up|search for)\b[:,]?(?: (.+))?", re.IGNORECASE)
_SEARCH = re.compile(r"search(?: ([^,]{1,40}))?", re.IGNORECASE)
_FIND_GLUED = re.compile(r"find(?!ing|er)(\w{3,})", re.IGNORECASE)
"""How people type these on a phone: me42, #42, findpanorama."""


def read_question(typed: str) -> Question | None:
    """What the words after the command ask to see; None where they are something else, such as a new enquiry's."""
    words = " ".join(typed.split())
    if (asked := _fixed(words.casefold())) is not None:
        return Question(asked)
    if found := _REFERENCE.fullmatch(words):
        return Question(Asked.ONE, enquiry_id=int(found[1] or found[2]))
    looks_for = next(filter(None, (one.fullmatch(words) for one in (_FIND, _SEARCH, _FIND_GLUED))), None)
    return Question(Asked.FIND, words=looks_for[1] or "") if looks_for else None


def _fixed(words: str) -> Asked | None:
    return next((asked for asked, said in _FIXED.items() if words in said.split("|")), None)


def reference_elsewhere(typed: str) -> str:
    """The reference of something that another command shows, as it is written properly; "" where these words are none."""
    found = _ELSEWHERE.fullmatch(typed.strip())
    return f"{found[1].upper()}-{int(found[2]):04}" if found else ""


def scope_of(person: str, organisation: Organisation) -> Scope:
    """What someone may find: the same people as `sensitivity.readers`, said the other way round."""
    roles = (Role.PRESS_OFFICER, Role.HEAD_OF_COMMS, Role.APPROVER, Role.LEGAL)
    return Scope(
        person,
        everything=any(person in organisation.holders(role) for role in roles),
        areas=tuple(key for key, area in organisation.service_areas.items() if person in (area.lead, *area.deputies)),
        political=person in organisation.holders(Role.MONITORING_OFFICER),
        instead_of=stands_in_for(person, organisation),
    )


class Narrowed(StrEnum):
    """By what the board can be narrowed."""

    AREA = "area"
    OFFICER = "officer"
    STATUS = "status"


def narrowed(filters: Filters, by: Narrowed, chosen: str) -> Filters:
    """The filters with one more choice. Raises ValueError for what could never have been chosen."""
    if by == Narrowed.STATUS and chosen:
        Status(chosen)
    if "|" in chosen:
        raise ValueError("a choice has no stroke in it")
    return replace(filters, **{by.value: chosen})


def due_between(asked: Asked, now: datetime, calendar: WorkingCalendar) -> tuple[datetime | None, datetime]:
    """From when until when a deadline belongs to what is asked; without a beginning, what is late belongs to it too.

    A week ends with its Sunday.
    """
    match asked:
        case Asked.DUE_TOMORROW:
            return end_of_day(now, calendar), end_of_day(now, calendar, days=1)
        case Asked.DUE_THIS_WEEK:
            return None, end_of_day(now, calendar, days=6 - local(calendar, now).weekday())
        case _:
            return None, end_of_day(now, calendar)


def end_of_day(now: datetime, calendar: WorkingCalendar, *, days: int = 0) -> datetime:
    """The midnight that ends this day, or the one so many days later, where the organisation is."""
    today = local(calendar, now)
    return datetime.combine(today.date() + timedelta(days=days + 1), time(), today.tzinfo)


def most_alike(
    enquiry: Enquiry, same_people: Iterable[Enquiry], same_words: Iterable[Enquiry], now: datetime
) -> tuple[Enquiry, ...]:
    """The few that a press officer should know of: from the same outlet or journalist of late, then those that ask alike."""
    of_late = [one for one in same_people if one.raised_at > now - LATELY]
    alike = [one for one in same_words if asks_alike(one.question, enquiry.question)]
    found = {one.id: one for one in (*of_late, *alike) if one.id != enquiry.id}
    return tuple(list(found.values())[:MOST_SIMILAR])


def asks_alike(one: str, other: str) -> bool:
    """Whether two questions have enough words in common to be about one thing."""
    mine, theirs = _stems(one), _stems(other)
    return len(mine & theirs) >= min(SHARED_WORDS, max(1, len(mine)), max(1, len(theirs)))


def _stems(question: str) -> frozenset[str]:
    """The words without their endings, roughly: closes, closing and closed are one word here."""
    return frozenset(re.sub(r"(?<=\w{3})(ing|ed|es|e|s)\Z", "", word) for word in words_in(question))
