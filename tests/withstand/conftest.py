"""A council that is going to be shaken, on SQLite: the faults are Slack's, and the outbox is the same on both databases."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.engine import Database
from tests.journeys.council import Council
from tests.withstand.shaken import shaken_council
from tests.withstand.walk import Walk, Watch


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


@pytest.fixture
def walk(shaken: Council, caplog: pytest.LogCaptureFixture) -> Walk:
    """People about to walk through an enquiry's life, watched."""
    caplog.set_level("INFO")
    caplog.set_level("WARNING", logger="apscheduler")
    return Walk(shaken, Watch(shaken, caplog))
