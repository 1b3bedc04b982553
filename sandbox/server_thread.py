"""The thread in which a sandbox's server runs, on a loop of its own."""

import asyncio
import concurrent.futures
import contextlib
import socket
import threading
from collections.abc import Coroutine
from typing import Any, TypeVar

import uvicorn
from starlette.applications import Starlette

from sandbox.core import Core

Answer = TypeVar("Answer")
GRACE_SECONDS = 3.0
"""How long answers under way may take when the server ends."""


def listen_on(port: int) -> socket.socket:
    """A listening socket on the loopback. Raises `OSError` when the port is taken."""
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


class ServerThread:
    """One server and its loop, from the start to the end."""

    def __init__(self, app: Starlette, listening: socket.socket, core: Core) -> None:
        config = uvicorn.Config(
            app,
            ws="websockets-sansio",
            lifespan="off",
            access_log=False,
            log_config=None,
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
        """Return when the server listens. Raises `RuntimeError` when it could not."""
        if not self._ready.wait(timeout=30) or not self._server.started:
            raise RuntimeError("The sandbox's server did not start to listen.")

    def end(self) -> None:
        self.loop.call_soon_threadsafe(self._server.end)
        self._thread.join(timeout=30)
        self._listening.close()

    def run(self, coroutine: Coroutine[Any, Any, Answer], timeout: float | None) -> Answer:
        """Run a coroutine on the loop and wait for its answer."""
        if threading.current_thread() is self._thread:
            coroutine.close()
            raise RuntimeError("On the sandbox's own loop, await the coroutine instead.")
        future = asyncio.run_coroutine_threadsafe(coroutine, self.loop)
        try:
            return future.result(timeout)
        except concurrent.futures.TimeoutError:
            future.cancel()
            raise

    def _run(self) -> None:
        asyncio.set_event_loop(self.loop)
        try:
            self.loop.run_until_complete(self._server.serve(sockets=[self._listening]))
            self._finish_tasks()
        finally:
            self._ready.set()
            self.loop.close()

    def _finish_tasks(self) -> None:
        """Cancel what is still under way, and let it end in peace."""
        tasks = asyncio.all_tasks(self.loop)
        for task in tasks:
            task.cancel()
        self.loop.run_until_complete(asyncio.gather(*tasks, return_exceptions=True))
        self.loop.run_until_complete(self.loop.shutdown_asyncgens())
