"""Which events the app gets: those its manifest subscribes to, that its scopes allow, in places where its bot is."""

from __future__ import annotations

from sandbox.core import Core
from sandbox.manifest_rules import SCOPES_OF_EVENT
from sandbox.records import Json, WorkspaceEvent

_MESSAGE_SUBSCRIPTIONS = {
    "channel": "message.channels",
    "group": "message.groups",
    "im": "message.im",
    "mpim": "message.mpim",
}


def app_may_see(happened: WorkspaceEvent, core: Core) -> bool:
    """Whether Slack would tell the app of this event."""
    name = subscription(happened.event)
    needed = SCOPES_OF_EVENT.get(name, ())
    allowed = not needed or any(scope in core.manifest.scopes for scope in needed)
    return name in core.manifest.bot_events and allowed and _bot_is_there(happened, core)


def subscription(event: Json) -> str:
    """The name under which a manifest subscribes to the event."""
    if event["type"] == "message":
        return _MESSAGE_SUBSCRIPTIONS[event["channel_type"]]
    return str(event["type"])


def _bot_is_there(happened: WorkspaceEvent, core: Core) -> bool:
    if happened.channel_id is None:
        return True
    return core.app.bot_user_id in core.workspace.channels[happened.channel_id].members
