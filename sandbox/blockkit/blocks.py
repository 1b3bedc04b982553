"""Slack's layout blocks, and which of them each surface takes."""

from typing import Any, Literal, TypeAlias

from sandbox.blockkit import cards, elements, tables
from sandbox.blockkit.composition import any_text, block_id, plain_text, slack_file
from sandbox.blockkit.problem import Problem
from sandbox.blockkit.rich_text import rich_text
from sandbox.blockkit.schema import (
    Check,
    Fields,
    at_least_one,
    boolean,
    by_type,
    exactly_one,
    integer,
    list_of,
    string,
    typed,
)

Surface: TypeAlias = Literal["message", "modal", "home"]

MOST_BLOCKS: dict[Surface, int] = {"message": 50, "modal": 100, "home": 100}

_id: Fields = {"block_id": block_id}


def _files_wait_for_submit(block: dict[str, Any], at: str) -> list[Problem]:
    if block["element"]["type"] == "file_input" and "dispatch_action" in block:
        return [Problem("failed because matched disallowed schema", at)]
    return []


def _input(element: Check) -> Check:
    return typed(
        "input",
        {"label": plain_text(2000), "element": element},
        {**_id, "hint": plain_text(2000), "optional": boolean, "dispatch_action": boolean},
        _files_wait_for_submit,
    )


_EVERYWHERE: Fields = {
    "actions": typed("actions", {"elements": list_of(elements.in_actions, at_most=25)}, _id),
    "card": cards.card,
    "context": typed("context", {"elements": list_of(elements.in_context, at_least=1, at_most=10)}, _id),
    "divider": typed("divider", {}, _id),
    "header": typed("header", {"text": plain_text(150)}, {**_id, "level": integer(at_least=1, at_most=4)}),
    "image": typed(
        "image",
        {"alt_text": string(at_most=2000)},
        {**_id, "image_url": string(at_most=3000), "slack_file": slack_file, "title": plain_text(2000)},
        exactly_one("image_url", "slack_file"),
    ),
    "input": _input(elements.in_input),
    "rich_text": rich_text,
    "section": typed(
        "section",
        {},
        {
            **_id,
            "text": any_text(3000),
            "fields": list_of(any_text(2000), at_least=1, at_most=10),
            "accessory": elements.accessory,
            "expand": boolean,
        },
        at_least_one("text", "fields"),
    ),
    "video": typed(
        "video",
        {
            "alt_text": string(at_most=2000),
            "title": plain_text(200),
            "thumbnail_url": string(at_most=3000),
            "video_url": string(at_most=3000),
        },
        {
            **_id,
            "title_url": string(at_most=2000),
            "description": plain_text(200),
            "author_name": string(at_most=50),
            "provider_name": string(at_most=50),
            "provider_icon_url": string(at_most=2000),
        },
    ),
}

_BOXED: Fields = {
    **{kind: check for kind, check in _EVERYWHERE.items() if kind != "card"},
    "table": tables.table,
}
"""What a container may hold. Slack lists `file` too, which no app can post."""

_OUTSIDE_MODALS: Fields = {
    "carousel": cards.carousel,
    "container": cards.container(_BOXED),
    "table": tables.table,
    "data_table": tables.data_table,
}

_IN_MESSAGES: Fields = {
    "context_actions": cards.context_actions,
    "data_visualization": tables.data_visualization,
    "markdown": typed("markdown", {"text": string(at_most=12_000)}, _id),
    "plan": cards.plan,
    "task_card": cards.task_card,
}
"""For messages alone. The pages of Slack's reference offer charts to App Home too; the live service refused one."""

_ON: dict[Surface, Fields] = {
    "message": {**_EVERYWHERE, **_OUTSIDE_MODALS, **_IN_MESSAGES},
    "modal": {**_EVERYWHERE, "alert": cards.alert, "input": _input(elements.in_modal_input)},
    "home": {**_EVERYWHERE, **_OUTSIDE_MODALS},
}


def kinds_on(surface: Surface) -> frozenset[str]:
    """The block types that a surface takes from an app."""
    return frozenset(_ON[surface])


def blocks_on(surface: Surface) -> Check:
    """Checks a whole list of blocks, as this surface takes them."""
    return list_of(by_type(_ON[surface]), at_most=MOST_BLOCKS[surface])
