"""What a nudge about a sign-off or a fact check says, made from the records as they are now."""

from datetime import datetime

from sqlalchemy.orm import Session

from bot.messages import sign_off_nudge
from bot.messages.message import Message
from bot.messages.nudge import dealt_with
from bot.rules.involved import is_left_out
from storage.brief import card_brief, read_brief
from storage.enquiry import get_enquiry
from storage.nudge import Nudge
from storage.organisation import Organisation
from storage.statement import get_fact_check, get_sign_off


def sign_off(session: Session, nudge: Nudge, organisation: Organisation, now: datetime) -> Message | None:
    """A nudge about someone's yes."""
    one = get_sign_off(session, nudge.subject_id)
    enquiry = get_enquiry(session, one.enquiry_id) if one else None
    if one is None or enquiry is None:
        return None
    if is_left_out(nudge.person, enquiry):
        return dealt_with(nudge, enquiry.reference, organisation)
    return sign_off_nudge.sign_off(nudge, one, read_brief(session, enquiry), organisation, now)


def facts(session: Session, nudge: Nudge, organisation: Organisation, now: datetime) -> Message | None:
    """A nudge about the facts."""
    check = get_fact_check(session, nudge.subject_id)
    enquiry = get_enquiry(session, check.enquiry_id) if check else None
    if check is None or enquiry is None:
        return None
    if is_left_out(nudge.person, enquiry):
        return dealt_with(nudge, enquiry.reference, organisation)
    return sign_off_nudge.facts(nudge, check, card_brief(session, enquiry), organisation, now)
