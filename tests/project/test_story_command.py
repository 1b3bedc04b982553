"""`close-ties enquiries story`: written for somebody named, and the trail says so."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.audit import AuditEntry, entries_of, verify
from storage.kinds import Subject
from tests.keeping.full import CLOSED, SECRET, write_enquiry
from tests.project.terminal import Office, office_in

FOR = ("--for", "The coroner", "--why", "Inquest 42")


@pytest.fixture
def office(tmp_path: Path, migrated_file: Path) -> Iterator[Office]:
    with office_in(tmp_path, migrated_file, CLOSED) as made:
        write_enquiry(made.database, restricted=False, marks=[])
        yield made


def last_entry(office: Office, number: int = 1) -> AuditEntry:
    with office.database.read() as session:
        assert verify(session) == []
        return entries_of(session, Subject.ENQUIRY, number)[-1]


def test_a_story_is_written_and_the_trail_says_for_whom_and_why(office: Office) -> None:
    ended = office.types("enquiries", "story", "ME-0001", "--to", "story.html", *FOR)
    page = (office.folder / "story.html").read_text(encoding="utf-8")
    entry = last_entry(office)

    assert (ended.returncode, ended.stdout) == (0, "")
    assert ended.stderr.startswith("ME-0001 is written to story.html. Marked: ")
    assert SECRET in page
    assert "Priya Nair" in page
    assert (entry.actor, entry.action) == ("close-ties", "story_exported")
    assert {**(entry.details or {}), "login": ""} == {
        "for": "The coroner",
        "why": "Inquest 42",
        "login": "",
        "format": "html",
        "redacted": False,
    }


def test_as_json_blacked_out(office: Office) -> None:
    ended = office.types("enquiries", "story", "me-1", "--to", "story.json", "--format", "json", "--redact", *FOR)
    text = (office.folder / "story.json").read_text(encoding="utf-8")

    assert ended.stderr.endswith("blacked out.\n")
    assert "Priya Nair" not in text
    assert json.loads(text)["redacted"] is True


def test_a_restricted_one_must_be_meant_and_both_are_in_the_trail(office: Office) -> None:
    number = write_enquiry(office.database, outlet="Another", restricted=True)
    reference = f"ME-{number:04d}"
    refused = office.types("enquiries", "story", reference, "--to", "story.html", *FOR)
    first = last_entry(office, number).action
    meant = office.types("enquiries", "story", reference, "--to", "story.html", "--restricted", *FOR)

    assert (refused.returncode, refused.stderr) == (
        1,
        f"{reference} is restricted. If that is meant, say --restricted too; it goes into the audit trail.\n",
    )
    assert (first, last_entry(office, number).action, meant.returncode) == ("turned_away", "story_exported", 0)


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["ME-0099", *FOR], 1, "There is no ME-0099.\n"),
        (["GN-0001", *FOR], 2, "GN-0001 is not an enquiry: their references look like ME-0042.\n"),
        (["ME-0001", "--for", "", "--why", "x"], 2, "Say --for NAME: it goes into the audit trail.\n"),
    ],
)
def test_what_cannot_be_told(office: Office, words: list[str], code: int, said: str) -> None:
    ended = office.types("enquiries", "story", *words, "--to", "story.html")

    assert (ended.returncode, ended.stderr) == (code, said)
    assert not (office.folder / "story.html").exists()
