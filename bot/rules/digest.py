"""The weekly digest: which one is due, whether it still goes out, and which stories are in it.

A digest is known by the week of its nominal day, the weekday the organisation chose. Where that is no working day it is
posted on the working day before; a week in which the office does not open at all has none.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

from bot.rules.sharing import may_be_told
from bot.rules.working_time import NAMES, is_working_day, local, moment, working_day_before
from storage.kinds import StoryStatus, Use
from storage.organisation import Organisation, ServiceArea
from storage.story import Consent, StoryIdea

WEEK = timedelta(days=7)
ON_TIME = timedelta(minutes=10)  # later than this it says that it is late
WEEKS_BACK = 8


@dataclass(frozen=True, slots=True)
class DueDigest:
    """A digest whose moment has come."""

    week: str
    nominal_day: date
    due_at: datetime


def week_of(day: date) -> str:
    """The ISO week: "2026-W48". Around New Year its year may not be the day's own."""
    return day.strftime("%G-W%V")


def due_digest(organisation: Organisation, now: datetime) -> DueDigest | None:
    """The latest digest whose moment has come; None where the office has not opened for weeks."""
    today = local(organisation.calendar, now).date()
    weekday = NAMES.index(organisation.digest_day)
    nominal_day = today + timedelta(days=(weekday - today.weekday()) % 7) + WEEK
    for _ in range(WEEKS_BACK):
        due = _digest_of(organisation, nominal_day)
        if due is not None and due.due_at <= now:
            return due
        nominal_day -= WEEK
    return None


def next_digest_at(organisation: Organisation, now: datetime) -> datetime | None:
    """When the next digest falls due, for the scheduler's alarm."""
    today = local(organisation.calendar, now).date()
    weekday = NAMES.index(organisation.digest_day)
    nominal_day = today + timedelta(days=(weekday - today.weekday()) % 7)
    for _ in range(WEEKS_BACK):
        due = _digest_of(organisation, nominal_day)
        if due is not None and due.due_at > now:
            return due.due_at
        nominal_day += WEEK
    return None


def _digest_of(organisation: Organisation, nominal_day: date) -> DueDigest | None:
    day = working_day_before(organisation.calendar, nominal_day)
    if not is_working_day(organisation.calendar, day) or nominal_day - day >= WEEK:
        return None
    due_at = moment(organisation.calendar, day, organisation.digest_time)
    return DueDigest(week_of(nominal_day), nominal_day, due_at)


def decide_digest(due: DueDigest, organisation: Organisation, now: datetime) -> Literal["on_time", "late", "missed"]:
    """Late on its own day is better than never; once that day is over a person decides."""
    if local(organisation.calendar, now).date() != local(organisation.calendar, due.due_at).date():
        return "missed"
    return "on_time" if now - due.due_at <= ON_TIME else "late"


def choose(
    stories: Iterable[StoryIdea], consents: Mapping[int, Sequence[Consent]], organisation: Organisation, today: date
) -> list[StoryIdea]:
    """The stories that colleagues may be told today, grouped by service area in the organisation's order, oldest first."""
    told = [story for story in stories if _may_be_chosen(story, consents.get(story.id, ()), today)]
    return [story for _, group in grouped(told, organisation) for story in group]


def _may_be_chosen(story: StoryIdea, consents: Sequence[Consent], today: date) -> bool:
    picked_up = story.status == StoryStatus.PICKED_UP and story.tell_colleagues_now
    return picked_up and may_be_told(story, consents, Use.COLLEAGUES, today)


def grouped(
    stories: Iterable[StoryIdea], organisation: Organisation
) -> list[tuple[ServiceArea | None, list[StoryIdea]]]:
    """Stories under their service areas, in the organisation's order; those of no area we know come last, under None."""
    groups: dict[str, list[StoryIdea]] = {key: [] for key in organisation.service_areas}
    others: list[StoryIdea] = []
    for story in sorted(stories, key=lambda story: (story.sent_in_at, story.id)):
        groups.get(story.service_area, others).append(story)
    known: list[tuple[ServiceArea | None, list[StoryIdea]]] = [
        (organisation.service_areas[key], group) for key, group in groups.items() if group
    ]
    return [*known, (None, others)] if others else known
