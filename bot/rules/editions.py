"""A service area's own edition of the week's good news, and a month's best: whose, when, and under which key each is posted once.

Both are off unless the organisation turns them on. An edition tells nothing that the digest did not tell; a month's best is what the comms
team picked, and nothing is posted where nobody picks.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.rules.working_time import DAY, is_working_day, local, moment
from storage.organisation import Organisation
from storage.story import StoryIdea

CATCHES_UP = timedelta(days=3)
"""So long after its digest an edition is still posted: after a stop, or a pause."""

ASKED_FOR = 14
"""Days of the new month in which the comms team is asked for the best of the old one."""

MOST_PICKED = 7


@dataclass(frozen=True, slots=True)
class Wanted:
    """An edition that is to be."""

    key: str
    channel: str
    area: str
    stories: tuple[int, ...]


def editions_of(week: str, stories: Sequence[StoryIdea], organisation: Organisation) -> list[Wanted]:
    """Those of a week whose digest tells these stories. A service of which it tells nothing has none."""
    return [
        Wanted(f"{week}:{area}", channel, area, found)
        for area, channel in organisation.editions.items()
        if _is_its_own(channel, organisation) and area in organisation.service_areas and (found := _of(area, stories))
    ]


def _is_its_own(channel: str, organisation: Organisation) -> bool:
    """Not where all of it is told already, and never among private enquiries."""
    return channel not in ("", organisation.good_news_channel, organisation.restricted_channel)


def _of(area: str, stories: Sequence[StoryIdea]) -> tuple[int, ...]:
    return tuple(story.id for story in stories if story.service_area == area)


@dataclass(frozen=True, slots=True)
class Month:
    """A month whose best is asked for. `until`: the day after its last."""

    first: date
    until: date

    @property
    def key(self) -> str:
        """One best of each month."""
        return f"{self.first:%Y-%m}:best"


def month_of(key: str) -> date:
    """The first day of the month that a key names."""
    return date.fromisoformat(f"{key.partition(':')[0]}-01")


def best_asked(organisation: Organisation, now: datetime) -> Month | None:
    """The month whose best is to be asked for now: from the new month's first working day, at the digest's hour."""
    if not organisation.best_of or not organisation.good_news_channel:
        return None
    today = local(organisation.calendar, now).date()
    until = today.replace(day=1)
    if today.day > ASKED_FOR or now < best_asked_at(organisation, until):
        return None
    return Month((until - DAY).replace(day=1), until)


def best_asked_at(organisation: Organisation, first: date) -> datetime:
    """When the month that begins on this day asks for the best of the one before."""
    calendar, day = organisation.calendar, first
    while not is_working_day(calendar, day) and day.day <= ASKED_FOR:
        day += DAY
    return moment(calendar, day, organisation.digest_time)
