"""How the demo keeps its council between two starts: the bot's database, and beside it the sandbox's workspace."""

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sandbox import Sandbox
from sandbox.saving import load, save
from sandbox.workspace import Workspace

log = logging.getLogger("close_ties.demo")

EVERY = 3.0
"""Real seconds between two looks at whether anything has changed."""


@dataclass(frozen=True)
class Resumed:
    """A council as it was when the demo last ended."""

    workspace: Workspace
    publish_homes: Callable[[Sandbox], None]


@dataclass(frozen=True)
class Kept:
    """A folder with a council in it, or room for one."""

    folder: Path

    @property
    def database(self) -> Path:
        return self.folder / "close-ties.db"

    @property
    def workspace(self) -> Path:
        return self.folder / "workspace.json"

    def load(self) -> Resumed | None:
        """What is here. Half a council is none: a first start that was cut short begins again.

        Raises `sandbox.saving.NotASavedWorkspace`.
        """
        if self.database.exists() and self.workspace.exists():
            return Resumed(*load(self.workspace))
        self.clear()
        return None

    def save(self, slack: Sandbox) -> None:
        """Keep the workspace as it is now; the database keeps itself."""
        save(slack, self.workspace)

    @contextmanager
    def at_the_end(self, slack: Sandbox) -> Iterator[None]:
        """Save once more at the end of the block, however it ends, if its council was whole by then."""
        try:
            yield
        finally:
            if self.workspace.exists():
                self.save(slack)

    def clear(self) -> None:
        """Take away what the demo keeps here, and nothing else."""
        for name in ("workspace.json", "close-ties.db", "close-ties.db-wal", "close-ties.db-shm"):
            (self.folder / name).unlink(missing_ok=True)


@contextmanager
def keeping(kept: Kept, slack: Sandbox) -> Iterator[None]:
    """Keep the workspace now, and at intervals while the block runs."""
    kept.save(slack)
    ended = threading.Event()
    thread = threading.Thread(target=_keep, args=(kept, slack, ended), name="keeping", daemon=True)
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join()


def _keep(kept: Kept, slack: Sandbox, ended: threading.Event) -> None:
    version = slack.workspace.changes.version
    while not ended.wait(EVERY):
        if (now := slack.workspace.changes.version) == version:
            continue
        version = now
        try:
            kept.save(slack)
        except OSError as refused:
            log.warning("The workspace could not be kept this time: %s", refused)
