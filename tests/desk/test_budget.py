"""What a submission costs before it is acknowledged: no call to Slack, and five statements in one transaction."""

import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from shutil import copy

import pytest
from sqlalchemy import event

from bot import manifest
from bot.app import build
from bot.demo import ORGANISATION, WORKSPACE
from bot.organisation.file import read_organisation_file
from sandbox import Sandbox, SandboxClock, load_workspace
from sandbox.people.driver import Person
from storage.engine import Database
from storage.organisation import save_organisation
from tests.journeys.council import ENQUIRY, T0, settings_for

STORY = {
    "title": "A garden for Elm House",
    "what_happened": "Residents and staff planted it together.",
    "credit": "The day team",
    "recognisable": "nobody",
}


@dataclass
class Cost:
    """What was asked of the database and of Slack meanwhile."""

    statements: list[str] = field(default_factory=list)
    commits: int = 0
    slack: list[str] = field(default_factory=list)


@dataclass
class Desk:
    """A bot that hears, over real Socket Mode, and whose delivery loop and scheduler stand still: all that it does is for the ack."""

    slack: Sandbox
    database: Database

    def person(self, name: str) -> Person:
        return self.slack.person(name)

    @contextmanager
    def counted(self) -> Iterator[Cost]:
        """What the block costs, up to the moment at which the person saw the answer."""
        cost, engine = Cost(), self.database.engine
        lock, before = threading.Lock(), len(self.slack.log.calls())

        def asked(_connection: object, _cursor: object, statement: str, *_: object) -> None:
            with lock:
                cost.statements.append(_kind(statement))

        def committed(_connection: object) -> None:
            with lock:
                cost.commits += 1

        event.listen(engine, "before_cursor_execute", asked)
        event.listen(engine, "commit", committed)
        try:
            yield cost
        finally:
            event.remove(engine, "before_cursor_execute", asked)
            event.remove(engine, "commit", committed)
            cost.slack = [call.name for call in self.slack.log.calls()[before:]]


@pytest.fixture
def desk(tmp_path: Path, migrated_file: Path) -> Iterator[Desk]:
    database = Database(f"sqlite:///{copy(migrated_file, tmp_path / 'close-ties.db')}")
    with database.write() as session:
        save_organisation(session, read_organisation_file(ORGANISATION))
    clock = SandboxClock(T0, flowing=False)
    with Sandbox(load_workspace(WORKSPACE, clock=clock), manifest.manifest(), clock=clock) as slack:
        bot = build(settings_for(slack, database), database=database, clock=clock)
        bot.desk.refresh()
        bot.connect()
        slack.wait_for_app()
        try:
            yield Desk(slack, database)
        finally:
            bot.stop()
            database.dispose()


def test_recording_an_enquiry_costs_five_statements_and_no_call(desk: Desk) -> None:
    amara = desk.person("amara")
    amara.types("/media-enquiry")
    form = amara.form.fill(**ENQUIRY)
    with desk.counted() as cost:
        form.submit()
    assert not amara.has_form
    assert cost.slack == []
    assert cost.statements == [
        "INSERT INTO enquiry",
        "INSERT INTO nudge",
        "UPDATE audit_head",
        "INSERT INTO audit_entry",
        "INSERT INTO delivery",
    ]
    assert cost.commits == 1


def test_the_words_of_a_command_open_the_form_without_the_database(desk: Desk) -> None:
    with desk.counted() as cost:
        desk.person("amara").types("/media-enquiry BBC, 4pm today, care home closure")
        assert desk.person("amara").form.title == "Media enquiry"
    assert cost.slack == ["views.open"]
    assert cost.statements == []


def test_sending_in_a_story_idea_costs_five_statements_and_no_call(desk: Desk) -> None:
    tomasz = desk.person("tomasz")
    tomasz.types("/story-idea")
    form = tomasz.form.fill(**STORY)
    with desk.counted() as cost:
        form.submit()
    assert not tomasz.has_form
    assert cost.slack == []
    assert cost.statements == [
        "INSERT INTO story_idea",
        "INSERT INTO nudge",
        "UPDATE audit_head",
        "INSERT INTO audit_entry",
        "INSERT INTO delivery",
    ]
    assert cost.commits == 1


def _kind(statement: str) -> str:
    found = re.match(r"(INSERT INTO|UPDATE|SELECT) ?\w*", statement)
    return found[0] if found else statement
