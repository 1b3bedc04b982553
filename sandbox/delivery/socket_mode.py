"""Delivery by Socket Mode: the server's side of the web socket.

At most ten connections; each payload goes to exactly one of them, in turn. A connection lives about five hours, is warned
ten seconds before, and is then told to come again. Tickets open one connection each.
"""

from __future__ import annotations

import asyncio
import json
from collections import deque
from collections.abc import Callable
from typing import Any

from starlette.websockets import WebSocket, WebSocketDisconnect, WebSocketState

from sandbox.delivery.envelope import Ack, Envelope, NoAck

MOST_CONNECTIONS = 10
CONNECTION_SECONDS = 18_060
DEBUG_CONNECTION_SECONDS = 360
WARNING_SECONDS = 10
_HOST = "applink-sandbox-1"
_POLICY_VIOLATION = 1008


class SocketMode:
    """The app's open sockets, and the envelopes that wait for their ack."""

    kind = "socket"

    def __init__(
        self,
        app_id: str,
        tickets: set[str],
        *,
        refuses: Callable[[], bool] = lambda: False,
        told: Callable[[], object] = lambda: None,
    ) -> None:
        """`tickets` are those given and not yet used; `refuses` says whether the next connection is turned away;
        `told` hears of every socket that comes or goes."""
        self._app_id = app_id
        self._tickets = tickets
        self._refuses = refuses
        self._told = told
        self._sockets: deque[WebSocket] = deque()
        self._waiting: dict[str, asyncio.Future[Ack]] = {}
        self._changed = asyncio.Event()
        self._loop: asyncio.AbstractEventLoop | None = None

    @property
    def connections(self) -> int:
        """How many sockets the app holds open."""
        return len(self._sockets)

    async def deliver(self, envelope: Envelope, limit: float) -> Ack:
        """Hand the envelope to the next socket in turn. Raises NoAck: `connection_failed` when there is none."""
        acked: asyncio.Future[Ack] = asyncio.get_running_loop().create_future()
        self._waiting[envelope.envelope_id] = acked
        try:
            await self._send_to_one(json.dumps(_wire(envelope)))
            return await asyncio.wait_for(acked, limit)
        except TimeoutError as error:
            raise NoAck("timeout") from error
        finally:
            del self._waiting[envelope.envelope_id]

    async def serve(self, socket: WebSocket) -> None:
        """One connection, from its ticket to its end."""
        self._loop = asyncio.get_running_loop()
        ticket = socket.query_params.get("ticket", "")
        if ticket not in self._tickets or self._refuses():
            await socket.close(_POLICY_VIOLATION)
            return
        self._tickets.discard(ticket)
        await socket.accept()
        if len(self._sockets) >= MOST_CONNECTIONS:
            await self._part(socket, "too_many_websockets")
            return
        await self._live(socket, debug=socket.query_params.get("debug_reconnects") == "true")

    async def wait_for_connections(self, count: int) -> None:
        """Return once the app holds `count` sockets or more."""
        while self.connections < count:
            self._changed.clear()
            await self._changed.wait()

    async def warn(self) -> None:
        """Tell every connection that it will soon be closed; the app should open another."""
        await self._tell_all("warning")

    async def refresh(self) -> None:
        """Ask the app to come again on every connection, and close them."""
        for socket in list(self._sockets):
            await self._part(socket, "refresh_requested")

    async def link_disabled(self) -> None:
        """What Slack says when Socket Mode is switched off in the app's settings."""
        for socket in list(self._sockets):
            await self._part(socket, "link_disabled")

    async def cut(self) -> None:
        """Close every socket without a word, as a broken network does."""
        for socket in list(self._sockets):
            self._forget(socket)
            await _close(socket)

    def cut_soon(self) -> None:
        """The same, from any thread and without waiting."""
        if self._loop:
            asyncio.run_coroutine_threadsafe(self.cut(), self._loop)

    async def _live(self, socket: WebSocket, *, debug: bool) -> None:
        seconds = DEBUG_CONNECTION_SECONDS if debug else CONNECTION_SECONDS
        hello = json.dumps(self._hello(seconds))
        self._sockets.append(socket)  # before the hello, so that whoever has heard it can be reached
        ageing = asyncio.create_task(self._age(socket, seconds))
        try:
            await socket.send_text(hello)
            self._come_or_gone()
            await self._listen(socket)
        except WebSocketDisconnect:
            return  # gone before the hello could reach it
        finally:
            self._forget(socket)
            ageing.cancel()

    async def _listen(self, socket: WebSocket) -> None:
        while socket.application_state is not WebSocketState.DISCONNECTED:
            try:
                said = await socket.receive_text()
            except WebSocketDisconnect:
                return
            self._heard(said)

    def _heard(self, said: str) -> None:
        """An ack; whatever is no ack for something that waits is passed over, as Slack does."""
        try:
            ack: Any = json.loads(said)
        except ValueError:
            return
        waiting = self._waiting.get(str(ack.get("envelope_id"))) if isinstance(ack, dict) else None
        if waiting and not waiting.done():
            body = ack.get("payload")
            waiting.set_result(Ack(body if isinstance(body, dict) else {}))

    async def _age(self, socket: WebSocket, seconds: float) -> None:
        await asyncio.sleep(seconds - WARNING_SECONDS)
        await self._tell(socket, "warning")
        await asyncio.sleep(WARNING_SECONDS)
        await self._part(socket, "refresh_requested")

    async def _send_to_one(self, text: str) -> None:
        while self._sockets:
            socket = self._sockets[0]
            self._sockets.rotate(-1)
            try:
                await socket.send_text(text)
            except (WebSocketDisconnect, RuntimeError, OSError):
                self._forget(socket)
            else:
                return
        raise NoAck("connection_failed")

    async def _tell_all(self, reason: str) -> None:
        for socket in list(self._sockets):
            await self._tell(socket, reason)

    async def _tell(self, socket: WebSocket, reason: str) -> None:
        notice = {"type": "disconnect", "reason": reason, "debug_info": {"host": _HOST}}
        try:
            await socket.send_text(json.dumps(notice))
        except (WebSocketDisconnect, RuntimeError, OSError):
            self._forget(socket)

    async def _part(self, socket: WebSocket, reason: str) -> None:
        await self._tell(socket, reason)
        self._forget(socket)
        await _close(socket)

    def _forget(self, socket: WebSocket) -> None:
        if socket in self._sockets:
            self._sockets.remove(socket)
            self._come_or_gone()

    def _come_or_gone(self) -> None:
        self._changed.set()
        self._told()

    def _hello(self, seconds: int) -> dict[str, Any]:
        debug = {"host": _HOST, "build_number": 1, "approximate_connection_time": seconds}
        return {
            "type": "hello",
            "num_connections": self.connections + 1,
            "debug_info": debug,
            "connection_info": {"app_id": self._app_id},
        }


async def _close(socket: WebSocket) -> None:
    try:
        await socket.close()
    except (RuntimeError, OSError):
        return  # the other side was quicker


def _wire(envelope: Envelope) -> dict[str, Any]:
    wire: dict[str, Any] = {
        "envelope_id": envelope.envelope_id,
        "payload": envelope.payload,
        "type": envelope.kind,
        "accepts_response_payload": envelope.accepts_response_payload,
    }
    if envelope.kind == "events_api":
        wire |= {"retry_attempt": envelope.retry_attempt, "retry_reason": envelope.retry_reason}
    return wire
