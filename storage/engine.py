"""Opening the database: the engine, the one way to write and the one way to read, and what is said when it is out of reach."""

import os
import sqlite3
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import (
    DataError,
    DBAPIError,
    DisconnectionError,
    IntegrityError,
    InternalError,
    NotSupportedError,
    ProgrammingError,
)
from sqlalchemy.exc import TimeoutError as PoolTimeoutError
from sqlalchemy.orm import Session
from sqlalchemy.pool import ConnectionPoolEntry

PATIENCE = 2.0  # seconds a write waits for its turn; Slack gives up after three
PATIENCE_BEHIND = 30.0  # the same for a thread that has stepped back: nobody waits for it
POSTGRES_SETTINGS = {
    "lock_timeout": "2000",
    "statement_timeout": "2500",
    "idle_in_transaction_session_timeout": "10000",  # a process that froze must not hold the audit's head for ever
}
_TRY_AGAIN = frozenset({"40001", "40P01"})  # serialization failure, deadlock
_READ_ONLY = "25006"  # PostgreSQL has gone over to a standby that does not take changes yet
_REFUSED_BY_TRIGGER = "P0001"
_UNIQUE = frozenset({"23505", "SQLITE_CONSTRAINT_UNIQUE", "SQLITE_CONSTRAINT_PRIMARYKEY"})


Result = TypeVar("Result")


class StorageUnavailable(Exception):  # noqa: N818 - a state of the world, said as one
    """The database is locked, full or gone. Nothing of the transaction was kept, unless its commit's answer was lost."""


class Collision(StorageUnavailable):
    """Two transactions met and the database ended this one. The same work, done again, would go through: see `retrying`."""


class Database:
    """One database, SQLite or PostgreSQL. `write()` and `read()` each give a session for one transaction."""

    def __init__(self, url: str) -> None:
        self.url = _normalised(url)
        self.is_sqlite = self.url.get_backend_name() == "sqlite"
        self._turns = _Turns()
        self._wait = threading.local()
        self._opened = False
        self.engine = self._open()
        self.writing = self.engine.execution_options(writes=True)

    @contextmanager
    def write(self) -> Iterator[Session]:
        """A transaction that changes things: committed at the end, rolled back on any exception.

        On SQLite writers take turns, first come, first served. Raises StorageUnavailable after two seconds of waiting.
        """
        with self._turn(), said_plainly(), Session(self.writing, expire_on_commit=False) as session, session.begin():
            yield session

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A session for reading: it waits for no writer, and what is changed in it is thrown away."""
        with said_plainly(), Session(self.engine, expire_on_commit=False, autoflush=False) as session:
            yield session

    def dispose(self) -> None:
        """Close every connection."""
        self.engine.dispose()

    @property
    def file(self) -> Path | None:
        """The file of a SQLite database."""
        return Path(self.url.database or "") if self.is_sqlite else None

    def step_back(self) -> None:
        """From now on this thread's writes let those go first for which a person waits: for threads that deliver and look.

        In a burst that would otherwise be sixteen deliveries' turns before each acknowledgement.
        """
        self._wait.behind = True

    @contextmanager
    def _turn(self) -> Iterator[None]:
        if not self.is_sqlite:
            yield
            return
        if getattr(self._wait, "until", None) is not None:
            raise RuntimeError("a write was begun inside a write of the same thread; one verb is one transaction")
        behind = getattr(self._wait, "behind", False)
        until = time.monotonic() + PATIENCE
        if not self._turns.take(PATIENCE_BEHIND if behind else PATIENCE, behind=behind):
            raise StorageUnavailable("The database is busy: other changes took too long.")
        self._wait.until = time.monotonic() + PATIENCE if behind else until
        try:
            yield
        finally:
            self._wait.until = None
            self._turns.pass_on()

    def _open(self) -> Engine:
        shared: dict[str, Any] = {
            "hide_parameters": True,  # what people typed must not reach a log by way of an error
            "pool_size": 16,
            "max_overflow": 48,
            "pool_timeout": PATIENCE,
            "pool_use_lifo": True,
        }
        if not self.is_sqlite:
            return create_engine(
                _without_options(self.url), connect_args=_libpq(self.url), pool_pre_ping=True, **shared
            )
        engine = create_engine(self.url, creator=self._connect_sqlite, **shared)
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "checkout", self._same_file)
        event.listen(engine, "begin", self._begin_sqlite)
        return engine

    def _connect_sqlite(self) -> sqlite3.Connection:
        """Open the file; only the first time may it be made. One that went away must not come back empty."""
        file = Path(self.url.database or "").absolute()
        address = f"{file.as_uri()}?mode={'rw' if self._opened else 'rwc'}"
        connection = sqlite3.connect(address, uri=True, timeout=PATIENCE, check_same_thread=False)
        self._opened = True
        return connection

    def _same_file(self, _raw: object, record: ConnectionPoolEntry, _proxy: object) -> None:
        """An open connection goes on writing to a file that was deleted or replaced, and says nothing: so look, and open it anew."""
        now = _identity(self.url.database)
        if record.info.setdefault("file", now) != now:
            raise DisconnectionError("The database file is not the one that was opened.")

    def _begin_sqlite(self, connection: Connection) -> None:
        """Begin by hand: Python's own deferred beginning fails at once when a second process writes.

        The wait for a turn in this process is taken off the wait for other processes, so that both fit into Slack's three seconds.
        """
        raw: Any = connection.connection.dbapi_connection
        try:
            if not connection.get_execution_options().get("writes"):
                raw.execute("BEGIN")
                return
            left = getattr(self._wait, "until", None) or time.monotonic() + PATIENCE
            raw.execute(f"PRAGMA busy_timeout = {max(1, int((left - time.monotonic()) * 1000))}")
            raw.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as error:
            raise StorageUnavailable(_sentence(error)) from error


def retrying(work: Callable[[], Result], times: int = 3) -> Result:
    """Do `work`, a whole transaction, again when it collided with another: a deadlock, or the same unique key in the same moment."""
    for _ in range(times - 1):
        try:
            return work()
        except Collision:
            continue
        except IntegrityError as error:
            if _code(error) not in _UNIQUE:
                raise
    return work()


class _Turns:
    """A lock that is handed on in the order of asking. SQLite's own waiting is unfair: the slowest waits for seconds.

    Those who have stepped back get their turn when nobody else waits.
    """

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._waiting: deque[threading.Lock] = deque()
        self._behind: deque[threading.Lock] = deque()
        self._taken = False

    def take(self, patience: float, *, behind: bool = False) -> bool:
        """Wait for the turn, `patience` seconds at most; False when it did not come."""
        queue = self._behind if behind else self._waiting
        with self._guard:
            if not self._taken:
                self._taken = True
                return True
            mine = threading.Lock()
            mine.acquire()
            queue.append(mine)
        if mine.acquire(timeout=patience):
            return True
        with self._guard:
            if mine not in queue:
                return True  # it was handed over in the moment of giving up
            queue.remove(mine)
            return False

    def pass_on(self) -> None:
        """Give the turn to whoever has waited longest, and has not stepped back."""
        with self._guard:
            queue = self._waiting or self._behind
            if queue:
                queue.popleft().release()
            else:
                self._taken = False


@contextmanager
def said_plainly() -> Iterator[None]:
    """Turn the drivers' ways of saying "out of reach" into StorageUnavailable. Mistakes of ours pass through unchanged."""
    try:
        yield
    except PoolTimeoutError as error:
        raise StorageUnavailable("The database is busy: no connection came free within two seconds.") from error
    except (DataError, IntegrityError, NotSupportedError, ProgrammingError):
        raise
    except InternalError as error:
        if _code(error) != _READ_ONLY:
            raise
        raise StorageUnavailable(_sentence(error.orig)) from error
    except DBAPIError as error:
        if _code(error) == _REFUSED_BY_TRIGGER:
            raise
        kind = Collision if _code(error) in _TRY_AGAIN else StorageUnavailable
        raise kind(_sentence(error.orig)) from error


