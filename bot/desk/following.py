"""What follows when somebody who said that they had it was asked whether they still do: they answer, or the next one is asked."""

from bot.desk import telling
from bot.desk.planning import keep_asking, next_round, plan
from bot.desk.work import Work
from bot.rules.nudge_policy import LEAD_STEPS, STILL_LEAD_STEPS
from bot.rules.nudging import plan_anew
from bot.rules.recipients import service_chain
from storage.enquiry import Enquiry
from storage.kinds import Step, Subject
from storage.nudge import Nudge, drop_planned, settle_sent

NEXT = {Step.STILL_LEAD: Step.LEAD_SILENT, Step.STILL_OFFICER: Step.OFFICER_SILENT}


def asked(work: Work, nudge: Nudge, enquiry: Enquiry) -> None:
    """Somebody has been asked about an enquiry: its card shows it, and what follows if they stay silent is planned."""
    telling.show_card(work, enquiry)
    keep_asking(work, enquiry)
    step = Step(nudge.step)
    if step in NEXT:
        following = plan_anew({NEXT[step]}, enquiry, work.organisation, work.now, nudge.round)
        plan(work, Subject.ENQUIRY, enquiry.id, following)
    elif step == Step.LEAD_SILENT:
        _pass_on(work, nudge.person, enquiry)


def _pass_on(work: Work, person: str, enquiry: Enquiry) -> None:
    """The lead did not say how it stands: it is the next one's to say "I have it", and their chain begins."""
    if person not in service_chain(enquiry, work.organisation, work.now):
        return  # nobody else of the service is there, and the head of communications has been asked instead
    before, enquiry.lead = enquiry.lead, person
    enquiry.lead_acknowledged_by = enquiry.lead_acknowledged_at = None
    drop_planned(work.session, Subject.ENQUIRY, enquiry.id, LEAD_STEPS | STILL_LEAD_STEPS, work.now)
    for sent in settle_sent(
        work.session, Subject.ENQUIRY, enquiry.id, {Step.STILL_LEAD}, "close-ties", "passed_on", work.now
    ):
        telling.nudge(work, sent)
    steps = (LEAD_STEPS | {Step.STILL_LEAD}) - {Step.LEAD_NEW}
    round_ = next_round(work, Subject.ENQUIRY, enquiry.id)
    plan(work, Subject.ENQUIRY, enquiry.id, plan_anew(steps, enquiry, work.organisation, work.now, round_))
    telling.moved(work, enquiry, "close-ties", "passed_on", {"from": before, "to": person})
