"""A story or a consent for a deed, locked, with the story first; for those who may do it. Raises Refused."""

from bot.desk.work import Work
from bot.rules.consent import current
from bot.rules.deeds import Deed
from bot.rules.permissions import check
from bot.rules.reasons import Reason, Refused
from storage.consent import get_consent
from storage.story import Consent, StoryIdea, consents_of
from storage.story_brief import read_story_brief


def story_for(work: Work, story_id: int, deed: Deed, person: str) -> StoryIdea:
    story = work.story(story_id)
    check(deed, person, work.organisation, read_story_brief(work.session, story))
    if story.emptied_at is not None:
        raise Refused(Reason.NOT_FOUND)
    return story


def consent_for(work: Work, consent_id: int, deed: Deed, person: str) -> tuple[Consent, StoryIdea]:
    """A consent with its story, which is locked first."""
    seen = get_consent(work.session, consent_id)
    if seen is None:
        raise Refused(Reason.NOT_FOUND)
    story = story_for(work, seen.story_id, deed, person)
    consent = get_consent(work.session, consent_id, lock=True)
    if consent is None:
        raise Refused(Reason.NOT_FOUND)
    return consent, story


def standing(work: Work, consent_id: int, deed: Deed, person: str) -> tuple[Consent, StoryIdea]:
    """One that counts: neither withdrawn nor given anew since."""
    consent, story = consent_for(work, consent_id, deed, person)
    if consent.withdrawn_at is not None or consent not in current(known(work, story)) or story.taken_out_at is not None:
        raise Refused(Reason.CONSENT_OVER)
    return consent, story


def known(work: Work, story: StoryIdea) -> list[Consent]:
    return consents_of(work.session, [story.id])[story.id]
