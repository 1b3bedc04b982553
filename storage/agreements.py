"""Agreements in one place: what is held, what has to come down, what runs out soon, and who has not been asked."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Select, or_, select
from sqlalchemy.orm import Session, aliased

from storage.kinds import Recognisable, StoryStatus
from storage.story import Consent, StoryIdea, consents_of
from storage.story_search import wrote
from storage.story_told import TakeDown

MOST = 200
_OVER = (StoryStatus.DRAFT, StoryStatus.DECLINED, StoryStatus.WITHDRAWN, StoryStatus.JOINED)


@dataclass(frozen=True, slots=True)
class Agreements:
    """What is known of them, for one reader. `unasked`: stories in which somebody has agreed to nothing yet."""

    held: tuple[StoryIdea, ...] = ()
    down: tuple[tuple[TakeDown, StoryIdea], ...] = ()
    ending: tuple[tuple[Consent, StoryIdea], ...] = ()  # the first to end first
    unasked: tuple[tuple[StoryIdea, tuple[Consent, ...]], ...] = ()
    unreadable: frozenset[int] = frozenset()  # stories of which something is theirs to take down, and no more


def agreements(session: Session, person: str, *, office: bool, today: date, until: date) -> Agreements:
    """Of every story for the press office, else of those that this person wrote; and what is theirs to take down."""
    theirs = _true() if office else wrote(person)
    lives = (
        StoryIdea.status.not_in(_OVER),
        StoryIdea.emptied_at.is_(None),
        StoryIdea.taken_out_at.is_(None),
        theirs,
    )
    down = tuple((row[0], row[1]) for row in session.execute(_down(person, office=office)))
    held = select(StoryIdea).where(StoryIdea.held_at.is_not(None), *lives).order_by(StoryIdea.held_at)
    return Agreements(
        held=tuple(session.scalars(held.limit(MOST))),
        down=down,
        ending=tuple((row[0], row[1]) for row in session.execute(_ending(lives, today, until))),
        unasked=_unasked(session, lives),
        unreadable=frozenset() if office else _not_theirs(session, person, [story.id for _, story in down]),
    )


def _not_theirs(session: Session, person: str, stories: Collection[int]) -> frozenset[int]:
    theirs = set(session.scalars(select(StoryIdea.id).where(StoryIdea.id.in_(stories), wrote(person))))
    return frozenset(stories) - theirs


def _true() -> ColumnElement[bool]:
    return StoryIdea.id.is_not(None)


def _down(person: str, *, office: bool) -> Select[TakeDown, StoryIdea]:
    open_ = select(TakeDown, StoryIdea).join(StoryIdea, StoryIdea.id == TakeDown.story_id)
    mine = _true() if office else or_(TakeDown.owner == person, wrote(person))
    return open_.where(TakeDown.done_at.is_(None), mine).order_by(TakeDown.asked_at, TakeDown.id).limit(MOST)


def _ending(lives: Collection[ColumnElement[bool]], today: date, until: date) -> Select[Consent, StoryIdea]:
    newer = aliased(Consent)
    given_anew = select(newer.id).where(newer.renews == Consent.id).exists()
    stands = Consent.withdrawn_at.is_(None), Consent.ended_at.is_(None), ~given_anew
    ending = select(Consent, StoryIdea).join(StoryIdea, StoryIdea.id == Consent.story_id)
    ahead = Consent.until >= today, Consent.until <= until
    return ending.where(*ahead, *stands, *lives).order_by(Consent.until, Consent.id).limit(MOST)


def _unasked(
    session: Session, lives: Collection[ColumnElement[bool]]
) -> tuple[tuple[StoryIdea, tuple[Consent, ...]], ...]:
    waiting = select(StoryIdea).where(StoryIdea.recognisable != Recognisable.NOBODY, *lives)
    found = list(session.scalars(waiting.order_by(StoryIdea.id.desc()).limit(MOST)))
    known = consents_of(session, [one.id for one in found])
    return tuple((one, tuple(known[one.id])) for one in found)
