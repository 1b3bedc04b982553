"""The weeks before an election: which period holds, and who is asked about what is political."""

from datetime import date

import pytest

from bot.rules.pre_election import (
    PeriodForm,
    check_period,
    monitoring_officer,
    needs_monitoring_officer,
    period_at,
    waits_for_monitoring_officer,
)
from bot.rules.reasons import FormRefused, Reason
from storage.involved import Task
from storage.kinds import Role, TaskKind, TaskState
from storage.organisation import ElectionPeriod
from tests.rules.northbank import ADMIN, HEAD, LAWYER, at, enquiry, organisation

LONG = ElectionPeriod(id=1, starts_on=date(2026, 3, 1), ends_on=date(2026, 5, 7))
SHORT = ElectionPeriod(id=2, starts_on=date(2026, 4, 1), ends_on=date(2026, 4, 10))


@pytest.mark.parametrize(
    ("moment", "period"),
    [
        ("2026-02-28 23:59", None),
        ("2026-03-01 00:00", LONG),
        ("2026-04-05 12:00", SHORT),  # of two the one that began last
        ("2026-04-11 00:00", LONG),
        ("2026-05-07 23:59", LONG),  # the last day counts, in local time
        ("2026-05-08 00:00", None),
    ],
)
def test_the_period_in_which_a_moment_lies(moment: str, period: ElectionPeriod | None) -> None:
    assert period_at(organisation(pre_election=(LONG, SHORT)), at(moment)) == period


def test_only_what_is_political_and_came_in_then_asks_for_the_monitoring_officer() -> None:
    told = organisation(pre_election=(LONG,))
    within, before = at("2026-03-04 10:00"), at("2026-02-04 10:00")
    assert needs_monitoring_officer(enquiry(political=True, raised_at=within), told)
    assert not needs_monitoring_officer(enquiry(political=True, raised_at=before), told)
    assert not needs_monitoring_officer(enquiry(raised_at=within), told)
    assert not needs_monitoring_officer(enquiry(political=True, raised_at=within), organisation())


def test_who_is_asked() -> None:
    named = organisation(roles={**organisation().roles, Role.MONITORING_OFFICER: (LAWYER,)})
    assert monitoring_officer(enquiry(), named) == LAWYER
    assert monitoring_officer(enquiry(), organisation()) == HEAD
    assert monitoring_officer(enquiry(excluded=[LAWYER]), named) == HEAD
    assert monitoring_officer(enquiry(excluded=[HEAD]), organisation()) == ADMIN


def test_nothing_goes_while_it_waits() -> None:
    told, within = organisation(pre_election=(LONG,)), at("2026-03-04 10:00")

    def task(state: TaskState, kind: TaskKind = TaskKind.MONITORING_OFFICER) -> Task:
        return Task(enquiry_id=1, kind=kind, owner=HEAD, made_at=within, state=state)

    political = enquiry(political=True, raised_at=within)
    assert waits_for_monitoring_officer(political, [task(TaskState.OPEN)], told)
    assert not waits_for_monitoring_officer(political, [task(TaskState.DONE), task(TaskState.NOT_NEEDED)], told)
    assert not waits_for_monitoring_officer(political, [task(TaskState.OPEN, TaskKind.SECURITY)], told)
    assert not waits_for_monitoring_officer(political, [task(TaskState.OPEN)], organisation()), "the period was lifted"


@pytest.mark.parametrize(
    ("starts", "ends", "field", "reason"),
    [
        ("", "2026-05-07", "election_starts", Reason.MISSING),
        ("2026-05-07", "2026-05-06", "election_ends", Reason.ENDS_BEFORE),
        ("2026-03-01", "2026-06-10", "election_ends", Reason.PERIOD_TOO_LONG),
        ("2026-01-01", "2026-03-03", "election_ends", Reason.DATE_PASSED),
    ],
)
def test_dates_that_make_no_sense(starts: str, ends: str, field: str, reason: Reason) -> None:
    with pytest.raises(FormRefused) as refused:
        check_period(PeriodForm(starts, ends), organisation(), at("2026-03-04 10:00"))
    assert {one: problem.reason for one, problem in refused.value.problems.items()} == {field: reason}
