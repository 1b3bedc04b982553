"""Slack's text as the reader's eye meets it: names for ids, dates in the reader's zone, no marks or escapes."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

_ENTITY = re.compile(r"<([^<>\n]+)>")
_LOOK = re.compile(r"[*_~\n]")
_CODE = re.compile(r"```\n?(.*?)\n?```|`([^`\n]+)`", re.DOTALL)


@dataclass(frozen=True)
class Reader:
    """Whose eyes: their time zone, and the names behind the ids."""

    zone: ZoneInfo
    now: datetime
    person: Callable[[str], str | None] = lambda _: None
    channel: Callable[[str], str | None] = lambda _: None
    usergroup: Callable[[str], str | None] = lambda _: None


def read_mrkdwn(text: str, reader: Reader) -> str:
    """A mrkdwn text as it is shown."""
    shown = _ENTITY.sub(lambda match: _hide(_entity(match[1], reader)), text)
    shown = _CODE.sub(lambda match: _hide(match[1] or match[2] or ""), shown)
    return unescape(_unhide(_without_marks(shown)))


def read_plain(text: str) -> str:
    """A plain_text object as it is shown: no names, no dates, no marks."""
    return unescape(text)


def read_notification(text: str, reader: Reader) -> str:
    """The top-level text as a notification or a screen reader says it: dates by their fallback."""
    shown = _ENTITY.sub(lambda match: _hide(_entity(match[1], reader, dates_fall_back=True)), text)
    return unescape(_unhide(_without_marks(shown)))


def _without_marks(text: str) -> str:
    """The text without the marks that make words bold, italic or struck out; one walk, however many marks there are."""
    gone: list[int] = []
    opened: dict[str, int] = {}
    for found in _LOOK.finditer(text):
        mark, at = found[0], found.start()
        if mark == "\n":
            opened.clear()
        elif mark in opened and _closes(text, at, opened):
            start = opened[mark]
            gone += (start, at)
            opened = {other: where for other, where in opened.items() if where < start}
        elif mark not in opened and _opens(text, at, opened):
            opened[mark] = at
    left = set(gone)
    return "".join(character for at, character in enumerate(text) if at not in left) if left else text


def _opens(text: str, at: int, opened: dict[str, int]) -> bool:
    before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    inside = before in opened and opened[before] == at - 1
    free = inside or not (before.isalnum() or before in ("_", "`", text[at]))
    return free and bool(after) and not after.isspace() and after != text[at]


def _closes(text: str, at: int, opened: dict[str, int]) -> bool:
    before, after = text[at - 1], text[at + 1 : at + 2]
    ends = after in opened or not (after.isalnum() or after in ("_", "`"))
    return at - opened[text[at]] > 1 and not before.isspace() and ends and after != text[at]


def unescape(text: str) -> str:
    """Undo Slack's three escapes."""
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def _hide(text: str) -> str:
    """Marks inside a name, a link or code are not marks."""
    return "".join(chr(0xE000 + "*_~`".index(c)) if c in "*_~`" else c for c in text)


def _unhide(text: str) -> str:
    return "".join("*_~`"[ord(c) - 0xE000] if 0xE000 <= ord(c) <= 0xE003 else c for c in text)


def _entity(inside: str, reader: Reader, *, dates_fall_back: bool = False) -> str:
    target, _, label = inside.partition("|")
    if target.startswith("!date^"):
        return label if dates_fall_back else _date(target, label, reader)
    if target.startswith("@"):
        return "@" + (reader.person(target[1:]) or label or target[1:])
    if target.startswith("#"):
        return "#" + (reader.channel(target[1:]) or label or target[1:])
    if target.startswith("!subteam^"):
        return "@" + (reader.usergroup(target[9:]) or label.lstrip("@") or target[9:])
    if target.startswith("!"):
        return "@" + target[1:]
    return label or target.removeprefix("mailto:").removeprefix("tel:")


def _date(target: str, fallback: str, reader: Reader) -> str:
    """`!date^UNIX^FORMAT[^link]` in the reader's zone; the fallback where Slack would show it."""
    parts = target.split("^")
    if len(parts) < 3 or not parts[1].lstrip("-").isdigit():
        return fallback
    at = datetime.fromtimestamp(int(parts[1]), UTC).astimezone(reader.zone)
    today = reader.now.astimezone(reader.zone)
    return re.sub(r"\{(\w+)\}", lambda token: _token(token[1], at, today) or token[0], parts[2])


def _token(name: str, at: datetime, today: datetime) -> str | None:
    if name.endswith("_pretty"):
        near = {-1: "Yesterday", 0: "Today", 1: "Tomorrow"}.get((at.date() - today.date()).days)
        return near or _token(name.removesuffix("_pretty"), at, today)
    make = _TOKENS.get(name)
    return _ago(at, today) if name == "ago" else make(at) if make else None


def _ago(at: datetime, today: datetime) -> str:
    seconds = int((today - at).total_seconds())
    for size, unit in ((86400, "day"), (3600, "hour"), (60, "minute"), (1, "second")):
        count = abs(seconds) // size
        if count:
            words = f"{count} {unit}{'' if count == 1 else 's'}"
            return f"{words} ago" if seconds > 0 else f"in {words}"
    return "now"


# Slack writes a date as the reader's language does, and everyone here reads English (UK): see `users.info`.
_TOKENS: dict[str, Callable[[datetime], str]] = {
    "date_num": lambda at: at.strftime("%Y-%m-%d"),
    "date_slash": lambda at: at.strftime("%d/%m/%Y"),
    "date": lambda at: f"{at.day} {at:%B} {at.year}",
    "date_short": lambda at: f"{at.day} {at:%b} {at.year}",
    "date_long": lambda at: f"{at:%A}, {at.day} {at:%B} {at.year}",
    "date_long_full": lambda at: f"{at:%A}, {at.day} {at:%B} {at.year}",
    "day_divider": lambda at: f"{at:%A}, {at.day} {at:%B}",
    "time": lambda at: at.strftime("%H:%M"),
    "time_secs": lambda at: at.strftime("%H:%M:%S"),
}
