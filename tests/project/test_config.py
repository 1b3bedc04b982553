"""Settings: what is read, what is refused and in which words, and that `.env.example` tells of each."""

from pathlib import Path

import pytest
from dotenv import dotenv_values

from bot.config import WHERE, Mode, Problem, Settings, SettingsProblems, environment, read_settings

ROOT = Path(__file__).parents[2]
TOKENS = {"SLACK_BOT_TOKEN": "xoxb-1", "SLACK_APP_TOKEN": "xapp-1"}


def problems(env: dict[str, str], mode: Mode = Mode.SOCKET) -> list[Problem]:
    with pytest.raises(SettingsProblems) as refused:
        read_settings(env, mode)
    return list(refused.value.problems)


def said(env: dict[str, str], mode: Mode = Mode.SOCKET) -> dict[str, str]:
    return {problem.variable: problem.wrong for problem in problems(env, mode)}


def test_tokens_alone_are_enough() -> None:
    settings = read_settings(TOKENS)

    assert settings.slack_bot_token == "xoxb-1"
    assert settings.slack_app_token == "xapp-1"
    assert settings.slack_api_url == "https://slack.com/api/"
    assert settings.database_url == "sqlite:///close-ties.db"
    assert settings.log_level == "INFO"
    assert settings.delivery_workers == 16


def test_every_problem_is_said_at_once_in_the_order_of_the_settings() -> None:
    found = problems(
        {
            "SLACK_APP_TOKEN": "xoxb-secret",
            "SLACK_API_URL": "slack.example",
            "DATABASE_URL": "mysql://u:secret@h/d",
            "LOG_LEVEL": "loud",
            "DELIVERY_WORKERS": "many",
        }
    )

    assert [(problem.variable, problem.wrong) for problem in found] == [
        ("SLACK_BOT_TOKEN", "it is not set"),
        (
            "SLACK_APP_TOKEN",
            "it should begin with xapp-; one that begins with xoxb- is the bot token (SLACK_BOT_TOKEN)",
        ),
        (
            "SLACK_API_URL",
            "it should be a web address that begins with https:// (or http:// for a sandbox)",
        ),
        ("DATABASE_URL", "it should begin with sqlite:/// or postgresql://"),
        ("LOG_LEVEL", "input should be 'DEBUG', 'INFO', 'WARNING' or 'ERROR'"),
        (
            "DELIVERY_WORKERS",
            "input should be a valid integer, unable to parse string as an integer",
        ),
    ]
    assert "secret" not in str(SettingsProblems(found))


def test_a_problem_says_where_the_right_value_is_found() -> None:
    assert str(problems({"SLACK_BOT_TOKEN": "xoxb-1"})[0]) == (
        "SLACK_APP_TOKEN: it is not set. At api.slack.com/apps, open your app, then Basic Information: “App-Level "
        "Tokens”. Make one with the scope connections:write."
    )


def test_a_slip_in_a_name_is_pointed_out() -> None:
    assert said({"SLACK_BOT_TOKN": "xoxb-1", "SLACK_APP_TOKEN": "xapp-1"}) == {
        "SLACK_BOT_TOKEN": "it is not set, but SLACK_BOT_TOKN is: perhaps a slip of the pen"
    }


@pytest.mark.parametrize(
    ("mode", "missing"),
    [
        (Mode.SOCKET, {"SLACK_BOT_TOKEN", "SLACK_APP_TOKEN"}),
        (Mode.HTTP, {"SLACK_BOT_TOKEN", "SLACK_SIGNING_SECRET"}),
    ],
)
def test_what_is_needed_depends_on_how_the_bot_runs(mode: Mode, missing: set[str]) -> None:
    assert said({}, mode) == dict.fromkeys(missing, "it is not set")


def test_nothing_is_needed_without_slack() -> None:
    assert read_settings({}, Mode.OFFLINE).slack_bot_token == ""


def test_an_empty_variable_counts_as_left_out() -> None:
    assert read_settings({**TOKENS, "DATABASE_URL": "", "DELIVERY_WORKERS": " "}).delivery_workers == 16


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("postgresql://u:p@h/d", "postgresql+psycopg://u:p@h/d"),
        ("postgres://u:p@h/d", "postgresql+psycopg://u:p@h/d"),
        ("postgresql+psycopg://h/d", "postgresql+psycopg://h/d"),
        ("sqlite:////var/lib/close-ties.db", "sqlite:////var/lib/close-ties.db"),
    ],
)
def test_a_database_address_names_our_driver(given: str, kept: str) -> None:
    assert read_settings({**TOKENS, "DATABASE_URL": given}).database_url == kept


@pytest.mark.parametrize("given", ["sqlite://", "sqlite:///", "sqlite:///:memory:", "sqlite://close-ties.db"])
def test_a_database_must_be_a_file(given: str) -> None:
    assert said({**TOKENS, "DATABASE_URL": given}) == {
        "DATABASE_URL": "it should name a file after sqlite:///, since a database in memory forgets everything"
    }


@pytest.mark.parametrize("workers", ["0", "65", "-1"])
def test_deliveries_have_sensible_bounds(workers: str) -> None:
    assert set(said({**TOKENS, "DELIVERY_WORKERS": workers})) == {"DELIVERY_WORKERS"}


def test_an_api_address_ends_with_a_slash() -> None:
    settings = read_settings({**TOKENS, "SLACK_API_URL": "http://127.0.0.1:8080/api"})

    assert settings.slack_api_url == "http://127.0.0.1:8080/api/"


def test_secrets_are_never_printed() -> None:
    settings = read_settings({**TOKENS, "SLACK_SIGNING_SECRET": "do-not-show"})

    shown = repr(settings) + str(settings)
    assert not [secret for secret in ("xoxb-1", "xapp-1", "do-not-show") if secret in shown]


def test_settings_do_not_read_the_environment_by_themselves(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DELIVERY_WORKERS", "3")

    assert read_settings(TOKENS).delivery_workers == 16


def test_the_environment_wins_over_the_env_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".env").write_text('LOG_LEVEL=DEBUG\nDELIVERY_WORKERS="4"\nBARE\n', encoding="utf-8")
    monkeypatch.setenv("DELIVERY_WORKERS", "5")
    monkeypatch.delenv("LOG_LEVEL", raising=False)

    env = environment(tmp_path)

    assert (env["LOG_LEVEL"], env["DELIVERY_WORKERS"], "BARE" in env) == ("DEBUG", "5", False)


def test_no_env_file_is_no_problem(tmp_path: Path) -> None:
    assert "PATH" in environment(tmp_path)


def test_env_example_has_every_setting_with_its_default_and_its_explanation() -> None:
    text = (ROOT / ".env.example").read_text(encoding="utf-8")
    paragraphs = {part.rsplit("\n", 1)[-1].split("=")[0]: part for part in text.strip().split("\n\n")[1:]}

    assert list(paragraphs) == [name.upper() for name in Settings.model_fields]
    for name, field in Settings.model_fields.items():
        lines = paragraphs[name.upper()].split("\n")
        assert lines[:-1] == [f"# {field.description}", f"# {WHERE[name]}"]


def test_env_example_holds_the_defaults() -> None:
    written = dotenv_values(ROOT / ".env.example")
    settings = read_settings({name: value or "" for name, value in written.items()}, Mode.OFFLINE)

    assert settings == read_settings({}, Mode.OFFLINE)
    assert set(written) == {name.upper() for name in Settings.model_fields}
