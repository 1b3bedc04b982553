"""App manifests, judged as Slack judges them."""

from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sandbox.blockkit import Problem
from sandbox.manifest_rules import SCOPES_OF_EVENT, manifest_error, problems_in_manifest

MANIFEST: dict[str, Any] = {
    "_metadata": {"major_version": 1, "minor_version": 1},
    "display_information": {"name": "Close Ties", "description": "d", "background_color": "#1a2b3c"},
    "features": {
        "app_home": {"home_tab_enabled": True, "messages_tab_enabled": True, "messages_tab_read_only_enabled": False},
        "bot_user": {"display_name": "Close Ties", "always_online": True},
        "shortcuts": [{"name": "Log it", "type": "message", "callback_id": "log", "description": "Log an enquiry"}],
        "slash_commands": [
            {
                "command": "/media-enquiry",
                "description": "A journalist asks",
                "usage_hint": "BBC",
                "should_escape": False,
            }
        ],
    },
    "oauth_config": {"scopes": {"bot": ["commands", "chat:write", "im:history", "groups:read"]}},
    "settings": {
        "event_subscriptions": {"bot_events": ["app_home_opened", "message.im", "member_joined_channel"]},
        "interactivity": {"is_enabled": True},
        "socket_mode_enabled": True,
        "org_deploy_enabled": False,
        "token_rotation_enabled": False,
    },
}


def changed(path: str, value: Any, *, of: dict[str, Any] = MANIFEST) -> dict[str, Any]:
    """The sound manifest with one value set at a pointer."""
    manifest = deepcopy(of)
    *parents, last = path.strip("/").split("/")
    inner: Any = manifest
    for key in parents:
        inner = inner[int(key)] if isinstance(inner, list) else inner.setdefault(key, {})
    inner[int(last) if isinstance(inner, list) else last] = value
    return manifest


def test_a_sound_manifest_has_no_problem() -> None:
    assert problems_in_manifest(MANIFEST) == []
    assert problems_in_manifest({"display_information": {"name": "Least"}}) == []


EVENTS = "/settings/event_subscriptions"

TEXTS = [
    ("/display_information/name", 1, 35),
    ("/display_information/description", 1, 140),
    ("/display_information/long_description", 175, 4000),
    ("/features/bot_user/display_name", 1, 80),
    ("/features/slash_commands/0/description", 1, 2000),
    ("/features/slash_commands/0/usage_hint", 1, 1000),
    ("/features/shortcuts/0/name", 1, 24),
    ("/features/shortcuts/0/callback_id", 1, 255),
    ("/features/shortcuts/0/description", 1, 150),
]


@pytest.mark.parametrize(("pointer", "least", "most"), TEXTS, ids=[text[0] for text in TEXTS])
def test_texts_have_their_lengths(pointer: str, least: int, most: int) -> None:
    found = [problems_in_manifest(changed(pointer, "x" * n)) for n in (least, most, least - 1, most + 1)]
    assert found == [
        [],
        [],
        [Problem(f"must be more than {least - 1} characters", pointer)],
        [Problem(f"must be less than {most + 1} characters", pointer)],
    ]


LONG_TEXTS = [
    ("/features/slash_commands/0/url", 3000, "https://e.org/"),
    ("/settings/interactivity/request_url", 3500, "https://e.org/"),
    ("/settings/interactivity/message_menu_options_url", 3500, "https://e.org/"),
    (f"{EVENTS}/request_url", 3500, "https://e.org/"),
    ("/features/unfurl_domains/0", 255, "e"),
    ("/oauth_config/redirect_urls/0", 2500, "https://e.org/"),
    ("/oauth_config/scopes/user/0", 50, ""),
]


@pytest.mark.parametrize(("pointer", "most", "start"), LONG_TEXTS, ids=[text[0] for text in LONG_TEXTS])
def test_addresses_and_names_have_their_lengths(pointer: str, most: int, start: str) -> None:
    manifest = changed("/features/unfurl_domains", ["e.org"])
    manifest["oauth_config"] |= {"redirect_urls": ["https://e.org"]}
    manifest["oauth_config"]["scopes"]["user"] = ["users:read"]
    assert problems_in_manifest(changed(pointer, start.ljust(most, "x"), of=manifest)) == []
    assert problems_in_manifest(changed(pointer, start.ljust(most + 1, "x"), of=manifest)) == [
        Problem(f"must be less than {most + 1} characters", pointer)
    ]


