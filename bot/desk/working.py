"""The verbs of working an enquiry: take it, give it to someone, hand it over, close it, take it back, open it again."""

from bot.desk import notes, statement_ends, tasks, telling, ties
from bot.desk.planning import next_round, plan
from bot.desk.work import Work, verb
from bot.rules.assigning import plan_assigned
from bot.rules.deeds import Deed
from bot.rules.enquiry_form import CloseForm, check_close
from bot.rules.moves import check_move, where_it_was
from bot.rules.nudge_policy import CLAIM_STEPS, DEADLINE_STEPS, FOLLOW_STEPS, LEAD_STEPS
from bot.rules.nudging import answer_by, plan_anew
from bot.rules.permissions import check
from bot.rules.reasons import FormRefused, Reason, Refused
from bot.rules.sign_off import approved
from bot.rules.urgency import is_urgent
from bot.rules.working_forms import (
    WITHDRAWN_BECAUSE,
    AssignForm,
    ReopenForm,
    check_assign,
    check_reopen,
    check_words,
    officers_for,
)
from storage.brief import read_brief
from storage.enquiry import Enquiry, reference_of
from storage.kinds import DeliveryKind, LinkKind, Outcome, Status, Step, Subject
from storage.nudge import drop_planned
from storage.statement import sign_offs_of
from storage.thread_note import note_of_form


@verb
def claim(work: Work, enquiry_id: int, *, person: str) -> Enquiry:
    """A press officer takes it. The second of two people at once is told kindly who has it (Refused ALREADY_CLAIMED)."""
    enquiry = work.enquiry(enquiry_id)
    check(Deed.CLAIM, person, work.organisation, enquiry)
    if enquiry.officer == person and enquiry.status != Status.NEW:
        return enquiry  # the same press twice
    check_move(enquiry, Status.IN_PROGRESS)
    enquiry.status = Status.IN_PROGRESS
    enquiry.officer, enquiry.claimed_at = person, work.now
    telling.settle(work, Subject.ENQUIRY, enquiry.id, Deed.CLAIM, person)
    telling.moved(work, enquiry, person, "claimed")
    telling.news(work, enquiry, "claimed")
    return enquiry


@verb
def assign(work: Work, enquiry_id: int, form: AssignForm, *, person: str) -> Enquiry:
    """Give it to a press officer, or hand over one's own, with a note to the next person. They are asked at once.

    Raises FormRefused; with OFFICER_CHANGED where somebody else has it since the form was opened.
    """
    enquiry = work.enquiry(enquiry_id)
    deed = Deed.HAND_OVER if enquiry.officer == person else Deed.ASSIGN
    check(deed, person, work.organisation, enquiry)
    form = check_assign(form, enquiry, work.organisation)
    before = enquiry.officer
    if before == form.officer:
        return enquiry  # the same form twice, or they have it already
    if form.before != (before or ""):
        raise FormRefused({"officer": Refused(Reason.OFFICER_CHANGED, by=before)})
    to = Status.IN_PROGRESS if enquiry.status == Status.NEW else enquiry.status
    check_move(enquiry, to, deed=Deed.ASSIGN)
    enquiry.status, enquiry.officer, enquiry.claimed_at = to, form.officer, work.now
    telling.settle(work, Subject.ENQUIRY, enquiry.id, deed, person)
    _ask(work, enquiry, person, form.note)
    _ask_how_it_goes(work, enquiry)
    told: dict[str, object] = {"officer": [before, form.officer], "to": form.officer, "note": form.note}
    telling.moved(work, enquiry, person, deed, told)
    telling.news(work, enquiry, "claimed")
    return enquiry


def _ask(work: Work, enquiry: Enquiry, by: str, note: str = "") -> None:
    """Whoever has it now hears, with the note; whoever did it themselves knows."""
    if enquiry.officer == by:
        return
    round_ = next_round(work, Subject.ENQUIRY, enquiry.id)
    if note:
        notes.keep(work, enquiry, note, by, hand_note_id(enquiry.id, round_))
    plan(work, Subject.ENQUIRY, enquiry.id, plan_assigned(enquiry, work.organisation, work.now, round_))


