"""Lanes: one holder at a time, order within a lane, urgent ones first, and nothing forgotten after a crash."""

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from threading import Barrier

from storage.delivery import Delivery, mark_sent, mark_waiting
from storage.engine import Database
from storage.kinds import DeliveryState
from storage.lanes import claim_next, lease_lanes, next_due, release_lane, release_lanes, renew_lane, sending_in_lane
from tests.storage.records import MINUTE, T0, delivery, queued

LEASE = timedelta(seconds=30)


def test_lanes_with_something_due_are_leased_urgent_first_then_the_oldest(database: Database) -> None:
    queued(
        database,
        delivery("a", "C-OLD"),
        delivery("b", "C-FUTURE", not_before=T0 + MINUTE),
        delivery("c", "C-NEW"),
        delivery("d", "C-URGENT", urgent=True),
        delivery("e", "C-SENT", state=DeliveryState.SENT),
    )
    assert _lease(database, limit=2) == ["C-URGENT", "C-OLD"]
    assert _lease(database, holder="other") == ["C-NEW"]
    assert _lease(database, holder="third") == []


def test_a_lane_is_free_again_when_released_or_when_its_lease_has_run_out(database: Database) -> None:
    queued(database, delivery("a", "C1"), delivery("b", "C2"))
    assert _lease(database) == ["C1", "C2"]
    with database.write() as session:
        release_lane(session, "C1", "us")
        release_lane(session, "C2", "other")  # not theirs to give back
    assert _lease(database, holder="other") == ["C1"]
    assert _lease(database, holder="third", now=T0 + LEASE) == ["C1", "C2"]


def test_who_ends_gives_back_all_that_they_hold_and_nothing_else(database: Database) -> None:
    queued(database, delivery("a", "C1"), delivery("b", "C2"), delivery("c", "C3"))
    assert _lease(database, limit=2) == ["C1", "C2"]
    assert _lease(database, holder="other") == ["C3"]
    with database.write() as session:
        release_lanes(session, "us")
    assert _lease(database, holder="third") == ["C1", "C2"]


def test_our_own_lanes_come_again_unless_we_work_on_them(database: Database) -> None:
    queued(database, delivery("a", "C1"), delivery("b", "C2"))
    assert _lease(database) == ["C1", "C2"]
    assert _lease(database) == ["C1", "C2"]
    assert _lease(database, skip={"C1"}) == ["C2"]


def test_a_lease_is_renewed_only_by_its_holder(database: Database) -> None:
    queued(database, delivery("a", "C1"))
    _lease(database)
    with database.write() as session:
        assert renew_lane(session, "C1", "us", T0 + 2 * LEASE, LEASE)  # late, but nobody came
        assert not renew_lane(session, "C1", "other", T0, LEASE)
        assert not renew_lane(session, "C-UNKNOWN", "us", T0, LEASE)
    assert _lease(database, holder="other", now=T0 + 2 * LEASE) == []
    assert _lease(database, holder="other", now=T0 + 3 * LEASE) == ["C1"]
    with database.write() as session:
        assert not renew_lane(session, "C1", "us", T0 + 3 * LEASE, LEASE)


def test_a_lane_left_by_a_crash_comes_back_with_what_was_being_sent(database: Database) -> None:
    queued(database, delivery("a", "C1"))
    _lease(database)
    assert _key(_claim(database, "C1")) == "a"
    assert _lease(database, holder="other", now=T0 + LEASE / 2) == []
    assert _lease(database, holder="other", now=T0 + LEASE) == ["C1"]
    with database.read() as session:
        assert _key(sending_in_lane(session, "C1")) == "a"
        assert sending_in_lane(session, "C2") is None


def test_no_lane_is_ever_leased_twice(database: Database) -> None:
    queued(database, *(delivery(f"k{number}", f"C{number}") for number in range(40)))
    together = Barrier(4)

    def process(number: int) -> list[str]:
        together.wait()
        return _lease(database, holder=f"p{number}", limit=40)

    with ThreadPoolExecutor(4) as threads:
        leased = [lane for lanes in threads.map(process, range(4)) for lane in lanes]
    assert sorted(leased) == sorted({f"C{number}" for number in range(40)})


def test_a_lane_is_sent_in_order_urgent_ones_first(database: Database) -> None:
    queued(database, delivery("a"), delivery("b"), delivery("c", urgent=True), delivery("d", "C-OTHER"))
    assert [_key(_claim(database)) for _ in range(4)] == ["c", "a", "b", None]


