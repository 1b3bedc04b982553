"""A burst of enquiries while the bot is killed and started again: people who try until their form closes, and what stands at the end."""

import multiprocessing
import random
import re
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from threading import Event, Lock

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot import manifest
from bot.demo import ORGANISATION, WORKSPACE
from bot.organisation.file import read_organisation_file
from bot.rules.deeds import Deed
from sandbox import Sandbox, SandboxClock, load_workspace
from sandbox.people.refusals import NoSuchChoice, NotPossible
from sandbox.records import Person as Employee
from storage import audit
from storage.delivery import Delivery
from storage.engine import Database
from storage.enquiry import Enquiry
from storage.kinds import DeliveryKind, DeliveryState, NudgeState, Subject
from storage.nudge import Nudge
from storage.organisation import save_organisation
from tests.journeys.council import T0, Council, settings_for
from tests.soak.bot_process import Life, live
from tests.withstand.shaken import assert_each_once_and_in_order, posted

STAFF = [f"U0STAFF{number:02d}" for number in range(12)]
OPEN_PATIENCE = 2.5  # seconds a person waits for the form to appear before typing the command again
ACK_SECONDS = 1.0  # Slack's three, made shorter: answers that come too late are part of the game


@dataclass(frozen=True)
class Doom:
    """How one life ends: at the n-th passing of a point, or else after so many seconds, most of them for a busy machine to start it."""

    point: str = ""
    passing: int = 1
    seconds: float = 40.0


@dataclass
class Figures:
    """What happened, in numbers."""

    enquiries: int = 0
    kills: Counter[str] = field(default_factory=Counter)
    submissions: int = 0
    messages: int = 0
    looks: int = 0
    seconds: float = 0.0

    def __add__(self, other: "Figures") -> "Figures":
        return Figures(
            self.enquiries + other.enquiries,
            self.kills + other.kills,
            self.submissions + other.submissions,
            self.messages + other.messages,
            self.looks + other.looks,
            self.seconds + other.seconds,
        )


