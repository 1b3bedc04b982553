"""Taking what is due without waiting for anybody: several processes look at the same moment, and people press buttons meanwhile."""

from collections.abc import Sequence

from sqlalchemy import literal_column, select
from sqlalchemy.orm import Session

from storage.call_request import CallRequest
from storage.enquiry import Enquiry
from storage.involved import Task
from storage.kinds import Subject
from storage.nudge import DueNudge, Nudge
from storage.statement import FactCheck, SignOff

_PARTS: dict[Subject, type[SignOff] | type[FactCheck] | type[Task] | type[CallRequest]] = {
    Subject.SIGN_OFF: SignOff,
    Subject.FACT_CHECK: FactCheck,
    Subject.TASK: Task,
    Subject.CALL: CallRequest,
}
"""What belongs to an enquiry, which is locked before it."""


def take_free(session: Session, due: Sequence[DueNudge]) -> list[DueNudge]:
    """Of these nudges, those that still wait and whose enquiry nobody else is at work on. The enquiries are locked until the end.

    Whoever is at it keeps it: what is passed over here is looked at again a second later. Two processes never wait for each other.
    """
    ids = [one.id for one in due]
    planned = set(
        session.scalars(select(Nudge.id).where(Nudge.id.in_(ids), Nudge.state == literal_column("'planned'")))
    )
    waiting = [one for one in due if one.id in planned]
    behind = _enquiries_behind(session, waiting)
    wanted = select(Enquiry.id).where(Enquiry.id.in_(set(behind.values()))).order_by(Enquiry.id)
    free = set(session.scalars(wanted.with_for_update(skip_locked=True))) if behind else set()
    return [one for one in waiting if one.id not in behind or behind[one.id] in free]


def _enquiries_behind(session: Session, due: Sequence[DueNudge]) -> dict[int, int]:
    """The id of the enquiry behind each nudge, by the nudge's id. A story has none."""
    behind = {one.id: one.subject_id for one in due if one.subject == Subject.ENQUIRY}
    for subject, record in _PARTS.items():
        theirs = {one.id: one.subject_id for one in due if one.subject == subject}
        if theirs:
            rows = session.execute(select(record.id, record.enquiry_id).where(record.id.in_(theirs.values()))).all()
            belongs = {row[0]: row[1] for row in rows}
            behind |= {nudge: belongs[part] for nudge, part in theirs.items() if part in belongs}
    return behind
