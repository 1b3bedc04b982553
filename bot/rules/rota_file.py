"""The rota as a CSV file: read with every problem at once and its line, and written back as it is read.

Columns: kind, person, service_area, from, to. `from` and `to` are days or moments, as 2026-03-09 or, as spreadsheets in
Britain write them, 09/03/2026; a day means the hour when the office opens, and
`to` is when the next one takes over.
"""

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime

from bot.rules.rota import NewTurn, change_over, may_hold, overlap
from bot.rules.working_time import local, moment
from storage.kinds import RotaKind
from storage.organisation import Organisation
from storage.rota import Turn

COLUMNS = ("kind", "person", "service_area", "from", "to")
_BRITISH = re.compile(r"^(\d{2})/(\d{2})/(\d{4})")  # day first
NEEDED = ("kind", "person", "from", "to")


class RotaFileProblems(Exception):  # noqa: N818 - it is a list of things to put right
    """Everything in the file that is not understood, a sentence each, naming the line."""

    def __init__(self, problems: Iterable[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(self.problems))


def turns_from(text: str, organisation: Organisation) -> list[NewTurn]:
    """The turns that a file describes. Raises `RotaFileProblems`."""
    text = text.removeprefix("\ufeff")
    rows = csv.DictReader(io.StringIO(text), skipinitialspace=True, delimiter=_divided_by(text))
    rows.fieldnames = [str(name).strip().casefold() for name in rows.fieldnames or []]
    missing = [name for name in NEEDED if name not in rows.fieldnames]
    unknown = [name for name in rows.fieldnames if name and name not in COLUMNS]
    if missing or unknown:
        raise RotaFileProblems(
            [*(f"line 1: the column {name!r} is missing." for name in missing)]
            + [f"line 1: no column is called {name!r}." for name in unknown]
        )
    problems: list[str] = []
    turns = [(rows.line_num, _turn(row, organisation, _noting(problems, rows.line_num))) for row in rows if _said(row)]
    made = [(line, turn) for line, turn in turns if turn is not None]
    problems += _twice(made)
    if not problems and not made:
        problems.append("line 2: there is no turn in it.")
    if problems:
        raise RotaFileProblems(problems)
    return [turn for _, turn in made]


def _divided_by(text: str) -> str:
    """Spreadsheets divide by commas, or by semicolons where the comma is for decimals."""
    first = text.partition("\n")[0]
    return ";" if ";" in first and "," not in first else ","


def _said(row: Mapping[str | None, object]) -> bool:
    return any(str(value or "").strip() for value in row.values())


def _noting(problems: list[str], line: int) -> Callable[[str], None]:
    return lambda sentence: problems.append(f"line {line}: {sentence}")


def _turn(row: Mapping[str, str | None], organisation: Organisation, wrong: Callable[[str], None]) -> NewTurn | None:
    """One line; None, with every problem noted, where it is not understood."""
    value = {name: " ".join(str(row.get(name) or "").split()) for name in COLUMNS}
    if None in row:
        wrong("there is more in it than there are columns.")
    kind = _kind(value["kind"], wrong)
    person = _person(value["person"], organisation, wrong)
    area = _area(value["service_area"], organisation, wrong)
    starts, ends = (_moment(value[name], name, organisation, wrong) for name in ("from", "to"))
    if kind is None or person is None or area is None or starts is None or ends is None:
        return None
    if kind == RotaKind.PRESS and area:
        wrong("only duty leads have a service area.")
    if not may_hold(organisation, kind, person):
        wrong(f"{organisation.name_of(person)} does not take turns of this kind.")
    if ends <= starts:
        wrong("it would end before it starts.")
    return NewTurn(kind=kind, person=person, starts_at=starts, ends_at=ends, service_area=area)


def _kind(written: str, wrong: Callable[[str], None]) -> RotaKind | None:
    if written.casefold() in set(RotaKind):
        return RotaKind(written.casefold())
    wrong(f"kind is {written!r}; it is press (on call for the press) or lead (duty lead).")
    return None


def _person(written: str, organisation: Organisation, wrong: Callable[[str], None]) -> str | None:
    """By Slack id, by whole name, or by a first name (with or without @) that only one person has."""
    asked = written.removeprefix("@").casefold()
    if written in organisation.people:
        return written
    by_name = [one.id for one in organisation.people.values() if one.name.casefold() == asked]
    by_first = [one.id for one in organisation.people.values() if asked and one.name.split()[0].casefold() == asked]
    by_handle = [
        one.id
        for one in organisation.people.values()
        if ".".join(one.name.casefold().split()) == asked.replace("_", ".")
    ]
    for found in (by_name, by_handle, by_first):
        if len(found) == 1:
            return found[0]
        if found:
            wrong(f"several people are called {written!r}; write the whole name or the Slack id.")
            return None
    wrong(f"nobody in the organisation is called {written!r}." if written else "person is empty.")
    return None


def _area(written: str, organisation: Organisation, wrong: Callable[[str], None]) -> str | None:
    if written.casefold() in ("", "all"):
        return ""
    for area in organisation.service_areas.values():
        if written.casefold() in (area.key.casefold(), area.name.casefold()):
            return area.key
    wrong(f"there is no service area {written!r}.")
    return None


def _moment(written: str, name: str, organisation: Organisation, wrong: Callable[[str], None]) -> datetime | None:
    typed = _BRITISH.sub(r"\3-\2-\1", written)
    try:
        if len(typed) == len("2026-03-09"):
            return change_over(organisation.calendar, date.fromisoformat(typed))
        at = datetime.fromisoformat(typed)
    except ValueError:
        wrong(f"{name} is {written!r}; write it as 2026-03-09 or 2026-03-09 17:00.")
        return None
    return at if at.tzinfo else moment(organisation.calendar, at.date(), at.time())


def _twice(made: list[tuple[int, NewTurn]]) -> Iterator[str]:
    for place, (line, one) in enumerate(made):
        for earlier, other in made[:place]:
            same = (one.kind, one.service_area, one.person) == (other.kind, other.service_area, other.person)
            if same and overlap(one, other):
                yield f"line {line}: the same person has this turn in line {earlier} already."


def as_csv(turns: Iterable[Turn], organisation: Organisation) -> str:
    """The rota as a file that `turns_from` reads back. People whose name two share are written by their id."""
    written = io.StringIO()
    rows = csv.writer(written, lineterminator="\n")
    rows.writerow(COLUMNS)
    names = [one.name for one in organisation.people.values()]
    for one in turns:
        known = organisation.people.get(one.person)
        person = (
            known.name
            if known and names.count(known.name) == 1 and not known.name.startswith(tuple("=+-@"))
            else one.person
        )
        spans = (f"{local(organisation.calendar, at):%Y-%m-%d %H:%M}" for at in (one.starts_at, one.ends_at))
        rows.writerow((one.kind, person, one.service_area, *spans))
    return written.getvalue()
