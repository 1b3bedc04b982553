"""The composition root: the only place where everything is put together. Tests, the demo and `run` all build the bot here."""

import logging
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from secrets import token_hex
from socket import IPPROTO_TCP, SHUT_RDWR, TCP_NODELAY
from ssl import SSLContext, create_default_context
from threading import Event
from typing import Any

from apscheduler.schedulers.background import BackgroundScheduler
from slack_bolt import App
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_bolt.adapter.wsgi import SlackRequestHandler
from slack_bolt.authorization import AuthorizeResult
from slack_sdk import WebClient
from slack_sdk.socket_mode.client import BaseSocketModeClient
from waitress.server import BaseWSGIServer, MultiSocketServer, create_server

from bot import scheduler as schedule
from bot.clock import Clock
from bot.config import Settings
from bot.delivery import applause, presence
from bot.delivery.catching_up import CatchingUp
from bot.delivery.loop import DeliveryLoop
from bot.delivery.pace import Pace
from bot.delivery.sender import Sender
from bot.delivery.timing import Timing
from bot.desk.work import Desk, nothing
from bot.rules.loading import load_ahead
from handlers.door import Door
from handlers.routes import register
from storage.engine import Database

log = logging.getLogger("close_ties")

LISTENERS = 16  # threads that answer Slack: each holds for the milliseconds of one transaction
AFTERWARDS = 40  # threads that open forms while Slack takes its time
LISTENS_EVERY = 3  # seconds between two looks whether the connection stands; without it people see Slack's error
FORM_TIMEOUT = 3  # seconds: the trigger is dead by then


@dataclass(slots=True)
class Identity:
    """Who the bot is in its workspace, asked once at the start, so that no request has to ask again."""

    team_id: str = ""
    user_id: str = ""
    bot_id: str = ""


@dataclass(slots=True)
class Bot:
    """The whole bot, built but not started."""

    settings: Settings
    desk: Desk
    client: WebClient
    slack: App
    deliveries: DeliveryLoop
    catching_up: CatchingUp
    scheduler: BackgroundScheduler
    identity: Identity
    executors: list[ThreadPoolExecutor]
    _loading: Future[None] | None = None
    _socket: SocketModeHandler | None = None
    _http: MultiSocketServer | BaseWSGIServer | None = None
    _stopped: Event = field(default_factory=Event)

    def start(self) -> None:
        """Learn who we are, read the organisation, and begin to deliver and to look for what is due.

        Raises what slack_sdk raises when Slack refuses the token or does not answer.
        """
        who = self.client.auth_test()
        self.identity.team_id, self.identity.user_id = str(who["team_id"]), str(who["user_id"])
        self.identity.bot_id = str(who["bot_id"])
        organisation = self.desk.refresh()
        self._loading = self.executors[0].submit(load_ahead, organisation, self.desk.clock.now())
        self.deliveries.start()
        self.catching_up.hears = self._hears
        self.catching_up.user_id = lambda: self.identity.user_id
        self.catching_up.start()
        self.scheduler.start()

    def loaded_ahead(self) -> None:
        """Return once all is loaded that the first enquiry would otherwise wait for."""
        if self._loading is not None:
            self._loading.result()

    def connect(self) -> None:
        """Open the Socket Mode connection and return; Slack's requests come in from now on."""
        app_token = self.settings.slack_app_token
        web = WebClient(token=app_token, base_url=self.client.base_url, timeout=self.client.timeout, ssl=trusted())
        self._socket = SocketModeHandler(self.slack, app_token, web_client=web, ping_interval=LISTENS_EVERY)
        self._socket.client.message_listeners.append(_answer_without_delay)
        self._socket.client.message_listeners.append(self._at_hello)
        self._socket.connect()  # type: ignore[no-untyped-call]  # Bolt gives it no types

    def _at_hello(self, _client: BaseSocketModeClient, message: dict[str, Any], _: str | None) -> None:
        """The connection is there, or there again: what came meanwhile did not come to us."""
        if message.get("type") == "hello":
            self.catching_up.wanted()

    def _hears(self) -> bool:
        """Whether what is written reaches us now."""
        connected = self._socket is not None and bool(self._socket.client.is_connected())
        return connected or self._http is not None

    def listen_socket(self) -> None:
        """Connect, and stay until `stop`."""
        self.connect()
        self._stopped.wait()

    def listen_http(self, port: int, host: str = "127.0.0.1") -> None:
        """Answer signed HTTP requests on this port, and stay until `stop`. A proxy in front of it speaks TLS."""
        self._http = create_server(
            SlackRequestHandler(self.slack, path="/slack/events"), host=host, port=port, threads=LISTENERS
        )
        self.catching_up.wanted()
        self._http.run()

    def stop(self) -> None:
        """Take nothing more in, finish what is being sent, and let go of everything. What waits is a row, and waits."""
        self._stopped.set()
        if self._socket is not None:
            _hang_up(self._socket)
        if self._http is not None:
            self._http.close()
        if self.scheduler.running:
            self.scheduler.shutdown(wait=True)
        for executor in self.executors:
            executor.shutdown(wait=True)
        self.catching_up.stop()
        self.deliveries.stop()


