"""The migrations make what the records say, once, under a lock, and never touch what is newer than they are."""

import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text

import storage.audit
import storage.brief
import storage.call_request
import storage.delivery
import storage.digest
import storage.enquiry
import storage.legal_hold
import storage.line
import storage.notes
import storage.nudge
import storage.organisation
import storage.pre_election
import storage.preference
import storage.press
import storage.share
import storage.story_around
import storage.story_told  # noqa: F401 - each adds its records to the metadata
from storage.base import Record
from storage.engine import Database
from storage.migrate import MIGRATIONS, AlreadyRunning, NewerDatabase, revision_of, revisions, run_lock, upgrade

SQLITE_SHAPE = "SELECT name, sql FROM sqlite_master WHERE type IN ('table', 'index') AND sql IS NOT NULL ORDER BY name"
POSTGRESQL_SHAPE = """
    SELECT 'index ' || indexname, replace(indexdef, current_schema(), '') FROM pg_indexes WHERE schemaname = current_schema()
    UNION SELECT table_name || '.' || column_name, concat_ws(' ', data_type, character_maximum_length, is_nullable, column_default)
    FROM information_schema.columns WHERE table_schema = current_schema()
    UNION SELECT 'constraint ' || conname, pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = current_schema()::regnamespace
    ORDER BY 1
"""


@pytest.fixture
def empty(empty_url: str) -> Iterator[Database]:
    opened = Database(empty_url)
    yield opened
    opened.dispose()


def test_alembic_finds_no_difference_between_records_and_migrations(database: Database) -> None:
    with database.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "include_name": _is_a_record_s})
        assert compare_metadata(context, Record.metadata) == []


def test_partial_indexes_and_constraints_are_the_same_to_the_letter(database: Database) -> None:
    migrated = _shape(database)
    if database.is_sqlite:
        other = Database(f"sqlite:///{database.file}.records")
        Record.metadata.create_all(other.engine)
        declared = _shape(other)
        other.dispose()
    else:
        with database.write() as session:
            session.execute(text("DROP TABLE " + ", ".join(Record.metadata.tables)))
            Record.metadata.create_all(session.connection())
        declared = _shape(database)
    assert migrated == declared
    assert "waiting" in str(migrated)


def test_every_revision_is_named_by_its_file_and_there_is_one_head() -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    script = ScriptDirectory.from_config(config)
    assert sorted(revision.revision for revision in script.walk_revisions()) == revisions()
    assert script.get_heads() == [revisions()[-1]]


def test_upgrading_twice_changes_nothing(empty: Database) -> None:
    upgrade(empty)
    once = _shape(empty)
    upgrade(empty)
    assert _shape(empty) == once
    with empty.engine.connect() as connection:
        assert revision_of(connection) == revisions()[-1]


def test_several_processes_may_start_at_once(empty_url: str) -> None:
    databases = [Database(empty_url) for _ in range(3)]
    first = databases[0]
    with first.engine.connect() as connection:
        connection.execute(text("SELECT 1"))
    with ThreadPoolExecutor(3) as threads:
        list(threads.map(upgrade, databases))
    with first.read() as session:
        assert session.scalar(text("SELECT count(*) FROM audit_head")) == 1
    for database in databases:
        database.dispose()


def test_a_newer_database_is_refused_with_a_sentence_and_left_alone(database: Database) -> None:
    with database.write() as session:
        session.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(NewerDatabase, match="revision 9999, which this version of Close Ties does not know"):
        upgrade(database)
    with database.engine.connect() as connection:
        assert revision_of(connection) == "9999"


def test_a_failed_migration_leaves_nothing_behind(empty: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail_halfway(connection: Connection) -> None:
        Record.metadata.create_all(connection)
        raise ZeroDivisionError

    monkeypatch.setattr("storage.migrate._migrate", fail_halfway)
    with pytest.raises(ZeroDivisionError):
        upgrade(empty)
    assert _shape(empty) == {}


def test_a_current_database_needs_no_alembic(database_url: str) -> None:
    """Alembic is slow to import; a start that has nothing to migrate does without."""
    program = (
        "import sys; from storage.engine import Database; from storage.migrate import upgrade\n"
        f"upgrade(Database({database_url!r})); print('alembic' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


def test_one_run_at_a_time_uses_a_sqlite_file(tmp_path: Path) -> None:
    file = tmp_path / "close-ties.db"
    with run_lock(file):
        with pytest.raises(AlreadyRunning, match=r"Another Close Ties is running on close-ties\.db\."), run_lock(file):
            pass
        assert _locks_elsewhere(file) == "AlreadyRunning"
    assert _locks_elsewhere(file) == "held"
    with run_lock(file):
        pass


def test_the_lock_ends_with_the_process_that_held_it(tmp_path: Path) -> None:
    program = (
        "import os, sys; from pathlib import Path; from storage.migrate import run_lock\n"
        "with run_lock(Path(sys.argv[1])): os._exit(9)"
    )
    assert subprocess.run([sys.executable, "-c", program, str(tmp_path / "a.db")], check=False).returncode == 9
    with run_lock(tmp_path / "a.db"):
        pass


def _shape(database: Database) -> dict[str, list[str]]:
    """Tables, indexes and constraints by name, each with its parts in no particular order."""
    query = SQLITE_SHAPE if database.is_sqlite else POSTGRESQL_SHAPE
    with database.engine.connect() as connection:
        rows = connection.execute(text(query)).all()
    others = ("alembic", "sqlite_", "search")
    return {name: sorted(_parts(str(shape))) for name, shape in rows if not any(other in name for other in others)}


def _is_a_record_s(name: str | None, _kind: str, _parents: object) -> bool:
    """What is searched in belongs to the database itself: no record knows of it."""
    return "search" not in (name or "")


def _parts(shape: str) -> list[str]:
    return " ".join(shape.split()).removesuffix(" )").split(", ")


def _locks_elsewhere(file: Path) -> str:
    program = (
        "import sys; from pathlib import Path; from storage.migrate import AlreadyRunning, run_lock\n"
        "try:\n    with run_lock(Path(sys.argv[1])): print('held')\n"
        "except AlreadyRunning as refused: print(type(refused).__name__)"
    )
    done = subprocess.run([sys.executable, "-c", program, str(file)], capture_output=True, text=True, check=True)
    return done.stdout.strip()
