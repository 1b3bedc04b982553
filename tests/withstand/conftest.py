"""A council that is going to be shaken, on SQLite: the faults are Slack's, and the outbox is the same on both databases."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.engine import Database
from tests.journeys.council import Council
from tests.withstand.shaken import shaken_council


@pytest.fixture
def file_database(migrated_file: Path, tmp_path: Path) -> Iterator[Database]:
    """A migrated SQLite database, in a directory of its own."""
    place = tmp_path / "kept"
    place.mkdir()
    shutil.copy(migrated_file, place / "close-ties.db")
    opened = Database(f"sqlite:///{place / 'close-ties.db'}")
    yield opened
    opened.dispose()


@pytest.fixture
def shaken(file_database: Database) -> Iterator[Council]:
    """The council, with short waits."""
    with shaken_council(file_database) as council:
        yield council
