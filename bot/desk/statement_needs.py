"""An enquiry has changed while its words wait, or once they are approved: whose yes it needs now, and by when."""

from collections.abc import Collection

from bot.desk import statement_ends, telling
from bot.desk.planning import next_round, plan
from bot.desk.work import Work
from bot.rules.deeds import Deed
from bot.rules.nudge_policy import FACT_STEPS
from bot.rules.sign_off import CHANGED_AFTER_YES, GIVEN, OPEN, SAID_YES_TO, fit_again, missing
from bot.rules.sign_off_times import facts_due, plan_facts, plan_sign_off, sign_off_due
from storage.brief import Brief, read_brief
from storage.enquiry import Enquiry
from storage.kinds import CheckState, DeliveryKind, SignOffState, Status, Step, Subject
from storage.statement import FactCheck, SignOff

BOT = "close-ties"


def look_again(work: Work, enquiry: Enquiry) -> None:
    """After a mark, a restriction, or a move to another service. What was said stays said, and counts for the part that it can fill
    now; whoever is missing is yet to be asked.
    """
    if enquiry.statement_id is None or enquiry.status not in (Status.AWAITING_SIGN_OFF, Status.READY):
        return
    brief = read_brief(work.session, enquiry)
    asked = brief.asked_of(brief.statement) if brief.statement else ()
    counted = [one for one in asked if one.state in GIVEN | OPEN]
    fit_again(counted, enquiry, work.organisation)
    if not counted or not missing(counted, enquiry):
        return
    enquiry.status = Status.IN_PROGRESS
    for one in counted:
        statement_ends.settle(work, Subject.SIGN_OFF, one.id, Deed.ADD_MORE, BOT, frozenset({Step.READY_TO_SEND}))
    statement_ends.tell(work, enquiry, counted[0], Step.NEEDS_MORE)


def may_go_now(work: Work, enquiry: Enquiry, person: str) -> None:
    """Approved words that waited for the monitoring officer wait no longer: the press officer hears it, unless it was they who said so."""
    if enquiry.status != Status.READY:
        return
    brief = read_brief(work.session, enquiry)
    given = [one for one in brief.asked_of(brief.statement) if one.state in GIVEN] if brief.statement else []
    if not given:
        return
    last = given[-1]
    if person == (enquiry.officer or last.asked_by):
        telling.show_again(work, Subject.SIGN_OFF, last.id)
        return
    statement_ends.settle(work, Subject.SIGN_OFF, last.id, Deed.FINISH_TASK, person, frozenset({Step.READY_TO_SEND}))
    statement_ends.tell(work, enquiry, last, Step.READY_TO_SEND)


def follow_change(work: Work, enquiry: Enquiry, changed: Collection[str], person: str) -> None:
    """Something in it was changed: what was asked about its words shows it. Where time got short they are asked anew, and whoever
    has said yes hears of another question, or other terms.
    """
    if enquiry.statement_id is None or enquiry.responded_at is not None:
        return
    brief = read_brief(work.session, enquiry)
    if "deadline" in changed:
        _hurry(work, brief, person)
    otherwise = [field for field in SAID_YES_TO if field in changed]
    for one in brief.asked_of(brief.statement) if brief.statement else ():
        telling.show_again(work, Subject.SIGN_OFF, one.id)
        if otherwise and one.state == SignOffState.APPROVED and one.person != person:
            _tell_otherwise(work, enquiry, one.person, otherwise)
    for check in brief.fact_checks:
        telling.show_again(work, Subject.FACT_CHECK, check.id)


def _tell_otherwise(work: Work, enquiry: Enquiry, person: str, fields: Collection[str]) -> None:
    work.deliver(
        DeliveryKind.ENQUIRY_NEWS,
        key=f"{telling.news_key(enquiry, CHANGED_AFTER_YES)}:{enquiry.version}:{person}",
        lane=person,
        subject=Subject.ENQUIRY,
        subject_id=enquiry.id,
        detail=f"{CHANGED_AFTER_YES}:{','.join(fields)}",
        urgent=enquiry.urgent,
    )


def _hurry(work: Work, brief: Brief, person: str) -> None:
    """A yes that is asked for after the deadline is of no use to anyone."""
    enquiry = brief.enquiry
    due_at = sign_off_due(enquiry, work.organisation, work.now)
    for one in brief.sign_offs:
        if one.state in OPEN and one.due_at is not None and one.due_at > due_at:
            one.due_at = due_at
            _ask_anew(work, enquiry, one, person)
    due_at = facts_due(enquiry, work.organisation, work.now)
    for check in brief.fact_checks:
        if check.state == CheckState.ASKED and check.due_at > due_at:
            check.due_at = due_at
            _check_anew(work, enquiry, check, person)


def _ask_anew(work: Work, enquiry: Enquiry, one: SignOff, person: str) -> None:
    """In a message of their own: a message that changes is not heard. Whoever is asked later is asked in their turn."""
    if one.state == SignOffState.ASKED:
        statement_ends.settle(work, Subject.SIGN_OFF, one.id, Deed.EDIT, person)
        round_ = next_round(work, Subject.SIGN_OFF, one.id)
        plan(work, Subject.SIGN_OFF, one.id, plan_sign_off(one, enquiry, work.organisation, work.now, round_))


def _check_anew(work: Work, enquiry: Enquiry, check: FactCheck, person: str) -> None:
    statement_ends.settle(work, Subject.FACT_CHECK, check.id, Deed.EDIT, person, FACT_STEPS)
    round_ = next_round(work, Subject.FACT_CHECK, check.id)
    plan(work, Subject.FACT_CHECK, check.id, plan_facts(check, enquiry, work.organisation, work.now, round_))
