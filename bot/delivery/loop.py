"""The delivery loop: one thread hands lanes out, many send. A lane is one channel or person, so its order is kept."""

import logging
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from threading import Event, Lock, Thread

from sqlalchemy.exc import SQLAlchemyError

from bot.delivery.sender import Rest, Sender
from bot.desk import delivered
from bot.desk.work import Desk
from storage.engine import StorageUnavailable
from storage.lanes import lease_lanes, next_due, release_lanes, sending_in_lane, wanted_lanes

log = logging.getLogger("close_ties.delivery")

AT_LEAST_EVERY = 1.0  # seconds between two looks, for what another process has queued
LOOKS_APART = (
    0.02  # seconds: a burst of commits is looked at together, so that looking leaves its answers the processor
)


@dataclass(slots=True)
class DeliveryLoop:
    """Start it, wake it after each commit, stop it. `trouble` says in a word why nothing can be sent at all, or is empty."""

    desk: Desk
    sender: Sender
    workers: int = 16
    monotonic: Callable[[], float] = time.monotonic
    trouble: str = ""
    _busy: set[str] = field(default_factory=set)
    _resting: dict[str, float] = field(default_factory=dict)
    _paused_until: float = 0.0
    _lock: Lock = field(default_factory=Lock)
    _awake: Event = field(default_factory=Event)
    _stopping: Event = field(default_factory=Event)
    _thread: Thread | None = None
    _pool: ThreadPoolExecutor | None = None

    def start(self) -> None:
        """Begin handing out lanes."""
        self._pool = ThreadPoolExecutor(
            self.workers, thread_name_prefix="delivery", initializer=self.desk.database.step_back
        )
        self._thread = Thread(target=self._run, name="delivery", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Stop handing out, wait for what is being sent, and let go of our lanes."""
        self._stopping.set()
        self._awake.set()
        if self._thread is not None:
            self._thread.join()
        if self._pool is not None:
            self._pool.shutdown(wait=True)
            self._let_go()

    def _let_go(self) -> None:
        try:
            with self.desk.database.write() as session:
                release_lanes(session, self.sender.holder)
        except StorageUnavailable as error:
            log.info("our lanes are free when their leases run out, since the database does not answer: %s", error)

    def wake(self) -> None:
        """Something has been queued."""
        self._awake.set()

    def _run(self) -> None:
        self.desk.database.step_back()
        while not self._stopping.is_set():
            self._awake.clear()
            try:
                self._hand_out()
                wait = self._until_next()
            except StorageUnavailable as error:
                log.warning("deliveries wait, since the database does not answer: %s", error)
                wait = AT_LEAST_EVERY
            except SQLAlchemyError:
                log.exception("the waiting deliveries could not be read; all messages wait")
                wait = self.sender.timing.refused
            self._stopping.wait(LOOKS_APART)
            self._awake.wait(wait)

    def _hand_out(self) -> None:
        now = self.monotonic()
        with self._lock:
            self._resting = {lane: until for lane, until in self._resting.items() if until > now}
            skip = self._busy | self._resting.keys()
            free = self.workers - len(self._busy)
        if free <= 0 or now < self._paused_until:
            return
        holder = self.sender.holder
        with self.desk.database.read() as session:
            if not wanted_lanes(session, datetime.now(UTC), holder, free, skip):
                return  # looking takes nobody's turn to write
        with self.desk.database.write() as session:
            lanes = lease_lanes(session, datetime.now(UTC), holder, self.sender.timing.lease, free, skip)
        for lane in lanes:
            self._begin(lane)

    def _begin(self, lane: str) -> None:
        assert self._pool is not None
        with self._lock:
            self._busy.add(lane)
        self._pool.submit(self.sender.one, lane).add_done_callback(partial(self._done, lane))

    def _done(self, lane: str, future: Future[Rest | None]) -> None:
        error = future.exception()
        rest = Rest(self.sender.timing.refused) if error is not None else future.result()
        with self._lock:
            self._busy.discard(lane)
            if rest is not None and rest.seconds > 0:
                self._resting[lane] = self.monotonic() + rest.seconds
        if error is None:
            self._note(rest)
        else:
            self._fault(lane, error)
        self._awake.set()

    def _note(self, rest: Rest | None) -> None:
        """Everything is wrong: nothing is failed, all is paused, and the log says so once."""
        said = rest.everything if rest else ""
        if said:
            self._paused_until = self.monotonic() + (rest.seconds if rest else 0.0)
            if said != self.trouble:
                log.critical(
                    "Slack refuses us altogether (%s). Nothing is lost; all messages wait. See docs/reliability.md.",
                    said,
                )
        if said or rest is not None:
            self.trouble = said

    def _fault(self, lane: str, error: BaseException) -> None:
        """A fault of ours while sending. The message is set aside, so that it cannot hold up its lane for ever."""
        if isinstance(error, StorageUnavailable):
            log.warning("a delivery in lane %s waits, since the database does not answer: %s", lane, error)
            return
        log.error("a delivery in lane %s could not be made", lane, exc_info=error)
        with self.desk.database.read() as session:
            stuck = sending_in_lane(session, lane)
        if stuck is not None:
            delivered.cannot_be_delivered(self.desk, stuck.id, f"fault: {type(error).__name__}", datetime.now(UTC))

    def _until_next(self) -> float:
        """Seconds until there may be something to do: a lane's rest ends, a delivery comes due, or a second has gone."""
        now = self.monotonic()
        with self._lock:
            ends = [until - now for until in self._resting.values()]
            skip = self._busy | self._resting.keys()
        with self.desk.database.read() as session:
            due = next_due(session, datetime.now(UTC), skip)
        if due is not None:
            ends.append((due - datetime.now(UTC)).total_seconds())
        if now < self._paused_until:
            ends = [self._paused_until - now]
        later = [end for end in ends if end > 0]
        return max(0.005, min([*later, AT_LEAST_EVERY]))
