"""A message ready for Slack: the sentence that is read aloud or shown in a notification, and the blocks."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

MOST_SAID = 2_900  # of the sentence that is read aloud: Slack takes four thousand characters


@dataclass(frozen=True, slots=True)
class Message:
    """`text` says in mrkdwn what the blocks show; `blocks` is Block Kit. Nobody edits either after it is built."""

    text: str
    blocks: list[dict[str, Any]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Whisper:
    """A message in a channel that one person sees there: best effort, never edited, gone when their Slack starts anew."""

    message: Message
    person: str
    thread_ts: str = ""


@dataclass(frozen=True, slots=True)
class File:
    """A file to share, as it is called there."""

    name: str
    title: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Files:
    """Files shared in one message, with a sentence. No files: what stood is taken away."""

    text: str
    files: tuple[File, ...] = ()


def within(sentences: Iterable[str], most: int = MOST_SAID) -> str:
    """As many whole sentences as are read aloud in one breath of Slack's."""
    kept: list[str] = []
    for one in sentences:
        if sum(map(len, kept)) + len(kept) + len(one) > most:
            break
        kept.append(one)
    return " ".join(kept)
