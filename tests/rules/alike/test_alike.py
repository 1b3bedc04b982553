"""Which ideas the card names as like this one: on pairs written by hand, half of which the rule was not made on."""

import tomllib
from itertools import combinations
from pathlib import Path

import pytest

from bot.rules.story_alike import are_alike, most_alike, sought
from storage.story import StoryIdea
from tests.rules.northbank import story

ROOM = Path(__file__).parent
PAIRS: dict[str, list[dict[str, list[str]]]] = tomllib.loads((ROOM / "pairs.toml").read_text(encoding="utf-8"))
DOCUMENT = ROOM.parents[2] / "docs" / "finding.md"


def idea(number: int, told: list[str]) -> StoryIdea:
    made = story(title=told[0], what_happened=told[1])
    made.id = number
    return made


def named(kind: str, half: int) -> tuple[int, int]:
    """Of so many pairs of one half (0: looked at; 1: set aside) so many are named as alike."""
    pairs = PAIRS[kind][half::2]
    return sum(are_alike(idea(1, one["one"]), idea(2, one["other"])) for one in pairs), len(pairs)


def strangers(half: int) -> tuple[int, int]:
    """The same of every story of the alike pairs beside every story of the others."""
    groups = [(one["one"], one["other"]) for one in PAIRS["alike"][half::2]]
    beside = [(here, there) for one, two in combinations(groups, 2) for here in one for there in two]
    return sum(are_alike(idea(1, here), idea(2, there)) for here, there in beside), len(beside)


@pytest.mark.parametrize("half", [0, 1])
def test_what_is_alike_is_named_and_the_rest_is_not(half: int) -> None:
    found, of = named("alike", half)
    wrongly, beside = named("apart", half)
    assert of == beside == 16
    assert found >= 14
    assert wrongly <= 1
    assert strangers(half)[0] == 0


def test_the_document_tells_the_figures_of_today() -> None:
    rows = [
        f"| {name} | {_of(named('alike', half))} | {_of(named('apart', half))} | {_of(strangers(half))} |"
        for half, name in enumerate(("looked at", "set aside"))
    ]
    written = DOCUMENT.read_text(encoding="utf-8")
    assert [row for row in rows if row not in written] == []


def _of(counted: tuple[int, int]) -> str:
    return f"{counted[0]} of {counted[1]:,}"


def test_the_likest_comes_first_and_one_everyday_word_is_nothing() -> None:
    here = idea(1, ["A garden for everyone", "Neighbours planted apple trees at Elm House on Saturday."])
    near = idea(2, ["Apple trees at Elm House", "We planted them in the garden."])
    nearer = idea(3, ["Apple trees in the garden at Elm House", "Planted on Saturday."])
    far = idea(4, ["Our residents had a happy day", "The whole team helped at home, on Saturday."])
    assert [one.id for one in most_alike(here, [far, near, nearer])] == [3, 2]


@pytest.mark.parametrize("told", [["", ""], ["Our team", "We helped people at home."], ["🎉", "!!!"]])
def test_a_story_without_a_telling_word_is_like_nothing(told: list[str]) -> None:
    bare = idea(1, told)
    assert sought(bare) == []
    assert most_alike(bare, [idea(2, told)]) == []
