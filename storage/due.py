"""Taking what is due without waiting for anybody: several processes look at the same moment, and people press buttons meanwhile."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from sqlalchemy import literal_column, select
from sqlalchemy.orm import Session

from storage.enquiry import Enquiry
from storage.nudge import DueNudge, Nudge, enquiries_behind


class Free(NamedTuple):
    """What is taken: the nudges, and the enquiries behind them, locked, by their ids."""

    due: list[DueNudge]
    enquiries: Mapping[int, Enquiry]


def take_free(session: Session, due: Sequence[DueNudge]) -> Free:
    """Of these nudges, those that still wait and whose enquiry nobody else is at work on. The enquiries are locked until the end.

    Whoever is at it keeps it: what is passed over here is looked at again a second later. Two processes never wait for each other.
    """
    ids = [one.id for one in due]
    planned = set(
        session.scalars(select(Nudge.id).where(Nudge.id.in_(ids), Nudge.state == literal_column("'planned'")))
    )
    waiting = [one for one in due if one.id in planned]
    behind = enquiries_behind(session, waiting)
    wanted = select(Enquiry).where(Enquiry.id.in_(set(behind.values()))).order_by(Enquiry.id)
    locked = wanted.with_for_update(skip_locked=True).execution_options(populate_existing=True)
    free = {one.id: one for one in session.scalars(locked)} if behind else {}
    return Free([one for one in waiting if one.id not in behind or behind[one.id] in free], free)
