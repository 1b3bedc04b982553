"""Typing on the command line as somebody would: in this process, or in one of its own."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli.commands import commands
from bot.demo import WORKSPACE
from bot.manifest import manifest
from sandbox import Sandbox, load_workspace

NOWHERE = "http://0.0.0.0:9/api/"
"""An address that is not this machine's own by name, and yet leads nowhere else: nobody answers, nothing leaves the machine."""


CLOSE_TIES = [sys.executable, "-m", "bot"]


def surroundings(**settings: str) -> dict[str, str]:
    """An environment without settings of ours, save for those named."""
    keep = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    return {**keep, "PYTHONPATH": str(Path(__file__).parents[2]), "NO_COLOR": "1", **settings}


@dataclass(frozen=True)
class Ended:
    """How a command ended, and what it printed."""

    returncode: int
    stdout: str
    stderr: str


def typed(folder: Path, *words: str, answer: str = "", **settings: str) -> Ended:
    """A command typed in a folder, run in this process: quicker by a second than a process of its own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        for name in os.environ:
            patch.delenv(name)
        for name, value in surroundings(**settings).items():
            patch.setenv(name, value)
        result = CliRunner().invoke(commands, words, input=answer or None)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Ended(result.exit_code, result.stdout, result.stderr)


def ran(folder: Path, *words: str, **settings: str) -> Ended:
    """The same in a process of its own: what starts threads, and what sets up the log."""
    with started(folder, *words, **settings) as process:
        out, err = process.communicate(timeout=90)
    return Ended(process.returncode, out, err)


@contextmanager
def started(folder: Path, *words: str, **settings: str) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        [*CLOSE_TIES, *words],
        cwd=folder,
        env=surroundings(**settings),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        yield process
    finally:
        if process.poll() is None:
            process.kill()
        process.communicate()


@contextmanager
def northbank(**changes: bool) -> Iterator[Sandbox]:
    """The demo's Slack; its restricted channel changed as said."""
    workspace = load_workspace(WORKSPACE)
    with Sandbox(workspace, manifest()) as slack:
        for name, value in changes.items():
            setattr(workspace.channel("press-restricted"), name, value)
        yield slack


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        return int(listening.getsockname()[1])


def wait_until_listening(port: int) -> None:
    """Try until somebody answers at the port, for half a minute at most."""
    ends = time.monotonic() + 30
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            assert time.monotonic() < ends, f"nobody listens at {port}"
            time.sleep(0.05)
        else:
            return


def tokens(slack: Sandbox) -> dict[str, str]:
    return {
        "SLACK_BOT_TOKEN": slack.bot_token,
        "SLACK_APP_TOKEN": slack.app_token,
        "SLACK_API_URL": slack.api_url,
    }
