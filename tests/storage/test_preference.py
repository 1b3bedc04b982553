"""A wish of one person: the latest holds, and nobody else's."""

from storage.engine import Database
from storage.preference import prefer, preference
from tests.storage.records import MINUTE, T0


def test_the_latest_wish_of_a_name_holds(database: Database) -> None:
    with database.write() as session:
        prefer(session, "UMAYA", "offers:enquiry", "off", T0)
        prefer(session, "UMAYA", "offers:story", "on", T0)
    with database.write() as session:
        prefer(session, "UMAYA", "offers:enquiry", "on", T0 + MINUTE)
        prefer(session, "UTOM", "offers:enquiry", "off", T0)
    with database.read() as session:
        assert preference(session, "UMAYA", "offers:enquiry") == "on"
        assert preference(session, "UMAYA", "offers:story") == "on"
        assert preference(session, "UTOM", "offers:enquiry") == "off"
        assert preference(session, "UTOM", "offers:story") is None
