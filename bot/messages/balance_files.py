"""Stories told beside enquiries as files: a picture that can be read aloud, in the light and in the dark, and a table."""

import csv
from collections.abc import Iterator, Sequence
from io import StringIO
from itertools import groupby

from bot.messages.balance import how_not_to_read, sentences
from bot.messages.digest_mail import clean, typed
from bot.messages.message import File
from bot.messages.mrkdwn import cut
from bot.messages.wording import balance as words
from bot.rules.balance import Cell

WIDTH, LEFT, BAR, ROW, GAP = 760, 270, 400, 22, 34
ROLE = 'role="img" aria-labelledby="title words"'
STYLE = """
text { font: 15px Arial, Helvetica, sans-serif; fill: #1d2125; }
.name { text-anchor: end; } .big { font-size: 20px; font-weight: bold; } .head { font-weight: bold; }
.page { fill: #ffffff; } .told { fill: #0b6e4f; } .asked { fill: #b9c0c8; stroke: #4a525b; }
@media (prefers-color-scheme: dark) {
  text { fill: #f1f3f5; } .page { fill: #16191d; } .told { fill: #5fd0a5; } .asked { fill: #4a525b; stroke: #c3c9d0; }
}
"""


def files(cells: Sequence[Cell], day: str) -> tuple[File, File]:
    """Both, named after the day they were made on."""
    return (
        File(words.FILE_SVG.format(day=day), words.FILE_TITLE_SVG, as_svg(cells).encode()),
        File(words.FILE_CSV.format(day=day), words.FILE_TITLE_CSV, as_csv(cells).encode("utf-8-sig")),
    )


def as_csv(cells: Sequence[Cell]) -> str:
    """The table. No cell begins as a formula does: a spreadsheet would work it out."""
    text = StringIO()
    rows = csv.writer(text)
    rows.writerow(words.COLUMNS)
    rows.writerows([cell.quarter.name, _harmless(_area(cell)), cell.stories, cell.enquiries] for cell in cells)
    return text.getvalue()


def _harmless(text: str) -> str:
    said = " ".join(clean(text).split())
    return f"'{said}" if said.startswith(("=", "+", "-", "@")) else said


def _area(cell: Cell) -> str:
    return cell.area or words.NO_AREA


def as_svg(cells: Sequence[Cell]) -> str:
    """The picture. Its description says every number in words."""
    most = max((max(cell.stories, cell.enquiries) for cell in cells), default=0) or 1
    groups = [(quarter.name, list(of)) for quarter, of in groupby(cells, key=lambda cell: cell.quarter)]
    body, bottom = _drawn(groups, most)
    height = bottom + 8 * ROW
    told = [f"{name}: {' '.join(sentences(of))}" for name, of in groups]
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" {ROLE} xml:lang="en-GB">',
            f'<title id="title">{typed(words.BALANCE_SPOKEN)}</title>',
            f'<desc id="words">{typed(" ".join([*told, *how_not_to_read()]))}</desc>',
            f"<style>{STYLE}</style>",
            f'<rect class="page" width="{WIDTH}" height="{height}"/>',
            _text(24, 36, typed(words.BALANCE_SPOKEN.rstrip(".")), "big"),
            *_key(62),
            *body,
            *_foot(bottom),
            "</svg>",
            "",
        ]
    )


def _drawn(groups: list[tuple[str, list[Cell]]], most: int) -> tuple[list[str], int]:
    lines, top = [], 100
    for name, of in groups:
        lines.append(_text(24, top, typed(name), "head"))
        top += 12
        for cell in of:
            lines += _two(cell, most, top)
            top += 2 * ROW + 8
        top += GAP
    return lines, top


def _two(cell: Cell, most: int, top: int) -> Iterator[str]:
    yield _text(LEFT - 14, top + ROW + 2, typed(cut(_area(cell), 30)), "name")
    for kind, count, y in (("told", cell.stories, top), ("asked", cell.enquiries, top + ROW)):
        width = round(BAR * count / most)
        yield f'<rect class="{kind}" x="{LEFT}" y="{y + 2}" width="{width}" height="{ROW - 5}"/>'
        yield _text(LEFT + width + 8, y + ROW - 7, str(count))


def _key(top: int) -> Iterator[str]:
    for kind, name, x in (("told", "stories told", 24), ("asked", "enquiries", 160)):
        yield f'<rect class="{kind}" x="{x}" y="{top - 12}" width="14" height="14"/>'
        yield _text(x + 22, top, name)


def _foot(top: int) -> Iterator[str]:
    """How not to read it, in lines that fit."""
    lines = [line for said in how_not_to_read() for line in _lines(said)]
    for at, line in enumerate(lines):
        yield _text(24, top + at * (ROW - 2), typed(line))


def _lines(said: str, width: int = 84) -> list[str]:
    found = [""]
    for word in said.split():
        if len(found[-1]) + len(word) + 1 > width:
            found.append("")
        found[-1] = f"{found[-1]} {word}".strip()
    return found


def _text(x: int, y: int, safe: str, kind: str = "") -> str:
    shown = f' class="{kind}"' if kind else ""
    return f'<text x="{x}" y="{y}"{shown}>{safe}</text>'
