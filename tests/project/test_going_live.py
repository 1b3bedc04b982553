"""`close-ties run` against a real Slack wants the yes of the data protection officer first."""

from pathlib import Path

import pytest

from bot.demo import ORGANISATION
from bot.keeping.agreement import is_on_this_machine
from storage.audit import entries_of
from storage.engine import Database
from storage.kinds import Subject
from tests.project.command_line import NOWHERE, ran, started, typed


def test_run_does_not_go_live_without_the_yes_of_the_data_protection_officer(tmp_path: Path) -> None:
    ended = ran(tmp_path, "run", SLACK_BOT_TOKEN="xoxb-1", SLACK_APP_TOKEN="xapp-1")

    assert ended.returncode == 1
    assert "Close Ties does not go live before the data protection officer has agreed." in ended.stderr


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
