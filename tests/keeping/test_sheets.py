"""Files of rows: nothing in them runs, nothing is lost, and none is left half written."""

import csv
import io
import json
import stat
import tracemalloc
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from bot.keeping.papers import private_file
from bot.keeping.sheets import MOST_IN_A_CELL, Format, Row, cell, workbook_cell, write

ROWS: list[Row] = [
    {"reference": "ME-0001", "question": '=HYPERLINK("http://x.example","Press")', "urgent": True},
    {"reference": "ME-0002", "question": "Two\nlines, “quoted” and\ta tab", "urgent": False},
    {"reference": "ME-0003", "question": None, "urgent": None},
]
COLUMNS = ("reference", "question", "urgent")


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("=1+1", "'=1+1"),
        ("+44 20 7946 0000", "'+44 20 7946 0000"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        ("  =1+1", "'  =1+1"),
        ("Sam = Poole", "Sam = Poole"),
        ("", ""),
        (None, ""),
        (True, "yes"),
        (False, "no"),
    ],
)
def test_no_cell_is_a_formula(value: str | bool | None, shown: str) -> None:
    assert cell(value) == shown


def test_csv_is_read_back_by_a_reader_of_csv(tmp_path: Path) -> None:
    write(Format.CSV, tmp_path / "a.csv", COLUMNS, ROWS)
    raw = (tmp_path / "a.csv").read_bytes()

    assert raw.startswith(b"\xef\xbb\xbfreference,question,urgent\r\n")
    assert list(csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline=""))) == [
        ["reference", "question", "urgent"],
        ["ME-0001", '\'=HYPERLINK("http://x.example","Press")', "yes"],
        ["ME-0002", "Two\nlines, “quoted” and\ta tab", "no"],
        ["ME-0003", "", ""],
    ]


def test_json_keeps_every_value_as_it_is(tmp_path: Path) -> None:
    write(Format.JSON, tmp_path / "a.json", COLUMNS, ROWS)
    write(Format.JSON, tmp_path / "none.json", COLUMNS, [])

    assert json.loads((tmp_path / "a.json").read_text(encoding="utf-8")) == ROWS
    assert json.loads((tmp_path / "none.json").read_text(encoding="utf-8")) == []


def test_a_workbook_can_be_read_sorted_and_counted(tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    rows: list[Row] = [
        {"reference": "ME-0001", "raised_at": "2026-07-03T23:30:00+01:00", "question": "On 2026-07-03T23:30:00+01:00?"},
        {"reference": "ME-0002", "raised_at": None, "question": "Why?"},
    ]
    write(Format.XLSX, tmp_path / "a.xlsx", ("reference", "raised_at", "question"), rows)
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx").active

    assert [[one.value for one in line] for line in sheet.iter_rows()] == [
        ["Reference", "Raised at", "Question"],
        ["ME-0001", datetime(2026, 7, 3, 23, 30), "On 2026-07-03T23:30:00+01:00?"],  # noqa: DTZ001 - a spreadsheet has no zones
        ["ME-0002", None, "Why?"],
    ]
    assert (sheet["A1"].font.bold, sheet["B2"].number_format) == (True, "dd/mm/yyyy hh:mm")
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("B2", "A1:C1048576")
    assert [sheet.column_dimensions[letter].width for letter in "ABC"] == [18, 18, 48]


def test_a_workbook_holds_the_same_as_text(tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    write(Format.XLSX, tmp_path / "a.xlsx", COLUMNS, ROWS)
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx").active

    assert [[one.value for one in line] for line in sheet.iter_rows()] == [
        ["Reference", "Question", "Urgent"],
        ["ME-0001", '\'=HYPERLINK("http://x.example","Press")', "yes"],
        ["ME-0002", "Two\nlines, “quoted” and\ta tab", "no"],
        ["ME-0003", None, None],
    ]
    assert {one.data_type for line in sheet.iter_rows() for one in line} <= {"s", "n", "inlineStr"}


def test_a_cell_of_a_workbook_fits() -> None:
    assert workbook_cell("a\x00b\x1fc\nd") == "abc\nd"
    long = workbook_cell("é" * 40_000)
    assert (len(long), long[-2:]) == (MOST_IN_A_CELL, "é…")


@pytest.mark.parametrize("form", [Format.CSV, Format.JSON])
def test_memory_does_not_grow_with_the_rows(tmp_path: Path, form: Format) -> None:
    def many(count: int) -> Iterator[Row]:
        return ({"reference": f"ME-{number}", "question": "x" * 1_000, "urgent": False} for number in range(count))

    tracemalloc.start()
    try:
        write(form, tmp_path / "many", COLUMNS, many(10_000))  # ten megabytes
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert most < 1_000_000


def test_what_fails_half_way_leaves_nothing_and_spoils_nothing(tmp_path: Path) -> None:
    wanted = tmp_path / "a.csv"
    wanted.write_text("before", encoding="utf-8")
    with pytest.raises(ZeroDivisionError), private_file(wanted) as file:
        file.write_text("half", encoding="utf-8")
        raise ZeroDivisionError

    assert [one.name for one in tmp_path.iterdir()] == ["a.csv"]
    assert wanted.read_text(encoding="utf-8") == "before"


def test_nobody_else_on_the_machine_can_read_it(tmp_path: Path) -> None:
    with private_file(tmp_path / "a.csv") as file:
        file.write_text("x", encoding="utf-8")

    assert stat.S_IMODE((tmp_path / "a.csv").stat().st_mode) == 0o600
