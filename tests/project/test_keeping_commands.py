"""`close-ties keeping`, `hold` and `person`: what they print, ask and refuse."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from storage.audit import entries_of, verify
from storage.kinds import Subject
from tests.keeping.full import CLOSED, SECRET, write_enquiry
from tests.project.terminal import Office, office_in

LONG_AGO = datetime(2015, 3, 6, 15, tzinfo=UTC)
FOR = ("--for", "Ruth Bell", "--why", "She asked")


@pytest.fixture
def office(tmp_path: Path, migrated_file: Path) -> Iterator[Office]:
    with office_in(tmp_path, migrated_file, CLOSED) as made:
        write_enquiry(made.database, raised_at=LONG_AGO, closed_at=LONG_AGO)
        yield made


def counts(printed: str) -> dict[str, list[str]]:
    """A table's rows by their first word."""
    rows = [
        [cell.strip() for cell in line.strip("│").split("│")] for line in printed.splitlines() if line.startswith("│")
    ]
    return {row[0]: row[1:] for row in rows}


def test_due_lists_what_would_go_and_a_sweep_does_nothing_unless_told(office: Office) -> None:
    listed, dry = office.types("keeping", "due"), office.types("keeping", "sweep")

    assert counts(listed.stdout) == {
        "enquiries": ["6 years", "1", "0"],
        "statements": ["6 years", "1", "0"],
        "notes": ["2 years", "1", "0"],
        "stories": ["3 years", "0", "0"],
        "consents": ["6 years", "0", "0"],
        "shares": ["2 years", "0", "0"],
        "joint": ["2 years", "0", "0"],
        "journalists": ["2 years", "0", "0"],
        "lines": ["2 years", "0", "0"],
        "absences": ["1 year", "0", "0"],
        "presence": ["90 days", "0", "0"],
        "deliveries": ["90 days", "0", "0"],
        "kept words": ["2 days", "0", "0"],
    }
    assert dry.stdout.splitlines()[-1] == "Nothing was deleted. To do it, add --yes."
    assert office.types("keeping", "due").stdout == listed.stdout


def test_a_sweep_that_is_told_does_it_and_the_trail_holds(office: Office) -> None:
    done = office.types("keeping", "sweep", "--yes")

    assert (done.returncode, done.stdout.splitlines()[-1]) == (0, "1 record has gone.")
    assert office.types("audit", "verify").returncode == 0
    shown = office.types("audit", "show", "ME-0001", "--restricted", *FOR).stdout
    assert "details deleted" in shown
    assert SECRET not in shown


def test_a_hold_is_placed_listed_and_lifted(office: Office) -> None:
    placed = office.types("hold", "place", "ME-0001", "--why", "An inquest", "--by", "Ruth Bell")
    on_person = office.types("hold", "place", "--person", "Sam Poole", "--why", "A claim", "--by", "Ruth Bell")
    listed = office.types("hold", "list").stdout.splitlines()
    held = counts(office.types("keeping", "due").stdout)["enquiries"]
    lifted = [office.types("hold", "lift", number, "--why", "It is over") for number in ("1", "2", "2")]

    assert placed.stdout == "Hold 1 is placed on ME-0001: it stays until the hold is lifted.\n"
    assert (
        on_person.stdout == "Hold 2 is placed on everything that names Sam Poole: it stays until the hold is lifted.\n"
    )
    assert [line.partition(": placed by Ruth Bell on ")[0] for line in listed] == [
        "1  ME-0001",
        "2  everything that names Sam Poole",
    ]
    assert [line.rpartition(". ")[2] for line in listed] == ["An inquest", "A claim"]
    assert held == ["6 years", "0", "1"]
    assert [(each.returncode, each.stdout or each.stderr.splitlines()[0]) for each in lifted] == [
        (0, "Hold 1 on ME-0001 is lifted.\n"),
        (0, "Hold 2 on everything that names Sam Poole is lifted.\n"),
        (1, "There is no hold 2 that stands."),
    ]
    assert office.types("hold", "list").stdout == "No hold stands.\n"
    with office.database.read() as session:
        assert [entry.action for entry in entries_of(session, Subject.ENQUIRY, 1)][-2:] == [
            "hold_placed",
            "hold_lifted",
        ]
        assert verify(session) == []


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["ME-0099", "--why", "x"], 1, "There is no ME-0099.\n"),
        (["--why", "x"], 2, "Say what it is on: a reference (ME-0042), or --person with a Slack id or a name.\n"),
        (
            ["ME-0001", "--person", "U0AMARA01", "--why", "x"],
            2,
            "Say what it is on: a reference (ME-0042), or --person with",
        ),
    ],
)
def test_a_hold_is_on_one_thing_that_is_there(office: Office, words: list[str], code: int, said: str) -> None:
    ended = office.types("hold", "place", *words)

    assert ended.returncode == code
    assert ended.stderr.startswith(said)


def test_a_persons_data_is_written_and_the_trail_says_for_whom(office: Office) -> None:
    ended = office.types("person", "export", "sam poole", *FOR, "--to", "sam.json")
    written = json.loads((office.folder / "sam.json").read_text(encoding="utf-8"))
    with office.database.read() as session:
        (entry,) = entries_of(session, Subject.PERSON, 0)

    assert ended.stderr == "2 records were written to sam.json.\n"
    assert written["person"] == "sam poole"
    assert sorted(written["records"]) == ["enquiry", "journalist"]
    assert SECRET not in json.dumps(written["records"]["enquiry"])
    assert written["records"]["enquiry"][0]["raised_at"] == LONG_AGO.isoformat()
    assert {**(entry.details or {}), "login": ""} == {
        "for": "Ruth Bell",
        "why": "She asked",
        "login": "",
        "person": "sam poole",
        "restricted": False,
    }


def test_erasing_shows_what_would_go_and_asks(office: Office) -> None:
    asked = office.types("person", "erase", "Sam Poole", *FOR, answer="n\n")
    done = office.types("person", "erase", "Sam Poole", *FOR, answer="y\n")
    again = office.types("person", "erase", "Sam Poole", *FOR, "--yes")

    assert asked.stdout.splitlines()[:3] == ["What names Sam Poole:", "  enquiry: 1", "  journalist: 1"]
    assert asked.stdout.splitlines()[-1] == "Nothing was erased."
    assert done.stdout.splitlines()[-1].endswith("erased. The audit trail says so, and still proves itself.")
    assert again.stdout == "Nothing names Sam Poole.\n"
    assert office.types("audit", "verify").returncode == 0


def test_under_a_hold_it_is_refused_with_a_sentence(office: Office) -> None:
    office.types("hold", "place", "--person", "Sam Poole", "--why", "A claim", "--by", "Ruth Bell")
    ended = office.types("person", "erase", "Sam Poole", *FOR, "--yes")

    assert (ended.returncode, ended.stderr.splitlines()) == (
        1,
        ["Nothing was erased.", "  • A legal hold, placed by Ruth Bell, keeps everything that names Sam Poole."],
    )


@pytest.mark.parametrize("who", ["Sam", "U1", "  "])
def test_half_a_name_could_be_anybody(office: Office, who: str) -> None:
    ended = office.types("person", "erase", who, *FOR)

    assert (ended.returncode, ended.stderr) == (
        2,
        f"{who!r} could be anybody: give a Slack id (U012AB3CD), or a name in full.\n",
    )


def test_an_export_says_for_whom_and_why(office: Office) -> None:
    ended = office.types("person", "export", "Sam Poole", "--for", " ", "--why", "")

    assert (ended.returncode, ended.stderr) == (2, "Say --for NAME and --why TEXT: it goes into the audit trail.\n")
