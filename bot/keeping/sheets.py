"""Rows as a file: CSV, JSON, or a workbook. Each row is written as it comes, so that a hundred thousand need no more memory than one.

A spreadsheet reads a cell that begins with = + - @ as a formula, and runs it; such a cell gets an apostrophe before it.
"""

import csv
import json
import re
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from enum import StrEnum
from importlib import import_module
from pathlib import Path
from typing import Any

Row = dict[str, str | bool | None]
Write = Callable[[Path, Sequence[str], Iterable[Row]], None]

MOST_IN_A_CELL = 32_767
MOST_ROWS = 1_048_576
"""A workbook's limits, in characters and in rows: Microsoft's "Excel specifications and limits"."""

WORDED = frozenset({"outlet", "journalist", "question", "response", "response_to", "outcome_note"})
WIDE, NARROW = 48, 18  # in characters

_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d")
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
_NOT_IN_A_WORKBOOK = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


class Format(StrEnum):
    """The kinds of file."""

    CSV = "csv"
    XLSX = "xlsx"
    JSON = "json"


class NotInstalled(Exception):  # noqa: N818 - a thing to put right
    """The library that writes workbooks is not there."""


def write(form: Format, file: Path, columns: Sequence[str], rows: Iterable[Row]) -> None:
    """Write the rows. Raises `NotInstalled` before anything is written."""
    WRITERS[form](file, columns, rows)


def check_installed(form: Format) -> None:
    """Raises `NotInstalled` where a kind of file cannot be written here."""
    if form is Format.XLSX:
        _openpyxl()


def cell(value: str | bool | None) -> str:
    """A value as the text of a cell, with nothing in it that a spreadsheet would run."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"'{value}" if value.lstrip(" ").startswith(_FORMULA) or value.startswith(_FORMULA) else value


def _csv(file: Path, columns: Sequence[str], rows: Iterable[Row]) -> None:
    """With a byte order mark: without it Excel takes the letters for another alphabet's."""
    with file.open("w", encoding="utf-8-sig", newline="") as out:
        sheet = csv.writer(out)
        sheet.writerow(columns)
        sheet.writerows([cell(row[name]) for name in columns] for row in rows)


def _json(file: Path, columns: Sequence[str], rows: Iterable[Row]) -> None:
    with file.open("w", encoding="utf-8") as out:
        out.write("[")
        for number, row in enumerate(rows):
            out.write(",\n" if number else "\n")
            out.write(json.dumps({name: row[name] for name in columns}, ensure_ascii=False))
        out.write("\n]\n")


def _xlsx(file: Path, columns: Sequence[str], rows: Iterable[Row]) -> None:
    """With moments as a spreadsheet knows them, on the organisation's clocks, so that they can be sorted and counted."""
    openpyxl = _openpyxl()
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Enquiries")
    sheet.freeze_panes = "B2"
    for number, name in enumerate(columns, 1):
        sheet.column_dimensions[openpyxl.utils.get_column_letter(number)].width = WIDE if name in WORDED else NARROW
    sheet.append([_bold(openpyxl, sheet, heading(name)) for name in columns])
    for row in rows:
        sheet.append([_in_workbook(openpyxl, sheet, row[name]) for name in columns])
    sheet.auto_filter.ref = f"A1:{openpyxl.utils.get_column_letter(len(columns))}{MOST_ROWS}"
    book.save(file)


def heading(name: str) -> str:
    """A column's name as people read it: "Deadline met"."""
    return name[:1].upper() + name[1:].replace("_", " ")


def _bold(openpyxl: Any, sheet: Any, text: str) -> Any:
    made = openpyxl.cell.WriteOnlyCell(sheet, value=text)
    made.font = openpyxl.styles.Font(bold=True)
    return made


def _in_workbook(openpyxl: Any, sheet: Any, value: str | bool | None) -> Any:
    if not isinstance(value, str) or not _MOMENT.fullmatch(value):
        return workbook_cell(value)
    made = openpyxl.cell.WriteOnlyCell(sheet, value=datetime.fromisoformat(value).replace(tzinfo=None))
    made.number_format = "dd/mm/yyyy hh:mm"
    return made


def workbook_cell(value: str | bool | None) -> str:
    """A cell's text as a workbook takes it: without control characters, and no longer than its limit."""
    text = cell(_NOT_IN_A_WORKBOOK.sub("", value) if isinstance(value, str) else value)
    return text if len(text) <= MOST_IN_A_CELL else text[: MOST_IN_A_CELL - 1] + "…"


def _openpyxl() -> Any:
    try:
        return import_module("openpyxl")
    except ModuleNotFoundError as missing:
        raise NotInstalled("A workbook needs openpyxl: pip install openpyxl. Or choose --format csv.") from missing


WRITERS: dict[Format, Write] = {Format.CSV: _csv, Format.XLSX: _xlsx, Format.JSON: _json}
