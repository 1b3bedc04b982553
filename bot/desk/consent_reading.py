"""Consents for the forms about them, for those who may do the deed. Raises Refused."""

from sqlalchemy.orm import Session

from bot.desk.work import Desk
from bot.rules.consent import current
from bot.rules.deeds import Deed
from bot.rules.permissions import check
from bot.rules.reasons import Reason, Refused
from storage.consent import get_consent
from storage.story import Consent, StoryIdea, consents_of, get_story
from storage.story_brief import read_story_brief


def story_of(desk: Desk, story_id: int, deed: Deed, *, person: str) -> StoryIdea:
    """A story for the form that adds to it."""
    with desk.database.read() as session:
        return _story(desk, session, story_id, deed, person)


def consent_of(desk: Desk, consent_id: int, deed: Deed, *, person: str) -> tuple[Consent, StoryIdea]:
    """A consent with its story."""
    with desk.database.read() as session:
        consent = get_consent(session, consent_id)
        if consent is None:
            raise Refused(Reason.NOT_FOUND)
        return consent, _story(desk, session, consent.story_id, deed, person)


def first_to_end(desk: Desk, story_id: int, *, person: str) -> tuple[Consent, StoryIdea]:
    """The consent behind a story that runs out first, for the form that gives it anew."""
    with desk.database.read() as session:
        story = _story(desk, session, story_id, Deed.RENEW_CONSENT, person)
        known = current(consents_of(session, [story_id])[story_id])
    ahead = [(one.until, one.id, one) for one in known if one.until is not None and one.withdrawn_at is None]
    if not ahead:
        raise Refused(Reason.CONSENT_OVER)
    return min(ahead, key=lambda one: one[:2])[2], story


def _story(desk: Desk, session: Session, story_id: int, deed: Deed, person: str) -> StoryIdea:
    story = get_story(session, story_id)
    if story is None:
        raise Refused(Reason.NOT_FOUND)
    check(deed, person, desk.organisation, read_story_brief(session, story))
    if story.emptied_at is not None:
        raise Refused(Reason.NOT_FOUND)
    return story
