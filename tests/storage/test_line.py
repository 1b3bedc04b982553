"""Lines: whose words a reader gets is decided by the query."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import select

from storage.brief import card_brief, read_brief
from storage.engine import Database
from storage.enquiry import Enquiry
from storage.insert import insert_once
from storage.involved import Involved
from storage.kinds import Part, Status
from storage.line import (
    EVERYONE,
    Line,
    LineReader,
    LineUse,
    Uses,
    count_of_lines,
    line_of_statement,
    lines_in_use,
    lines_of_area,
    lines_of_enquiry,
    note_use,
    readable_line,
    uses_of,
)
from storage.statement import Statement
from tests.storage.records import MINUTE, T0, enquiry

OFFICE = LineReader("UPRIYA", None)
LEAD = LineReader("ULEAD", ("children",))


def line(topic: str, **values: Any) -> Line:
    fixed: dict[str, Any] = {
        "topic": topic,
        "service_area": "adults",
        "words": "Elm House stays open.",
        "review_on": date(2027, 5, 25),
        "kept_by": "UPRIYA",
        "kept_at": T0,
    }
    return Line(**fixed | values)


def used(about: Enquiry, at: datetime) -> LineUse:
    return LineUse(line_id=1, enquiry_id=about.id, used_by="UPRIYA", used_at=at)


def keep(database: Database, *lines: Line) -> None:
    with database.write() as session:
        session.add_all(lines)


def saved(database: Database, **values: Any) -> Enquiry:
    record = enquiry(**values)
    with database.write() as session:
        insert_once(session, record, Enquiry.form_id)
    return record


def topics(lines: list[Line]) -> list[str]:
    return [one.topic for one in lines]


def test_private_lines_go_to_those_who_may_read_them(database: Database) -> None:
    about = saved(database, restricted=True, service_area="children")
    keep(
        database,
        line("open", service_area="children"),
        line("private", service_area="children", restricted=True, enquiry_id=about.id),
        line("elsewhere", restricted=True),
        line("retired", retired_at=T0, retired_by="UPRIYA"),
    )
    with database.read() as session:
        seen = {
            reader.person or "everyone": topics(
                lines_in_use(session, reader, today=date(2026, 3, 4), offset=0, limit=10)
            )
            for reader in (OFFICE, LEAD, EVERYONE)
        }
        assert seen == {
            "UPRIYA": ["elsewhere", "open", "private"],
            "ULEAD": ["open", "private"],
            "everyone": ["open"],
        }
        assert [count_of_lines(session, reader) for reader in (OFFICE, LEAD, EVERYONE)] == [3, 2, 1]
        assert topics(lines_of_area(session, "children", OFFICE)) == ["private", "open"]
        assert topics(lines_of_area(session, "children", EVERYONE)) == ["open"]
        assert [readable_line(session, 2, reader) is not None for reader in (OFFICE, LEAD, EVERYONE)] == [
            True,
            True,
            False,
        ]


def test_whoever_was_left_out_of_a_matter_gets_none_of_its_lines(database: Database) -> None:
    about = saved(database, restricted=True)
    keep(database, line("private", restricted=True, enquiry_id=about.id))
    with database.write() as session:
        session.add(Involved(enquiry_id=about.id, person="UPRIYA", part=Part.EXCLUDED, added_by="UHELEN", added_at=T0))
    with database.read() as session:
        assert lines_in_use(session, OFFICE, today=date(2026, 3, 4), offset=0, limit=10) == []
        assert count_of_lines(session, OFFICE) == 0
        assert readable_line(session, 1, OFFICE) is None
        assert topics(lines_in_use(session, LineReader("UDEWI", None), today=date(2026, 3, 4), offset=0, limit=10)) == [
            "private"
        ]
        assert topics(lines_of_enquiry(session, about.id)) == ["private"]


def test_a_use_is_noted_once_for_each_enquiry(database: Database) -> None:
    first, second = saved(database), saved(database)
    keep(database, line("one"), line("two"))
    for about, minutes in ((first, 0), (second, 5), (first, 9)):
        with database.write() as session:
            note_use(session, used(about, T0 + minutes * MINUTE))
    with database.read() as session:
        assert uses_of(session, [1, 2]) == {1: Uses(2, T0 + 5 * MINUTE)}
        assert uses_of(session, []) == {}
        assert len(list(session.scalars(select(LineUse)))) == 2


def test_a_statement_is_kept_as_one_line_while_that_is_in_use(database: Database) -> None:
    keep(database, line("retired", statement_id=7, retired_at=T0), line("kept", statement_id=7))
    with database.read() as session:
        found = line_of_statement(session, 7)
        assert found is not None
        assert found.topic == "kept"
        assert line_of_statement(session, 8) is None


def test_a_brief_brings_lines_while_there_are_no_words(database: Database) -> None:
    opened = saved(database, service_area="adults")
    private = saved(database, service_area="adults", restricted=True)
    worded = saved(database, service_area="adults")
    answered = saved(database, service_area="adults", status=Status.RESPONDED)
    keep(database, line("open"), line("private", restricted=True))
    with database.write() as session:
        session.add(Statement(enquiry_id=worded.id, version=1, words="x", drafted_by="UPRIYA", drafted_at=T0))
    with database.read() as session:
        brought = [
            topics(list(read_brief(session, about, OFFICE).lines)) for about in (opened, private, worded, answered)
        ]
        assert brought == [["open"], ["private", "open"], [], []]
        assert topics(list(read_brief(session, private).lines)) == ["open"]
        assert [topics(list(card_brief(session, about).lines)) for about in (opened, private, worded)] == [
            ["open"],
            [],
            [],
        ]
