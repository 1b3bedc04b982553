"""A thousand nudges due in one moment, a hundred thousand planned: how late each is, beside one APScheduler job for each nudge.

One job for each nudge is the usual way. It runs here with the same database work for each, and with APScheduler's own settings.
"""

import logging
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from datetime import time as clock_time
from pathlib import Path
from typing import Any

from apscheduler.schedulers.background import BackgroundScheduler
from sqlalchemy import func, insert, select

from bot.clock import SystemClock
from bot.desk import nudging
from bot.desk.work import Desk
from bot.rules.bundling import batches
from storage.audit import AuditEntry
from storage.engine import Database
from storage.enquiry import Enquiry
from storage.insert import table_of
from storage.kinds import NudgeState, Step, Subject
from storage.nudge import DueNudge, Nudge, due_nudges
from storage.organisation import Organisation, WorkingCalendar, read_organisation, save_organisation
from tests.bench.figures import Part, Target, Times
from tests.bench.stage import fresh_database

DUE, PLANNED, ENQUIRIES = 1_000, 100_000, 5_000
SOON = timedelta(seconds=4)
PATIENCE = 120.0
STEPS = (Step.OFFICER_UNCLAIMED, Step.LEAD_AGAIN, Step.HEAD_UNCLAIMED, Step.DEPUTY)
PEOPLE = ("U0PRIYA03", "U0SHIRIN7", "U0HELEN05", "U0JOAN008")


def punctual() -> Part:
    """Both ways, side by side."""
    ours, each_alone, jobs, patient = (_run(way) for way in (_tick, _tick_alone, _jobs, _patient_jobs))
    part = Part(
        "A thousand nudges due at once",
        f"{DUE:,} due in the same second and {PLANNED:,} planned for later, on SQLite. "
        "Late: from its moment to the transaction that sends it. "
        "Lost: never sent at all; a job that APScheduler starts more than a second late is skipped, which is its usual setting.",
        [row for _, row in (ours, each_alone, jobs, patient)],
    )
    mine, theirs = ours[0], patient[0]
    part.targets = [
        Target(
            "p99 lateness of a thousand nudges",
            mine.at(99),
            "ms",
            1.0,
            "one APScheduler job each, none skipped",
            theirs.at(99),
        ),
        Target("nudges lost or sent twice", float(ours[1]["lost"] + ours[1]["twice"]), "", 0),
    ]
    return part


def _run(way: Callable[[Database, Desk], tuple[str, datetime]]) -> tuple[Times, dict[str, Any]]:
    with tempfile.TemporaryDirectory(prefix="close-ties-bench-") as folder:
        database = fresh_database(Path(folder))
        try:
            prepare(database)
            desk = Desk(database, SystemClock())
            desk.refresh()
            name, due_at = way(database, desk)
            return figures(name, database, due_at)
        finally:
            database.dispose()


def prepare(database: Database) -> None:
    """An office that is always open, its enquiries, and the nudges planned for later."""
    now = datetime.now(UTC)
    with database.write() as session:
        save_organisation(session, _always_open(read_organisation(session)))
        for number in range(1, ENQUIRIES + 1):
            session.add(
                Enquiry(**_enquiry(number), raised_at=now - timedelta(hours=2), deadline=now + timedelta(days=9))
            )
        session.flush()
        later = [_nudge(number, now + timedelta(days=1, seconds=number)) for number in range(DUE, PLANNED + DUE)]
        for at in range(0, len(later), 5_000):
            session.execute(insert(table_of(Nudge)), later[at : at + 5_000])


def fall_due(database: Database) -> tuple[datetime, list[DueNudge]]:
    """A thousand nudges that all fall due in a few seconds."""
    due_at = datetime.now(UTC) + SOON
    with database.write() as session:
        session.execute(insert(table_of(Nudge)), [_nudge(number, due_at) for number in range(DUE)])
        return due_at, due_nudges(session, due_at, limit=DUE)


def _always_open(organisation: Organisation | None) -> Organisation:
    assert organisation is not None
    hours = {day: (clock_time(0), clock_time(23, 59)) for day in ("mon", "tue", "wed", "thu", "fri", "sat", "sun")}
    whole = replace(organisation, calendar=WorkingCalendar(hours=hours))
    return replace(whole, nudging={"*": {"a_day": 10_000, "rounds": 10_000}})


def _enquiry(number: int) -> dict[str, Any]:
    return {
        "form_id": f"V{number}",
        "raised_by": "U0AMARA01",
        "outlet": "Northbank Echo",
        "journalist": "Sam Poole",
        "question": "Is Elm House closing?",
        "service_area": "adults",
        "lead": "U0SHIRIN7",
    }


