"""The verbs that answer a nudge: still on it, hand it to someone, not mine, put it off, and put it off no longer."""

from collections.abc import Collection
from datetime import datetime

from bot.desk import notes, telling
from bot.desk.following import NEXT
from bot.desk.planning import next_round, plan
from bot.desk.work import Desk, Work, verb
from bot.desk.working import hand_note_id
from bot.rules.answer_forms import WHOSE, HandForm, cannot_be_given, check_hand
from bot.rules.deeds import Deed
from bot.rules.involved import asked_around, check_may_deal
from bot.rules.moves import check_acknowledge
from bot.rules.nudge_answers import SERVICE_STEPS
from bot.rules.nudge_policy import CLAIM_STEPS, LEAD_STEPS, STILL_LEAD_STEPS, chain_of
from bot.rules.nudging import PlannedNudge, plan_anew, plan_hand_on, reached_at
from bot.rules.reasons import FormRefused, Reason, Refused
from bot.rules.recipients import next_deputy, recipient_of
from bot.rules.snoozing import check_snooze, step_afterwards
from bot.rules.urgency import speaks_at_once
from storage.delivery import sent_about
from storage.enquiry import Enquiry, get_enquiry
from storage.kinds import DeliveryKind, NudgeState, Status, Step, Subject
from storage.nudge import Nudge, drop_planned, get_nudge, nudges_of


def read_nudge(desk: Desk, nudge_id: int, *, person: str) -> tuple[Nudge, Enquiry]:
    """A nudge and its enquiry, for a form that answers it or the reasons for it. Only for whoever was asked; nothing is written."""
    with desk.database.read() as session:
        nudge = _theirs(get_nudge(session, nudge_id), person)
        enquiry = get_enquiry(session, nudge.subject_id)
    if enquiry is None:
        raise Refused(Reason.NOT_FOUND)
    check_may_deal(Deed.ACKNOWLEDGE, person, enquiry)
    return nudge, enquiry


def open_nudge(desk: Desk, nudge_id: int, *, person: str) -> tuple[Nudge, Enquiry]:
    """The same while an answer is still wanted. Raises Refused with who settled it."""
    nudge, enquiry = read_nudge(desk, nudge_id, person=person)
    check_waits(nudge, enquiry)
    return nudge, enquiry


def _theirs(nudge: Nudge | None, person: str) -> Nudge:
    if nudge is None or nudge.subject != Subject.ENQUIRY:
        raise Refused(Reason.NOT_FOUND)
    if nudge.person != person:
        raise Refused(Reason.NOT_YOUR_NUDGE)
    return nudge


def check_waits(nudge: Nudge, enquiry: Enquiry) -> None:
    """Whether an answer is still wanted. Raises Refused with who was first."""
    if nudge.state == NudgeState.SENT:
        return
    if enquiry.status == Status.CLOSED:
        raise Refused(Reason.ALREADY_CLOSED, by=enquiry.closed_by)
    raise Refused(Reason.ALREADY_SETTLED, by=nudge.settled_by)


def asked(work: Work, nudge_id: int, person: str) -> tuple[Nudge, Enquiry]:
    """A nudge that somebody answers, and its enquiry: both locked, the enquiry first. Whether it still waits is for the caller to check."""
    about = _theirs(get_nudge(work.session, nudge_id), person).subject_id
    enquiry = work.enquiry(about)
    nudge = get_nudge(work.session, nudge_id, lock=True)
    check_may_deal(Deed.ACKNOWLEDGE, person, enquiry)
    return _theirs(nudge, person), enquiry


@verb
def still_on_it(work: Work, nudge_id: int, *, person: str) -> Enquiry:
    """Whoever has it says that they still do: they are asked again after another while."""
    nudge, enquiry = asked(work, nudge_id, person)
    if _answered(nudge, person, Deed.STILL_ON_IT):
        return enquiry
    check_waits(nudge, enquiry)
    go_on(work, nudge, enquiry, person)
    telling.moved(work, enquiry, person, Deed.STILL_ON_IT)
    return enquiry


def go_on(work: Work, nudge: Nudge, enquiry: Enquiry, person: str) -> None:
    """The wait begins anew, and nobody is asked in their place."""
    step = Step(nudge.step)
    _settle(work, enquiry, chain_of(step), person, Deed.STILL_ON_IT)
    again = plan_anew({step}, enquiry, work.organisation, work.now, next_round(work, Subject.ENQUIRY, enquiry.id))
    plan(work, Subject.ENQUIRY, enquiry.id, again)