def _ask_how_it_goes(work: Work, enquiry: Enquiry) -> None:
    """Whoever has it now is asked in their turn whether they are still on it."""
    round_ = next_round(work, Subject.ENQUIRY, enquiry.id)
    still = plan_anew({Step.STILL_OFFICER}, enquiry, work.organisation, work.now, round_)
    plan(work, Subject.ENQUIRY, enquiry.id, still)


def hand_note_id(enquiry_id: int, round_: int) -> str:
    """By which the note to the next person is found again from the nudge that shows it."""
    return f"assigned:{enquiry_id}:{round_}"


@verb
def close(work: Work, enquiry_id: int, form: CloseForm, *, person: str) -> Enquiry:
    """Close it with an outcome. Everything still planned for it is dropped. Raises FormRefused, field by field."""
    enquiry = work.enquiry(enquiry_id)
    check(Deed.CLOSE, person, work.organisation, enquiry)
    if enquiry.closed_by == person and enquiry.outcome == form.outcome:
        return enquiry
    form = check_close(form, enquiry)
    check_move(enquiry, Status.CLOSED)
    duplicate = form.outcome == Outcome.DUPLICATE
    other = ties.named_in(work, form.note, person, "outcome_note", enquiry) if duplicate else None
    if other is not None:
        ties.mark_duplicate(work, enquiry, other, person)
    end(work, enquiry, Outcome(form.outcome), form.note, Deed.CLOSE, person)
    telling.news(work, enquiry, "closed")
    if other is not None:
        ties.tell_of_answer(work, enquiry, other)
    return enquiry


def end(work: Work, enquiry: Enquiry, outcome: Outcome, note: str, deed: Deed, person: str) -> None:
    """It is closed: nothing waits for anybody any more. The caller has checked the move."""
    enquiry.status = Status.CLOSED
    enquiry.outcome, enquiry.outcome_note = outcome, note
    enquiry.closed_by, enquiry.closed_at = person, work.now
    telling.settle(work, Subject.ENQUIRY, enquiry.id, deed, person)
    tasks.start_check_ins(work, enquiry)
    statement_ends.end(work, enquiry, deed, person)
    telling.moved(work, enquiry, person, deed, {"outcome": str(outcome), "note": note})
    ties.show_linked(work, enquiry)
    if enquiry.responded_at is None and outcome != Outcome.DUPLICATE:
        ties.tell_askers(work, enquiry, "ended", telling.news_key(enquiry, "ended"))


@verb
def withdraw(work: Work, enquiry_id: int, because: str, *, person: str) -> Enquiry:
    """The person who raised it takes it back and says why; the press office is told. Raises FormRefused."""
    enquiry = work.enquiry(enquiry_id)
    check(Deed.WITHDRAW, person, work.organisation, enquiry)
    if enquiry.closed_by == person and enquiry.outcome == Outcome.TAKEN_BACK:
        return enquiry
    because = check_words(WITHDRAWN_BECAUSE, because)
    check_move(enquiry, Status.CLOSED, deed=Deed.WITHDRAW)
    end(work, enquiry, Outcome.TAKEN_BACK, because, Deed.WITHDRAW, person)
    for one in dict.fromkeys((enquiry.officer, enquiry.lead_acknowledged_by)):
        if one and one != person and one not in enquiry.excluded:
            _say_taken_back(work, enquiry, one)
    telling.news(work, enquiry, "taken_back")
    return enquiry


def _say_taken_back(work: Work, enquiry: Enquiry, person: str) -> None:
    """A message that changes is not heard: whoever has it gets a new one."""
    work.deliver(
        DeliveryKind.ENQUIRY_NEWS,
        key=f"{telling.news_key(enquiry, 'taken_back')}:{person}",
        lane=person,
        subject=Subject.ENQUIRY,
        subject_id=enquiry.id,
        detail="taken_back_office",
        urgent=enquiry.urgent,
    )


