"""People who have left: what they hold of open enquiries passes to the next, and the press office is asked to find others where no
rule can. What they said yes to while they were here stands.
"""

from collections.abc import Collection

from bot.desk import left_out, telling
from bot.desk.planning import next_round, plan
from bot.desk.work import Desk, Work, verb
from bot.rules.assigning import plan_assigned
from bot.rules.involved import without
from bot.rules.working_forms import leavers
from storage.enquiry import Enquiry
from storage.held import held_by
from storage.involved import tasks_of
from storage.kinds import CheckState, SignOffState, Status, Subject, TaskState
from storage.statement import fact_checks_of, sign_offs_of

HOLDER_LEFT = "holder_left"
BOT = "close-ties"


def tick(desk: Desk) -> int:
    """Look for open enquiries in the hands of people whose accounts are closed; how many there were."""
    gone = leavers(desk.organisation)
    if not gone:
        return 0
    with desk.database.read() as session:
        held = held_by(session, gone)
    return sum(pass_on(desk, enquiry_id, gone) for enquiry_id in held)


@verb
def pass_on(work: Work, enquiry_id: int, gone: Collection[str]) -> bool:
    """Everything that these people hold of one enquiry goes to somebody who is there; its thread says so. Whether anything did."""
    enquiry = work.enquiry(enquiry_id)
    before = _hold(work, enquiry, gone)
    if not enquiry.is_open or not before:
        return False
    work.organisation = without(work.organisation, gone)
    officer = enquiry.officer
    for person in sorted(before):
        left_out.go_round(work, enquiry, [person], person, given_stands=True)
    work.session.flush()
    passed = before - _hold(work, enquiry, gone)
    if not passed:
        return False
    if enquiry.officer != officer and enquiry.status != Status.NEW:
        round_ = next_round(work, Subject.ENQUIRY, enquiry.id)
        plan(work, Subject.ENQUIRY, enquiry.id, plan_assigned(enquiry, work.organisation, work.now, round_))
    for person in sorted(passed):
        telling.moved(work, enquiry, BOT, HOLDER_LEFT, {"person": person})
    return True


def _hold(work: Work, enquiry: Enquiry, gone: Collection[str]) -> set[str]:
    """Which of these people hold something of it."""
    asked = (SignOffState.ASKED, SignOffState.WAITING)
    holders = {enquiry.officer, enquiry.lead, enquiry.lead_acknowledged_by}
    holders |= {one.person for one in sign_offs_of(work.session, enquiry.id) if one.state in asked}
    holders |= {one.person for one in fact_checks_of(work.session, enquiry.id) if one.state == CheckState.ASKED}
    holders |= {one.owner for one in tasks_of(work.session, enquiry.id) if one.state == TaskState.OPEN}
    return {person for person in holders if person is not None and person in gone}
