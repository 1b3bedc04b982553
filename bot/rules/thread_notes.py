"""What people write in Slack about an enquiry: a message as we read it, and whether it tells what is private."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from bot.rules.common_words import COMMON
from bot.rules.intake import read
from bot.rules.intake_outlets import outlet_in
from bot.rules.intake_table import Reads
from bot.rules.pictures import pictures_in
from bot.rules.understanding_text import heard, plain_words
from storage.enquiry import Enquiry
from storage.organisation import Organisation

WRITTEN = frozenset({None, "file_share", "thread_broadcast", "me_message"})
"""Kinds of message that a person wrote. Everything else is Slack's own ("has joined the channel")."""

MOST_WORDS = 10_000
"""Of one message so many characters are kept; Slack has the rest."""

_MENTION = re.compile(r"<@([UW][A-Z0-9]+)(?:\|[^<>]*)?>")
_FILE_LINK = re.compile(r"https://[a-z0-9.-]+\.slack\.com/files/[\w./-]{1,200}\Z")


@dataclass(frozen=True, slots=True)
class Seen:
    """A message as Slack shows it. `thread_ts` is "" outside a thread; `edited_at` None: as it was written."""

    channel: str
    ts: str
    thread_ts: str
    author: str
    text: str
    edited_at: datetime | None = None
    files: tuple[dict[str, str], ...] = ()
    pictures: tuple[str, ...] = ()  # the ids of those files that are pictures

    @property
    def posted_at(self) -> datetime:
        """When it was written, by Slack's clock."""
        return moment_of(self.ts)


def seen(message: Mapping[str, Any], channel: str) -> Seen | None:
    """A message out of an event or an answer of Slack's; None where no person wrote it."""
    if message.get("bot_id") or not message.get("user") or message.get("subtype") not in WRITTEN:
        return None
    thread_ts = str(message.get("thread_ts") or "")
    edited = (message.get("edited") or {}).get("ts")
    return Seen(
        channel=channel,
        ts=str(message["ts"]),
        thread_ts="" if thread_ts == message["ts"] else thread_ts,
        author=str(message["user"]),
        text=str(message.get("text") or ""),
        edited_at=moment_of(str(edited)) if edited else None,
        files=tuple(_file(one) for one in message.get("files") or []),
        pictures=pictures_in(message),
    )


def _file(one: Mapping[str, Any]) -> dict[str, str]:
    """What is kept of a file: its id, its name, and the way to it. Where Slack hides it, only the id."""
    link = str(one.get("permalink") or "")
    return {
        "id": str(one.get("id") or ""),
        "name": heard(str(one.get("title") or one.get("name") or "")),
        "permalink": link if _FILE_LINK.match(link) else "",
    }


def moment_of(ts: str) -> datetime:
    """The moment that a message's ts stands for."""
    seconds, _, parts = ts.partition(".")
    return datetime.fromtimestamp(int(seconds), UTC).replace(microsecond=int((parts or "0")[:6].ljust(6, "0")))


def kept_words(message: Seen, organisation: Organisation) -> str:
    """What is kept of a message: colleagues it mentions by name, and nobody's details."""
    return heard(_MENTION.sub(lambda found: _called(found, organisation), message.text))[:MOST_WORDS]


def _called(found: re.Match[str], organisation: Organisation) -> str:
    person = organisation.people.get(found[1])
    return f"@{person.name}" if person else found[0]


# -- does it tell what is private?

_REFERENCE = re.compile(r"\b(?:[Mm][Ee][-\u2013]?|ME )0*(\d{1,9})\b")
_WORD = re.compile(r"\b[A-Z]{2,5}\b|[^\W\d_]{4,}")  # BBC, and any longer word
_NAME_COUNTS, _WORD_COUNTS, _ENOUGH = 2, 1, 3
ENOUGH_UNNAMED = 4
"""Where a message names no enquiry: the Courier, the fire and Larkfield."""
MOST_REFERENCES = 5


def references(text: str) -> tuple[int, ...]:
    """The enquiries that a message names, in order."""
    return tuple(dict.fromkeys(int(number) for number in _REFERENCE.findall(text)))[:MOST_REFERENCES]


def may_tell(text: str) -> bool:
    """Whether it is worth looking what a message in a channel may tell: it names an enquiry, or has somebody from the press in it."""
    if references(text):
        return True
    words = plain_words(text)
    return bool(outlet_in(words)) or read(words).reads == Reads.ENQUIRY


def tells(text: str, enquiry: Enquiry, enough: int = _ENOUGH) -> tuple[str, ...]:
    """The words by which a message that names an enquiry tells what it is about; empty where it does not.

    A word of the outlet's or the journalist's name counts two, any other word of the question that is no everyday word counts one,
    and three are enough: "ME-0042 is still open, and the Courier rang" tells nothing yet, "the Courier rang about Larkfield" does.
    """
    said = _rare(_REFERENCE.sub(" ", plain_words(text)))
    names = said & _rare(f"{enquiry.outlet} {enquiry.journalist}")
    words = (said & _rare(f"{enquiry.question} {enquiry.angle} {enquiry.said_already}")) - names
    if len(names) * _NAME_COUNTS + len(words) * _WORD_COUNTS < enough:
        return ()
    return tuple(sorted(names | words))


def _rare(text: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in _WORD.findall(text)) - COMMON
