"""The documents say what the rules do: periods, commands, what the organisation has to fill in."""

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli.commands import commands
from bot.rules.retention import RULES

DOCS = Path(__file__).parents[2] / "docs"
DPIA = (DOCS / "dpia.md").read_text(encoding="utf-8")
KEEPING = (DOCS / "keeping.md").read_text(encoding="utf-8")


def table_under(heading: str) -> list[list[str]]:
    """The rows of the first table after a heading, without its first two lines."""
    lines = DPIA.split(f"### {heading}\n", 1)[1].splitlines()
    start = next(number for number, line in enumerate(lines) if line.startswith("|"))
    rows = []
    for line in lines[start:]:
        if not line.startswith("|"):
            break
        rows.append([cell.strip() for cell in line.strip("|").split("|")])
    return rows[2:]


def test_the_periods_are_those_of_the_rules() -> None:
    assert table_under("How long it is kept") == [
        [kind.replace("_", " "), str(rule.period), rule.counts_from, rule.goes, rule.reason]
        for kind, rule in RULES.items()
    ]


def test_the_steps_of_the_template_are_there() -> None:
    assert re.findall(r"^## (Step \d): (.+)$", DPIA, re.MULTILINE) == [
        ("Step 1", "The need for an assessment"),
        ("Step 2", "The processing"),
        ("Step 3", "Consultation"),
        ("Step 4", "Necessity and proportionality"),
        ("Step 5", "The risks"),
        ("Step 6", "The measures"),
        ("Step 7", "Sign-off"),
    ]


def test_every_risk_has_its_measures() -> None:
    risks, measures = (part.split("\n## ", 1)[0] for part in (DPIA.split("## Step 5")[1], DPIA.split("## Step 6")[1]))

    assert re.findall(r"^\| (\d+) \|", risks, re.MULTILINE) == re.findall(r"^\| (\d+) \|", measures, re.MULTILINE)


@pytest.mark.parametrize(
    "line", sorted(set(re.findall(r"^close-ties (\w+ [\w-]+)", DPIA + "\n" + KEEPING, re.MULTILINE)))
)
def test_every_command_that_is_shown_is_there(line: str) -> None:
    asked = CliRunner().invoke(commands, [*line.split(), "--help"])

    assert asked.exit_code == 0
