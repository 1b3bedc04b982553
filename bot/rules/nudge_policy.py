"""The nudging policy: one table. Who is asked at each step, after what share of the time left, within which bounds.

"Time left" runs from the plan to the deadline (or to the promise, where none was given). It is working time, unless the
enquiry is in a hurry: then it is time by the clock. The less there is, the faster the steps follow one another.
"""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from bot.rules.deeds import Deed
from storage.kinds import Step


class Asked(StrEnum):
    """Whom a step asks."""

    OFFICER = "officer"  # who has claimed it, or else who is on duty
    LEAD = "lead"
    DEPUTY = "deputy"
    HEAD = "head"  # of communications
    RAISER = "raiser"


@dataclass(frozen=True, slots=True, kw_only=True)
class StepRule:
    """One step: whom it asks, and when. A `share` of None is a step told at once or by the deadline itself."""

    asked: Asked
    share: float | None = None
    floor: timedelta = timedelta()
    ceiling: timedelta = timedelta()
    urgent_only: bool = False
    after: Step | None = None  # the step whose person must not be asked again under this name


def _minutes(count: int) -> timedelta:
    return timedelta(minutes=count)


def _hours(count: int) -> timedelta:
    return timedelta(hours=count)


POLICY: dict[Step, StepRule] = {
    Step.OFFICER_NEW: StepRule(asked=Asked.OFFICER),
    Step.LEAD_NEW: StepRule(asked=Asked.LEAD),
    Step.RAISER_RING: StepRule(
        asked=Asked.RAISER, share=0.0, floor=_minutes(10), ceiling=_minutes(10), urgent_only=True
    ),
    Step.OFFICER_UNCLAIMED: StepRule(asked=Asked.OFFICER, share=0.1, floor=_minutes(5), ceiling=_hours(1)),
    Step.LEAD_AGAIN: StepRule(asked=Asked.LEAD, share=0.125, floor=_minutes(5), ceiling=_hours(2)),
    Step.HEAD_UNCLAIMED: StepRule(
        asked=Asked.HEAD, share=0.2, floor=_minutes(10), ceiling=_hours(2), after=Step.OFFICER_UNCLAIMED
    ),
    Step.DEPUTY: StepRule(asked=Asked.DEPUTY, share=0.25, floor=_minutes(10), ceiling=_hours(4)),
    Step.HEAD_UNACKNOWLEDGED: StepRule(
        asked=Asked.HEAD, share=0.4, floor=_minutes(15), ceiling=_hours(8), after=Step.LEAD_AGAIN
    ),
    Step.OFFICER_DEADLINE: StepRule(asked=Asked.OFFICER),
    Step.OFFICER_PASSED: StepRule(asked=Asked.OFFICER),
    Step.HEAD_PASSED: StepRule(asked=Asked.HEAD, after=Step.OFFICER_PASSED),
}

BEFORE_DEADLINE = _hours(1)  # the officer is reminded so long before, or at half the time left where that is less
HURRY = _hours(1)  # with less working time than this before the deadline, the clock counts and not the office
LONG_AHEAD = _hours(40)  # of working time: past this every share has met its ceiling
PROMISE_DAYS = 1  # working days within which an enquiry without a deadline is answered
LATE = _minutes(10)  # a nudge sent so long after its moment says that it is late
STORY_ANSWER_DAYS = 3  # working days within which every story idea is answered
STORY_HEAD_DAYS = 4

CLAIM_STEPS = frozenset({Step.OFFICER_NEW, Step.OFFICER_UNCLAIMED, Step.HEAD_UNCLAIMED})
LEAD_STEPS = frozenset({Step.LEAD_NEW, Step.LEAD_AGAIN, Step.DEPUTY, Step.HEAD_UNACKNOWLEDGED})
DEADLINE_STEPS = frozenset({Step.OFFICER_DEADLINE, Step.OFFICER_PASSED, Step.HEAD_PASSED})
STORY_STEPS = frozenset({Step.STORY_ANSWER, Step.STORY_HEAD})
ENQUIRY_STEPS = CLAIM_STEPS | LEAD_STEPS | DEADLINE_STEPS | {Step.RAISER_RING}

_SETTLED: dict[Deed, frozenset[Step]] = {
    Deed.ACKNOWLEDGE: LEAD_STEPS | {Step.RAISER_RING},
    Deed.HAND_ON: LEAD_STEPS,
    Deed.CLAIM: CLAIM_STEPS | {Step.RAISER_RING},
    Deed.ASSIGN: CLAIM_STEPS | {Step.RAISER_RING, Step.ASSIGNED},
    Deed.HAND_OVER: CLAIM_STEPS | {Step.RAISER_RING, Step.ASSIGNED},
    Deed.RESPOND: ENQUIRY_STEPS | {Step.ASSIGNED},
    Deed.RECORD_COVERAGE: frozenset({Step.COVERAGE}),
    Deed.NOTHING_PUBLISHED: frozenset({Step.COVERAGE}),
    Deed.CLOSE: ENQUIRY_STEPS | {Step.COVERAGE, Step.ASSIGNED},
    Deed.WITHDRAW: ENQUIRY_STEPS | {Step.COVERAGE, Step.ASSIGNED},
    Deed.PICK_UP: STORY_STEPS,
    Deed.DECLINE: STORY_STEPS,
}


def settled_steps(deed: Deed) -> frozenset[Step]:
    """The steps a deed deals with: nudges of theirs already sent say so and lose their buttons, those planned are dropped."""
    return _SETTLED.get(deed, frozenset())


def chain_of(step: Step) -> frozenset[Step]:
    """The steps that ask one person after another for the same thing. What hangs on the deadline itself is nobody's to hurry."""
    return next((chain for chain in (CLAIM_STEPS, LEAD_STEPS, STORY_STEPS) if step in chain), frozenset())
