"""The audit trail: nothing can be changed or removed unseen, and erasing a person's words does not break it."""

import hashlib
import json
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from storage.audit import NewEntry, append, append_all, entries_of, erase_details, get_entry, verify
from storage.engine import Database
from storage.kinds import Subject
from tests.storage.records import T0

DETAILS: dict[str, Any] = {
    "outlet": "BBC “Radio” 👩‍👧 \u0000",
    "marks": ["court"],
    "n": 1.5,
    "nested": {"b": None, "a": True},
}


def test_an_entry_is_read_as_it_was_written(database: Database) -> None:
    assert _append(database, "recorded", DETAILS) == 1
    with database.read() as session:
        entry = get_entry(session, 1)
    assert entry is not None
    assert (entry.at, entry.actor, entry.action, entry.subject, entry.subject_id) == (
        T0,
        "UMAYA",
        "recorded",
        Subject.ENQUIRY,
        1,
    )
    assert (entry.details, entry.previous) == (DETAILS, "")
    assert type(entry.subject) is Subject


def test_the_hashes_are_what_the_documentation_says(database: Database) -> None:
    _append(database, "recorded", {"b": 1, "a": "é"})
    _append(database, "claimed", {})
    with database.read() as session:
        first, second = entries_of(session, Subject.ENQUIRY, 1)
    digest = _sha256(f'{first.salt}{{"a":"\\u00e9","b":1}}')
    facts = json.dumps(["2026-11-23T09:30:00.000000+00:00", "UMAYA", "recorded", "enquiry", 1], separators=(",", ":"))
    assert (first.digest, first.hash) == (digest, _sha256(digest + facts))
    facts = facts.replace("recorded", "claimed")
    assert (second.previous, second.hash) == (first.hash, _sha256(first.hash + second.digest + facts))
    assert first.salt != second.salt


def test_entries_of_a_record_come_in_order(database: Database) -> None:
    for action, subject, subject_id in [
        ("recorded", Subject.ENQUIRY, 1),
        ("sent_in", Subject.STORY, 1),
        ("recorded", Subject.ENQUIRY, 2),
        ("claimed", Subject.ENQUIRY, 1),
    ]:
        _append(database, action, {}, subject, subject_id)
    with database.read() as session:
        assert [(each.id, each.action) for each in entries_of(session, Subject.ENQUIRY, 1)] == [
            (1, "recorded"),
            (4, "claimed"),
        ]
        assert verify(session) == []


def test_a_transaction_rolled_back_leaves_no_gap(database: Database) -> None:
    with pytest.raises(ZeroDivisionError), database.write() as session:
        _in(session, "recorded", {})
        raise ZeroDivisionError
    assert _append(database, "recorded", {}) == 1


def test_many_at_once_make_one_chain_without_a_gap(database: Database) -> None:
    with ThreadPoolExecutor(8) as threads:
        numbers = list(threads.map(lambda _: _append(database, "recorded", {}), range(40)))
    assert sorted(numbers) == list(range(1, 41))
    with database.read() as session:
        assert verify(session) == []


@pytest.mark.parametrize("count", [1, 2, 3, 15])
def test_several_at_once_continue_the_chain_and_are_continued(database: Database, count: int) -> None:
    first = _append(database, "recorded", DETAILS)
    several = [NewEntry("UMAYA", f"did_{number}", Subject.ENQUIRY, number, DETAILS) for number in range(count)]
    with database.write() as session:
        numbers = append_all(session, T0, several)
    assert numbers == list(range(first + 1, first + 1 + count))
    assert _append(database, "closed", {}) == numbers[-1] + 1
    with database.read() as session:
        found = [get_entry(session, number) for number in numbers]
        assert verify(session) == []
    assert [(one.action, one.subject_id, one.details) for one in found if one] == [
        one[1:2] + one[3:] for one in several
    ]


def test_several_from_many_at_once_make_one_chain(database: Database) -> None:
    def add(number: int) -> list[int]:
        with database.write() as session:
            return append_all(session, T0, [NewEntry("UMAYA", "nudged", Subject.ENQUIRY, number, {})] * 5)

    with ThreadPoolExecutor(8) as threads:
        numbers = [one for several in threads.map(add, range(12)) for one in several]
    assert sorted(numbers) == list(range(1, 61))
    with database.read() as session:
        assert verify(session) == []


def test_what_is_no_json_is_refused(database: Database) -> None:
    with pytest.raises(TypeError, match="not JSON serializable"):
        _append(database, "recorded", {"at": T0})


def test_erased_details_leave_who_what_and_when_and_the_chain(database: Database) -> None:
    for action in ("recorded", "claimed", "closed"):
        _append(database, action, DETAILS)
    with database.write() as session:
        erase_details(session, 2)
    with database.read() as session:
        entry = get_entry(session, 2)
        assert entry is not None
        assert (entry.action, entry.salt, entry.details) == ("claimed", None, None)
        assert verify(session) == []


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE audit_entry SET actor = 'UOTHER' WHERE id = 2",
        "UPDATE audit_entry SET details = '{}' WHERE id = 2",
        "UPDATE audit_entry SET details = NULL WHERE id = 2",
        "UPDATE audit_entry SET salt = NULL WHERE id = 2",
        "UPDATE audit_entry SET salt = NULL, details = NULL, action = 'seen' WHERE id = 2",
        "UPDATE audit_entry SET id = 4 WHERE id = 3",
        "DELETE FROM audit_entry WHERE id = 3",
        "DELETE FROM audit_entry",
    ],
)
def test_the_database_itself_refuses_every_other_change(database: Database, change: str) -> None:
    _three(database)
    _refused(database, change)


