"""Blocks as Slack keeps them: its own ids where none were given, and its defaults written out."""

from collections.abc import Callable
from typing import Any

from sandbox.records import Json

_INTERACTIVE = frozenset(
    {
        "button",
        "checkboxes",
        "radio_buttons",
        "static_select",
        "external_select",
        "users_select",
        "conversations_select",
        "channels_select",
        "multi_static_select",
        "multi_external_select",
        "multi_users_select",
        "multi_conversations_select",
        "multi_channels_select",
        "overflow",
        "datepicker",
        "timepicker",
        "datetimepicker",
        "plain_text_input",
        "rich_text_input",
        "email_text_input",
        "url_text_input",
        "number_input",
        "file_input",
        "workflow_button",
        "feedback_buttons",
        "icon_button",
    }
)


def as_stored(blocks: list[Json], new_id: Callable[[], str]) -> list[Json]:
    """A deep copy with missing `block_id`s and `action_id`s given and text defaults filled in."""
    return [{**_filled(block, new_id), "block_id": block.get("block_id") or new_id()} for block in blocks]


def _filled(node: Any, new_id: Callable[[], str]) -> Any:
    if isinstance(node, list):
        return [_filled(item, new_id) for item in node]
    if not isinstance(node, dict):
        return node
    copy = {key: _filled(value, new_id) for key, value in node.items()}
    match copy.get("type"):
        case "plain_text" if isinstance(copy.get("text"), str):
            copy.setdefault("emoji", True)
        case "mrkdwn" if isinstance(copy.get("text"), str):
            copy.setdefault("verbatim", False)
        case str(kind) if kind in _INTERACTIVE:
            copy.setdefault("action_id", new_id())
    return copy
