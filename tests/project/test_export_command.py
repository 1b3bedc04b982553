"""`close-ties enquiries export`: filters, the restricted rule, and the trail."""

import csv
import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.keeping import table
from storage.audit import entries_of, verify
from storage.enquiry import Enquiry
from storage.kinds import Mark, Outcome, Status, Subject
from tests.keeping.full import AMARA, CLOSED, PRIYA, SECRET
from tests.project.terminal import Office, office_in

FOR = ("--for", "Ruth Bell", "--why", "The yearly review")
SKELETON = {
    "reference",
    "raised_at",
    "deadline",
    "claimed_at",
    "responded_at",
    "closed_at",
    "service_area",
    "status",
    "restricted",
}


def enquiry(number: int, **changes: Any) -> Enquiry:
    facts: dict[str, Any] = {
        "raised_by": AMARA,
        "raised_at": datetime(2026, 7, number, 22, 30, tzinfo=UTC),  # 23:30 in London
        "outlet": f"Outlet {number}",
        "journalist": "Sam Poole, 020 7946 0000",
        "question": "=cmd()",
        "service_area": "adults",
        "deadline": datetime(2026, 7, 30, 12, tzinfo=UTC),
    }
    return Enquiry(form_id=f"V{number}", **facts | changes)


@pytest.fixture
def office(tmp_path: Path, migrated_file: Path) -> Iterator[Office]:
    with office_in(tmp_path, migrated_file, CLOSED) as made:
        with made.database.write() as session:
            session.add(enquiry(1))
            session.add(
                enquiry(
                    2,
                    service_area="children",
                    restricted=True,
                    marks=[Mark.COURT.value],
                    question=SECRET,
                    outlet=SECRET,
                    officer=PRIYA,
                    status=Status.CLOSED,
                    outcome=Outcome.DECLINED,
                    closed_at=datetime(2026, 7, 3, 9, tzinfo=UTC),
                )
            )
            session.add(
                enquiry(
                    3,
                    officer=PRIYA,
                    status=Status.RESPONDED,
                    response="Yes",
                    responded_by=PRIYA,
                    responded_at=datetime(2026, 7, 31, 12, tzinfo=UTC),
                )
            )
        yield made


def exported(office: Office, *words: str) -> list[dict[str, Any]]:
    ended = office.types("enquiries", "export", "--format", "json", "--to-file", "out.json", *words)
    assert ended.returncode == 0, ended.stderr
    found: list[dict[str, Any]] = json.loads((office.folder / "out.json").read_text(encoding="utf-8"))
    return found


def references(office: Office, *words: str) -> list[str]:
    return [one["reference"] for one in exported(office, *words)]


def test_a_row_has_dates_in_the_organisations_zone_and_names_for_people(office: Office) -> None:
    row = exported(office)[2]

    assert row == {
        "reference": "ME-0003",
        "raised_at": "2026-07-03T23:30:00+01:00",
        "deadline": "2026-07-30T13:00:00+01:00",
        "claimed_at": None,
        "responded_at": "2026-07-31T13:00:00+01:00",
        "closed_at": None,
        "service_area": "Adults' social care",
        "status": "responded",
        "restricted": False,
        "outcome": None,
        "urgent": False,
        "deadline_met": False,
        "outlet": "Outlet 3",
        "journalist": "Sam Poole, 020 7946 0000",
        "question": "=cmd()",
        "terms": "reportable",
        "raised_by": "Amara Okafor",
        "officer": "Priya Nair",
        "lead": None,
        "response": "Yes",
        "response_to": None,
        "responded_by": "Priya Nair",
        "outcome_note": None,
        "closed_by": None,
    }


def test_of_a_restricted_one_only_reference_dates_service_area_and_state(office: Office) -> None:
    row = exported(office)[1]

    assert {name for name, value in row.items() if value is not None} == SKELETON - {"claimed_at", "responded_at"}
    assert (row["reference"], row["service_area"], row["status"]) == ("ME-0002", "Children's social care", "closed")
    assert SECRET not in json.dumps(row)


def test_its_words_come_only_when_asked_for_and_both_trails_say_so(office: Office) -> None:
    refused = office.types("enquiries", "export", "--to-file", "out.csv", "--restricted")
    row = exported(office, "--restricted", *FOR)[1]
    with office.database.read() as session:
        (own,) = entries_of(session, Subject.ENQUIRY, 2)
        (general,) = entries_of(session, Subject.ORGANISATION, 1)
        assert verify(session) == []

    assert (refused.returncode, refused.stderr) == (2, "Say --for NAME and --why TEXT: it goes into the audit trail.\n")
    assert (row["outlet"], row["question"]) == (SECRET, SECRET)
    said = {
        "for": "Ruth Bell",
        "why": "The yearly review",
        "login": "",
        "format": "json",
        "restricted": True,
        "count": 3,
    }
    assert [(one.action, {**(one.details or {}), "login": ""}) for one in (own, general)] == [("exported", said)] * 2


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ([], ["ME-0001", "ME-0002", "ME-0003"]),
        (["--from", "2026-07-02"], ["ME-0002", "ME-0003"]),
        (["--to", "2026-07-02"], ["ME-0001", "ME-0002"]),
        (["--from", "2026-07-02", "--to", "2026-07-02"], ["ME-0002"]),
        (["--status", "closed"], ["ME-0002"]),
        (["--service-area", "adults"], ["ME-0001", "ME-0003"]),
        (["--officer", "priya nair"], ["ME-0002", "ME-0003"]),
        (["--officer", PRIYA, "--status", "responded"], ["ME-0003"]),
        (["--from", "2027-01-01"], []),
    ],
)
def test_only_what_is_asked_for(office: Office, words: list[str], found: list[str]) -> None:
    assert references(office, *words) == found


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--from", "March"], "'March' is not a date: write it as 2026-03-04.\n"),
        (["--service-area", "adlts"], "There is no service area 'adlts'. There are: children, adults, fostering.\n"),
        (["--officer", "Sam"], "Nobody in the organisation file is called 'Sam': give a Slack id.\n"),
    ],
)
def test_what_is_not_understood_is_said(office: Office, words: list[str], said: str) -> None:
    ended = office.types("enquiries", "export", "--to-file", "out.csv", *words)

    assert (ended.returncode, ended.stderr) == (2, said)
    assert not (office.folder / "out.csv").exists()


def test_as_csv_with_nothing_that_runs(office: Office) -> None:
    ended = office.types("enquiries", "export", "--to-file", "out.csv")
    with (office.folder / "out.csv").open(encoding="utf-8-sig", newline="") as file:
        found = list(csv.DictReader(file))

    assert ended.stderr == "3 enquiries written to out.csv.\n"
    assert [one["question"] for one in found] == ["'=cmd()", "", "'=cmd()"]
    assert [one["restricted"] for one in found] == ["no", "yes", "no"]


def test_page_by_page_nothing_is_left_out_or_twice(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table, "PAGE", 2)
    assert references(office) == ["ME-0001", "ME-0002", "ME-0003"]
