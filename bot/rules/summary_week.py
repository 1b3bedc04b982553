"""The week, for the head of communications: where nudges had to go further, by step and service, never by person."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.rules.involved import is_left_out
from bot.rules.working_time import local
from storage.enquiry import Enquiry
from storage.kinds import Step
from storage.nudge import Nudge
from storage.organisation import Organisation, WorkingCalendar
from storage.story import StoryIdea

FEWER_THAN = 3  # a smaller number could point at somebody

OWN = (
    Step.OFFICER_UNCLAIMED,
    Step.HEAD_UNCLAIMED,
    Step.RAISER_RING,
    Step.OFFICER_SILENT,
    Step.READY_UNSENT,
    Step.OFFICER_PASSED,
    Step.NOT_CLOSED,
    Step.STORY_ANSWER,
    Step.STORY_HEAD,
)
"""The comms team's own lateness: it is named first. Something urgent that nobody took is ours too, whatever the service did."""

OF_SERVICES = (
    Step.LEAD_AGAIN,
    Step.DEPUTY,
    Step.SECOND_DEPUTY,
    Step.HEAD_UNACKNOWLEDGED,
    Step.LEAD_SILENT,
    Step.FACT_CHECK_AGAIN,
    Step.SIGN_OFF_AGAIN,
    Step.SIGN_OFF_LATE,
)


@dataclass(frozen=True, slots=True)
class Row:
    """How often a step was needed for one service's matters; None: fewer than three times."""

    step: Step
    area: str
    count: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """Where a week's nudges had to escalate. Nobody's name is in it."""

    starts: date
    ends: date
    own: tuple[Row, ...]
    services: tuple[Row, ...]


def last_week(calendar: WorkingCalendar, now: datetime) -> tuple[date, date]:
    """Monday to Sunday of the week before this one."""
    today = local(calendar, now).date()
    monday = today - timedelta(days=today.weekday() + 7)
    return monday, monday + timedelta(days=6)


def week(
    starts: date, reader: str, sent: Sequence[tuple[Nudge, Enquiry | StoryIdea]], organisation: Organisation
) -> Week:
    """Each matter counts once at each step, however often it was asked there. What the reader is left out of does not count."""
    matters: dict[tuple[Step, str], set[tuple[type, int]]] = defaultdict(set)
    for nudge, about in sent:
        if isinstance(about, Enquiry) and is_left_out(reader, about):
            continue
        matters[Step(nudge.step), about.service_area].add((type(about), about.id))
    order = {key: place for place, key in enumerate(organisation.service_areas)}

    def rows(steps: Sequence[Step]) -> tuple[Row, ...]:
        found = [(step, area) for step, area in matters if step in steps]
        found.sort(key=lambda one: (steps.index(one[0]), order.get(one[1], len(order)), one[1]))
        return tuple(Row(step, area, _shown(len(matters[step, area]))) for step, area in found)

    return Week(starts=starts, ends=starts + timedelta(days=6), own=rows(OWN), services=rows(OF_SERVICES))


def _shown(count: int) -> int | None:
    return count if count >= FEWER_THAN else None