def _nudge(number: int, due_at: datetime) -> dict[str, Any]:
    """A nudge of one of the enquiries; those planned for later have rounds of their own."""
    place, about = number % len(STEPS), number // len(STEPS) % ENQUIRIES + 1
    return {
        "subject": Subject.ENQUIRY,
        "subject_id": about,
        "step": STEPS[place],
        "person": PEOPLE[place],
        "due_at": due_at,
        "round": number // (len(STEPS) * ENQUIRIES) + 1,
        "urgent": False,
        "state": NudgeState.PLANNED,
        "late": False,
    }


def _tick(database: Database, desk: Desk) -> tuple[str, datetime]:
    """Every second, as the scheduler does it."""
    due_at, _ = fall_due(database)
    _each_second(desk, due_at, lambda: nudging.tick(desk))
    return "the tick, person by person", due_at


def _tick_alone(database: Database, desk: Desk) -> tuple[str, datetime]:
    """The same with a transaction for each nudge."""

    def look() -> int:
        with database.read() as session:
            due = due_nudges(session, desk.clock.now())
        return sum(_alone(desk, one) for batch in batches(due, desk.organisation, desk.clock.now()) for one in batch)

    due_at, _ = fall_due(database)
    _each_second(desk, due_at, look)
    return "the tick, one by one", due_at


def _alone(desk: Desk, one: DueNudge) -> int:
    return nudging.ask_again(desk, [one])


def _each_second(desk: Desk, due_at: datetime, look: Callable[[], int]) -> None:
    ends = time.monotonic() + PATIENCE
    while time.monotonic() < ends and (desk.clock.now() <= due_at or left(desk.database, due_at)):
        began = time.monotonic()
        look()
        time.sleep(max(0.0, 1.0 - (time.monotonic() - began)))


def _jobs(database: Database, desk: Desk) -> tuple[str, datetime]:
    """A job for each nudge, due or planned, in APScheduler's memory, with its usual settings."""
    return "one APScheduler job each", _with_jobs(database, desk, {})


def _patient_jobs(database: Database, desk: Desk) -> tuple[str, datetime]:
    """The same, told that late is better than never."""
    return "one APScheduler job each, none skipped", _with_jobs(database, desk, {"misfire_grace_time": None})


def _with_jobs(database: Database, desk: Desk, settings: dict[str, Any]) -> datetime:
    logging.getLogger("apscheduler").setLevel(logging.CRITICAL)
    scheduler = BackgroundScheduler(timezone=UTC, job_defaults=settings)
    tomorrow = datetime.now(UTC) + timedelta(days=1)
    for number in range(PLANNED):
        scheduler.add_job(_alone, "date", run_date=tomorrow + timedelta(seconds=number), args=[desk, None])
    scheduler.start()
    due_at, rows = fall_due(database)
    for row in rows:
        scheduler.add_job(_alone, "date", run_date=due_at, args=[desk, row])
    _until_nothing_moves(database, due_at)
    scheduler.shutdown(wait=True)
    return due_at


def _until_nothing_moves(database: Database, due_at: datetime) -> None:
    ends, before, quiet = time.monotonic() + PATIENCE, DUE, 0
    while time.monotonic() < ends and quiet < 4:
        time.sleep(1.0)
        now_left = left(database, due_at)
        quiet = quiet + 1 if now_left == before and datetime.now(UTC) > due_at + SOON else 0
        before = now_left


def left(database: Database, due_at: datetime) -> int:
    """How many of those that fell due are not sent yet."""
    with database.read() as session:
        waiting = (Nudge.state == NudgeState.PLANNED, Nudge.due_at <= due_at)
        return session.scalar(select(func.count()).select_from(Nudge).where(*waiting)) or 0


def figures(name: str, database: Database, due_at: datetime) -> tuple[Times, dict[str, Any]]:
    """How late each was, how many were never sent, and how many twice."""
    with database.read() as session:
        rows = session.execute(select(Nudge.sent_at, Nudge.due_at).where(Nudge.sent_at.is_not(None))).tuples().all()
        nudged = session.scalar(select(func.count()).select_from(AuditEntry).where(AuditEntry.action == "nudged")) or 0
    late = tuple(
        max((sent - due).total_seconds() * 1000, 0.0) for sent, due in rows if sent is not None and due == due_at
    )
    times = Times(name, late)
    return times, {**times.row(), "lost": left(database, due_at), "twice": nudged - len(rows)}
