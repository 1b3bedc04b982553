"""`close-ties demo` as a command: where it listens, when it opens a browser, and how it answers what is in its way."""

import socket
from pathlib import Path

import pytest
import typer

from bot.cli import demo as command
from bot.demo.keeping import Kept
from storage.migrate import run_lock


def test_a_port_in_use_is_answered_with_the_next_free_one_said_plainly(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        wanted = taken.getsockname()[1]
        found = command._free_port(wanted)

    assert wanted < found < wanted + command.PORTS_TRIED
    assert capsys.readouterr().out == f"Port {wanted} is in use, so this is on port {found}.\n"


def test_a_free_port_is_taken_without_a_word(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as was_free:
        wanted = was_free.getsockname()[1]

    assert command._free_port(wanted) == wanted
    assert capsys.readouterr().out == ""


def test_when_all_are_in_use_it_ends_with_a_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(command, "PORTS_TRIED", 1)
    with socket.create_server(("127.0.0.1", 0)) as taken, pytest.raises(typer.Exit) as ended:
        command._free_port(taken.getsockname()[1])

    assert ended.value.exit_code == 2
    assert "is in use, and so are those after it." in capsys.readouterr().err


@pytest.mark.parametrize(
    ("platform", "env", "screen"),
    [
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("linux", {"WSL_DISTRO_NAME": "Ubuntu"}, True),
        ("linux", {"DISPLAY": ""}, False),
        ("linux", {}, False),
        ("linux", {"DISPLAY": ":0", "CI": "true"}, False),
        ("darwin", {}, True),
        ("win32", {}, True),
        ("win32", {"CI": "1"}, False),
    ],
)
def test_a_browser_is_opened_only_where_somebody_can_see_it(platform: str, env: dict[str, str], screen: bool) -> None:
    assert command._has_screen(platform, env) is screen


def test_two_demos_do_not_share_a_council(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    kept = Kept(tmp_path)
    with run_lock(kept.database), pytest.raises(typer.Exit) as ended, command._alone(kept):
        pass

    assert ended.value.exit_code == 2
    assert "The demo runs already" in capsys.readouterr().err
