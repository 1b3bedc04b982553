"""The verbs that put a nudge off: until a time, for a while since somebody is on it, and no longer."""

from datetime import datetime

from bot.desk import telling
from bot.desk.answers import asked_any, check_waits
from bot.desk.following import NEXT
from bot.desk.planning import next_round, plan
from bot.desk.work import Work, verb
from bot.rules.asked_about import AskedAbout, is_about_enquiry
from bot.rules.deeds import Deed
from bot.rules.nudge_policy import POLICY, chain_of
from bot.rules.nudging import PlannedNudge, plan_anew
from bot.rules.snoozing import ON_IT, latest_of, on_it_until, step_afterwards, within
from bot.rules.working_time import add_working_time
from storage.delivery import sent_about
from storage.enquiry import Enquiry
from storage.kinds import DeliveryKind, NudgeState, Step, Subject
from storage.nudge import Nudge, drop_planned, nudges_of


@verb
def snooze(work: Work, nudge_id: int, until: datetime, *, person: str) -> Nudge:
    """Put it off: neither they nor those after them are asked before then, and then they are reminded. Raises Refused."""
    nudge, found = asked_any(work, nudge_id, person)
    check_waits(nudge, found.enquiry)
    if nudge.snoozed_until == until:
        return nudge
    until = within(until, latest_of(nudge, found, work.organisation, work.now))
    nudge.snoozed_until = until
    if nudge.step in NEXT:  # whoever is asked again is waited for again
        drop_planned(work.session, nudge.subject, nudge.subject_id, {NEXT[nudge.step]}, work.now)
    _remind(work, nudge, until)
    telling.nudge(work, nudge)
    _moved(work, nudge, found, Deed.SNOOZE, {"until": until.isoformat(), "step": str(nudge.step)})
    return nudge


def _moved(work: Work, nudge: Nudge, found: AskedAbout, deed: Deed, details: dict[str, object]) -> None:
    """An enquiry's thread tells it; of a story it is only written down."""
    if found.enquiry is not None:
        telling.moved(work, found.enquiry, nudge.person, deed, details)
    else:
        work.audit(nudge.person, deed, nudge.subject, nudge.subject_id, details)


@verb
def on_it(work: Work, nudge_id: int, *, person: str) -> Nudge:
    """They see to it, and are left in peace for a while. With too little time left nothing is put off. Raises Refused."""
    nudge, found = asked_any(work, nudge_id, person)
    check_waits(nudge, found.enquiry)
    until = on_it_until(nudge, found, work.organisation, work.now)
    if until is not None and (nudge.snoozed_until is None or nudge.snoozed_until < work.now):
        nudge.snoozed_until = until
        _remind(work, nudge, until)
        telling.nudge(work, nudge)
    _moved(work, nudge, found, Deed.STILL_ON_IT, {"step": str(nudge.step)})
    return nudge


@verb
def unsnooze(work: Work, nudge_id: int, *, person: str) -> Nudge:
    """It was not to wait after all. What had been held back goes on from now."""
    nudge, found = asked_any(work, nudge_id, person)
    check_waits(nudge, found.enquiry)
    if nudge.snoozed_until is None or nudge.snoozed_until <= work.now:
        return nudge
    _no_longer(work, nudge, found.enquiry)
    if nudge.step in NEXT and found.enquiry is not None:
        round_ = next_round(work, Subject.ENQUIRY, found.enquiry.id)
        following = plan_anew({NEXT[nudge.step]}, found.enquiry, work.organisation, work.now, round_)
        plan(work, Subject.ENQUIRY, found.enquiry.id, following)
    telling.nudge(work, nudge)
    _say_again(work, nudge, person)
    _moved(work, nudge, found, Deed.UNSNOOZE, {})
    return nudge


def _say_again(work: Work, nudge: Nudge, person: str) -> None:
    """What was said back to them of it has a button that is not needed any more."""
    for sent in sent_about(work.session, nudge.subject, nudge.subject_id):
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


def _no_longer(work: Work, nudge: Nudge, enquiry: Enquiry | None) -> None:
    """The reminder comes when the policy has it, and what was held back goes on from now."""
    until, reminder = nudge.snoozed_until, _reminder(work, nudge)
    nudge.snoozed_until = None
    for one in nudges_of(work.session, nudge.subject, nudge.subject_id):
        if one.state == NudgeState.PLANNED and one.due_at == until and one.step in chain_of(Step(nudge.step)):
            one.due_at = work.now
    if reminder is not None and enquiry is not None and is_about_enquiry(nudge) and reminder.step in POLICY:
        usual = plan_anew({Step(reminder.step)}, enquiry, work.organisation, work.now, reminder.round)
        reminder.due_at = next((one.due_at for one in usual), work.now)
    elif reminder is not None:
        reminder.due_at = add_working_time(work.organisation.calendar, work.now, ON_IT)
