"""What recording an enquiry costs: five statements in one transaction, whatever it causes."""

import re

from storage import audit
from storage.delivery import queue
from storage.engine import Database
from storage.enquiry import Enquiry
from storage.insert import insert_once
from storage.kinds import NudgeState, Step, Subject
from storage.nudge import plan_nudges
from tests.storage.records import T0, delivery, enquiry, nudge, statements


def test_recording_an_enquiry_takes_five_statements(database: Database) -> None:
    with statements(database) as sent:
        _record(database, enquiry(form_id="V1"), steps=list(Step))
    assert [_kind(statement) for statement in sent] == [
        "INSERT INTO enquiry",
        "INSERT INTO nudge",
        "INSERT INTO delivery",
        "UPDATE audit_head",
        "INSERT INTO audit_entry",
    ]


def test_the_same_form_again_costs_one_statement(database: Database) -> None:
    _record(database, enquiry(form_id="V1"), steps=list(Step))
    with statements(database) as sent, database.write() as session:
        assert not insert_once(session, enquiry(form_id="V1"), Enquiry.form_id)
    assert [_kind(statement) for statement in sent] == ["INSERT INTO enquiry"]


def test_one_nudge_and_one_delivery_are_a_statement_each_too(database: Database) -> None:
    with statements(database) as sent:
        _record(database, enquiry(form_id="V1"), steps=[Step.LEAD_NEW])
    assert len(sent) == 5


def _record(database: Database, record: Enquiry, steps: list[Step]) -> None:
    with database.write() as session:
        assert insert_once(session, record, Enquiry.form_id)
        planned = [nudge(step, subject_id=record.id, state=NudgeState.SENT, sent_at=T0) for step in steps]
        written = plan_nudges(session, planned)
        queue(session, [delivery("card"), *(delivery(f"nudge:{one.id}", lane=one.person) for one in written)])
        audit.append(
            session, at=T0, actor="UMAYA", action="recorded", subject=Subject.ENQUIRY, subject_id=record.id, details={}
        )


def _kind(statement: str) -> str:
    found = re.match(r"(INSERT INTO|UPDATE) \w+", statement)
    return found[0] if found else statement
