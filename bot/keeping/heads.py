"""The trail's head, written down elsewhere: whoever can rewrite a database can rewrite its whole chain, but not a note in a safe."""

import json
import re
from dataclasses import asdict, dataclass
from pathlib import Path

from sqlalchemy.orm import Session

from bot.keeping.papers import because
from storage.audit import entry_with_hash, head_of

_HASH = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Head:
    """How many entries there were, and the last one's hash. `entries` is 0 where only the hash was noted."""

    entries: int
    hash: str


class NoHead(ValueError):  # noqa: N818 - a thing to put right
    """It is not a noted head, in words that can be shown."""


def present_head(session: Session) -> Head:
    """Where the trail stands now."""
    return Head(*head_of(session))


def head_from_hash(typed: str) -> Head:
    """A head of which only the hash was written down. Raises `NoHead`."""
    if not _HASH.fullmatch(typed.strip().lower()):
        raise NoHead("A head's hash is 64 characters, each a digit or a letter from a to f.")
    return Head(0, typed.strip().lower())


def head_from_file(file: Path) -> Head:
    """A head as `--note` wrote it. Raises `NoHead`."""
    try:
        written = json.loads(file.read_text(encoding="utf-8"))
        return Head(int(written["entries"]), head_from_hash(str(written["hash"])).hash)
    except (OSError, ValueError, KeyError, TypeError) as refused:
        raise NoHead(f"{file} cannot be read as a noted head: {because(refused)}") from refused


def note(head: Head, file: Path) -> None:
    """Write a head to a file, to be kept away from the database."""
    file.write_text(json.dumps(asdict(head)) + "\n", encoding="utf-8")


def compare(session: Session, noted: Head) -> str:
    """A sentence when the noted head is not in the trail where it was; "" when it is."""
    found = entry_with_hash(session, noted.hash)
    if found is None:
        where = f"entry {noted.entries}" if noted.entries else "an entry"
        return f"The trail has no entry with the hash that was noted for {where}: it was cut back or written anew."
    if noted.entries and found.id != noted.entries:
        return (
            f"The hash that was noted for entry {noted.entries} is entry {found.id}'s now: the trail was written anew."
        )
    return ""
