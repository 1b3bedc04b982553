"""Where the log goes, and how much of it."""

import logging
import sys
import traceback
from collections.abc import Iterator
from types import TracebackType

_LEAST = {
    "slack_sdk": logging.WARNING,
    "slack_bolt": logging.ERROR,  # its warnings quote whole requests
    "sqlalchemy": logging.WARNING,
    "alembic": logging.WARNING,
    "apscheduler": logging.ERROR,  # a look that took longer than a second is no trouble: the next one finds all that is due
}
"""The least of a library's records that is worth a line, by the first part of its loggers' names."""


def log_to_stderr(level: str) -> None:
    """Log to standard error.

    Libraries stay quiet whatever the level: at DEBUG they write down whole payloads, and what people type about a
    restricted matter must never reach a log.
    """
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(WithoutWords("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    # At the handler: Bolt gives each of its loggers the root's level, so levels set on them do not last.
    handler.addFilter(_is_worth_a_line)
    logging.basicConfig(level=level, handlers=[handler], force=True)


class WithoutWords(logging.Formatter):
    """Of what went wrong the log says where and of which kind. What an error says of itself may be what somebody typed, and stays out."""

    def formatException(  # noqa: N802 - the library's name
        self, ei: tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]
    ) -> str:
        """The traceback, each error by its kind. What the machine says of files and the network is told too."""
        error = ei[1]
        return "\n".join(_told(error)) if error is not None else ""


def _told(error: BaseException) -> Iterator[str]:
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if before is not None:
        yield from _told(before)
        yield "which led to:"
    yield "".join(traceback.format_tb(error.__traceback__)).rstrip("\n")
    kind = f"{type(error).__module__}.{type(error).__qualname__}".removeprefix("builtins.")
    yield f"{kind}: {error.strerror}" if isinstance(error, OSError) and error.strerror else kind


def _is_worth_a_line(record: logging.LogRecord) -> bool:
    return record.levelno >= _LEAST.get(record.name.partition(".")[0], logging.NOTSET)
