"""A record's trail in words: who, when, what, from what to what."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from bot.keeping.moments import day, on_paper
from storage.audit import AuditEntry
from storage.organisation import Organisation

WITHOUT_CONTENT = frozenset(
    {
        "deadline",
        "service_area",
        "officer",
        "lead",
        "restricted",
        "outcome",
        "status",
        "urgent",
        "version",
        "embargo_until",
    }
)
"""The details that may be shown of a restricted enquiry's entries: the same facts that its card shows."""

_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?[+-]\d\d:\d\d")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_OUR_WORD = re.compile(r"[a-z]+(?:_[a-z]+)+")  # a state or an answer, as it is kept

_FIRST = frozenset({"recorded", "sent_in"})  # a first entry's lists are lists, not a change from one thing to another


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One entry in words. `erased`: its details were deleted, lawfully; that it happened stays."""

    number: int
    at: datetime
    who: str
    what: str
    changes: tuple[str, ...]
    erased: bool = False


def steps(entries: Iterable[AuditEntry], organisation: Organisation, *, content: bool = True) -> list[Step]:
    """The entries in order. Without `content`, only what a restricted enquiry's card may show too."""
    return [_step(entry, organisation, content) for entry in entries]


def _step(entry: AuditEntry, organisation: Organisation, content: bool) -> Step:
    details = entry.details or {}
    shown = {key: value for key, value in details.items() if content or key in WITHOUT_CONTENT}
    first = entry.action in _FIRST
    changes = [change_in_words(key, value, organisation, first=first) for key, value in shown.items() if value != ""]
    return Step(
        number=entry.id,
        at=entry.at,
        who=actor_in_words(entry.actor, organisation),
        what=entry.action.replace("_", " "),
        changes=tuple(changes),
        erased=entry.details is None,
    )


def actor_in_words(actor: str, organisation: Organisation) -> str:
    """A person's name; the bot's own, or the Slack id of somebody who is not known any more."""
    known = organisation.people.get(actor)
    return "Close Ties" if actor == "close-ties" else known.name if known else actor


def change_in_words(key: str, value: Any, organisation: Organisation, *, first: bool = False) -> str:
    """ "deadline: nothing → 4 March 2026, 16:00 GMT"."""
    name = key.replace("_", " ")
    if isinstance(value, list) and len(value) == 2 and not first:
        return f"{name}: {_value(value[0], organisation)} → {_value(value[1], organisation)}"
    return f"{name}: {_value(value, organisation)}"


def _value(value: Any, organisation: Organisation) -> str:
    if value is None or value in ("", [], {}):
        return "nothing"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return ", ".join(_value(each, organisation) for each in value)
    if isinstance(value, dict):
        return "; ".join(f"{_value(key, organisation)}: {_value(each, organisation)}" for key, each in value.items())
    if _MOMENT.fullmatch(str(value)):
        return on_paper(datetime.fromisoformat(str(value)), organisation.calendar.zone)
    if _DAY.fullmatch(str(value)):
        return day(date.fromisoformat(str(value)))
    if _OUR_WORD.fullmatch(str(value)):
        return str(value).replace("_", " ")
    known = organisation.people.get(str(value))
    return known.name if known else str(value)
