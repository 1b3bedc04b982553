"""The nudging policy: one table. Who is asked at each step, after what share of the time left, within which bounds.

"Time left" runs from the plan to the deadline (or to the promise, where none was given). It is working time, unless the
enquiry is in a hurry: then it is time by the clock. The less there is, the faster the steps follow one another. An organisation
may change a step's share and bounds, or switch it off: `rule_of` gives the step as it holds there.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from enum import StrEnum
from typing import Any

from bot.rules.deeds import Deed
from storage.kinds import Step
from storage.organisation import Organisation


class Asked(StrEnum):
    """Whom a step asks."""

    OFFICER = "officer"  # who has claimed it, or else who is on duty
    LEAD = "lead"
    DEPUTY = "deputy"  # the next of the service who is there
    SECOND_DEPUTY = "second_deputy"  # the one after
    HEAD = "head"  # of communications
    RAISER = "raiser"


@dataclass(frozen=True, slots=True, kw_only=True)
class StepRule:
    """One step: whom it asks, and when.

    A `share` of None is a step told at once or by the deadline itself. `before`: so long before the deadline, or at `share` of the
    time left where that is less. `promised`: the wait where no deadline was given, since an answer is promised all the same.
    """

    asked: Asked
    share: float | None = None
    floor: timedelta = timedelta()
    ceiling: timedelta = timedelta()
    before: timedelta | None = None
    least: timedelta = timedelta()  # not worth asking where less time is left than this
    promised: timedelta | None = None
    urgent_only: bool = False
    follows: bool = False  # planned when another nudge goes unanswered, not from the start
    off: bool = False
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
    Step.OFFICER_UNCLAIMED: StepRule(
        asked=Asked.OFFICER, share=0.1, floor=_minutes(5), ceiling=_hours(1), promised=_minutes(30)
    ),
    Step.LEAD_AGAIN: StepRule(
        asked=Asked.LEAD, share=0.125, floor=_minutes(5), ceiling=_hours(2), promised=_minutes(30)
    ),
    Step.HEAD_UNCLAIMED: StepRule(
        asked=Asked.HEAD,
        share=0.2,
        floor=_minutes(10),
        ceiling=_hours(2),
        promised=_hours(1),
        after=Step.OFFICER_UNCLAIMED,
    ),
    Step.STILL_UNTAKEN: StepRule(asked=Asked.OFFICER, urgent_only=True),  # when: bot.rules.untaken
    Step.DEPUTY: StepRule(asked=Asked.DEPUTY, share=0.25, floor=_minutes(10), ceiling=_hours(4), promised=_hours(1)),
    Step.SECOND_DEPUTY: StepRule(
        asked=Asked.SECOND_DEPUTY, share=0.325, floor=_minutes(12), ceiling=_hours(6), promised=_hours(2)
    ),
    Step.HEAD_UNACKNOWLEDGED: StepRule(
        asked=Asked.HEAD,
        share=0.4,
        floor=_minutes(15),
        ceiling=_hours(8),
        promised=_hours(3),
        after=Step.LEAD_AGAIN,
    ),
    Step.STILL_LEAD: StepRule(asked=Asked.LEAD, share=0.4, floor=_minutes(20), ceiling=_hours(6), least=_hours(1)),
    Step.STILL_OFFICER: StepRule(
        asked=Asked.OFFICER, share=0.4, floor=_minutes(20), ceiling=_hours(4), least=_hours(1)
    ),
    Step.LEAD_SILENT: StepRule(asked=Asked.DEPUTY, share=0.2, floor=_minutes(10), ceiling=_hours(2), follows=True),
    Step.OFFICER_SILENT: StepRule(
        asked=Asked.HEAD, share=0.2, floor=_minutes(10), ceiling=_hours(2), follows=True, after=Step.STILL_OFFICER
    ),
    Step.DRAFT_DUE: StepRule(asked=Asked.OFFICER, share=0.3, before=_hours(2), least=_hours(3)),
    Step.READY_UNSENT: StepRule(asked=Asked.OFFICER, share=0.2, before=_minutes(90), least=_hours(2)),
    Step.OFFICER_DEADLINE: StepRule(asked=Asked.OFFICER, share=0.5, before=_hours(1)),
    Step.DEADLINE_SOON: StepRule(asked=Asked.OFFICER, share=0.25, before=_minutes(15), least=_hours(1)),
    Step.OFFICER_PASSED: StepRule(asked=Asked.OFFICER),
    Step.HEAD_PASSED: StepRule(asked=Asked.HEAD, after=Step.OFFICER_PASSED),
    Step.NOT_CLOSED: StepRule(asked=Asked.OFFICER),
}

HURRY = _hours(1)  # with less working time than this before the deadline, the clock counts and not the office
LONG_AHEAD = _hours(40)  # of working time: past this every share has met its ceiling
PROMISE_DAYS = 1  # working days within which an enquiry without a deadline is answered
NOT_CLOSED_DAYS = 3  # working days after which an answered enquiry should be closed
LATE = _minutes(10)  # a nudge sent so long after its moment says that it is late
STORY_HEAD_LATER = 1  # working days after the promised ones: the head of communications is asked
MOST_ROUNDS = 3  # times a day that one person is asked the same about one matter; the next is for the next morning
MOST_A_DAY = 12  # messages a day to one person about what is not urgent; the rest waits for the morning
WHOLE = "*"  # in the organisation's changes: what holds for every step

ALWAYS = frozenset({Step.OFFICER_NEW, Step.LEAD_NEW, Step.OFFICER_PASSED, Step.HEAD_PASSED})
"""What nobody can switch off: otherwise an enquiry could be forgotten."""


def rule_of(step: Step, organisation: Organisation) -> StepRule:
    """The step as it holds in this organisation."""
    changes = organisation.nudging.get(step.value)
    return _changed(POLICY[step], changes, step) if changes else POLICY[step]


def _changed(rule: StepRule, changes: Mapping[str, Any], step: Step) -> StepRule:
    values: dict[str, Any] = {}
    if rule.share is not None and "share" in changes:
        values["share"] = min(max(float(changes["share"]), 0.0), 1.0)
    for name in ("floor", "ceiling", "before", "promised"):
        if f"{name}_minutes" in changes and (name in ("floor", "ceiling") or getattr(rule, name) is not None):
            values[name] = timedelta(minutes=max(float(changes[f"{name}_minutes"]), 0.0))
    changed = replace(rule, **values, off=bool(changes.get("off")) and step not in ALWAYS)
    return replace(changed, ceiling=max(changed.ceiling, changed.floor))


def most(what: str, organisation: Organisation) -> int:
    """A cap as it holds in this organisation: `rounds` or `a_day`. At least one: a cap delays, it never drops."""
    usual = {"rounds": MOST_ROUNDS, "a_day": MOST_A_DAY}[what]
    return max(int(organisation.nudging.get(WHOLE, {}).get(what, usual)), 1)


CLAIM_STEPS = frozenset({Step.OFFICER_NEW, Step.OFFICER_UNCLAIMED, Step.HEAD_UNCLAIMED, Step.STILL_UNTAKEN})
LEAD_STEPS = frozenset({Step.LEAD_NEW, Step.LEAD_AGAIN, Step.DEPUTY, Step.SECOND_DEPUTY, Step.HEAD_UNACKNOWLEDGED})
STILL_LEAD_STEPS = frozenset({Step.STILL_LEAD, Step.LEAD_SILENT})
STILL_OFFICER_STEPS = frozenset({Step.STILL_OFFICER, Step.OFFICER_SILENT})
PASSED_STEPS = frozenset({Step.OFFICER_PASSED, Step.HEAD_PASSED})
DEADLINE_STEPS = PASSED_STEPS | {Step.DRAFT_DUE, Step.READY_UNSENT, Step.OFFICER_DEADLINE, Step.DEADLINE_SOON}
FOLLOW_STEPS = STILL_LEAD_STEPS | STILL_OFFICER_STEPS | {Step.NOT_CLOSED}
"""What is asked of those who have it, and after the answer. Each waits by itself until there is somebody to be asked."""
STORY_STEPS = frozenset({Step.STORY_ANSWER, Step.STORY_HEAD})
SIGN_OFF_STEPS = frozenset({Step.SIGN_OFF, Step.SIGN_OFF_AGAIN, Step.SIGN_OFF_LATE})
FACT_STEPS = frozenset({Step.FACT_CHECK, Step.FACT_CHECK_AGAIN, Step.FACT_CHECK_LATE})
ENQUIRY_STEPS = CLAIM_STEPS | LEAD_STEPS | DEADLINE_STEPS | FOLLOW_STEPS | {Step.RAISER_RING}
ANSWERED = ENQUIRY_STEPS - {Step.NOT_CLOSED}
"""What the answer makes needless."""

_SETTLED: dict[Deed, frozenset[Step]] = {
    Deed.ACKNOWLEDGE: LEAD_STEPS | {Step.LEAD_SILENT, Step.RAISER_RING},
    Deed.HAND_ON: LEAD_STEPS | STILL_LEAD_STEPS,
    Deed.HAND_TO: LEAD_STEPS | STILL_LEAD_STEPS,
    Deed.CLAIM: CLAIM_STEPS | {Step.RAISER_RING},
    Deed.ASSIGN: CLAIM_STEPS | STILL_OFFICER_STEPS | {Step.RAISER_RING, Step.ASSIGNED},
    Deed.HAND_OVER: CLAIM_STEPS | STILL_OFFICER_STEPS | {Step.RAISER_RING, Step.ASSIGNED},
    Deed.RESPOND: ANSWERED | {Step.ASSIGNED},
    Deed.RECORD_COVERAGE: frozenset({Step.COVERAGE}),
    Deed.NOTHING_PUBLISHED: frozenset({Step.COVERAGE}),
    Deed.CLOSE: ENQUIRY_STEPS | {Step.COVERAGE, Step.ASSIGNED},
    Deed.WITHDRAW: ENQUIRY_STEPS | {Step.COVERAGE, Step.ASSIGNED},
    Deed.PICK_UP: STORY_STEPS,
    Deed.DECLINE: STORY_STEPS,
    Deed.WITHDRAW_STORY: STORY_STEPS,
    Deed.JOIN_STORIES: STORY_STEPS,
    Deed.TELL_HERE: STORY_STEPS | {Step.STORY_UNTOLD},
}


def settled_steps(deed: Deed) -> frozenset[Step]:
    """The steps a deed deals with: nudges of theirs already sent say so and lose their buttons, those planned are dropped."""
    return _SETTLED.get(deed, frozenset())


def chain_of(step: Step) -> frozenset[Step]:
    """The steps that ask one person after another for the same thing. What hangs on the deadline itself is nobody's to hurry."""
    return next((chain for chain in _CHAINS if step in chain), frozenset())


_CHAINS = (
    CLAIM_STEPS,
    LEAD_STEPS,
    STILL_LEAD_STEPS,
    STILL_OFFICER_STEPS,
    STORY_STEPS,
    SIGN_OFF_STEPS,
    FACT_STEPS,
    frozenset({Step.TASK, Step.TASK_AGAIN}),
    frozenset({Step.CALL, Step.CALL_AGAIN}),
    frozenset({Step.TAKE_DOWN, Step.TAKE_DOWN_AGAIN}),
    frozenset({Step.SHARE_ANSWER, Step.SHARE_HEAD}),
    frozenset({Step.CHANGE_NEW, Step.CHANGE_AGAIN, Step.CHANGE_HEAD}),
    frozenset({Step.JOINT_NEW, Step.JOINT_HEAD}),
)
