"""How soon it is there, and how much memory it holds: the bot and a bare Bolt in turn."""

import subprocess
import sys

from tests.bench.figures import Part, median
from tests.bench.stage import BOT, bare, process

ROUNDS = 3


def starting() -> Part:
    """Start each three times."""
    rows = []
    for name, arguments, imported in (
        ("the bot (close-ties run)", BOT, "bot.__main__"),
        ("bare Bolt", bare("floor"), "slack_bolt.adapter.socket_mode"),
    ):
        seconds, megabytes = zip(*[_once(arguments) for _ in range(ROUNDS)], strict=True)
        imports = median([_importing(imported) for _ in range(ROUNDS)])
        rows.append(
            {
                "what": name,
                "connected after s": round(median(seconds), 2),
                "of which imports s": round(imports, 2),
                "the rest s": round(median(seconds) - imports, 2),
                "MiB at rest": round(median(megabytes), 1),
            }
        )
    return Part("Starting, and memory at rest", "From the start of the process until Slack sees its web socket.", rows)


def _once(arguments: tuple[str, ...]) -> tuple[float, float]:
    with process(arguments) as started:
        return started.seconds, started.megabytes


def _importing(module: str) -> float:
    says = f"import time; began = time.perf_counter(); import {module}; print(time.perf_counter() - began)"
    done = subprocess.run([sys.executable, "-c", says], capture_output=True, text=True, check=True)
    return float(done.stdout)
