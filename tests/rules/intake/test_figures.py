"""What the reader gets right on the half of the examples that its rules were not written on."""

import tomllib
from collections import Counter
from pathlib import Path

import pytest

from bot.rules.intake import read
from bot.rules.intake_table import Reads

ROOM = Path(__file__).parent
EXAMPLES: list[dict[str, str]] = tomllib.loads((ROOM / "examples.toml").read_text(encoding="utf-8"))["examples"]
DOCUMENT = ROOM.parents[2] / "docs" / "intake.md"


def measured(half: str, kind: Reads) -> tuple[int, int, int]:
    """How many messages of a kind were read rightly, how many others were taken for one, how many were missed."""
    readings = [(one["kind"], read(one["text"]).reads) for one in EXAMPLES if one["half"] == half]
    rightly = sum(wrote == reads == kind for wrote, reads in readings)
    wrongly = sum(wrote != kind and reads == kind for wrote, reads in readings)
    missed = sum(wrote == kind and reads != kind for wrote, reads in readings)
    return rightly, wrongly, missed


def test_there_are_enough_examples_and_each_kinds_halves_take_turns() -> None:
    assert Counter(one["kind"] for one in EXAMPLES) == {"enquiry": 96, "story": 92, "neither": 131}
    for kind in Reads:
        halves = [one["half"] for one in EXAMPLES if one["kind"] == kind]
        assert halves == [("writing", "measuring")[place % 2] for place in range(len(halves))]
    assert len({one["text"] for one in EXAMPLES}) == len(EXAMPLES)


@pytest.mark.parametrize("kind", [Reads.ENQUIRY, Reads.STORY])
def test_precision_and_recall_on_the_measuring_half(kind: Reads) -> None:
    rightly, wrongly, missed = measured("measuring", kind)
    assert rightly / (rightly + wrongly) >= 0.95
    assert rightly / (rightly + missed) >= 0.85


def test_the_document_tells_the_figures_of_today() -> None:
    rows = []
    for kind in (Reads.ENQUIRY, Reads.STORY):
        rightly, wrongly, missed = measured("measuring", kind)
        precision, recall = rightly / (rightly + wrongly), rightly / (rightly + missed)
        rows.append(f"| {kind} | {rightly} | {wrongly} | {missed} | {precision:.2f} | {recall:.2f} |")
    written = DOCUMENT.read_text(encoding="utf-8")
    assert [row for row in rows if row not in written] == []
