"""A command typed in a folder, and how it ended; and a council's database in that folder, for commands to find things in."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from bot.demo import ORGANISATION
from bot.desk.work import Desk
from bot.organisation.file import read_organisation_file
from storage.engine import Database
from storage.organisation import save_organisation
from tests.project.command_line import Ended, typed


@dataclass
class StandingClock:
    """A clock that shows what it is told."""

    at: datetime

    def now(self) -> datetime:
        return self.at


@dataclass
class Office:
    """Northbank's database in a folder, a desk to work at, and a terminal."""

    folder: Path
    database: Database
    clock: StandingClock
    desk: Desk = field(init=False)

    def __post_init__(self) -> None:
        self.desk = Desk(self.database, self.clock)
        self.desk.refresh()

    def types(self, *words: str, answer: str = "") -> Ended:
        return typed(self.folder, *words, answer=answer)


@contextmanager
def office_in(folder: Path, migrated_file: Path, at: datetime) -> Iterator[Office]:
    """The office's database is where a command without settings looks for it."""
    shutil.copy(migrated_file, folder / "close-ties.db")
    database = Database(f"sqlite:///{folder / 'close-ties.db'}")
    with database.write() as session:
        save_organisation(session, read_organisation_file(ORGANISATION))
    try:
        yield Office(folder, database, StandingClock(at))
    finally:
        database.dispose()
