"""Rows as a file: CSV, JSON, or a workbook. Each row is written as it comes, so that a hundred thousand need no more memory than one.

A spreadsheet reads a cell that begins with = + - @ as a formula, and runs it; such a cell gets an apostrophe before it.
"""

import csv
import json
import re
from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from importlib import import_module
from pathlib import Path
from typing import Any

Row = dict[str, str | bool | None]
Write = Callable[[Path, Sequence[str], Iterable[Row]], None]

MOST_IN_A_CELL = 32_767
"""A workbook's limit, in characters: Microsoft's "Excel specifications and limits"."""

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
    book = _openpyxl().Workbook(write_only=True)
    sheet = book.create_sheet("Enquiries")
    sheet.freeze_panes = "A2"
    sheet.append(list(columns))
    for row in rows:
        sheet.append([workbook_cell(row[name]) for name in columns])
    book.save(file)


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
