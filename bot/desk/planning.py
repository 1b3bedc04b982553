"""Writing down who is to be asked, and when; what is due at once goes with the same transaction."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from bot.desk import telling
from bot.desk.work import Work
from bot.rules.deeds import Deed
from bot.rules.nudge_policy import DEADLINE_STEPS, ENQUIRY_STEPS, POLICY
from bot.rules.nudging import PlannedNudge, is_hurried, plan_anew, plan_enquiry
from storage.enquiry import Enquiry
from storage.kinds import NudgeState, Status, Step, Subject
from storage.nudge import Nudge, nudges_of, plan_nudges, settle_sent


def plan(work: Work, subject: Subject, subject_id: int, planned: Iterable[PlannedNudge]) -> None:
    """Write planned nudges; those due at once are sent with the same transaction. A step already planned is left alone."""
    rows = [_row(work, subject, subject_id, one) for one in planned]
    for row in plan_nudges(work.session, rows) if rows else []:
        if row.state == NudgeState.SENT:
            telling.nudge(work, row)


def replan(work: Work, enquiry: Enquiry, *, by: str | None = None) -> None:
    """Move what is still planned to where the policy puts it now, as when the deadline has changed.

    What was sent stays sent and is not asked again, but for a deadline that had been spoken of and lies ahead again. What the
    policy does not want any more is dropped.
    """
    wanted = {one.step: one for one in plan_enquiry(enquiry, work.organisation, work.now)}
    ledger = nudges_of(work.session, Subject.ENQUIRY, enquiry.id)
    for nudge in ledger:
        if nudge.state == NudgeState.PLANNED and nudge.step in ENQUIRY_STEPS and not POLICY[nudge.step].follows:
            _move(work, nudge, wanted.get(nudge.step))
    asked = {one.step for one in ledger}
    new = [one for step, one in wanted.items() if step not in asked]
    plan(work, Subject.ENQUIRY, enquiry.id, [*new, *_spoken_of_too_soon(work, enquiry, ledger, wanted, by)])
    keep_asking(work, enquiry)


def _move(work: Work, nudge: Nudge, wanted: PlannedNudge | None) -> None:
    if wanted is None:
        nudge.state, nudge.settled_at = NudgeState.MOOT, work.now
    else:
        nudge.due_at, nudge.urgent = wanted.due_at, wanted.urgent


def _spoken_of_too_soon(
    work: Work, enquiry: Enquiry, ledger: Sequence[Nudge], wanted: Mapping[Step, PlannedNudge], by: str | None
) -> list[PlannedNudge]:
    """The old deadline was spoken of already: that is settled, and the new one will be spoken of in its turn."""
    if enquiry.deadline is None or enquiry.deadline <= work.now:
        return []
    waiting = {one.step for one in ledger if one.state == NudgeState.PLANNED}
    spoken = {one.step for one in ledger if one.sent_at is not None and one.step in DEADLINE_STEPS} - waiting
    ahead = {step for step in spoken if step in wanted and wanted[step].due_at > work.now}
    settled = settle_sent(
        work.session, Subject.ENQUIRY, enquiry.id, ahead, by or "close-ties", Deed.EDIT.value, work.now
    )
    for one in settled:
        telling.nudge(work, one)
    round_ = next_round(work, Subject.ENQUIRY, enquiry.id)
    return [replace(wanted[step], round=round_) for step in POLICY if step in ahead]


def bring_forward(work: Work, subject: Subject, subject_id: int, step: Step) -> None:
    """What is planned for later is asked at the next look."""
    for one in nudges_of(work.session, subject, subject_id):
        if one.step == step and one.state == NudgeState.PLANNED:
            one.due_at = min(one.due_at, work.now)


def keep_asking(work: Work, enquiry: Enquiry) -> None:
    """Something urgent that nobody has taken always has its next asking planned, until the deadline."""
    if enquiry.status != Status.NEW or not is_hurried(enquiry, work.organisation):
        return
    ledger = nudges_of(work.session, Subject.ENQUIRY, enquiry.id)
    if any(one.step == Step.STILL_UNTAKEN and one.state == NudgeState.PLANNED for one in ledger):
        return
    round_ = next_round(work, Subject.ENQUIRY, enquiry.id)
    plan(
        work, Subject.ENQUIRY, enquiry.id, plan_anew({Step.STILL_UNTAKEN}, enquiry, work.organisation, work.now, round_)
    )


def next_round(work: Work, subject: Subject, subject_id: int) -> int:
    """A round in which nobody has been asked yet."""
    return max((one.round for one in nudges_of(work.session, subject, subject_id)), default=0) + 1


def _row(work: Work, subject: Subject, subject_id: int, planned: PlannedNudge) -> Nudge:
    now_due = planned.due_at <= work.now
    return Nudge(
        subject=subject,
        subject_id=subject_id,
        step=planned.step,
        person=planned.person,
        due_at=planned.due_at,
        urgent=planned.urgent,
        round=planned.round,
        state=NudgeState.SENT if now_due else NudgeState.PLANNED,
        sent_at=work.now if now_due else None,
    )
