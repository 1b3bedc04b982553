"""Locking a record for a transaction, the same words on both databases."""

from typing import Any, TypeVar

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

Query = TypeVar("Query", bound=Select[*tuple[Any, ...]])


def locked(query: Query, lock: bool) -> Query:
    """With `lock`, hold what is found until the transaction ends and read it afresh.

    SQLite has no row locks and needs none: a writing transaction is alone from its beginning.
    """
    return query.with_for_update().execution_options(populate_existing=True) if lock else query


def alone_with(session: Session, name: str) -> None:
    """Until this transaction ends nobody else is alone with this name: a person, to whom two processes would write at once.

    Take it last, when every record is locked. On SQLite a writing transaction is alone anyway.
    """
    if session.get_bind().dialect.name == "postgresql":
        session.execute(select(func.pg_advisory_xact_lock(func.hashtextextended(name, 0))))
