"""Slack's block elements, and which of them may stand where."""

import datetime as dt
import re
import zoneinfo
from typing import Any

from sandbox.blockkit.composition import (
    action_id,
    any_text,
    confirm,
    conversation_filter,
    dispatch_action_config,
    initial_options_are_offered,
    menu_option,
    menu_options,
    mrkdwn,
    option_groups,
    overflow_option,
    placeholder,
    plain_text,
    slack_file,
    ticked_option,
    workflow,
)
from sandbox.blockkit.problem import Problem
from sandbox.blockkit.rich_text import rich_text
from sandbox.blockkit.schema import (
    Check,
    Fields,
    boolean,
    by_type,
    exactly_one,
    integer,
    list_of,
    object_of,
    string,
    typed,
    word,
)


def _is_date(text: str) -> bool:
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text, re.ASCII):
        return False
    try:
        dt.date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _is_time(text: str) -> bool:
    return re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d", text, re.ASCII) is not None


def _is_zone(text: str) -> bool:
    return text in zoneinfo.available_timezones()


def _bounds_in_order(element: dict[str, Any], at: str) -> list[Problem]:
    """A number input's bounds are numbers written as text. Slack's wording is not on record: this is ours."""
    bounds: dict[str, float] = {}
    for name in ("min_value", "max_value", "initial_value"):
        if name in element and not re.fullmatch(r"-?\d+(\.\d+)?", element[name], re.ASCII):
            return [Problem("input must be a valid: number", f"{at}/{name}")]
        if name in element:
            bounds[name] = float(element[name])
    if bounds.get("min_value", float("-inf")) > bounds.get("max_value", float("inf")):
        return [Problem("`min_value` must not be greater than `max_value`", f"{at}/min_value")]
    return []


_id: Fields = {"action_id": action_id}
_asked: Fields = {**_id, "confirm": confirm}
_focused: Fields = {**_id, "focus_on_load": boolean}
_chosen: Fields = {**_asked, "focus_on_load": boolean}
_written: Fields = {**_focused, "placeholder": placeholder, "dispatch_action_config": dispatch_action_config}
_menu: Fields = {**_chosen, "placeholder": placeholder}
_many: Fields = {**_menu, "max_selected_items": integer(at_least=1)}
_label: Fields = {"accessibility_label": string(at_most=75)}
_colour: Fields = {"style": word("primary", "danger")}
_offer: Fields = {"options": menu_options, "option_groups": option_groups}
_ids = list_of(string())
_query: Fields = {"min_query_length": integer(at_least=0)}
_ticks = list_of(ticked_option, at_least=1, at_most=10)
_where: Fields = {"default_to_current_conversation": boolean, "filter": conversation_filter}
_lines = integer(at_least=1, at_most=100)

image = typed(
    "image",
    {"alt_text": string(at_most=2000)},
    {"image_url": string(at_most=3000), "slack_file": slack_file},
    exactly_one("image_url", "slack_file"),
)
button = typed(
    "button",
    {"text": plain_text(75)},
    {
        **_asked,
        **_label,
        **_colour,
        "url": string(at_most=3000),
        "value": string(at_most=2000),
        "agent_prompt": string(at_most=4000),
        "agent_prompt_display": string(),
        "visible_to_user_ids": _ids,
    },
)
_feedback = object_of({"text": plain_text(75), "value": string(at_most=2000)}, _label)

_BUTTONS: Fields = {
    "button": button,
    "overflow": typed("overflow", {"options": list_of(overflow_option, at_least=1, at_most=5)}, _asked),
    "workflow_button": typed(
        "workflow_button",
        {"text": plain_text(75), "workflow": workflow, "action_id": action_id},
        {**_label, **_colour},
    ),
}

