"""Whether a person can still be reached. Slack takes a message to someone whose account is switched off, and nobody reads it."""

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.slack_errors import NETWORK_ERRORS

log = logging.getLogger("close_ties.delivery")

KEPT_FOR = 600.0  # seconds that an answer is believed


@dataclass(slots=True)
class Reach:
    """Asks Slack once in ten minutes for each person. Time is the machine's monotonic time, in seconds."""

    client: WebClient
    monotonic: Callable[[], float] = time.monotonic
    _known: dict[str, tuple[float, bool]] = field(default_factory=dict)

    def is_switched_off(self, lane: str) -> bool:
        """Whether this lane is a person whose account is switched off. When Slack cannot be asked, the message itself will tell."""
        if not lane.startswith(("U", "W")):
            return False
        asked, off = self._known.get(lane, (-KEPT_FOR, False))
        if self.monotonic() - asked < KEPT_FOR:
            return off
        try:
            answer: dict[str, Any] = self.client.users_info(user=lane).data  # type: ignore[assignment]  # always a dict here
        except (SlackApiError, *NETWORK_ERRORS) as error:
            log.info("whether %s can be reached could not be asked: %s", lane, type(error).__name__)
            return False
        off = bool(answer["user"].get("deleted"))
        self._known[lane] = (self.monotonic(), off)
        return off
