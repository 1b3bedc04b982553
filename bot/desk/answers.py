"""The verbs that answer a nudge: still on it, hand it to someone, not mine."""

from collections.abc import Collection

from bot.desk import notes, telling
from bot.desk.asked_about import about
from bot.desk.planning import keep_asking, next_round, plan
from bot.desk.work import Desk, Work, verb
from bot.desk.working import hand_note_id
from bot.rules.answer_forms import WHOSE, HandForm, cannot_be_given, check_hand
from bot.rules.asked_about import AskedAbout, is_about_enquiry
from bot.rules.deeds import Deed
from bot.rules.involved import asked_around, check_may_deal, check_not_left_out
from bot.rules.moves import check_acknowledge
from bot.rules.nudge_answers import SERVICE_STEPS
from bot.rules.nudge_policy import CLAIM_STEPS, LEAD_STEPS, STILL_LEAD_STEPS, chain_of
from bot.rules.nudging import PlannedNudge, plan_anew, plan_hand_on, reached_at
from bot.rules.reasons import FormRefused, Reason, Refused
from bot.rules.recipients import next_deputy, recipient_of
from bot.rules.urgency import speaks_at_once
from storage.enquiry import Enquiry
from storage.kinds import NudgeState, Status, Step, Subject
from storage.nudge import Nudge, get_nudge


def read_nudge(desk: Desk, nudge_id: int, *, person: str) -> tuple[Nudge, AskedAbout]:
    """A nudge and what it asks about, for a form that answers it or the reasons for it. Only for whoever was asked; nothing is written."""
    with desk.database.read() as session:
        nudge = _theirs(get_nudge(session, nudge_id), person)
        found = about(session, nudge, desk.organisation)
    return nudge, _checked(nudge, found, person)


def open_nudge(desk: Desk, nudge_id: int, *, person: str) -> tuple[Nudge, AskedAbout]:
    """The same while an answer is still wanted. Raises Refused with who settled it."""
    nudge, found = read_nudge(desk, nudge_id, person=person)
    check_waits(nudge, found.enquiry)
    return nudge, found


def open_enquiry_nudge(desk: Desk, nudge_id: int, *, person: str) -> tuple[Nudge, Enquiry]:
    """The same of one that asks about an enquiry as such."""
    return _enquiry_alone(*open_nudge(desk, nudge_id, person=person))


def _enquiry_alone(nudge: Nudge, found: AskedAbout) -> tuple[Nudge, Enquiry]:
    if found.enquiry is None or not is_about_enquiry(nudge):
        raise Refused(Reason.NOT_FOUND)
    return nudge, found.enquiry


def _theirs(nudge: Nudge | None, person: str) -> Nudge:
    if nudge is None:
        raise Refused(Reason.NOT_FOUND)
    if nudge.person != person:
        raise Refused(Reason.NOT_YOUR_NUDGE)
    return nudge


def _checked(nudge: Nudge, found: AskedAbout | None, person: str) -> AskedAbout:
    """Whoever may be named in a matter may have things to do beside it, and nothing of the matter itself."""
    if found is None:
        raise Refused(Reason.NOT_FOUND)
    if found.enquiry is not None and is_about_enquiry(nudge):
        check_may_deal(Deed.ACKNOWLEDGE, person, found.enquiry)
    elif found.enquiry is not None:
        check_not_left_out(person, found.enquiry)
    return found


def check_waits(nudge: Nudge, enquiry: Enquiry | None) -> None:
    """Whether an answer is still wanted. Raises Refused with who was first."""
    if nudge.state == NudgeState.SENT:
        return
    if enquiry is not None and enquiry.status == Status.CLOSED:
        raise Refused(Reason.ALREADY_CLOSED, by=enquiry.closed_by)
    raise Refused(Reason.ALREADY_SETTLED, by=nudge.settled_by)


def asked_any(work: Work, nudge_id: int, person: str) -> tuple[Nudge, AskedAbout]:
    """A nudge that somebody answers, and what it asks about: all locked, the nudge last. Whether it waits is for the caller to check."""
    seen = _theirs(get_nudge(work.session, nudge_id), person)
    found = about(work.session, seen, work.organisation, lock=True)
    nudge = get_nudge(work.session, nudge_id, lock=True)
    return _theirs(nudge, person), _checked(seen, found, person)


def asked(work: Work, nudge_id: int, person: str) -> tuple[Nudge, Enquiry]:
    """The same of one that asks about an enquiry as such."""
    return _enquiry_alone(*asked_any(work, nudge_id, person))


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
        _one_is_asked(work, enquiry, Step.OFFICER_UNCLAIMED, whose, person, CLAIM_STEPS - {Step.HEAD_UNCLAIMED})
    else:
        _one_is_asked(work, enquiry, Step.HEAD_UNCLAIMED, None, person, CLAIM_STEPS)
    keep_asking(work, enquiry)


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
