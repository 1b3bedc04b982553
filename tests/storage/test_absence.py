"""Absences, offers of turns, and what happened meanwhile, on both kinds of database."""

from datetime import timedelta

from storage import audit
from storage.absence import AbsenceRow, absence_of, absences_from, untold
from storage.engine import Database
from storage.kinds import NudgeState, RotaKind, Subject, SwapState
from storage.meanwhile import meanwhile_of
from storage.rota import Swap, TurnRow, offered_swaps, standing_turns, turn_of
from tests.storage.records import MINUTE, T0, enquiry, nudge

DAY = timedelta(days=1)


def absence(**values: object) -> AbsenceRow:
    fixed = {"person": "UMAYA", "starts_at": T0, "ends_at": T0 + DAY, "made_by": "UMAYA", "made_at": T0 - DAY}
    return AbsenceRow(**{**fixed, **values})  # type: ignore[arg-type]  # whatever the test says


def test_an_absence_holds_until_it_is_over_or_ended_and_is_told_once(database: Database) -> None:
    with database.write() as session:
        session.add_all(
            [
                absence(),
                absence(person="UTOM", ended_at=T0),
                absence(person="ULEAD", starts_at=T0 + DAY, ends_at=T0 + 2 * DAY),
                absence(person="UTOLD", told_at=T0 + DAY),
            ]
        )
    with database.read() as session:
        assert [one.person for one in absences_from(session, T0 + MINUTE)] == ["UMAYA", "UTOLD", "ULEAD"]
        assert [one.person for one in untold(session, T0 + MINUTE)] == ["UTOM"]
        assert [one.person for one in untold(session, T0 + DAY)] == ["UMAYA", "UTOM"]
        assert absence_of(session, "UTOM", T0) is None


def test_offers_that_stand_and_turns_that_are_there_already(database: Database) -> None:
    with database.write() as session:
        row = TurnRow(kind=RotaKind.LEAD, person="UMAYA", starts_at=T0, ends_at=T0 + DAY, service_area="adults")
        session.add(row)
        session.flush()
        session.add(Swap(turn_id=row.id, offered_by="UMAYA", offered_at=T0))
        session.add(Swap(turn_id=row.id, offered_by="UMAYA", offered_at=T0, state=SwapState.TAKEN_BACK))
    with database.read() as session:
        assert [one.state for one in offered_swaps(session, [1, 2])] == [SwapState.OFFERED]
        assert offered_swaps(session, []) == []
        assert turn_of(session, RotaKind.LEAD, "UMAYA", T0, "adults") is not None
        assert turn_of(session, RotaKind.LEAD, "UMAYA", T0, "") is None
        assert [one.person for one in standing_turns(session, T0 + DAY - MINUTE)] == ["UMAYA"]
        assert standing_turns(session, T0 + DAY) == ()


def test_what_happened_meanwhile_and_nothing_of_what_someone_is_left_out_of(database: Database) -> None:
    with database.write() as session:
        answered = enquiry(officer="UMAYA", responded_at=T0 + MINUTE, responded_by="UTOM")
        settled, before = enquiry(), enquiry(officer="UMAYA", responded_at=T0 - DAY, responded_by="UTOM")
        secret = enquiry(officer="UMAYA", excluded=["UMAYA"], responded_at=T0 + MINUTE, responded_by="UTOM")
        waiting = enquiry(officer="UMAYA")
        session.add_all([answered, settled, before, secret, waiting])
        session.flush()
        session.add(
            nudge(
                person="UMAYA",
                subject_id=settled.id,
                state=NudgeState.SETTLED,
                settled_by="UTOM",
                settled_at=T0 + MINUTE,
            )
        )
        for number, at in ((answered.id, T0 + MINUTE), (secret.id, T0 + MINUTE), (waiting.id, T0 - DAY)):
            audit.append(
                session,
                at=at,
                actor="UHEAD",
                action="assigned",
                subject=Subject.ENQUIRY,
                subject_id=number,
                details={"officer": ["UMAYA", "UTOM"], "to": "UTOM"},
            )
        ids = {"answered": answered.id, "settled": settled.id, "before": before.id, "waiting": waiting.id}
    with database.read() as session:
        found = meanwhile_of(session, "UMAYA", T0, T0 + DAY)
    assert [(one.id, to) for one, to in found.handed] == [(ids["answered"], "UTOM")]
    assert [(one.id, by) for one, by in found.answered] == [(ids["answered"], "UTOM")]
    assert [(one.id, by) for one, by in found.settled] == [(ids["settled"], "UTOM")]
    assert sorted(one.id for one in found.waiting) == sorted([ids["answered"], ids["before"], ids["waiting"]])