@verb
def reopen(work: Work, enquiry_id: int, form: ReopenForm, *, form_id: str, person: str) -> Enquiry:
    """Open a closed one again, with the reason: with its press officer as before, or with whoever opens it. Raises FormRefused.

    What was planned for it when it was closed is planned anew from its deadline now. Where an answer has gone, another needs a yes
    of its own; where none has, approved words are ready to go again.
    """
    enquiry = work.enquiry(enquiry_id)
    check(Deed.REOPEN, person, work.organisation, enquiry)
    if note_of_form(work.session, form_id) is not None:
        return enquiry  # the same form twice
    form, deadline = check_reopen(form, work.now, work.organisation.calendar)
    status = _after_reopening(work, enquiry)
    check_move(enquiry, status, deed=Deed.REOPEN)
    notes.keep(work, enquiry, form.because, person, form_id)
    outcome = enquiry.outcome
    _as_before(work, enquiry, person, status)
    if deadline is not None or (enquiry.deadline is not None and enquiry.deadline <= work.now):
        enquiry.deadline, enquiry.deadline_words = deadline, form.deadline_words
    enquiry.urgent = is_urgent(enquiry.deadline, work.now, work.organisation.calendar)
    _plan_again(work, enquiry)
    _ask(work, enquiry, person)
    told: dict[str, object] = {"outcome": [str(outcome), None], "because": form.because}
    telling.moved(work, enquiry, person, Deed.REOPEN, told)
    telling.news(work, enquiry, "reopened")
    return enquiry


def no_duplicate(work: Work, enquiry: Enquiry, person: str) -> None:
    """It was closed for another by mistake: open again and back to where it was, and asked about as before. The caller has checked.

    An officer who cannot have it any more gives way to whoever opens it. Sign-off that was asked for was taken back when it was
    closed, and is asked for again.
    """
    other = enquiry.duplicate_of
    brief = read_brief(work.session, enquiry)
    status = where_it_was(enquiry, approved=approved(brief) is not None)
    check_move(enquiry, status, deed=Deed.UNLINK)
    _open_again(work, enquiry, status)
    if enquiry.officer is not None and enquiry.officer not in officers_for(enquiry, work.organisation):
        enquiry.officer = person
    enquiry.urgent = is_urgent(enquiry.deadline, work.now, work.organisation.calendar)
    _plan_again(work, enquiry)
    telling.moved(
        work, enquiry, person, Deed.UNLINK, {"other": reference_of(other or 0), "status": ["closed", str(status)]}
    )
    telling.news(work, enquiry, f"unlinked:{other}")


def _open_again(work: Work, enquiry: Enquiry, status: Status) -> None:
    if enquiry.duplicate_of is not None:
        ties.untie(work, enquiry, LinkKind.DUPLICATE)
        enquiry.duplicate_of = None
    enquiry.status, enquiry.reopened = status, enquiry.reopened + 1
    enquiry.outcome, enquiry.outcome_note, enquiry.closed_by, enquiry.closed_at = None, "", None, None


def _after_reopening(work: Work, enquiry: Enquiry) -> Status:
    ready = enquiry.responded_at is None and approved(read_brief(work.session, enquiry)) is not None
    return Status.READY if ready else Status.IN_PROGRESS


def _as_before(work: Work, enquiry: Enquiry, person: str, status: Status) -> None:
    """Open again, with a press officer who can have it; whoever said yes can stop what has not gone."""
    _open_again(work, enquiry, status)
    if enquiry.responded_at is not None:
        statement_ends.spend(work, enquiry)
    elif status == Status.READY:
        for one in sign_offs_of(work.session, enquiry.id):
            telling.show_again(work, Subject.SIGN_OFF, one.id)
    if enquiry.officer not in officers_for(enquiry, work.organisation):
        enquiry.officer = person
    enquiry.claimed_at = work.now


def _plan_again(work: Work, enquiry: Enquiry) -> None:
    """The lead's chain where nobody of it has answered, and the deadline's nudges where it lies ahead."""
    steps = (
        LEAD_STEPS
        | (FOLLOW_STEPS - {Step.LEAD_SILENT, Step.OFFICER_SILENT})
        | (DEADLINE_STEPS if answer_by(enquiry, work.organisation) > work.now else frozenset())
    )
    drop_planned(work.session, Subject.ENQUIRY, enquiry.id, steps | CLAIM_STEPS, work.now)
    if enquiry.status == Status.NEW:
        steps |= CLAIM_STEPS
    elif enquiry.status == Status.RESPONDED:
        steps = frozenset({Step.NOT_CLOSED})
    round_ = next_round(work, Subject.ENQUIRY, enquiry.id)
    plan(work, Subject.ENQUIRY, enquiry.id, plan_anew(steps, enquiry, work.organisation, work.now, round_))
