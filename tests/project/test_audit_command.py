"""`close-ties audit`: proof that the trail is whole, which entry is not, and one record's trail."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.desk import enquiries, working
from bot.rules.enquiry_form import EnquiryForm, MoreForm
from storage.audit import entries_of, head_of
from storage.kinds import Mark, Subject
from tests.journeys.council import T0
from tests.project.terminal import Office, office_in

AMARA, PRIYA = "U0AMARA01", "U0PRIYA03"
FORM = EnquiryForm(
    outlet="Northbank Echo",
    journalist="Sam Poole, 020 7946 0000",
    deadline_words="5 March 2026 16:00",
    question="Is it true that Elm House is to close?",
)


@pytest.fixture
def office(tmp_path: Path, migrated_file: Path) -> Iterator[Office]:
    with office_in(tmp_path, migrated_file, T0) as made:
        enquiries.record(made.desk, FORM, form_id="V1", person=AMARA)
        made.clock.at += timedelta(minutes=5)
        working.claim(made.desk, 1, person=PRIYA)
        yield made


def behind_the_triggers(office: Office, change: str) -> None:
    with office.database.write() as session:
        for name in ("changed", "deleted", "replaced"):
            session.execute(text(f"DROP TRIGGER IF EXISTS audit_entry_not_{name}"))
        session.execute(text(change))


def head(office: Office) -> str:
    with office.database.read() as session:
        return head_of(session)[1]


def test_a_whole_trail_is_said_to_be_so_with_the_head_to_write_down(office: Office) -> None:
    ended = office.types("audit", "verify")

    assert (ended.returncode, ended.stderr, ended.stdout.splitlines()) == (
        0,
        "",
        [
            "The audit trail is whole: nothing was altered or taken out.",
            "Entries  2",
            "First    4 March 2026, 10:12 GMT",
            "Last     4 March 2026, 10:17 GMT",
            f"Head     {head(office)}",
            "Write the head down away from this database: it shows later that nothing was cut off the end.",
        ],
    )


def test_an_empty_trail_is_no_fault(tmp_path: Path, migrated_file: Path) -> None:
    with office_in(tmp_path, migrated_file, T0) as empty:
        ended = empty.types("audit", "verify")

    assert (ended.returncode, ended.stdout) == (0, "The audit trail is empty.\n")


def test_an_altered_entry_is_named(office: Office) -> None:
    behind_the_triggers(office, "UPDATE audit_entry SET actor = 'U0OTHER' WHERE id = 2")
    ended = office.types("audit", "verify")

    assert (ended.returncode, ended.stdout, ended.stderr.splitlines()) == (
        1,
        "",
        ["The audit trail does not hold.", "  • Entry 2 was changed: its hash does not match."],
    )


def test_a_tail_that_was_cut_off_with_its_head_is_seen_against_a_noted_head(office: Office) -> None:
    noted = office.types("audit", "verify", "--note", "head.json")
    assert noted.stderr == "The head is written to head.json. Keep it away from this database.\n"
    assert json.loads((office.folder / "head.json").read_text(encoding="utf-8")) == {"entries": 2, "hash": head(office)}
    later, before = head(office), "(SELECT previous FROM audit_entry WHERE id = 2)"
    behind_the_triggers(office, f"UPDATE audit_head SET entries = 1, hash = {before}, previous = ''")
    behind_the_triggers(office, "DELETE FROM audit_entry WHERE id = 2")

    assert office.types("audit", "verify").returncode == 0
    by_file, by_hash = (
        office.types("audit", "verify", "--from", "head.json"),
        office.types("audit", "verify", "--expect", later),
    )
    assert (by_file.returncode, by_file.stderr.splitlines()[1:]) == (
        1,
        ["  • The trail has no entry with the hash that was noted for entry 2: it was cut back or written anew."],
    )
    assert (by_hash.returncode, by_hash.stderr.splitlines()[1:]) == (
        1,
        ["  • The trail has no entry with the hash that was noted for an entry: it was cut back or written anew."],
    )


def test_a_noted_head_stays_in_a_trail_that_grew(office: Office) -> None:
    office.types("audit", "verify", "--note", "head.json")
    enquiries.record(office.desk, FORM, form_id="V2", person=AMARA)
    ended = office.types("audit", "verify", "--from", "head.json")

    assert ended.returncode == 0
    assert ended.stdout.splitlines()[:2] == [
        "The audit trail is whole: nothing was altered or taken out. It still holds what was noted earlier.",
        "Entries  3",
    ]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--expect", "abc"], "A head's hash is 64 characters, each a digit or a letter from a to f.\n"),
        (["--from", "missing.json"], "missing.json cannot be read as a noted head: "),
    ],
)
def test_what_is_no_head_is_refused(office: Office, words: list[str], said: str) -> None:
    ended = office.types("audit", "verify", *words)

    assert ended.returncode == 2
    assert ended.stderr.startswith(said)


def test_a_records_trail_says_who_when_what_and_from_what_to_what(office: Office) -> None:
    form = replace(FORM, question="Is it true that Elm House is to close in May?")
    enquiries.record(office.desk, form, form_id="V1", person=AMARA)
    shown = " ".join(office.types("audit", "show", "me-42").stderr.split())
    assert shown == "There is no ME-0042."

    shown = " ".join(office.types("audit", "show", "ME-0001").stdout.replace("│", " ").split())
    for part in (
        "The trail of ME-0001",
        "Amara",
        "Priya Nair",
        "claimed",
        "outlet: Northbank Echo",
        "question: Is it true",
        "→",
    ):
        assert part in shown


def test_a_restricted_trail_shows_no_word_unless_asked_and_then_the_trail_says_so(office: Office) -> None:
    enquiries.add_more(office.desk, 1, MoreForm(marks=(Mark.COURT,)), person=AMARA)
    shut = office.types("audit", "show", "ME-0001")
    refused = office.types("audit", "show", "ME-0001", "--restricted", "--for", "Ruth Bell")
    opened = office.types("audit", "show", "ME-0001", "--restricted", "--for", "Ruth Bell", "--why", "The coroner asks")

    assert "Echo" not in shut.stdout and "Elm" not in shut.stdout
    assert "Priya Nair" in shut.stdout
    assert shut.stderr == (
        "It is restricted: its words are left out. To see them, add --restricted --for NAME --why TEXT.\n"
    )
    assert (refused.returncode, refused.stderr) == (2, "Say --why TEXT: it goes into the audit trail.\n")
    assert "Northbank" in opened.stdout
    with office.database.read() as session:
        last = entries_of(session, Subject.ENQUIRY, 1)[-1]
    details = last.details or {}
    assert (last.actor, last.action, details["for"], details["why"]) == (
        "close-ties",
        "trail_shown",
        "Ruth Bell",
        "The coroner asks",
    )


def test_what_is_no_reference_is_refused(office: Office) -> None:
    ended = office.types("audit", "show", "Elm House")

    assert (ended.returncode, ended.stderr) == (
        2,
        "'Elm House' is not a reference: an enquiry's looks like ME-0042, a story's like GN-0007.\n",
    )
