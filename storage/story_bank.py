"""Lists of stories: what can be offered, what someone wrote, what was told before from a service, and how long ideas wait."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, and_, literal_column, or_, select
from sqlalchemy.orm import Session

from storage.kinds import StoryStatus
from storage.story import StoryIdea
from storage.story_around import StoryQuestion
from storage.story_search import wrote
from storage.story_told import Telling

MOST_IN_BANK = 1_000


@dataclass(frozen=True, slots=True)
class StoryPage:
    """One page of a list of stories. `start` counts from 0; `more`: whether another page follows."""

    stories: tuple[StoryIdea, ...] = ()
    start: int = 0
    more: bool = False


def paged_stories(stories: list[StoryIdea], start: int, most: int) -> StoryPage:
    """One page of them."""
    return StoryPage(tuple(stories[start : start + most]), start, len(stories) > start + most)


def _goes_on() -> ColumnElement[bool]:
    """Picked up or told, as literals: a bound value would not use the partial index."""
    picked_up = StoryIdea.status == literal_column("'picked_up'")
    told = StoryIdea.status == literal_column("'told'")
    return and_(or_(picked_up, told), StoryIdea.emptied_at.is_(None))


def bank(session: Session, area: str = "", most: int = MOST_IN_BANK) -> list[StoryIdea]:
    """What the press office has picked up or told, by service area and theme, the newest first among equals."""
    order = (StoryIdea.service_area, StoryIdea.theme, StoryIdea.id.desc())
    of_area = [StoryIdea.service_area == area] if area else []
    return list(session.scalars(select(StoryIdea).where(_goes_on(), *of_area).order_by(*order).limit(most)))


def told_before(session: Session, story: StoryIdea, most: int) -> list[tuple[Telling, StoryIdea]]:
    """What was told from the same service and still stands, the latest first: the pieces that may be put together."""
    query = (
        select(Telling, StoryIdea)
        .join(StoryIdea, StoryIdea.id == Telling.story_id)
        .where(
            StoryIdea.service_area == story.service_area,
            StoryIdea.id != story.id,
            StoryIdea.emptied_at.is_(None),
            Telling.ended_at.is_(None),
        )
    )
    found = session.execute(query.order_by(Telling.told_on.desc(), Telling.id.desc()).limit(most))
    return [(row[0], row[1]) for row in found]


@dataclass(frozen=True, slots=True)
class Wait:
    """How long one idea has waited for its answer. `answered_at` None: it still waits."""

    sent_in_at: datetime
    answered_at: datetime | None


def waits_since(session: Session, since: datetime) -> list[Wait]:
    """Ideas sent in since a moment, and older ones that still wait; not those that their authors took back unanswered."""
    still = StoryIdea.status == literal_column("'new'")
    sent = and_(StoryIdea.sent_in_at >= since, StoryIdea.status != StoryStatus.DRAFT)
    wanted = or_(still, and_(sent, StoryIdea.answered_at.is_not(None)))
    found = session.execute(select(StoryIdea.sent_in_at, StoryIdea.answered_at, StoryIdea.status).where(wanted))
    return [Wait(row[0], None if row[2] == StoryStatus.NEW else row[1]) for row in found]


def asked_beside(session: Session, enquiry_id: int) -> list[StoryQuestion]:
    """What was asked for, to be set beside an enquiry's headline, the latest first."""
    asked = select(StoryQuestion).where(StoryQuestion.beside == enquiry_id)
    return list(session.scalars(asked.order_by(StoryQuestion.id.desc())))


def questions_to(session: Session, person: str) -> list[tuple[StoryQuestion, StoryIdea]]:
    """Questions to this person, about what they wrote, that nobody has answered yet, each with its story."""
    query = select(StoryQuestion, StoryIdea).join(StoryIdea, StoryIdea.id == StoryQuestion.story_id)
    goes_on = StoryIdea.status.in_((StoryStatus.NEW, StoryStatus.PICKED_UP, StoryStatus.TOLD))
    there = StoryIdea.emptied_at.is_(None), StoryIdea.taken_out_at.is_(None)
    open_ = StoryQuestion.answered_at.is_(None), StoryQuestion.let_go_at.is_(None)
    waiting = query.where(*open_, wrote(person), goes_on, *there)
    return [(row[0], row[1]) for row in session.execute(waiting.order_by(StoryQuestion.id))]


def open_questions(session: Session, person: str) -> list[StoryQuestion]:
    """The same, without the stories."""
    return [question for question, _ in questions_to(session, person)]
