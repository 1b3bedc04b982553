"""The ledger of nudges: one row for each step, person and round; claimed by one; dropped, sent and settled."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from storage.engine import Database
from storage.kinds import NudgeState, Step, Subject
from storage.nudge import (
    Nudge,
    claim_nudge,
    drop_planned,
    due_nudge_ids,
    get_nudge,
    next_nudge_due,
    nudges_of,
    plan_nudges,
    settle_sent,
)
from tests.storage.records import MINUTE, T0, nudge, statements


def test_planning_writes_each_step_once_and_says_which(database: Database) -> None:
    lead, officer = nudge(Step.LEAD_NEW, "ULEAD"), nudge(Step.OFFICER_NEW, "UOFFICER")
    assert _plan(database, lead) == [lead]
    again, second_round = nudge(Step.LEAD_NEW, "ULEAD", due_at=T0 + MINUTE), nudge(Step.LEAD_NEW, "ULEAD", round=2)
    assert _plan(database, again, officer, second_round) == [officer, second_round]
    assert (again.__dict__.get("id"), lead.id, officer.id < second_round.id) == (None, 1, True)
    with database.read() as session:
        assert nudges_of(session, Subject.ENQUIRY, 1) == [lead, officer, second_round]
        assert nudges_of(session, Subject.STORY, 1) == []


def test_the_same_step_twice_in_one_plan_is_written_once(database: Database) -> None:
    first, second = nudge(due_at=T0), nudge(due_at=T0 + MINUTE)
    assert _plan(database, first, second) == [first]


def test_a_plan_may_be_empty_or_long(database: Database) -> None:
    with statements(database) as sent:
        assert _plan(database) == []
    assert sent == []
    many = [nudge(subject_id=number) for number in range(400)]
    with statements(database) as sent:
        assert [each.subject_id for each in _plan(database, *many)] == list(range(400))
    assert len(sent) == 1


def test_what_is_due_comes_longest_due_first(database: Database) -> None:
    later, now, earlier, future, sent = (
        nudge(Step.DEPUTY, due_at=T0 - MINUTE),
        nudge(Step.LEAD_AGAIN, due_at=T0),
        nudge(Step.LEAD_NEW, due_at=T0 - 2 * MINUTE),
        nudge(Step.HEAD_PASSED, due_at=T0 + MINUTE),
        nudge(Step.OFFICER_NEW, due_at=T0 - 3 * MINUTE, state=NudgeState.SENT),
    )
    _plan(database, later, now, earlier, future, sent)
    with database.read() as session:
        assert due_nudge_ids(session, T0) == [earlier.id, later.id, now.id]
        assert due_nudge_ids(session, T0, limit=1) == [earlier.id]
        assert next_nudge_due(session) == T0 - 2 * MINUTE


def test_nothing_planned_is_never_due(database: Database) -> None:
    _plan(database, nudge(state=NudgeState.SENT))
    with database.read() as session:
        assert (due_nudge_ids(session, T0), next_nudge_due(session)) == ([], None)


def test_of_many_that_claim_a_nudge_one_sends_it(database: Database) -> None:
    [planned] = _plan(database, nudge())
    together = Barrier(6)

    def tick(_: int) -> bool:
        together.wait()
        with database.write() as session:
            claimed = claim_nudge(session, planned.id)
            if claimed is not None:
                claimed.state, claimed.sent_at = NudgeState.SENT, T0
            return claimed is not None

    with ThreadPoolExecutor(6) as threads:
        assert sorted(threads.map(tick, range(6))) == [False] * 5 + [True]
    with database.read() as session:
        found = get_nudge(session, planned.id)
    assert found is not None
    assert (found.state, found.sent_at) == (NudgeState.SENT, T0)


@pytest.mark.parametrize("backend", [pytest.param("postgresql", marks=pytest.mark.postgres)], indirect=True)
def test_a_nudge_that_another_process_has_is_passed_over(database: Database) -> None:
    [planned] = _plan(database, nudge())
    with database.write() as session, database.write() as other:
        assert claim_nudge(session, planned.id) is not None
        assert claim_nudge(other, planned.id) is None


def test_dropping_makes_planned_ones_moot_and_no_others(database: Database) -> None:
    lead, deputy, sent = nudge(Step.LEAD_AGAIN), nudge(Step.DEPUTY), nudge(Step.LEAD_NEW, state=NudgeState.SENT)
    other = nudge(Step.LEAD_AGAIN, subject_id=2)
    _plan(database, lead, deputy, sent, other)
    with database.write() as session:
        assert drop_planned(session, Subject.ENQUIRY, 1, {Step.LEAD_AGAIN, Step.LEAD_NEW}, T0) == 1
        assert drop_planned(session, Subject.ENQUIRY, 1, set(), T0) == 0
    assert _states(database, 1) == [NudgeState.MOOT, NudgeState.PLANNED, NudgeState.SENT]
    with database.write() as session:
        assert drop_planned(session, Subject.ENQUIRY, 1, None, T0) == 1
    assert _states(database, 1) == [NudgeState.MOOT, NudgeState.MOOT, NudgeState.SENT]
    assert _states(database, 2) == [NudgeState.PLANNED]


def test_settling_gives_back_what_was_sent_with_who_how_and_when(database: Database) -> None:
    lead, officer, planned = (
        nudge(Step.LEAD_NEW, state=NudgeState.SENT),
        nudge(Step.OFFICER_NEW, state=NudgeState.SENT),
        nudge(Step.LEAD_AGAIN),
    )
    _plan(database, lead, officer, planned)
    with database.write() as session:
        settled = settle_sent(
            session, Subject.ENQUIRY, 1, [Step.LEAD_NEW, Step.LEAD_AGAIN], "ULEAD", "acknowledged", T0
        )
    assert [(each.id, each.state, each.settled_by, each.settled_how, each.settled_at) for each in settled] == [
        (lead.id, NudgeState.SETTLED, "ULEAD", "acknowledged", T0)
    ]
    assert _states(database, 1) == [NudgeState.SETTLED, NudgeState.SENT, NudgeState.PLANNED]
    with database.write() as session:
        assert settle_sent(session, Subject.ENQUIRY, 1, [Step.LEAD_NEW], "UOTHER", "acknowledged", T0) == []


def test_settling_shows_on_nudges_read_earlier_in_the_transaction(database: Database) -> None:
    [sent] = _plan(database, nudge(state=NudgeState.SENT))
    with database.write() as session:
        known = get_nudge(session, sent.id, lock=True)
        settle_sent(session, Subject.ENQUIRY, 1, None, "ULEAD", "closed", T0)
        assert known is not None
        assert known.state == NudgeState.SETTLED


def _plan(database: Database, *nudges: Nudge) -> list[Nudge]:
    with database.write() as session:
        return plan_nudges(session, nudges)


def _states(database: Database, subject_id: int) -> list[NudgeState]:
    with database.read() as session:
        return [each.state for each in nudges_of(session, Subject.ENQUIRY, subject_id)]
