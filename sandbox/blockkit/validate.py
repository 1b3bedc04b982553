"""Judges whole messages and whole views, and wraps what is wrong in Slack's error envelopes."""

import json
from collections.abc import Sequence
from typing import Any

from sandbox.blockkit.across import (
    characters,
    inputs_without_submit,
    message_totals,
    placed_blocks,
    repeated_ids,
    rival_focuses,
)
from sandbox.blockkit.blocks import blocks_on
from sandbox.blockkit.composition import options_answer, plain_text
from sandbox.blockkit.problem import Problem
from sandbox.blockkit.schema import Fields, boolean, by_type, string, typed

MOST_MESSAGE_CHARACTERS = 13_200
"""Where Slack began to answer `msg_blocks_too_long`. It promises no number; this one was measured."""

MOST_VIEW_BYTES = 250_000

_message_blocks = blocks_on("message")

_either_view: Fields = {
    "private_metadata": string(at_most=3000),
    "callback_id": string(at_most=255),
    "external_id": string(at_most=255),
}
_view_title = plain_text(24)
_view = by_type(
    {
        "modal": typed(
            "modal",
            {"title": _view_title, "blocks": blocks_on("modal")},
            {
                **_either_view,
                "close": _view_title,
                "submit": _view_title,
                "clear_on_close": boolean,
                "notify_on_close": boolean,
            },
        ),
        "home": typed("home", {"blocks": blocks_on("home")}, _either_view),
    }
)


def problems_in_message(blocks: object, *, pointer: str = "/blocks") -> list[Problem]:
    """What Slack would refuse in the blocks of a message. An empty list is a message without blocks, which is fine."""
    problems = _message_blocks(blocks, pointer)
    if problems or not isinstance(blocks, list):
        return problems
    placed = list(placed_blocks(blocks, pointer))
    return repeated_ids(placed) + rival_focuses(placed) + message_totals(placed, pointer)


def problems_in_view(view: object, *, pointer: str = "/view") -> list[Problem]:
    """What Slack would refuse in a modal or an App Home; the view's own `type` says which it is."""
    problems = _view(view, pointer)
    if problems or not isinstance(view, dict):
        return problems
    placed = list(placed_blocks(view["blocks"], f"{pointer}/blocks"))
    problems = repeated_ids(placed) + rival_focuses(placed)
    if view["type"] == "modal" and "submit" not in view:
        problems += inputs_without_submit(placed)
    return problems


def problems_in_options(answer: object, *, pointer: str = "") -> list[Problem]:
    """What Slack would refuse in an app's answer to somebody typing into an external select."""
    return options_answer(answer, pointer)


def message_too_long(blocks: object) -> bool:
    """Whether Slack would answer `msg_blocks_too_long`."""
    return characters(blocks) > MOST_MESSAGE_CHARACTERS


def view_too_large(view: object) -> bool:
    """Whether Slack would answer `view_too_large`: the view as JSON passes 250 KB."""
    written = json.dumps(view, ensure_ascii=False, separators=(",", ":"))
    return len(written.encode("utf-8", "surrogatepass")) > MOST_VIEW_BYTES


def message_error(problems: Sequence[Problem]) -> dict[str, Any]:
    """The envelope in which the `chat.*` methods refuse blocks."""
    sentences = [problem.sentence for problem in problems]
    return {
        "ok": False,
        "error": "invalid_blocks",
        "errors": sentences,
        "response_metadata": {"messages": [f"[ERROR] {sentence}" for sentence in sentences]},
    }


def view_error(problems: Sequence[Problem], *, pointer: str = "/view") -> dict[str, Any]:
    """The envelope in which the `views.*` methods refuse a view."""
    whole = Problem("failed to match all allowed schemas", pointer)
    messages = [f"[ERROR] {problem.sentence}" for problem in (whole, *problems)]
    return {"ok": False, "error": "invalid_arguments", "response_metadata": {"messages": messages}}
