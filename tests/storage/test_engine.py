"""One verb, one transaction; and plain words when the database is locked, full or gone."""

import sqlite3
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event, Thread

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from storage.engine import Collision, Database, StorageUnavailable, _Turns, retrying
from storage.enquiry import Enquiry, get_enquiry, open_enquiries
from tests.storage.records import enquiry, saved_enquiry

only_postgresql = pytest.mark.parametrize(
    "backend", [pytest.param("postgresql", marks=pytest.mark.postgres)], indirect=True
)
SECRET = "what a person typed"


def test_what_is_written_is_kept_together_or_not_at_all(database: Database) -> None:
    with pytest.raises(ZeroDivisionError), database.write() as session:
        session.add(enquiry())
        session.flush()
        raise ZeroDivisionError
    with database.read() as session:
        assert open_enquiries(session) == []
    with database.write() as session:
        session.add(enquiry(outlet="ITV"))
    with database.read() as session:
        assert [each.outlet for each in open_enquiries(session)] == ["ITV"]


def test_a_change_to_a_record_read_in_a_write_is_kept_and_in_a_read_is_not(database: Database) -> None:
    known = saved_enquiry(database)
    with database.write() as session:
        _named(session, known).officer = "UOFFICER"
    with database.read() as session:
        _named(session, known).officer = "UNOBODY"
    with database.read() as session:
        found = _named(session, known)
    assert found.officer == "UOFFICER"  # and it is readable after its session


def test_sqlite_is_set_to_lose_nothing(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path / 'a.db'}")
    with database.read() as session:
        settings = {
            name: session.scalar(text(f"PRAGMA {name}")) for name in ("journal_mode", "synchronous", "foreign_keys")
        }
    database.dispose()
    assert settings == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}


@pytest.mark.parametrize("url", ["sqlite://", "sqlite:///:memory:"])
def test_sqlite_in_memory_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match="needs a file"):
        Database(url)


@pytest.mark.parametrize("url", ["postgres://h/d", "postgresql://h/d", "postgresql+psycopg://h/d"])
def test_the_usual_addresses_of_postgresql_are_understood(url: str) -> None:
    database = Database(url)
    assert database.engine.url.render_as_string() == "postgresql+psycopg://h/d"
    assert database.file is None


def test_a_reader_does_not_wait_for_a_writer(database: Database) -> None:
    known = saved_enquiry(database, outlet="BBC")
    with database.write() as writing:
        _named(writing, known).outlet = "ITV"
        writing.flush()
        with database.read() as session:
            assert _named(session, known).outlet == "BBC"


def test_a_write_inside_a_write_is_a_mistake(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path / 'a.db'}")
    with pytest.raises(RuntimeError, match="inside a write"), database.write(), database.write():
        pass
    with database.write() as session:
        assert session.scalar(text("SELECT 1")) == 1
    database.dispose()