_CHOICES: Fields = {
    "checkboxes": typed(
        "checkboxes", {"options": _ticks}, {**_chosen, "initial_options": _ticks}, initial_options_are_offered
    ),
    "radio_buttons": typed(
        "radio_buttons", {"options": _ticks}, {**_chosen, "initial_option": ticked_option}, initial_options_are_offered
    ),
    "static_select": typed(
        "static_select",
        {},
        {**_menu, **_offer, "initial_option": menu_option},
        exactly_one("options", "option_groups"),
        initial_options_are_offered,
    ),
    "multi_static_select": typed(
        "multi_static_select",
        {},
        {**_many, **_offer, "initial_options": menu_options},
        exactly_one("options", "option_groups"),
        initial_options_are_offered,
    ),
    "external_select": typed("external_select", {}, {**_menu, **_query, "initial_option": menu_option}),
    "multi_external_select": typed("multi_external_select", {}, {**_many, **_query, "initial_options": menu_options}),
    "users_select": typed("users_select", {}, {**_menu, "initial_user": string()}),
    "multi_users_select": typed("multi_users_select", {}, {**_many, "initial_users": _ids}),
    "conversations_select": typed(
        "conversations_select",
        {},
        {**_menu, **_where, "initial_conversation": string(), "response_url_enabled": boolean},
    ),
    "multi_conversations_select": typed(
        "multi_conversations_select", {}, {**_many, **_where, "initial_conversations": _ids}
    ),
    "channels_select": typed(
        "channels_select", {}, {**_menu, "initial_channel": string(), "response_url_enabled": boolean}
    ),
    "multi_channels_select": typed("multi_channels_select", {}, {**_many, "initial_channels": _ids}),
    "datepicker": typed("datepicker", {}, {**_menu, "initial_date": string(form=("date", _is_date))}),
    "timepicker": typed(
        "timepicker",
        {},
        {**_menu, "initial_time": string(form=("time", _is_time)), "timezone": string(form=("timezone", _is_zone))},
    ),
}

_MOMENT: Fields = {
    "datetimepicker": typed(
        "datetimepicker", {}, {**_chosen, "initial_date_time": integer(at_least=1_000_000_000, at_most=9_999_999_999)}
    )
}

_RICH_INPUT: Fields = {
    "rich_text_input": typed(
        "rich_text_input",
        _id,
        {**_written, "initial_value": rich_text, "min_lines": _lines, "max_lines": _lines},
    )
}

_WRITING: Fields = {
    "plain_text_input": typed(
        "plain_text_input",
        {},
        {
            **_written,
            "multiline": boolean,
            "initial_value": string(),
            "min_length": integer(at_least=0, at_most=3000),
            "max_length": integer(at_least=1, at_most=3000),
        },
    ),
    "email_text_input": typed("email_text_input", {}, {**_written, "initial_value": string()}),
    "url_text_input": typed("url_text_input", {}, {**_written, "initial_value": string()}),
    "number_input": typed(
        "number_input",
        {"is_decimal_allowed": boolean},
        {**_written, "initial_value": string(), "min_value": string(), "max_value": string()},
        _bounds_in_order,
    ),
}

_FILES: Fields = {
    "file_input": typed(
        "file_input",
        {},
        {**_id, "filetypes": list_of(string()), "max_files": integer(at_least=1, at_most=10)},
    )
}

_REMARKS: Fields = {
    "feedback_buttons": typed("feedback_buttons", {"positive_button": _feedback, "negative_button": _feedback}, _id),
    "icon_button": typed(
        "icon_button",
        {"icon": word("trash"), "text": plain_text(75)},
        {
            **_asked,
            **_label,
            "value": string(at_most=2000),
            "visible_to_user_ids": list_of(string(), at_most=10),
        },
    ),
}

accessory: Check = by_type({**_BUTTONS, **_CHOICES, "image": image})
"""What may stand beside a section's text."""

in_actions: Check = by_type({**_BUTTONS, **_CHOICES, **_MOMENT, **_RICH_INPUT})
"""What may stand in an actions block."""

in_context: Check = by_type({"image": image, "plain_text": plain_text(3000), "mrkdwn": mrkdwn(3000)})
"""What may stand in a context block."""

in_context_actions: Check = by_type(_REMARKS)
"""What may stand under an assistant's answer."""

in_card: Check = by_type({"button": button})
"""What may stand at the foot of a card."""

in_input: Check = by_type({**_CHOICES, **_MOMENT, **_RICH_INPUT, **_WRITING})
"""What may stand in an input block, wherever that block may stand."""

in_modal_input: Check = by_type({**_CHOICES, **_MOMENT, **_RICH_INPUT, **_WRITING, **_FILES})
"""The same in a modal, the only place that takes files."""

short_text = any_text(150)
"""A title or subtitle of a card or container."""
