"""Searching by words: one function over SQLite's FTS5 and PostgreSQL's tsvector. The index is written by the database itself.

What people type is taken apart into words first, so that no sign of theirs is ever read as a sign of the query's. Every search
takes the reader's scope; on SQLite it narrows the index too, and the rule itself stands in the statement on both.
"""

import re
import unicodedata
from collections.abc import Sequence

from sqlalchemy import ColumnElement, Select, TextClause, and_, column, desc, func, literal_column, select, table, text
from sqlalchemy.dialects.postgresql import TSVECTOR
from sqlalchemy.orm import Session

from storage.enquiry import Enquiry
from storage.finding import Page, Scope, may_find, paged
from storage.insert import dialect_of

MOST_WORDS = 12
LOOKS_BACK = 5_000
"""How many enquiries back something similar is looked for: years of them in most press offices."""

MOST_ALIKE = 8
"""The longest words of a question say most of what it is about, and as many are enough to find what is like it."""

LIKELY = 100
"""Of so many that share most words, those are taken that the reader may see."""

COMMON = frozenset(
    """a about after all am an and any are as at be been before but by can could did do does for from had has have he her his how i
    if in into is it its me more my no not of on or our she should so some than that the their them then there these they this those
    to too until up was we were what when where which while who whom why will with would you your""".split()  # noqa: SIM905 - read as words
)
"""Words that say nothing of what a question is about."""

_INDEX = table("enquiry_search", column("rowid"), column("rank"))


def words_in(typed: str, most: int = MOST_WORDS) -> tuple[str, ...]:
    """The words to look for: letters and digits only, without accents, each once, common words left out."""
    plain = "".join(one for one in unicodedata.normalize("NFKD", typed.casefold()) if not unicodedata.combining(one))
    words = dict.fromkeys(re.findall(r"[^\W_]+", plain.replace("ł", "l").replace("đ", "d").replace("ø", "o")))
    return tuple(word[:60] for word in words if word not in COMMON)[:most]


def search(session: Session, words: str, scope: Scope, *, start: int = 0, most: int = 10) -> Page:
    """The enquiries in which all these words stand, the newest first; the last word may be the beginning of one. One statement.

    Words that say nothing find nothing.
    """
    wanted = words_in(words)
    if not wanted:
        return Page()
    return paged(session, _finding(session, wanted, scope), start, most)


def _finding(session: Session, wanted: Sequence[str], scope: Scope) -> Select[Enquiry]:
    if dialect_of(session) == "sqlite":
        return _among(_all_of(wanted), scope).order_by(
            _INDEX.c.rowid.desc()
        )  # the index's own order: nothing is sorted
    asked = " & ".join([*wanted[:-1], f"{wanted[-1]}:*"])
    return select(Enquiry).where(_searchable(asked), may_find(scope)).order_by(Enquiry.id.desc())


def similar(session: Session, words: str, scope: Scope, *, but: int, most: int = 20) -> list[Enquiry]:
    """Enquiries of late that share words with these, those that share most first, without one of them. One statement."""
    wanted = sorted(words_in(words), key=len, reverse=True)[:MOST_ALIKE]
    if not wanted:
        return []
    if dialect_of(session) == "sqlite":
        of_late = and_(_INDEX.c.rowid > but - LOOKS_BACK, _INDEX.c.rowid != but)
        ranked = select(_INDEX.c.rowid, _INDEX.c.rank).where(_matching(f"words : ({_any_of(wanted)})"), of_late)
        likely = ranked.order_by(_INDEX.c.rank).limit(LIKELY).subquery()
    else:
        asked = " | ".join(wanted)
        recent = and_(Enquiry.id > but - LOOKS_BACK, Enquiry.id != but)
        found = select(Enquiry.id.label("rowid"), (-_rank(asked)).label("rank")).where(_searchable(asked), recent)
        likely = found.order_by(desc(_rank(asked))).limit(LIKELY).subquery()
    query = select(Enquiry).join(likely, likely.c.rowid == Enquiry.id).where(may_find(scope))
    return list(session.scalars(query.order_by(likely.c.rank, Enquiry.id.desc()).limit(most)))


def tidy_up(session: Session) -> None:
    """Let go of deleted words for good: on SQLite they stand in the index's older parts until those are joined."""
    if dialect_of(session) == "sqlite":
        session.execute(text("INSERT INTO enquiry_search(enquiry_search) VALUES ('optimize')"))


def _among(asked: str, scope: Scope) -> Select[Enquiry]:
    """SQLite: the enquiries that the index finds, and that this reader may find. `asked` is made of our own signs and plain words."""
    beyond_the_index = scope.everything or scope.political or scope.instead_of
    narrowed = asked if beyond_the_index else f"{asked} AND seen : ({_seen_by(scope)})"
    return select(Enquiry).join(_INDEX, _INDEX.c.rowid == Enquiry.id).where(_matching(narrowed), may_find(scope))


def _matching(asked: str) -> TextClause:
    return text("enquiry_search MATCH :asked").bindparams(asked=asked)


def _all_of(wanted: Sequence[str]) -> str:
    whole = " AND ".join(f'"{word}"' for word in wanted)
    return f"words : ({whole}*)"


def _any_of(wanted: Sequence[str]) -> str:
    return " OR ".join(f'"{word}"' for word in wanted)


def _seen_by(scope: Scope) -> str:
    """What `seen` holds for those who may find a record: see the migration."""
    person = scope.person.encode().hex()
    areas = [f"servicearea{area.encode().hex()}" for area in scope.areas]
    return _any_of([f"raisedby{person}", f"lead{person}", *areas])


def _searchable(asked: str) -> ColumnElement[bool]:
    """PostgreSQL: the generated column, of which no record knows."""
    return literal_column("enquiry.searchable", TSVECTOR).op("@@")(func.to_tsquery("english", asked))


def _rank(asked: str) -> ColumnElement[float]:
    return func.ts_rank(literal_column("enquiry.searchable", TSVECTOR), func.to_tsquery("english", asked))
