"""Retention of what belongs to nobody's enquiry: lines, who was away, and what Slack showed of people."""

from datetime import date, datetime

from sqlalchemy import func, select

from bot.keeping.holding import place
from storage import audit
from storage.absence import AbsenceRow, PresenceRow
from storage.engine import Database
from storage.kinds import Status, Subject
from storage.line import Line, LineUse
from tests.keeping.full import AMARA, CLOSED, DAY, JOAN, PRIYA, RAISED, SECRET, desk_on, write_enquiry
from tests.keeping.test_sweeping import YEAR, over, sweeps


def test_a_line_goes_that_was_retired_or_never_reviewed_and_its_uses_stay(database: Database) -> None:
    desk = desk_on(database)
    number = write_enquiry(database, status=Status.IN_PROGRESS, closed_at=None, outcome=None)  # with a line in use
    with database.write() as session:
        late = Line(
            topic=SECRET,
            service_area="adults",
            words=f"Late {SECRET}",
            review_on=date(2030, 1, 1),
            kept_by=PRIYA,
            kept_at=CLOSED,
            enquiry_id=number,
            retired_at=CLOSED,
            retired_by=PRIYA,
        )
        session.add(late)
        audit.append(
            session,
            at=CLOSED,
            actor=PRIYA,
            action="kept",
            subject=Subject.LINE,
            subject_id=2,
            details={"topic": SECRET},
        )
    assert over(desk, CLOSED + 2 * YEAR)["lines"] == (1, 0)
    assert over(desk, datetime.fromisoformat("2029-01-01T12:00:00+00:00"))["lines"] == (2, 0)

    place(desk, (Subject.ENQUIRY, number), by="Ruth Bell", why="An inquest", details={})
    assert over(desk, CLOSED + 2 * YEAR)["lines"] == (0, 1)
    assert sweeps(desk, datetime.fromisoformat("2029-01-01T12:00:00+00:00")) >= 1

    with database.read() as session:
        first, second = session.get_one(Line, 1), session.get_one(Line, 2)
        assert (first.words, first.topic, first.kept_by, first.retired_at is None) == ("", "", "", False)
        assert second.words == f"Late {SECRET}"
        assert session.scalar(select(func.count()).select_from(LineUse)) == 1
        assert audit.verify(session) == []


def test_absences_and_what_slack_showed_go_but_not_who_has_left_and_is_still_named(database: Database) -> None:
    desk = desk_on(database)
    with database.write() as session:
        for ended, told in ((CLOSED, CLOSED), (CLOSED, None), (CLOSED + YEAR, CLOSED + YEAR)):
            row = AbsenceRow(person=AMARA, starts_at=RAISED, ends_at=ended, made_by=AMARA, made_at=RAISED, told_at=told)
            session.add(row)
        session.add(PresenceRow(person=AMARA, seen_at=CLOSED, status="In the garden"))
        session.add(PresenceRow(person=JOAN, seen_at=CLOSED, deactivated=True))
        session.add(PresenceRow(person="U0FORMER01", seen_at=CLOSED, deactivated=True))
    at = CLOSED + 367 * DAY
    assert over(desk, at) == {"absences": (1, 0), "presence": (2, 0)}
    assert sweeps(desk, at) == 3
    with database.read() as session:
        assert list(session.scalars(select(AbsenceRow.id).order_by(AbsenceRow.id))) == [2, 3]
        assert list(session.scalars(select(PresenceRow.person))) == [JOAN]
        assert audit.verify(session) == []


def test_a_hold_on_a_person_keeps_when_they_were_away(database: Database) -> None:
    desk = desk_on(database)
    with database.write() as session:
        session.add(
            AbsenceRow(
                person=AMARA,
                starts_at=RAISED,
                ends_at=CLOSED,
                made_by=AMARA,
                made_at=RAISED,
                deputy=JOAN,
                told_at=CLOSED,
            )
        )
        session.add(PresenceRow(person=JOAN, seen_at=CLOSED, status="In court"))
    place(desk, JOAN.lower(), by="Ruth Bell", why="A claim", details={})
    assert over(desk, CLOSED + 2 * YEAR) == {"absences": (0, 1), "presence": (0, 1)}
    assert sweeps(desk, CLOSED + 2 * YEAR) == 0