def test_a_claim_says_when_and_how_often(database: Database) -> None:
    queued(database, delivery("a"))
    claimed = _claim(database, now=T0 + MINUTE)
    assert claimed is not None
    assert (claimed.state, claimed.attempts, claimed.claimed_at) == (DeliveryState.SENDING, 1, T0 + MINUTE)
    with database.read() as session:
        assert sending_in_lane(session, "C0TRIAGE") == claimed


def test_what_is_not_due_yet_blocks_nothing(database: Database) -> None:
    queued(database, delivery("later", not_before=T0 + MINUTE), delivery("now"))
    assert [_key(_claim(database)) for _ in range(2)] == ["now", None]
    assert _key(_claim(database, now=T0 + MINUTE)) == "later"


def test_a_second_try_holds_back_those_behind_it_but_not_an_urgent_one(database: Database) -> None:
    queued(database, delivery("card"), delivery("line"), delivery("nudge", urgent=True), delivery("x", "C-OTHER"))
    assert _key(_claim(database)) == "nudge"
    _done(database, 3)
    assert _key(_claim(database)) == "card"
    _try_later(database, 1)
    assert _claim(database) is None
    assert _lease(database) == ["C-OTHER"]
    queued(database, delivery("nudge-2", urgent=True))
    assert _lease(database, holder="us") == ["C0TRIAGE", "C-OTHER"]
    assert _key(_claim(database)) == "nudge-2"
    _done(database, 5)
    assert [_key(_claim(database, now=T0 + MINUTE)) for _ in range(2)] == ["card", "line"]


def test_an_urgent_second_try_holds_back_all_behind_it(database: Database) -> None:
    queued(database, delivery("nudge", urgent=True), delivery("nudge-2", urgent=True), delivery("card"))
    _claim(database)
    _try_later(database, 1)
    assert _claim(database) is None
    assert [_key(_claim(database, now=T0 + MINUTE)) for _ in range(3)] == ["nudge", "nudge-2", "card"]


def test_when_there_will_next_be_something_to_send(database: Database) -> None:
    assert _next(database) is None
    queued(database, delivery("a", "C1", not_before=T0 + MINUTE), delivery("b", "C1", not_before=T0 + 2 * MINUTE))
    assert _next(database) == T0 + MINUTE
    queued(database, delivery("c", "C2"))
    assert _next(database) == T0
    _lease(database)
    assert _next(database) == T0 + LEASE  # ours, and if we are gone, then another's
    _claim(database, "C2")
    assert _next(database) == T0 + LEASE
    with database.write() as session:
        release_lane(session, "C2", "us")
    assert _next(database) == T0  # left while being sent
    _done(database, 3)
    assert _next(database) == T0 + MINUTE


def test_what_a_second_try_holds_back_is_not_next(database: Database) -> None:
    queued(database, delivery("card"), delivery("line"))
    _claim(database)
    _try_later(database, 1)
    assert _next(database) == T0 + MINUTE


def test_a_long_queue_is_worked_off_once_by_several_processes(database: Database) -> None:
    many = [delivery(f"k{number}", f"C{number % 7}") for number in range(70)]
    queued(database, *many)

    def process(name: str) -> list[tuple[str, str]]:
        sent = []
        for _ in range(200):
            lanes = _lease(database, holder=name, limit=2)
            for lane in lanes:
                sent += _one(database, lane, name)
            if not lanes and _next(database) is None:
                break
        return sent

    with ThreadPoolExecutor(3) as threads:
        sent = [each for part in threads.map(process, ("p1", "p2", "p3")) for each in part]
    assert sorted(sent) == sorted((each.lane, each.key) for each in many)


def _one(database: Database, lane: str, holder: str) -> list[tuple[str, str]]:
    with database.write() as session:
        claimed = claim_next(session, lane, T0)
        assert claimed is not None
        mark_sent(session, claimed.id, lane, "1.1", T0)
        release_lane(session, lane, holder)
    return [(lane, claimed.key)]


def _lease(
    database: Database, holder: str = "us", limit: int = 16, skip: set[str] | None = None, now: datetime = T0
) -> list[str]:
    with database.write() as session:
        return lease_lanes(session, now, holder, LEASE, limit, skip or set())


def _claim(database: Database, lane: str = "C0TRIAGE", now: datetime = T0) -> Delivery | None:
    with database.write() as session:
        return claim_next(session, lane, now)


def _key(found: Delivery | None) -> str | None:
    return found.key if found else None


def _done(database: Database, delivery_id: int) -> None:
    with database.write() as session:
        mark_sent(session, delivery_id, "C0TRIAGE", "1.1", T0)


def _try_later(database: Database, delivery_id: int) -> None:
    with database.write() as session:
        mark_waiting(session, delivery_id, T0 + MINUTE, "internal_error")


def _next(database: Database) -> datetime | None:
    with database.read() as session:
        return next_due(session, T0)
