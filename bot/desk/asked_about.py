"""Finding what a nudge is about, to show it or to answer it. Locked, the enquiry comes before anything that belongs to it."""

from sqlalchemy.orm import Session

from bot.rules.asked_about import OF_ENQUIRY, AskedAbout, Part
from bot.rules.story_nudging import over_at
from storage.call_request import get_call
from storage.enquiry import get_enquiry
from storage.involved import get_task
from storage.kinds import Subject
from storage.nudge import Nudge
from storage.organisation import Organisation
from storage.statement import get_fact_check, get_sign_off
from storage.story import consents_of, get_story

_PARTS = {
    Subject.SIGN_OFF: get_sign_off,
    Subject.FACT_CHECK: get_fact_check,
    Subject.TASK: get_task,
    Subject.CALL: get_call,
}


def about(session: Session, nudge: Nudge, organisation: Organisation, *, lock: bool = False) -> AskedAbout | None:
    """What this nudge asks about; None where it is there no more."""
    if nudge.subject == Subject.STORY:
        story = get_story(session, nudge.subject_id, lock=lock)
        consents = consents_of(session, [nudge.subject_id])[nudge.subject_id]
        return AskedAbout(story, ends_at=over_at(consents, organisation)) if story else None
    part = _part(session, nudge, lock=False)
    if part is None and nudge.subject in OF_ENQUIRY:
        return None
    enquiry = get_enquiry(session, part.enquiry_id if part else nudge.subject_id, lock=lock)
    if enquiry is None:
        return None
    return AskedAbout(enquiry, _part(session, nudge, lock=True) if lock else part)


def _part(session: Session, nudge: Nudge, *, lock: bool) -> Part | None:
    find = _PARTS.get(nudge.subject)
    found: Part | None = find(session, nudge.subject_id, lock=lock) if find else None
    return found
