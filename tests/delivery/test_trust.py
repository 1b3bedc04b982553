"""The bot believes that it is Slack that answers only where the system's certificates say so, and reads those once."""

import ssl

import pytest

from bot.app import build, trusted
from bot.config import read_settings
from sandbox import SandboxClock
from storage.engine import Database
from tests.journeys.council import T0

SETTINGS = {"SLACK_BOT_TOKEN": "xoxb-1", "SLACK_APP_TOKEN": "xapp-1"}


def test_certificates_are_read_once_for_all_requests(file_database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[ssl.SSLContext] = []

    def reading() -> ssl.SSLContext:
        read.append(ssl.create_default_context())
        return read[-1]

    trusted.cache_clear()
    monkeypatch.setattr("bot.app.create_default_context", reading)
    bot = build(read_settings(SETTINGS), database=file_database, clock=SandboxClock(T0))
    door = bot.slack.client
    assert bot.client.ssl is door.ssl is trusted()
    assert len(read) == 1
    trusted.cache_clear()


def test_a_certificate_that_nobody_vouches_for_is_refused() -> None:
    assert trusted().verify_mode == ssl.CERT_REQUIRED
    assert trusted().check_hostname
