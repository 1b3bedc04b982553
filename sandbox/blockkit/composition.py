"""Slack's composition objects: texts, options, confirmations and the other parts that elements are made of."""

from typing import Any

from sandbox.blockkit.problem import Problem
from sandbox.blockkit.schema import (
    Check,
    at_least_one,
    boolean,
    by_type,
    exactly_one,
    list_of,
    object_of,
    string,
    typed,
    word,
)

FILE_ID = "^F[A-Z0-9]{8,}$"

block_id = string(at_most=255)
action_id = string(at_most=255)


def plain_text(at_most: int) -> Check:
    """A text shown as it is. `emoji` belongs to it, `verbatim` does not."""
    return typed("plain_text", {"text": string(at_least=1, at_most=at_most)}, {"emoji": boolean})


def mrkdwn(at_most: int) -> Check:
    """A text in Slack's mark-up. `verbatim` belongs to it, `emoji` does not."""
    return typed("mrkdwn", {"text": string(at_least=1, at_most=at_most)}, {"verbatim": boolean})


def any_text(at_most: int) -> Check:
    """Either kind of text."""
    return by_type({"plain_text": plain_text(at_most), "mrkdwn": mrkdwn(at_most)})


placeholder = plain_text(150)

confirm = object_of(
    {"title": plain_text(100), "text": any_text(300), "confirm": plain_text(30), "deny": plain_text(30)},
    {"style": word("primary", "danger")},
)

dispatch_action_config = object_of(
    {
        "trigger_actions_on": list_of(
            word("on_enter_pressed", "on_character_entered"), at_least=1, at_most=2, unique=True
        )
    },
    {},
)

conversation_filter = object_of(
    {},
    {
        "include": list_of(word("im", "mpim", "private", "public"), at_least=1, unique=True),
        "exclude_external_shared_channels": boolean,
        "exclude_bot_users": boolean,
    },
    at_least_one("include", "exclude_external_shared_channels", "exclude_bot_users"),
)

_value = {"value": string(at_most=150)}
menu_option = object_of({"text": plain_text(75), **_value}, {"description": plain_text(75)})
ticked_option = object_of({"text": any_text(75), **_value}, {"description": any_text(75)})
overflow_option = object_of(
    {"text": plain_text(75), **_value}, {"description": plain_text(75), "url": string(at_most=3000)}
)

menu_options = list_of(menu_option, at_least=1, at_most=100)
option_groups = list_of(
    object_of({"label": plain_text(75), "options": menu_options}, {}),
    at_least=1,
    at_most=100,
)

slack_file = object_of({}, {"id": string(pattern=FILE_ID), "url": string(at_most=3000)}, exactly_one("id", "url"))

workflow = object_of(
    {
        "trigger": object_of(
            {"url": string(at_most=3000)},
            {"customizable_input_parameters": list_of(object_of({"name": string(), "value": string()}, {}))},
        )
    },
    {},
)

options_answer = object_of(
    {},
    {
        "options": list_of(menu_option, at_most=100),
        "option_groups": list_of(
            object_of({"label": plain_text(75), "options": list_of(menu_option, at_most=100)}, {}), at_most=100
        ),
    },
    exactly_one("options", "option_groups"),
)
"""What an app answers when somebody types into an external select."""


def initial_options_are_offered(element: dict[str, Any], at: str) -> list[Problem]:
    """Each option chosen beforehand must be one of those on offer. Slack's wording is not on record: this is ours."""
    offered = [_comparable(option) for option in _offered(element)]
    chosen = [(element["initial_option"], f"{at}/initial_option")] if "initial_option" in element else []
    chosen += [(one, f"{at}/initial_options/{i}") for i, one in enumerate(element.get("initial_options", []))]
    return [
        Problem("must exactly match one of the provided `options`", pointer)
        for option, pointer in chosen
        if _comparable(option) not in offered
    ]


def _offered(element: dict[str, Any]) -> list[dict[str, Any]]:
    groups: list[dict[str, Any]] = element.get("option_groups", [])
    options: list[dict[str, Any]] = element.get("options", [])
    return options + [option for group in groups for option in group["options"]]


def _comparable(option: dict[str, Any]) -> dict[str, Any]:
    """The option with the defaults written out, so that leaving `emoji` away makes no difference."""
    defaults = {"emoji": True, "verbatim": False}
    written_out = dict(option)
    for name in {"text", "description"} & option.keys():
        written_out[name] = defaults | option[name]
    return written_out
