"""The stage: each app a process of its own, each with a workspace of its own, all of which answer from this process."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from secrets import token_hex
from typing import Any, Self

from sqlalchemy import create_engine, make_url, text

from bot import manifest
from bot.demo import ORGANISATION, WORKSPACE
from bot.organisation.file import read_organisation_file
from sandbox import Sandbox, SandboxClock, load_workspace
from sandbox.workspace import Workspace
from storage.engine import Database
from storage.migrate import upgrade
from storage.organisation import save_organisation

PATIENCE = 30.0  # seconds for an ack: late ones are measured, not cut off
SLACK_ANSWERS_IN = 200  # milliseconds
BOT = ("-m", "bot", "run")


@dataclass
class Process:
    """One app at work in its workspace; `seconds` is how long it took from its start until it was connected."""

    slack: Sandbox
    database: Database
    running: subprocess.Popen[bytes]
    log: Path
    seconds: float

    @property
    def megabytes(self) -> float:
        """Memory that it holds now."""
        shown = subprocess.run(
            ["ps", "-o", "rss=", "-p", str(self.running.pid)], capture_output=True, text=True, check=True
        )
        return int(shown.stdout) / 1024


@contextmanager
def process(arguments: tuple[str, ...], workspace: Workspace | None = None) -> Iterator[Process]:
    """Start `python ARGUMENTS` with an organisation in a fresh SQLite file, and wait until it is connected."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="close-ties-bench-")))
        people = workspace or load_workspace(WORKSPACE, clock=SandboxClock())
        slack = stack.enter_context(Sandbox(people, manifest.manifest(), ack_seconds=PATIENCE))
        database = fresh_database(folder)
        stack.callback(database.dispose)
        began = time.perf_counter()
        log = stack.enter_context((folder / "log").open("wb"))
        running = subprocess.Popen(
            [sys.executable, *arguments], env=_environment(slack, database), stdout=log, stderr=log, cwd=Path.cwd()
        )
        stack.callback(_end, running)
        try:
            slack.wait_for_app(timeout=60)
        except TimeoutError as error:
            raise RuntimeError(f"{arguments} did not connect:\n{(folder / 'log').read_text()}") from error
        seconds = time.perf_counter() - began
        slack.faults.set("slow", ms=SLACK_ANSWERS_IN)
        yield Process(slack, database, running, folder / "log", seconds)


def bare(kind: str) -> tuple[str, ...]:
    """The arguments of one of the apps that the bot is compared with."""
    return ("-m", "tests.bench.bare_app", kind)


def fresh_database(folder: Path) -> Database:
    """A migrated SQLite file that knows the organisation."""
    database = Database(f"sqlite:///{folder / 'close-ties.db'}")
    upgrade(database)
    with database.write() as session:
        save_organisation(session, read_organisation_file(ORGANISATION))
    return database


@contextmanager
def database_of(kind: str) -> Iterator[Database | None]:
    """A new one; None where there is no PostgreSQL to ask (TEST_DATABASE_URL)."""
    if kind == "SQLite":
        with tempfile.TemporaryDirectory() as directory:
            database = Database(f"sqlite:///{Path(directory) / 'bench.db'}")
            upgrade(database)
            yield database
            database.dispose()
        return
    server = os.environ.get("TEST_DATABASE_URL")
    if not server:
        yield None
        return
    name, address = f"bench_{token_hex(6)}", make_url(server).set(drivername="postgresql+psycopg")
    engine = create_engine(address, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE SCHEMA {name}"))
        own = address.update_query_dict({"options": f"-c search_path={name} -c statement_timeout=60000"})
        database = Database(own.render_as_string(hide_password=False))
        upgrade(database)
        yield database
        database.dispose()
        connection.execute(text(f"DROP SCHEMA {name} CASCADE"))
    engine.dispose()


def _environment(slack: Sandbox, database: Database) -> Mapping[str, str]:
    return {
        **os.environ,
        "SLACK_BOT_TOKEN": slack.bot_token,
        "SLACK_APP_TOKEN": slack.app_token,
        "SLACK_API_URL": slack.api_url,
        "DATABASE_URL": database.url.render_as_string(hide_password=False),
        "LOG_LEVEL": "WARNING",
    }


def _end(running: subprocess.Popen[bytes]) -> None:
    running.terminate()
    try:
        running.wait(timeout=20)
    except subprocess.TimeoutExpired:
        running.kill()
        running.wait()


class Waits:
    """Waiting for a condition, with an end."""

    def __init__(self, seconds: float, process: Process) -> None:
        self._ends, self._process = time.monotonic() + seconds, process

    def __call__(self, pause: float = 0.02) -> Self:
        """Look again in a moment. Raises TimeoutError when the time is up."""
        if time.monotonic() > self._ends:
            said = self._process.log.read_text(encoding="utf-8")[-4000:]
            raise TimeoutError(f"the bench waited for something that never came; the process said:\n{said}")
        time.sleep(pause)
        return self


Json = dict[str, Any]
