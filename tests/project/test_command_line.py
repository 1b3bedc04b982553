"""The command line as whoever types it meets it: what it prints, and the exit code it ends with."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli.commands import commands
from bot.demo import ORGANISATION, WORKSPACE
from bot.keeping.agreement import is_on_this_machine
from bot.manifest import as_json, manifest
from sandbox import Sandbox, load_workspace
from storage.audit import entries_of, verify
from storage.engine import Database
from storage.kinds import Subject

NOWHERE = "http://0.0.0.0:9/api/"
"""An address that is not this machine's own by name, and yet leads nowhere else: nobody answers, nothing leaves the machine."""

CLOSE_TIES = [sys.executable, "-m", "bot"]


def surroundings(**settings: str) -> dict[str, str]:
    """An environment without settings of ours, save for those named."""
    keep = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    return {**keep, "PYTHONPATH": str(Path(__file__).parents[2]), "NO_COLOR": "1", **settings}


@dataclass(frozen=True)
class Ended:
    """How a command ended, and what it printed."""

    returncode: int
    stdout: str
    stderr: str


def typed(folder: Path, *words: str, answer: str = "", **settings: str) -> Ended:
    """A command typed in a folder, run in this process: quicker by a second than a process of its own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        for name in os.environ:
            patch.delenv(name)
        for name, value in surroundings(**settings).items():
            patch.setenv(name, value)
        result = CliRunner().invoke(commands, words, input=answer or None)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Ended(result.exit_code, result.stdout, result.stderr)


def ran(folder: Path, *words: str, **settings: str) -> Ended:
    """The same in a process of its own: what starts threads, and what sets up the log."""
    with started(folder, *words, **settings) as process:
        out, err = process.communicate(timeout=90)
    return Ended(process.returncode, out, err)


@contextmanager
def started(folder: Path, *words: str, **settings: str) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        [*CLOSE_TIES, *words],
        cwd=folder,
        env=surroundings(**settings),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        yield process
    finally:
        if process.poll() is None:
            process.kill()
        process.communicate()


@contextmanager
def northbank(**changes: bool) -> Iterator[Sandbox]:
    """The demo's Slack; its restricted channel changed as said."""
    workspace = load_workspace(WORKSPACE)
    with Sandbox(workspace, manifest()) as slack:
        for name, value in changes.items():
            setattr(workspace.channel("press-restricted"), name, value)
        yield slack


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        return int(listening.getsockname()[1])


def wait_until_listening(port: int) -> None:
    """Try until somebody answers at the port, for half a minute at most."""
    ends = time.monotonic() + 30
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            assert time.monotonic() < ends, f"nobody listens at {port}"
            time.sleep(0.05)
        else:
            return


def tokens(slack: Sandbox) -> dict[str, str]:
    return {
        "SLACK_BOT_TOKEN": slack.bot_token,
        "SLACK_APP_TOKEN": slack.app_token,
        "SLACK_API_URL": slack.api_url,
    }


def test_the_version_is_the_installed_one(tmp_path: Path) -> None:
    assert typed(tmp_path, "version").stdout == "0.1.0\n"


def test_the_manifest_is_printed_as_it_is_kept(tmp_path: Path) -> None:
    assert typed(tmp_path, "manifest").stdout == as_json()


def test_run_says_every_missing_setting_at_once_without_a_traceback(tmp_path: Path) -> None:
    ended = typed(tmp_path, "run", DELIVERY_WORKERS="lots")

    assert ended.returncode == 2
    assert ended.stdout == ""
    lines = ended.stderr.splitlines()
    assert lines[0] == "Close Ties cannot start: these settings want putting right (in .env or the environment)."
    assert [line.split(":")[0].strip(" •") for line in lines[1:]] == [
        "SLACK_BOT_TOKEN",
        "SLACK_APP_TOKEN",
        "DELIVERY_WORKERS",
    ]


def test_run_over_http_wants_the_signing_secret(tmp_path: Path) -> None:
    ended = typed(tmp_path, "run", "--http", "3000", SLACK_BOT_TOKEN="xoxb-1")

    assert ended.returncode == 2
    assert ended.stderr.splitlines()[1] == (
        "  • SLACK_SIGNING_SECRET: it is not set. At api.slack.com/apps, open your app, then Basic Information: "
        "“Signing Secret”."
    )


