"""A week after a digest: how many reactions and replies it had, asked of Slack once."""

import logging
from dataclasses import dataclass
from typing import Any

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.desk import digest_follow
from bot.desk.work import Desk
from bot.slack_errors import NETWORK_ERRORS

log = logging.getLogger("close_ties.applause")

SECONDS_BETWEEN = 60
PAGE = 200


@dataclass(frozen=True, slots=True)
class Applause:
    """Reads the thread of each digest's post. Reactions come with the messages, so that no other permission is needed."""

    client: WebClient

    def tick(self, desk: Desk) -> int:
        """Count what is due; how many digests were counted. What Slack would not tell is asked again."""
        return sum(self._count(desk, digest_id, places) for digest_id, places in digest_follow.to_be_counted(desk))

    def _count(self, desk: Desk, digest_id: int, places: list[tuple[str, str]]) -> bool:
        try:
            messages = self._thread(*places[0]) if places else []
        except (SlackApiError, *NETWORK_ERRORS) as error:
            log.info("digest %s could not be counted: %s", digest_id, type(error).__name__)
            return False
        ours = {ts for _, ts in places}
        reactions = sum(_reactions(one) for one in messages if one.get("ts") in ours)
        replies = sum(one.get("ts") not in ours and not one.get("bot_id") for one in messages)
        return digest_follow.counted(desk, digest_id, reactions, replies)

    def _thread(self, channel: str, ts: str) -> list[dict[str, Any]]:
        """The post and everything in its thread."""
        found: list[dict[str, Any]] = []
        cursor = ""
        while True:
            page: dict[str, Any] = self.client.conversations_replies(
                channel=channel, ts=ts, limit=PAGE, cursor=cursor
            ).data  # type: ignore[assignment]  # a dict, but for files
            found += page["messages"]
            cursor = str((page.get("response_metadata") or {}).get("next_cursor") or "")
            if not cursor:
                return found


def _reactions(message: dict[str, Any]) -> int:
    return sum(int(one.get("count", 0)) for one in message.get("reactions") or ())
