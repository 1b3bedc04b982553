"""`state.values`, shaped as Slack shapes it.

Slack sends every element that can hold a value, touched or not: an untouched one holds `null` or an empty list.
Values live on when a view is updated, as long as `block_id`, `action_id` and type stay the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

Block = dict[str, Any]
Value = dict[str, Any]
Values = dict[str, dict[str, Value]]

# The field that holds what was chosen, by element type, and what that field holds before anybody touched it.
ONE = {
    "plain_text_input": "value",
    "email_text_input": "value",
    "url_text_input": "value",
    "number_input": "value",
    "rich_text_input": "rich_text_value",
    "static_select": "selected_option",
    "external_select": "selected_option",
    "radio_buttons": "selected_option",
    "users_select": "selected_user",
    "conversations_select": "selected_conversation",
    "channels_select": "selected_channel",
    "datepicker": "selected_date",
    "timepicker": "selected_time",
    "datetimepicker": "selected_date_time",
}
MANY = {
    "checkboxes": "selected_options",
    "multi_static_select": "selected_options",
    "multi_external_select": "selected_options",
    "multi_users_select": "selected_users",
    "multi_conversations_select": "selected_conversations",
    "multi_channels_select": "selected_channels",
    "file_input": "files",
}
# The property of the element that fills the field from the start.
INITIAL = {
    "value": "initial_value",
    "rich_text_value": "initial_value",
    "selected_option": "initial_option",
    "selected_options": "initial_options",
    "selected_user": "initial_user",
    "selected_users": "initial_users",
    "selected_conversation": "initial_conversation",
    "selected_conversations": "initial_conversations",
    "selected_channel": "initial_channel",
    "selected_channels": "initial_channels",
    "selected_date": "initial_date",
    "selected_time": "initial_time",
    "selected_date_time": "initial_date_time",
}


@dataclass(frozen=True)
class Element:
    """An interactive element, and the block that it sits in."""

    block: Block
    element: dict[str, Any]

    @property
    def block_id(self) -> str:
        return str(self.block["block_id"])

    @property
    def action_id(self) -> str:
        return str(self.element["action_id"])

    @property
    def type(self) -> str:
        return str(self.element["type"])

    @property
    def is_input(self) -> bool:
        return bool(self.block["type"] == "input")

    @property
    def label(self) -> str:
        """What stands beside the element: an input's label, a button's text, a placeholder, or the section."""
        for holder, key in (
            (self.block, "label"),
            (self.element, "text"),
            (self.element, "placeholder"),
            (self.block, "text"),
        ):
            text = holder.get(key)
            if isinstance(text, dict):
                return str(text["text"])
        return self.action_id

    @property
    def holds_a_value(self) -> bool:
        return self.type in ONE or self.type in MANY

    def options(self) -> list[dict[str, Any]]:
        """The element's options, those in groups included."""
        groups = self.element.get("option_groups") or []
        return list(self.element.get("options") or []) + [o for group in groups for o in group["options"]]


def elements(blocks: list[Block]) -> Iterator[Element]:
    """Every interactive element, in the order in which it is read."""
    for block in blocks:
        yield from _elements_of(block)


def _elements_of(block: Block) -> Iterator[Element]:
    kind = block["type"]
    if kind == "input":
        yield Element(block, block["element"])
    elif kind == "section" and _is_interactive(block.get("accessory")):
        yield Element(block, block["accessory"])
    elif kind in {"actions", "context_actions"}:
        yield from (Element(block, element) for element in block["elements"])
    elif kind == "card":
        yield from (Element(block, element) for element in block.get("actions") or [])
    elif kind == "container":
        yield from elements(block["child_blocks"])
    elif kind == "carousel":
        yield from elements(block["elements"])


def _is_interactive(accessory: dict[str, Any] | None) -> bool:
    return accessory is not None and accessory["type"] != "image"


def field_of(kind: str) -> str:
    """The field of a value that holds what was chosen, e.g. `selected_option`."""
    return ONE.get(kind) or MANY[kind]


def untouched(element: dict[str, Any]) -> Value:
    """An element's value before anybody has touched it: its initial value, else null or an empty list."""
    kind = element["type"]
    field = field_of(kind)
    initial = element.get(INITIAL.get(field, ""))
    value: Value = {"type": kind, field: initial if initial is not None else ([] if kind in MANY else None)}
    if kind == "timepicker" and "timezone" in element:
        value["timezone"] = element["timezone"]
    return value


def is_empty(value: Value) -> bool:
    """Whether nothing has been written or chosen."""
    return value[field_of(value["type"])] in (None, "", [])


def values_of(blocks: list[Block], typed: Mapping[tuple[str, str], Value]) -> Values:
    """The state of the blocks: what was entered where block_id, action_id and type are the same, else untouched."""
    values: Values = {}
    for found in elements(blocks):
        if found.holds_a_value:
            kept = typed.get((found.block_id, found.action_id))
            same = kept is not None and kept["type"] == found.type
            values.setdefault(found.block_id, {})[found.action_id] = kept if kept and same else untouched(found.element)
    return values


def carried_over(
    old: list[Block], typed: Mapping[tuple[str, str], Value], new: list[Block]
) -> dict[tuple[str, str], Value]:
    """What an updated view begins with: for fields that stay, the old value, untouched initial ones included."""
    before = values_of(old, typed)
    stays = {(each.block_id, each.action_id): each.type for each in elements(new) if each.holds_a_value}
    held = ((key, before.get(key[0], {}).get(key[1]), kind) for key, kind in stays.items())
    return {key: value for key, value, kind in held if value and value["type"] == kind}
