"""Text made safe for Slack: escaped, kept within its limit, and kept from turning its surroundings round."""

import re
import unicodedata
from collections.abc import Callable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

MOST_TEXT = 3_000
"""Slack's limit for a text object, in code points."""

ELLIPSIS = "…"
MOST_NAME = 80
MOST_NUMBER = 40

_FIRST_STRONG_ISOLATE, _POP_ISOLATE = "\u2068", "\u2069"
_ISOLATES = "\u2066\u2067\u2068"
_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN", "RLE", "RLO", "LRE", "LRO", "PDF", "RLI", "LRI", "FSI", "PDI"})
_ENTITY = re.compile(r"&(?=(?:amp|lt|gt);)")
_USER_ID = re.compile(r"[UW][A-Z0-9]{2,20}\Z")
_CHANNEL_ID = re.compile(r"[CGD][A-Z0-9]{2,20}\Z")


def escape(text: str) -> str:
    """Slack's three escapes: after this nothing in the text can mention, link or format a date."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def address(link: str) -> str:
    """A link that somebody gave, as it may stand before the bar of one of ours."""
    return escape(link).replace("|", "%7C")


def cut(text: str, limit: int) -> str:
    """The text, or its beginning and an ellipsis where it is longer than `limit` code points."""
    return text if len(text) <= limit else text[: limit - 1].rstrip() + ELLIPSIS


def fitted(text: str, limit: int, made: Callable[[str], str]) -> str:
    """The longest beginning of `text` that is at most `limit` code points once `made` has had it."""
    whole = made(cut(text, limit))
    if len(whole) <= limit:
        return whole
    low, high = 0, min(len(text), limit)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if len(made(cut(text, middle))) <= limit else (low, middle - 1)
    return made(cut(text, low)) if low else ELLIPSIS


def literal(text: str) -> str:
    """Foreign text for a plain_text object: as typed. Slack undoes entities there, so typed entities are escaped once."""
    return _ENTITY.sub("&amp;", text)


def plain_cut(text: str, limit: int = MOST_TEXT) -> str:
    """Foreign text for a plain_text object, within its limit."""
    return fitted(text, limit, literal)


def inline(text: str, limit: int = 300) -> str:
    """Foreign text within a sentence of ours: one line, escaped, kept apart.

    Stars and emoji names in it would still be marks, so blocks show what people typed as plain_text instead; this is for
    names from the organisation, and for the sentence that is read aloud.
    """
    words = text.split(maxsplit=limit)[:limit]  # so many are too long already: what comes after is not looked at
    return fitted(" ".join(words), limit, lambda one: isolate(escape(one)))


def isolate(text: str) -> str:
    """The text, kept apart line by line where it runs right to left or holds direction controls.

    Without this an unclosed override in a name would turn round the words that follow it.
    """
    if text.isascii() or not any(unicodedata.bidirectional(character) in _RIGHT_TO_LEFT for character in set(text)):
        return text
    return "".join(_isolated_line(line) for line in text.splitlines(keepends=True))


def _isolated_line(line: str) -> str:
    body = line.rstrip("\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029")
    return _FIRST_STRONG_ISOLATE + _balanced(body) + _POP_ISOLATE + line[len(body) :]


def _balanced(text: str) -> str:
    """Every isolate closed and no close without its opening: what stands inside ours cannot get out of it."""
    depth, kept = 0, []
    for character in text:
        if character in _ISOLATES:
            depth += 1
        elif character == _POP_ISOLATE:
            if depth == 0:
                continue
            depth -= 1
        kept.append(character)
    return "".join(kept) + _POP_ISOLATE * depth


def mention(user_id: str) -> str:
    """A mention by Slack id; anything else is shown as text and mentions nobody."""
    return f"<@{user_id}>" if _USER_ID.match(user_id) else inline(user_id, MOST_NAME)


def channel(channel_id: str) -> str:
    """A link to a channel by its Slack id."""
    return f"<#{channel_id}>" if _CHANNEL_ID.match(channel_id) else inline(channel_id, MOST_NAME)


def telephone(number: str) -> str:
    """A number that a phone can ring with a tap."""
    digits = re.sub(r"[^0-9+]", "", number[:MOST_TEXT])[:20]
    shown = inline(number, MOST_NUMBER).replace("|", "/")
    return f"<tel:{digits}|{shown}>" if digits else shown


def moment(at: datetime, zone: str) -> str:
    """A moment in the reader's own time: today at 16:00, or the weekday and date. Where Slack cannot, in the organisation's zone."""
    return f"<!date^{int(at.timestamp())}^{{date_long_pretty}} at {{time}}|{in_words(at, zone)}>"


def in_words(at: datetime, zone: str) -> str:
    """Friday 4 December at 16:00, in the zone."""
    local = at.astimezone(ZoneInfo(zone))
    return f"{local:%A} {local.day} {local:%B} at {local:%H:%M}"


def countdown(deadline: datetime, now: datetime) -> str:
    """How long is left, counted by the reader's own Slack so that it never goes stale; in words where it cannot."""
    return f"<!date^{int(deadline.timestamp())}^{{ago}}|{time_left(deadline, now)}>"


def time_left(deadline: datetime | None, now: datetime) -> str:
    """2 hours 10 minutes left; passed 5 minutes ago."""
    if deadline is None:
        return "no deadline given"
    left = deadline - now
    if abs(left) < timedelta(minutes=1):
        return "less than a minute left" if left > timedelta() else "passed just now"
    return f"{span(left)} left" if left > timedelta() else f"passed {span(-left)} ago"


def span(length: timedelta) -> str:
    """A length of time in its two largest units: 2 days 3 hours, 1 hour, 45 minutes."""
    minutes = int(length.total_seconds()) // 60
    counts = (("day", minutes // 1440), ("hour", minutes % 1440 // 60), ("minute", minutes % 60))
    said = [f"{count} {unit}{'' if count == 1 else 's'}" for unit, count in counts if count]
    kept = said[:2] if minutes < 1440 or counts[1][1] else said[:1]
    return " ".join(kept) or "less than a minute"


def listed(names: list[str], joiner: str = "and") -> str:
    """A, B and C."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} {joiner} {names[-1]}"
