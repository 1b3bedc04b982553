"""Finding enquiries: the open queue by deadline, a person's own, and one under lock."""

from datetime import timedelta

from storage.engine import Database
from storage.enquiry import enquiries_raised_by, enquiry_by_form, get_enquiry, open_enquiries
from storage.kinds import Status
from tests.storage.records import MINUTE, T0, saved_enquiry


def test_the_open_queue_has_the_next_deadline_first_and_none_last(database: Database) -> None:
    none_given = saved_enquiry(database)
    later = saved_enquiry(database, deadline=T0 + timedelta(hours=2))
    saved_enquiry(database, deadline=T0, status=Status.CLOSED)
    passed = saved_enquiry(database, deadline=T0 - timedelta(days=1), status=Status.RESPONDED)
    same_time = saved_enquiry(database, deadline=T0 + timedelta(hours=2))
    with database.read() as session:
        assert [each.id for each in open_enquiries(session)] == [passed, later, same_time, none_given]
        assert [each.id for each in open_enquiries(session, limit=2)] == [passed, later]


def test_a_persons_own_are_newest_first(database: Database) -> None:
    ids = [saved_enquiry(database, raised_by="UMAYA") for _ in range(3)]
    saved_enquiry(database, raised_by="UTOM")
    with database.read() as session:
        assert [each.id for each in enquiries_raised_by(session, "UMAYA")] == ids[::-1]
        assert [each.id for each in enquiries_raised_by(session, "UMAYA", limit=1)] == ids[-1:]
        assert enquiries_raised_by(session, "UNOBODY") == []


def test_what_is_not_there_is_none(database: Database) -> None:
    with database.read() as session:
        assert get_enquiry(session, 1) is None
        assert enquiry_by_form(session, "V1", lock=True) is None


def test_a_lock_reads_what_another_committed_meanwhile(database: Database) -> None:
    known = saved_enquiry(database, form_id="V1", deadline=T0)
    with database.read() as reading:
        stale = get_enquiry(reading, known)
        assert stale is not None
        with database.write() as session:
            changed = enquiry_by_form(session, "V1", lock=True)
            assert changed is not None
            changed.officer = "UOFFICER"
            changed.deadline = T0 + MINUTE
        reading.rollback()
        fresh = get_enquiry(reading, known, lock=True)
        assert fresh is stale
        assert (stale.officer, stale.deadline) == ("UOFFICER", T0 + MINUTE)
