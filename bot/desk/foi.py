"""Treat as FOI: the date it came, who deals with it from here; someone sees to the hand-over until it is done, or it is none after all."""

from bot.desk import notes, tasks, telling
from bot.desk.changing import change
from bot.desk.work import Work, verb
from bot.rules.deeds import Deed
from bot.rules.foi import FoiForm, check_foi, check_not_foi
from bot.rules.permissions import check
from storage.enquiry import Enquiry
from storage.involved import tasks_of
from storage.kinds import TaskKind, TaskState


@verb
def treat_as_foi(work: Work, enquiry_id: int, form: FoiForm, *, person: str) -> Enquiry:
    """A written question that asks for recorded information. Again: its facts are put right. Raises FormRefused."""
    enquiry = work.enquiry(enquiry_id)
    check(Deed.TREAT_AS_FOI, person, work.organisation, enquiry)
    checked = check_foi(form, work.organisation, work.now)
    before = (enquiry.foi_received_on, enquiry.foi_handed_to, enquiry.foi_reference)
    now = (checked.received_on, checked.handed_to, checked.reference)
    if before == now:
        return enquiry
    enquiry.foi_received_on, enquiry.foi_handed_to, enquiry.foi_reference = now
    if enquiry.foi_handed_at is None:
        tasks.make(work, enquiry, TaskKind.FOI, by=person)
    details: dict[str, object] = {"received_on": checked.received_on.isoformat(), "reference": checked.reference}
    telling.moved(work, enquiry, person, Deed.TREAT_AS_FOI, {**details, "handed_to": checked.handed_to})
    return enquiry


@verb
def not_foi(work: Work, enquiry_id: int, because: str, *, form_id: str, person: str) -> Enquiry:
    """It is none after all: its dates go, nobody is asked for the hand-over any more, and the page says who said so and why.

    Raises FormRefused.
    """
    enquiry = work.enquiry(enquiry_id)
    check(Deed.NOT_FOI, person, work.organisation, enquiry)
    because = check_not_foi(because)
    nothing = {"foi_received_on": None, "foi_handed_to": "", "foi_reference": "", "foi_handed_at": None}
    changed = change(enquiry, nothing)
    if not changed:
        return enquiry  # the same form twice, or somebody else said so meanwhile
    notes.keep(work, enquiry, because, person, form_id)
    for task in tasks_of(work.session, enquiry.id):
        if task.kind == TaskKind.FOI and task.state == TaskState.OPEN:
            tasks.settle(work, enquiry, task, TaskState.NOT_NEEDED, person)
    telling.moved(work, enquiry, person, Deed.NOT_FOI, {**changed, "because": because})
    return enquiry
