"""Run everything, print it, and write it to bench-result.json."""

import argparse
import json
import os
import platform
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

from rich.console import Console
from rich.table import Table

from tests.bench import answering, counting, delivering, finding, nudging, nudging_apart, starting
from tests.bench.answering import Contest
from tests.bench.figures import Part
from tests.bench.load import learn
from tests.bench.stage import BOT, bare, process

RESULT = Path("bench-result.json")
PAGE = Path("docs/performance.md")
BEGIN, END = "<!-- figures: written by `make bench ARGS=--docs` -->", "<!-- end of figures -->"
PARTS = ("steps", "answers", "delivery", "finding", "nudges", "start")


def main() -> None:
    """Every part, or those that were named."""
    asked = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    asked.add_argument("parts", nargs="*", metavar="PART", help=f"only these: {', '.join(PARTS)}")
    asked.add_argument("--docs", action="store_true", help=f"write the tables into {PAGE} too")
    given = asked.parse_args()
    named = given.parts
    if unknown := set(named) - set(PARTS):
        asked.error(f"there is no part {', '.join(sorted(unknown))}")
    console, began, parts, machine = Console(), time.monotonic(), [], _machine()
    console.print(f"{machine}\n")
    for part in _parts(named or PARTS):
        _show(console, part)
        parts.append(part)
    parts.insert(0, _summary(parts))
    _show(console, parts[0])
    console.print(f"{time.monotonic() - began:.0f} s in all; written to {RESULT}.")
    result = {"machine": machine, "parts": [part.as_json() for part in parts]}
    RESULT.write_text(json.dumps(result, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    if given.docs:
        _write_page(machine, parts)


def _parts(named: tuple[str, ...] | list[str]) -> Iterator[Part]:
    if "steps" in named:
        yield counting.steps()
    if "answers" in named:
        yield from _answers()
    if "delivery" in named:
        yield delivering.flood()
    if "finding" in named:
        yield finding.finding_and_seeing()
    if "nudges" in named:
        yield nudging.punctual()
        yield from filter(None, [nudging_apart.several()])
    if "start" in named:
        yield starting.starting()


def _answers() -> Iterator[Part]:
    with ExitStack() as stack:
        bot, default, floor, commit = (
            stack.enter_context(process(each)) for each in (BOT, bare("default"), bare("floor"), bare("commit"))
        )
        deeds = learn(bot)
        contest = Contest(bot, default, floor, commit, deeds)
        yield delivering.cards(bot, deeds)
        yield answering.bursts(contest)
        yield from answering.steady(contest, first_unclaimed=2)


def _machine() -> str:
    load = ", ".join(f"{each:.1f}" for each in os.getloadavg())
    return f"Python {platform.python_version()}, {os.cpu_count()} cores, load before the run {load}"


def _show(console: Console, part: Part) -> None:
    columns = list(dict.fromkeys(key for row in part.rows for key in row))
    table = Table(*columns, title=part.title, title_justify="left", caption=part.note, caption_justify="left")
    for row in part.rows:
        table.add_row(*(str(row.get(column, "")) for column in columns))
    console.print(table)
    console.print()


def _summary(parts: list[Part]) -> Part:
    rows = [target.row() for part in parts for target in part.targets]
    return Part("Targets", "Nothing here fails a build: read it.", rows)


def _write_page(machine: str, parts: list[Part]) -> None:
    """Put the tables where the last run's stand."""
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(BEGIN)
    after = rest.partition(END)[2]
    tables = "\n".join(_markdown(part) for part in parts)
    PAGE.write_text(f"{before}{BEGIN}\n\n{machine}.\n\n{tables}\n{END}{after}", encoding="utf-8")


def _markdown(part: Part) -> str:
    columns = list(dict.fromkeys(key for row in part.rows for key in row))
    lines = [columns, ["---"] * len(columns), *([str(row.get(column, "")) for column in columns] for row in part.rows)]
    table = "\n".join(f"| {' | '.join(line)} |" for line in lines)
    return f"### {part.title}\n\n{table}\n\n{part.note}\n"


if __name__ == "__main__":
    main()
