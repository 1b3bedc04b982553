"""TOML out of plain values, for exporting: tables, words, numbers, dates, and lists of them."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any


def as_toml(tables: Mapping[str, Any]) -> str:
    """The text of a document. A value of None is left out, since TOML has no word for nothing."""
    return "\n".join(_lines(tables, ())).strip("\n") + "\n"


def _lines(table: Mapping[str, Any], path: tuple[str, ...]) -> list[str]:
    plain = {key: value for key, value in table.items() if value is not None and not isinstance(value, Mapping)}
    inner = {key: value for key, value in table.items() if isinstance(value, Mapping)}
    heading = ["", f"[{'.'.join(_key(step) for step in path)}]"] if path and (plain or not inner) else []
    own = [f"{_key(key)} = {_value(value)}" for key, value in plain.items()]
    return heading + own + [line for key, value in inner.items() for line in _lines(value, (*path, key))]


def _key(word: str) -> str:
    bare = word.isascii() and word.replace("_", "").replace("-", "").isalnum()
    return word if bare else _value(word)


def _value(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float | date):
        return str(value)
    if isinstance(value, list | tuple):
        return f"[{', '.join(_value(item) for item in value)}]"
    if isinstance(value, str):
        # JSON escapes all that TOML wants escaped, save for the delete character.
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    raise TypeError(f"TOML has no way to write a {type(value).__name__} here")
