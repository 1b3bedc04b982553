"""`close-ties run`: what it wants before it starts, what it answers, and how it ends."""

import signal
from pathlib import Path

from bot.demo import ORGANISATION, WORKSPACE
from bot.manifest import manifest
from sandbox import Sandbox, load_workspace
from tests.project.command_line import free_port, northbank, ran, started, tokens, typed, wait_until_listening


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
            slack.person("helen")
            .home.open()
            .wait_for(lambda words: "just been added to your workspace" in words)
            .readable
        )
        process.send_signal(signal.SIGTERM)
        _, said = process.communicate(timeout=20)

    assert "Set up Close Ties" in said_to_helen
    assert process.returncode == 0
    assert "Nothing is set up yet." in said
    assert "Traceback" not in said


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