class Burst:
    """One Slack, one SQLite file, and many short lives of the bot."""

    def __init__(self, database: Database, place: Path, enquiries: int, chance: random.Random) -> None:
        self.database, self._place, self._enquiries, self._chance = database, place, enquiries, chance
        self._processes = multiprocessing.get_context("forkserver")
        self._processes.set_forkserver_preload(["tests.soak.bot_process", "pytest"])
        self._lock, self._moment, self._over = Lock(), Event(), Event()
        self.sent: set[str] = set()
        self.closed: dict[int, str] = {}
        self.figures = Figures(enquiries=enquiries)

    def run(self, dooms: Iterator[Doom]) -> Figures:
        """Everybody raises their enquiries while the bot dies of one doom after the other; asserts what must hold at the end."""
        began, organisation = time.monotonic(), read_organisation_file(ORGANISATION)
        with self.database.write() as session:
            save_organisation(session, organisation)
        workspace = load_workspace(WORKSPACE, clock=SandboxClock(T0))
        for number, staff in enumerate(STAFF):
            workspace.add_person(Employee(id=staff, name=f"staff.{number:02d}", real_name=f"Member of Staff {number}"))
        with Sandbox(workspace, manifest.manifest(), clock=workspace.clock, ack_seconds=ACK_SECONDS) as slack:
            slack.limits.on = False
            self._under_fire(slack, dooms)
            council = Council(slack, self.database, [], organisation)
            self._assert_all_is_well(council)
            self.figures.messages = len(posted(slack))
            self.figures.looks = len(slack.log.calls("conversations.history")) + len(
                slack.log.calls("conversations.replies")
            )
        self.figures.seconds = time.monotonic() - began
        return self.figures

    def _under_fire(self, slack: Sandbox, dooms: Iterator[Doom]) -> None:
        with ThreadPoolExecutor(len(STAFF) + 2) as crowd:
            raising = [crowd.submit(self._raise_all, slack, place) for place in range(len(STAFF))]
            working = [crowd.submit(self._press, slack, *each) for each in (("priya", "press-desk"), ("shirin", None))]
            try:
                for doom in dooms:
                    if all(one.done() for one in raising) and self._undelivered() == 0:
                        break
                    self._one_life(slack, doom)
                last = self._begin(slack, Doom())
                try:
                    for one in raising:
                        one.result(timeout=240)
                    self._until(lambda: self._unpressed() == 0 and self._undelivered() == 0, "everything is said", 240)
                finally:
                    last.kill()
                    last.join()
            finally:
                self._over.set()
            for one in working:
                one.result(timeout=30)

    # -- the bot's lives

    def _one_life(self, slack: Sandbox, doom: Doom) -> None:
        process = self._begin(slack, doom)
        process.join(doom.seconds)
        how = doom.point if process.exitcode is not None else "at any moment"
        process.kill()
        process.join()
        assert process.exitcode == -9, f"The bot ended by itself, see {self._log}"
        self.figures.kills[how] += 1

    @property
    def _log(self) -> Path:
        return self._place / "bot.log"

    def _begin(self, slack: Sandbox, doom: Doom) -> multiprocessing.process.BaseProcess:
        settings = settings_for(slack, self.database)
        env = {name.upper(): str(value) for name, value in settings.model_dump().items()}
        life = Life(env, slack.clock.now() - datetime.now(UTC), self._log, doom.point, doom.passing)
        process = self._processes.Process(target=live, args=(life,), daemon=True)
        process.start()
        return process

    # -- the people

    def _raise_all(self, slack: Sandbox, place: int) -> None:
        for number in range(place, self._enquiries, len(STAFF)):
            self._raise_one(slack, STAFF[place], number)

    def _raise_one(self, slack: Sandbox, who: str, number: int) -> None:
        """As a person does: type the command until a form comes, send it until it closes."""
        person = slack.person(who)
        while not person.has_form:
            person.types("/media-enquiry")
            with suppress(AssertionError):
                self._until(lambda: person.has_form, "a form", OPEN_PATIENCE)
        form = person.form
        form.fill(
            outlet=f"Outlet {number}",
            journalist="Sam Poole, 020 7946 0000",
            deadline="none given",
            question=f"Q{number:04d}: is it true?",
            service_area="children" if number % 5 == 0 else "adults",
        )
        view = str(form.seen["view_id"])
        with self._lock:
            self.sent.add(view)
        while form.is_open:
            with self._lock:
                self.figures.submissions += 1
            form.submit()
            assert not form.errors, form.errors
            self._moment.wait(0.05)
        with self._lock:
            self.closed[number] = view
        if person.has_form:
            person.form.close(everything=True)

    def _press(self, slack: Sandbox, who: str, channel: str | None) -> None:
        """An officer takes every third enquiry from its card; the lead acknowledges every third from the nudge."""
        button, rest = ("I'll take it", 0) if channel else ("I have it", 1)
        person = slack.person(who)
        place = person.in_channel(channel) if channel else person.inbox
        while not self._over.wait(0.25):
            for message in place.messages:
                found = re.search(r"ME-(\d{4})", message.text)
                if found and int(found[1]) % 3 == rest and button in message.buttons:
                    with suppress(NoSuchChoice, NotPossible):  # it was edited meanwhile
                        message.press(button)

    def _unpressed(self) -> int:
        third = select(func.count()).select_from(Enquiry)
        unclaimed = third.where(Enquiry.id % 3 == 0, Enquiry.service_area == "adults", Enquiry.officer.is_(None))
        unacknowledged = third.where(
            Enquiry.id % 3 == 1, Enquiry.service_area == "adults", Enquiry.lead_acknowledged_by.is_(None)
        )
        with self.database.read() as session:
            return (session.scalar(unclaimed) or 0) + (session.scalar(unacknowledged) or 0)

    def _undelivered(self) -> int:
        going = (DeliveryState.WAITING, DeliveryState.SENDING)
        with self.database.read() as session:
            return session.scalar(select(func.count()).select_from(Delivery).where(Delivery.state.in_(going))) or 0

    def _until(self, right: Callable[[], bool], what: str, patience: float) -> None:
        ends = time.monotonic() + patience
        while not right():
            assert time.monotonic() < ends, f"never happened: {what}; see {self._log}"
            self._moment.wait(0.03)

    # -- what stands at the end

    def _assert_all_is_well(self, council: Council) -> None:
        with self.database.read() as session:
            rows = list(session.scalars(select(Enquiry).order_by(Enquiry.id)))
            told = session.scalars(select(Nudge).where(Nudge.sent_at.is_not(None), Nudge.state != NudgeState.MOOT))
            nudges = [one for one in told if not _taken_before_it_was_said(session, one)]
            news = list(session.scalars(select(Delivery).where(Delivery.kind == DeliveryKind.ENQUIRY_NEWS)))
            assert audit.verify(session) == []
            recorded = [_recorded(audit.entries_of(session, Subject.ENQUIRY, row.id)) for row in rows]
        assert {row.form_id for row in rows} <= self.sent, "a row without a form"
        assert {row.form_id: row.question[:5] for row in rows} == {
            view: f"Q{number:04d}" for number, view in self.closed.items()
        }
        assert len(rows) == self._enquiries
        assert recorded == [1] * len(rows)
        assert_each_once_and_in_order(council)
        self._assert_told_once(council, rows, nudges, news)

    def _assert_told_once(
        self, council: Council, rows: Sequence[Enquiry], nudges: Sequence[Nudge], news: Sequence[Delivery]
    ) -> None:
        """Counted in Slack alone, by what the messages say and where they stand, whatever our own tables think of it."""
        stands = [
            (each.channel, found[0])
            for each in posted(council.slack)
            if not each.in_thread and not re.match(r"\w+day \d+ \w+: ", each.text)  # a day's list names many at once
            if (found := re.search(r"ME-\d{4}", each.text))
        ]
        counted = Counter(stands)
        for row in rows:
            assert counted.pop(("C0PRESSDESK", row.reference)) == 1
            if row.restricted:
                assert counted.pop(("C0RESTRICTED", row.reference)) == 1
        expected = Counter((f"D{one.person[1:]}", f"ME-{one.subject_id:04d}") for one in nudges)
        expected += Counter(
            (f"D{key[0][1:]}", f"ME-{key[1]:04d}") for key in {(one.lane, one.subject_id, one.key) for one in news}
        )
        more, less = counted - expected, expected - counted
        assert (more, less) == (Counter(), Counter()), f"said too often: {more}; never said: {less}"


def _taken_before_it_was_said(session: Session, nudge: Nudge) -> bool:
    """Somebody took it from its card while its message still waited: then there is nothing to say any more, and nothing is said."""
    states = set(session.scalars(select(Delivery.state).where(Delivery.key == f"nudge:{nudge.id}")))
    return nudge.settled_how == Deed.CLAIM and states == {DeliveryState.DROPPED}


def _recorded(entries: Sequence[audit.AuditEntry]) -> int:
    return sum(entry.action == "recorded" for entry in entries)
