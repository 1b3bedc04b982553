"""The table of APScheduler jobs: id, trigger, function. No rules: what is due lives in our tables, and the jobs only look."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC

from apscheduler.executors.pool import ThreadPoolExecutor
from apscheduler.schedulers.background import BackgroundScheduler
from apscheduler.triggers.interval import IntervalTrigger

from bot.desk import (
    absences,
    consent_ends,
    digests,
    editions,
    home,
    leavers,
    nudging,
    people,
    preflight,
    press,
    rota,
    share_answers,
    summaries,
)
from bot.desk.work import Desk, Unavailable
from bot.keeping import sweeping

log = logging.getLogger("close_ties.scheduler")


@dataclass(frozen=True, slots=True)
class Job:
    """One job: looks every so many seconds. Late is better than never, and never two at once."""

    id: str
    seconds: float
    look: Callable[[Desk], object]


JOBS = [
    Job("nudges", 1, nudging.tick),
    Job("digest", 5, digests.tick),
    Job("editions", 20, editions.tick),
    Job("homes", 3, home.tick),
    Job("press", 2, press.tick),
    Job("rota", 300, rota.tick),
    Job("summaries", 15, summaries.tick),
    Job("absences", 60, absences.tick),
    Job("preflight", 30, preflight.tick),
    Job("leavers", 30, leavers.tick),
    Job("consents", 60, consent_ends.tick),
    Job("shares", 60, share_answers.tick),
    Job("organisation", 10, Desk.refresh),
    Job("tidy", 3600, people.tidy),
    Job("keeping", 3600, sweeping.tick),
]


def look(job: Job, desk: Desk) -> None:
    """Do a job's looking. A database that does not answer is said in one line; the next look is soon enough."""
    desk.database.step_back()
    try:
        job.look(desk)
    except Unavailable as error:
        log.warning("the job %s waits, since the database does not answer: %s", job.id, error)


def build(desk: Desk, *others: Job) -> BackgroundScheduler:
    """The scheduler with its table, not started. Jobs are code and in memory; any number of processes may run them."""
    scheduler = BackgroundScheduler(
        timezone=UTC,
        executors={"default": ThreadPoolExecutor(len(JOBS) + len(others))},
        job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None},
    )
    for job in (*JOBS, *others):
        scheduler.add_job(look, IntervalTrigger(seconds=job.seconds, timezone=UTC), args=[job, desk], id=job.id)
    return scheduler
