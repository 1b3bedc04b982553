"""Editions of the good news: finding them, and what was told in a month to choose its best from."""

from collections.abc import Iterable
from datetime import date, datetime

from sqlalchemy import exists, func, or_, select
from sqlalchemy.orm import Session

from storage.digest import Digest, DigestStory, Edition
from storage.locking import locked
from storage.story import StoryIdea
from storage.story_told import Telling


def get_edition(session: Session, edition_id: int, *, lock: bool = False) -> Edition | None:
    """One edition; with `lock`, as it is now and held until the transaction ends."""
    return session.scalars(locked(select(Edition).where(Edition.id == edition_id), lock)).one_or_none()


def known_keys(session: Session, keys: Iterable[str]) -> set[str]:
    """Those of these editions that there are."""
    return set(session.scalars(select(Edition.key).where(Edition.key.in_(list(keys)))))


def chosen_editions(session: Session) -> list[int]:
    """Those that are to be posted, and wait."""
    return list(session.scalars(select(Edition.id).where(Edition.state == "chosen").order_by(Edition.id)))


def posted_since(session: Session, since: datetime) -> list[Digest]:
    """The digests that were posted since a moment, oldest first."""
    posted = Digest.state == "posted", Digest.posted_at >= since
    return list(session.scalars(select(Digest).where(*posted).order_by(Digest.id)))


def told_in(session: Session, first: date, until: date) -> list[StoryIdea]:
    """The stories that digests told from one day to the day before another, and that still stand there, oldest first."""
    query = (
        select(StoryIdea)
        .join(Telling, Telling.story_id == StoryIdea.id)
        .where(Telling.digest_id.is_not(None), Telling.ended_at.is_(None))
        .where(Telling.told_on >= first, Telling.told_on < until)
        .order_by(Telling.told_on, StoryIdea.id)
    )
    return list({story.id: story for story in session.scalars(query)}.values())


def stories_in_order(session: Session, story_ids: Iterable[int]) -> list[StoryIdea]:
    """These stories, in this order."""
    wanted = list(story_ids)
    found = {one.id: one for one in session.scalars(select(StoryIdea).where(StoryIdea.id.in_(wanted)))}
    return [found[story_id] for story_id in wanted if story_id in found]


def places_in_digests(session: Session, story_ids: Iterable[int]) -> dict[int, DigestStory]:
    """How each of these stories is worded in its digest."""
    places = select(DigestStory).where(DigestStory.story_id.in_(list(story_ids)))
    fresh = session.scalars(places.execution_options(populate_existing=True))
    return {place.story_id: place for place in fresh}


def editions_with(session: Session, story_ids: Iterable[int]) -> list[Edition]:
    """The editions in which any of these stories stands."""
    standing = select(Telling.edition_id).where(Telling.story_id.in_(list(story_ids)), Telling.ended_at.is_(None))
    return list(session.scalars(select(Edition).where(Edition.id.in_(standing)).order_by(Edition.id)))


def taken_out_of_edition(session: Session, edition_id: int) -> int:
    """How many stories were taken out of an edition after it was posted, those that are held for the time being among them."""
    held = exists().where(StoryIdea.id == Telling.story_id, StoryIdea.held_at.is_not(None))
    gone = Telling.edition_id == edition_id, or_(Telling.ended_at.is_not(None), held)
    return session.scalar(select(func.count(func.distinct(Telling.story_id))).where(*gone)) or 0
