"""Whether someone's yes is still waited for, and if not what happened meanwhile: for buttons that were pressed late."""

from collections.abc import Sequence

from bot.rules.reasons import Reason, Refused
from bot.rules.sign_off import GIVEN, OPEN, may_stop, stopped_by, turned_down
from bot.rules.statement_form import SignOffForm
from storage.brief import Brief
from storage.kinds import SignOffState, Status
from storage.organisation import Organisation
from storage.statement import SignOff, Statement


def check_still_asked(one: SignOff, brief: Brief) -> Statement:
    """The version to be answered for. Raises `Refused` saying what has happened instead."""
    check_not_over(brief)
    statement = brief.statement
    if one.state == SignOffState.WAITING:
        raise Refused(Reason.NOT_YOUR_TURN)
    if one.state in (*GIVEN, SignOffState.CHANGE_ASKED, SignOffState.HANDED_ON):
        raise Refused(Reason.CHECKED_ALREADY)
    if statement is None or one.state != SignOffState.ASKED or one.statement_id != statement.id:
        raise _what_happened(one, brief)
    return statement


def check_not_over(brief: Brief) -> None:
    """Pass until it is answered or closed, or raise `Refused` saying who did."""
    enquiry = brief.enquiry
    if enquiry.status == Status.CLOSED:
        raise Refused(Reason.ALREADY_CLOSED, by=enquiry.closed_by)
    if enquiry.status == Status.RESPONDED:
        raise Refused(Reason.ALREADY_RESPONDED, by=enquiry.responded_by)


def _what_happened(one: SignOff, brief: Brief) -> Refused:
    """Why a version is not waiting any more: a change was asked for, it was stopped, or there are newer words."""
    others = [other for other in brief.sign_offs if other.statement_id == one.statement_id]
    for other in others:
        if other.state == SignOffState.CHANGE_ASKED:
            return Refused(Reason.CHANGE_WAS_ASKED, by=other.person)
    stopper = stopped_by(brief)
    if stopper and brief.statement is not None and one.statement_id == brief.statement.id:
        return Refused(Reason.WAS_STOPPED, by=stopper)
    return Refused(Reason.NOT_ASKED_ANY_MORE)


def check_stop(person: str, brief: Brief, organisation: Organisation) -> Statement:
    """The version that would be stopped. Raises `Refused` for those who may not, and where there is nothing to stop."""
    if not may_stop(person, brief, organisation):
        raise Refused(Reason.NOT_YOURS_TO_STOP)
    if brief.enquiry.responded_at is not None and brief.enquiry.status in (Status.RESPONDED, Status.CLOSED):
        raise Refused(Reason.GONE_ALREADY, by=brief.enquiry.responded_by)
    check_not_over(brief)
    if not can_be_stopped(brief) or brief.statement is None:
        raise Refused(Reason.NOTHING_TO_STOP)
    return brief.statement


def can_be_stopped(brief: Brief) -> bool:
    """Whether a yes is asked for or stands, and the words have not gone.

    So too while a change is wanted: whoever wants it may agree after all, and the words would go.
    """
    return is_with_approvers(brief) or (brief.enquiry.status == Status.IN_PROGRESS and _someones_yes(brief))


def is_with_approvers(brief: Brief) -> bool:
    """Whether the latest words are out for a yes, or have it and have not gone."""
    return brief.enquiry.status in (Status.AWAITING_SIGN_OFF, Status.READY) and _someones_yes(brief)


def _someones_yes(brief: Brief) -> bool:
    statement = brief.statement
    return statement is not None and any(one.state in GIVEN | OPEN for one in brief.asked_of(statement))


def said_the_same(form: SignOffForm, people: Sequence[str], brief: Brief, statement: Statement) -> bool:
    """Whether exactly these people are asked already, in the same way."""
    counted = [one for one in brief.asked_of(statement) if one.state in GIVEN | OPEN and not turned_down(one, brief)]
    asked = {one.person for one in counted}
    waits = brief.enquiry.status in (Status.AWAITING_SIGN_OFF, Status.READY)
    same_way = (statement.in_order, statement.needs_all) == (form.in_order, form.needs_all)
    return waits and same_way and asked == set(people)
