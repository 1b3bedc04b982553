"""The verbs of the service's own people: "I have it", and "hand it to my deputy"."""

from bot.desk import telling
from bot.desk.planning import next_round, plan
from bot.desk.work import Work, verb
from bot.rules.deeds import Deed
from bot.rules.involved import check_may_deal
from bot.rules.moves import check_acknowledge
from bot.rules.nudging import hand_on as hand_on_to
from bot.rules.nudging import plan_hand_on
from bot.rules.reasons import Reason, Refused
from storage.enquiry import Enquiry
from storage.kinds import Subject
from storage.nudge import get_nudge, nudges_of


@verb
def acknowledge(work: Work, nudge_id: int, *, person: str) -> Enquiry:
    """The lead (or whoever was nudged in their place) says "I have it"."""
    enquiry = _enquiry_of_nudge(work, nudge_id, person)
    if enquiry.lead_acknowledged_by == person:
        return enquiry
    take_on(work, enquiry, person)
    return enquiry


def take_on(work: Work, enquiry: Enquiry, person: str) -> None:
    """They have it for the service from now on. The caller has checked who it is. Raises Refused when somebody else has it."""
    check_acknowledge(enquiry)
    enquiry.lead = person
    enquiry.lead_acknowledged_by, enquiry.lead_acknowledged_at = person, work.now
    telling.settle(work, Subject.ENQUIRY, enquiry.id, Deed.ACKNOWLEDGE, person)
    telling.moved(work, enquiry, person, "acknowledged")
    telling.news(work, enquiry, "lead_acknowledged")


def answered_about_words(work: Work, enquiry: Enquiry, person: str) -> bool:
    """The lead said yes or no to words about it: they have it, and are not asked any longer to say so. Whether that was news."""
    if enquiry.lead != person or enquiry.lead_acknowledged_by is not None:
        return False
    enquiry.lead_acknowledged_by, enquiry.lead_acknowledged_at = person, work.now
    telling.settle(work, Subject.ENQUIRY, enquiry.id, Deed.ACKNOWLEDGE, person)
    return True


@verb
def hand_on(work: Work, nudge_id: int, *, person: str) -> Enquiry:
    """The lead hands it to their deputy, who is nudged at once. Raises Refused(NO_DEPUTY) at the end of the chain."""
    enquiry = _enquiry_of_nudge(work, nudge_id, person)
    if enquiry.lead_acknowledged_by is None and enquiry.lead != person and _handed_on_by(work, enquiry, person):
        return enquiry  # the same press twice
    if enquiry.lead_acknowledged_by != person:  # whoever has it may hand it on all the same
        check_acknowledge(enquiry)
    deputy = hand_on_to(enquiry, work.organisation, person)
    enquiry.lead = deputy
    enquiry.lead_acknowledged_by = enquiry.lead_acknowledged_at = None
    telling.settle(work, Subject.ENQUIRY, enquiry.id, Deed.HAND_ON, person)
    round_ = next_round(work, Subject.ENQUIRY, enquiry.id)
    plan(work, Subject.ENQUIRY, enquiry.id, plan_hand_on(enquiry, work.organisation, work.now, round_))
    telling.moved(work, enquiry, person, Deed.HAND_ON, {"to": deputy})
    return enquiry


def _handed_on_by(work: Work, enquiry: Enquiry, person: str) -> bool:
    return any(
        one.settled_by == person and one.settled_how == Deed.HAND_ON and one.person == person
        for one in nudges_of(work.session, Subject.ENQUIRY, enquiry.id)
    )


def _enquiry_of_nudge(work: Work, nudge_id: int, person: str) -> Enquiry:
    nudge = get_nudge(work.session, nudge_id)
    if nudge is None or nudge.subject != Subject.ENQUIRY:
        raise Refused(Reason.NOT_FOUND)
    if nudge.person != person:
        raise Refused(Reason.NOT_YOUR_NUDGE)
    enquiry = work.enquiry(nudge.subject_id)
    check_may_deal(Deed.ACKNOWLEDGE, person, enquiry)
    return enquiry
