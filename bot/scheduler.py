"""The table of APScheduler jobs: id, trigger, function. No rules: what is due lives in our tables, and the jobs only look."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC

from apscheduler.executors.pool import ThreadPoolExecutor
from apscheduler.schedulers.background import BackgroundScheduler
from apscheduler.triggers.interval import IntervalTrigger

from bot.desk import digests, nudging, people
from bot.desk.work import Desk


@dataclass(frozen=True, slots=True)
class Job:
    """One job: looks every so many seconds. Late is better than never, and never two at once."""

    id: str
    seconds: float
    look: Callable[[Desk], object]


JOBS = [
    Job("nudges", 1, nudging.tick),
    Job("digest", 5, digests.tick),
    Job("organisation", 10, Desk.refresh),
    Job("tidy", 3600, people.tidy),
]


def build(desk: Desk) -> BackgroundScheduler:
    """The scheduler with its table, not started. Jobs are code and in memory; any number of processes may run them."""
    scheduler = BackgroundScheduler(
        timezone=UTC,
        executors={"default": ThreadPoolExecutor(len(JOBS))},
        job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None},
    )
    for job in JOBS:
        scheduler.add_job(job.look, IntervalTrigger(seconds=job.seconds, timezone=UTC), args=[desk], id=job.id)
    return scheduler
