"""What Slack must be told: one waiting delivery for each place, and where each message stands."""

from threading import Event, Thread

import pytest
from sqlalchemy import select

from storage.delivery import (
    Delivery,
    Standing,
    forget_standing,
    get_delivery,
    mark_dropped,
    mark_failed,
    mark_sent,
    mark_waiting,
    queue,
    sent_about,
    standing,
    waiting_count,
)
from storage.engine import Database
from storage.kinds import DeliveryKind, DeliveryState, Subject
from storage.lanes import claim_next
from tests.storage.records import MINUTE, T0, delivery, queued, statements


def test_a_delivery_comes_back_as_it_was_queued(database: Database) -> None:
    row = delivery("card", detail="7", thread_key="other", urgent=True, kind=DeliveryKind.ENQUIRY_LINE)
    queued(database, row)
    found = _get(database, 1)
    assert (found.key, found.lane, found.detail, found.thread_key, found.urgent) == (
        "card",
        "C0TRIAGE",
        "7",
        "other",
        True,
    )
    assert (found.kind, found.subject, found.state) == (
        DeliveryKind.ENQUIRY_LINE,
        Subject.ENQUIRY,
        DeliveryState.WAITING,
    )
    assert (found.created_at, found.not_before, found.attempts, found.random_id) == (T0, T0, 0, row.random_id)
    assert type(found.state) is DeliveryState


def test_ten_changes_to_a_card_wait_as_one(database: Database) -> None:
    for number in range(10):
        queued(database, delivery("card", detail=str(number)))
    with database.read() as session:
        assert waiting_count(session) == 1
    assert _get(database, 1).detail == "9"


def test_a_newer_one_makes_it_due_no_later_and_no_less_urgent(database: Database) -> None:
    queued(database, delivery("a", not_before=T0 + MINUTE), delivery("b", not_before=T0, urgent=True))
    queued(database, delivery("a", not_before=T0, urgent=True), delivery("b", not_before=T0 + MINUTE))
    assert [(each.not_before, each.urgent) for each in _all(database)] == [(T0, True), (T0, True)]


def test_the_same_key_twice_in_one_statement_waits_once(database: Database) -> None:
    with statements(database) as sent:
        queued(
            database,
            delivery("a", not_before=T0 + MINUTE, detail="1"),
            delivery("b"),
            delivery("a", not_before=T0, urgent=True, detail="2"),
        )
    assert len(sent) == 1
    assert [(each.key, each.not_before, each.urgent, each.detail) for each in _all(database)] == [
        ("a", T0, True, "2"),
        ("b", T0, False, ""),
    ]


def test_queueing_nothing_sends_nothing(database: Database) -> None:
    with statements(database) as sent:
        queued(database)
    assert sent == []


@pytest.mark.parametrize("state", [state for state in DeliveryState if state != DeliveryState.WAITING])
def test_only_a_waiting_one_stands_in_for_a_new_one(database: Database, state: DeliveryState) -> None:
    queued(database, delivery("card", state=state), delivery("card-2"))
    queued(database, delivery("card"))
    assert [(each.key, each.state) for each in _all(database)] == [
        ("card", state),
        ("card-2", DeliveryState.WAITING),
        ("card", DeliveryState.WAITING),
    ]


