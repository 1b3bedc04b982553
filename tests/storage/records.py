"""Records with sensible values, so that a test names only what it is about; and a count of the statements that a piece of work sends."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

from sqlalchemy import event

from storage.delivery import Delivery, queue
from storage.engine import Database
from storage.enquiry import Enquiry
from storage.insert import insert_once
from storage.kinds import DeliveryKind, Step, Subject
from storage.nudge import Nudge
from storage.story import StoryIdea

T0 = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
_numbers = count(1)


def enquiry(**values: Any) -> Enquiry:
    """An enquiry of Maya Flores's."""
    fixed: dict[str, Any] = {
        "form_id": f"V{next(_numbers)}",
        "raised_by": "UMAYA",
        "raised_at": T0,
        "outlet": "BBC",
        "journalist": "Sam Poole 020 7946 0000",
        "question": "Is Elm House closing?",
    }
    return Enquiry(**fixed | values)


def story(**values: Any) -> StoryIdea:
    """A story idea of Tom Reid's."""
    fixed: dict[str, Any] = {
        "form_id": f"V{next(_numbers)}",
        "author": "UTOM",
        "sent_in_at": T0,
        "title": "A garden for Elm House",
        "what_happened": "Residents planted it.",
        "credit": "The day team",
    }
    return StoryIdea(**fixed | values)


def nudge(step: Step = Step.LEAD_NEW, person: str = "ULEAD", **values: Any) -> Nudge:
    """A nudge about enquiry 1, due at T0."""
    fixed: dict[str, Any] = {"subject": Subject.ENQUIRY, "subject_id": 1, "due_at": T0}
    return Nudge(step=step, person=person, **fixed | values)


def delivery(key: str, lane: str = "C0TRIAGE", **values: Any) -> Delivery:
    """A delivery about enquiry 1, due at T0."""
    fixed: dict[str, Any] = {
        "kind": DeliveryKind.ENQUIRY_CARD,
        "subject": Subject.ENQUIRY,
        "subject_id": 1,
        "created_at": T0,
        "not_before": T0,
    }
    return Delivery(key=key, lane=lane, **fixed | values)


def saved_enquiry(database: Database, **values: Any) -> int:
    """Write an enquiry; its id."""
    record = enquiry(**values)
    with database.write() as session:
        assert insert_once(session, record, Enquiry.form_id)
    return record.id


def saved_story(database: Database, **values: Any) -> int:
    """Write a story idea; its id."""
    record = story(**values)
    with database.write() as session:
        assert insert_once(session, record, StoryIdea.form_id)
    return record.id


def queued(database: Database, *deliveries: Delivery) -> None:
    """Queue deliveries in a transaction of their own."""
    with database.write() as session:
        queue(session, deliveries)


@contextmanager
def statements(database: Database) -> Iterator[list[str]]:
    """The SQL statements sent meanwhile, on every connection."""
    sent: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        sent.append(statement)

    event.listen(database.engine, "before_cursor_execute", note)
    try:
        yield sent
    finally:
        event.remove(database.engine, "before_cursor_execute", note)