def test_a_locked_sqlite_is_said_within_slacks_three_seconds(tmp_path: Path, migrated_file: Path) -> None:
    (tmp_path / "a.db").write_bytes(migrated_file.read_bytes())
    database = Database(f"sqlite:///{tmp_path / 'a.db'}")
    other = sqlite3.connect(tmp_path / "a.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with ThreadPoolExecutor(2) as threads:
        first = threads.submit(_seconds_until_refused, database)
        _until_waiting_elsewhere(database)
        time.sleep(
            0.5
        )  # so that the second waits for the first, and then for the other process only what is left of its two seconds
        second = threads.submit(_seconds_until_refused, database)
    assert [1.9 < each.result() < 3.0 for each in (first, second)] == [True, True]
    other.execute("ROLLBACK")
    other.close()
    _write_nothing(database)
    database.dispose()


def test_a_full_sqlite_is_said_and_nothing_is_kept(tmp_path: Path, migrated_file: Path) -> None:
    (tmp_path / "a.db").write_bytes(migrated_file.read_bytes())
    database = Database(f"sqlite:///{tmp_path / 'a.db'}")
    with pytest.raises(StorageUnavailable, match="SQLITE_FULL") as refused, database.write() as session:
        pages = session.scalar(text("PRAGMA page_count"))
        session.execute(text(f"PRAGMA max_page_count = {pages}"))
        session.add(enquiry(question=SECRET * 10_000))
    assert SECRET not in str(refused.value)
    with database.read() as session:
        assert open_enquiries(session) == []
    database.dispose()


def test_a_file_that_is_no_database_is_said(tmp_path: Path) -> None:
    (tmp_path / "a.db").write_text("no database" * 1000)
    database = Database(f"sqlite:///{tmp_path / 'a.db'}")
    with pytest.raises(StorageUnavailable, match="SQLITE_NOTADB"):
        _write_nothing(database)
    database.dispose()


def test_a_missing_folder_or_server_is_said(tmp_path: Path) -> None:
    for url in (f"sqlite:///{tmp_path / 'nowhere' / 'a.db'}", "postgresql://127.0.0.1:1/gone"):
        database = Database(url)
        with pytest.raises(StorageUnavailable):
            _write_nothing(database)
        with pytest.raises(StorageUnavailable), database.read() as session:
            session.execute(text("SELECT 1"))
        database.dispose()


def test_a_driver_error_never_quotes_what_was_typed(database: Database) -> None:
    with pytest.raises(IntegrityError) as refused, database.write() as session:
        session.add_all([enquiry(form_id="V1", question=SECRET), enquiry(form_id="V1", question=SECRET)])
    assert SECRET not in str(refused.value)


@only_postgresql
def test_after_the_server_ended_our_connections_the_next_write_goes_through(database: Database) -> None:
    known = saved_enquiry(database)
    with database.read() as session:
        idle = _pid(session)
    _end(database, idle)
    with database.write() as session:  # the pool notices by itself
        assert _named(session, known).id == known
        in_use = _pid(session)
    with pytest.raises(StorageUnavailable), database.write() as session:
        assert _pid(session) == in_use
        _end(database, in_use)
        get_enquiry(session, known)
    with database.write() as session:
        assert _named(session, known).id == known


def test_a_lock_that_is_held_too_long_is_said(database: Database) -> None:
    known = saved_enquiry(database)
    held, done = Event(), Event()
    holder = Thread(target=_hold, args=(database, known, held, done))
    holder.start()
    assert held.wait(10)
    try:
        with pytest.raises(StorageUnavailable), database.write() as session:
            get_enquiry(session, known, lock=True)
    finally:
        done.set()
        holder.join()


@only_postgresql
def test_a_deadlock_ends_one_and_retrying_does_it_again(database: Database) -> None:
    one, two = saved_enquiry(database), saved_enquiry(database)
    first_locks = {one: Event(), two: Event()}

    def change(first: int, second: int) -> int:
        tries = 0

        def work() -> None:
            nonlocal tries
            tries += 1
            with database.write() as session:
                _named(session, first, lock=True).version += 1
                session.flush()
                first_locks[first].set()
                assert first_locks[second].wait(10)
                _named(session, second, lock=True).version += 1

        retrying(work)
        return tries

    with ThreadPoolExecutor(2) as threads:
        tries = sorted(
            [threads.submit(change, one, two), threads.submit(change, two, one)], key=lambda each: each.result()
        )
    assert [each.result() for each in tries] == [1, 2]
    with database.read() as session:
        assert [_named(session, each).version for each in (one, two)] == [3, 3]


def test_retrying_gives_up_after_three_times_and_never_repeats_a_refusal() -> None:
    calls: list[str] = []

    def collide() -> None:
        calls.append("collide")
        raise Collision("again")

    def refuse() -> None:
        calls.append("refuse")
        raise StorageUnavailable("gone")

    with pytest.raises(Collision):
        retrying(collide)
    with pytest.raises(StorageUnavailable):
        retrying(refuse)
    assert calls == ["collide", "collide", "collide", "refuse"]


def test_retrying_does_a_unique_race_again(database: Database) -> None:
    forms = iter(["V1", "V2"])
    saved_enquiry(database, form_id="V1")

    def work() -> str:
        record = enquiry(form_id=next(forms))
        with database.write() as session:
            session.add(record)
        return record.form_id

    assert retrying(work) == "V2"


def test_turns_go_by_the_order_of_asking() -> None:
    turns, order = _Turns(), list[int]()
    assert turns.take(0)
    threads = [Thread(target=_take_turn, args=(turns, order, number)) for number in range(5)]
    for number, thread in enumerate(threads):
        thread.start()
        _until_waiting(turns, number + 1)
    turns.pass_on()
    for thread in threads:
        thread.join()
    assert order == [0, 1, 2, 3, 4]
    assert turns.take(0)


def test_who_has_stepped_back_goes_when_nobody_else_waits() -> None:
    turns, order = _Turns(), list[int]()
    assert turns.take(0)
    delivering = Thread(target=_take_turn, args=(turns, order, 1), kwargs={"behind": True})
    delivering.start()
    _until_waiting(turns, 1)
    people = [Thread(target=_take_turn, args=(turns, order, number)) for number in (2, 3)]
    for number, thread in enumerate(people):
        thread.start()
        _until_waiting(turns, number + 2)
    turns.pass_on()
    for thread in (delivering, *people):
        thread.join()
    assert order == [2, 3, 1]


def test_a_thread_that_delivers_lets_a_person_go_first(file_database: Database) -> None:
    order: list[str] = []

    def deliver() -> None:
        file_database.step_back()
        with file_database.write():
            order.append("delivery")

    def answer() -> None:
        with file_database.write():
            order.append("answer")

    with file_database.write():
        threads = [Thread(target=deliver), Thread(target=answer)]
        for number, thread in enumerate(threads):
            thread.start()
            _until_waiting(file_database._turns, number + 1)
    for thread in threads:
        thread.join()
    assert order == ["answer", "delivery"]


def test_who_gave_up_waiting_is_not_handed_the_turn() -> None:
    turns = _Turns()
    assert turns.take(0)
    assert not turns.take(0.01)
    turns.pass_on()
    assert turns.take(0)


def test_many_threads_write_without_a_loss(database: Database) -> None:
    known = saved_enquiry(database)

    def add_one(_: int) -> None:
        with database.write() as session:
            _named(session, known, lock=True).version += 1

    with ThreadPoolExecutor(8) as threads:
        list(threads.map(add_one, range(64)))
    with database.read() as session:
        assert _named(session, known).version == 65


def _named(session: Session, known: int, *, lock: bool = False) -> Enquiry:
    found = get_enquiry(session, known, lock=lock)
    assert found is not None
    return found


def _write_nothing(database: Database) -> None:
    with database.write() as session:
        session.execute(text("SELECT 1"))


def _hold(database: Database, known: int, held: Event, done: Event) -> None:
    with database.write() as session:
        get_enquiry(session, known, lock=True)
        held.set()
        done.wait(30)


def _pid(session: Session) -> int:
    return int(session.scalar(text("SELECT pg_backend_pid()")) or 0)


def _end(database: Database, pid: int) -> None:
    engine = create_engine(database.url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        assert connection.scalar(text("SELECT pg_terminate_backend(:pid, 5000)"), {"pid": pid})
    engine.dispose()


def _seconds_until_refused(database: Database) -> float:
    began = time.monotonic()
    with pytest.raises(StorageUnavailable):
        _write_nothing(database)
    return time.monotonic() - began


def _until_waiting_elsewhere(database: Database) -> None:
    deadline = time.monotonic() + 10
    while not database._turns._taken:
        assert time.monotonic() < deadline
        time.sleep(0.001)


def _take_turn(turns: _Turns, order: list[int], number: int, *, behind: bool = False) -> None:
    turns.take(10, behind=behind)
    order.append(number)
    turns.pass_on()


def _until_waiting(turns: _Turns, many: int) -> None:
    deadline = time.monotonic() + 10
    while len(turns._waiting) + len(turns._behind) < many:
        assert time.monotonic() < deadline
        time.sleep(0.001)
