"""Which events reach the app, and in which shape."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from slack_bolt import App

from sandbox import Sandbox
from sandbox.records import Json
from sandbox.workspace import Workspace
from tests.sandbox import bolt

Ids = Callable[[str], str]
KINDS = (
    "message",
    "app_mention",
    "app_home_opened",
    "reaction_added",
    "member_joined_channel",
    "file_shared",
)


class Heard:
    """The events that the app got, in order; bookkeeping keys that differ each time are left out."""

    def __init__(self, slack: Sandbox) -> None:
        self.bodies: list[Json] = []
        self._slack = slack

    def events(self, count: int) -> list[Json]:
        """The first so many by their time (Bolt handles several at once), once they are there."""
        stage = self._slack.people["amara"].stage
        stage.until(lambda: len(self.bodies) >= count or None, f"{count} events", lambda: str(self.bodies))
        return sorted((body["event"] for body in self.bodies), key=lambda event: str(event["event_ts"]))[:count]


@pytest.fixture
def heard(slack: Sandbox) -> Iterator[Heard]:
    heard = Heard(slack)
    client_app: App = bolt.build(slack)

    def keep(body: Json) -> None:
        heard.bodies.append(body)

    for kind in KINDS:
        client_app.event({"type": kind, "subtype": None} if kind == "message" else kind)(keep)
    for subtype in ("message_changed", "message_deleted", "file_share", "thread_broadcast"):
        client_app.event({"type": "message", "subtype": subtype})(keep)
    with bolt.connected(slack, client_app):
        yield heard


def without(event: Json, *keys: str) -> Json:
    return {key: value for key, value in event.items() if key not in keys}


def test_a_message_and_its_wrapper(slack: Sandbox, heard: Heard, ids: Ids) -> None:
    written = slack.person("amara").writes("Fire & <smoke>", channel="general")
    event = heard.events(1)[0]
    block = {"type": "rich_text_section", "elements": [{"type": "text", "text": "Fire & <smoke>"}]}
    assert without(event, "client_msg_id") == {
        "type": "message",
        "user": ids("amara"),
        "text": "Fire &amp; &lt;smoke&gt;",
        "ts": written.ts,
        "team": slack.workspace.team.id,
        "blocks": [{"type": "rich_text", "block_id": event["blocks"][0]["block_id"], "elements": [block]}],
        "channel": ids("#general"),
        "channel_type": "channel",
        "event_ts": written.ts,
    }
    body = heard.bodies[0]
    assert body["event_id"].startswith("Ev") and len(event["client_msg_id"]) >= 32
    assert without(body, "event", "event_id") == {
        "token": slack.core.app.verification_token,
        "team_id": slack.workspace.team.id,
        "context_team_id": slack.workspace.team.id,
        "context_enterprise_id": None,
        "api_app_id": slack.core.app.id,
        "type": "event_callback",
        "event_time": int(slack.clock.now().timestamp()),
        "authorizations": [
            {
                "enterprise_id": None,
                "team_id": slack.workspace.team.id,
                "user_id": slack.core.app.bot_user_id,
                "is_bot": True,
                "is_enterprise_install": False,
            }
        ],
        "is_ext_shared_channel": False,
        "event_context": f"4-message-{slack.workspace.team.id}-{ids('#general')}",
    }


def test_a_mention_is_two_events(slack: Sandbox, heard: Heard) -> None:
    slack.person("amara").writes("@close_ties are you there?", channel="general")
    message, mention = sorted(heard.events(2), key=lambda event: str(event["type"]), reverse=True)
    bot = slack.core.app.bot_user_id
    assert (message["type"], message["text"]) == ("message", f"<@{bot}> are you there?")
    assert (mention["type"], mention["text"], "channel_type" in mention) == ("app_mention", message["text"], False)


def test_edits_and_deletions_are_hidden_messages(slack: Sandbox, heard: Heard) -> None:
    amara = slack.person("amara")
    written = amara.writes("Frist", channel="general")
    amara.edits(written, "First")
    amara.deletes(written)
    _, changed, deleted = heard.events(3)
    assert (changed["subtype"], changed["hidden"], changed["message"]["text"]) == ("message_changed", True, "First")
    assert changed["previous_message"]["text"] == "Frist"
    assert changed["message"]["edited"]["user"] == amara.id
    assert (deleted["subtype"], deleted["deleted_ts"], deleted["previous_message"]["text"]) == (
        "message_deleted",
        written.ts,
        "First",
    )
    assert amara.in_channel("general").messages == []


def test_threads_broadcasts_and_files(slack: Sandbox, heard: Heard) -> None:
    amara = slack.person("amara")
    first = amara.writes("Who knows?", channel="general")
    amara.writes("I do", channel="general", thread_ts=first.ts)
    amara.writes("All should", channel="general", thread_ts=first.ts, broadcast=True)
    amara.uploads("leaflet.txt", b"Free meals", channel="general", text="See")
    events = heard.events(5)
    by_text = {event.get("text"): event for event in events}
    assert by_text["I do"]["thread_ts"] == first.ts
    assert by_text["All should"]["subtype"] == "thread_broadcast"
    assert by_text["See"]["subtype"] == "file_share"
    assert [(file["name"], file["size"], file["filetype"]) for file in by_text["See"]["files"]] == [
        ("leaflet.txt", 10, "txt")
    ]
    assert by_text[None]["type"] == "file_shared"
    assert by_text[None]["file_id"] == by_text["See"]["files"][0]["id"]
    assert [reply.text for reply in amara.in_channel("general").messages[0].thread] == ["I do", "All should"]


def test_reactions_and_joining(slack: Sandbox, heard: Heard, ids: Ids) -> None:
    slack.on_loop(slack.workspace.channel("lobby").members.append, slack.core.app.bot_user_id)
    tom, priya = slack.person("tom"), slack.person("priya")
    tom.joins("lobby")
    written = priya.writes("Welcome", channel="lobby")
    tom.reacts(written, "tada")
    joined, _, reacted = heard.events(3)
    assert without(joined, "event_ts") == {
        "type": "member_joined_channel",
        "user": ids("tom"),
        "channel": ids("#lobby"),
        "channel_type": "C",
        "team": slack.workspace.team.id,
    }
    assert without(reacted, "event_ts") == {
        "type": "reaction_added",
        "user": ids("tom"),
        "reaction": "tada",
        "item_user": ids("priya"),
        "item": {"type": "message", "channel": ids("#lobby"), "ts": written.ts},
    }
    assert priya.in_channel("lobby").last.reactions == {"tada": 1}


def test_only_where_the_bot_is(slack: Sandbox, heard: Heard) -> None:
    slack.person("amara").writes("Not for the bot", channel="lobby")
    slack.person("amara").writes("Nor this", channel="secret")
    slack.person("amara").writes("This is")
    assert [(event["text"], event["channel_type"]) for event in heard.events(1)] == [("This is", "im")]
    assert len(heard.bodies) == 1


@pytest.mark.parametrize("missing", ["subscription", "scope"])
def test_only_what_the_manifest_asks_for_and_may_see(workspace: Workspace, manifest: Json, missing: str) -> None:
    if missing == "subscription":
        manifest["settings"]["event_subscriptions"]["bot_events"].remove("message.groups")
    else:
        manifest["oauth_config"]["scopes"]["bot"].remove("groups:history")
    with Sandbox(workspace, manifest) as slack:
        heard = Heard(slack)
        app = bolt.build(slack)
        app.event("message")(lambda body: heard.bodies.append(body))
        with bolt.connected(slack, app):
            slack.person("priya").writes("Unheard", channel="press-office")
            slack.person("priya").writes("Heard", channel="general")
            assert [event["text"] for event in heard.events(1)] == ["Heard"]
            assert len(heard.bodies) == 1


def test_every_opening_of_the_home_tab_is_told(slack: Sandbox, heard: Heard, ids: Ids) -> None:
    home: Json = {"type": "home", "blocks": [{"type": "divider", "block_id": "line"}]}
    amara = slack.person("amara")
    slack.run(slack.actions.open_home("amara"))
    heard.events(1)
    slack.on_loop(slack.core.views.publish, amara.id, home)
    amara.home.open()
    amara.home.open("messages")
    first, again, messages = heard.events(3)
    seen: Any = (
        first["tab"],
        "view" in first,
        again["tab"],
        again["view"]["type"],
        messages["tab"],
        "view" in messages,
    )
    assert seen == ("home", False, "home", "home", "messages", False)
    assert first["channel"] == slack.workspace.open_dm(ids("amara"), slack.core.app.bot_user_id).id
