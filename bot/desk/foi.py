"""Treat as FOI: the date it came, who deals with it from here; someone sees to the hand-over until it is done."""

from bot.desk import tasks, telling
from bot.desk.work import Work, verb
from bot.rules.deeds import Deed
from bot.rules.foi import FoiForm, check_foi
from bot.rules.permissions import check
from storage.enquiry import Enquiry
from storage.kinds import TaskKind


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
