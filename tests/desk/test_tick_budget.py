"""What it costs to ask a person about many things at once: as many statements as to ask about a few."""

from datetime import timedelta
from typing import Any

import pytest

from bot.desk import nudging
from bot.desk.work import Desk
from sandbox import SandboxClock
from storage.engine import Database
from storage.kinds import NudgeState, Step, Subject
from storage.nudge import Nudge, plan_nudges
from storage.organisation import save_organisation
from tests.rules.northbank import LEAD, at, enquiry, organisation
from tests.storage.records import statements

NOW = at("2026-11-25 10:30")
AT_MOST = 25


@pytest.mark.parametrize("count", [3, 15])
def test_one_message_about_many_takes_as_many_statements_as_one_about_few(database: Database, count: int) -> None:
    with database.write() as session:
        save_organisation(session, organisation())
        several = [enquiry(form_id=f"V{number}", deadline=NOW + timedelta(days=9)) for number in range(count)]
        session.add_all(several)
        session.flush()
        about: dict[str, Any] = {"subject": Subject.ENQUIRY, "step": Step.LEAD_AGAIN, "person": LEAD, "due_at": NOW}
        plan_nudges(session, [Nudge(subject_id=one.id, **about) for one in several])
    desk = Desk(database, SandboxClock(NOW, flowing=False))
    desk.refresh()
    with statements(database) as sent:
        assert nudging.tick(desk) == count
    assert len(sent) <= AT_MOST, "\n".join(sent)
    with database.read() as session:
        assert {one.state for one in session.query(Nudge)} == {NudgeState.SENT}
