"""The verbs of sign-off: ask for it, say yes, ask for a change, hand it to a deputy, waive legal's part, stop it."""

from datetime import datetime

from bot.desk import leading, statement_ends, telling
from bot.desk.planning import bring_forward
from bot.desk.sign_off_asking import ask_now, pass_on
from bot.desk.statements import about
from bot.desk.work import Work, verb
from bot.rules.deeds import Deed
from bot.rules.fact_check import check_same_words
from bot.rules.moves import check_move
from bot.rules.nudge_policy import SIGN_OFF_STEPS
from bot.rules.permissions import check
from bot.rules.reasons import FormRefused, Reason, Refused
from bot.rules.sign_off import GIVEN, OPEN, approved, deputies_for, parts_for, turned_down
from bot.rules.sign_off_asked import check_still_asked, check_stop, said_the_same
from bot.rules.sign_off_times import sign_off_due
from bot.rules.statement_form import SignOffForm, check_candour, check_in_time, check_note, check_reason
from storage.brief import Brief, read_brief
from storage.enquiry import Enquiry, get_enquiry
from storage.kinds import SignOffPart, SignOffState, Status, Step, Subject
from storage.statement import SignOff, Statement, get_sign_off


@verb
def ask(work: Work, enquiry_id: int, form: SignOffForm, *, person: str) -> Enquiry:
    """Ask these people for their yes to the latest version. Asked again with others, those who are not among them are let go,
    and what was said already stands.

    Raises FormRefused at `approvers` where a part is missing or someone cannot be asked.
    """
    enquiry = work.enquiry(enquiry_id)
    check(Deed.ASK_SIGN_OFF, person, work.organisation, enquiry)
    suggested = sign_off_due(enquiry, work.organisation, work.now)
    check_in_time("answer_by", form.due_at, enquiry.deadline, work.now, suggested)
    brief = read_brief(work.session, enquiry)
    statement = brief.statement
    if statement is None:
        raise Refused(Reason.DRAFT_FIRST)
    check_same_words("approvers", form.version, statement)
    people = _everyone(form, brief, statement)
    parts = _parts(work, people, brief)
    if said_the_same(form, people, brief, statement):
        return enquiry  # the same form twice
    check_move(enquiry, Status.AWAITING_SIGN_OFF, deed=Deed.ASK_SIGN_OFF)
    statement.in_order, statement.needs_all = form.in_order, form.needs_all
    _let_go(work, brief, statement, people, person)
    due_at = form.due_at or suggested
    _write(work, brief, statement, parts, due_at, person)
    enquiry.status = Status.AWAITING_SIGN_OFF
    details: dict[str, object] = {"people": {one: str(part) for one, part in parts.items()}, "in_order": form.in_order}
    telling.moved(work, enquiry, person, Deed.ASK_SIGN_OFF, {**about(statement), **details, "all": form.needs_all})
    _go_on(work, enquiry, person)
    return enquiry


def _everyone(form: SignOffForm, brief: Brief, statement: Statement) -> tuple[str, ...]:
    """Those whom the form names, and those who have answered: a yes stands, and who wanted a change is asked about it again."""
    answered = (*GIVEN, SignOffState.CHANGE_ASKED)
    given = [one.person for one in brief.asked_of(statement) if one.state in answered]
    return tuple(dict.fromkeys((*given, *form.people)))


def _parts(work: Work, people: tuple[str, ...], brief: Brief) -> dict[str, SignOffPart]:
    try:
        return parts_for(people, brief, work.organisation)
    except Refused as refused:
        raise FormRefused({"approvers": refused}) from refused


def _let_go(work: Work, brief: Brief, statement: Statement, people: tuple[str, ...], by: str) -> None:
    """Those who were asked and are not to be asked any more, and what the officer had heard of this version before."""
    asked = brief.asked_of(statement)
    statement_ends.take_back(work, [one for one in asked if one.person not in people], Deed.ASK_SIGN_OFF, by)
    for one in asked:
        news = frozenset({Step.CHANGE_ASKED, Step.STOPPED, Step.READY_TO_SEND})
        statement_ends.settle(work, Subject.SIGN_OFF, one.id, Deed.ASK_SIGN_OFF, by, news)


def _write(
    work: Work, brief: Brief, statement: Statement, parts: dict[str, SignOffPart], due_at: datetime, by: str
) -> None:
    """Whoever could not before, and is asked all the same, gets a new message."""
    known = {one.person: one for one in brief.asked_of(statement)}
    for position, (person, part) in enumerate(parts.items()):
        row = known.get(person)
        if row is None:
            row = SignOff(
                enquiry_id=statement.enquiry_id, statement_id=statement.id, person=person, part=part, asked_by=by
            )
            work.session.add(row)
        elif row.state not in GIVEN and (row.state not in OPEN or turned_down(row, brief)):
            row.state, row.answered_at, row.why, row.candour, row.for_whom = SignOffState.WAITING, None, "", "", None
        row.part, row.position, row.asked_by = part, position, by
        if row.state in OPEN:
            row.due_at = due_at
    work.session.flush()


