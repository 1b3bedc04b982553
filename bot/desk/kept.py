"""What somebody wrote, as it is kept for two days: the words, the pictures beside them by their ids, and the thread that they stand in."""

import json
from dataclasses import dataclass

_APART = "\x1e"
"""Between the words and the rest: nobody types it."""


@dataclass(frozen=True, slots=True)
class Kept:
    """Words with what belongs to them."""

    words: str
    files: tuple[str, ...] = ()
    thread_ts: str = ""

    def packed(self) -> str:
        """As one text."""
        words = self.words.replace(_APART, "")
        if not (self.files or self.thread_ts):
            return words
        return words + _APART + json.dumps({"files": self.files, "thread": self.thread_ts})

    @classmethod
    def unpacked(cls, text: str) -> "Kept":
        """From one text."""
        words, _, rest = text.partition(_APART)
        more = json.loads(rest) if rest else {}
        return cls(words, tuple(more.get("files", ())), more.get("thread", ""))
