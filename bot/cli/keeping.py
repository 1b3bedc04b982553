"""`close-ties keeping due|sweep`: what is over its period, and letting it go."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import Progress
from rich.table import Table

from bot.cli.desks import desk_or_end
from bot.cli.endings import said
from bot.desk.work import Desk
from bot.keeping.sweeping import Due, due, sweep
from bot.rules.retention import Kept

commands = typer.Typer(help="How long things are kept, and letting go what is over its period.", no_args_is_help=True)
console = Console(highlight=False, soft_wrap=True)

Yes = Annotated[bool, typer.Option("--yes", help="Do it. Without this, what would go is only listed.")]


@commands.command("due")
def show_due() -> None:
    """List what is over its period and would go now, and what a legal hold keeps."""
    with desk_or_end() as desk:
        console.print(_table(due(desk, desk.clock.now())))


@commands.command("sweep")
def let_go(yes: Yes = False) -> None:
    """Let go what is over its period. Each record is in the audit trail, which still proves itself afterwards."""
    with desk_or_end() as desk:
        found = due(desk, desk.clock.now())
        console.print(_table(found))
        if not yes:
            console.print("Nothing was deleted. To do it, add --yes.")
            return
        gone = _sweep(desk, found)
    console.print(f"{gone:,} {'record has' if gone == 1 else 'records have'} gone.")


def _sweep(desk: Desk, found: Sequence[Due]) -> int:
    with _progress(sum(len(one.ids) for one in found)) as step:
        return sweep(desk, found, step)


@contextmanager
def _progress(total: int) -> Iterator[Callable[[Kept], object]]:
    with Progress(console=said, transient=True, disable=not said.is_terminal) as bar:
        task = bar.add_task("Letting go", total=total)
        yield lambda _: bar.advance(task)


def _table(found: Sequence[Due]) -> Table:
    table = Table("Kind", "Kept for", "Over its period", "Kept by a hold")
    for one in found:
        table.add_row(one.kind.replace("_", " "), str(one.period), f"{len(one.ids):,}", f"{one.held:,}")
    return table
