"""The practice enquiries of the first steps: over, and erased, when whoever set everything up says that they are done."""

from bot.desk.settings import check_may
from bot.desk.work import Desk, Work, verb
from bot.desk.working import end
from bot.keeping.sweeping import let_go
from bot.rules.deeds import Deed
from storage.enquiry import get_enquiry, practice_ids
from storage.kinds import Outcome


def erase(desk: Desk, *, person: str) -> int:
    """Close what is still open and erase all of it; how many there were. Raises Refused."""
    with desk.database.read() as session:
        ids = practice_ids(session)
    return sum(_erase(desk, one, person) for one in ids)


@verb
def _erase(work: Work, enquiry_id: int, person: str) -> bool:
    check_may(work.organisation, person)
    enquiry = get_enquiry(work.session, enquiry_id, lock=True)
    if enquiry is None or enquiry.emptied_at:
        return False
    if enquiry.is_open:
        end(work, enquiry, Outcome.TAKEN_BACK, "", Deed.WITHDRAW, person)
    let_go(work, enquiry, person, {"practice": True})
    return True