def test_nor_can_an_entry_be_replaced_or_the_table_emptied(database: Database) -> None:
    _three(database)
    columns = "id, at, actor, action, subject, subject_id, digest, previous, hash"
    replacing = f"INSERT OR REPLACE INTO audit_entry ({columns}) SELECT {columns} FROM audit_entry WHERE id = 2"
    _refused(database, replacing if database.is_sqlite else "TRUNCATE audit_entry")


@pytest.mark.parametrize(
    ("change", "problems"),
    [
        ("UPDATE audit_entry SET actor = 'UOTHER' WHERE id = 2", ["Entry 2 was changed: its hash does not match."]),
        (
            "UPDATE audit_entry SET at = '2026-11-23 09:31:00' WHERE id = 2",
            ["Entry 2 was changed: its hash does not match."],
        ),
        ("UPDATE audit_entry SET subject_id = 7 WHERE id = 2", ["Entry 2 was changed: its hash does not match."]),
        (
            "UPDATE audit_entry SET details = '{}' WHERE id = 2",
            ["Entry 2 was changed: its details do not match their digest."],
        ),
        ("UPDATE audit_entry SET details = NULL WHERE id = 2", ["Entry 2 is half erased."]),
        (
            "UPDATE audit_entry SET digest = 'other' WHERE id = 2",
            [
                "Entry 2 was changed: its hash does not match.",
                "Entry 2 was changed: its details do not match their digest.",
            ],
        ),
        (
            "UPDATE audit_entry SET hash = 'other' WHERE id = 2",
            ["Entry 2 was changed: its hash does not match.", "Entry 3 does not follow from the one before."],
        ),
        (
            "DELETE FROM audit_entry WHERE id = 2",
            ["Entry 2 is missing before entry 3.", "Entry 3 does not follow from the one before."],
        ),
        (
            "DELETE FROM audit_entry WHERE id = 3",
            ["The head speaks of 3 entries, the trail ends with entry 2: it was cut or changed."],
        ),
        ("DELETE FROM audit_head", ["The audit trail's head is missing."]),
    ],
)
def test_what_was_changed_behind_the_triggers_is_named(database: Database, change: str, problems: list[str]) -> None:
    _three(database)
    _drop_triggers(database)
    with database.write() as session:
        session.execute(text("SET LOCAL TIME ZONE 'UTC'" if not database.is_sqlite else "SELECT 1"))
        session.execute(text(change))
    with database.read() as session:
        assert verify(session) == problems


def test_after_an_erasure_a_change_of_who_or_when_is_still_named(database: Database) -> None:
    _three(database)
    with database.write() as session:
        erase_details(session, 2)
    _drop_triggers(database)
    with database.write() as session:
        session.execute(text("UPDATE audit_entry SET actor = 'UOTHER' WHERE id = 2"))
    with database.read() as session:
        assert verify(session) == ["Entry 2 was changed: its hash does not match."]


def test_without_its_head_nothing_is_appended(database: Database) -> None:
    with database.write() as session:
        session.execute(text("DELETE FROM audit_head"))
    with pytest.raises(LookupError, match="no head"):
        _append(database, "recorded", {})
    with pytest.raises(LookupError, match="no head"), database.write() as session:
        append_all(session, T0, [NewEntry("UMAYA", "nudged", Subject.ENQUIRY, 1, {})] * 3)


def _append(
    database: Database, action: str, details: dict[str, Any], subject: Subject = Subject.ENQUIRY, subject_id: int = 1
) -> int:
    with database.write() as session:
        return _in(session, action, details, subject, subject_id)


def _in(
    session: Any, action: str, details: dict[str, Any], subject: Subject = Subject.ENQUIRY, subject_id: int = 1
) -> int:
    return append(session, at=T0, actor="UMAYA", action=action, subject=subject, subject_id=subject_id, details=details)


def _three(database: Database) -> None:
    for action in ("recorded", "claimed", "closed"):
        _append(database, action, {"outlet": "BBC"})


def _refused(database: Database, change: str) -> None:
    with pytest.raises(DBAPIError, match="the audit trail is append-only"), database.write() as session:
        session.execute(text(change))
    with database.read() as session:
        assert verify(session) == []


def _drop_triggers(database: Database) -> None:
    names = ["changed", "deleted", "replaced"] if database.is_sqlite else ["changed", "truncated"]
    with database.write() as session:
        for name in names:
            session.execute(
                text(f"DROP TRIGGER audit_entry_not_{name}" + ("" if database.is_sqlite else " ON audit_entry"))
            )


def _sha256(plain: str) -> str:
    return hashlib.sha256(plain.encode()).hexdigest()
