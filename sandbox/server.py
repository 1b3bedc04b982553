"""The sandbox as a whole: a workspace that answers on a loopback port, and the ways to reach into it."""

import asyncio
from collections.abc import Callable, Coroutine
from types import TracebackType
from typing import Any, Self, TypeVar

from starlette.applications import Starlette
from starlette.routing import BaseRoute

from sandbox.app_manifest import AppManifest
from sandbox.clock import SandboxClock
from sandbox.control import Control
from sandbox.core import Core, install
from sandbox.delivery.dispatcher import Dispatcher
from sandbox.faults import Faults
from sandbox.limits import Limits
from sandbox.page.host import Page
from sandbox.page.routes import routes as page_routes
from sandbox.people.actions import Actions
from sandbox.people.driver import People, Person
from sandbox.people.waiting import Stage
from sandbox.records import Json
from sandbox.response_urls import ResponseUrls
from sandbox.server_thread import ServerThread, listen_on
from sandbox.traffic import TrafficLog
from sandbox.web_api.routes import routes as web_api_routes
from sandbox.workspace import Workspace

Answer = TypeVar("Answer")


class Sandbox:
    """A Slack on this machine: `with Sandbox(workspace, manifest) as slack: ...`

    The port is a free one unless given. A clock given here replaces the workspace's. `ack_seconds` is how long the app has to
    acknowledge, in real time; with a `request_url` the app gets signed HTTP there instead of Socket Mode. `page` is what the
    host adds to the page at `/`.
    """

    def __init__(
        self,
        workspace: Workspace,
        manifest: Json,
        *,
        clock: SandboxClock | None = None,
        port: int = 0,
        request_url: str | None = None,
        ack_seconds: float = 3.0,
        page: Page | None = None,
    ) -> None:
        workspace.clock = clock or workspace.clock
        read = AppManifest.read(manifest)
        self.core = Core(workspace, read, install(workspace, read), ack_seconds=ack_seconds, request_url=request_url)
        self.dispatcher, self._urls = Dispatcher(self.core), ResponseUrls(self.core)
        self.actions = Actions(self.core, self.dispatcher, self._urls)
        self.people = People(Stage(self.run, self.actions))
        self._port, self._page = port, page or Page()
        self._thread: ServerThread | None = None

    def person(self, name: str) -> Person:
        """Somebody to drive, by name, by the first part of a name where that is enough, or by id."""
        return self.people[name]

    def wait_for_app(self, connections: int = 1, timeout: float = 10.0) -> None:
        """Return once the app holds so many web sockets open. Raises `TimeoutError`."""
        self.run(self.dispatcher.sockets.wait_for_connections(connections), timeout)

    # -- what the app needs to know

    @property
    def url(self) -> str:
        return self.core.base_url

    @property
    def api_url(self) -> str:
        return f"{self.url}/api/"

    @property
    def bot_token(self) -> str:
        return self.core.app.bot_token

    @property
    def app_token(self) -> str:
        return self.core.app.app_token

    @property
    def signing_secret(self) -> str:
        return self.core.app.signing_secret

    def addresses(self) -> Json:
        """All that an app in another process needs to know, for a line of JSON."""
        known = {"url": self.url, "api_url": self.api_url, "bot_token": self.bot_token, "app_token": self.app_token}
        return {**known, "signing_secret": self.signing_secret}

    # -- its parts

    @property
    def workspace(self) -> Workspace:
        return self.core.workspace

    @property
    def clock(self) -> SandboxClock:
        return self.core.clock

    @property
    def faults(self) -> Faults:
        return self.core.faults

    @property
    def limits(self) -> Limits:
        return self.core.limits

    @property
    def log(self) -> TrafficLog:
        return self.core.log

    # -- running

    def start(self) -> Self:
        """Listen; returns when the first request could be answered. A sandbox starts once only.

        Raises `OSError` when the port is taken.
        """
        if self.url:
            raise RuntimeError("This sandbox was started before.")
        listening = listen_on(self._port)
        self.core.base_url = f"http://127.0.0.1:{listening.getsockname()[1]}"
        self.workspace.files_url = f"{self.url}/files-pri/"
        self._thread = ServerThread(Starlette(routes=self._routes()), listening, self.core)
        self._thread.start()
        self._thread.wait_until_ready()
        return self

    def _routes(self) -> list[BaseRoute]:
        control = Control(self.core, self.actions)
        seen = page_routes(self.core, self._page)
        return [*web_api_routes(self.core), *self.dispatcher.routes(), *self._urls.routes(), *control.routes(), *seen]

    def stop(self) -> None:
        """End the server and its thread; nothing happens when it is not running."""
        if self._thread is not None:
            self._thread.end()
            self._thread = None

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    # -- reaching the loop from other threads

    @property
    def loop(self) -> asyncio.AbstractEventLoop:
        if self._thread is None:
            raise RuntimeError("The sandbox is not running.")
        return self._thread.loop

    def call_soon(self, function: Callable[..., object], *arguments: Any) -> None:
        """Have the loop call a function, without waiting for it."""
        self.loop.call_soon_threadsafe(function, *arguments)

    def run(self, coroutine: Coroutine[Any, Any, Answer], timeout: float | None = None) -> Answer:
        """Run a coroutine on the loop and wait for its answer; not to be called from the loop itself."""
        if self._thread is None:
            coroutine.close()
            raise RuntimeError("The sandbox is not running.")
        return self._thread.run(coroutine, timeout)

    def on_loop(self, function: Callable[..., Answer], *arguments: Any) -> Answer:
        """Call a function on the loop and wait for its answer: how other threads read or change the workspace."""

        async def call() -> Answer:
            return function(*arguments)

        return self.run(call())
