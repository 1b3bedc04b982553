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
        if channel and area in organisation.service_areas and (found := _of(area, stories))
    ]


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
    calendar = organisation.calendar
    today = local(calendar, now).date()
    until = today.replace(day=1)
    first_working = until
    while not is_working_day(calendar, first_working) and first_working.day <= ASKED_FOR:
        first_working += DAY
    if today.day > ASKED_FOR or now < moment(calendar, first_working, organisation.digest_time):
        return None
    return Month((until - DAY).replace(day=1), until)
