"""The workspace file, the clock, the signal of changes, and the events that changes cause."""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from sandbox import SandboxClock, WorkspaceFileError, load_workspace
from sandbox.app_manifest import AppManifest
from sandbox.core import install
from sandbox.records import WorkspaceEvent
from sandbox.workspace import Unknown, Workspace

Json = dict[str, Any]
T0 = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)

FILE = """
[team]
name = "Northbank Council"
domain = "northbank"

[[people]]
name = "amara.okafor"
real_name = "Amara Okafor"
admin = true

[[people]]
name = "amara.quist"
real_name = "Amara Quist"

[[channels]]
name = "press-office"
private = true
members = ["amara.okafor"]
bot = true
"""


def test_a_workspace_from_a_file(tmp_path: Path) -> None:
    path = tmp_path / "workspace.toml"
    path.write_text(FILE, encoding="utf-8")
    workspace = load_workspace(path)
    channel, person = workspace.channel("#press-office"), workspace.person("amara.okafor")
    assert (workspace.team.name, workspace.team.url) == ("Northbank Council", "https://northbank.slack.com/")
    assert (person.real_name, person.admin, channel.is_private, channel.members) == (
        "Amara Okafor",
        True,
        True,
        [person.id],
    )
    assert [each.id for each in load_workspace(path).humans()] == [each.id for each in workspace.humans()], (
        "ids are stable"
    )


def test_ids_look_like_slack_s() -> None:
    workspace = load_workspace({"team": {"name": "N", "domain": "n"}, "people": [{"name": "li", "real_name": "Li"}]})
    person = workspace.person("li")
    assert (len(person.id), person.id[:4], person.id.isalnum(), person.id.isupper()) == (11, "U0LI", True, True)


def test_a_first_name_finds_a_person_only_when_it_is_the_only_one(workspace: Workspace) -> None:
    assert workspace.person("amara") is workspace.person("AMARA.okafor") is workspace.person("@amara.okafor")
    with pytest.raises(Unknown, match=r"Nobody is called 'zed' in Northbank Council\."):
        workspace.person("zed")


def test_a_first_name_of_two(tmp_path: Path) -> None:
    path = tmp_path / "workspace.toml"
    path.write_text(FILE, encoding="utf-8")
    with pytest.raises(Unknown, match="Several people are called 'amara'"):
        load_workspace(path).person("amara")


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        ({"team": {"name": "N"}}, "[team]: domain is missing."),
        ({"colour": 1}, "the file: colour is not a field; known are team, people, channels, usergroups."),
        ({"people": [{"name": "a"}]}, "person a: real_name is missing."),
        ({"people": [{"name": "a", "real_name": "A", "admin": 1}]}, "person a: admin should be a bool, not 1."),
        (
            {"people": [{"name": "a", "real_name": "A", "presence": "asleep"}]},
            'person a: presence is "active" or "away", not \'asleep\'.',
        ),
        ({"channels": [{"name": "c", "members": ["zed"]}]}, "channel c: Nobody is called 'zed' in N."),
    ],
)
def test_a_file_that_describes_no_workspace(data: Json, sentence: str) -> None:
    with pytest.raises(WorkspaceFileError) as caught:
        load_workspace({"team": {"name": "N", "domain": "n"}, **data})
    assert str(caught.value) == sentence


def test_the_clock_stands_still_until_moved_both_ways(clock: SandboxClock) -> None:
    moves: list[datetime] = []
    unsubscribe = clock.subscribe(lambda: moves.append(clock.now()))
    clock.advance(60)
    clock.move_to(T0 - timedelta(hours=1))
    unsubscribe()
    clock.advance(1)
    assert moves == [T0 + timedelta(seconds=60), T0 - timedelta(hours=1)]
    with pytest.raises(ValueError, match="aware"):
        clock.move_to(datetime(2026, 1, 1))  # noqa: DTZ001


