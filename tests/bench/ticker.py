"""One process that looks for what is due each second, as the scheduler does, until it is ended: `python -m tests.bench.ticker URL`."""

import sys
import time

from bot.clock import SystemClock
from bot.desk import nudging
from bot.desk.work import Desk
from storage.engine import Database


def main(url: str) -> None:
    """Say that it is ready, and look."""
    desk = Desk(Database(url), SystemClock())
    desk.refresh()
    print("ready", flush=True)
    while True:
        began = time.monotonic()
        nudging.tick(desk)
        time.sleep(max(0.0, 1.0 - (time.monotonic() - began)))


if __name__ == "__main__":
    main(sys.argv[1])
