"""Where the log goes, and how much of it."""

import logging
import sys

_TALKATIVE = ("slack_sdk", "slack_bolt", "sqlalchemy", "alembic", "apscheduler")


def log_to_stderr(level: str) -> None:
    """Log to standard error.

    Libraries stay at WARNING whatever the level: at DEBUG they write down whole payloads, and what people type about a
    restricted matter must never reach a log.
    """
    logging.basicConfig(
        level=level, stream=sys.stderr, format="%(asctime)s %(levelname)s %(name)s: %(message)s", force=True
    )
    for name in _TALKATIVE:
        logging.getLogger(name).setLevel(logging.WARNING)
