"""Somebody is erased who is still asked for something open: it goes to the next, or the press office finds somebody, and then they go."""

import json

from bot.desk import enquiries, fact_checks, involved, sign_offs, statements, tasks, working
from bot.desk.work import Desk
from bot.keeping.persons import erase, plan_erasure
from bot.rules.enquiry_form import EnquiryForm
from bot.rules.statement_form import FactsForm, SignOffForm, StatementForm
from storage import audit
from storage.engine import Database
from storage.enquiry import get_enquiry
from storage.involved import tasks_of
from storage.kinds import NudgeState, Status, TaskKind
from storage.naming import everything_naming
from storage.nudge import nudges_around
from storage.statement import fact_checks_of, sign_offs_of
from tests.keeping.full import AMARA, JOAN, PRIYA, SHIRIN, desk_on
from tests.keeping.test_persons import FOR, leaves

GRACE = "U0GRACE09"


def asked_for_everything(desk: Desk) -> None:
    """Joan is to say yes, to check the facts (she knows the case) and to do one thing; Shirin has said yes already."""
    form = EnquiryForm("Northbank Echo", "Sam Poole, 020 7946 0000", "4pm tomorrow", "Will Elm House close?", "adults")
    enquiries.record(desk, form, form_id="V1", person=AMARA)
    working.claim(desk, 1, person=PRIYA)
    statements.draft(desk, 1, StatementForm(words=("It will not.",)), form_id="V2", person=PRIYA)
    fact_checks.ask(desk, 1, FactsForm(person=JOAN), person=PRIYA)
    sign_offs.ask(desk, 1, SignOffForm(people=(SHIRIN, JOAN)), person=PRIYA)
    sign_offs.approve(desk, 1, candour="nothing_wrong", person=SHIRIN)
    involved.may_be_named(desk, 1, GRACE, person=PRIYA)
    with desk.database.read() as session:
        security = next(one for one in tasks_of(session, 1) if one.kind == TaskKind.SECURITY)
    tasks.hand_on(desk, security.id, JOAN, person=PRIYA)


def test_what_they_are_asked_for_passes_on_before_they_are_erased(database: Database) -> None:
    desk = desk_on(database)
    asked_for_everything(desk)
    leaves(desk, JOAN)
    with database.read() as session:
        plan = plan_erasure(session, desk.organisation, JOAN)
    assert (plan.refusals, plan.asked) == ((), ("ME-0001",))

    erase(desk, JOAN, details=FOR)

    with database.read() as session:
        enquiry = get_enquiry(session, 1)
        yes, facts = sign_offs_of(session, 1), fact_checks_of(session, 1)
        todo = {one.kind: (one.owner, str(one.state)) for one in tasks_of(session, 1)}
        waiting = [
            one for one in nudges_around(session, 1, [JOAN]) if one.state in (NudgeState.SENT, NudgeState.PLANNED)
        ]
        named = {one.table for one in everything_naming(session, JOAN)}
        assert audit.verify(session) == []
    assert enquiry is not None
    assert [str(one.state) for one in yes] == ["approved", "voided"]
    assert [str(one.state) for one in facts] == ["dropped"]
    assert enquiry.status in (Status.READY, Status.IN_PROGRESS)
    assert todo[TaskKind.SECURITY] == (PRIYA, "open")
    assert todo[TaskKind.REPLACE] == (PRIYA, "open")
    assert waiting == []
    assert named <= {"audit_entry", "delivery"}
    assert JOAN not in json.dumps([one.details for one in _trail(database)])


def _trail(database: Database) -> list[audit.AuditEntry]:
    with database.read() as session:
        return list(session.query(audit.AuditEntry))


def test_erasing_is_begun_again_where_it_was_broken_off(database: Database) -> None:
    desk = desk_on(database)
    asked_for_everything(desk)
    leaves(desk, JOAN)
    erase(desk, JOAN, details=FOR)
    erase(desk, JOAN, details=FOR)
    with database.read() as session:
        replaced = [one for one in tasks_of(session, 1) if one.kind == TaskKind.REPLACE]
    assert len(replaced) == 1
