"""`kill -9` around the digest: one preview, one post with its thread, and every story told once, wherever the process ends."""

import multiprocessing
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import product
from pathlib import Path

import pytest
from sqlalchemy import func, select

from bot import manifest
from bot.demo import ORGANISATION, WORKSPACE
from bot.organisation.file import read_organisation_file
from sandbox import Sandbox, SandboxClock, load_workspace
from storage import audit
from storage.delivery import Delivery
from storage.digest import Digest, DigestStory, digest_of_week
from storage.engine import Database
from storage.kinds import DeliveryKind, DeliveryState, StoryStatus, Subject
from storage.organisation import save_organisation
from storage.story import StoryIdea
from storage.story_told import Telling
from tests.journeys.council import Council, settings_for
from tests.journeys.previewing import FRIDAY, THURSDAY
from tests.soak.bot_process import CRASH_POINTS, Life, live
from tests.withstand.shaken import assert_each_once_and_in_order, posted

STORIES = 16
AMARA, PRIYA = "U0AMARA01", "U0PRIYA03"
LIFETIME = 8.0  # seconds: a life that does not come to its end by itself is ended


def write_stories(database: Database) -> None:
    """Picked up on Wednesday, enough of them for two messages in the thread."""
    at = THURSDAY.astimezone(UTC).replace(day=4)
    facts = {"author": AMARA, "sent_in_at": at, "credit": "The day team", "service_area": "adults", "officer": PRIYA}
    with database.write() as session:
        session.add_all(
            StoryIdea(
                form_id=f"V{number}",
                title=f"Story number {number}",
                what_happened="We planted it together.",
                tell_colleagues_now=True,
                status=StoryStatus.PICKED_UP,
                **facts,  # type: ignore[arg-type]  # a test's shorthand
            )
            for number in range(1, STORIES + 1)
        )


@dataclass
class Lives:
    """One Slack, one file, and the bot's lives."""

    slack: Sandbox
    database: Database
    place: Path
    kills: Counter[str] = field(default_factory=Counter)

    def around(self, moment: datetime, done: DeliveryKind, passings: int) -> None:
        """Many short lives from a moment on, and a last one that may finish."""
        ahead = moment - datetime.now(UTC)
        for passing, point in product(range(1, passings + 1), CRASH_POINTS):
            life = self._begin(Life(self._env(), ahead, self.place / "bot.log", point, passing))
            life.join(LIFETIME)
            self.kills[point] += life.exitcode is not None
            life.kill()
            life.join()
        last = self._begin(Life(self._env(), ahead, self.place / "bot.log"))
        try:
            self._until(lambda: self._sent(done) > 0 and self._undelivered() == 0)
        finally:
            last.kill()
            last.join()

    def _begin(self, life: Life) -> multiprocessing.process.BaseProcess:
        process = multiprocessing.get_context("forkserver").Process(target=live, args=(life,), daemon=True)
        process.start()
        return process

    def _env(self) -> dict[str, str]:
        settings = settings_for(self.slack, self.database)
        return {name.upper(): str(value) for name, value in settings.model_dump().items()}

    def _until(self, right: Callable[[], bool], patience: float = 90.0) -> None:
        ends = time.monotonic() + patience
        while not right():
            assert time.monotonic() < ends, "it never ended"
            time.sleep(0.1)

    def _sent(self, kind: DeliveryKind) -> int:
        with self.database.read() as session:
            sent = select(func.count()).select_from(Delivery).where(Delivery.kind == kind, Delivery.state == "sent")
            return session.scalar(sent) or 0

    def _undelivered(self) -> int:
        going = (DeliveryState.WAITING, DeliveryState.SENDING)
        with self.database.read() as session:
            return session.scalar(select(func.count()).select_from(Delivery).where(Delivery.state.in_(going))) or 0


@pytest.mark.parametrize(
    "passings",
    [
        pytest.param(1, marks=pytest.mark.timeout(600)),
        pytest.param(3, marks=[pytest.mark.soak, pytest.mark.timeout(3600)]),
    ],
    ids=["once", "thrice"],
)
def test_killed_around_the_preview_and_the_post(file_database: Database, tmp_path: Path, passings: int) -> None:
    database = file_database
    organisation = read_organisation_file(ORGANISATION)
    with database.write() as session:
        save_organisation(session, organisation)
    write_stories(database)
    workspace = load_workspace(WORKSPACE, clock=SandboxClock(THURSDAY))
    with Sandbox(workspace, manifest.manifest(), clock=workspace.clock) as slack:
        slack.limits.on = False
        lives = Lives(slack, database, tmp_path)
        lives.around(THURSDAY, DeliveryKind.DIGEST_PREVIEW, passings)
        workspace.clock.move_to(FRIDAY)
        lives.around(FRIDAY, DeliveryKind.DIGEST, passings)
        assert set(CRASH_POINTS) <= lives.kills.keys()
        _assert_each_once(Council(slack, database, [], organisation))


def _assert_each_once(council: Council) -> None:
    assert_each_once_and_in_order(council)
    in_channel = Counter((one.channel, one.in_thread) for one in posted(council.slack))
    assert (in_channel["C0GOODNEWS", False], in_channel["C0GOODNEWS", True]) == (1, 2)
    with council.database.read() as session:
        digest = digest_of_week(session, "2026-W10")
        assert digest is not None
        assert digest.state == "posted"
        assert session.scalar(select(func.count()).select_from(Digest)) == 2  # last week's, settled at the start
        assert session.scalar(select(func.count()).select_from(DigestStory)) == STORIES
        told = Counter(session.scalars(select(Telling.story_id)))
        assert told == dict.fromkeys(range(1, STORIES + 1), 1)
        for number in range(1, STORIES + 1):
            actions = [entry.action for entry in audit.entries_of(session, Subject.STORY, number)]
            assert actions == ["told"]
        assert audit.verify(session) == []
