"""Rendering what those hear who wrote a story idea, beside the press office's answers."""

from datetime import datetime

from sqlalchemy.orm import Session

from bot.desk.work import Desk
from bot.messages import story_authors
from bot.messages.message import Message
from storage.delivery import Delivery, standing
from storage.story import get_story
from storage.story_around import pictures_of

NAMED, TAKEN_BACK = "named", "taken_back"
NEWS = frozenset({NAMED, TAKEN_BACK})
"""News that is told here; the rest is the press office's."""


def news(desk: Desk, session: Session, delivery: Delivery) -> Message | None:
    """They were named among those who wrote it, or it was taken back."""
    story = get_story(session, delivery.subject_id)
    if story is None:
        return None
    if delivery.detail == NAMED:
        return story_authors.named(story, desk.organisation)
    return story_authors.taken_back(story, desk.organisation, delivery.lane)


def pictures(_desk: Desk, session: Session, delivery: Delivery, _now: datetime) -> Message | None:
    """Pictures that cannot be shown. Once that was said, it is said too when all of them can."""
    story = get_story(session, delivery.subject_id)
    if story is None:
        return None
    said = story_authors.pictures(story, pictures_of(session, [story.id])[story.id])
    if said is None and standing(session, delivery.key) is not None:
        return story_authors.pictures_well(story)
    return said
