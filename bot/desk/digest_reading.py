"""A digest with everything it tells, read together; and which stories could be in it."""

from dataclasses import replace
from datetime import datetime

from sqlalchemy.orm import Session

from bot.desk.work import Work
from bot.rules.digest import STANDS, TOLD_OF_LATE, WEEK, choose, may_be_chosen, may_stand, shown_at, told_on
from bot.rules.digest_text import Placed, WholeDigest, digest_of
from storage.consent import taken_out_of
from storage.digest import (
    UNDECIDED,
    Digest,
    answered_between,
    latest_private,
    left_out_of,
    places_of,
    stories_of_digest,
    told_elsewhere,
    untold_stories,
)
from storage.organisation import Organisation
from storage.story import Consent, StoryIdea, consents_of
from storage.story_around import pictures_of
from storage.story_told import tellings_that_may_stand


def whole(session: Session, digest: Digest, organisation: Organisation) -> WholeDigest:
    """The digest as it is told. That everything in it may be told has been seen to; what has no words any more is not.

    What is held keeps its place, in the preview and where the digest stands, and is not shown: should it have been a mistake, it is back.
    """
    placed_there = stories_of_digest(session, digest.id)
    held = [story for story in placed_there if story.held_at is not None]
    stories = [story for story in placed_there if story.emptied_at is None and story.held_at is None]
    places = {place.story_id: place for place in places_of(session, digest.id)}
    pictures = pictures_of(session, list(places))
    placed = [
        Placed(story, places[story.id], pictures[story.id], tellings_that_may_stand(session, story.id))
        for story in stories
    ]
    answered = answered_between(session, digest.due_at - WEEK, digest.due_at)
    told = digest_of(digest, placed, organisation, answered)
    if digest.posted_at is None:
        return replace(told, held=tuple(story.reference for story in held if story.status in STANDS))
    return replace(told, taken_out=taken_out_of(session, digest.id) + len(held))


def shown_in(session: Session, digest_id: int) -> list[StoryIdea]:
    """A digest's stories in its order, without those that keep their place and are not shown."""
    return [story for story in stories_of_digest(session, digest_id) if story.held_at is None]


def to_be_told(work: Work, digest: Digest) -> list[StoryIdea]:
    """The stories for a digest that nobody has arranged yet, in their order, but those that a person left out."""
    stories = _candidates(work.session, digest)
    consents = consents_of(work.session, [story.id for story in stories])
    today = told_on(work.organisation, digest.due_at, work.now)
    left_out = left_out_of(work.session, digest.id)
    return [story for story in choose(stories, consents, work.organisation, today) if story.id not in left_out]


def _candidates(session: Session, digest: Digest) -> list[StoryIdea]:
    """Picked up, or told elsewhere of late: what stands on the website is news to many colleagues."""
    return [*untold_stories(session), *told_elsewhere(session, digest.due_at - TOLD_OF_LATE)]


def could_be_added(session: Session, digest: Digest, organisation: Organisation) -> list[StoryIdea]:
    """Every story that could be added to a digest, those left out of it too."""
    stories = _candidates(session, digest)
    consents = consents_of(session, [story.id for story in stories])
    return choose(stories, consents, organisation, told_on(organisation, digest.due_at, digest.due_at))


def is_still_to_be_told(work: Work, digest: Digest, story: StoryIdea, consents: list[Consent]) -> bool:
    """Whether a story may stand in a digest: looked at anew whenever it is shown or sent."""
    today = told_on(work.organisation, digest.due_at, work.now)
    return (may_be_chosen if digest.posted_at is None else may_stand)(story, consents, today)


def gone_from(work: Work, digest: Digest) -> list[StoryIdea]:
    """The stories in it that may not be told any more. One that is held is not one of them yet, unless the digest goes out without it."""
    keeps_its_place = digest.posted_at is not None or digest.state in UNDECIDED
    stories = [one for one in stories_of_digest(work.session, digest.id) if not (keeps_its_place and one.held_at)]
    consents = consents_of(work.session, [story.id for story in stories])
    return [story for story in stories if not is_still_to_be_told(work, digest, story, consents[story.id])]


def private_since(session: Session, digest: Digest, organisation: Organisation) -> datetime | None:
    """When the latest private enquiry came in since a digest was shown."""
    return latest_private(session, shown_at(digest, organisation))
