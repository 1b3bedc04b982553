"""The shape of everything that Slack sends to an app. Keys and their order follow payloads seen from Slack."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Protocol

from sandbox.delivery.envelope import Payload


class Named(Protocol):
    """A person or a place, as payloads name them."""

    @property
    def id(self) -> str: ...
    @property
    def name(self) -> str: ...


@dataclass(frozen=True)
class Place:
    """A conversation as payloads name it: DMs and private channels are not called by their own name."""

    id: str
    name: str


@dataclass(frozen=True)
class Origin:
    """Which message an action or a shortcut comes from. An ephemeral one is not quoted in the payload."""

    place: Place
    message: Payload
    response_url: str
    is_ephemeral: bool = False
    values: Payload | None = None


@dataclass(frozen=True)
class Payloads:
    """Makes payloads for one app in one workspace."""

    team_id: str
    domain: str
    app_id: str
    bot_user_id: str
    token: str

    def command(self, command: str, text: str, who: Named, place: Place, trigger_id: str, response_url: str) -> Payload:
        """A slash command: plain fields, every one a string."""
        return {
            "token": self.token,
            "team_id": self.team_id,
            "team_domain": self.domain,
            "channel_id": place.id,
            "channel_name": place.name,
            "user_id": who.id,
            "user_name": who.name,
            "command": command,
            "text": text,
            "api_app_id": self.app_id,
            "is_enterprise_install": "false",
            "response_url": response_url,
            "trigger_id": trigger_id,
        }

    def global_shortcut(self, callback_id: str, who: Named, trigger_id: str, action_ts: str) -> Payload:
        """A shortcut from the search bar or the composer: no channel, no response_url."""
        return {
            "type": "shortcut",
            "token": self.token,
            "action_ts": action_ts,
            "team": self._team(),
            "user": {"id": who.id, "username": who.name, "team_id": self.team_id},
            "is_enterprise_install": False,
            "enterprise": None,
            "callback_id": callback_id,
            "trigger_id": trigger_id,
        }

    def message_shortcut(
        self, callback_id: str, who: Named, origin: Origin, trigger_id: str, action_ts: str
    ) -> Payload:
        """A shortcut from a message's menu, with the message."""
        return {
            "type": "message_action",
            "token": self.token,
            "action_ts": action_ts,
            "team": self._team(),
            "user": {"id": who.id, "username": who.name, "team_id": self.team_id, "name": who.name},
            "channel": {"id": origin.place.id, "name": origin.place.name},
            "is_enterprise_install": False,
            "enterprise": None,
            "callback_id": callback_id,
            "trigger_id": trigger_id,
            "response_url": origin.response_url,
            "message_ts": origin.message["ts"],
            "message": origin.message,
        }

    def message_action(self, action: Payload, who: Named, origin: Origin, trigger_id: str) -> Payload:
        """Something pressed or chosen in a message."""
        thread = {"thread_ts": origin.message["thread_ts"]} if "thread_ts" in origin.message else {}
        container = {
            "type": "message",
            "message_ts": origin.message["ts"],
            "channel_id": origin.place.id,
            "is_ephemeral": origin.is_ephemeral,
            **thread,
        }
        return {
            **self._interaction("block_actions", who),
            "container": container,
            "trigger_id": trigger_id,
            "team": self._team(),
            "enterprise": None,
            "is_enterprise_install": False,
            "channel": {"id": origin.place.id, "name": origin.place.name},
            **({} if origin.is_ephemeral else {"message": origin.message}),
            "state": {"values": origin.values or {}},
            "response_url": origin.response_url,
            "actions": [action],
        }

    def view_action(self, action: Payload, who: Named, view: Payload, trigger_id: str) -> Payload:
        """Something pressed or chosen in a modal or the home tab."""
        return {
            **self._interaction("block_actions", who),
            "container": {"type": "view", "view_id": view["id"]},
            "trigger_id": trigger_id,
            "team": self._team(),
            "enterprise": None,
            "is_enterprise_install": False,
            "view": view,
            "actions": [action],
        }

    def suggestion(self, block_id: str, action_id: str, typed: str, who: Named, where: Payload) -> Payload:
        """What a person typed into a menu that asks the app. `where`: container, and view or channel and message."""
        return {
            **self._interaction("block_suggestion", who),
            "team": self._team(),
            "enterprise": None,
            "is_enterprise_install": False,
            "action_id": action_id,
            "block_id": block_id,
            "value": typed,
            **where,
        }

    def submission(self, who: Named, view: Payload, trigger_id: str, response_urls: list[Payload]) -> Payload:
        """A form that was sent."""
        return {
            **self._view_event("view_submission", who),
            "trigger_id": trigger_id,
            "view": view,
            "response_urls": response_urls,
            "is_enterprise_install": False,
            "enterprise": None,
        }

    def closed(self, who: Named, view: Payload, *, is_cleared: bool) -> Payload:
        """A form that was put away. What was typed into it is not told."""
        return {
            **self._view_event("view_closed", who),
            "view": view | {"state": {"values": {}}},
            "is_cleared": is_cleared,
            "is_enterprise_install": False,
            "enterprise": None,
        }

    def event(self, event: Payload, event_id: str, event_time: int, *, shared: bool) -> Payload:
        """The wrapper around every event of the Events API."""
        authorization = {
            "enterprise_id": None,
            "team_id": self.team_id,
            "user_id": self.bot_user_id,
            "is_bot": True,
            "is_enterprise_install": False,
        }
        channel = event.get("channel") or event.get("item", {}).get("channel", "")
        return {
            "token": self.token,
            "team_id": self.team_id,
            "context_team_id": self.team_id,
            "context_enterprise_id": None,
            "api_app_id": self.app_id,
            "event": event,
            "type": "event_callback",
            "event_id": event_id,
            "event_time": event_time,
            "authorizations": [authorization],
            "is_ext_shared_channel": shared,
            "event_context": f"4-{event['type']}-{self.team_id}-{channel}",
        }

    def _team(self) -> dict[str, Any]:
        return {"id": self.team_id, "domain": self.domain}

    def _user(self, who: Named) -> dict[str, Any]:
        return {"id": who.id, "username": who.name, "name": who.name, "team_id": self.team_id}

    def _interaction(self, kind: str, who: Named) -> Payload:
        return {"type": kind, "user": self._user(who), "api_app_id": self.app_id, "token": self.token}

    def _view_event(self, kind: str, who: Named) -> Payload:
        return {
            "type": kind,
            "team": self._team(),
            "user": self._user(who),
            "api_app_id": self.app_id,
            "token": self.token,
        }
