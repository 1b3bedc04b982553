"""Finding what a nudge is about, to show it or to answer it. Locked, the record comes before anything that belongs to it."""

from collections.abc import Callable

from sqlalchemy.orm import Session

from bot.rules.asked_about import OF_ENQUIRY, AskedAbout
from bot.rules.story_nudging import over_at
from storage.call_request import CallRequest, get_call
from storage.enquiry import get_enquiry
from storage.involved import Task, get_task
from storage.kinds import Subject
from storage.nudge import Nudge
from storage.organisation import Organisation
from storage.share import get_joint_item, get_share
from storage.statement import FactCheck, SignOff, get_fact_check, get_sign_off
from storage.story import consents_of, get_story
from storage.story_told import get_take_down

_PARTS = {
    Subject.SIGN_OFF: get_sign_off,
    Subject.FACT_CHECK: get_fact_check,
    Subject.TASK: get_task,
    Subject.CALL: get_call,
}


def about(session: Session, nudge: Nudge, organisation: Organisation, *, lock: bool = False) -> AskedAbout | None:
    """What this nudge asks about; None where it is there no more, or where there is nothing to be answered beside its buttons."""
    if nudge.subject == Subject.STORY:
        story = get_story(session, nudge.subject_id, lock=lock)
        consents = consents_of(session, [nudge.subject_id])[nudge.subject_id]
        return AskedAbout(story, ends_at=over_at(consents, organisation)) if story else None
    if nudge.subject in _BESIDE_ENQUIRIES:
        return _BESIDE_ENQUIRIES[nudge.subject](session, nudge, lock)
    if nudge.subject == Subject.ENQUIRY or nudge.subject in OF_ENQUIRY:
        return _of_enquiry(session, nudge, lock=lock)
    return None


def _of_enquiry(session: Session, nudge: Nudge, *, lock: bool) -> AskedAbout | None:
    part = _part(session, nudge, lock=False)
    if part is None and nudge.subject in OF_ENQUIRY:
        return None
    enquiry = get_enquiry(session, part.enquiry_id if part else nudge.subject_id, lock=lock)
    if enquiry is None:
        return None
    return AskedAbout(enquiry, _part(session, nudge, lock=True) if lock else part)


_OfEnquiry = SignOff | FactCheck | Task | CallRequest


def _part(session: Session, nudge: Nudge, *, lock: bool) -> _OfEnquiry | None:
    find = _PARTS.get(nudge.subject)
    found: _OfEnquiry | None = find(session, nudge.subject_id, lock=lock) if find else None
    return found


def _take_down(session: Session, nudge: Nudge, lock: bool) -> AskedAbout | None:
    seen = get_take_down(session, nudge.subject_id)
    story = get_story(session, seen.story_id, lock=lock) if seen else None
    one = get_take_down(session, nudge.subject_id, lock=lock) if story else None
    return AskedAbout(story, one) if story and one else None


def _share(session: Session, nudge: Nudge, lock: bool) -> AskedAbout | None:
    ask = get_share(session, nudge.subject_id, lock=lock)
    return AskedAbout(ask) if ask else None


def _rule(session: Session, nudge: Nudge, lock: bool) -> AskedAbout | None:
    item = get_joint_item(session, nudge.subject_id, lock=lock)
    return AskedAbout(item) if item else None


_BESIDE_ENQUIRIES: dict[Subject, Callable[[Session, Nudge, bool], AskedAbout | None]] = {
    Subject.TAKE_DOWN: _take_down,
    Subject.SHARE: _share,
    Subject.JOINT: _rule,
}
