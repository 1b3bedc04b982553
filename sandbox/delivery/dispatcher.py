"""Hands things to the app: one question at a time with three seconds to answer, and events that are tried again."""

from __future__ import annotations

import asyncio
import time
from dataclasses import replace
from datetime import timedelta

from starlette.routing import BaseRoute, WebSocketRoute

from sandbox.core import Core
from sandbox.delivery.envelope import Ack, Envelope, Kind, NoAck, Payload, Transport
from sandbox.delivery.http_events import HttpTransport
from sandbox.delivery.payloads import Payloads
from sandbox.delivery.socket_mode import SocketMode
from sandbox.delivery.until import until
from sandbox.delivery.visibility import app_may_see
from sandbox.faults import Fault
from sandbox.records import WorkspaceEvent
from sandbox.shapes import seconds_of

RETRY_PAUSES = (0, 60, 300)
"""Seconds on the sandbox's clock before the first, second and third new try of an event."""


class Dispatcher:
    """The app's side door: everything that Slack says to it goes through here, and into the traffic log."""

    def __init__(self, core: Core) -> None:
        self._core = core
        self.sockets = SocketMode(
            core.app.id, core.tickets, refuses=self._refuses_socket, told=core.workspace.changes.bump
        )
        self.transport: Transport = self.sockets
        if core.request_url:
            self.transport = HttpTransport(core.request_url, core.app.signing_secret)
        team, app = core.workspace.team, core.app
        self.payloads = Payloads(team.id, team.domain, app.id, app.bot_user_id, app.verification_token)
        self._under_way: set[asyncio.Task[None]] = set()
        core.workspace.events.append(self._happened)
        core.faults.watchers.append(self._fault)

    def routes(self) -> list[BaseRoute]:
        """Where the app's web sockets come in."""
        return [WebSocketRoute("/socket", self.sockets.serve)]

    async def ask(self, kind: Kind, payload: Payload, *, answers: bool = False) -> Ack:
        """Hand something over that a person waits for. Raises NoAck after three seconds; it is not tried again."""
        if kind == "interactive" and not self._core.manifest.interactivity:
            problem = "interactivity is off in the manifest"
            self._core.log.add(self.transport.kind, str(payload["type"]), payload, problems=[problem])
            raise NoAck("not_configured", retry=False)
        return await self._hand_over(Envelope(kind, payload, accepts_response_payload=answers))

    async def verify_request_url(self) -> bool:
        """Whether the app answers the challenge that Slack sends to a new request URL."""
        if not isinstance(self.transport, HttpTransport):
            return False
        return await self.transport.verify(self._core.app.verification_token)

    async def _hand_over(self, envelope: Envelope) -> Ack:
        exchange = self._core.log.add(self.transport.kind, envelope.name, envelope.payload)
        began = time.perf_counter()
        try:
            ack = await self.transport.deliver(envelope, self._core.ack_seconds)
            exchange.answer = ack.body
            self._perhaps_lose(envelope)
        except NoAck as silence:
            exchange.problems.append(f"no ack: {silence.reason}")
            raise
        finally:
            exchange.milliseconds = (time.perf_counter() - began) * 1000
            self._core.workspace.changes.bump()  # whoever waits for the app to have heard of something looks again
        return replace(ack, exchange=exchange)

    def _perhaps_lose(self, envelope: Envelope) -> None:
        """The fault that throws an ack away after the app gave it, for whatever a person is waiting for."""
        if envelope.kind != "events_api" and self._core.faults.take("lose_ack"):
            raise NoAck("timeout")

    def _happened(self, happened: WorkspaceEvent) -> None:
        if not app_may_see(happened, self._core):
            return
        payload = self._event_payload(happened)
        self._soon(payload)
        if self._core.faults.take("duplicate_event"):
            self._soon(payload)

    def _event_payload(self, happened: WorkspaceEvent) -> Payload:
        workspace = self._core.workspace
        channel = workspace.channels.get(happened.channel_id or "")
        shared = channel is not None and channel.shared
        now = seconds_of(self._core.clock.now())
        return self.payloads.event(happened.event, workspace.new_id("Ev"), now, shared=shared)

    def _soon(self, payload: Payload) -> None:
        task = asyncio.get_running_loop().create_task(self._tell(payload))
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)

    async def _tell(self, payload: Payload) -> None:
        """Deliver an event, with three more tries where no ack comes."""
        envelope = Envelope("events_api", payload)
        for attempt, pause in enumerate([*RETRY_PAUSES, None], start=1):
            sent = self._core.clock.now()
            try:
                await self._hand_over(envelope)
            except NoAck as silence:
                if pause is None or not silence.retry:
                    return
                reason = silence.reason if self._core.request_url else "timeout"
                await until(self._core.clock, sent + timedelta(seconds=pause))
                envelope = Envelope("events_api", payload, retry_attempt=attempt, retry_reason=reason)
            else:
                return

    def _refuses_socket(self) -> bool:
        return self._core.faults.take("refuse_socket") is not None

    def _fault(self, fault: Fault) -> None:
        if fault.name == "cut_socket":
            self.sockets.cut_soon()