def test_a_flowing_clock_runs_on_from_where_it_was_put() -> None:
    clock = SandboxClock(T0)
    assert T0 <= clock.now() < T0 + timedelta(seconds=5)
    clock.advance(3600)
    assert T0 + timedelta(hours=1) <= clock.now() < T0 + timedelta(hours=1, seconds=5)


def test_whoever_waits_for_a_change_hears_of_it(workspace: Workspace) -> None:
    async def scene() -> tuple[int, int]:
        before = workspace.changes.version
        waiting = asyncio.create_task(workspace.changed(before))
        await asyncio.sleep(0)
        workspace.post(workspace.channel("general"), workspace.person("amara").id, "Hello")
        return before, await waiting

    before, after = asyncio.run(scene())
    assert after > before


@pytest.fixture
def events(workspace: Workspace, manifest: Json) -> list[WorkspaceEvent]:
    """Everything that happens from now on, in a workspace with the app."""
    install(workspace, AppManifest.read(manifest))
    happened: list[WorkspaceEvent] = []
    workspace.events.append(happened.append)
    return happened


Ids = Callable[[str], str]


def test_a_message_and_its_mention(workspace: Workspace, events: list[WorkspaceEvent], ids: Ids) -> None:
    general, bot = workspace.channel("general"), workspace.bot.id
    message = workspace.post(general, ids("amara"), f"<@{bot}> help &amp; hope")
    said, mention = (each.event for each in events)
    elements = [{"type": "user", "user_id": bot}, {"type": "text", "text": " help & hope"}]
    section = {"type": "rich_text_section", "elements": elements}
    assert said == {
        "type": "message",
        "user": ids("amara"),
        "text": f"<@{bot}> help &amp; hope",
        "ts": message.ts,
        "team": workspace.team.id,
        "client_msg_id": message.client_msg_id,
        "blocks": [{"type": "rich_text", "block_id": said["blocks"][0]["block_id"], "elements": [section]}],
        "channel": general.id,
        "channel_type": "channel",
        "event_ts": message.ts,
    }
    assert mention == {**{key: value for key, value in said.items() if key != "channel_type"}, "type": "app_mention"}


def test_an_edit_a_deletion_and_a_reaction(workspace: Workspace, events: list[WorkspaceEvent], ids: Ids) -> None:
    general = workspace.channel("general")
    message = workspace.post(general, ids("amara"), "one")
    workspace.edit(message, ids("amara"), text="two")
    workspace.react(message, ids("priya"), "eyes")
    workspace.delete(message)
    _, edited, reacted, deleted = (each.event for each in events)
    assert (edited["subtype"], edited["message"]["text"], edited["previous_message"]["text"]) == (
        "message_changed",
        "two",
        "one",
    )
    assert edited["message"]["blocks"][0]["elements"][0]["elements"] == [{"type": "text", "text": "two"}]
    assert (edited["hidden"], edited["message"]["edited"]["user"]) == (True, ids("amara"))
    item = {"type": "message", "channel": general.id, "ts": message.ts}
    assert (reacted["type"], reacted["reaction"], reacted["item"]) == ("reaction_added", "eyes", item)
    assert (deleted["subtype"], deleted["deleted_ts"]) == ("message_deleted", message.ts)
    assert general.messages == {}


def test_joining_and_leaving(workspace: Workspace, events: list[WorkspaceEvent], ids: Ids) -> None:
    press = workspace.channel("press-office")
    workspace.join(press, ids("amara"), inviter=ids("priya"))
    workspace.leave(press, ids("amara"))
    joined, left = (each.event for each in events)
    assert {**joined, "event_ts": ""} == {
        "type": "member_joined_channel",
        "user": ids("amara"),
        "channel": press.id,
        "channel_type": "G",
        "team": workspace.team.id,
        "inviter": ids("priya"),
        "event_ts": "",
    }
    assert left["type"] == "member_left_channel"


def test_ephemerals_cause_no_event(workspace: Workspace, events: list[WorkspaceEvent], ids: Ids) -> None:
    hidden = workspace.post_ephemeral(workspace.channel("general"), ids("amara"), "psst")
    workspace.delete(hidden)
    assert events == []
