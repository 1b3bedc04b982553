"""What every test may ask for: a database of its own, on SQLite and, where TEST_DATABASE_URL points to one, on PostgreSQL."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from secrets import token_hex
from typing import Any

import pytest
from sqlalchemy import Dialect, create_engine, make_url, text

from storage.engine import Database
from storage.migrate import upgrade

_DIALECTS: dict[str, Dialect] = {}
_COMPILED: dict[Any, Any] = {}
NO_POSTGRES = "TEST_DATABASE_URL is not set: no PostgreSQL to test on"


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated SQLite file to copy: migrating once is enough for a whole run."""
    file = tmp_path_factory.mktemp("template") / "migrated.db"
    database = Database(f"sqlite:///{file}")
    upgrade(database)
    database.dispose()
    return file


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def backend(request: pytest.FixtureRequest) -> str:
    """Which kind of database a test runs on: each test runs on both."""
    kind = str(request.param)
    if kind == "postgresql" and not os.environ.get("TEST_DATABASE_URL"):
        pytest.skip(NO_POSTGRES)
    return kind


@pytest.fixture
def empty_url(backend: str, tmp_path: Path) -> Iterator[str]:
    """The address of an empty database: a new SQLite file, or a new schema in PostgreSQL, gone after the test."""
    if backend == "sqlite":
        yield f"sqlite:///{tmp_path / 'close-ties.db'}"
    else:
        with _own_schema(os.environ["TEST_DATABASE_URL"]) as url:
            yield url


@pytest.fixture(scope="session")
def migrated_template() -> Iterator[str]:
    """The name of a migrated PostgreSQL database to copy: a copy takes a twentieth of the time that migrating takes."""
    with _own_database(os.environ["TEST_DATABASE_URL"]) as url:
        database = Database(url)
        upgrade(database)
        database.dispose()
        yield make_url(url).database or ""


@pytest.fixture
def database_url(backend: str, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of a migrated database with nothing in it, gone after the test."""
    if backend == "sqlite":
        shutil.copy(request.getfixturevalue("migrated_file"), tmp_path / "close-ties.db")
        yield f"sqlite:///{tmp_path / 'close-ties.db'}"
    else:
        template = request.getfixturevalue("migrated_template")
        with _own_database(os.environ["TEST_DATABASE_URL"], template) as url:
            yield url


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    """A migrated database with nothing in it."""
    with _opened(database_url) as opened:
        yield opened


@pytest.fixture
def file_database(migrated_file: Path, tmp_path: Path) -> Iterator[Database]:
    """SQLite alone, for journeys to which the kind of database makes no difference."""
    file = tmp_path / "close-ties.db"
    shutil.copy(migrated_file, file)
    with _opened(f"sqlite:///{file}") as opened:
        yield opened


@contextmanager
def _opened(url: str) -> Iterator[Database]:
    """A database whose statements are put into words once for a whole run, not anew for each test.

    SQLAlchemy keeps what it compiled by dialect, and each engine has a dialect of its own: a sixth of a journey's time.
    """
    opened = Database(url)
    with opened.engine.connect():  # so that the dialect has asked the server what it needs to know
        pass
    for engine in (opened.engine, opened.writing):
        engine.dialect = _DIALECTS.setdefault(engine.name, engine.dialect)
        engine.update_execution_options(compiled_cache=_COMPILED)
    yield opened
    opened.dispose()


@contextmanager
def _own_database(server: str, template: str = "template1") -> Iterator[str]:
    name = f"test_{token_hex(8)}"
    address = make_url(server).set(drivername="postgresql+psycopg")
    engine = create_engine(address, isolation_level="AUTOCOMMIT")
    try:
        with engine.connect() as connection:
            connection.execute(text(f"CREATE DATABASE {name} TEMPLATE {template}"))
            yield address.set(database=name).render_as_string(hide_password=False)
            connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    finally:
        engine.dispose()


@contextmanager
def _own_schema(server: str) -> Iterator[str]:
    name = f"test_{token_hex(8)}"
    address = make_url(server).set(drivername="postgresql+psycopg")
    engine = create_engine(address, isolation_level="AUTOCOMMIT", connect_args={"options": "-c lock_timeout=10000"})
    try:
        with engine.connect() as connection:
            connection.execute(text(f"CREATE SCHEMA {name}"))
            own = address.update_query_dict({"options": f"-c search_path={name}"})
            yield own.render_as_string(hide_password=False)
            connection.execute(text(f"DROP SCHEMA {name} CASCADE"))
    finally:
        engine.dispose()
