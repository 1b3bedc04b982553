"""The bot as a process that can be killed: by itself at a named point, or by whoever started it, at any moment."""

import logging
import os
import signal
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Lock

from bot.app import build
from bot.cli.asking_slack import patiently
from bot.config import read_settings
from bot.delivery.pace import Pace
from bot.delivery.timing import Timing
from storage.engine import Database
from storage.migrate import run_lock

CRASH_POINTS = ("before commit", "after commit", "lane leased", "claimed", "slack has it")

TIMING = Timing(request=1.0, lease=timedelta(seconds=2.5), first_pause=0.05, longest_pause=0.5, refused=0.5)
UNHURRIED = {"chat.postMessage": 10**6, "chat.update": 10**6, "views.publish": 10**6}


@dataclass(frozen=True)
class Life:
    """What a process is told when it begins: where everything is, and where it is to end. `passing` counts from one."""

    env: dict[str, str]
    clock_ahead: timedelta
    log: Path
    crash_at: str = ""
    passing: int = 1


def live(life: Life) -> None:
    """Run the bot until it is killed."""
    logging.basicConfig(filename=life.log, level=logging.INFO, format="%(process)d %(asctime)s %(name)s %(message)s")
    settings = read_settings(life.env)
    database = Database(settings.database_url)
    assert database.file is not None
    with run_lock(database.file):
        bot = build(
            settings,
            database=database,
            clock=_Ahead(life.clock_ahead),
            pace=Pace(per_minute=UNHURRIED, channel_rest=0.0),
            timing=TIMING,
            reached=_Fuse(life.crash_at, life.passing),
        )
        patiently(bot.start)
        patiently(bot.connect)
        signal.pause()


class _Ahead:
    """The real clock, moved to a working morning."""

    def __init__(self, ahead: timedelta) -> None:
        self._ahead = ahead

    def now(self) -> datetime:
        return datetime.now(UTC) + self._ahead


class _Fuse:
    """Ends the process, without a word to anyone, at the n-th passing of one point."""

    def __init__(self, point: str, passing: int) -> None:
        self._point, self._left, self._lock = point, passing, Lock()

    def __call__(self, point: str) -> None:
        if point != self._point:
            return
        with self._lock:
            self._left -= 1
            if self._left == 0:
                os.kill(os.getpid(), signal.SIGKILL)
