"""Why a nudge about an enquiry was sent, why now, and why to this person: as facts, which `bot.messages.why` puts into words."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.rules.availability import Absent, on_call, why_not
from bot.rules.involved import asked_around
from bot.rules.nudge_policy import POLICY, Asked, rule_of
from bot.rules.recipients import lead_of
from bot.rules.urgency import is_hurried, presses
from bot.rules.working_time import is_working
from storage.enquiry import Enquiry
from storage.kinds import RotaKind, Step
from storage.nudge import Nudge
from storage.organisation import Organisation


class Because(StrEnum):
    """One reason. What has happened comes first, then why it is this person, then why at this hour."""

    ARRIVED = "arrived"
    UNCLAIMED = "unclaimed"  # share: of the time to the deadline
    UNTAKEN = "untaken"  # by the morning, or the next turn
    UNACKNOWLEDGED = "unacknowledged"
    NO_DEADLINE = "no_deadline"  # the organisation's promise counts
    STILL = "still"
    SILENT = "silent"  # person: who did not answer
    DRAFT_DUE = "draft_due"
    UNSENT = "unsent"
    DUE_SOON = "due_soon"
    PASSED = "passed"
    NOT_CLOSED = "not_closed"
    RING = "ring"
    LEADS = "leads"
    DEPUTY = "deputy"
    WITH_YOU = "with_you"
    OFFICER = "officer"
    ON_CALL = "on_call"
    HEAD = "head"
    RAISED = "raised"
    PRESS_OFFICE = "press_office"
    NAMED_YOU = "named_you"  # person is away until a moment, and named you
    NOT_THERE = "not_there"  # person is away, off, quiet, or has left; until, where it is known
    URGENT = "urgent"
    CLOSE = "close"  # so close to its deadline that it does not wait for the office
    LATE = "late"
    GIVEN = "given"  # the enquiry itself
    COVERAGE = "coverage"
    YES_ASKED = "yes_asked"  # person: who asks
    YES_DUE = "yes_due"
    IN_PLACE = "in_place"  # person: for whom they act
    NO_ANSWER = "no_answer"  # person: who was asked
    FACTS_ASKED = "facts_asked"
    FACTS_DUE = "facts_due"
    NEWS = "news"
    TASK = "task"
    TASK_OPEN = "task_open"
    CALL_PROMISED = "call_promised"  # person: who is to be rung
    STORY_WAITS = "story_waits"
    STORY_STILL_WAITS = "story_still_waits"
    CONSENT_ENDS = "consent_ends"
    STORY_UNTOLD = "story_untold"
    STORY_UNANSWERED = "story_unanswered"
    STORY_HELD = "story_held"
    STORIES = "stories"  # they look after them
    COMES_DOWN = "comes_down"
    STILL_STANDS = "still_stands"  # person: who has it to take down
    TOLD_THERE = "told_there"
    SHARE_WAITS = "share_waits"  # person: who asked
    CHANGE_WAITS = "change_waits"
    ANSWER_LATE = "answer_late"  # until: when it was promised
    YOURS = "yours"
    RULE_WAITS = "rule_waits"
    JOINT_GROUP = "joint_group"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """A reason with what it is about."""

    because: Because
    person: str | None = None
    until: datetime | None = None
    why: Absent | None = None
    share: float | None = None


def grounds(nudge: Nudge, enquiry: Enquiry, organisation: Organisation) -> list[Ground]:
    """Why this nudge was sent, as things stood at its moment."""
    organisation = asked_around(organisation, enquiry)
    at = nudge.sent_at or nudge.due_at
    return [
        *_what_happened(Step(nudge.step), enquiry, organisation),
        *_why_you(nudge, enquiry, organisation, at),
        *why_now(nudge, enquiry, organisation, at),
    ]


_HAPPENED: dict[Step, Because] = {
    Step.OFFICER_NEW: Because.ARRIVED,
    Step.LEAD_NEW: Because.ARRIVED,
    Step.OFFICER_UNCLAIMED: Because.UNCLAIMED,
    Step.HEAD_UNCLAIMED: Because.UNCLAIMED,
    Step.STILL_UNTAKEN: Because.UNTAKEN,
    Step.LEAD_AGAIN: Because.UNACKNOWLEDGED,
    Step.DEPUTY: Because.UNACKNOWLEDGED,
    Step.SECOND_DEPUTY: Because.UNACKNOWLEDGED,
    Step.HEAD_UNACKNOWLEDGED: Because.UNACKNOWLEDGED,
    Step.RAISER_RING: Because.RING,
    Step.STILL_LEAD: Because.STILL,
    Step.STILL_OFFICER: Because.STILL,
    Step.LEAD_SILENT: Because.SILENT,
    Step.OFFICER_SILENT: Because.SILENT,
    Step.DRAFT_DUE: Because.DRAFT_DUE,
    Step.READY_UNSENT: Because.UNSENT,
    Step.OFFICER_DEADLINE: Because.DUE_SOON,
    Step.DEADLINE_SOON: Because.DUE_SOON,
    Step.OFFICER_PASSED: Because.PASSED,
    Step.HEAD_PASSED: Because.PASSED,
    Step.NOT_CLOSED: Because.NOT_CLOSED,
}


def _what_happened(step: Step, enquiry: Enquiry, organisation: Organisation) -> Iterator[Ground]:
    because = _HAPPENED.get(step)
    if because is None:
        return
    waits = because in (Because.UNCLAIMED, Because.UNACKNOWLEDGED)
    if waits and enquiry.deadline is None:
        yield Ground(because=because)
        yield Ground(because=Because.NO_DEADLINE)
    elif waits:
        yield Ground(because=because, share=rule_of(step, organisation).share)
    else:
        yield Ground(because=because, person=enquiry.officer if step == Step.OFFICER_SILENT else None)


def _why_you(nudge: Nudge, enquiry: Enquiry, organisation: Organisation, at: datetime) -> Iterator[Ground]:
    """What they are to the enquiry, or for whom they stand in; and who before them is not there."""
    place = _place(nudge, enquiry, organisation, at)
    before = _before(nudge, enquiry, organisation, at)
    urgent = is_hurried(enquiry, organisation) or presses(Step(nudge.step), enquiry, organisation, at)
    for person in before:
        absent = why_not(organisation, person, at, urgent=urgent)
        if absent is not None:
            named = absent.deputy == nudge.person
            because = Because.NAMED_YOU if named else Because.NOT_THERE
            yield Ground(because=because, person=person, until=absent.until, why=absent.why)
            if named:
                return
    yield Ground(because=place)


def _before(nudge: Nudge, enquiry: Enquiry, organisation: Organisation, at: datetime) -> list[str]:
    """Who would have been asked at this step before them."""
    area = organisation.service_areas.get(enquiry.service_area)
    asked = POLICY[nudge.step].asked if nudge.step in POLICY else None
    if asked in (Asked.LEAD, Asked.DEPUTY, Asked.SECOND_DEPUTY):
        chain = (lead_of(enquiry, organisation), *(area.deputies if area else ()))
    elif asked == Asked.OFFICER:
        turn = on_call(organisation, RotaKind.PRESS, at)
        named = area.press_officer if area else None
        chain = (enquiry.officer, named if is_working(organisation.calendar, at) else turn)
    elif asked == Asked.HEAD:
        chain = (organisation.head_of_comms,)
    else:
        chain = ()
    people = [one for one in dict.fromkeys(chain) if one]
    return people[: people.index(nudge.person)] if nudge.person in people else people


def _place(nudge: Nudge, enquiry: Enquiry, organisation: Organisation, at: datetime) -> Because:
    area = organisation.service_areas.get(enquiry.service_area)
    asked = POLICY[nudge.step].asked if nudge.step in POLICY else Asked.OFFICER
    of_service = asked in (Asked.LEAD, Asked.DEPUTY, Asked.SECOND_DEPUTY)
    places = (
        (Because.RAISED, nudge.step == Step.RAISER_RING),
        (Because.LEADS, of_service and area is not None and nudge.person == area.lead),
        (Because.DEPUTY, of_service and area is not None and nudge.person in area.deputies),
        (Because.WITH_YOU, nudge.person == enquiry.officer),
        (Because.OFFICER, area is not None and nudge.person == area.press_officer),
        (Because.ON_CALL, nudge.person == on_call(organisation, RotaKind.PRESS, at)),
        (Because.HEAD, nudge.person == organisation.head_of_comms),
    )
    return next((place for place, holds in places if holds), Because.PRESS_OFFICE)


def why_now(nudge: Nudge, enquiry: Enquiry, organisation: Organisation, at: datetime) -> Iterator[Ground]:
    """Why it came at this hour, where that needs a reason."""
    if nudge.urgent or is_hurried(enquiry, organisation):
        yield Ground(because=Because.URGENT)
    elif not is_working(organisation.calendar, at) and presses(Step(nudge.step), enquiry, organisation, at):
        yield Ground(because=Because.CLOSE)
    yield from late(nudge)


def late(nudge: Nudge) -> Iterator[Ground]:
    """It fell due while the bot was away."""
    if nudge.late:
        yield Ground(because=Because.LATE, until=nudge.due_at)
