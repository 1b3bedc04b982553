"""Bringing the database to the shape that this code knows, under a lock, and refusing one that is newer."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlalchemy import Connection, inspect, text

from storage.engine import Database, said_plainly

MIGRATIONS = Path(__file__).parent / "migrations"
_ADVISORY_LOCK = 0x7C105E71E5  # any number that is ours


class NewerDatabase(Exception):  # noqa: N818 - a state of the world, said as one
    """The database was written by a newer version of this program."""


class AlreadyRunning(Exception):  # noqa: N818 - a state of the world, said as one
    """Another `run` holds this SQLite file."""


def upgrade(database: Database) -> None:
    """Run the migrations that are missing, in one transaction.

    Raises NewerDatabase, with a sentence, and changes nothing then; StorageUnavailable where the database is out of reach.
    """
    with said_plainly(), database.engine.connect().execution_options(writes=True) as connection, connection.begin():
        if not database.is_sqlite:
            connection.execute(text("SET LOCAL statement_timeout = 0"))
            connection.execute(text("SET LOCAL lock_timeout = 0"))
            connection.execute(text(f"SELECT pg_advisory_xact_lock({_ADVISORY_LOCK})"))
        found = revision_of(connection)
        if found is not None and found not in revisions():
            raise NewerDatabase(
                f"The database is at revision {found}, which this version of Close Ties does not know. "
                "It was last used by a newer version: install that one, or restore a backup."
            )
        if found != revisions()[-1]:
            _migrate(connection)


def revision_of(connection: Connection) -> str | None:
    """The database's revision; None for an empty one."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    revision: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return revision


def revisions() -> list[str]:
    """Every revision that this code knows, in order. A migration's file is named for its revision: r0001_what_it_does.py."""
    names = (re.match(r"r(\d{4})_", path.name) for path in (MIGRATIONS / "versions").glob("r*.py"))
    return sorted(name[1] for name in names if name)


@contextmanager
def run_lock(file: Path) -> Iterator[None]:
    """Hold the SQLite database `file` for this process, by a lock on the file beside it. Raises AlreadyRunning when another has it.

    The lock is SQLite's own, so it holds on every system and is gone with the process, however it ends.
    """
    beside = file.with_name(file.name + ".lock")
    with closing(sqlite3.connect(beside, timeout=0, isolation_level=None)) as connection:
        try:
            connection.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorname != "SQLITE_BUSY":
                raise
            raise AlreadyRunning(
                f"Another Close Ties is running on {file.name}. One at a time can use a SQLite file; use PostgreSQL for more."
            ) from error
        yield


def _migrate(connection: Connection) -> None:
    from alembic import command  # noqa: PLC0415 - slow to import, and seldom needed
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
