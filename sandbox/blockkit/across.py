"""Rules that span several blocks: ids that must differ, one focus, inputs that need a submit button, totals.

They are asked only of payloads in which every object is sound by itself, as Slack does.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from sandbox.blockkit.problem import Problem

Block = dict[str, Any]
Placed = tuple[Block, str]
"""An object of the payload and the JSON pointer to it."""

MOST_MARKDOWN = 12_000
MOST_TABLE_TEXT = 10_000
MOST_DATA_TABLE_TEXT = 20_000
MOST_CHARTS = 2
MOST_TABLES = 1


def placed_blocks(blocks: list[Block], at: str) -> Iterator[Placed]:
    """Every block, those inside containers and carousels after the one that holds them."""
    for i, block in enumerate(blocks):
        here = f"{at}/{i}"
        yield block, here
        if block["type"] == "container":
            yield from placed_blocks(block["child_blocks"], f"{here}/child_blocks")
        elif block["type"] == "carousel":
            yield from placed_blocks(block["elements"], f"{here}/elements")


def placed_elements(block: Block, at: str) -> Iterator[Placed]:
    """The elements of one block, not those of the blocks inside it."""
    for name in ("accessory", "element"):
        if name in block:
            yield block[name], f"{at}/{name}"
    if block["type"] in ("actions", "context", "context_actions"):
        yield from ((one, f"{at}/elements/{i}") for i, one in enumerate(block["elements"]))
    if block["type"] == "card":
        yield from ((one, f"{at}/actions/{i}") for i, one in enumerate(block.get("actions", [])))


def repeated_ids(placed: list[Placed]) -> list[Problem]:
    """A `block_id` used twice, or an `action_id` used twice within one block.

    The sentence for `action_id` is Slack's; the one for `block_id` is made after it. An empty id counts as none.
    """
    problems = _repeats("block_id", placed)
    for block, at in placed:
        problems += _repeats("action_id", placed_elements(block, at))
    return problems


def _repeats(name: str, placed: Iterable[Placed]) -> list[Problem]:
    seen: set[str] = set()
    problems: list[Problem] = []
    for one, at in placed:
        value = one.get(name)
        if value and value in seen:
            problems.append(Problem(f'`{name}` "{value}" already exists', f"{at}/{name}"))
        elif value:
            seen.add(value)
    return problems


def rival_focuses(placed: list[Placed]) -> list[Problem]:
    """Every `focus_on_load` after the first. Slack's wording is not on record: this is ours."""
    focused = [at for block, here in placed for one, at in placed_elements(block, here) if one.get("focus_on_load")]
    return [Problem("only one element may set `focus_on_load`", f"{at}/focus_on_load") for at in focused[1:]]


def inputs_without_submit(placed: list[Placed]) -> list[Problem]:
    """Every input block of a modal that has no submit button."""
    return [
        Problem("must define `submit` to use an `input` block in modals", f"{at}/input")
        for block, at in placed
        if block["type"] == "input"
    ]


def message_totals(placed: list[Placed], at: str) -> list[Problem]:
    """What a message may hold in all. Slack's wording for the counts is not on record: this is the schema's."""
    count = Counter(block["type"] for block, _ in placed)
    problems = [
        Problem(f"no more than {most} {kind} blocks allowed", at)
        for kind, most in (("table", MOST_TABLES), ("data_visualization", MOST_CHARTS))
        if count[kind] > most
    ]
    totals = (("markdown", MOST_MARKDOWN), ("table", MOST_TABLE_TEXT), ("data_table", MOST_DATA_TABLE_TEXT))
    for kind, most in totals:
        if sum(characters(block) for block, _ in placed if block["type"] == kind) > most:
            problems.append(Problem(f"must be less than {most + 1} characters", at))
    return problems


_READ = ("text", "title", "caption", "label")


def characters(payload: object) -> int:
    """How many code points a person would read in any part of a payload. Ids, values and addresses do not count."""
    total = 0
    waiting = [payload]
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict):
            total += sum(len(text) for name in _READ if isinstance(text := one.get(name), str))
            waiting.extend(one.values())
        elif isinstance(one, list):
            waiting.extend(one)
    return total
