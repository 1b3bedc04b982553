"""Everything that one sandbox shares between its rooms."""

import asyncio
import secrets
from dataclasses import dataclass, field

from sandbox.app_manifest import AppManifest
from sandbox.clock import SandboxClock
from sandbox.faults import Fault, Faults
from sandbox.limits import Limits
from sandbox.records import App
from sandbox.traffic import TrafficLog
from sandbox.views import Triggers, Views
from sandbox.workspace import Workspace, make_app


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
