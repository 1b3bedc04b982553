"""Everything that names somebody, in whatever table: found by walking all tables, so that none is forgotten that is added later.

A Slack id stands in columns of ids, in lists, and as a mention within text; a name stands within text. Capitals do not matter.
"""

import json
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import JSON, Column, String, Text, cast, or_, select, update
from sqlalchemy.orm import Session

from storage.base import Record, Word

ERASED = "[name erased]"
UNTOUCHED = frozenset({"audit_entry", "audit_head", "legal_hold", "delivery"})
"""Tables in which nothing is replaced: the trail cannot be, a hold says whom it is on, and a delivery is only an address."""


@dataclass(frozen=True, slots=True)
class Naming:
    """A row that names somebody: its table, its key, its values, and the columns that do."""

    table: str
    key: dict[str, Any]
    row: dict[str, Any]
    columns: tuple[str, ...]


def looks_like_slack_id(person: str) -> bool:
    """Slack's member ids are capitals and digits that begin with U or W."""
    return re.fullmatch(r"[UW][A-Z0-9]{2,31}", person) is not None


def everything_naming(session: Session, person: str) -> Iterator[Naming]:
    """Every row of every table that names a person, by Slack id or by name; the trail's entries and the holds among them."""
    for table in Record.metadata.sorted_tables:
        columns = [column for column in table.columns if _could_name(column)]
        if not columns:
            continue
        found = select(table).where(or_(*(_names(column, person) for column in columns))).order_by(*table.primary_key)
        for row in session.execute(found).mappings():
            values = dict(row)
            naming = tuple(column.name for column in columns if is_named_in(values[column.name], person))
            if naming:
                key = {column.name: values[column.name] for column in table.primary_key}
                yield Naming(table.name, key, values, naming)


def is_named_in(value: Any, person: str) -> bool:
    """Whether a value is this person, or holds them."""
    if isinstance(value, str):
        return _pattern(person).search(value) is not None
    if isinstance(value, dict):
        return any(is_named_in(each, person) for pair in value.items() for each in pair)
    return isinstance(value, list) and any(is_named_in(each, person) for each in value)


def without(value: Any, terms: Collection[str], instead: str) -> Any:
    """The same value with another word in place of each of these; a list of ids loses theirs."""
    if isinstance(value, str):
        for term in terms:
            value = _pattern(term).sub(instead, value)
        return value
    if isinstance(value, dict):
        return {key: without(each, terms, instead) for key, each in value.items()}
    if isinstance(value, list):
        return [without(each, terms, instead) for each in value if each not in terms]
    return value


def replace_in(
    session: Session, naming: Naming, terms: Collection[str], instead: str, whole: Collection[str] = ()
) -> None:
    """Put another word in place of a person's name, id, numbers, in every column of a row that could hold one.

    A column in `whole` is replaced altogether where it names them.
    """
    table = Record.metadata.tables[naming.table]
    values = {}
    for column in table.columns:
        if _could_name(column) and column.name not in naming.key:
            before = naming.row[column.name]
            names = column.name in whole and column.name in naming.columns
            after = instead if names else without(before, terms, instead)
            if after != before:
                values[column.name] = after
    this = [table.c[name] == value for name, value in naming.key.items()]
    if values:
        session.execute(update(table).where(*this).values(**values))


def _could_name(column: Column[Any]) -> bool:
    kind = column.type
    if isinstance(kind, Word):
        return False
    return isinstance(kind, String | JSON)


def _names(column: Column[Any], person: str) -> Any:
    """A first sieve in the database; `is_named_in` decides. JSON is kept with every character beyond ASCII escaped."""
    if isinstance(column.type, JSON):
        return cast(column, Text).icontains(json.dumps(person)[1:-1], autoescape=True)
    if column.type.length == 32 and looks_like_slack_id(person):  # type: ignore[attr-defined]  # every String has a length
        return column == person
    return column.icontains(person, autoescape=True)


@cache
def _pattern(person: str) -> re.Pattern[str]:
    """The id, with what makes a mention of it, or the name; as whole words."""
    words = rf"(?<!\w){re.escape(person)}(?!\w)"
    if looks_like_slack_id(person):
        words = rf"<@{re.escape(person)}(?:\|[^>]*)?>|{words}"
    return re.compile(words, re.IGNORECASE)
