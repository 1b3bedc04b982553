"""`close-ties demo` and `close-ties sandbox`: one line each, and a place of their own."""

import json
import signal
import urllib.request
from pathlib import Path

import pytest

from bot.demo import WORKSPACE
from bot.manifest import as_json
from tests.project.command_line import (
    ran,
    started,
    typed,
)


def test_a_sandbox_runs_alone_and_prints_one_line(tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_text(as_json(), encoding="utf-8")
    with started(tmp_path, "sandbox", "--manifest", "manifest.json", "--workspace", str(WORKSPACE)) as process:
        assert process.stdout is not None
        ready = json.loads(process.stdout.readline())
        with urllib.request.urlopen(f"{ready['url']}/control/workspace", timeout=10) as answer:
            people = {person["name"] for person in json.load(answer)["people"]}
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=60)

    assert set(ready) == {"url", "api_url", "bot_token", "app_token", "signing_secret"}
    assert ready["api_url"] == f"{ready['url']}/api/"
    assert "amara.okafor" in people
    assert (process.returncode, said) == (0, "Stopping.\n")


def test_a_manifest_that_slack_would_not_take_is_refused(tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_text('{"display_information": {"name": "' + 36 * "x" + '"}}', encoding="utf-8")

    ended = typed(tmp_path, "sandbox", "--manifest", "manifest.json")

    assert (ended.returncode, ended.stderr.splitlines()) == (
        2,
        [
            "Slack would not take manifest.json.",
            "  • /display_information/name: must be less than 36 characters",
        ],
    )


@pytest.mark.timeout(180)
def test_the_demo_prints_one_line_and_keeps_its_database_where_told(tmp_path: Path) -> None:
    with started(tmp_path, "demo", "--json", "--data", "kept") as process:
        assert process.stdout is not None
        ready = json.loads(process.stdout.readline())
        process.send_signal(signal.SIGINT)
        left, said = process.communicate(timeout=60)

    assert set(ready) == {"url", "api_url", "bot_token", "app_token", "signing_secret"}
    assert (process.returncode, left, said) == (0, "", "Stopping.\n")
    assert (tmp_path / "kept" / "close-ties.db").exists()


@pytest.mark.timeout(180)
def test_the_demo_plays_its_day_to_the_end(tmp_path: Path) -> None:
    ended = ran(tmp_path, "demo", "--once")

    assert (ended.returncode, ended.stderr) == (0, "")
    told = " ".join(ended.stdout.replace("│", " ").split())
    for seen in (
        "ME-0001 is closed. We answered.",
        "ME-0002: private enquiry",
        "Good news this week",
        "Your story GN-0001 is in this week's good news",
    ):
        assert seen in told
    assert "knew the family" not in told.split("Tomasz has a form: Media enquiry")[0]
