"""Asking for a yes, and asking somebody else for it: the deputy takes the place of whoever cannot answer in time."""

from bot.desk import statement_ends, telling
from bot.desk.planning import bring_forward, next_round, plan
from bot.desk.statements import about
from bot.desk.work import Work
from bot.rules.availability import Absent
from bot.rules.deeds import Deed
from bot.rules.sign_off import deputies_for
from bot.rules.sign_off_times import AskedYes, missed_by, plan_sign_off, sign_off_due
from storage.brief import read_brief
from storage.enquiry import Enquiry
from storage.kinds import SignOffState, Status, Step, Subject
from storage.nudge import Nudge
from storage.statement import SignOff, get_statement

WENT_ROUND = "went_round"
"""The bot asked somebody else, since whoever was to be asked is not there."""
BOT = "close-ties"


def ask_now(work: Work, enquiry: Enquiry, one: SignOff) -> None:
    """It is this one's turn. Where they cannot answer in time, their deputy is asked at once."""
    one.state, one.asked_at = SignOffState.ASKED, work.now
    if one.due_at is None or one.due_at <= work.now:  # its turn came late
        one.due_at = sign_off_due(enquiry, work.organisation, work.now)
    if _went_round(work, enquiry, one):
        return
    planned = plan_sign_off(one, enquiry, work.organisation, work.now, next_round(work, Subject.SIGN_OFF, one.id))
    plan(work, Subject.SIGN_OFF, one.id, planned)
    _officer_hears(work, enquiry, one)


def pass_on(work: Work, enquiry: Enquiry, one: SignOff, deputy: str, by: str) -> None:
    """The deputy is asked in their place, and the record says for whom they act."""
    one.state, one.answered_at = SignOffState.HANDED_ON, work.now
    statement_ends.settle(work, Subject.SIGN_OFF, one.id, Deed.PASS_ON, by)
    instead = SignOff(
        enquiry_id=enquiry.id,
        statement_id=one.statement_id,
        person=deputy,
        part=one.part,
        asked_by=one.asked_by,
        position=one.position,
        for_whom=one.for_whom or one.person,
        due_at=one.due_at,
    )
    work.session.add(instead)
    work.session.flush()
    ask_now(work, enquiry, instead)
    statement = get_statement(work.session, one.statement_id)
    words = about(statement) if statement else {}
    details = {**words, "from": one.person, "to": deputy, "part": str(one.part)}
    telling.moved(work, enquiry, by, WENT_ROUND if by == BOT else Deed.PASS_ON, details)


def goes_round(work: Work, nudge: Nudge, asked: AskedYes) -> bool:
    """Before an approver is asked, or asked again: whether their deputy is asked instead, since they are not there."""
    if nudge.step not in (Step.SIGN_OFF, Step.SIGN_OFF_AGAIN) or asked.sign_off.state != SignOffState.ASKED:
        return False
    if asked.enquiry.status in (Status.RESPONDED, Status.CLOSED):
        return False
    if _went_round(work, asked.enquiry, asked.sign_off):
        return True
    _officer_hears(work, asked.enquiry, asked.sign_off)
    return False


def _went_round(work: Work, enquiry: Enquiry, one: SignOff) -> bool:
    """Somebody who wants to be rung is not passed over: the press officer rings."""
    missed = missed_by(one.person, enquiry, work.organisation, work.now, one.due_at)
    if missed is None or missed.why == Absent.RING:
        return False
    deputies = deputies_for(one, read_brief(work.session, enquiry), work.organisation, missed.deputy)
    there = [each for each in deputies if not missed_by(each, enquiry, work.organisation, work.now, one.due_at)]
    if not there:
        return False
    pass_on(work, enquiry, one, there[0], BOT)
    return True


def _officer_hears(work: Work, enquiry: Enquiry, one: SignOff) -> None:
    """Nobody stands in, and they will not answer in time: the press officer is asked to find a way now, not when it is late."""
    if missed_by(one.person, enquiry, work.organisation, work.now, one.due_at) is not None:
        bring_forward(work, Subject.SIGN_OFF, one.id, Step.SIGN_OFF_LATE)
