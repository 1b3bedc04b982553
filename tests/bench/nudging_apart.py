"""The same thousand nudges with several processes at work on one PostgreSQL: none twice, none lost, and how late each is."""

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from bot.demo import ORGANISATION
from bot.organisation.file import read_organisation_file
from storage.engine import Database
from storage.organisation import save_organisation
from tests.bench.figures import Part, Target, Times
from tests.bench.nudging import DUE, PATIENCE, PLANNED, fall_due, figures, left, prepare
from tests.bench.stage import database_of

PROCESSES = (1, 2, 4)


def several() -> Part | None:
    """One, two and four processes; None where there is no PostgreSQL to ask (TEST_DATABASE_URL)."""
    runs = []
    for count in PROCESSES:
        with database_of("PostgreSQL") as database:
            if database is None:
                return None
            runs.append(_run(count, database))
    part = Part(
        "A thousand nudges due at once, several processes on PostgreSQL",
        f"{DUE:,} due in the same second and {PLANNED:,} planned for later. Each process looks once a second; they take from one "
        "another only by locking what a nudge is about. Late: from its moment to the transaction that sends it.",
        [row for _, row in runs],
    )
    wrong = sum(row["lost"] + row["twice"] for _, row in runs)
    part.targets = [Target("nudges lost or sent twice by several processes", float(wrong), "", 0)]
    return part


def _run(count: int, database: Database) -> tuple[Times, dict[str, Any]]:
    with database.write() as session:
        save_organisation(session, read_organisation_file(ORGANISATION))
    prepare(database)
    with _tickers(count, database):
        due_at, _ = fall_due(database)
        ends = time.monotonic() + PATIENCE
        while time.monotonic() < ends and left(database, due_at):
            time.sleep(0.5)
    return figures(f"{count} process{'es' if count > 1 else ''}", database, due_at)


@contextmanager
def _tickers(count: int, database: Database) -> Iterator[None]:
    """So many processes, each of which is ready to look."""
    url = database.url.render_as_string(hide_password=False)
    command = [sys.executable, "-m", "tests.bench.ticker", url]
    running = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(count)]
    try:
        for one in running:
            assert one.stdout is not None and one.stdout.readline() == "ready\n"
        yield
    finally:
        for one in running:
            one.terminate()
        for one in running:
            one.wait(timeout=20)
