"""The manifest: the file is the one that the code makes, Slack would take it, and it says what the bot really uses."""

import json
from pathlib import Path

from bot.manifest import SCOPES, as_json, manifest
from bot.messages.ids import Command, MessageShortcut, Shortcut
from sandbox.manifest_rules import SCOPES_OF_EVENT, problems_in_manifest

ROOT = Path(__file__).parents[2]


def test_the_file_is_what_the_code_makes() -> None:
    assert (ROOT / "manifest.json").read_text(encoding="utf-8") == as_json()


def test_slack_would_take_it() -> None:
    assert problems_in_manifest(json.loads(as_json())) == []


def test_every_command_and_shortcut_is_in_it() -> None:
    features = manifest()["features"]

    assert [entry["command"] for entry in features["slash_commands"]] == list(Command)
    assert [entry["callback_id"] for entry in features["shortcuts"]] == [*Shortcut, *MessageShortcut]
    assert [entry["type"] for entry in features["shortcuts"]] == ["global"] * 3 + ["message"] * 3


def test_words_are_not_turned_into_ids_and_people_can_write_to_the_bot() -> None:
    made = manifest()

    assert [entry["should_escape"] for entry in made["features"]["slash_commands"]] == [False] * 4
    assert made["features"]["app_home"] == {
        "home_tab_enabled": True,
        "messages_tab_enabled": True,
        "messages_tab_read_only_enabled": False,
    }
    assert made["settings"]["socket_mode_enabled"] is True
    assert made["settings"]["interactivity"] == {"is_enabled": True}


def test_every_event_has_a_scope_and_no_scope_is_asked_twice() -> None:
    events = manifest()["settings"]["event_subscriptions"]["bot_events"]

    assert {event: set(SCOPES_OF_EVENT[event]) - set(SCOPES) for event in events} == {event: set() for event in events}
    assert sorted(set(SCOPES)) == list(SCOPES)
