"""Inserting without doubling: a record whose key is already there is not written again, and no number is spent on it."""

from functools import cache
from typing import Any

from sqlalchemy import Table, bindparam, exists, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import InstrumentedAttribute, Session

from storage.base import Record

Insert = postgresql.Insert | sqlite.Insert


def insert_into(dialect: str, table: Table) -> Insert:
    """An INSERT that knows ON CONFLICT, which SQLAlchemy keeps by dialect."""
    return postgresql.insert(table) if dialect == "postgresql" else sqlite.insert(table)


def dialect_of(session: Session) -> str:
    """`sqlite` or `postgresql`."""
    return session.get_bind().dialect.name


def table_of(kind: type[Record]) -> Table:
    """The table behind a mapped class."""
    table = kind.__table__
    assert isinstance(table, Table)
    return table


def values_of(record: Record) -> dict[str, Any]:
    """A record's columns and values, without the id that the database gives.

    SQLAlchemy looks a default up anew at each reading, which costs more than the insert: what was never set is remembered by class.
    """
    given, defaults = vars(record), _defaults(type(record))
    values = {}
    for name in _names(type(record)):
        if name in given:
            values[name] = given[name]
        else:
            if name not in defaults:
                defaults[name] = getattr(record, name)
            values[name] = defaults[name]
    return values


@cache
def _defaults(kind: type[Record]) -> dict[str, Any]:
    """The defaults of a class seen so far. Those that change from record to record (lists, tokens) are set when it is made."""
    del kind
    return {}


@cache
def _names(kind: type[Record]) -> tuple[str, ...]:
    return tuple(column.name for column in table_of(kind).columns if column.name != "id")


def insert_once(session: Session, record: Record, unique: InstrumentedAttribute[Any]) -> bool:
    """Insert `record` unless its `unique` value is there already; True when it was inserted, and then `record.id` is set.

    One statement. The existence test comes before a number is drawn, so a double click leaves no gap on PostgreSQL; ON CONFLICT
    guards the moment in between. The record is not attached to the session: change it before, not after.
    """
    statement = _insert_once(dialect_of(session), type(record), unique.key)
    values = {f"new_{name}": value for name, value in values_of(record).items()}
    new_id = session.execute(statement, values).scalar_one_or_none()
    if new_id is None:
        return False
    record.id = new_id  # type: ignore[attr-defined]  # every record that is inserted once has an id
    return True


@cache
def _insert_once(dialect: str, kind: type[Record], unique: str) -> Any:
    table = table_of(kind)
    columns = [column for column in table.columns if column.name != "id"]
    row = select(*(bindparam(f"new_{column.name}", type_=column.type) for column in columns)).where(
        ~exists().where(table.c[unique] == bindparam(f"new_{unique}", type_=table.c[unique].type))
    )
    statement = insert_into(dialect, table).from_select(
        [column.name for column in columns], row, include_defaults=False
    )
    return statement.on_conflict_do_nothing().returning(table.c.id)