def _sentence(error: BaseException | None) -> str:
    """Name the driver's code, never its text: that may quote what a person typed."""
    code = _code_of(error)
    return f"The database did not take it ({type(error).__name__}{' ' + code if code else ''})."


def _code(error: DBAPIError) -> str:
    return _code_of(error.orig)


def _code_of(error: BaseException | None) -> str:
    """PostgreSQL's SQLSTATE or SQLite's error name."""
    return str(getattr(error, "sqlstate", None) or getattr(error, "sqlite_errorname", None) or "")


def _identity(file: str | None) -> tuple[int, int] | None:
    """Which file stands at a path; None where there is none."""
    try:
        found = os.stat(file or "")  # noqa: PTH116 - before every transaction, and a Path would cost three times as much
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _normalised(url: str) -> URL:
    """Accept the ways people write a database's address. In-memory SQLite is refused: each thread would see its own."""
    parsed = make_url(url)
    if parsed.drivername in {"postgres", "postgresql"}:
        return parsed.set(drivername="postgresql+psycopg")
    if parsed.get_backend_name() == "sqlite" and parsed.database in {None, "", ":memory:"}:
        raise ValueError("A SQLite database needs a file, as in sqlite:///close-ties.db")
    return parsed


def _without_options(url: URL) -> URL:
    return url.difference_update_query(["options"])


def _libpq(url: URL) -> dict[str, Any]:
    """Connection settings for PostgreSQL; what the address itself asks for comes last and so wins."""
    settings = " ".join(f"-c {name}={value}" for name, value in POSTGRES_SETTINGS.items())
    own = url.query.get("options", "")
    own = own if isinstance(own, str) else " ".join(own)
    return {"options": f"{settings} {own}".strip(), "connect_timeout": 2, "tcp_user_timeout": 2500}


def _prepare_sqlite(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None  # no beginning behind our back
    for pragma in ("busy_timeout = 2000", "journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON"):
        connection.execute(f"PRAGMA {pragma}").close()
    connection.create_function("sha256_hex", 1, _sha256_hex, deterministic=True)


def _sha256_hex(text: str) -> str:
    return sha256(text.encode()).hexdigest()
