"""A small language for describing closed JSON objects, refusing in the words of Slack's validator.

A check takes a value and the JSON pointer to it, and answers with what is wrong. Slack's order is kept: the kind of the
value first, then one limit, and in an object the missing fields first and alone, then everything wrong with the fields
that are there, unknown fields last. Lengths are Unicode code points.
"""

import re
from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from sandbox.blockkit.problem import Problem

Check: TypeAlias = Callable[[object, str], list[Problem]]
Fields: TypeAlias = Mapping[str, Check]
Rule: TypeAlias = Callable[[dict[str, Any], str], list[Problem]]
"""A rule relates the fields of one object. It is asked only once every field is sound by itself."""


def anything(_value: object, _at: str) -> list[Problem]:
    """Accepts what this sandbox has no use for."""
    return []


def string(
    *, at_least: int = 0, at_most: int | None = None, pattern: str | None = None, form: "Form | None" = None
) -> Check:
    """Text of so many code points, of a pattern, or of a named form such as a date."""
    regex = re.compile(pattern) if pattern else None

    def check(value: object, at: str) -> list[Problem]:
        if not isinstance(value, str):
            return [Problem("must provide a string", at)]
        if at_most is not None and len(value) > at_most:
            return [Problem(f"must be less than {at_most + 1} characters", at)]
        if len(value) < at_least:
            return [Problem(f"must be more than {at_least - 1} characters", at)]
        if regex and not regex.search(value):
            return [Problem(f"input must match regex pattern: {pattern}", at)]
        if form and not form[1](value):
            return [Problem(f"input must be a valid: {form[0]}", at)]
        return []

    return check


Form: TypeAlias = tuple[str, Callable[[str], bool]]
"""The name of a form and how to tell that a text has it."""


def word(*allowed: str) -> Check:
    """One of a few words."""

    def check(value: object, at: str) -> list[Problem]:
        if not isinstance(value, str):
            return [Problem("must provide a string", at)]
        return [] if value in allowed else [Problem("must be a valid enum value", at)]

    return check


def boolean(value: object, at: str) -> list[Problem]:
    """True or false, and nothing that merely looks like it."""
    return [] if isinstance(value, bool) else [Problem("must be a boolean", at)]


def integer(*, at_least: int | None = None, at_most: int | None = None) -> Check:
    """A whole number within bounds, both included."""

    def check(value: object, at: str) -> list[Problem]:
        if isinstance(value, bool) or not isinstance(value, int):
            return [Problem("must provide an integer", at)]
        if at_most is not None and value > at_most:
            return [Problem(f"must be less than {at_most}", at)]
        if at_least is not None and value < at_least:
            return [Problem(f"must be greater than {at_least}", at)]
        return []

    return check


def number(*, more_than: float | None = None) -> Check:
    """Any number, or any number beyond a bound that is itself refused."""

    def check(value: object, at: str) -> list[Problem]:
        if isinstance(value, bool) or not isinstance(value, int | float):
            return [Problem("must provide a number", at)]
        if more_than is not None and not value > more_than:
            return [Problem(f"must be greater than {more_than:g}", at)]
        return []

    return check


def list_of(item: Check, *, at_least: int = 0, at_most: int | None = None, unique: bool = False) -> Check:
    """A list of so many items. A list of the wrong length is refused before its items are looked at."""

    def check(value: object, at: str) -> list[Problem]:
        if not isinstance(value, list):
            return [Problem("must provide an array", at)]
        if at_most is not None and len(value) > at_most:
            return [Problem(f"no more than {at_most} items allowed", at)]
        if len(value) < at_least:
            return [Problem(f"must provide at least {at_least} items", at)]
        problems = [problem for i, one in enumerate(value) for problem in item(one, f"{at}/{i}")]
        if not problems and unique and any(one in value[:i] for i, one in enumerate(value)):
            return [Problem("Input contains duplicate items", at)]
        return problems

    return check


def object_of(required: Fields, optional: Fields, *rules: Rule) -> Check:
    """A closed object: these fields, no others, and then the rules that relate them."""
    fields = {**required, **optional}

    def check(value: object, at: str) -> list[Problem]:
        if not isinstance(value, dict):
            return [Problem("must provide an object", at)]
        missing = [Problem(f"missing required field: {name}", at) for name in required if name not in value]
        if missing:
            return missing
        wrong = [p for name, field in fields.items() if name in value for p in field(value[name], f"{at}/{name}")]
        wrong += [Problem(f"invalid additional property: {name}", at) for name in value if name not in fields]
        return wrong or [problem for rule in rules for problem in rule(value, at)]

    return check


def typed(kind: str, required: Fields, optional: Fields, *rules: Rule) -> Check:
    """A closed object that names its own kind in `type`."""
    return object_of({"type": word(kind), **required}, optional, *rules)


def by_type(kinds: Fields) -> Check:
    """An object whose `type` decides what it must hold."""

    def check(value: object, at: str) -> list[Problem]:
        if not isinstance(value, dict):
            return [Problem("must provide an object", at)]
        if "type" not in value:
            return [Problem("missing required field: type", at)]
        kind = value["type"]
        if not isinstance(kind, str):
            return [Problem("must provide a string", f"{at}/type")]
        if kind not in kinds:
            return [Problem(f"unsupported type: {kind}", f"{at}/type")]
        return kinds[kind](value, at)

    return check


def or_null(check: Check) -> Check:
    """The same, or null."""
    return lambda value, at: [] if value is None else check(value, at)


def exactly_one(*names: str) -> Rule:
    """One of these fields, not none and not two."""
    return _counting(names, lambda given: given == 1, "failed to match exactly one allowed schema")


def at_least_one(*names: str) -> Rule:
    """One of these fields or more."""
    return _counting(names, lambda given: given >= 1, "failed to match any allowed schemas")


def not_both(*names: str) -> Rule:
    """One of these fields at most."""
    return _counting(names, lambda given: given <= 1, "failed because matched disallowed schema")


def _counting(names: tuple[str, ...], holds: Callable[[int], bool], text: str) -> Rule:
    def rule(value: dict[str, Any], at: str) -> list[Problem]:
        return [] if holds(sum(name in value for name in names)) else [Problem(text, at)]

    return rule
