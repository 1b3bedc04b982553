"""Stories told beside enquiries, by service area and quarter. A picture of the two sides of the work, and no measure of anybody's.

Private enquiries count only as numbers, and where there are fewer than five of them in a service and a quarter they do not count at all:
somebody who knows the others could work out that there was one.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time

from bot.rules.working_time import local, moment
from storage.organisation import Organisation
from storage.story_counts import CameIn, ToldOnce

UNSAID_BELOW = 5
QUARTERS = 4
MONTHS = ("January to March", "April to June", "July to September", "October to December")


@dataclass(frozen=True, slots=True, order=True)
class Quarter:
    """Three months of a year, counted from one."""

    year: int
    number: int

    @property
    def first_day(self) -> date:
        """The first of January, April, July or October."""
        return date(self.year, 3 * self.number - 2, 1)

    @property
    def name(self) -> str:
        """January to March 2026."""
        return f"{MONTHS[self.number - 1]} {self.year}"

    def before(self) -> "Quarter":
        """The one before."""
        return Quarter(self.year - 1, 4) if self.number == 1 else Quarter(self.year, self.number - 1)


@dataclass(frozen=True, slots=True)
class Cell:
    """One service area in one quarter."""

    quarter: Quarter
    area: str  # its name; "" for what belongs to none
    stories: int
    enquiries: int


def quarter_of(day: date) -> Quarter:
    """The quarter of a day."""
    return Quarter(day.year, (day.month + 2) // 3)


def quarters(today: date, count: int = QUARTERS) -> list[Quarter]:
    """The latest so many, oldest first; this one is not over yet."""
    found = [quarter_of(today)]
    while len(found) < count:
        found.append(found[-1].before())
    return found[::-1]


def begins(organisation: Organisation, quarter: Quarter) -> datetime:
    """The moment a quarter begins where the organisation is."""
    return moment(organisation.calendar, quarter.first_day, time())


def balance(
    told: Iterable[ToldOnce], came_in: Iterable[CameIn], organisation: Organisation, wanted: list[Quarter]
) -> list[Cell]:
    """Each service in each quarter, in the organisation's order; what belongs to no service only where there is something."""
    areas = organisation.service_areas
    stories = Counter((quarter_of(one.on), one.area if one.area in areas else "") for one in told)
    enquiries = _counted(came_in, organisation)
    return [
        Cell(quarter, areas[key].name if key else "", stories[quarter, key], enquiries[quarter, key])
        for quarter in wanted
        for key in (*areas, "")
        if key or stories[quarter, key] or enquiries[quarter, key]
    ]


def _counted(came_in: Iterable[CameIn], organisation: Organisation) -> Counter[tuple[Quarter, str]]:
    areas, calendar = organisation.service_areas, organisation.calendar
    ordinary: Counter[tuple[Quarter, str]] = Counter()
    private: Counter[tuple[Quarter, str]] = Counter()
    for one in came_in:
        there = quarter_of(local(calendar, one.at).date()), one.area if one.area in areas else ""
        (private if one.restricted else ordinary)[there] += 1
    return ordinary + Counter({there: count for there, count in private.items() if count >= UNSAID_BELOW})
