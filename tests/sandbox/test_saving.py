"""A workspace kept in a file: what comes back is what was there, and goes on."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from sandbox import Sandbox, SandboxClock, load_workspace
from sandbox.saving import NotASavedWorkspace, as_json, load, save
from tests.sandbox.conftest import MANIFEST, T0, WORKSPACE

HOME: dict[str, Any] = {
    "type": "home",
    "blocks": [{"type": "section", "text": {"type": "plain_text", "text": "Hello"}}],
}


def begun() -> Sandbox:
    clock = SandboxClock(T0, flowing=False)
    return Sandbox(load_workspace(WORKSPACE, clock=clock), MANIFEST, clock=clock)


def resumed(file: Path) -> Sandbox:
    workspace, publish_homes = load(file)
    slack = Sandbox(workspace, MANIFEST)
    publish_homes(slack)
    return slack


def lived_in(slack: Sandbox) -> None:
    """A little of everything."""
    amara, priya = slack.person("amara"), slack.person("priya")
    first = amara.writes("Is anyone there? @priya.nair", "general")
    priya.writes("Here I am", "general", first.ts)
    priya.reacts(priya.in_channel("general").last, "tada")
    amara.edits(first, "Is anybody there?")
    amara.uploads("garden.png", b"\x89PNG\x00\xff", "lobby", "Look")
    priya.writes("Hello, bot")
    slack.run(slack.actions.read("priya", "general"))
    slack.on_loop(slack.core.views.publish, slack.workspace.person("amara").id, HOME)
    channel = slack.workspace.channel("general")
    slack.on_loop(slack.workspace.post_ephemeral, channel, slack.workspace.person("priya").id, "Only you")
    slack.workspace.person("tom").snoozed_until = datetime(2026, 3, 2, 12, tzinfo=UTC)
    slack.clock.advance(7200)


def test_what_comes_back_is_what_was_there(tmp_path: Path) -> None:
    file = tmp_path / "workspace.json"
    with begun() as slack:
        lived_in(slack)
        before = slack.on_loop(as_json, slack)
        save(slack, file)
    with resumed(file) as slack:
        after = slack.on_loop(as_json, slack)
        seen = slack.person("priya").in_channel("general").text

    moving = {"now", "counts"}
    assert {key: after[key] for key in after if key not in moving} == {
        key: before[key] for key in before if key not in moving
    }
    assert after["now"][:16] == before["now"][:16] == "2026-03-02T11:00"
    assert after["counts"]["version"] > before["counts"]["version"]
    assert seen == "Amara Okafor: Is anybody there?\nClose Ties (only you can see this): Only you"
    assert [path.name for path in tmp_path.iterdir()] == ["workspace.json"]


def test_what_the_app_posted_before_can_be_changed_after(tmp_path: Path) -> None:
    file = tmp_path / "workspace.json"
    with begun() as slack:
        posted = slack.on_loop(_posts, slack, "First")
        save(slack, file)
        token = slack.bot_token
    with resumed(file) as slack:
        message = slack.workspace.message(posted["channel"], posted["ts"])
        assert message is not None
        slack.on_loop(lambda: slack.workspace.edit(message, slack.workspace.bot.id, text="Second"))
        later = slack.on_loop(_posts, slack, "Third")

        assert slack.bot_token == token
        assert [each.text for each in slack.person("amara").in_channel("general").messages] == ["Second", "Third"]
        assert later["ts"] > posted["ts"]


def test_new_ids_are_new(tmp_path: Path) -> None:
    file = tmp_path / "workspace.json"
    with begun() as slack:
        given = {slack.workspace.new_id("F") for _ in range(50)}
        save(slack, file)
    workspace, _ = load(file)

    assert given.isdisjoint({workspace.new_id("F") for _ in range(50)})


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        ("", "workspace.json is damaged: JSONDecodeError."),
        ("[]", "workspace.json is damaged: TypeError."),
        ('{"format": 1}', "workspace.json is damaged: KeyError."),
        ('{"format": 99}', "workspace.json was written by another version of the sandbox."),
    ],
)
def test_a_file_that_is_none_is_refused_with_a_sentence(tmp_path: Path, written: str, sentence: str) -> None:
    file = tmp_path / "workspace.json"
    file.write_text(written)

    with pytest.raises(NotASavedWorkspace) as refused:
        load(file)
    assert str(refused.value) == sentence


def test_a_save_that_fails_leaves_the_one_before(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "workspace.json"
    with begun() as slack:
        save(slack, file)
        kept = file.read_text()

        def full(*_: object) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr("sandbox.saving.os.fsync", full)
        with pytest.raises(OSError, match="No space left"):
            save(slack, file)

    assert file.read_text() == kept
    assert json.loads(kept)["format"] == 1


def _posts(slack: Sandbox, text: str) -> dict[str, str]:
    message = slack.workspace.post(slack.workspace.channel("general"), slack.workspace.bot.id, text)
    return {"channel": message.channel_id, "ts": message.ts}
