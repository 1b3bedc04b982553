"""Whatever is typed wrongly at the terminal is answered with a sentence and exit code 2: never a traceback, nor a library's words."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from storage.audit import entries_of
from storage.kinds import Subject
from tests.project.command_line import typed
from tests.project.terminal import Office, office_in

REASON = ("--for", "Ruth Bell", "--why", "A request")
PAPER = ("enquiries", "export", "--to-file")
GO_LIVE = ("organisation", "go-live", "--on", "2026-03-04", "--dpo")


@pytest.fixture
def office(tmp_path: Path, migrated_file: Path) -> Iterator[Office]:
    with office_in(tmp_path, migrated_file, datetime(2026, 11, 22, 12, tzinfo=UTC)) as made:
        yield made


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("nonsense",), "No such command 'nonsense'."),
        (("run", "--http", "abc"), "it should be a whole number."),
        (("run", "--http", "70000"), "it should be no more than 65535"),
        (("hold", "lift", "third", "--why", "Over"), "it should be a whole number."),
        (("hold", "lift", "3", "--why", " "), "Say --why TEXT: it goes into the audit trail."),
        (("hold", "place", "ME-0001", "--why", ""), "Say --why TEXT: it goes into the audit trail."),
        ((*PAPER, "a.pdf", "--format", "pdf"), "'pdf' is not one of 'csv', 'xlsx', 'json'."),
        ((*PAPER, "a.csv", "--status", "lost"), "'lost' is not one of 'new', 'in_progress'"),
        ((*PAPER, "a.csv", "--from", "31/12/2026"), "'31/12/2026' is not a date: write it as 2026-03-04."),
        (
            (*PAPER, "a.csv", "--from", "2026-12-31", "--to", "2026-01-01"),
            "--from 2026-12-31 is after --to 2026-01-01: no day lies between them.",
        ),
        ((*PAPER, "nowhere/a.csv"), "There is no folder 'nowhere'."),
        ((*PAPER, "."), ". is a folder: give the name of a file in it too."),
        (("enquiries", "story", "ME-0001", "--to", "nowhere/a.html", *REASON), "There is no folder 'nowhere'."),
        (("person", "export", "Sam Poole", "--to", "nowhere/a.json", *REASON), "There is no folder 'nowhere'."),
        (("audit", "verify", "--note", "nowhere/head.json"), "There is no folder 'nowhere'."),
        (
            ("audit", "verify", "--from", "head.json"),
            "head.json cannot be read as a noted head: no such file or directory",
        ),
        (("rota", "export", "nowhere/a.csv"), "nowhere/a.csv cannot be written: no such file or directory."),
        (("rota", "import", "a.csv"), "a.csv cannot be read: no such file or directory."),
        (("organisation", "export", "nowhere/a.toml"), "nowhere/a.toml cannot be written: no such file or directory."),
        (("organisation", "load", "a.toml"), "a.toml cannot be used as it is."),
        ((*GO_LIVE, ""), "Say --dpo NAME: it goes into the audit trail."),
        (("stories", "balance", "--to", "nowhere"), "There is no folder 'nowhere'."),
        (("digest", "email", "--to", "nowhere"), "There is no folder 'nowhere'."),
        (("sandbox", "--manifest", "a.json"), "a.json cannot be read as a manifest."),
    ],
)
def test_a_wrong_argument_is_answered_in_a_sentence(office: Office, words: tuple[str, ...], said: str) -> None:
    ended = office.types(*words)
    aloud = " ".join(line.strip("│ ") for line in ended.stderr.splitlines())
    assert (ended.returncode, said in aloud) == (2, True), aloud
    for jargon in ("Traceback", "Errno", "Value error", "Input should", "parse string"):
        assert jargon not in aloud


def test_nothing_is_noted_as_exported_where_nothing_can_be_written(office: Office) -> None:
    office.types(*PAPER, "nowhere/a.csv")
    office.types("person", "export", "Sam Poole", "--to", "nowhere/a.json", *REASON)
    office.types(*GO_LIVE, "  ")
    with office.database.read() as session:
        assert list(entries_of(session, Subject.ORGANISATION, 1)) == []


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("sqlite:///nothing.db", "There is no database at "),
        ("sqlite:///text.db", "The database cannot be reached (DATABASE_URL)."),
        ("postgresql://nobody@127.0.0.1:9/none", "The database cannot be reached (DATABASE_URL)."),
    ],
)
@pytest.mark.parametrize("words", [("audit", "verify"), ("keeping", "due"), (*PAPER, "a.csv")])
def test_a_database_that_is_not_there_proves_nothing(
    tmp_path: Path, words: tuple[str, ...], address: str, said: str
) -> None:
    (tmp_path / "text.db").write_text("These are words, and no database at all." * 20, encoding="utf-8")
    ended = typed(tmp_path, *words, DATABASE_URL=address)
    assert (ended.returncode, ended.stderr.startswith(said), ended.stdout) == (2, True, "")
    assert not (tmp_path / "nothing.db").exists()
