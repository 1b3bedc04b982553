"""What people hold of open enquiries: the enquiry itself, the lead's part, words to sign off, facts to check, things to do."""

from collections.abc import Collection

from sqlalchemy import literal_column, or_, select
from sqlalchemy.orm import Session

from storage.enquiry import Enquiry
from storage.involved import Task
from storage.kinds import CheckState, SignOffState, TaskState
from storage.statement import FactCheck, SignOff


def held_by(session: Session, people: Collection[str]) -> list[int]:
    """The ids of the open enquiries of which these people hold something, the oldest first."""
    asked = SignOff.state.in_((SignOffState.ASKED, SignOffState.WAITING))
    theirs = (
        Enquiry.officer.in_(people),
        Enquiry.lead.in_(people),
        Enquiry.lead_acknowledged_by.in_(people),
        Enquiry.id.in_(select(SignOff.enquiry_id).where(SignOff.person.in_(people), asked)),
        Enquiry.id.in_(
            select(FactCheck.enquiry_id).where(FactCheck.person.in_(people), FactCheck.state == CheckState.ASKED)
        ),
        Enquiry.id.in_(select(Task.enquiry_id).where(Task.owner.in_(people), Task.state == TaskState.OPEN)),
    )
    is_open = Enquiry.status != literal_column("'closed'")  # a bound value would not use the partial index
    return list(session.scalars(select(Enquiry.id).where(is_open, or_(*theirs)).order_by(Enquiry.id)))
