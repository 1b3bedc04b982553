"""The demo's stage: the sandbox, a database, the sample council and the bot, all in this process and over real Socket Mode."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from bot import manifest
from bot.app import Bot, build
from bot.config import Settings, read_settings
from bot.demo import ORGANISATION, WORKSPACE
from bot.organisation.file import read_organisation_file
from bot.rules.working_time import is_working_day
from sandbox import Sandbox, SandboxClock, load_workspace
from storage.delivery import waiting_count
from storage.engine import Database
from storage.migrate import upgrade
from storage.organisation import Organisation, WorkingCalendar, save_organisation


@dataclass(frozen=True)
class Stage:
    """Everything set up and connected."""

    slack: Sandbox
    bot: Bot
    organisation: Organisation
    database: Database

    def wait_until_quiet(self, seconds: float = 20) -> None:
        """Return once nothing waits to be delivered, or after so many seconds of real time."""
        looks = threading.Event()
        for _ in range(int(seconds / 0.1)):
            with self.database.read() as session:
                if not waiting_count(session):
                    return
            looks.wait(0.1)


@contextmanager
def set_up(folder: Path, *, port: int = 0, today: date | None = None) -> Iterator[Stage]:
    """Start it all, with the database in `folder`; the bot is connected when the block begins, and all ends with it."""
    organisation = read_organisation_file(ORGANISATION)
    clock = SandboxClock(opening(organisation.calendar, today or date.today()))  # noqa: DTZ011 - any day near will do
    with Sandbox(load_workspace(WORKSPACE, clock=clock), manifest.manifest(), clock=clock, port=port) as slack:
        settings = _settings(slack, folder)
        database = Database(settings.database_url)
        try:
            upgrade(database)
            with database.write() as session:
                save_organisation(session, organisation)
            with _running(build(settings, database=database, clock=clock)) as bot:
                yield Stage(slack, bot, organisation, database)
        finally:
            database.dispose()


def opening(calendar: WorkingCalendar, today: date) -> datetime:
    """The morning on which the day begins: the latest Wednesday whose Thursday and Friday are working days too."""
    day = today - timedelta(days=(today.weekday() - 2) % 7)
    while not all(is_working_day(calendar, day + timedelta(days=after)) for after in range(3)):
        day -= timedelta(weeks=1)
    return datetime.combine(day, time(10, 12), ZoneInfo(calendar.zone))


def _settings(slack: Sandbox, folder: Path) -> Settings:
    return read_settings(
        {
            "SLACK_BOT_TOKEN": slack.bot_token,
            "SLACK_APP_TOKEN": slack.app_token,
            "SLACK_SIGNING_SECRET": slack.signing_secret,
            "SLACK_API_URL": slack.api_url,
            "DATABASE_URL": f"sqlite:///{folder.resolve() / 'close-ties.db'}",
        }
    )


@contextmanager
def _running(bot: Bot) -> Iterator[Bot]:
    try:
        bot.start()
        bot.connect()
        yield bot
    finally:
        bot.stop()
