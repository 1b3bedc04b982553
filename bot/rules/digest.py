"""The weekly digest: which one is due, when the comms team sees it before, whether it goes out, and which stories are in it.

A digest is known by the week of its nominal day, the weekday the organisation chose. Where that is no working day it is
posted on the working day before; a week in which the office does not open at all has none. It goes out by itself at its hour, unless
someone or something holds it back: then it waits for a person.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum

from bot.rules.sharing import may_be_told
from bot.rules.working_time import (
    DAY,
    NAMES,
    is_working,
    is_working_day,
    local,
    moment,
    subtract_working_time,
    working_day_before,
)
from storage.digest import Digest
from storage.kinds import StoryStatus, Use
from storage.organisation import Organisation, ServiceArea
from storage.story import Consent, StoryIdea

WEEK = timedelta(days=7)
ON_TIME = timedelta(minutes=10)  # later than this it says that it is late
WEEKS_BACK = 8
ASKED_BEFORE = timedelta(hours=1)  # so long before its hour someone is asked whether it can go
MENDED_EVERY = timedelta(minutes=30)  # so often a channel that could not be posted to is tried again
TOLD_OF_LATE = timedelta(days=14)  # what was told elsewhere in this time still joins a digest
UNSAID_BELOW = 5  # fewer enquiries answered than this might be recognised, and are not counted aloud


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


def next_digest(organisation: Organisation, now: datetime) -> DueDigest | None:
    """The first digest whose moment has not come; None where the office does not open for weeks."""
    today = local(organisation.calendar, now).date()
    weekday = NAMES.index(organisation.digest_day)
    nominal_day = today + timedelta(days=(weekday - today.weekday()) % 7)
    for _ in range(WEEKS_BACK):
        due = _digest_of(organisation, nominal_day)
        if due is not None and due.due_at > now:
            return due
        nominal_day += WEEK
    return None


def due_again(digest: Digest, organisation: Organisation) -> DueDigest | None:
    """When a week's digest is due as its day and hour are set now; None where the office does not open in its week."""
    day = digest.nominal_day
    return _digest_of(organisation, day + timedelta(days=NAMES.index(organisation.digest_day) - day.weekday()))


def _digest_of(organisation: Organisation, nominal_day: date) -> DueDigest | None:
    day = working_day_before(organisation.calendar, nominal_day)
    if not is_working_day(organisation.calendar, day) or nominal_day - day >= WEEK:
        return None
    due_at = moment(organisation.calendar, day, organisation.digest_time)
    return DueDigest(week_of(nominal_day), nominal_day, due_at)


def preview_at(organisation: Organisation, due_at: datetime) -> datetime:
    """When the comms team sees it: on the working day before the day on which it goes out."""
    calendar = organisation.calendar
    day = working_day_before(calendar, local(calendar, due_at).date() - DAY)
    return moment(calendar, day, organisation.preview_time)


def ask_at(organisation: Organisation, due_at: datetime) -> datetime:
    """When someone is asked about one that nobody has said a word about: an hour before, while the office is open."""
    at = due_at - ASKED_BEFORE
    return (
        at if is_working(organisation.calendar, at) else subtract_working_time(organisation.calendar, at, ASKED_BEFORE)
    )


class Wait(StrEnum):
    """What a digest waits for a person's word for."""

    PAUSED = "paused"  # good news as a whole
    HELD = "held"
    PRIVATE = "private"  # a private enquiry has come in since it was shown
    UNAPPROVED = "unapproved"  # and the organisation wants someone to say that it can go


@dataclass(frozen=True, slots=True)
class Go:
    """It goes out now."""

    late: bool = False


@dataclass(frozen=True, slots=True)
class Waits:
    """It stays where it is until a person says so."""

    why: Wait


@dataclass(frozen=True, slots=True)
class NotYet:
    """Its hour has not come."""


@dataclass(frozen=True, slots=True)
class Missed:
    """Its whole day went by while the bot was away: a person decides."""


