"""The app's manifest, as far as the sandbox acts on it: scopes, commands, shortcuts, events, home and settings."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sandbox.records import Json


@dataclass(frozen=True)
class Command:
    name: str
    """With its slash."""
    description: str
    usage_hint: str
    should_escape: bool
    url: str | None


@dataclass(frozen=True)
class Shortcut:
    name: str
    kind: str
    """"global" or "message"."""
    callback_id: str


@dataclass(frozen=True)
class AppManifest:
    """What the workspace grants the app and sends it."""

    name: str
    bot_name: str
    scopes: tuple[str, ...]
    commands: Mapping[str, Command]
    shortcuts: Mapping[str, Shortcut]
    bot_events: frozenset[str]
    home_tab: bool
    messages_tab: bool
    messages_tab_read_only: bool
    socket_mode: bool
    interactivity: bool
    events_url: str | None
    interactivity_url: str | None
    options_url: str | None
    raw: Json

    @property
    def raw_shortcuts(self) -> list[Json]:
        """The shortcuts as the manifest writes them, with their descriptions."""
        return list(self.raw.get("features", {}).get("shortcuts", ()))

    @classmethod
    def read(cls, raw: Mapping[str, Any]) -> "AppManifest":
        """Read a manifest as Slack exports it. Whether Slack would take it is for `manifest_rules` to say."""
        features, settings = raw.get("features", {}), raw.get("settings", {})
        home, events = features.get("app_home", {}), settings.get("event_subscriptions", {})
        interactivity = settings.get("interactivity", {})
        name = raw.get("display_information", {}).get("name", "App")
        return cls(
            name=name,
            bot_name=features.get("bot_user", {}).get("display_name", name),
            scopes=tuple(raw.get("oauth_config", {}).get("scopes", {}).get("bot", ())),
            commands={entry["command"]: _command(entry) for entry in features.get("slash_commands", ())},
            shortcuts={entry["callback_id"]: _shortcut(entry) for entry in features.get("shortcuts", ())},
            bot_events=frozenset(events.get("bot_events", ())),
            home_tab=home.get("home_tab_enabled", False),
            messages_tab=home.get("messages_tab_enabled", True),
            messages_tab_read_only=home.get("messages_tab_read_only_enabled", False),
            socket_mode=settings.get("socket_mode_enabled", False),
            interactivity=interactivity.get("is_enabled", False),
            events_url=events.get("request_url"),
            interactivity_url=interactivity.get("request_url"),
            options_url=interactivity.get("message_menu_options_url"),
            raw=dict(raw),
        )


def _command(entry: Mapping[str, Any]) -> Command:
    return Command(
        name=entry["command"],
        description=entry.get("description", ""),
        usage_hint=entry.get("usage_hint", ""),
        should_escape=entry.get("should_escape", False),
        url=entry.get("url"),
    )


def _shortcut(entry: Mapping[str, Any]) -> Shortcut:
    return Shortcut(name=entry.get("name", ""), kind=entry["type"], callback_id=entry["callback_id"])
