"""Northbank Council for the journeys: the sandbox, the bot over real Socket Mode, and its people."""

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from threading import Event
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import func, select

from bot import manifest
from bot.app import Bot, build
from bot.config import Settings, read_settings
from bot.delivery.applause import Applause
from bot.delivery.pace import Pace
from bot.demo import ORGANISATION, WORKSPACE
from bot.desk import digests, nudging, press
from bot.desk.work import nothing
from bot.organisation.file import organisation_from, read_organisation_file
from sandbox import Sandbox, SandboxClock, load_workspace
from sandbox.people.driver import Person
from sandbox.people.seen import Message
from storage import audit
from storage.base import Record
from storage.delivery import Delivery
from storage.engine import Database
from storage.enquiry import Enquiry, get_enquiry
from storage.kinds import DeliveryState, NudgeState, Subject
from storage.nudge import Nudge, nudges_of
from storage.organisation import Organisation, save_organisation
from storage.story import Consent, StoryIdea, consents_of, get_story

LONDON = ZoneInfo("Europe/London")
T0 = datetime(2026, 3, 4, 10, 12, tzinfo=LONDON)  # a Wednesday
QUESTION = "Is it true that Elm House is to close in the spring?"
JOURNALIST = "Sam Poole, 020 7946 0000"
ENQUIRY = {"outlet": "Northbank Echo", "journalist": JOURNALIST, "deadline": "4pm today", "question": QUESTION}
GOING = select(func.count()).where(Delivery.state.in_((DeliveryState.WAITING, DeliveryState.SENDING)))
BUSY_MACHINE = 15.0
"""Seconds Slack gives the bot for an answer where that is not what is tested: three, on a machine with other work, is a timed test."""
STORY: dict[str, Any] = {
    "title": "A garden for everyone",
    "what_happened": "Neighbours and residents planted the garden at Elm House together.",
    "credit": "Amara and the day team",
    "service_area": "adults",
    "recognisable": "nobody",
    "tell_colleagues": ["yes"],
}


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

    def applaud(self) -> None:
        """The bot counts how people liked the digests of a week ago."""
        for bot in self.bots:
            Applause(bot.client).tick(bot.desk)

    def restart(self) -> None:
        """The bot is stopped and started again, as for an upgrade."""
        self.bots.pop(0).stop()
        self.bots.insert(0, started(self.slack, self.database))

    def until(self, right: Callable[[], bool], what: str, patience: float = 20) -> None:
        """Wait until a condition holds; says what it waited for when it never does."""
        for look in range(int(patience / 0.02)):
            if right():
                return
            if look % 50 == 5:
                self._hurry()
            self._patience.wait(0.02)
        raise AssertionError(f"never happened: {what}")

    def _hurry(self) -> None:
        """What the scheduler does every few seconds by the clock on the wall, done now."""
        for bot in self.bots:
            press.tick(bot.desk)

    def until_quiet(self, patience: float = 30) -> None:
        """Wait until everything that was to be delivered has been."""
        self.until(lambda: self.undelivered() == 0, "all deliveries done", patience)

    def undelivered(self) -> int:
        with (
            self.database.engine.connect() as connection
        ):  # asked so often that an ORM session would be a sixth of the test
            return connection.execute(GOING).scalar() or 0

    def raises(self, who: str = "amara", **answers: str) -> None:
        """Someone raises an enquiry by the form, and everyone has heard who is to hear at once."""
        person = self.person(who)
        person.types("/media-enquiry")
        form = person.form.fill(**{**ENQUIRY, **answers}).submit()
        assert not form.is_open, f"The form stayed open: {form.errors} {form.trouble}"
        self.until_quiet()

    def loses_the_next_answer(self) -> None:
        """The next acknowledgement is lost on its way, and the person is told so after a second instead of three."""
        self.slack.core.ack_seconds = 1.0
        self.slack.faults.set("lose_ack", times=1)

    def slack_is_patient_again(self) -> None:
        self.slack.core.ack_seconds = BUSY_MACHINE

    def sends_in(self, who: str = "amara", **answers: Any) -> None:
        """Someone sends in a story idea by the form."""
        person = self.person(who)
        person.types("/story-idea")
        form = person.form.fill(**{**STORY, **answers}).submit()
        assert not form.is_open, f"The form stayed open: {form.errors} {form.trouble}"
        self.until_quiet()

    def invite(self, name: str, channel: str) -> None:
        """Somebody is let into a channel."""
        workspace = self.slack.workspace
        self.slack.on_loop(lambda: workspace.join(workspace.channel(channel), workspace.person(name).id))

    def change_organisation(self, change: Callable[[str], str]) -> None:
        """The organisation file is edited and loaded again, and every process has read it."""
        before = ORGANISATION.read_text(encoding="utf-8")
        text = change(before)
        assert text != before, "nothing was changed"
        organisation = organisation_from(text)
        with self.database.write() as session:
            save_organisation(session, organisation)
        for bot in self.bots:
            bot.desk.refresh()

    # -- what people see

    def said_to(self, name: str) -> list[str]:
        """Everything the bot has said to someone privately, oldest first, as they read it."""
        return [message.readable for message in self.person(name).inbox.messages]

    def card(self, reference: str = "ME-0001", *, channel: str = "press-desk", reader: str = "priya") -> Message:
        """The one card of a record in a channel; there being two is what must never happen."""
        there = self.person(reader).in_channel(channel).messages
        cards = [one for one in there if one.readable.startswith(reference)]  # others may mention it as like them
        assert len(cards) == 1, f"{len(cards)} cards of {reference} in #{channel}"
        return cards[0]

    def timeline(self, reference: str = "ME-0001", *, channel: str = "press-desk", reader: str = "priya") -> list[str]:
        """The lines in a card's thread."""
        return [line.readable for line in self.card(reference, channel=channel, reader=reader).thread]

    def private_word(self, name: str, channel: str | None = None) -> str:
        """The newest sentence that only this person sees, once there is one, and then it is out of the way."""
        person = self.person(name)
        place = person.in_channel(channel) if channel else person.inbox
        return place.wait_for(lambda message: message.ephemeral).readable

    def standing(self) -> str:
        """Everything the bot has standing in Slack: each message of each channel and inbox with its blocks, buttons' values and
        metadata, what only one person saw, and every App Home."""
        return self.slack.on_loop(self._standing)

    def _standing(self) -> str:
        workspace = self.slack.workspace
        messages = [message for channel in workspace.channels.values() for message in channel.messages.values()]
        said = [[one.text, one.blocks, one.attachments, one.metadata] for one in messages]
        homes = [view.payload for person in workspace.humans() if (view := self.slack.core.views.home(person.id))]
        return json.dumps([said, homes], ensure_ascii=False)

    def ever_sent(self) -> str:
        """Everything the bot ever sent to Slack but the forms it opened: what it posted, edited, published, or said privately."""
        forms = {"views.open", "views.push", "views.update"}
        sent = [
            one.payload for one in self.slack.log if one.kind in {"web_api", "response_url"} and one.name not in forms
        ]
        return json.dumps(sent, ensure_ascii=False, default=str)

    # -- what is kept

    def enquiry(self, number: int = 1) -> Enquiry:
        with self.database.read() as session:
            found = get_enquiry(session, number)
        assert found is not None
        return found

    def story(self, number: int = 1) -> StoryIdea:
        with self.database.read() as session:
            found = get_story(session, number)
        assert found is not None
        return found

    def consents(self, number: int = 1) -> list[Consent]:
        with self.database.read() as session:
            return consents_of(session, [number]).get(number, [])

    def nudges(self, number: int = 1, subject: Subject = Subject.ENQUIRY) -> list[Nudge]:
        with self.database.read() as session:
            return nudges_of(session, subject, number)

    def asked(self, number: int = 1, subject: Subject = Subject.ENQUIRY) -> list[tuple[str, str]]:
        """Who has been asked at which step so far, in the order of the ledger."""
        gone = (NudgeState.SENT, NudgeState.SETTLED)
        return [
            (str(one.step), self.name_of(one.person))
            for one in self.nudges(number, subject)
            if one.sent_at and one.state in gone
        ]

    def trail(self, number: int = 1, subject: Subject = Subject.ENQUIRY) -> list[tuple[str, str]]:
        """Who did what to a record, and the whole chain holds."""
        with self.database.read() as session:
            assert audit.verify(session) == []
            entries = audit.entries_of(session, subject, number)
        return [(self.name_of(one.actor), one.action) for one in entries]

    def count(self, record: type[Record]) -> int:
        with self.database.read() as session:
            return session.scalar(select(func.count()).select_from(record)) or 0

    def name_of(self, person: str) -> str:
        """Somebody's first name, as the stories call them."""
        known = self.organisation.people.get(person)
        return known.name.split()[0] if known else person


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
        slack.limits.on, slack.core.ack_seconds = False, BUSY_MACHINE
        council = Council(slack, database, [], organisation)
        try:
            for _ in range(processes):
                council.bots.append(started(slack, database, reached))
            yield council
        finally:
            for bot in council.bots:
                bot.stop()


def started(slack: Sandbox, database: Database, reached: Callable[[str], None] = nothing) -> Bot:
    """A bot of one process, at work."""
    bot = build(settings_for(slack, database), database=database, clock=slack.clock, pace=unhurried(), reached=reached)
    bot.start()
    bot.connect()
    return bot


def unhurried() -> Pace:
    """No budget: the sandbox's limits are off too."""
    return Pace(per_minute={"chat.postMessage": 10**6, "chat.update": 10**6, "views.publish": 10**6}, channel_rest=0.0)
