"""Calls: somebody of the service would like to be rung, the press officer is told at once, and says when they have."""

from bot.desk import telling
from bot.desk.answers import asked, check_waits, go_on
from bot.desk.leading import take_on
from bot.desk.planning import next_round, plan
from bot.desk.work import Work, verb
from bot.rules.answer_forms import CallForm, check_call
from bot.rules.call_times import AskedCall, plan_call, plan_call_again
from bot.rules.deeds import Deed
from bot.rules.nudge_answers import Answer, answers_to
from bot.rules.permissions import check
from bot.rules.reasons import Reason, Refused
from bot.rules.recipients import officer_of
from storage.call_request import CallRequest, calls_of, get_call
from storage.delivery import sent_about
from storage.enquiry import Enquiry
from storage.kinds import DeliveryKind, Step, Subject
from storage.nudge import Nudge


@verb
def ask_for_call(work: Work, nudge_id: int, form: CallForm, *, person: str) -> CallRequest:
    """Ring me: the press officer is told the number and when. Whoever asks has it, and is not asked again meanwhile. Raises FormRefused.

    The same form again corrects the call that is still to be made.
    """
    form, call_at = check_call(form, work.now, work.organisation)
    nudge, enquiry = asked(work, nudge_id, person)
    call = next((one for one in calls_of(work.session, enquiry.id) if one.person == person and not one.done_at), None)
    if call is None:
        check_waits(nudge, enquiry)
        if Answer.CALL not in answers_to(nudge, enquiry, work.organisation, work.now):
            raise Refused(Reason.NOT_FOUND)
        call = CallRequest(enquiry_id=enquiry.id, person=person, number=form.number, asked_at=work.now)
        work.session.add(call)
        work.session.flush()
        _has_it(work, nudge, enquiry, person)
    elif (call.number, call.when_words) == (form.number, form.when):
        return call
    call.number, call.when_words, call.call_at = form.number, form.when, call_at
    _tell_officer(work, call, enquiry)
    _remind(work, call, enquiry, person)
    at = call_at.isoformat() if call_at else None
    telling.moved(work, enquiry, person, Deed.ASK_CALL, {"call": call.id, "at": at})
    return call


def _has_it(work: Work, nudge: Nudge, enquiry: Enquiry, person: str) -> None:
    if nudge.step == Step.STILL_LEAD:
        go_on(work, nudge, enquiry, person)
    else:
        take_on(work, enquiry, person)


def _tell_officer(work: Work, call: CallRequest, enquiry: Enquiry) -> None:
    """Whoever has the enquiry, or else who is on duty. A call that was corrected is told where it was told."""
    if _show_again(work, call):
        return
    officer = officer_of(enquiry, work.organisation, work.now, urgent=True) or work.organisation.head_of_comms
    work.deliver(
        DeliveryKind.CALL,
        key=_key(call),
        lane=officer or work.organisation.triage_channel,
        subject=Subject.ENQUIRY,
        subject_id=enquiry.id,
        detail=str(call.id),
        urgent=True,
    )


def _remind(work: Work, call: CallRequest, enquiry: Enquiry, person: str) -> None:
    """Whoever deals with it is reminded at the promised time; what was planned for another time is over."""
    telling.close_requests(work, Subject.CALL, call.id, None, person, Deed.ASK_CALL.value)
    round_ = next_round(work, Subject.CALL, call.id)
    plan(work, Subject.CALL, call.id, plan_call(call, enquiry, work.organisation, work.now, round_))


def find(work: Work, call_id: int) -> AskedCall | None:
    """A call with its enquiry, both locked."""
    found = work.belonging(get_call, call_id)
    return AskedCall(enquiry=found[1], call=found[0]) if found else None


def remind_again(work: Work, nudge: Nudge, asked: AskedCall) -> None:
    """They have been reminded a second time: and so on for as long as nobody has rung."""
    if nudge.step == Step.CALL_AGAIN:
        round_ = next_round(work, Subject.CALL, asked.call.id)
        again = plan_call_again(asked.enquiry, work.organisation, work.now, round_)
        plan(work, Subject.CALL, asked.call.id, again)


def _key(call: CallRequest) -> str:
    return f"call:{call.id}"


def _show_again(work: Work, call: CallRequest) -> bool:
    told = [one for one in sent_about(work.session, Subject.ENQUIRY, call.enquiry_id) if one.key == _key(call)]
    for one in told:
        telling.again(work, one)
    return bool(told)


@verb
def call_made(work: Work, call_id: int, *, person: str) -> CallRequest:
    """I have rung. Raises Refused when a colleague was first."""
    call, enquiry = work.must_belong(get_call, call_id)
    check(Deed.MAKE_CALL, person, work.organisation, enquiry)
    if call.done_at is not None:
        if call.done_by != person:
            raise Refused(Reason.ALREADY_SETTLED, by=call.done_by)
        return call
    call.done_at, call.done_by = work.now, person
    _show_again(work, call)
    telling.close_requests(work, Subject.CALL, call.id, None, person, Deed.MAKE_CALL.value)
    telling.moved(work, enquiry, person, Deed.MAKE_CALL, {"call": call.id, "to": call.person})
    return call
