"""What the demo keeps between two starts, and what it does when that is gone or broken."""

from pathlib import Path

import pytest

from bot.demo.keeping import Kept, keeping
from bot.demo.stage import set_up_kept
from bot.desk import settings
from bot.messages.ids import Action
from bot.rules.settings_forms import marks
from bot.rules.settings_kinds import SettingsForm, SettingsKind
from sandbox.saving import NotASavedWorkspace


def quiet(_: str) -> None:
    pass


def test_the_bot_goes_on_with_its_own_cards_after_a_restart(tmp_path: Path) -> None:
    kept = Kept(tmp_path)
    with set_up_kept(kept, told=quiet) as stage:
        stage.slack.clock.advance(3600)
        stage.slack.person("amara").writes("See you tomorrow", "general")
        seen, typed = marks({"set_duty_name": "Priya Nair"}), {"set_duty_name": "The press desk"}
        duty = SettingsForm(kind=SettingsKind.NUMBERS, typed=typed, seen=seen)
        settings.change(stage.bot.desk, duty, person=stage.slack.person("helen").id)
        before = [message.ts for message in stage.slack.person("priya").in_channel("press-desk").messages]
        stopped_at = stage.slack.clock.now()
    said: list[str] = []
    with set_up_kept(kept, told=said.append) as stage:
        priya = stage.slack.person("priya")
        desk = priya.in_channel("press-desk")
        waiting = desk.wait_for(
            lambda message: "GN-0008" in message.text and Action.STORY_PICK_UP in message.buttons.values()
        )
        waiting.press(Action.STORY_PICK_UP)
        desk.wait_for(lambda message: "GN-0008" in message.text and "Picked up" in message.readable)

        assert said == []
        assert stage.bot.desk.organisation.duty_name == "The press desk"
        assert [message.ts for message in desk.messages] == before
        assert stage.slack.person("amara").in_channel("general").last.text == "See you tomorrow"
        assert 0 <= (stage.slack.clock.now() - stopped_at).total_seconds() < 60


def test_half_a_council_is_begun_again(tmp_path: Path) -> None:
    kept = Kept(tmp_path)
    kept.database.write_text("cut short")
    (tmp_path / "mine.txt").write_text("not the demo's")

    assert kept.load() is None
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_a_broken_one_is_said_and_left_alone(tmp_path: Path) -> None:
    kept = Kept(tmp_path)
    kept.database.write_text("a database")
    kept.workspace.write_text("{")

    with pytest.raises(NotASavedWorkspace, match=r"workspace\.json is damaged"):
        kept.load()
    assert (kept.database.read_text(), kept.workspace.read_text()) == ("a database", "{")


def test_it_is_kept_while_it_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.demo.keeping.EVERY", 0.05)
    kept = Kept(tmp_path)
    with set_up_kept(kept, told=quiet) as stage:
        saved = _Saves(kept)
        monkeypatch.setattr(Kept, "save", saved)
        with keeping(kept, stage.slack):
            stage.slack.person("amara").writes("Keep this", "general")
            assert saved.came.wait(5)


class _Saves:
    def __init__(self, kept: Kept) -> None:
        from threading import Event

        self.kept, self.came = kept, Event()

    def __call__(self, _slack: object) -> None:
        self.came.set()
