"""The verbs of a fact check: ask someone who knows the case, and what they say. It is no sign-off, and stops nothing by itself."""

from bot.desk import statement_ends, telling
from bot.desk.planning import bring_forward, next_round, plan
from bot.desk.sign_off_asking import BOT, WENT_ROUND
from bot.desk.statements import about
from bot.desk.work import Work, verb
from bot.rules.availability import Absent
from bot.rules.deeds import Deed
from bot.rules.fact_check import (
    can_check,
    check_checker,
    check_same_words,
    check_statement_to_check,
    check_still_checked,
)
from bot.rules.nudge_policy import FACT_STEPS
from bot.rules.permissions import check
from bot.rules.reasons import FormRefused, Refused
from bot.rules.sign_off_times import AskedFacts, facts_due, missed_by, plan_facts, plan_news
from bot.rules.statement_form import FactsForm, check_in_time, check_note, check_reason
from storage.brief import Brief, read_brief
from storage.enquiry import Enquiry
from storage.kinds import CheckState, Status, Step, Subject
from storage.nudge import Nudge
from storage.statement import FactCheck, get_fact_check


@verb
def ask(work: Work, enquiry_id: int, form: FactsForm, *, person: str) -> Enquiry:
    """Ask someone who knows the case whether the facts of the latest version are right. Raises FormRefused at `checker`."""
    enquiry = work.enquiry(enquiry_id)
    check(Deed.ASK_FACTS, person, work.organisation, enquiry)
    suggested = facts_due(enquiry, work.organisation, work.now)
    check_in_time("answer_by", form.due_at, enquiry.deadline, work.now, suggested)
    brief = read_brief(work.session, enquiry)
    statement = check_statement_to_check(brief)
    check_same_words("checker", form.version, statement)
    _check_checker(work, form.person, brief)
    if any(one.person == form.person and one.statement_id == statement.id for one in _waiting(brief)):
        return enquiry  # asked already
    made = FactCheck(
        enquiry_id=enquiry.id,
        statement_id=statement.id,
        person=form.person,
        asked_by=person,
        asked_at=work.now,
        due_at=form.due_at or suggested,
    )
    work.session.add(made)
    work.session.flush()
    telling.moved(work, enquiry, person, Deed.ASK_FACTS, {**about(statement), "to": form.person})
    if not _went_round(work, made, enquiry):
        _plan(work, made, enquiry)
    return enquiry


def _plan(work: Work, made: FactCheck, enquiry: Enquiry) -> None:
    round_ = next_round(work, Subject.FACT_CHECK, made.id)
    plan(work, Subject.FACT_CHECK, made.id, plan_facts(made, enquiry, work.organisation, work.now, round_))
    _officer_hears(work, made, enquiry)


def goes_round(work: Work, nudge: Nudge, asked: AskedFacts) -> bool:
    """Before someone is asked, or asked again: whether who stands in for them is asked instead, since they are not there."""
    over = asked.check.state != CheckState.ASKED or asked.enquiry.status in (Status.RESPONDED, Status.CLOSED)
    if over or nudge.step not in (Step.FACT_CHECK, Step.FACT_CHECK_AGAIN):
        return False
    if _went_round(work, asked.check, asked.enquiry):
        return True
    _officer_hears(work, asked.check, asked.enquiry)
    return False


@verb
def not_mine(work: Work, check_id: int, *, person: str) -> Enquiry:
    """Somebody else knows the case: the press officer is asked at once to find them."""
    made, enquiry = work.must_belong(get_fact_check, check_id)
    check(Deed.CHECK_FACTS, person, work.organisation, made)
    check_still_checked(made, read_brief(work.session, enquiry))
    theirs = frozenset({Step.FACT_CHECK, Step.FACT_CHECK_AGAIN})
    telling.close_requests(work, Subject.FACT_CHECK, made.id, theirs, person, Deed.NOT_MINE.value)
    bring_forward(work, Subject.FACT_CHECK, made.id, Step.FACT_CHECK_LATE)
    officer = enquiry.officer or made.asked_by
    telling.moved(work, enquiry, person, Deed.NOT_MINE, {"to": officer})
    return enquiry


def _went_round(work: Work, made: FactCheck, enquiry: Enquiry) -> bool:
    """Whoever they named knows the case next best, as long as they may read it."""
    missed = missed_by(made.person, enquiry, work.organisation, work.now, made.due_at)
    if missed is None or missed.why == Absent.RING or missed.deputy is None:
        return False
    if missed.deputy in enquiry.named or not can_check(
        missed.deputy, read_brief(work.session, enquiry), work.organisation
    ):
        return False
    before, made.person = made.person, missed.deputy
    statement_ends.settle(work, Subject.FACT_CHECK, made.id, Deed.ASK_FACTS, BOT, FACT_STEPS)
    _plan(work, made, enquiry)
    telling.moved(work, enquiry, BOT, WENT_ROUND, {"from": before, "to": made.person})
    return True


def _officer_hears(work: Work, made: FactCheck, enquiry: Enquiry) -> None:
    """They will not answer in time: the press officer is asked to find a way now, not when it is late."""
    if missed_by(made.person, enquiry, work.organisation, work.now, made.due_at) is not None:
        bring_forward(work, Subject.FACT_CHECK, made.id, Step.FACT_CHECK_LATE)


def _check_checker(work: Work, person: str, brief: Brief) -> None:
    try:
        check_checker(person, brief, work.organisation)
    except Refused as refused:
        raise FormRefused({"checker": refused}) from refused


def _waiting(brief: Brief) -> list[FactCheck]:
    return [one for one in brief.fact_checks if one.state == CheckState.ASKED]


@verb
def review(work: Work, check_id: int, *, person: str) -> tuple[FactCheck, Brief]:
    """The words to be checked, for the person who was asked; audited when the enquiry is restricted."""
    asked, enquiry = work.must_belong(get_fact_check, check_id)
    check(Deed.CHECK_FACTS, person, work.organisation, asked)
    brief = read_brief(work.session, enquiry)
    check_still_checked(asked, brief)
    work.opened(enquiry, person, {"for": Deed.CHECK_FACTS.value})
    return asked, brief


@verb
def answer(work: Work, check_id: int, *, right: bool, note: str = "", person: str) -> Enquiry:
    """The facts are right, or something is wrong, and what. The press officer hears."""
    asked, enquiry = work.must_belong(get_fact_check, check_id)
    check(Deed.CHECK_FACTS, person, work.organisation, asked)
    state = CheckState.CORRECT if right else CheckState.WRONG
    if asked.state == state:
        return enquiry  # the same form twice
    check_still_checked(asked, read_brief(work.session, enquiry))
    asked.note = check_note("facts_wrong", note) if right else check_reason("facts_wrong", note)
    asked.state, asked.answered_at = state, work.now
    statement_ends.settle(work, Subject.FACT_CHECK, asked.id, Deed.CHECK_FACTS, person, FACT_STEPS)
    details: dict[str, object] = {"statement": asked.statement_id, "right": right, "note": asked.note}
    telling.moved(work, enquiry, person, Deed.CHECK_FACTS, details)
    officer, round_ = enquiry.officer or asked.asked_by, next_round(work, Subject.FACT_CHECK, asked.id)
    news = plan_news(Step.FACTS_ANSWERED, officer, enquiry, work.organisation, work.now, round_)
    plan(work, Subject.FACT_CHECK, asked.id, [news])
    return enquiry
