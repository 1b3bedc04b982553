"""How a command ends when something must be put right first: sentences, an exit code, no traceback."""

import os
import signal
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

import typer
from rich.console import Console
from rich.markup import escape

from bot.config import Mode, Settings, SettingsProblems, environment, read_settings
from bot.keeping.papers import because

HOLES = 1
WRONG = 2

said = Console(stderr=True, highlight=False, soft_wrap=True)


def end(code: int, heading: str, sentences: Iterable[str] = ()) -> NoReturn:
    """Say what is wrong and end."""
    said.print(f"[bold]{escape(heading)}[/bold]")
    for sentence in sentences:
        said.print(f"  • {escape(sentence)}")
    raise typer.Exit(code)


def settings_or_end(mode: Mode, env: Mapping[str, str] | None = None) -> Settings:
    """The settings, or every problem with them and exit code 2."""
    try:
        return read_settings(environment() if env is None else env, mode)
    except SettingsProblems as refused:
        end(
            WRONG,
            "Close Ties cannot start: these settings want putting right (in .env or the environment).",
            map(str, refused.problems),
        )


@contextmanager
def writing_or_end(file: Path) -> Iterator[None]:
    """Write to the file within; where that cannot be done, say so and exit code 2."""
    try:
        yield
    except OSError as error:
        end(WRONG, f"{file} cannot be written: {because(error)}.")


def writable_or_end(file: Path) -> None:
    """Pass where it looks as if the file can be written, before anything is noted of it; else a sentence and exit code 2."""
    if file.is_dir():
        end(WRONG, f"{file} is a folder: give the name of a file in it too.")
    folder_or_end(file.parent)
    if not os.access(file.parent, os.W_OK):
        end(WRONG, f"Nothing can be written to the folder {str(file.parent)!r}: you may not.")


def folder_or_end(folder: Path) -> None:
    """Pass where the folder is there to write to, or say that there is none and exit code 2."""
    if not folder.is_dir():
        end(WRONG, f"There is no folder {str(folder)!r}.")


def print_line(line: str) -> None:
    """One line for another program to read, at once."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


@contextmanager
def until_told() -> Iterator[None]:
    """Ctrl-C and SIGTERM end the block, whatever it is doing, and close what it opened."""
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    except KeyboardInterrupt:
        said.print("Stopping.")
    finally:
        signal.signal(signal.SIGTERM, before)
