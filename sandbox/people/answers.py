"""From what a person says they choose ("17:00", "Adult care", True) to the value that Slack would send."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, date, datetime, time
from typing import Any

from sandbox.people.refusals import NoSuchChoice
from sandbox.people.state import MANY, Element, Value, field_of, untouched

Who = Callable[[str], str]


def answer(found: Element, plain: Any, *, person_id: Who, channel_id: Who) -> Value:
    """The value of `found` once the person has chosen `plain`; None or "" empties it. Raises NoSuchChoice."""
    value = untouched(found.element)
    field = field_of(found.type)
    if plain is None or plain == "":
        return value | {field: [] if found.type in MANY else None}
    return value | {field: _chosen(found, plain, person_id, channel_id)}


def _chosen(found: Element, plain: Any, person_id: Who, channel_id: Who) -> Any:
    kind = found.type
    if kind in _WRITTEN:
        return _WRITTEN[kind](plain)
    if kind == "checkboxes" and isinstance(plain, bool):
        return _ticked(found, plain)
    if kind in {"static_select", "radio_buttons", "external_select"}:
        return option_of(found.options(), plain, found.label)
    if kind in {"checkboxes", "multi_static_select", "multi_external_select"}:
        return [option_of(found.options(), each, found.label) for each in listed(plain)]
    if "users" in kind:
        return _ids(kind, plain, person_id)
    if "channels" in kind or "conversations" in kind:
        return _ids(kind, plain, channel_id)
    raise NoSuchChoice(f"{found.label!r} is a {kind}, which nobody can fill")


def _ids(kind: str, plain: Any, id_of: Who) -> Any:
    return [id_of(each) for each in listed(plain)] if kind in MANY else id_of(plain)


def _ticked(found: Element, tick: bool) -> list[dict[str, Any]]:
    options = found.options()
    if tick and len(options) > 1:
        raise NoSuchChoice(f"{found.label!r} has several boxes; say which: {_texts(options)}")
    return options if tick else []


def listed(plain: Any) -> list[Any]:
    """One or several choices, as a list."""
    if isinstance(plain, str | bytes | Mapping) or not isinstance(plain, Iterable):
        return [plain]
    return list(plain)


def option_of(options: list[dict[str, Any]], plain: Any, label: str) -> dict[str, Any]:
    """The whole option whose value or text is `plain`."""
    for option in options:
        if plain in (option.get("value"), option["text"]["text"]):
            return option
    raise NoSuchChoice(f"{label!r} does not offer {plain!r}; it offers {_texts(options)}")


def _texts(options: list[dict[str, Any]]) -> str:
    return ", ".join(repr(option["text"]["text"]) for option in options) or "nothing"


def _day(plain: Any) -> str:
    try:
        return (plain if isinstance(plain, date) else date.fromisoformat(str(plain))).isoformat()[:10]
    except ValueError as error:
        raise NoSuchChoice(f"{plain!r} is not a date written YYYY-MM-DD") from error


def _clock_time(plain: Any) -> str:
    try:
        return (plain if isinstance(plain, time) else time.fromisoformat(str(plain))).strftime("%H:%M")
    except ValueError as error:
        raise NoSuchChoice(f"{plain!r} is not a time written HH:MM") from error


def _moment(plain: Any) -> int:
    if isinstance(plain, int):
        return plain
    try:
        moment = plain if isinstance(plain, datetime) else datetime.fromisoformat(str(plain))
    except ValueError as error:
        raise NoSuchChoice(f"{plain!r} is not a moment written as ISO 8601 or Unix seconds") from error
    if moment.tzinfo is None:
        raise NoSuchChoice(f"{plain!r} has no time zone")
    return int(moment.astimezone(UTC).timestamp())


def rich_text(text: str) -> dict[str, Any]:
    """A rich_text block as Slack's composer makes it of plain words."""
    section = {"type": "rich_text_section", "elements": [{"type": "text", "text": text}]}
    return {"type": "rich_text", "elements": [section]}


def _rich_text(plain: Any) -> dict[str, Any]:
    return dict(plain) if isinstance(plain, Mapping) else rich_text(str(plain))


_WRITTEN: dict[str, Callable[[Any], Any]] = {
    "plain_text_input": str,
    "email_text_input": str,
    "url_text_input": str,
    "number_input": str,
    "rich_text_input": _rich_text,
    "datepicker": _day,
    "timepicker": _clock_time,
    "datetimepicker": _moment,
    "file_input": listed,
}
