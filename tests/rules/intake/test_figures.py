"""What the reader gets right on the halves of the examples that its rules were not written on."""

import tomllib
from collections import Counter
from itertools import cycle
from pathlib import Path

import pytest

from bot.rules.intake import read
from bot.rules.intake_table import Reads

ROOM = Path(__file__).parent
Examples = list[dict[str, str]]


def examples_in(name: str) -> Examples:
    found: Examples = tomllib.loads((ROOM / name).read_text(encoding="utf-8"))["examples"]
    return found


EXAMPLES = examples_in("examples.toml")
LATER = examples_in("later.toml")
DOCUMENT = ROOM.parents[2] / "docs" / "intake.md"
KINDS = (Reads.ENQUIRY, Reads.STORY)
MEASURED = {"first": EXAMPLES, "later": LATER}


def measured(examples: Examples, half: str, kind: Reads) -> tuple[int, int, int]:
    """How many messages of a kind were read rightly, how many others were taken for one, how many were missed."""
    readings = [(one["kind"], read(one["text"]).reads) for one in examples if one["half"] == half]
    rightly = sum(wrote == reads == kind for wrote, reads in readings)
    wrongly = sum(wrote != kind and reads == kind for wrote, reads in readings)
    missed = sum(wrote == kind and reads != kind for wrote, reads in readings)
    return rightly, wrongly, missed


def test_there_are_enough_examples_and_each_kinds_halves_take_turns() -> None:
    assert Counter(one["kind"] for one in EXAMPLES) == {"enquiry": 96, "story": 92, "neither": 131}
    for kind in Reads:
        take_turns([one for one in EXAMPLES if one["kind"] == kind], "writing", "measuring")
    assert len({one["text"] for one in EXAMPLES}) == len(EXAMPLES)


def test_there_are_messages_that_came_later_and_their_halves_take_turns_too() -> None:
    assert Counter((one["set"], one["kind"]) for one in LATER) == {
        ("second", "enquiry"): 45,
        ("second", "story"): 30,
        ("second", "neither"): 45,
        ("third", "enquiry"): 22,
        ("third", "story"): 18,
        ("third", "neither"): 20,
    }
    for kind in Reads:
        for name in ("second", "third"):
            of_these = [one for one in LATER if (one["set"], one["kind"]) == (name, kind)]
            take_turns(of_these, "measuring", "writing")
    assert len({one["text"] for one in LATER}) == len(LATER)


def take_turns(examples: Examples, first: str, second: str) -> None:
    halves = [one["half"] for one in examples]
    assert halves == [half for half, _ in zip(cycle((first, second)), halves, strict=False)]


@pytest.mark.parametrize("examples", MEASURED.values(), ids=MEASURED)
@pytest.mark.parametrize("kind", KINDS)
def test_precision_and_recall_on_the_measuring_half(kind: Reads, examples: Examples) -> None:
    rightly, wrongly, missed = measured(examples, "measuring", kind)
    assert rightly / (rightly + wrongly) >= 0.95
    assert rightly / (rightly + missed) >= 0.85


def row(examples: Examples, half: str, kind: Reads) -> str:
    """A row of the document's tables."""
    rightly, wrongly, missed = measured(examples, half, kind)
    precision, recall = rightly / (rightly + wrongly), rightly / (rightly + missed)
    return f"| {rightly} | {wrongly} | {missed} | {precision:.2f} | {recall:.2f} |"


def test_the_document_tells_the_figures_of_today() -> None:
    rows = [f"| {kind} {row(EXAMPLES, 'measuring', kind)}" for kind in KINDS]
    rows += [f"| {kind}, {half} half {row(LATER, half, kind)}" for kind in KINDS for half in ("measuring", "writing")]
    written = DOCUMENT.read_text(encoding="utf-8")
    assert [one for one in rows if one not in written] == []