def _answer_without_delay(client: BaseSocketModeClient, message: dict[str, Any], _: str | None) -> None:
    """At each hello: send every answer at once. Left alone, the system holds a small one back until Slack has confirmed the one before.

    Measured with `make bench`: up to 40 ms for the second of two answers in a row.
    """
    session = getattr(client, "current_session", None)
    if message.get("type") == "hello" and session is not None and session.sock is not None:
        session.sock.setsockopt(IPPROTO_TCP, TCP_NODELAY, 1)


def _hang_up(handler: SocketModeHandler) -> None:
    """Close the connection, and wake the threads that listen to it: left alone they would listen on for four seconds."""
    client = handler.client
    client.closed, client.auto_reconnect_enabled = True, False
    client.message_queue.put(None)
    reading = getattr(getattr(client, "current_session", None), "sock", None)
    if reading is not None:
        with suppress(OSError):  # Slack closed it first
            reading.shutdown(SHUT_RDWR)
    with suppress(AttributeError):  # slack_sdk: its own thread let go of the socket while this one waited for the lock
        client.disconnect()
    handler.close()  # type: ignore[no-untyped-call]  # Bolt gives it no types


def build(
    settings: Settings,
    *,
    database: Database,
    clock: Clock,
    client: WebClient | None = None,
    pace: Pace | None = None,
    timing: Timing = Timing(),  # noqa: B008 - a frozen value
    reached: Callable[[str], None] = nothing,
) -> Bot:
    """Put the bot together. Nothing is started, and nobody is asked anything.

    `client`, `pace`, `timing` and `reached` are for tests: another client, another pace, shorter waits, and the crash points.
    """
    client = client or WebClient(
        token=settings.slack_bot_token,
        base_url=settings.slack_api_url,
        timeout=timing.request,  # type: ignore[arg-type]  # urllib takes parts of a second
        ssl=trusted(),
        retry_handlers=[],
    )
    forms = WebClient(
        token=client.token, base_url=client.base_url, timeout=FORM_TIMEOUT, ssl=trusted(), retry_handlers=[]
    )
    desk = Desk(database, clock, reached=reached)
    sender = Sender(desk, client, holder=token_hex(8), pace=pace or Pace(), timing=timing, reached=reached)
    deliveries = DeliveryLoop(desk, sender, workers=settings.delivery_workers)
    desk.wake = deliveries.wake
    afterwards = ThreadPoolExecutor(AFTERWARDS, thread_name_prefix="afterwards")
    listeners = ThreadPoolExecutor(LISTENERS, thread_name_prefix="listener")
    identity = Identity()
    slack = _bolt(settings, client, identity, listeners)
    register(slack, Door(desk, forms, afterwards))
    catching_up = CatchingUp(desk, client, sender.pace, timing)
    return Bot(
        settings,
        desk,
        client,
        slack,
        deliveries,
        catching_up,
        schedule.build(desk, _lookout(client), _applause(client)),
        identity,
        [listeners, afterwards],
    )


@cache
def trusted() -> SSLContext:
    """Whose word we take that it is Slack: the system's certificates, read once for every request of the process.

    Without it Python 3.11 reads them anew for each request, which costs about 60 ms (docs/performance.md).
    """
    return create_default_context()


def _lookout(client: WebClient) -> schedule.Job:
    return schedule.Job("presence", presence.SECONDS_BETWEEN, presence.Lookout(client).tick)


def _applause(client: WebClient) -> schedule.Job:
    return schedule.Job("applause", applause.SECONDS_BETWEEN, applause.Applause(client).tick)


def _bolt(settings: Settings, client: WebClient, identity: Identity, listeners: ThreadPoolExecutor) -> App:
    """Bolt, set up so that no request waits: it answers after the listener, and never asks Slack who we are."""

    def authorize() -> AuthorizeResult:
        return AuthorizeResult(
            enterprise_id=None,
            team_id=identity.team_id,
            bot_token=settings.slack_bot_token,
            bot_id=identity.bot_id,
            bot_user_id=identity.user_id,
        )

    return App(
        name="close-ties",  # Bolt would look for one in every frame of the stack
        # The token comes with `authorize`; Bolt warns about a second one.
        client=WebClient(base_url=client.base_url, ssl=trusted()),
        authorize=authorize,
        signing_secret=settings.slack_signing_secret or "not used in Socket Mode",
        process_before_response=True,
        listener_executor=listeners,
        raise_error_for_unhandled_request=False,
    )
