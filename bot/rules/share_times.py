"""When an answer about sharing is owed, and who is asked meanwhile. The clock runs on us, in the organisation's working time.

Nothing here disturbs an evening: whoever asked was told a time within office hours.
"""

from datetime import datetime, timedelta

from bot.rules.deciding import Decision, Moot, said_to
from bot.rules.planning import PlannedNudge
from bot.rules.share_owners import asked_now, joint_members
from bot.rules.share_rules import about_someone
from bot.rules.working_time import add_working_days, add_working_time, next_opening, subtract_working_time
from storage.kinds import ShareKind, ShareState, Step
from storage.nudge import Nudge
from storage.organisation import Organisation
from storage.share import JointItem, ShareAsk

SHARE_HEADS = frozenset({Step.SHARE_HEAD, Step.CHANGE_HEAD})


def answer_due(kind: ShareKind, organisation: Organisation, now: datetime) -> datetime:
    """By when the answer is owed: so many working hours on, or working days for what should change."""
    calendar = organisation.calendar
    if kind == ShareKind.CHANGE:
        return next_opening(calendar, add_working_days(calendar, now, organisation.change_days))
    return add_working_time(calendar, now, timedelta(hours=organisation.share_promise))


def joint_due(organisation: Organisation, now: datetime) -> datetime:
    """By when the joint group answers."""
    calendar = organisation.calendar
    return next_opening(calendar, add_working_days(calendar, now, organisation.joint_days))


def plan_share(ask: ShareAsk, organisation: Organisation, now: datetime, round_: int = 1) -> list[PlannedNudge]:
    """Half of the time gone, the press office is asked; all of it, its head. Whoever owns an idea is told at once."""
    if ask.due_at is None or ask.state != ShareState.OPEN:
        return []
    steps = (
        _change_steps(ask.due_at, organisation, now)
        if ask.kind == ShareKind.CHANGE
        else _share_steps(ask.due_at, organisation)
    )
    planned = []
    for step, at in steps.items():
        person = asked_now(ask, organisation, at, head=step in SHARE_HEADS)
        if person is not None:
            planned.append(PlannedNudge(step, person, at, round=round_))
    return planned


def _share_steps(due: datetime, organisation: Organisation) -> dict[Step, datetime]:
    half = timedelta(hours=organisation.share_promise) / 2
    return {Step.SHARE_ANSWER: subtract_working_time(organisation.calendar, due, half), Step.SHARE_HEAD: due}


def _change_steps(due: datetime, organisation: Organisation, now: datetime) -> dict[Step, datetime]:
    calendar = organisation.calendar
    again = subtract_working_time(calendar, due, timedelta(hours=8))
    return {Step.CHANGE_NEW: next_opening(calendar, now), Step.CHANGE_AGAIN: again, Step.CHANGE_HEAD: due}


def plan_joint(item: JointItem, organisation: Organisation, now: datetime) -> list[PlannedNudge]:
    """Each of the group is told; where nobody answers in time, the head of communications."""
    starts = next_opening(organisation.calendar, now)
    told = [PlannedNudge(Step.JOINT_NEW, one, starts) for one in joint_members(organisation)]
    head = organisation.head_of_comms
    return [*told, *([PlannedNudge(Step.JOINT_HEAD, head, item.due_at)] if head else [])]


def share_asked(nudge: Nudge, ask: ShareAsk, organisation: Organisation, now: datetime) -> str | None:
    """Whom a nudge about it asks now."""
    return asked_now(ask, organisation, now, head=nudge.step in SHARE_HEADS)


def joint_asked(nudge: Nudge, _item: JointItem, organisation: Organisation, _now: datetime) -> str | None:
    """Whom a nudge about a rule asks now: each of the group themselves."""
    return organisation.head_of_comms if nudge.step == Step.JOINT_HEAD else nudge.person


def decide_share(nudge: Nudge, ask: ShareAsk, organisation: Organisation, now: datetime) -> Decision:
    """What becomes of a planned nudge about it at this moment."""
    if ask.state != ShareState.OPEN:
        return Moot(str(ask.state))
    if nudge.step in SHARE_HEADS and turns_green(ask, organisation):
        return Moot("turned_green")
    return said_to(nudge, share_asked(nudge, ask, organisation, now), organisation, now)


def decide_joint(nudge: Nudge, item: JointItem, organisation: Organisation, now: datetime) -> Decision:
    """The same about a rule that got in someone's way."""
    if item.answered_at is not None or item.emptied_at is not None:
        return Moot("answered")
    return said_to(nudge, joint_asked(nudge, item, organisation, now), organisation, now)


def turns_green(ask: ShareAsk, organisation: Organisation) -> bool:
    """Whether it is a yes by itself once its time has passed: where the organisation chose so, and nobody is in it."""
    of_that_kind = ask.kind != ShareKind.CHANGE and ask.state == ShareState.OPEN
    return organisation.share_turns_green and of_that_kind and not about_someone(ask.answers)
