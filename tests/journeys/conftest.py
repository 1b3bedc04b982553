"""A council for each journey: on SQLite, or on both kinds of database where the journey leans on what they do differently."""

from collections.abc import Iterator

import pytest

from storage.engine import Database
from tests.journeys.council import Council, council_with


@pytest.fixture
def council(file_database: Database) -> Iterator[Council]:
    with council_with(file_database) as northbank:
        yield northbank


@pytest.fixture
def either_council(database: Database) -> Iterator[Council]:
    with council_with(database) as northbank:
        yield northbank


@pytest.fixture
def two_processes(database: Database) -> Iterator[Council]:
    """Two bots of two processes, both connected, on one database."""
    with council_with(database, processes=2) as northbank:
        yield northbank
