"""A small council's workspace, its app's manifest, and a running sandbox of both."""

import copy
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from sandbox import Sandbox, SandboxClock, load_workspace
from sandbox.workspace import Workspace
from tests.sandbox import bolt
from tests.sandbox.forms import Forms, listen

Json = dict[str, Any]
T0 = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)

WORKSPACE: Json = {
    "team": {"name": "Northbank Council", "domain": "northbank"},
    "people": [
        {
            "name": "amara.okafor",
            "real_name": "Amara Okafor",
            "title": "Social worker, children's team",
            "email": "amara.okafor@northbank.example",
        },
        {
            "name": "priya.nair",
            "real_name": "Priya Nair",
            "title": "Press officer",
            "email": "priya.nair@northbank.example",
        },
        {"name": "tom.reed", "real_name": "Tom Reed", "guest": True, "presence": "away", "tz": "Europe/Paris"},
        {"name": "gone.girl", "real_name": "Gail Gone", "email": "gone@northbank.example", "deactivated": True},
    ],
    "channels": [
        {"name": "general", "members": ["amara", "priya", "tom", "gone"], "bot": True, "purpose": "Everyone"},
        {"name": "press-office", "private": True, "members": ["priya"], "bot": True},
        {"name": "secret", "private": True, "members": ["amara"]},
        {"name": "lobby", "members": ["amara", "priya"]},
        {"name": "attic", "archived": True, "members": ["amara"], "bot": True},
    ],
    "usergroups": [{"handle": "press", "name": "Press office", "members": ["priya"]}],
}

SCOPES = [
    "channels:history",
    "channels:join",
    "channels:manage",
    "channels:read",
    "chat:write",
    "commands",
    "dnd:read",
    "files:read",
    "files:write",
    "groups:history",
    "groups:read",
    "groups:write",
    "im:history",
    "im:read",
    "im:write",
    "mpim:read",
    "mpim:write",
    "reactions:read",
    "reactions:write",
    "app_mentions:read",
    "team:read",
    "usergroups:read",
    "users:read",
    "users:read.email",
]

MANIFEST: Json = {
    "display_information": {"name": "Close Ties"},
    "features": {
        "app_home": {"home_tab_enabled": True, "messages_tab_enabled": True, "messages_tab_read_only_enabled": False},
        "bot_user": {"display_name": "Close Ties", "always_online": True},
        "slash_commands": [
            {"command": "/media-enquiry", "description": "Log a media enquiry", "usage_hint": "BBC, 4pm"}
        ],
        "shortcuts": [
            {"name": "Log an enquiry", "type": "global", "callback_id": "log_enquiry", "description": "From anywhere"},
            {"name": "Make a story", "type": "message", "callback_id": "make_story", "description": "From a message"},
        ],
    },
    "oauth_config": {"scopes": {"bot": SCOPES}},
    "settings": {
        "event_subscriptions": {
            "bot_events": [
                "app_home_opened",
                "app_mention",
                "file_shared",
                "member_joined_channel",
                "message.channels",
                "message.groups",
                "message.im",
                "reaction_added",
            ]
        },
        "interactivity": {"is_enabled": True},
        "org_deploy_enabled": False,
        "socket_mode_enabled": True,
        "token_rotation_enabled": False,
    },
}

Refusal = Callable[..., Json]


@pytest.fixture
def clock() -> SandboxClock:
    """Stands still at nine on a Monday until moved."""
    return SandboxClock(T0, flowing=False)


@pytest.fixture
def workspace(clock: SandboxClock) -> Workspace:
    return load_workspace(WORKSPACE, clock=clock)


@pytest.fixture
def manifest() -> Json:
    """A copy, free to change before the sandbox starts."""
    return copy.deepcopy(MANIFEST)


@pytest.fixture
def slack(workspace: Workspace, manifest: Json) -> Iterator[Sandbox]:
    """A running sandbox, without rate limits."""
    with Sandbox(workspace, manifest) as running:
        running.limits.on = False
        yield running


@pytest.fixture
def client(slack: Sandbox) -> WebClient:
    """The bot's client, which tries nothing twice."""
    return WebClient(token=slack.bot_token, base_url=slack.api_url, retry_handlers=[])


@pytest.fixture
def refusal(client: WebClient) -> Refusal:
    """Calls a method that must be refused, and gives the whole answer."""

    def refused(method: str, **arguments: Any) -> Json:
        with pytest.raises(SlackApiError) as caught:
            client.api_call(method, json=arguments)
        answer: Json = dict(caught.value.response.data)
        return answer

    return refused


@pytest.fixture
def ids(workspace: Workspace) -> Callable[[str], str]:
    """The id of a person or of a #channel by name."""
    return lambda name: workspace.channel(name).id if name.startswith("#") else workspace.person(name).id


@pytest.fixture
def forms(slack: Sandbox) -> Iterator[Forms]:
    """An app that opens a form and answers it."""
    app, forms = bolt.build(slack), Forms()
    listen(app, forms)
    with bolt.connected(slack, app):
        yield forms
