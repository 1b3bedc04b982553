"""Writing down who is to be asked, and when; what is due at once goes with the same transaction."""

from collections.abc import Iterable

from bot.desk import telling
from bot.desk.work import Work
from bot.rules.nudging import PlannedNudge, plan_enquiry
from storage.enquiry import Enquiry
from storage.kinds import NudgeState, Subject
from storage.nudge import Nudge, nudges_of, plan_nudges


def plan(work: Work, subject: Subject, subject_id: int, planned: Iterable[PlannedNudge]) -> None:
    """Write planned nudges; those due at once are sent with the same transaction. A step already planned is left alone."""
    rows = [_row(work, subject, subject_id, one) for one in planned]
    for row in plan_nudges(work.session, rows) if rows else []:
        if row.state == NudgeState.SENT:
            telling.nudge(work, row)


def replan(work: Work, enquiry: Enquiry) -> None:
    """Move what is still planned to where the policy puts it now, as when the deadline has changed; what was sent stays sent."""
    wanted = plan_enquiry(enquiry, work.organisation, work.now)
    due = {(one.step, one.person): one.due_at for one in wanted}
    for nudge in nudges_of(work.session, Subject.ENQUIRY, enquiry.id):
        if nudge.state == NudgeState.PLANNED:
            nudge.due_at = due.get((nudge.step, nudge.person), nudge.due_at)
    plan(work, Subject.ENQUIRY, enquiry.id, wanted)


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
