"""Several processes on one database, many nudges due in the same moment: none twice, none lost."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from threading import Barrier

import pytest
from sqlalchemy import func, select

from bot.desk import nudging
from bot.desk.work import Desk
from sandbox import SandboxClock
from storage.audit import AuditEntry, verify
from storage.delivery import Delivery
from storage.engine import Database
from storage.kinds import NudgeState, Step, Subject
from storage.nudge import Nudge, plan_nudges
from storage.organisation import save_organisation
from tests.rules.northbank import DEPUTY, HEAD, LEAD, OFFICER, at, enquiry, organisation

NOW = at("2026-11-25 12:00")
ENQUIRIES, PROCESSES = 13, 3
ASKED = (
    (Step.OFFICER_UNCLAIMED, OFFICER),
    (Step.LEAD_AGAIN, LEAD),
    (Step.HEAD_UNCLAIMED, HEAD),
    (Step.DEPUTY, DEPUTY),
)


@pytest.fixture
def office(database: Database) -> Database:
    """Fifty nudges due, five hundred to come."""
    with database.write() as session:
        save_organisation(session, organisation(nudging={"*": {"a_day": 1_000}}))
        for number in range(1, ENQUIRIES + 1):
            session.add(enquiry(form_id=f"V{number}", deadline=at("2026-11-27 16:00")))
        session.flush()
        plan_nudges(
            session, [_nudge(number, place) for number in range(1, ENQUIRIES + 1) for place in range(len(ASKED))]
        )
        later = range(2, 12)
        plan_nudges(
            session,
            [
                _nudge(number, place, round=round_, due_at=NOW + timedelta(hours=30 * round_))
                for number in range(1, ENQUIRIES + 1)
                for place in range(len(ASKED))
                for round_ in later
            ],
        )
    return database


def _nudge(number: int, place: int, *, round: int = 1, due_at: datetime = NOW) -> Nudge:  # noqa: A002 - the record's own word
    step, person = ASKED[place]
    return Nudge(subject=Subject.ENQUIRY, subject_id=number, step=step, person=person, due_at=due_at, round=round)


def test_none_is_sent_twice_and_none_is_lost(office: Database) -> None:
    clock, together = SandboxClock(NOW.astimezone(UTC), flowing=False), Barrier(PROCESSES)

    def process(_: int) -> int:
        desk = Desk(office, clock)
        desk.refresh()
        office.step_back()  # as the scheduler's own threads do: they wait longer for a turn than a person could
        together.wait()
        return sum(nudging.tick(desk) for _ in range(3))

    with ThreadPoolExecutor(PROCESSES) as processes:
        sent = sum(processes.map(process, range(PROCESSES)))
    assert sent == ENQUIRIES * len(ASKED)
    with office.read() as session:
        nudges = list(session.scalars(select(Nudge)))
        nudged = session.scalar(select(func.count()).select_from(AuditEntry).where(AuditEntry.action == "nudged"))
        lanes = list(session.scalars(select(Delivery.lane).where(Delivery.key.like("nudge:%"))))
        assert verify(session) == []
    assert nudged == sent
    assert sum(one.state == NudgeState.SENT for one in nudges) == sent
    assert sum(one.state == NudgeState.PLANNED for one in nudges) == 10 * sent, "what is to come has not been touched"
    told = {
        one.person: {each.bundled_with for each in nudges if each.person == one.person and each.sent_at}
        for one in nudges
    }
    assert {person: len(messages) for person, messages in told.items()} == {one: 1 for _, one in ASKED}
    assert sorted(lanes) == sorted(one for _, one in ASKED), "one message each"
