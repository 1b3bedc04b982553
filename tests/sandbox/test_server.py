"""Starting, reaching into, and ending a sandbox."""

import socket
import threading
from collections.abc import Iterator
from typing import Any

import pytest
from slack_sdk import WebClient

from sandbox import Sandbox
from sandbox.workspace import Workspace

Json = dict[str, Any]


@pytest.fixture
def idle(workspace: Workspace, manifest: Json) -> Iterator[Sandbox]:
    """A sandbox that nobody has started yet."""
    made = Sandbox(workspace, manifest)
    yield made
    made.stop()


def test_a_sandbox_leaves_neither_thread_nor_port_behind(idle: Sandbox) -> None:
    before = threading.active_count()
    with idle as slack:
        assert WebClient(token=slack.bot_token, base_url=slack.api_url).auth_test()["ok"] is True
        assert threading.active_count() == before + 1
        port = int(slack.url.rpartition(":")[2])
    assert threading.active_count() == before
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", port), timeout=5)


def test_a_port_that_is_taken(idle: Sandbox, manifest: Json) -> None:
    idle.start()
    port = int(idle.url.rpartition(":")[2])
    with pytest.raises(OSError, match="in use"):
        Sandbox(idle.workspace, manifest, port=port).start()


def test_it_starts_once_only(idle: Sandbox) -> None:
    idle.start()
    with pytest.raises(RuntimeError, match=r"This sandbox was started before\."):
        idle.start()


def test_other_threads_reach_the_loop_while_it_runs(idle: Sandbox) -> None:
    async def answer() -> str:
        return threading.current_thread().name

    async def asks_itself() -> str:
        return idle.run(answer())

    with pytest.raises(RuntimeError, match=r"The sandbox is not running\."):
        idle.run(answer())
    with idle:
        assert (idle.run(answer()), idle.on_loop(threading.current_thread).name) == ("sandbox", "sandbox")
        with pytest.raises(RuntimeError, match=r"On the sandbox's own loop, await the coroutine instead\."):
            idle.run(asks_itself())


def test_its_addresses(idle: Sandbox) -> None:
    with idle as slack:
        app, port = slack.core.app, slack.url.rpartition(":")[2]
        assert slack.addresses() == {
            "url": f"http://127.0.0.1:{port}",
            "api_url": f"http://127.0.0.1:{port}/api/",
            "bot_token": app.bot_token,
            "app_token": app.app_token,
            "signing_secret": app.signing_secret,
        }
        assert (app.bot_token[:6], app.app_token[:7]) == ("xoxb-1", "xapp-1-")
