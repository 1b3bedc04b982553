"""What each step costs: statements and transactions before the acknowledgement, and calls to Slack before and after it."""

import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from unittest.mock import patch

from slack_sdk.web.base_client import BaseClient
from sqlalchemy import event

from bot.app import Bot
from storage.engine import Database
from tests.bench.figures import Part, Target
from tests.bench.stage import fresh_database
from tests.journeys.council import ENQUIRY, Council, council_with

STORY = {
    "title": "A garden for Elm House",
    "what_happened": "Residents and staff planted it together.",
    "credit": "The day team",
    "recognisable": "nobody",
}


@dataclass
class Tally:
    """Counts what happens on the threads that answer Slack, and all calls that Slack got."""

    statements: int = 0
    commits: int = 0
    calls: int = 0
    _answering: threading.local = field(default_factory=threading.local)

    def watch(self, bot: Bot, database: Database) -> None:
        """Count from now on."""
        dispatch = bot.slack.dispatch

        def counted(*arguments: Any, **named: Any) -> Any:
            self._answering.now = True
            try:
                return dispatch(*arguments, **named)
            finally:
                self._answering.now = False

        setattr(bot.slack, "dispatch", counted)  # noqa: B010 - a method of Bolt's, replaced for this run
        event.listen(database.engine, "before_cursor_execute", lambda *_: self._count("statements"))
        event.listen(database.engine, "commit", lambda *_: self._count("commits"))

    def reset(self) -> None:
        """From nought."""
        self.statements = self.commits = self.calls = 0

    def _count(self, what: str) -> None:
        if getattr(self._answering, "now", False):
            setattr(self, what, getattr(self, what) + 1)

    @contextmanager
    def calls_counted(self) -> Iterator[None]:
        """Calls to Slack by a thread that is answering."""
        really = BaseClient.api_call

        def api_call(client: BaseClient, *arguments: Any, **named: Any) -> Any:
            self._count("calls")
            return really(client, *arguments, **named)

        with patch.object(BaseClient, "api_call", api_call):
            yield


def steps() -> Part:
    """Play the path once, step by step."""
    part = Part(
        "What each step costs", "Counted on the thread that answers; the calls after it are what the step tells people."
    )
    tally = Tally()
    with tempfile.TemporaryDirectory(prefix="close-ties-bench-") as folder, tally.calls_counted():
        database = fresh_database(Path(folder))
        try:
            with council_with(database) as council:
                tally.watch(council.bot, database)
                part.rows = [_cost(council, tally, name, step) for name, step in _path(council)]
        finally:
            database.dispose()
    submission = next(row for row in part.rows if row["step"] == "/media-enquiry, sent in")
    part.targets = [
        Target("Slack calls before the ack of a submission", submission["Slack calls before the ack"], "", 0),
        Target("SQL statements before the ack of a submission", submission["SQL before the ack"], "", 5),
        Target("transactions before the ack of a submission", submission["transactions"], "", 1),
    ]
    return part


def _cost(council: Council, tally: Tally, name: str, step: Callable[[], object]) -> dict[str, Any]:
    council.until_quiet()
    tally.reset()
    before = len(council.slack.log.calls())
    step()
    council.until_quiet()
    calls = [call.name for call in council.slack.log.calls()[before:]]
    return {
        "step": name,
        "SQL before the ack": tally.statements,
        "transactions": tally.commits,
        "Slack calls before the ack": tally.calls,
        "Slack calls after it": ", ".join(f"{calls.count(each)} {each}" for each in dict.fromkeys(calls)),
    }


def _path(council: Council) -> list[tuple[str, Callable[[], object]]]:
    amara, priya, shirin = council.person("amara"), council.person("priya"), council.person("shirin")
    desk = priya.in_channel("press-desk")
    return [
        ("/media-enquiry, typed", lambda: (amara.types("/media-enquiry"), amara.form)),
        ("/media-enquiry, sent in", lambda: amara.form.fill(**ENQUIRY).submit()),
        ("I'll take it", lambda: desk.messages[0].press("I'll take it")),
        ("I have it", lambda: shirin.inbox.wait_for(lambda each: "I have it" in each.buttons).press("I have it")),
        ("Record the response, opened", lambda: (desk.messages[0].press("Record the response"), priya.form)),
        ("Record the response, sent in", lambda: priya.form.fill(response="Elm House stays open.").submit()),
        ("Close, opened", lambda: (desk.messages[0].press("Close"), priya.form)),
        ("Close, sent in", lambda: priya.form.fill(outcome="responded").submit()),
        ("/story-idea, typed", lambda: (amara.types("/story-idea"), amara.form)),
        ("/story-idea, sent in", lambda: amara.form.fill(**STORY).submit()),
        ("App Home, opened", lambda: amara.home.open()),
    ]