def _answered(nudge: Nudge, person: str, deed: Deed) -> bool:
    """The same press twice."""
    return nudge.state == NudgeState.SETTLED and nudge.settled_by == person and nudge.settled_how == deed


def _settle(work: Work, enquiry: Enquiry, steps: Collection[Step], person: str, deed: Deed) -> None:
    telling.close_requests(work, Subject.ENQUIRY, enquiry.id, steps, person, deed.value)


# -- someone else


@verb
def hand_to(work: Work, nudge_id: int, form: HandForm, *, person: str) -> Enquiry:
    """Somebody of the service gives it to a colleague, with a note; they are asked at once. Raises FormRefused."""
    nudge, enquiry = asked(work, nudge_id, person)
    if _answered(nudge, person, Deed.HAND_TO):
        return enquiry
    check_waits(nudge, enquiry)
    form = check_hand(form, person, enquiry, work.organisation)
    _goes_to(work, enquiry, form.to, person, Deed.HAND_TO, form.note)
    return enquiry


def _goes_to(work: Work, enquiry: Enquiry, to: str, person: str, deed: Deed, note: str = "") -> None:
    """It is another's to say "I have it": the service's chain begins anew with them."""
    if enquiry.lead_acknowledged_by != person:
        check_acknowledge(enquiry)
    enquiry.lead = to
    enquiry.lead_acknowledged_by = enquiry.lead_acknowledged_at = None
    _settle(work, enquiry, LEAD_STEPS | STILL_LEAD_STEPS, person, deed)
    round_ = next_round(work, Subject.ENQUIRY, enquiry.id)
    if note:
        notes.keep(work, enquiry, note, person, hand_note_id(enquiry.id, round_))
    plan(work, Subject.ENQUIRY, enquiry.id, plan_hand_on(enquiry, work.organisation, work.now, round_))
    telling.moved(work, enquiry, person, deed, {"to": to})


@verb
def not_mine(work: Work, nudge_id: int, whose: str, *, person: str) -> Enquiry:
    """It is for someone else: whoever they name, or else the next in the chain, is asked at once, and the press office sees it.

    Raises FormRefused where whoever was named cannot be asked, Refused(NOBODY_AFTER_YOU) at the end of the chain.
    """
    nudge, enquiry = asked(work, nudge_id, person)
    if _answered(nudge, person, Deed.NOT_MINE):
        return enquiry
    check_waits(nudge, enquiry)
    refused = cannot_be_given(whose, person, enquiry, work.organisation) if whose else None
    if refused:
        raise FormRefused({WHOSE: refused})
    if nudge.step not in SERVICE_STEPS:
        _next_officer(work, enquiry, whose, person)
        return enquiry
    to = whose or next_deputy(enquiry, work.organisation, person)
    if to is None:
        _head_is_asked(work, enquiry, person)
    else:
        _goes_to(work, enquiry, to, person, Deed.NOT_MINE)
    return enquiry


def _head_is_asked(work: Work, enquiry: Enquiry, person: str) -> None:
    """Nobody of the service is left."""
    check_acknowledge(enquiry)
    _one_is_asked(work, enquiry, Step.HEAD_UNACKNOWLEDGED, None, person, LEAD_STEPS)


def _next_officer(work: Work, enquiry: Enquiry, whose: str, person: str) -> None:
    if whose and not work.organisation.is_press_office(whose):
        raise FormRefused({WHOSE: Refused(Reason.NOT_AN_OFFICER, by=whose)})
    if whose:
        _one_is_asked(work, enquiry, Step.OFFICER_UNCLAIMED, whose, person, {Step.OFFICER_NEW, Step.OFFICER_UNCLAIMED})
    else:
        _one_is_asked(work, enquiry, Step.HEAD_UNCLAIMED, None, person, CLAIM_STEPS)


