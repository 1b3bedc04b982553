"""Locking a record for a transaction, the same words on both databases."""

from typing import Any, TypeVar

from sqlalchemy import Select

Query = TypeVar("Query", bound=Select[*tuple[Any, ...]])


def locked(query: Query, lock: bool) -> Query:
    """With `lock`, hold what is found until the transaction ends and read it afresh.

    SQLite has no row locks and needs none: a writing transaction is alone from its beginning.
    """
    return query.with_for_update().execution_options(populate_existing=True) if lock else query
