"""`close-ties rota`: turns from a file, what the week ahead lacks, and a file from the turns."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.clock import SystemClock
from storage.audit import entries_of
from storage.kinds import Subject
from storage.rota import TurnRow
from tests.journeys.council import T0
from tests.project.terminal import Office, office_in


@pytest.fixture
def office(tmp_path: Path, migrated_file: Path) -> Iterator[Office]:
    with office_in(tmp_path, migrated_file, T0) as made:
        yield made


def file_of(office: Office, *lines: str) -> None:
    text = "\n".join(["kind,person,service_area,from,to", *lines]) + "\n"
    (office.folder / "rota.csv").write_text(text, encoding="utf-8")


def days(begins: datetime, ends: datetime) -> str:
    return f"{begins:%Y-%m-%d},{ends:%Y-%m-%d}"


def test_a_file_is_added_once_checked_and_written_back(office: Office) -> None:
    today = SystemClock().now()
    file_of(office, f"press,Dewi,,{days(today - timedelta(days=2), today + timedelta(days=20))}")
    ended = office.types("rota", "import", "rota.csv")
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "1 turn is added, 0 on the rota already.\n", "")
    assert office.types("rota", "import", "rota.csv").stdout == "0 turns are added, 1 on the rota already.\n"
    with office.database.read() as session:
        assert session.query(TurnRow).count() == 1
        entries = entries_of(session, Subject.ORGANISATION, 0)
    assert [(one.actor, one.action) for one in entries] == [("close-ties", "rota_imported")]

    checked = office.types("rota", "check")
    assert (checked.returncode, checked.stderr) == (
        0,
        "The rota for the week ahead is complete: somebody is there at every hour.\n",
    )
    assert office.types("rota", "export").stdout.splitlines()[0] == "kind,person,service_area,from,to"
    assert office.types("rota", "export").stdout.splitlines()[1].startswith("press,Dewi Hughes,,")


def test_what_is_wrong_is_said_with_its_line_and_nothing_is_added(office: Office) -> None:
    file_of(office, "press,Nobody,,2026-03-09,2026-03-16", "press,Amara,,2026-03-09,2026-03-16")
    ended = office.types("rota", "import", "rota.csv")
    assert (ended.returncode, ended.stderr.splitlines()) == (
        2,
        [
            "rota.csv cannot be used as it is. Nothing was added.",
            "  • line 2: nobody in the organisation is called 'Nobody'.",
            "  • line 3: Amara Okafor does not take turns of this kind.",
        ],
    )
    with office.database.read() as session:
        assert session.query(TurnRow).count() == 0


def test_a_file_that_is_no_text_of_ours_says_how_to_save_it(office: Office) -> None:
    (office.folder / "rota.csv").write_bytes("kind,person,from,to\npress,Zoë,1,2\n".encode("cp1252"))
    ended = office.types("rota", "import", "rota.csv")
    said = "rota.csv cannot be read: it is not text in UTF-8. From Excel, save it as “CSV UTF-8”."
    assert (ended.returncode, ended.stderr.strip()) == (2, said)


def test_holes_end_with_exit_code_one(office: Office) -> None:
    today = SystemClock().now()
    file_of(office, f"press,Dewi,,{days(today + timedelta(days=2), today + timedelta(days=20))}")
    office.types("rota", "import", "rota.csv")
    ended = office.types("rota", "check")
    assert ended.returncode == 1
    assert ended.stderr.splitlines()[0] == "The rota for the week ahead needs a look."
    assert ended.stderr.splitlines()[1].startswith("  • Nobody is on call for the press ")
