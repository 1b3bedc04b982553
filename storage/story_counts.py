"""Counting for the press office: when stories of each service were told, and how many enquiries came in beside them. Nobody is named."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from storage.enquiry import Enquiry
from storage.story import StoryIdea
from storage.story_told import Telling


@dataclass(frozen=True, slots=True)
class ToldOnce:
    """A story by the day it was first told. `words`: what a team can be known by; "" where they went."""

    on: date
    area: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class CameIn:
    """An enquiry, as far as it is counted."""

    at: datetime
    area: str
    restricted: bool = False


def told_since(session: Session, since: date) -> list[ToldOnce]:
    """Each story told since a day, once, in the order they were told. What was taken down since was told all the same."""
    first = func.min(Telling.told_on)
    query = (
        select(first, StoryIdea.service_area, StoryIdea.title, StoryIdea.credit, StoryIdea.what_happened)
        .join(StoryIdea, StoryIdea.id == Telling.story_id)
        .group_by(StoryIdea.id)
        .having(first >= since)
        .order_by(first, StoryIdea.id)
    )
    return [ToldOnce(row[0], row[1], " ".join(row[2:])) for row in session.execute(query)]


def came_in_since(session: Session, since: datetime) -> list[CameIn]:
    """Enquiries since a moment; what was only practice, and what was another one asked twice, does not count."""
    query = select(Enquiry.raised_at, Enquiry.service_area, Enquiry.restricted)
    query = query.where(Enquiry.raised_at >= since, Enquiry.practice.is_(False), Enquiry.duplicate_of.is_(None))
    return [CameIn(*row) for row in session.execute(query)]
