"""A message ready for Slack: the sentence that is read aloud or shown in a notification, and the blocks."""

from dataclasses import dataclass, field
from typing import Any


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
