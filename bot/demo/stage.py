"""The demo's stage: the sandbox, a database, the sample council and the bot, all in this process and over real Socket Mode."""

import logging
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlalchemy import select

from bot import manifest
from bot.app import Bot, build
from bot.config import Settings, read_settings
from bot.delivery.pace import Pace
from bot.demo import ORGANISATION, WORKSPACE, history, rota
from bot.demo.exhibits import exhibits
from bot.demo.faces import faces
from bot.demo.keeping import Kept, keeping
from bot.demo.moments import moments
from bot.demo.tour import tour
from bot.organisation.file import read_organisation_file
from bot.rules.working_time import is_working_day
from sandbox import Sandbox, SandboxClock, load_workspace
from sandbox.page import Page
from sandbox.workspace import Workspace
from storage.delivery import Delivery
from storage.engine import Database
from storage.kinds import DeliveryState
from storage.migrate import upgrade
from storage.organisation import Organisation, WorkingCalendar, organisation_alone, read_organisation, save_organisation

OPENS = time(10, 12)


@dataclass(frozen=True)
class Stage:
    """Everything set up and connected."""

    slack: Sandbox
    bot: Bot
    organisation: Organisation
    database: Database

    def wait_until_quiet(self, seconds: float = 20) -> None:
        """Return once nothing waits to be delivered or is on its way, or after so many seconds of real time."""
        under_way = (
            select(Delivery.id).where(Delivery.state.in_((DeliveryState.WAITING, DeliveryState.SENDING))).limit(1)
        )
        looks = threading.Event()
        for _ in range(int(seconds / 0.05)):
            with self.database.read() as session:
                if session.scalar(under_way) is None:
                    return
            looks.wait(0.05)


@contextmanager
def set_up(folder: Path, *, port: int = 0, today: date | None = None) -> Iterator[Stage]:
    """A council in which nothing has happened yet, its database in `folder`; the bot is connected when the block begins."""
    opens = opening(_organisation().calendar, today or date.today())  # noqa: DTZ011 - any day near will do
    workspace = load_workspace(WORKSPACE, clock=SandboxClock(opens))
    with (
        _council(workspace, folder / "close-ties.db", port, opens) as council,
        council.at_work() as stage,
    ):
        rota.make(stage.bot.desk, stage.organisation, opens)
        yield stage


@contextmanager
def set_up_kept(
    kept: Kept, *, port: int = 0, told: Callable[[str], None], today: date | None = None
) -> Iterator[Stage]:
    """The council with its past: as it was when the demo last ended, or else with a first week that is played now.

    It is kept while it runs and when it ends. `told` hears what takes a moment.
    """
    day = today or date.today()  # noqa: DTZ011 - any day near will do
    opens = opening(_organisation().calendar, day, days_before=history.DAYS)
    resumed = kept.load()
    workspace = resumed.workspace if resumed else load_workspace(WORKSPACE, clock=SandboxClock(history.begins(opens)))
    pace = Pace()
    with _council(workspace, kept.database, port, resumed.workspace.clock.now() if resumed else opens) as council:
        if resumed:
            council.slack.on_loop(resumed.publish_homes, council.slack)
        with kept.at_the_end(council.slack), council.at_work(pace) as stage:
            if not resumed:
                told(
                    "Playing the council's last week, so that there is something to see: a quarter of a minute, more on a busy machine."
                )
                with _unhurried(council.slack, pace):
                    rota.make(stage.bot.desk, stage.organisation, opens)
                    history.play(stage, opens, told)
            with keeping(kept, council.slack):
                yield stage


@contextmanager
def _unhurried(slack: Sandbox, pace: Pace) -> Iterator[None]:
    """Nobody minds how much is said in a minute."""
    slack.limits.on, usual = False, (pace.per_minute, pace.channel_rest)
    pace.per_minute, pace.channel_rest = dict.fromkeys(pace.per_minute, 10**6), 0.0
    try:
        yield
    finally:
        slack.limits.on, (pace.per_minute, pace.channel_rest) = True, usual
        pace.start_anew()  # or the first minute's visitors would wait for what was said before they came


@dataclass(frozen=True)
class _Council:
    slack: Sandbox
    organisation: Organisation
    database: Database
    settings: Settings

    @contextmanager
    def at_work(self, pace: Pace | None = None) -> Iterator[Stage]:
        """The bot, from its start to its end."""
        bot = build(self.settings, database=self.database, clock=self.slack.clock, pace=pace)
        try:
            bot.start()
            bot.connect()
            yield Stage(self.slack, bot, self.organisation, self.database)
        finally:
            with _unheard("slack_bolt.App"):
                bot.stop()


@contextmanager
def _unheard(name: str) -> Iterator[None]:
    """Whatever the connection complains of while it is hung up is of no use to somebody who pressed Ctrl-C."""
    logger = logging.getLogger(name)
    before = logger.level
    logger.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        logger.setLevel(before)


@contextmanager
def _council(workspace: Workspace, file: Path, port: int, now: datetime) -> Iterator[_Council]:
    """Northbank with its database; `now` is the moment of what hangs in the gallery."""
    organisation, database = _organisation(), Database(_address(file))
    page = Page(
        tour=tour(),
        faces=faces(),
        gallery=exhibits(organisation, now),
        moments=partial(_moments, database),
    )
    try:
        upgrade(database)
        with database.write() as session:
            if organisation_alone(session) is None:  # what was changed in its settings is kept
                save_organisation(session, organisation)
        with Sandbox(workspace, manifest.manifest(), port=port, page=page) as slack:
            yield _Council(slack, organisation, database, _settings(slack, file))
    finally:
        database.dispose()


def _moments(database: Database, now: datetime) -> Mapping[str, datetime]:
    """Those of the council as its settings have it now."""
    with database.read() as session:
        organisation = read_organisation(session)
    return moments(organisation, now) if organisation else {}


def _address(file: Path) -> str:
    return f"sqlite:///{file.resolve()}"


def opening(calendar: WorkingCalendar, today: date, *, days_before: int = 0) -> datetime:
    """The morning on which the day begins: the latest Wednesday whose Thursday and Friday are working days too, as are the
    weekdays of so many days before it."""
    day = today - timedelta(days=(today.weekday() - 2) % 7)
    while not all(_as_usual(calendar, day + timedelta(days=after)) for after in range(-days_before, 3)):
        day -= timedelta(weeks=1)
    return datetime.combine(day, OPENS, ZoneInfo(calendar.zone))


def _as_usual(calendar: WorkingCalendar, day: date) -> bool:
    return day.weekday() >= 5 or is_working_day(calendar, day)


def _organisation() -> Organisation:
    return read_organisation_file(ORGANISATION)


def _settings(slack: Sandbox, file: Path) -> Settings:
    return read_settings(
        {
            "SLACK_BOT_TOKEN": slack.bot_token,
            "SLACK_APP_TOKEN": slack.app_token,
            "SLACK_SIGNING_SECRET": slack.signing_secret,
            "SLACK_API_URL": slack.api_url,
            "DATABASE_URL": _address(file),
        }
    )