def test_a_change_in_the_moment_of_a_claim_is_never_lost(database: Database) -> None:
    """The claim waits for the change, or the change leaves a new row: what is rendered after the claim has the change."""
    queued(database, delivery("card", detail="old"))
    claimed: list[str] = []
    changed, go_on = Event(), Event()

    def change() -> None:
        with database.write() as session:
            queue(session, [delivery("card", detail="new")])
            changed.set()
            go_on.wait(0.2)

    def claim() -> None:
        changed.wait(10)
        with database.write() as session:
            taken = claim_next(session, "C0TRIAGE", T0)
            claimed.append(taken.detail if taken else "nothing")

    threads = [Thread(target=change), Thread(target=claim)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert claimed == ["new"]
    assert [each.state for each in _all(database)] == [DeliveryState.SENDING]


def test_a_message_stands_where_the_latest_delivery_of_its_key_put_it(database: Database) -> None:
    assert _standing(database, "card") is None
    queued(database, delivery("card"), delivery("other"))
    _sent(database, 1, "C0TRIAGE", "1.1")
    queued(database, delivery("card"))
    assert _standing(database, "card") == Standing("C0TRIAGE", "1.1", 1)
    _sent(database, 3, "C0TRIAGE", "1.1")
    assert _standing(database, "card") == Standing("C0TRIAGE", "1.1", 3)
    assert _standing(database, "other") is None
    found = _get(database, 1)
    assert (found.state, found.sent_at, found.error) == (DeliveryState.SENT, T0, "")


def test_what_has_no_ts_does_not_stand(database: Database) -> None:
    queued(database, delivery("home"))
    _sent(database, 1, "", "")
    assert _standing(database, "home") is None


def test_an_empty_place_is_forgotten_so_that_the_next_posts_anew(database: Database) -> None:
    for number in (1, 2):
        queued(database, delivery("card"))
        _sent(database, number, "C0TRIAGE", "1.1")
    queued(database, delivery("other"))
    _sent(database, 3, "C0TRIAGE", "2.2")
    with database.write() as session:
        forget_standing(session, "card")
    assert _standing(database, "card") is None
    assert _standing(database, "other") == Standing("C0TRIAGE", "2.2", 3)


def test_ends_are_written_down(database: Database) -> None:
    queued(database, delivery("a"), delivery("b"))
    with database.write() as session:
        mark_failed(session, 1, "channel_not_found", T0)
        mark_dropped(session, 2, T0)
    assert [(each.state, each.error) for each in _all(database)] == [
        (DeliveryState.FAILED, "channel_not_found"),
        (DeliveryState.DROPPED, ""),
    ]
    with database.read() as session:
        assert waiting_count(session) == 0


def test_a_second_try_waits_with_its_error_and_its_count(database: Database) -> None:
    queued(database, delivery("card"))
    _claim(database)
    _again(database, 1, "internal_error")
    found = _get(database, 1)
    assert (found.state, found.not_before, found.error, found.attempts) == (
        DeliveryState.WAITING,
        T0 + MINUTE,
        "internal_error",
        1,
    )


def test_a_second_try_takes_over_a_newer_one_and_keeps_its_place_and_its_random_id(database: Database) -> None:
    queued(database, delivery("card", detail="old"))
    before = _claim(database)
    queued(database, delivery("line"), delivery("card", detail="new", urgent=True))
    _again(database, 1, "unsure: timed out")
    assert [(each.id, each.key, each.state, each.detail, each.urgent) for each in _all(database)] == [
        (1, "card", DeliveryState.WAITING, "new", True),
        (2, "line", DeliveryState.WAITING, "", False),
        (3, "card", DeliveryState.DROPPED, "new", True),
    ]
    assert _get(database, 1).random_id == before.random_id


@pytest.mark.parametrize("backend", [pytest.param("postgresql", marks=pytest.mark.postgres)], indirect=True)
def test_a_second_try_survives_a_newer_one_that_is_being_queued(database: Database) -> None:
    queued(database, delivery("card", detail="old"))
    _claim(database)
    with database.write() as session:
        queue(session, [delivery("card", detail="new")])
        trying = Thread(target=_again, args=(database, 1, "internal_error"))
        trying.start()
        trying.join(0.3)
        assert trying.is_alive()  # it waits for us to finish
    trying.join()
    assert [(each.state, each.detail) for each in _all(database)] == [
        (DeliveryState.WAITING, "new"),
        (DeliveryState.DROPPED, "new"),
    ]


def test_all_that_stands_about_a_record_is_found_once_for_each_key(database: Database) -> None:
    queued(database, delivery("card"), delivery("news"), delivery("elsewhere", subject_id=2), delivery("home"))
    for number, ts in ((1, "1.1"), (2, "2.2"), (3, "3.3"), (4, "")):
        _sent(database, number, "C0TRIAGE", ts)
    queued(database, delivery("card"), delivery("story", subject=Subject.STORY))
    _sent(database, 5, "C0TRIAGE", "1.1")
    _sent(database, 6, "C0TRIAGE", "6.6")
    with database.read() as session:
        assert [(each.id, each.key) for each in sent_about(session, Subject.ENQUIRY, 1)] == [(2, "news"), (5, "card")]


def test_what_waits_is_found_too_as_it_is_to_be_said_and_not_as_it_stands(database: Database) -> None:
    queued(database, delivery("card"), delivery("news", detail="old"))
    _sent(database, 2, "C0TRIAGE", "2.2")
    queued(database, delivery("news", detail="new"))
    with database.read() as session:
        found = [(each.key, each.detail) for each in sent_about(session, Subject.ENQUIRY, 1)]
    assert found == [("card", ""), ("news", "new")]


def _all(database: Database) -> list[Delivery]:
    with database.read() as session:
        return list(session.scalars(select(Delivery).order_by(Delivery.id)))


def _get(database: Database, delivery_id: int) -> Delivery:
    with database.read() as session:
        found = get_delivery(session, delivery_id)
    assert found is not None
    return found


def _claim(database: Database) -> Delivery:
    with database.write() as session:
        claimed = claim_next(session, "C0TRIAGE", T0)
    assert claimed is not None
    return claimed


def _again(database: Database, delivery_id: int, error: str) -> None:
    with database.write() as session:
        mark_waiting(session, delivery_id, T0 + MINUTE, error)


def _sent(database: Database, delivery_id: int, channel: str, ts: str) -> None:
    with database.write() as session:
        mark_sent(session, delivery_id, channel, ts, T0)


def _standing(database: Database, key: str) -> Standing | None:
    with database.read() as session:
        return standing(session, key)
