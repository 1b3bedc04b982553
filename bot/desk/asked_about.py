"""Finding what a nudge is about, to show it or to answer it. Locked, the record comes before anything that belongs to it."""

from collections.abc import Callable

from sqlalchemy.orm import Session

from bot.rules.asked_about import AskedAbout
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
from storage.story_around import get_question
from storage.story_told import get_take_down


def about(session: Session, nudge: Nudge, organisation: Organisation, *, lock: bool = False) -> AskedAbout | None:
    """What this nudge asks about; None where it is there no more, or where there is nothing to be answered beside its buttons."""
    if nudge.subject == Subject.STORY:
        story = get_story(session, nudge.subject_id, lock=lock)
        consents = consents_of(session, [nudge.subject_id])[nudge.subject_id]
        return AskedAbout(story, ends_at=over_at(consents, organisation)) if story else None
    find = _FOUND.get(nudge.subject)
    return find(session, nudge, lock) if find else None


_Found = Callable[[Session, Nudge, bool], AskedAbout | None]


def _enquiry(session: Session, nudge: Nudge, lock: bool) -> AskedAbout | None:
    enquiry = get_enquiry(session, nudge.subject_id, lock=lock)
    return AskedAbout(enquiry) if enquiry else None


def _part(get: Callable[..., SignOff | FactCheck | Task | CallRequest | None]) -> _Found:
    """Of one thing that belongs to an enquiry."""

    def find(session: Session, nudge: Nudge, lock: bool) -> AskedAbout | None:
        seen = get(session, nudge.subject_id)
        enquiry = get_enquiry(session, seen.enquiry_id, lock=lock) if seen else None
        part = get(session, nudge.subject_id, lock=True) if lock else seen
        return AskedAbout(enquiry, part) if enquiry else None

    return find


def _take_down(session: Session, nudge: Nudge, lock: bool) -> AskedAbout | None:
    seen = get_take_down(session, nudge.subject_id)
    story = get_story(session, seen.story_id, lock=lock) if seen else None
    one = get_take_down(session, nudge.subject_id, lock=True) if lock else seen
    return AskedAbout(story, one) if story and one else None


def _question(session: Session, nudge: Nudge, lock: bool) -> AskedAbout | None:
    seen = get_question(session, nudge.subject_id)
    story = get_story(session, seen.story_id, lock=lock) if seen else None
    return AskedAbout(story) if story else None


def _share(session: Session, nudge: Nudge, lock: bool) -> AskedAbout | None:
    ask = get_share(session, nudge.subject_id, lock=lock)
    return AskedAbout(ask) if ask else None


def _rule(session: Session, nudge: Nudge, lock: bool) -> AskedAbout | None:
    item = get_joint_item(session, nudge.subject_id, lock=lock)
    return AskedAbout(item) if item else None


_FOUND: dict[Subject, _Found] = {
    Subject.ENQUIRY: _enquiry,
    Subject.SIGN_OFF: _part(get_sign_off),
    Subject.FACT_CHECK: _part(get_fact_check),
    Subject.TASK: _part(get_task),
    Subject.CALL: _part(get_call),
    Subject.TAKE_DOWN: _take_down,
    Subject.QUESTION: _question,
    Subject.SHARE: _share,
    Subject.JOINT: _rule,
}
