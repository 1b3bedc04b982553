"""A council for each journey, on SQLite and on PostgreSQL."""

from collections.abc import Iterator

import pytest

from storage.engine import Database
from tests.journeys.council import Council, council_with


@pytest.fixture
def council(database: Database) -> Iterator[Council]:
    with council_with(database) as northbank:
        yield northbank
