"""Files with people's words in them: whole or not there at all, and readable by nobody else on the machine."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def because(error: Exception) -> str:
    """What the system says of a file, without its number; of anything else what it says itself."""
    said = error.strerror if isinstance(error, OSError) else None
    return said.lower() if said else str(error)


@contextmanager
def private_file(wanted: Path) -> Iterator[Path]:
    """A file to write to, which becomes the wanted one when all went well; what was written is gone when it did not."""
    part = wanted.with_name(f"{wanted.name}.part")
    part.unlink(missing_ok=True)
    part.touch(mode=0o600)
    try:
        yield part
        part.replace(wanted)
    finally:
        part.unlink(missing_ok=True)


def write_privately(wanted: Path, text: str) -> None:
    """Write a text to a private file."""
    with private_file(wanted) as file:
        file.write_text(text, encoding="utf-8")
