"""What Slack's own client refuses before anything is sent to the app.

The words for a required field are the issue's; the others are the sandbox's own, since Slack's client words them anew
from time to time. The rules are Slack's: an input is required unless `optional`, a text input holds 3,000 characters
unless it says less.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from typing import Any
from urllib.parse import urlsplit

from sandbox.people.state import Block, Element, Value, Values, elements, field_of, is_empty

REQUIRED = "This field is required"
LONGEST_TEXT = 3000
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_PLAIN_NUMBER = re.compile(r"-?\d+(\.\d+)?")


def refusals(blocks: list[Block], values: Values) -> dict[str, str]:
    """What stands in red beside each input, by block_id; empty when the form may be sent."""
    found = ((each, values[each.block_id][each.action_id]) for each in elements(blocks) if each.is_input)
    refused = ((each.block_id, _refusal(each, value)) for each, value in found)
    return {block_id: text for block_id, text in refused if text}


def _refusal(found: Element, value: Value) -> str | None:
    if is_empty(value):
        return None if found.block.get("optional") else REQUIRED
    check = _CHECKS.get(found.type)
    return check(found.element, value[field_of(found.type)]) if check else None


def _text(element: dict[str, Any], text: str) -> str | None:
    longest = element.get("max_length", LONGEST_TEXT)
    shortest = element.get("min_length", 0)
    if len(text) > longest:
        return f"Please use {longest} characters or fewer (you have {len(text)})"
    if len(text) < shortest:
        return f"Please use at least {shortest} characters (you have {len(text)})"
    return None


def _email(element: dict[str, Any], text: str) -> str | None:  # noqa: ARG001 - every check takes the element
    return None if _EMAIL.fullmatch(text) else "Please enter a valid email address"


def _url(element: dict[str, Any], text: str) -> str | None:  # noqa: ARG001 - every check takes the element
    parts = urlsplit(text)
    return None if parts.scheme in {"http", "https"} and parts.hostname else "Please enter a valid URL"


def _number(element: dict[str, Any], text: str) -> str | None:
    try:
        number = Decimal(text)
    except InvalidOperation:
        return "Please enter a valid number"
    if not _PLAIN_NUMBER.fullmatch(text):
        return "Please enter a valid number"
    if "." in text and not element["is_decimal_allowed"]:
        return "Please enter a whole number"
    if "min_value" in element and number < Decimal(element["min_value"]):
        return f"Please enter a number of at least {element['min_value']}"
    if "max_value" in element and number > Decimal(element["max_value"]):
        return f"Please enter a number of at most {element['max_value']}"
    return None


def _many(element: dict[str, Any], chosen: list[Any]) -> str | None:
    most = element.get("max_selected_items")
    return f"Please choose {most} or fewer" if most and len(chosen) > most else None


def _files(element: dict[str, Any], files: list[dict[str, Any]]) -> str | None:
    most = element.get("max_files", 10)
    kinds = [kind.lower() for kind in element.get("filetypes") or []]
    if len(files) > most:
        return f"Please choose {most} or fewer"
    wrong = [file["name"] for file in files if kinds and str(file.get("filetype", "")).lower() not in kinds]
    return f"{wrong[0]} is not of a kind that can be added here ({', '.join(kinds)})" if wrong else None


_CHECKS: dict[str, Callable[[dict[str, Any], Any], str | None]] = {
    "plain_text_input": _text,
    "email_text_input": _email,
    "url_text_input": _url,
    "number_input": _number,
    "multi_static_select": _many,
    "multi_external_select": _many,
    "multi_users_select": _many,
    "multi_conversations_select": _many,
    "multi_channels_select": _many,
    "file_input": _files,
}
