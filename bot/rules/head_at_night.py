"""The head of communications at night: whoever is on call is woken, and the head hears of it in the morning.

Even what is urgent goes at night only to who is on duty for it, and to leads by the way they chose. The head stands at the end of every
chain: by day an escalation reaches them, by night it would wake one more person about what the one on call is asked already.
"""

from datetime import datetime

from bot.rules.availability import at_work, on_call
from bot.rules.nudge_policy import POLICY, Asked
from bot.rules.recipients import service_chain
from bot.rules.urgency import SLEEPS, WAKES
from bot.rules.working_time import DAY, local, moment
from storage.enquiry import Enquiry
from storage.kinds import Role, RotaKind, Step
from storage.organisation import Organisation


def sleeps_until(step: Step, person: str, enquiry: Enquiry, organisation: Organisation, at: datetime) -> datetime:
    """When this person may be asked: at eight in the morning where they would be asked at night only as the head, otherwise at once."""
    here = local(organisation.calendar, at)
    if WAKES <= here.time() < SLEEPS or at_work(organisation, person, at):
        return at
    if not _only_as_head(step, person, enquiry, organisation, at):
        return at
    day = here.date() if here.time() < WAKES else here.date() + DAY
    return moment(organisation.calendar, day, WAKES)


def _only_as_head(step: Step, person: str, enquiry: Enquiry, organisation: Organisation, at: datetime) -> bool:
    """Whether nothing else makes it theirs: no turn, no service of their own, and they have not said that they have it."""
    if POLICY[step].asked in (Asked.OFFICER, Asked.RAISER) or person not in organisation.holders(Role.HEAD_OF_COMMS):
        return False
    turns = [on_call(organisation, kind, at, enquiry.service_area) for kind in RotaKind]
    theirs = (*turns, enquiry.officer, enquiry.lead_acknowledged_by)
    return person not in (*theirs, *service_chain(enquiry, organisation, at))
