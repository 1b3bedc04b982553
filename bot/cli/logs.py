"""Where the log goes, and how much of it."""

import logging
import sys

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
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    # At the handler: Bolt gives each of its loggers the root's level, so levels set on them do not last.
    handler.addFilter(_is_worth_a_line)
    logging.basicConfig(level=level, handlers=[handler], force=True)


def _is_worth_a_line(record: logging.LogRecord) -> bool:
    return record.levelno >= _LEAST.get(record.name.partition(".")[0], logging.NOTSET)