def test_a_colour_and_an_event_have_their_lengths() -> None:
    colour = "/display_information/background_color"
    assert problems_in_manifest(changed(colour, "#12345678")) == [Problem("must be less than 8 characters", colour)]
    assert problems_in_manifest(changed(colour, "#12")) == [Problem("must be more than 3 characters", colour)]
    assert problems_in_manifest(changed(f"{EVENTS}/bot_events", ["x" * 51])) == [
        Problem("must be less than 51 characters", f"{EVENTS}/bot_events/0")
    ]
    assert problems_in_manifest(changed(f"{EVENTS}/bot_events", ["x" * 50])) == [
        Problem(f"Invalid bot event types `{'x' * 50}`", EVENTS)
    ]


def _commands(count: int) -> list[dict[str, str]]:
    return [{"command": f"/c{n}", "description": "d"} for n in range(count)]


def _shortcuts(count: int) -> list[dict[str, str]]:
    return [{"name": "n", "type": "global", "callback_id": str(n), "description": "d"} for n in range(count)]


@pytest.mark.parametrize(
    ("pointer", "most", "make"),
    [
        ("/features/slash_commands", 50, _commands),
        ("/features/shortcuts", 10, _shortcuts),
        ("/features/unfurl_domains", 5, lambda n: [f"{i}.example.org" for i in range(n)]),
        ("/oauth_config/scopes/user", 255, lambda n: ["s"] * n),
        ("/oauth_config/redirect_urls", 1000, lambda n: [f"https://example.org/{i}" for i in range(n)]),
    ],
)
def test_lists_have_their_lengths(pointer: str, most: int, make: Any) -> None:
    assert problems_in_manifest(changed(pointer, make(most))) == []
    assert problems_in_manifest(changed(pointer, make(most + 1))) == [
        Problem(f"no more than {most} items allowed", pointer)
    ]


@pytest.mark.parametrize("pointer", ["/features/slash_commands", "/features/shortcuts", "/features/unfurl_domains"])
def test_lists_that_are_there_hold_something(pointer: str) -> None:
    assert problems_in_manifest(changed(pointer, [])) == [Problem("must provide at least 1 items", pointer)]


@pytest.mark.parametrize(
    ("pointer", "value", "problem"),
    [
        ("/colour", "red", Problem("invalid additional property: colour", "")),
        ("/settings/colour", "red", Problem("invalid additional property: colour", "/settings")),
        ("/display_information", {}, Problem("missing required field: name", "/display_information")),
        (
            "/display_information/background_color",
            "red!",
            Problem(
                "input must match regex pattern: ^#[0-9a-fA-F]{3}([0-9a-fA-F]{3})?$",
                "/display_information/background_color",
            ),
        ),
        (
            "/features/slash_commands/0/command",
            "media",
            Problem(r"input must match regex pattern: ^\/", "/features/slash_commands/0/command"),
        ),
        (
            "/features/slash_commands/0/command",
            "/" + "x" * 32,
            Problem("must be less than 33 characters", "/features/slash_commands/0/command"),
        ),
        (
            "/features/slash_commands/0/command",
            "/",
            Problem("must be more than 1 characters", "/features/slash_commands/0/command"),
        ),
        ("/features/shortcuts/0/type", "local", Problem("must be a valid enum value", "/features/shortcuts/0/type")),
        ("/settings/interactivity", {}, Problem("missing required field: is_enabled", "/settings/interactivity")),
        ("/settings/socket_mode_enabled", "yes", Problem("must be a boolean", "/settings/socket_mode_enabled")),
        (
            f"{EVENTS}/request_url",
            "ftp://example.org",
            Problem(r"input must match regex pattern: ^https?:\/\/", f"{EVENTS}/request_url"),
        ),
        (f"{EVENTS}/bot_events", ["message.im"] * 2, Problem("Input contains duplicate items", f"{EVENTS}/bot_events")),
        (
            f"{EVENTS}/bot_events",
            [f"e{n}" for n in range(101)],
            Problem("no more than 100 items allowed", f"{EVENTS}/bot_events"),
        ),
        (
            "/oauth_config/scopes/bot/0",
            "x" * 51,
            Problem("must be less than 51 characters", "/oauth_config/scopes/bot/0"),
        ),
        (
            "/features/unfurl_domains",
            ["-example.org"],
            Problem(
                r"input must match regex pattern: ^(?![\.\-])([-a-z0-9\.])+([a-z0-9])$", "/features/unfurl_domains/0"
            ),
        ),
    ],
)
def test_the_shape_is_slacks(pointer: str, value: Any, problem: Problem) -> None:
    assert problems_in_manifest(changed(pointer, value)) == [problem]


@pytest.mark.parametrize("name", ["/me", "/Media", "/media enquiry"])
def test_commands_have_names_that_slack_takes(name: str) -> None:
    assert problems_in_manifest(changed("/features/slash_commands/0/command", name)) == [
        Problem("The slash command has an invalid name", "/features/slash_commands")
    ]


def test_help_is_a_name_like_any_other() -> None:
    assert problems_in_manifest(changed("/features/slash_commands/0/command", "/help")) == []


