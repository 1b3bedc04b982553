"""What goes together, and what waits: nudges to one person in one message, a cap for each matter and day, and snoozes.

What is urgent speaks for itself; what was kept until people were awake was not that urgent, and one message holds all of it.
A cap delays and never drops; what is urgent or close to its deadline waits for no cap. A snooze holds back everything of its chain
and everything else for the person who asked for it, but not that a deadline has passed.
"""

from collections.abc import Callable, Hashable, Iterable, Sequence
from datetime import datetime, time, timedelta

from bot.rules.availability import calendar_of
from bot.rules.nudge_policy import LATE, PASSED_STEPS, POLICY, chain_of, most
from bot.rules.urgency import WAKES
from bot.rules.working_time import DAY, local, moment, next_opening
from storage.kinds import NudgeState, Step
from storage.nudge import DueNudge, Nudge
from storage.organisation import Organisation

QUARTER = timedelta(minutes=15)
MOST_TOGETHER = 15  # nudges in one message: each takes two or three of Slack's fifty blocks
NEVER_EARLY = PASSED_STEPS | {
    Step.OFFICER_NEW,
    Step.LEAD_NEW,
    Step.RAISER_RING,
    Step.LEAD_SILENT,
    Step.OFFICER_SILENT,
    Step.SIGN_OFF_LATE,
    Step.FACT_CHECK_LATE,
    Step.CALL,
    Step.CALL_AGAIN,
}
"""What may not come along before its moment: it says that something has happened which has not yet."""


def goes_together(due_at: datetime, organisation: Organisation, now: datetime) -> bool:
    """Whether even what is urgent goes in one message with all else: it comes late, or it has waited for the morning."""
    return now - due_at > LATE or local(organisation.calendar, due_at).time() == WAKES


def speaks_for_itself(one: DueNudge | Nudge, organisation: Organisation, now: datetime) -> bool:
    """Whether it is a message of its own."""
    return one.urgent and not goes_together(one.due_at, organisation, now)


def batches(due: Sequence[DueNudge], organisation: Organisation, now: datetime) -> list[list[DueNudge]]:
    """What is due, as it is worked on: the urgent first, by record; then by person, so that each gets one message."""
    urgent = [one for one in due if speaks_for_itself(one, organisation, now)]
    calm = [one for one in due if not speaks_for_itself(one, organisation, now)]
    by_record = _grouped(urgent, lambda one: (one.subject, one.subject_id))
    by_person = _grouped(calm, lambda one: one.person)
    return [list(part) for group in (*by_record, *by_person) for part in _parts(group)]


def _grouped(due: Sequence[DueNudge], key: Callable[[DueNudge], Hashable]) -> list[list[DueNudge]]:
    groups: dict[Hashable, list[DueNudge]] = {}
    for one in due:
        groups.setdefault(key(one), []).append(one)
    return list(groups.values())


def _parts(group: Sequence[DueNudge]) -> Iterable[Sequence[DueNudge]]:
    return (group[at : at + MOST_TOGETHER] for at in range(0, len(group), MOST_TOGETHER))


def start_of_day(organisation: Organisation, now: datetime) -> datetime:
    """Midnight, as the organisation's clocks show it: since then a day's messages are counted."""
    return moment(organisation.calendar, local(organisation.calendar, now).date(), time())


def next_morning(organisation: Organisation, person: str, now: datetime) -> datetime:
    """When this person's next working day begins."""
    tomorrow = local(organisation.calendar, now).date() + DAY
    return next_opening(calendar_of(organisation, person), moment(organisation.calendar, tomorrow, time()))


def held_until(
    nudge: Nudge, person: str, ledger: Iterable[Nudge], told_today: int, organisation: Organisation, now: datetime
) -> datetime | None:
    """Until when a nudge that may be sent is held back all the same; None when it is not. For what is not urgent."""
    others = [one for one in ledger if one.id != nudge.id]
    snoozed = snoozed_until(nudge, person, others, now)
    if snoozed is not None:
        return snoozed
    today = start_of_day(organisation, now)
    asked = [
        one
        for one in others
        if one.step == nudge.step and one.person == person and one.sent_at is not None and one.sent_at >= today
    ]
    full = len(asked) >= most("rounds", organisation) or told_today >= most("a_day", organisation)
    return next_morning(organisation, person, now) if full else None


def snoozed_until(nudge: Nudge, person: str, ledger: Iterable[Nudge], now: datetime) -> datetime | None:
    """Until when somebody's snooze holds a nudge of the same record back. Whoever comes after them in the chain waits a little longer."""
    step = Step(nudge.step)
    if step in PASSED_STEPS or step == Step.RAISER_RING:
        return None
    ends = [
        one.snoozed_until + (timedelta() if one.person == person else _grace(step))
        for one in ledger
        if one.state == NudgeState.SENT  # what is settled, or handed on, holds nobody back
        and one.snoozed_until is not None
        and one.snoozed_until > now
        and (one.person == person or one.step in chain_of(step))
    ]
    return max(ends, default=None)


def _grace(step: Step) -> timedelta:
    """Whoever snoozed it is asked again first."""
    return max(POLICY[step].floor, timedelta(minutes=5)) if step in POLICY else timedelta()
