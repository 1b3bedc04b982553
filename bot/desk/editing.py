"""The verb of changing an enquiry: who changed what, from what, to what; and everything that hangs on what was changed."""

from bot.desk import enquiries, statement_needs, telling, ties
from bot.desk.changing import change
from bot.desk.planning import keep_asking, next_round, plan
from bot.desk.work import Work, verb
from bot.rules.deeds import Deed
from bot.rules.edit_form import EditForm, check_edit
from bot.rules.involved import asked_around
from bot.rules.nudge_policy import CLAIM_STEPS, DEADLINE_STEPS, ENQUIRY_STEPS, LEAD_STEPS
from bot.rules.nudging import plan_anew, plan_enquiry
from bot.rules.permissions import check
from bot.rules.reasons import Reason, Refused
from bot.rules.recipients import first_lead
from bot.rules.sensitivity import starts_restricted
from bot.rules.urgency import is_urgent
from storage.enquiry import Enquiry
from storage.kinds import NudgeState, Status, Step, Subject
from storage.nudge import nudges_of

QUIET = ("deadline_words",)
"""What is not told by itself: the deadline is."""


@verb
def edit(work: Work, enquiry_id: int, form: EditForm, *, person: str) -> Enquiry:
    """Change what the person changed in the form. Raises FormRefused, field by field; with CHANGED_MEANWHILE where someone else
    has changed something since the form was opened.
    """
    enquiry = work.enquiry(enquiry_id)
    check(Deed.EDIT, person, work.organisation, enquiry)
    if not enquiry.is_open:
        raise Refused(Reason.ALREADY_CLOSED, by=enquiry.closed_by)
    changes = check_edit(form, enquiry, work.organisation, work.now)
    changed = change(enquiry, changes.values, QUIET)
    if not changed:
        return enquiry
    _follow(work, enquiry, changed, person)
    if "service_area" in changed and starts_restricted(work.organisation, enquiry.service_area):
        enquiries.make_restricted(work, enquiry)
    elif "service_area" in changed:
        statement_needs.look_again(work, enquiry)
    if changes.because:
        changed["because"] = changes.because
    telling.moved(work, enquiry, person, Deed.EDIT, changed)
    return enquiry


def _follow(work: Work, enquiry: Enquiry, changed: dict[str, object], person: str) -> None:
    """What hangs on what was changed."""
    if "outlet" in changed or "journalist" in changed:
        enquiry.outlet_id = enquiry.journalist_id = None  # remembered anew, under the right name
    if "deadline" in changed:
        enquiry.urgent = is_urgent(enquiry.deadline, work.now, work.organisation.calendar)
        _move_nudges(work, enquiry, person)
    if "service_area" in changed:
        _change_chain(work, enquiry, person)
    telling.show_again(work, Subject.ENQUIRY, enquiry.id)  # those who were asked are shown what holds now
    statement_needs.follow_change(work, enquiry, changed, person)
    ties.show_linked(work, enquiry)


def _move_nudges(work: Work, enquiry: Enquiry, person: str) -> None:
    """What waits moves with the deadline; what was said about the old one says so, and the new one is watched from now on."""
    due = {one.step: one for one in plan_enquiry(enquiry, work.organisation, work.now)}
    for nudge in nudges_of(work.session, Subject.ENQUIRY, enquiry.id):
        if nudge.state == NudgeState.PLANNED and nudge.step in ENQUIRY_STEPS - DEADLINE_STEPS and nudge.step in due:
            nudge.due_at, nudge.urgent = due[nudge.step].due_at, due[nudge.step].urgent
    _ask_anew(work, enquiry, DEADLINE_STEPS, person)
    keep_asking(work, enquiry)


def _change_chain(work: Work, enquiry: Enquiry, person: str) -> None:
    """Another service answers for it: its lead is told, and, while nobody has taken it, its press officer."""
    chain = asked_around(work.organisation, enquiry)
    area = chain.service_areas.get(enquiry.service_area)
    steps = CLAIM_STEPS if enquiry.status == Status.NEW else frozenset[Step]()
    if area is None or enquiry.lead_acknowledged_by not in (area.lead, *area.deputies):
        enquiry.lead = first_lead(chain, enquiry.service_area)
        enquiry.lead_acknowledged_by = enquiry.lead_acknowledged_at = None
        steps |= LEAD_STEPS
    _ask_anew(work, enquiry, steps, person)


def _ask_anew(work: Work, enquiry: Enquiry, steps: frozenset[Step], person: str) -> None:
    """These steps from the beginning: what was asked is answered by the change, and whoever is to be asked now is."""
    telling.close_requests(work, Subject.ENQUIRY, enquiry.id, steps, person, Deed.EDIT.value)
    if enquiry.status == Status.RESPONDED or not steps:
        return
    round_ = next_round(work, Subject.ENQUIRY, enquiry.id)
    plan(work, Subject.ENQUIRY, enquiry.id, plan_anew(steps, enquiry, work.organisation, work.now, round_))
