"""Searching story ideas by words, on both kinds of database, as `storage.search` does for enquiries. Every search takes its reader.

A draft is found by nobody but its authors, and what someone took back or joined with another idea by nobody else.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import (
    ColumnElement,
    Select,
    TextClause,
    and_,
    column,
    desc,
    func,
    literal_column,
    or_,
    select,
    table,
    text,
)
from sqlalchemy.dialects.postgresql import TSVECTOR
from sqlalchemy.orm import Session

from storage.insert import dialect_of
from storage.kinds import StoryStatus
from storage.search import words_in
from storage.story import StoryIdea
from storage.story_around import StoryAuthor

LOOKS_BACK = 2_000
"""How many ideas back something alike is looked for: years of them in most organisations."""

LIKELY = 60
_INDEX = table("story_search", column("rowid"), column("rank"))
_NOT_SHOWN = (StoryStatus.DRAFT, StoryStatus.WITHDRAWN, StoryStatus.JOINED)


@dataclass(frozen=True, slots=True)
class StoryScope:
    """What someone may find: `office`, what was sent in; everyone, what they wrote, and what was told (whose people have agreed)."""

    person: str
    office: bool = False


def may_find_story(scope: StoryScope) -> ColumnElement[bool]:
    """Whose words have not been deleted, and that this reader may know of. Whether it may still be told is asked of each apart."""
    shown = StoryIdea.status.not_in(_NOT_SHOWN) if scope.office else StoryIdea.status == StoryStatus.TOLD
    return and_(StoryIdea.emptied_at.is_(None), or_(wrote(scope.person), shown))


def wrote(person: str) -> ColumnElement[bool]:
    """Sent in by this person, or written with whoever sent it in."""
    together = select(StoryAuthor.story_id).where(StoryAuthor.person == person)
    return or_(StoryIdea.author == person, StoryIdea.id.in_(together))


def find_stories(session: Session, words: str, scope: StoryScope, most: int) -> list[StoryIdea]:
    """The ideas in which all these words stand, the newest first; the last word may be the beginning of one. One statement.

    Words that say nothing find nothing.
    """
    wanted = words_in(words)
    if not wanted:
        return []
    if dialect_of(session) == "sqlite":
        query = _among(_all_of(wanted))
    else:
        query = select(StoryIdea).where(_searchable(" & ".join([*wanted[:-1], f"{wanted[-1]}:*"])))
    return list(session.scalars(query.where(may_find_story(scope)).order_by(StoryIdea.id.desc()).limit(most)))


def stories_sharing(session: Session, story: StoryIdea, words: Sequence[str], scope: StoryScope) -> list[StoryIdea]:
    """Ideas of late in which any of these words stands, those with most of them first. `words` as `words_in` gives them. One statement.

    One word in common says little: `bot.rules.story_alike` decides which of them are worth showing.
    """
    if not words:
        return []
    of_late = and_(literal_column("story_idea.id") > story.id - LOOKS_BACK, StoryIdea.id != story.id)
    if dialect_of(session) == "sqlite":
        asked = " OR ".join(f'"{word}"' for word in words)
        ranked = select(_INDEX.c.rowid, _INDEX.c.rank).where(_matching(f"words : ({asked})"))
        likely = ranked.order_by(_INDEX.c.rank).limit(LIKELY).subquery()
    else:
        asked = " | ".join(words)
        found = select(StoryIdea.id.label("rowid"), (-_rank(asked)).label("rank")).where(_searchable(asked), of_late)
        likely = found.order_by(desc(_rank(asked))).limit(LIKELY).subquery()
    query = select(StoryIdea).join(likely, likely.c.rowid == StoryIdea.id).where(of_late, may_find_story(scope))
    return list(session.scalars(query.order_by(likely.c.rank, StoryIdea.id.desc())))


def _among(asked: str) -> Select[StoryIdea]:
    """SQLite: the ideas that the index finds. `asked` is made of our own signs and plain words."""
    return select(StoryIdea).join(_INDEX, _INDEX.c.rowid == StoryIdea.id).where(_matching(asked))


def _matching(asked: str) -> TextClause:
    return text("story_search MATCH :asked").bindparams(asked=asked)


def _all_of(wanted: Sequence[str]) -> str:
    whole = " AND ".join(f'"{word}"' for word in wanted)
    return f"words : ({whole}*)"


def _searchable(asked: str) -> ColumnElement[bool]:
    """PostgreSQL: the generated column, of which no record knows."""
    return literal_column("story_idea.searchable", TSVECTOR).op("@@")(func.to_tsquery("english", asked))


def _rank(asked: str) -> ColumnElement[float]:
    return func.ts_rank(literal_column("story_idea.searchable", TSVECTOR), func.to_tsquery("english", asked))