Verdict = Go | Waits | NotYet | Missed


def decide_digest(
    digest: Digest, organisation: Organisation, now: datetime, *, private_at: datetime | None = None
) -> Verdict:
    """What becomes of a digest now. `private_at`: when the latest private enquiry came in since it was shown."""
    if now < digest.due_at:
        return NotYet()
    why, its_day = holds_back(digest, organisation, private_at), _is_its_day(digest, organisation, now)
    if why == Wait.PAUSED or (why is not None and (its_day or digest.previewed_at is not None)):
        return Waits(why)
    return Go(now - digest.due_at > ON_TIME) if its_day or _was_let_go_since(digest) else Missed()


def _was_let_go_since(digest: Digest) -> bool:
    """After its hour a person said that it can go: then it does, whatever day it is."""
    return digest.approved_at is not None and digest.approved_at >= digest.due_at


def holds_back(digest: Digest, organisation: Organisation, private_at: datetime | None) -> Wait | None:
    """What a digest would wait for if its hour had come; None: nothing."""
    if organisation.good_news_paused is not None:
        return Wait.PAUSED
    if digest.held_at is not None:
        return Wait.HELD
    said = digest.approved_at
    if private_at is not None and (said is None or said <= private_at):
        return Wait.PRIVATE
    return Wait.UNAPPROVED if said is None and organisation.digest_unapproved == "wait" else None


def shown_at(digest: Digest, organisation: Organisation) -> datetime:
    """From when on a private enquiry makes it wait: when it was shown, or should have been."""
    return digest.previewed_at or preview_at(organisation, digest.due_at)


def _is_its_day(digest: Digest, organisation: Organisation, now: datetime) -> bool:
    calendar = organisation.calendar
    return local(calendar, now).date() == local(calendar, digest.due_at).date()


def told_on(organisation: Organisation, due_at: datetime, now: datetime) -> date:
    """The day whose agreements count: that of the post, or today where it is past."""
    return max(local(organisation.calendar, due_at).date(), local(organisation.calendar, now).date())


def services_to_ask(
    organisation: Organisation, last_told: Mapping[str, datetime], asked: Iterable[str], most: int = 2
) -> list[ServiceArea]:
    """The services not heard of for longest that have a lead who was not asked lately; each lead once."""
    taken = set(asked)
    found: list[ServiceArea] = []
    never = datetime.min.replace(tzinfo=UTC)
    for area in sorted(organisation.service_areas.values(), key=lambda one: last_told.get(one.key, never)):
        if area.lead and area.lead not in taken and len(found) < most:
            taken.add(area.lead)
            found.append(area)
    return found


def choose(
    stories: Iterable[StoryIdea], consents: Mapping[int, Sequence[Consent]], organisation: Organisation, today: date
) -> list[StoryIdea]:
    """The stories that colleagues may be told today, grouped by service area in the organisation's order, oldest first."""
    told = [story for story in stories if may_be_chosen(story, consents.get(story.id, ()), today)]
    return [story for _, group in grouped(told, organisation) for story in group]


STANDS = frozenset({StoryStatus.PICKED_UP, StoryStatus.TOLD})
"""Only a story of these stands in good news."""


def may_be_chosen(story: StoryIdea, consents: Sequence[Consent], today: date) -> bool:
    """Picked up or told elsewhere, its author is glad for colleagues to know now, and it may be told them on that day."""
    return story.tell_colleagues_now and may_stand(story, consents, today)


def may_stand(story: StoryIdea, consents: Sequence[Consent], today: date) -> bool:
    """Whether a story may stand in good news that is out: asked anew whenever it is shown."""
    return story.status in STANDS and may_be_told(story, consents, Use.COLLEAGUES, today)


def around(order: Sequence[int], held: Collection[int], shown: Sequence[int]) -> list[int]:
    """An order with what is shown put anew; what is held keeps its place among it, counted from the top."""
    others = iter(shown)
    return [one if one in held else next(others) for one in order]


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
