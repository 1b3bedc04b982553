"""What is asked every second finds its partial index, which SQLite uses only when the states are literals in the statement."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import event
from sqlalchemy.orm import Session

from storage.delivery import sent_about, standing, waiting_count
from storage.digest import untold_stories
from storage.engine import Database
from storage.enquiry import open_enquiries
from storage.kinds import Subject
from storage.lanes import claim_next, next_due, sending_in_lane
from storage.nudge import due_nudge_ids, next_nudge_due
from storage.story import waiting_stories
from tests.storage.records import T0

ASKED: dict[str, tuple[Callable[[Session], Any], str]] = {
    "open enquiries": (open_enquiries, "ix_enquiry_open"),
    "due nudges": (lambda session: due_nudge_ids(session, T0), "ix_nudge_due"),
    "next nudge": (next_nudge_due, "ix_nudge_due"),
    "waiting stories": (waiting_stories, "ix_story_idea_waiting"),
    "untold stories": (untold_stories, "ix_story_idea_picked_up"),
    "left while sending": (lambda session: sending_in_lane(session, "C1"), "ix_delivery_left"),
    "claim": (lambda session: claim_next(session, "C1", T0), "ix_delivery_lane"),
    "held back": (lambda session: claim_next(session, "C1", T0), "ix_delivery_tried"),
    "next delivery": (lambda session: next_due(session, T0), "ix_delivery_lane"),
    "where it stands": (lambda session: standing(session, "card"), "ix_delivery_key"),
    "all that stands": (lambda session: sent_about(session, Subject.ENQUIRY, 1), "ix_delivery_sent"),
    "how many wait": (waiting_count, "uq_delivery_waiting_key"),
}


@pytest.mark.parametrize("backend", ["sqlite"], indirect=True)
@pytest.mark.parametrize("asked", ASKED)
def test_it_is_found_by_its_index(database: Database, asked: str) -> None:
    ask, index = ASKED[asked]
    plan = "\n".join(_plans(database, ask))
    assert index in plan
    assert not re.search(r"SCAN (enquiry|nudge|story_idea|delivery)( |$)(?!USING)", plan, re.MULTILINE), plan


def _plans(database: Database, ask: Callable[[Session], Any]) -> list[str]:
    """The steps of every statement's plan, taken where it runs, with the values it runs with."""
    steps: list[str] = []

    def explain(connection: Any, _cursor: object, statement: str, parameters: Any, *_: object) -> None:
        raw = connection.connection.dbapi_connection
        steps.extend(row[3] for row in raw.execute("EXPLAIN QUERY PLAN " + statement, parameters))

    event.listen(database.engine, "before_cursor_execute", explain)
    with database.write() as session:
        ask(session)
    return steps
