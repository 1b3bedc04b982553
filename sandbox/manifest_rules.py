"""Judges an app manifest as Slack does when an app is made from it: the shape, and the rules that span its parts."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from sandbox.blockkit.problem import Problem
from sandbox.blockkit.schema import (
    Check,
    Fields,
    anything,
    boolean,
    integer,
    list_of,
    object_of,
    string,
    word,
)

_SCOPES_OF_EVENTS = {
    "admin.apps:read": "app_deleted app_uninstalled_team",
    "admin.invites:read": "invite_requested",
    "app_mentions:read": "app_mention",
    "assistant:write": "app_context_changed",
    "channels:history": "message.channels",
    "channels:history groups:history im:history mpim:history": "message channel_posting_permissions",
    "channels:history groups:history mpim:history": "channel_history_changed",
    "channels:read": "channel_archive channel_created channel_deleted channel_left channel_rename channel_unarchive",
    "channels:read groups:read": "channel_shared channel_unshared member_left_channel",
    "channels:read groups:read mpim:read": "member_joined_channel",
    "chat:write": "agent_session_stopped agent_session_title_changed",
    "dnd:read": "dnd_updated dnd_updated_user",
    "emoji:read": "emoji_changed",
    "files:read": (
        "file_change file_comment_added file_comment_deleted file_comment_edited file_created file_deleted file_public "
        "file_shared file_unshared"
    ),
    "groups:history": "group_history_changed message.groups",
    "groups:read": "group_archive group_close group_deleted group_left group_open group_rename group_unarchive",
    "im:history": "im_history_changed message.im",
    "im:read": "im_close im_created im_open",
    "links:read": "link_shared",
    "metadata.message:read": "message_metadata_deleted message_metadata_posted message_metadata_updated",
    "mpim:history": "message.mpim",
    "pins:read": "pin_added pin_removed",
    "reactions:read": "reaction_added reaction_removed",
    "stars:read": "star_added star_removed",
    "team:read": "email_domain_changed team_domain_change team_rename",
    "usergroups:read": "subteam_created subteam_members_changed subteam_self_added subteam_self_removed subteam_updated",
    "users:read": "team_join user_change user_profile_changed user_status_changed",
    "users:write": "user_connection",
    "": (
        "app_home_opened app_installed app_uninstalled assistant_thread_context_changed assistant_thread_started "
        "call_rejected channel_id_changed entity_comments_requested entity_details_requested function_executed "
        "grid_migration_finished grid_migration_started message.app_home shared_channel_invite_accepted "
        "shared_channel_invite_approved shared_channel_invite_declined shared_channel_invite_received "
        "shared_channel_invite_requested team_access_granted team_access_revoked tokens_revoked user_huddle_changed"
    ),
}
"""Scopes -> the events that any one of them lets an app hear. What Slack sends unasked cannot be subscribed to."""

SCOPES_OF_EVENT: dict[str, tuple[str, ...]] = {
    event: tuple(scopes.split()) for scopes, events in _SCOPES_OF_EVENTS.items() for event in events.split()
}
"""Event -> the scopes of which an app needs one to receive it; none needed when empty."""

_url = string(at_most=3500, pattern=r"^https?:\/\/")
_scopes = list_of(string(at_most=50), at_most=255)
_events = list_of(string(at_most=50), at_most=100, unique=True)

_command = object_of(
    {"command": string(at_least=2, at_most=32, pattern=r"^\/"), "description": string(at_least=1, at_most=2000)},
    {
        "url": string(at_most=3000, pattern=r"^https?:\/\/"),
        "usage_hint": string(at_least=1, at_most=1000),
        "should_escape": boolean,
    },
)
_shortcut = object_of(
    {
        "name": string(at_least=1, at_most=24),
        "type": word("message", "global"),
        "callback_id": string(at_least=1, at_most=255),
        "description": string(at_least=1, at_most=150),
    },
    {},
)

_display: Check = object_of(
    {"name": string(at_least=1, at_most=35)},
    {
        "description": string(at_least=1, at_most=140),
        "background_color": string(at_least=4, at_most=7, pattern="^#[0-9a-fA-F]{3}([0-9a-fA-F]{3})?$"),
        "long_description": string(at_least=175, at_most=4000),
    },
)
_features: Check = object_of(
    {},
    {
        "app_home": object_of(
            {},
            dict.fromkeys(("home_tab_enabled", "messages_tab_enabled", "messages_tab_read_only_enabled"), boolean),
        ),
        "bot_user": object_of({"display_name": string(at_least=1, at_most=80)}, {"always_online": boolean}),
        "shortcuts": list_of(_shortcut, at_least=1, at_most=10),
        "slash_commands": list_of(_command, at_least=1, at_most=50),
        "unfurl_domains": list_of(
            string(at_most=255, pattern=r"^(?![\.\-])([-a-z0-9\.])+([a-z0-9])$"), at_least=1, at_most=5, unique=True
        ),
        **dict.fromkeys(("agent_view", "assistant_view", "functions", "workflow_steps"), anything),
    },
)
_oauth: Check = object_of(
    {},
    {
        "redirect_urls": list_of(string(at_most=2500), at_most=1000, unique=True),
        "scopes": object_of({}, dict.fromkeys(("bot", "user", "bot_optional", "user_optional"), _scopes)),
        "token_management_enabled": boolean,
        "pkce_enabled": boolean,
    },
)
_settings: Check = object_of(
    {},
    {
        "event_subscriptions": object_of(
            {},
            {"request_url": _url, "bot_events": _events, "user_events": _events, "metadata_subscriptions": anything},
        ),
        "interactivity": object_of({"is_enabled": boolean}, {"request_url": _url, "message_menu_options_url": _url}),
        "incoming_webhooks": object_of({}, {"incoming_webhooks_enabled": boolean}),
        **dict.fromkeys(
            ("org_deploy_enabled", "socket_mode_enabled", "is_hosted", "token_rotation_enabled", "is_mcp_enabled"),
            boolean,
        ),
        **dict.fromkeys(("allowed_ip_address_ranges", "siws_links", "hermes_app_type", "function_runtime"), anything),
    },
)
_versions: Fields = dict.fromkeys(("schema_version", "min_version", "major_version", "minor_version"), integer())
_elsewhere = "app_directory functions workflows datastores outgoing_domains types external_auth_providers mcp_servers"
"""Parts of a manifest that no app of this sandbox uses: let through unread."""

_manifest = object_of(
    {"display_information": _display},
    {
        "$schema": string(),
        "_metadata": object_of({}, _versions),
        "features": _features,
        "oauth_config": _oauth,
        "settings": _settings,
        **dict.fromkeys(_elsewhere.split(), anything),
    },
)


def problems_in_manifest(manifest: object) -> list[Problem]:
    """What is wrong with a manifest. Rules that span its parts are asked once the shape is right."""
    problems = _manifest(manifest, "")
    if problems or not isinstance(manifest, dict):
        return problems
    return [problem for rule in _RULES for problem in rule(manifest)]


def manifest_error(problems: Sequence[Problem]) -> dict[str, Any]:
    """The envelope in which `apps.manifest.validate` refuses a manifest."""
    errors = [{"message": problem.text, "pointer": problem.pointer} for problem in problems]
    return {"ok": False, "error": "invalid_manifest", "errors": errors}


def _reachable(manifest: dict[str, Any]) -> Iterator[Problem]:
    """Without Socket Mode, Slack must be told where to send things. Two of the three sentences are ours."""
    settings = manifest.get("settings", {})
    if settings.get("socket_mode_enabled"):
        return
    subscriptions = settings.get("event_subscriptions", {})
    if _subscribed(manifest) and "request_url" not in subscriptions:
        yield Problem(
            "Event Subscription requires either Request URL or Socket Mode Enabled", "/settings/event_subscriptions"
        )
    interactivity = settings.get("interactivity", {"is_enabled": False})
    if interactivity["is_enabled"] and "request_url" not in interactivity:
        yield Problem("Interactivity requires either Request URL or Socket Mode Enabled", "/settings/interactivity")
    for i, command in enumerate(_commands(manifest)):
        if "url" not in command:
            yield Problem("Slash Command requires either URL or Socket Mode Enabled", f"/features/slash_commands/{i}")


def _events_have_scopes(manifest: dict[str, Any]) -> Iterator[Problem]:
    """Every event is one that Slack sends, and the app may read what it is about. The second sentence is ours."""
    scopes = manifest.get("oauth_config", {}).get("scopes", {})
    subscriptions = manifest.get("settings", {}).get("event_subscriptions", {})
    for whose in ("bot", "user"):
        granted = {*scopes.get(whose, []), *scopes.get(f"{whose}_optional", [])}
        for i, event in enumerate(subscriptions.get(f"{whose}_events", [])):
            if event not in SCOPES_OF_EVENT:
                yield Problem(f"Invalid {whose} event types `{event}`", "/settings/event_subscriptions")
                continue
            needed = SCOPES_OF_EVENT[event]
            if needed and granted.isdisjoint(needed):
                yield Problem(
                    f"The event `{event}` needs the scope {' or '.join(needed)}",
                    f"/settings/event_subscriptions/{whose}_events/{i}",
                )


def _commands_are_named(manifest: dict[str, Any]) -> Iterator[Problem]:
    """A command is lower case, in one word, and not `/me`; no two are alike. The second sentence is ours."""
    names = [command["command"] for command in _commands(manifest)]
    for i, name in enumerate(names):
        if name == "/me" or not re.fullmatch(r"/[^\s/A-Z]+", name):
            yield Problem("The slash command has an invalid name", "/features/slash_commands")
        if name in names[:i]:
            yield Problem(f"The slash command `{name}` is there twice", f"/features/slash_commands/{i}/command")


def _shortcuts_work(manifest: dict[str, Any]) -> Iterator[Problem]:
    """Shortcuts are told apart by their callback_id and need interactivity. The sentences are ours."""
    shortcuts = manifest.get("features", {}).get("shortcuts", [])
    ids = [shortcut["callback_id"] for shortcut in shortcuts]
    for i, callback_id in enumerate(ids):
        if callback_id in ids[:i]:
            yield Problem(f"The callback_id `{callback_id}` is there twice", f"/features/shortcuts/{i}/callback_id")
    if shortcuts and not manifest.get("settings", {}).get("interactivity", {}).get("is_enabled"):
        yield Problem("Shortcuts require Interactivity to be enabled", "/features/shortcuts")


def _commands_have_their_scope(manifest: dict[str, Any]) -> Iterator[Problem]:
    """Slash commands and shortcuts both hang on the scope `commands`. The sentence is ours."""
    if "commands" in manifest.get("oauth_config", {}).get("scopes", {}).get("bot", []):
        return
    for part in ("slash_commands", "shortcuts"):
        if part in manifest.get("features", {}):
            yield Problem("needs the bot scope commands", f"/features/{part}")


def _bot_scopes_have_a_bot(manifest: dict[str, Any]) -> Iterator[Problem]:
    """Bot scopes are granted to a bot user, so there must be one. The sentence is ours."""
    has_scopes = manifest.get("oauth_config", {}).get("scopes", {}).get("bot")
    if has_scopes and "bot_user" not in manifest.get("features", {}):
        yield Problem("Bot scopes require a bot_user", "/features")


_RULES = (
    _reachable,
    _events_have_scopes,
    _commands_are_named,
    _shortcuts_work,
    _commands_have_their_scope,
    _bot_scopes_have_a_bot,
)


def _commands(manifest: dict[str, Any]) -> list[dict[str, Any]]:
    commands: list[dict[str, Any]] = manifest.get("features", {}).get("slash_commands", [])
    return commands


def _subscribed(manifest: dict[str, Any]) -> bool:
    subscriptions = manifest.get("settings", {}).get("event_subscriptions", {})
    return bool(subscriptions.get("bot_events") or subscriptions.get("user_events"))
