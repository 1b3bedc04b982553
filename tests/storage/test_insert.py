"""One form becomes one record, however often and however fast it is sent."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from sqlalchemy import delete, func, select

from storage.engine import Database
from storage.enquiry import Enquiry, enquiry_by_form, get_enquiry
from storage.insert import insert_once
from storage.kinds import Mark, Outcome, Status
from tests.storage.records import T0, enquiry, saved_enquiry


def test_every_value_comes_back_as_it_was(database: Database) -> None:
    record = enquiry(
        question="“Déjà vu?” 👩‍👩‍👧 \u202eright to left\u202c <!channel>",
        deadline=T0,
        marks=[Mark.COURT.value, Mark.NOT_SURE.value],
        restricted=True,
        status=Status.RESPONDED,
        outcome=Outcome.DECLINED,
        officer=None,
    )
    with database.write() as session:
        assert insert_once(session, record, Enquiry.form_id)
    with database.read() as session:
        found = get_enquiry(session, record.id)
    assert found == record
    assert found is not None
    assert (type(found.status), type(found.outcome)) == (Status, Outcome)


def test_the_second_time_nothing_is_written_and_no_number_is_spent(database: Database) -> None:
    with database.write() as session:
        first, again, other = (
            enquiry(form_id="V-A", outlet="BBC"),
            enquiry(form_id="V-A", outlet="ITV"),
            enquiry(form_id="V-B"),
        )
        assert [insert_once(session, each, Enquiry.form_id) for each in (first, again, other)] == [True, False, True]
    assert (first.reference, other.reference) == ("ME-0001", "ME-0002")
    with database.read() as session:
        found = enquiry_by_form(session, "V-A")
    assert found == first


def test_two_clicks_in_the_same_moment_write_one_row(database: Database) -> None:
    clicks = 8
    together = Barrier(clicks)

    def click(_: int) -> bool:
        together.wait()
        with database.write() as session:
            return insert_once(session, enquiry(form_id="V-A"), Enquiry.form_id)

    with ThreadPoolExecutor(clicks) as threads:
        outcomes = list(threads.map(click, range(clicks)))
    assert sorted(outcomes) == [False] * (clicks - 1) + [True]
    with database.read() as session:
        assert session.scalar(select(func.count()).select_from(Enquiry)) == 1


@pytest.mark.parametrize("backend", [pytest.param("postgresql", marks=pytest.mark.postgres)], indirect=True)
def test_the_second_click_waits_for_the_first_that_is_not_committed_yet(database: Database) -> None:
    def click() -> bool:
        with database.write() as session:
            return insert_once(session, enquiry(form_id="V-A"), Enquiry.form_id)

    with ThreadPoolExecutor(1) as threads, database.write() as session:
        assert insert_once(session, enquiry(form_id="V-A"), Enquiry.form_id)
        second = threads.submit(click)
        with pytest.raises(TimeoutError):
            second.result(timeout=0.3)
        session.commit()
        assert second.result(timeout=10) is False


def test_a_number_is_never_used_twice(database: Database) -> None:
    last = saved_enquiry(database)
    with database.write() as session:
        session.execute(delete(Enquiry))
    assert saved_enquiry(database) == last + 1


def test_an_unknown_word_is_refused(database: Database) -> None:
    record = enquiry()
    record.status = "lost"  # type: ignore[assignment]  # what is tried here
    with pytest.raises(Exception, match="'lost' is not a valid Status"), database.write() as session:
        insert_once(session, record, Enquiry.form_id)
