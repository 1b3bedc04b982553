"""How often the rule is right, on sentences written before it: false alarms among ordinary ones, what is caught by kind.

Half of the sentences were looked at while the rule was written; the figures are asked of the other half.
"""

import re
import tomllib
from pathlib import Path

import pytest

from bot.rules.privacy import Kind, findings, questions

HERE = Path(__file__).parent
ORDINARY: dict[str, list[str]] = tomllib.loads((HERE / "ordinary.toml").read_text(encoding="utf-8"))
PERSONAL: dict[str, dict[str, list[str]]] = tomllib.loads((HERE / "personal.toml").read_text(encoding="utf-8"))
KINDS = {
    "nhs": Kind.NHS_NUMBER,
    "upn": Kind.PUPIL_NUMBER,
    "insurance": Kind.INSURANCE_NUMBER,
    "birth": Kind.BIRTH,
    "postcode": Kind.POSTCODE,
    "address": Kind.ADDRESS,
    "case": Kind.CASE,
    "school": Kind.SCHOOL,
    "name": Kind.NAME,
}
COUNTED = sorted(set(KINDS) - {"school", "name"})  # those are only asked about
DPIA = Path(__file__).parents[3] / "docs" / "dpia.md"
STAFF = ("Northbank Council", "Helen Brooks", "Dewi Hughes", "Priya Nair", "Sam Poole", "Northbank Echo")
MOST_FALSE_ALARMS = 0.01
MOST_NEEDLESS_QUESTIONS = 0.02  # about names, in a restricted enquiry: a question is answered with one tick
FEWEST_CAUGHT = 0.95


def alarms(sentences: list[str]) -> list[tuple[str, str]]:
    return [(one, each.words) for one in sentences for each in (*findings(one), *questions(one))]


def missed(kind: str, half: str) -> list[str]:
    return [one for one in PERSONAL[kind][half] if KINDS[kind] not in kinds_in(one)]


def kinds_in(text: str) -> set[Kind]:
    return {each.kind for each in (*findings(text), *questions(text, restricted=True, known_names=STAFF))}


def test_there_are_enough_sentences_and_none_is_there_twice() -> None:
    ordinary = [one for half in ORDINARY.values() for one in half]
    personal = [one for kind in PERSONAL.values() for half in kind.values() for one in half]
    assert (len(ordinary) >= 300, len(personal) >= 120) == (True, True)
    assert len({*ordinary, *personal}) == len(ordinary) + len(personal)
    assert set(PERSONAL) == set(KINDS)


def test_nothing_is_said_against_the_ordinary_sentences_the_rule_was_written_with() -> None:
    assert alarms(ORDINARY["writing"]) == []


def test_hardly_anything_is_said_against_the_others() -> None:
    found = alarms(ORDINARY["measuring"])
    assert len(found) / len(ORDINARY["measuring"]) <= MOST_FALSE_ALARMS, found


def test_the_figures_in_the_assessment_are_these() -> None:
    caught = [len(PERSONAL[kind]["measuring"]) - len(missed(kind, "measuring")) for kind in COUNTED]
    told = [len(ORDINARY["measuring"]), len(alarms(ORDINARY["measuring"]))]
    told += [sum(len(PERSONAL[kind]["measuring"]) for kind in COUNTED), sum(caught)]
    said = DPIA.read_text(encoding="utf-8").split("**How well it is caught**")[1].split("An address")[0]
    assert [int(one) for one in re.findall(r"\d+", said)] == told


def test_names_are_hardly_ever_asked_about_where_there_are_none() -> None:
    sentences = [one for half in ORDINARY.values() for one in half]
    asked = [(one, each.words) for one in sentences for each in questions(one, restricted=True, known_names=STAFF)]
    assert len(asked) / len(sentences) <= MOST_NEEDLESS_QUESTIONS, asked


@pytest.mark.parametrize("kind", KINDS)
def test_personal_details_are_caught(kind: str) -> None:
    assert missed(kind, "writing") == []
    measured = PERSONAL[kind]["measuring"]
    left = missed(kind, "measuring")
    assert 1 - len(left) / len(measured) >= FEWEST_CAUGHT, left