def _go_on(work: Work, enquiry: Enquiry, by: str) -> None:
    """After each step: everything needed is there and it is ready, or the next is asked."""
    brief = read_brief(work.session, enquiry)
    statement = brief.statement
    if statement is None:
        return
    if approved(brief) is not None:
        _make_ready(work, brief, statement, by)
        return
    asked = brief.asked_of(statement)
    waiting = sorted((one for one in asked if one.state == SignOffState.WAITING), key=lambda one: one.position)
    if statement.in_order:
        waiting = [] if any(one.state == SignOffState.ASKED for one in asked) else waiting[:1]
    for one in waiting:
        ask_now(work, enquiry, one)


def _make_ready(work: Work, brief: Brief, statement: Statement, by: str) -> None:
    """Every yes that is needed stands. Whoever else was asked is let go, and the press officer hears."""
    enquiry = brief.enquiry
    asked = brief.asked_of(statement)
    statement_ends.take_back(work, [one for one in asked if one.state in OPEN], Deed.APPROVE, by)
    enquiry.status = Status.READY
    telling.show_card(work, enquiry)
    last = next(one for one in reversed(asked) if one.state in GIVEN)
    statement_ends.tell(work, enquiry, last, Step.READY_TO_SEND)


@verb
def review(work: Work, sign_off_id: int, deed: Deed, *, person: str) -> tuple[SignOff, Brief]:
    """What is to be approved, with everything around it, for the person who was asked; audited when it is restricted."""
    one, enquiry = work.must_belong(get_sign_off, sign_off_id)
    check(deed, person, work.organisation, one)
    brief = read_brief(work.session, enquiry)
    check_still_asked(one, brief)
    work.opened(enquiry, person, {"for": deed.value, "sign_off": one.id})
    return one, brief


@verb
def approve(work: Work, sign_off_id: int, *, candour: str, note: str = "", person: str) -> Enquiry:
    """Yes to these very words. With the last yes that is needed it is ready. Raises Refused saying what happened meanwhile."""
    one, enquiry = work.must_belong(get_sign_off, sign_off_id)
    check(Deed.APPROVE, person, work.organisation, one)
    if one.state == SignOffState.APPROVED:
        return enquiry  # the same press twice
    brief = read_brief(work.session, enquiry)
    statement = check_still_asked(one, brief)
    one.candour = check_candour(candour)
    one.why = check_note("approve_note", note)
    _answer(work, one, SignOffState.APPROVED, Deed.APPROVE)
    details: dict[str, object] = {"part": str(one.part), "for_whom": one.for_whom, "candour": candour, "note": one.why}
    details["has_it"] = leading.answered_about_words(work, enquiry, person)
    telling.moved(work, enquiry, person, Deed.APPROVE, {**about(statement), **details})
    _go_on(work, enquiry, person)
    return enquiry


@verb
def waive(work: Work, sign_off_id: int, why: str, *, person: str) -> Enquiry:
    """Legal says that legal is not needed, and why. Nobody else can."""
    one, enquiry = work.must_belong(get_sign_off, sign_off_id)
    check(Deed.WAIVE, person, work.organisation, one)
    if one.part != SignOffPart.LEGAL:
        raise Refused(Reason.ONLY_LEGAL_WAIVES)
    if one.state == SignOffState.WAIVED:
        return enquiry
    statement = check_still_asked(one, read_brief(work.session, enquiry))
    one.why = check_reason("waived_because", why)
    _answer(work, one, SignOffState.WAIVED, Deed.WAIVE)
    telling.moved(work, enquiry, person, Deed.WAIVE, {**about(statement), "why": one.why})
    _go_on(work, enquiry, person)
    return enquiry