def _one_is_asked(
    work: Work, enquiry: Enquiry, step: Step, to: str | None, person: str, instead_of: Collection[Step]
) -> None:
    """One person is asked at this step, as soon as they are there, in place of what was planned."""
    organisation = asked_around(work.organisation, enquiry)
    to = to or recipient_of(step, enquiry, organisation, work.now)
    if to is None or to == person:
        raise Refused(Reason.NOBODY_AFTER_YOU)
    _settle(work, enquiry, instead_of, person, Deed.NOT_MINE)
    urgent = speaks_at_once(step, enquiry, organisation, work.now)
    due_at = reached_at(to, organisation, work.now, urgent=urgent)
    round_ = next_round(work, Subject.ENQUIRY, enquiry.id)
    plan(work, Subject.ENQUIRY, enquiry.id, [PlannedNudge(step, to, due_at, enquiry.urgent, round_)])
    telling.moved(work, enquiry, person, Deed.NOT_MINE, {"to": to})


# -- later


@verb
def snooze(work: Work, nudge_id: int, until: datetime, *, person: str) -> Nudge:
    """Put it off: neither they nor those after them are asked before then, and then they are reminded. Raises Refused."""
    nudge, enquiry = asked(work, nudge_id, person)
    check_waits(nudge, enquiry)
    if nudge.snoozed_until == until:
        return nudge
    until = check_snooze(until, Step(nudge.step), enquiry, work.organisation, work.now)
    nudge.snoozed_until = until
    if nudge.step in NEXT:  # whoever is asked again is waited for again
        drop_planned(work.session, Subject.ENQUIRY, enquiry.id, {NEXT[nudge.step]}, work.now)
    _remind(work, nudge, until)
    telling.nudge(work, nudge)
    telling.moved(work, enquiry, person, Deed.SNOOZE, {"until": until.isoformat(), "step": str(nudge.step)})
    return nudge


@verb
def unsnooze(work: Work, nudge_id: int, *, person: str) -> Nudge:
    """It was not to wait after all. What had been held back goes on from now."""
    nudge, enquiry = asked(work, nudge_id, person)
    check_waits(nudge, enquiry)
    if nudge.snoozed_until is None or nudge.snoozed_until <= work.now:
        return nudge
    _no_longer(work, nudge, enquiry)
    if nudge.step in NEXT:
        round_ = next_round(work, Subject.ENQUIRY, enquiry.id)
        following = plan_anew({NEXT[nudge.step]}, enquiry, work.organisation, work.now, round_)
        plan(work, Subject.ENQUIRY, enquiry.id, following)
    telling.nudge(work, nudge)
    _say_again(work, enquiry, person)
    telling.moved(work, enquiry, person, Deed.UNSNOOZE)
    return nudge


def _say_again(work: Work, enquiry: Enquiry, person: str) -> None:
    """What was said back to them of it has a button that is not needed any more."""
    for sent in sent_about(work.session, Subject.ENQUIRY, enquiry.id):
        if sent.kind == DeliveryKind.REPLY and sent.lane == person:
            telling.again(work, sent)


def _remind(work: Work, nudge: Nudge, until: datetime) -> None:
    """What they would have been asked next comes then; where nothing is planned for them, they are asked the same again."""
    reminder = _reminder(work, nudge)
    if reminder is not None:
        reminder.due_at = until
        return
    step = step_afterwards(Step(nudge.step), work.organisation)
    round_ = next_round(work, nudge.subject, nudge.subject_id)
    plan(work, nudge.subject, nudge.subject_id, [PlannedNudge(step, nudge.person, until, nudge.urgent, round_)])


def _reminder(work: Work, nudge: Nudge) -> Nudge | None:
    """What is planned for them of the same step, or of the one that follows it."""
    step = step_afterwards(Step(nudge.step), work.organisation)
    ledger = nudges_of(work.session, nudge.subject, nudge.subject_id)
    planned = (one for one in ledger if one.state == NudgeState.PLANNED and one.person == nudge.person)
    return next((one for one in planned if one.step == step), None)


def _no_longer(work: Work, nudge: Nudge, enquiry: Enquiry) -> None:
    """The reminder comes when the policy has it, and what was held back goes on from now."""
    until, reminder = nudge.snoozed_until, _reminder(work, nudge)
    nudge.snoozed_until = None
    for one in nudges_of(work.session, nudge.subject, nudge.subject_id):
        if one.state == NudgeState.PLANNED and one.due_at == until and one.step in chain_of(Step(nudge.step)):
            one.due_at = work.now
    if reminder is not None:
        usual = plan_anew({Step(reminder.step)}, enquiry, work.organisation, work.now, reminder.round)
        reminder.due_at = next((one.due_at for one in usual), work.now)
