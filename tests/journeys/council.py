"""Northbank Council for the journeys: the sandbox, the bot over real Socket Mode, and its people."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from threading import Event
from zoneinfo import ZoneInfo

from sqlalchemy import func, select

from bot import manifest
from bot.app import Bot, build
from bot.config import Settings, read_settings
from bot.delivery.pace import Pace
from bot.demo import ORGANISATION, WORKSPACE
from bot.desk import digests, nudging
from bot.desk.work import nothing
from bot.organisation.file import read_organisation_file
from sandbox import Sandbox, SandboxClock, load_workspace
from sandbox.people.driver import Person
from storage.delivery import Delivery
from storage.engine import Database
from storage.kinds import DeliveryState
from storage.organisation import Organisation, save_organisation

LONDON = ZoneInfo("Europe/London")
T0 = datetime(2026, 3, 4, 10, 12, tzinfo=LONDON)  # a Wednesday
QUESTION = "Is it true that Elm House is to close in the spring?"
ENQUIRY = {"outlet": "Northbank Echo", "journalist": "Sam Poole, 020 7946 0000", "deadline": "4pm today", "question": QUESTION}


@dataclass
class Council:
    """Everything set up and connected. `bots` holds every process's bot: one, unless a test asks for more."""

    slack: Sandbox
    database: Database
    bots: list[Bot]
    organisation: Organisation
    _patience: Event = field(default_factory=Event)

    @property
    def bot(self) -> Bot:
        return self.bots[0]

    def person(self, name: str) -> Person:
        return self.slack.person(name)

    def move_to(self, moment: datetime) -> None:
        """Move everyone's clock, and let the bot look for what is due."""
        self.slack.clock.move_to(moment)
        self.look()

    def advance(self, **parts: float) -> None:
        self.move_to(self.slack.clock.now() + timedelta(**parts))

    def look(self) -> None:
        for bot in self.bots:
            nudging.tick(bot.desk)
            digests.tick(bot.desk)

    def until(self, right: Callable[[], bool], what: str, patience: float = 20) -> None:
        """Wait until a condition holds; says what it waited for when it never does."""
        for _ in range(int(patience / 0.02)):
            if right():
                return
            self._patience.wait(0.02)
        raise AssertionError(f"never happened: {what}")

    def until_quiet(self, patience: float = 30) -> None:
        """Wait until everything that was to be delivered has been."""
        self.until(lambda: self.undelivered() == 0, "all deliveries done", patience)

    def undelivered(self) -> int:
        going = (DeliveryState.WAITING, DeliveryState.SENDING)
        with self.database.read() as session:
            return session.scalar(select(func.count()).select_from(Delivery).where(Delivery.state.in_(going))) or 0

    def raises(self, who: str = "amara", **answers: str) -> None:
        """Someone raises an enquiry by the form."""
        person = self.person(who)
        person.types("/media-enquiry")
        person.form.fill(**{**ENQUIRY, **answers}).submit()


def settings_for(slack: Sandbox, database: Database) -> Settings:
    env: Mapping[str, str] = {
        "SLACK_BOT_TOKEN": slack.bot_token,
        "SLACK_APP_TOKEN": slack.app_token,
        "SLACK_SIGNING_SECRET": slack.signing_secret,
        "SLACK_API_URL": slack.api_url,
        "DATABASE_URL": database.url.render_as_string(hide_password=False),
    }
    return read_settings(env)


@contextmanager
def council_with(
    database: Database, *, processes: int = 1, at: datetime = T0, reached: Callable[[str], None] = nothing
) -> Iterator[Council]:
    """The council at a moment that stands still until it is moved. Slack's pace is not kept, so that tests need not wait."""
    organisation = read_organisation_file(ORGANISATION)
    clock = SandboxClock(at, flowing=False)
    with database.write() as session:
        save_organisation(session, organisation)
    with Sandbox(load_workspace(WORKSPACE, clock=clock), manifest.manifest(), clock=clock) as slack:
        slack.limits.on = False
        bots = [
            build(settings_for(slack, database), database=database, clock=clock, pace=unhurried(), reached=reached)
            for _ in range(processes)
        ]
        try:
            for bot in bots:
                bot.start()
                bot.connect()
            yield Council(slack, database, bots, organisation)
        finally:
            for bot in bots:
                bot.stop()


def unhurried() -> Pace:
    """No budget: the sandbox's limits are off too."""
    return Pace(per_minute={"chat.postMessage": 10**6, "chat.update": 10**6, "views.publish": 10**6}, channel_rest=0.0)