def test_settings_are_read_from_the_env_file(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("SLACK_BOT_TOKEN=xoxp-1\nSLACK_APP_TOKEN=xapp-1\n", encoding="utf-8")

    ended = typed(tmp_path, "run")

    assert ended.returncode == 2
    assert "it should begin with xoxb-; one that begins with xoxp- is a person's token, not the bot's" in ended.stderr


def test_run_starts_before_anything_is_set_up_and_its_home_shows_the_way(tmp_path: Path) -> None:
    with northbank() as slack, started(tmp_path, "run", **tokens(slack)) as process:
        slack.wait_for_app(timeout=30)
        said_to_helen = (
            slack.person("helen").home.open().wait_for(lambda words: "Welcome to Close Ties" in words).readable
        )
        process.send_signal(signal.SIGTERM)
        _, said = process.communicate(timeout=20)

    assert "Set up Close Ties" in said_to_helen
    assert process.returncode == 0
    assert "Nothing is set up yet." in said
    assert "Traceback" not in said


def test_run_does_not_go_live_without_the_yes_of_the_data_protection_officer(tmp_path: Path) -> None:
    ended = ran(tmp_path, "run", SLACK_BOT_TOKEN="xoxb-1", SLACK_APP_TOKEN="xapp-1")

    assert ended.returncode == 1
    assert "Close Ties does not go live before the data protection officer has agreed." in ended.stderr


def test_run_refuses_a_restricted_channel_that_others_can_read(tmp_path: Path) -> None:
    assert typed(tmp_path, "organisation", "load", str(ORGANISATION)).returncode == 0
    with northbank(shared=True) as slack:
        ended = ran(tmp_path, "run", **tokens(slack))

    assert ended.returncode == 1
    assert ended.stderr.splitlines()[-2:] == [
        "Close Ties does not start: its restricted channel is not private enough.",
        "  • The restricted channel #press-restricted is shared with another organisation. Stop sharing it.",
    ]


def test_run_says_when_slack_does_not_take_the_token(tmp_path: Path) -> None:
    typed(tmp_path, "organisation", "load", str(ORGANISATION))
    with northbank() as slack:
        ended = ran(tmp_path, "run", **tokens(slack) | {"SLACK_BOT_TOKEN": "xoxb-of-another-app"})

    assert ended.returncode == 2
    assert ended.stderr.splitlines()[:2] == [
        "Slack does not take the bot's token.",
        (
            "  • SLACK_BOT_TOKEN: Slack says invalid_auth. At api.slack.com/apps, open your app, then OAuth & Permissions: "
            "“Bot User OAuth Token”."
        ),
    ]


def test_run_connects_answers_and_ends_when_told(tmp_path: Path) -> None:
    typed(tmp_path, "organisation", "load", str(ORGANISATION))
    with northbank() as slack, started(tmp_path, "run", **tokens(slack)) as process:
        slack.wait_for_app(timeout=30)
        amara = slack.person("amara")
        amara.types("/media-enquiry BBC", channel="general")
        outlet, sockets = amara.form.values["outlet"], slack.dispatcher.sockets.connections
        process.send_signal(signal.SIGTERM)
        _, said = process.communicate(timeout=20)

    assert (outlet, sockets) == ("BBC", 1)
    assert process.returncode == 0
    assert said.splitlines()[-1] == "Stopping."
    assert "Traceback" not in said


def test_run_answers_signed_requests_over_http(tmp_path: Path) -> None:
    typed(tmp_path, "organisation", "load", str(ORGANISATION))
    port = free_port()
    address = f"http://127.0.0.1:{port}/slack/events"
    with Sandbox(load_workspace(WORKSPACE), manifest(), request_url=address) as slack:
        settings = {**tokens(slack), "SLACK_SIGNING_SECRET": slack.signing_secret, "SLACK_APP_TOKEN": ""}
        with started(tmp_path, "run", "--http", str(port), **settings) as process:
            wait_until_listening(port)
            amara = slack.person("amara")
            amara.types("/media-enquiry BBC", channel="general")
            outlet = amara.form.values["outlet"]
            process.send_signal(signal.SIGTERM)
            _, said = process.communicate(timeout=20)

    assert outlet == "BBC"
    assert process.returncode == 0
    assert "Traceback" not in said


def test_two_runs_do_not_share_a_file(tmp_path: Path) -> None:
    typed(tmp_path, "organisation", "load", str(ORGANISATION))
    with northbank() as slack, started(tmp_path, "run", **tokens(slack)):
        slack.wait_for_app(timeout=30)
        second = ran(tmp_path, "run", **tokens(slack))

    assert second.returncode == 2
    assert second.stderr.splitlines()[0] == "Close Ties is running already with this database."


def test_an_organisation_is_loaded_and_exported_again(tmp_path: Path) -> None:
    loaded = typed(tmp_path, "organisation", "load", str(ORGANISATION))
    first = typed(tmp_path, "organisation", "export", "out.toml")
    again = typed(tmp_path, "organisation", "load", "out.toml")
    printed = typed(tmp_path, "organisation", "export")

    assert [loaded.stderr, first.stderr, again.stderr] == [
        "Northbank Council is loaded.\n",
        "Northbank Council is written to out.toml.\n",
        "Northbank Council is loaded.\n",
    ]
    assert printed.stdout == (tmp_path / "out.toml").read_text(encoding="utf-8")
    assert 'name = "Tomasz Zieliński"' in printed.stdout


def test_nothing_loaded_is_nothing_to_export(tmp_path: Path) -> None:
    ended = typed(tmp_path, "organisation", "export")

    assert (ended.returncode, ended.stderr.splitlines()[0]) == (1, "No organisation is loaded yet.")


def test_check_finds_no_hole_in_the_sample_and_says_that_slack_was_not_asked(tmp_path: Path) -> None:
    ended = typed(tmp_path, "organisation", "check", str(ORGANISATION))

    assert (ended.returncode, ended.stderr.splitlines()) == (
        0,
        ["Slack itself was not asked: SLACK_BOT_TOKEN is not set.", "Northbank Council: no hole found."],
    )


def test_check_names_holes_on_both_sides(tmp_path: Path) -> None:
    text = ORGANISATION.read_text(encoding="utf-8").replace('deputies = ["joan"]\n', "")
    (tmp_path / "our.toml").write_text(text, encoding="utf-8")
    with northbank(archived=True) as slack:
        ended = typed(tmp_path, "organisation", "check", "our.toml", **tokens(slack))

    assert (ended.returncode, ended.stderr.splitlines()) == (
        1,
        [
            "Northbank Council: 2 things want putting right.",
            "  • Adults' social care has no deputy: when its lead is away, nobody in the service is asked.",
            "  • The restricted channel #press-restricted is archived: nothing can be posted in it.",
        ],
    )


def test_check_says_when_slack_does_not_answer(tmp_path: Path) -> None:
    ended = typed(
        tmp_path,
        "organisation",
        "check",
        str(ORGANISATION),
        SLACK_BOT_TOKEN="xoxb-1",
        SLACK_API_URL="http://127.0.0.1:9/api/",
    )

    assert ended.returncode == 2
    assert ended.stderr.startswith("Slack does not answer: ")
    assert "Traceback" not in ended.stderr


def test_a_file_that_is_not_understood_ends_with_its_problems(tmp_path: Path) -> None:
    (tmp_path / "our.toml").write_text('name = "N"\nnmae = "N"\n', encoding="utf-8")

    ended = typed(tmp_path, "organisation", "load", "our.toml")

    assert (ended.returncode, ended.stderr.splitlines()) == (
        2,
        ["our.toml cannot be used as it is.", "  • nmae: no setting has this name."],
    )


def test_a_sandbox_runs_alone_and_prints_one_line(tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_text(as_json(), encoding="utf-8")
    with started(tmp_path, "sandbox", "--manifest", "manifest.json", "--workspace", str(WORKSPACE)) as process:
        assert process.stdout is not None
        ready = json.loads(process.stdout.readline())
        with urllib.request.urlopen(f"{ready['url']}/control/workspace", timeout=10) as answer:
            people = {person["name"] for person in json.load(answer)["people"]}
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=20)

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


def test_the_demo_prints_one_line_and_keeps_its_database_where_told(tmp_path: Path) -> None:
    with started(tmp_path, "demo", "--json", "--data", "kept") as process:
        assert process.stdout is not None
        ready = json.loads(process.stdout.readline())
        process.send_signal(signal.SIGINT)
        left, said = process.communicate(timeout=20)

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


def test_loading_an_organisation_is_in_the_trail_with_what_changed(tmp_path: Path) -> None:
    typed(tmp_path, "organisation", "load", str(ORGANISATION))
    text = ORGANISATION.read_text(encoding="utf-8").replace('on_call = "priya"', 'on_call = "dewi"')
    (tmp_path / "our.toml").write_text(text.replace("01632 960 102", "01632 960 199"), encoding="utf-8")
    typed(tmp_path, "organisation", "load", "our.toml")

    database = Database(f"sqlite:///{tmp_path / 'close-ties.db'}")
    with database.read() as session:
        first, second = entries_of(session, Subject.ORGANISATION, 1)
        assert verify(session) == []
    database.dispose()
    assert (first.actor, first.action) == ("close-ties", "loaded")
    assert (first.details or {})["changes"]["name"] == [None, "Northbank Council"]
    assert (second.details or {})["changes"] == {
        "press_office.on_call": ["priya", "dewi"],
        "people.dewi.phone": "changed",
    }


def test_run_does_not_go_live_before_the_data_protection_officer_has_agreed(tmp_path: Path) -> None:
    typed(tmp_path, "organisation", "load", str(ORGANISATION))
    ended = ran(tmp_path, "run", SLACK_BOT_TOKEN="xoxb-1", SLACK_APP_TOKEN="xapp-1", SLACK_API_URL=NOWHERE)

    assert (ended.returncode, ended.stderr.splitlines()) == (
        1,
        [
            "Close Ties does not go live before the data protection officer has agreed.",
            (
                "  • Go through docs/dpia.md with them; once they agree: close-ties organisation go-live --dpo NAME --on DATE "
                "(as 2026-03-04)."
            ),
        ],
    )


def test_their_agreement_is_in_the_trail_and_run_goes_on_to_ask_slack(tmp_path: Path) -> None:
    typed(tmp_path, "organisation", "load", str(ORGANISATION))
    agreed = typed(tmp_path, "organisation", "go-live", "--dpo", "Ruth Bell", "--on", "2026-03-04")
    assert (agreed.returncode, agreed.stderr) == (
        0,
        "Recorded: Ruth Bell agreed on 2026-03-04. Close Ties may go live.\n",
    )
    database = Database(f"sqlite:///{tmp_path / 'close-ties.db'}")
    with database.read() as session:
        last = entries_of(session, Subject.ORGANISATION, 1)[-1]
    database.dispose()
    assert (last.action, {**(last.details or {}), "login": ""}) == (
        "went_live",
        {"dpo": "Ruth Bell", "on": "2026-03-04", "login": ""},
    )
    with started(tmp_path, "run", SLACK_BOT_TOKEN="xoxb-1", SLACK_APP_TOKEN="xapp-1", SLACK_API_URL=NOWHERE) as process:
        assert process.stderr is not None
        assert any("Slack does not answer yet" in process.stderr.readline() for _ in range(10))


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("yesterday", "'yesterday' is not a date: write it as 2026-03-04.\n"),
        ("2999-01-01", "2999-01-01 has not come yet: record it once they have agreed.\n"),
    ],
)
def test_an_agreement_has_a_day(tmp_path: Path, day: str, said: str) -> None:
    ended = typed(tmp_path, "organisation", "go-live", "--dpo", "Ruth Bell", "--on", day)

    assert (ended.returncode, ended.stderr) == (2, said)


@pytest.mark.parametrize(
    ("address", "here"),
    [
        ("http://127.0.0.1:8765/api/", True),
        ("http://localhost:8765/api/", True),
        ("http://[::1]:1/api/", True),
        ("https://slack.com/api/", False),
        ("https://localhost.slack.com/api/", False),
        ("http://10.0.0.1/api/", False),
    ],
)
def test_only_a_slack_of_this_machine_is_free_to_try(address: str, here: bool) -> None:
    assert is_on_this_machine(address) is here