def test_two_commands_and_two_shortcuts_differ() -> None:
    assert problems_in_manifest(changed("/features/slash_commands", _commands(1) * 2)) == [
        Problem("The slash command `/c0` is there twice", "/features/slash_commands/1/command")
    ]
    assert problems_in_manifest(changed("/features/shortcuts", _shortcuts(1) * 2)) == [
        Problem("The callback_id `0` is there twice", "/features/shortcuts/1/callback_id")
    ]


def test_an_event_needs_its_scope() -> None:
    assert problems_in_manifest(changed(f"{EVENTS}/bot_events", ["app_home_opened", "reaction_added"])) == [
        Problem("The event `reaction_added` needs the scope reactions:read", f"{EVENTS}/bot_events/1")
    ]
    assert problems_in_manifest(changed("/oauth_config/scopes/bot", ["commands", "im:history"])) == [
        Problem(
            "The event `member_joined_channel` needs the scope channels:read or groups:read or mpim:read",
            f"{EVENTS}/bot_events/2",
        )
    ]


def test_the_persons_events_need_the_persons_scopes() -> None:
    manifest = changed(f"{EVENTS}/user_events", ["message.im"])
    assert problems_in_manifest(manifest) == [
        Problem("The event `message.im` needs the scope im:history", f"{EVENTS}/user_events/0")
    ]
    manifest["oauth_config"]["scopes"]["user"] = ["im:history"]
    assert problems_in_manifest(manifest) == []


def test_an_event_that_slack_does_not_know_is_refused() -> None:
    assert problems_in_manifest(changed(f"{EVENTS}/bot_events", ["presence_change"])) == [
        Problem("Invalid bot event types `presence_change`", EVENTS)
    ]


def test_each_event_of_the_product_has_the_scope_slack_names() -> None:
    wanted = {
        "app_mention": ("app_mentions:read",),
        "message.channels": ("channels:history",),
        "message.groups": ("groups:history",),
        "message.im": ("im:history",),
        "message.mpim": ("mpim:history",),
        "reaction_added": ("reactions:read",),
        "file_shared": ("files:read",),
        "link_shared": ("links:read",),
        "team_join": ("users:read",),
        "user_change": ("users:read",),
        "dnd_updated_user": ("dnd:read",),
        "subteam_updated": ("usergroups:read",),
        "app_home_opened": (),
        "tokens_revoked": (),
        "app_uninstalled": (),
    }
    assert {event: SCOPES_OF_EVENT[event] for event in wanted} == wanted


def test_without_socket_mode_slack_wants_addresses() -> None:
    manifest = changed("/settings/socket_mode_enabled", False)
    assert problems_in_manifest(manifest) == [
        Problem("Event Subscription requires either Request URL or Socket Mode Enabled", EVENTS),
        Problem("Interactivity requires either Request URL or Socket Mode Enabled", "/settings/interactivity"),
        Problem("Slash Command requires either URL or Socket Mode Enabled", "/features/slash_commands/0"),
    ]
    address = "https://close-ties.example.org/slack/events"
    manifest["settings"]["event_subscriptions"]["request_url"] = address
    manifest["settings"]["interactivity"]["request_url"] = address
    manifest["features"]["slash_commands"][0]["url"] = address
    assert problems_in_manifest(manifest) == []


def test_commands_and_shortcuts_need_their_scope() -> None:
    assert problems_in_manifest(changed("/oauth_config/scopes/bot/0", "users:read")) == [
        Problem("needs the bot scope commands", "/features/slash_commands"),
        Problem("needs the bot scope commands", "/features/shortcuts"),
    ]


def test_shortcuts_need_interactivity_and_scopes_a_bot() -> None:
    manifest = changed("/settings/interactivity/is_enabled", False)
    del manifest["features"]["bot_user"]
    assert problems_in_manifest(manifest) == [
        Problem("Shortcuts require Interactivity to be enabled", "/features/shortcuts"),
        Problem("Bot scopes require a bot_user", "/features"),
    ]


def test_a_manifest_is_refused_in_slacks_envelope() -> None:
    assert manifest_error(problems_in_manifest([])) == {
        "ok": False,
        "error": "invalid_manifest",
        "errors": [{"message": "must provide an object", "pointer": ""}],
    }


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=8,
)


@given(
    st.sampled_from(
        [
            "/display_information",
            "/features",
            "/features/slash_commands",
            "/features/slash_commands/0",
            "/oauth_config/scopes",
            "/settings/interactivity",
            EVENTS,
            f"{EVENTS}/bot_events",
        ]
    ),
    VALUES,
)
def test_nothing_json_like_can_make_the_judge_fall_over(pointer: str, value: Any) -> None:
    for problem in (*problems_in_manifest(changed(pointer, value)), *problems_in_manifest(value)):
        assert problem.text
