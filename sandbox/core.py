"""Everything that one sandbox shares between its rooms."""

import asyncio
import secrets
from dataclasses import dataclass, field

from sandbox.app_manifest import AppManifest
from sandbox.clock import SandboxClock
from sandbox.faults import Fault, Faults
from sandbox.limits import Limits
from sandbox.records import App, stable_id
from sandbox.traffic import TrafficLog
from sandbox.views import Triggers, Views
from sandbox.workspace import Workspace


@dataclass
class Core:
    """The workspace with one app installed in it, and what the Web API, the delivery and the people all need."""

    workspace: Workspace
    manifest: AppManifest
    app: App
    ack_seconds: float = 3.0
    """How long the app has to acknowledge, in real time."""
    request_url: str | None = None
    """Where signed HTTP goes; without it everything goes over Socket Mode."""
    base_url: str = ""
    """http://127.0.0.1:PORT, once the server listens."""
    faults: Faults = field(default_factory=Faults)
    limits: Limits = field(default_factory=Limits)
    tickets: set[str] = field(default_factory=set)
    """Socket tickets given and not yet used."""
    uploads: dict[str, str] = field(default_factory=dict)
    """Upload addresses given and not yet used: the last part of the address, and the file's id."""

    def __post_init__(self) -> None:
        self.log = TrafficLog(self.workspace.clock.now)
        self.triggers = Triggers(self.workspace)
        self.views = Views(self.workspace)
        self.stopping = asyncio.Event()
        """Set, on the loop, when the server is about to end: whatever waits for ever should stop then."""
        self.faults.watchers.append(self._pace)

    @property
    def clock(self) -> SandboxClock:
        return self.workspace.clock

    async def changed(self, after: int, seconds: float) -> None:
        """Return when the workspace has changed since version `after`, after so many real seconds, or when all ends."""
        changed = asyncio.ensure_future(self.workspace.changed(after))
        ending = asyncio.ensure_future(self.stopping.wait())
        await asyncio.wait({changed, ending}, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
        changed.cancel()
        ending.cancel()

    def new_ticket(self) -> str:
        """A ticket for one web socket."""
        ticket = secrets.token_urlsafe(18)
        self.tickets.add(ticket)
        return ticket

    def _pace(self, fault: Fault) -> None:
        if fault.name == "pace":
            self.limits.on = fault.parameters["on"]


def install(workspace: Workspace, manifest: AppManifest) -> App:
    """Install the app that the manifest describes, unless the workspace has it already."""
    if workspace.app is None:
        workspace.install(make_app(manifest.bot_name))
    assert workspace.app is not None
    return workspace.app


def make_app(name: str) -> App:
    """The app's ids and secrets, the same for the same name in every sandbox."""
    tail = stable_id("", name)[1:]
    return App(
        id=stable_id("A", name),
        name=name,
        bot_id=stable_id("B", name),
        bot_user_id=stable_id("U", name),
        bot_token=f"xoxb-10000000001-20000000002-{tail}",
        app_token=f"xapp-1-{stable_id('A', name)}-30000000003-{tail.lower()}",
        signing_secret=stable_id("secret", name).lower(),
        verification_token=f"verification-{tail.lower()}",
    )