@verb
def ask_change(work: Work, sign_off_id: int, why: str, *, person: str) -> Enquiry:
    """No, not like this, and why. Whoever else was asked waits for the new words; the press officer hears."""
    one, enquiry = work.must_belong(get_sign_off, sign_off_id)
    check(Deed.ASK_CHANGE, person, work.organisation, one)
    if one.state == SignOffState.CHANGE_ASKED:
        return enquiry
    brief = read_brief(work.session, enquiry)
    statement = check_still_asked(one, brief)
    one.why = check_reason("change_wanted", why)
    check_move(enquiry, Status.IN_PROGRESS, deed=Deed.ASK_CHANGE)
    _answer(work, one, SignOffState.CHANGE_ASKED, Deed.ASK_CHANGE)
    others = [other for other in brief.asked_of(statement) if other.state in OPEN]
    statement_ends.take_back(work, others, Deed.ASK_CHANGE, person)
    enquiry.status = Status.IN_PROGRESS
    details: dict[str, object] = {"part": str(one.part), "for_whom": one.for_whom, "why": one.why}
    details["has_it"] = leading.answered_about_words(work, enquiry, person)
    telling.moved(work, enquiry, person, Deed.ASK_CHANGE, {**about(statement), **details})
    statement_ends.tell(work, enquiry, one, Step.CHANGE_ASKED)
    return enquiry


def _answer(work: Work, one: SignOff, state: SignOffState, deed: Deed) -> None:
    one.state, one.answered_at = state, work.now
    statement_ends.settle(work, Subject.SIGN_OFF, one.id, deed, one.person)
    work.session.flush()


@verb
def hand_on(work: Work, sign_off_id: int, *, person: str) -> Enquiry:
    """Not me: my deputy is asked in my place, and the record says for whom they act.

    Where no deputy is left, the press officer is asked at once to find somebody. Until they have, nothing is decided: whoever was
    asked may still say yes.
    """
    one, enquiry = work.must_belong(get_sign_off, sign_off_id)
    check(Deed.PASS_ON, person, work.organisation, one)
    brief = read_brief(work.session, enquiry)
    if one.state == SignOffState.HANDED_ON or turned_down(one, brief):
        return enquiry
    check_still_asked(one, brief)
    deputies = deputies_for(one, brief, work.organisation)
    if deputies:
        pass_on(work, enquiry, one, deputies[0], person)
    else:
        _find_another(work, enquiry, one)
    return enquiry


def _find_another(work: Work, enquiry: Enquiry, one: SignOff) -> None:
    asking = frozenset({Step.SIGN_OFF, Step.SIGN_OFF_AGAIN})
    telling.close_requests(work, Subject.SIGN_OFF, one.id, asking, one.person, Deed.NOT_MINE.value)
    bring_forward(work, Subject.SIGN_OFF, one.id, Step.SIGN_OFF_LATE)
    told: dict[str, object] = {"to": enquiry.officer or one.asked_by, "sign_off": one.id}
    telling.moved(work, enquiry, one.person, Deed.NOT_MINE, told)


@verb
def to_stop(work: Work, enquiry_id: int, *, person: str) -> Enquiry:
    """The enquiry for the form that asks what has changed, for those who may stop it."""
    enquiry = get_enquiry(work.session, enquiry_id)
    if enquiry is None:
        raise Refused(Reason.NOT_FOUND)
    check_stop(person, read_brief(work.session, enquiry), work.organisation)
    return enquiry


@verb
def stop(work: Work, enquiry_id: int, why: str, *, person: str) -> Enquiry:
    """The facts have changed: no yes counts any more, everyone who was asked hears, and the words go back to the press officer."""
    enquiry = work.enquiry(enquiry_id)
    brief = read_brief(work.session, enquiry)
    statement = check_stop(person, brief, work.organisation)
    why = check_reason("stopped_because", why)
    asked = [one for one in brief.asked_of(statement) if one.state in GIVEN | OPEN]
    check_move(enquiry, Status.IN_PROGRESS, deed=Deed.VOID_APPROVAL)
    steps = SIGN_OFF_STEPS | {Step.READY_TO_SEND}
    statement_ends.take_back(work, asked, Deed.VOID_APPROVAL, person, states=GIVEN | OPEN, steps=steps)
    enquiry.status = Status.IN_PROGRESS
    telling.moved(work, enquiry, person, Deed.VOID_APPROVAL, {**about(statement), "why": why})
    wanted = [one for one in brief.asked_of(statement) if one.state == SignOffState.CHANGE_ASKED]
    _tell_stopped(work, brief, [*asked, *wanted], person)
    return enquiry


def _tell_stopped(work: Work, brief: Brief, asked: list[SignOff], by: str) -> None:
    """Whoever was asked or wants a change gets a new message, and so do the press officer and who checks the facts."""
    enquiry = brief.enquiry
    told = {one.person: one for one in asked if one.asked_at is not None}
    others = [enquiry.officer, *(check.person for check in brief.fact_checks)]
    told = {**{person: asked[0] for person in others if person}, **told}
    for person, one in told.items():
        if person != by:
            statement_ends.tell(work, enquiry, one, Step.STOPPED, person)
