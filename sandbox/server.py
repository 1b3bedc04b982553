"""The sandbox's server: a workspace that answers on a loopback port, in a thread and a loop of its own."""

import asyncio
import concurrent.futures
import contextlib
import socket
import threading
from collections.abc import Callable, Coroutine
from types import TracebackType
from typing import Any, Self, TypeVar

import uvicorn
from starlette.applications import Starlette
from starlette.routing import BaseRoute

from sandbox.app_manifest import AppManifest
from sandbox.clock import SandboxClock
from sandbox.control import Control
from sandbox.core import Core, install
from sandbox.delivery.dispatcher import Dispatcher
from sandbox.faults import Faults
from sandbox.limits import Limits
from sandbox.people.actions import Actions
from sandbox.people.driver import People, Person
from sandbox.people.waiting import Stage
from sandbox.records import Json
from sandbox.response_urls import ResponseUrls
from sandbox.traffic import TrafficLog
from sandbox.web_api.routes import routes as web_api_routes
from sandbox.workspace import Workspace

Answer = TypeVar("Answer")
GRACE_SECONDS = 3.0
"""How long answers under way may take when the server ends."""


class Sandbox:
    """A Slack on this machine: `with Sandbox(workspace, manifest) as slack: ...`

    The port is a free one unless given. A clock given here replaces the workspace's. `ack_seconds` is how long the app has to
    acknowledge, in real time; with a `request_url` the app gets signed HTTP there instead of Socket Mode.
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
    ) -> None:
        workspace.clock = clock or workspace.clock
        read = AppManifest.read(manifest)
        self.core = Core(workspace, read, install(workspace, read), ack_seconds=ack_seconds, request_url=request_url)
        self.dispatcher, self._urls = Dispatcher(self.core), ResponseUrls(self.core)
        self.actions = Actions(self.core, self.dispatcher, self._urls)
        self.people = People(Stage(self.run, self.actions))
        self._port = port
        self._thread: _ServerThread | None = None

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
        """Listen; returns when the first request could be answered. Raises `OSError` when the port is taken."""
        listening = _listen(self._port)
        self.core.base_url = f"http://127.0.0.1:{listening.getsockname()[1]}"
        self.workspace.files_url = f"{self.url}/files-pri/"
        self._thread = _ServerThread(Starlette(routes=self._routes()), listening, self.core)
        self._thread.start()
        self._thread.wait_until_ready()
        return self

    def _routes(self) -> list[BaseRoute]:
        control = Control(self.core, self.actions)
        return [*web_api_routes(self.core), *self.dispatcher.routes(), *self._urls.routes(), *control.routes()]

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
        future = asyncio.run_coroutine_threadsafe(coroutine, self.loop)
        try:
            return future.result(timeout)
        except concurrent.futures.TimeoutError:
            future.cancel()
            raise

    def on_loop(self, function: Callable[..., Answer], *arguments: Any) -> Answer:
        """Call a function on the loop and wait for its answer: how other threads read or change the workspace."""

        async def call() -> Answer:
            return function(*arguments)

        return self.run(call())


def _listen(port: int) -> socket.socket:
    listening = socket.create_server(("127.0.0.1", port), backlog=512)
    listening.setblocking(False)
    return listening


class _Server(uvicorn.Server):
    """Says when it listens, ends at once when told to, and has whatever waits for ever let go before that."""

    def __init__(self, config: uvicorn.Config, core: Core, ready: threading.Event) -> None:
        super().__init__(config)
        self._core, self._ready = core, ready
        self._ending = asyncio.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self._ready.set()

    async def main_loop(self) -> None:
        """Uvicorn's own looks ten times a second whether it is to end; this one is told, and keeps the Date header right."""
        while not self._ending.is_set():
            await self.on_tick(0)
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._ending.wait(), timeout=1)

    def end(self) -> None:
        """To be called on the loop."""
        self.should_exit = True
        self._ending.set()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """As uvicorn does it, but without its tenth of a second of rest: every test that starts a sandbox would pay it."""
        self._core.stopping.set()
        for server in self.servers:
            server.close()
        for listening in sockets or []:
            listening.close()
        for connection in list(self.server_state.connections):
            connection.shutdown()
        await self._until_quiet(asyncio.get_running_loop().time() + GRACE_SECONDS)

    async def _until_quiet(self, deadline: float) -> None:
        """Until every answer under way has been given, or the time for that is over."""
        loop = asyncio.get_running_loop()
        while (self.server_state.connections or self.server_state.tasks) and loop.time() < deadline:
            await asyncio.sleep(0.002)


class _ServerThread:
    def __init__(self, app: Starlette, listening: socket.socket, core: Core) -> None:
        config = uvicorn.Config(
            app,
            ws="websockets-sansio",
            lifespan="off",
            access_log=False,
            log_level="warning",
            timeout_keep_alive=30,
        )
        self._listening = listening
        self._ready = threading.Event()
        self._server = _Server(config, core, self._ready)
        self._thread = threading.Thread(target=self._run, name="sandbox", daemon=True)
        self.loop = asyncio.new_event_loop()

    def start(self) -> None:
        self._thread.start()

    def wait_until_ready(self) -> None:
        if not self._ready.wait(timeout=30):
            raise RuntimeError("The sandbox did not start to listen within 30 seconds.")

    def end(self) -> None:
        self.loop.call_soon_threadsafe(self._server.end)
        self._thread.join(timeout=30)
        self._listening.close()

    def _run(self) -> None:
        asyncio.set_event_loop(self.loop)
        try:
            self.loop.run_until_complete(self._server.serve(sockets=[self._listening]))
            self._finish_tasks()
        finally:
            self.loop.close()

    def _finish_tasks(self) -> None:
        """Cancel what is still under way, and let it end in peace."""
        tasks = asyncio.all_tasks(self.loop)
        for task in tasks:
            task.cancel()
        self.loop.run_until_complete(asyncio.gather(*tasks, return_exceptions=True))
        self.loop.run_until_complete(self.loop.shutdown_asyncgens())
