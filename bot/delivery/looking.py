"""Looking whether a message is in Slack already, when we cannot know: after a crash, or an answer that never came.

Each post carries its delivery's random id as metadata, under one event type; the id and nothing else, since metadata is visible to
every app and member.
"""

from collections.abc import Iterator
from typing import Any

from slack_sdk import WebClient

from storage.delivery import Delivery

EVENT_TYPE = "close_ties_delivery"
PAGES = 5
PAGE = 200


def mark_of(delivery: Delivery) -> dict[str, object]:
    """The metadata that a delivery's post carries."""
    return {"event_type": EVENT_TYPE, "event_payload": {"id": delivery.random_id}}


def find(client: WebClient, delivery: Delivery, thread_ts: str | None) -> tuple[str, str] | None:
    """(channel, ts) of the delivery's message where it stands in Slack, or None. Raises what slack_sdk raises."""
    channel = channel_of(client, delivery.lane)
    for message in recent(client, channel, thread_ts):
        metadata = message.get("metadata") or {}
        if (
            metadata.get("event_type") == EVENT_TYPE
            and metadata.get("event_payload", {}).get("id") == delivery.random_id
        ):
            return channel, str(message["ts"])
    return None


def channel_of(client: WebClient, lane: str) -> str:
    """The channel that a lane means: of a person, their direct messages."""
    if not lane.startswith(("U", "W")):
        return lane
    opened: dict[str, Any] = client.conversations_open(users=lane).data  # type: ignore[assignment]  # always a dict here
    return str(opened["channel"]["id"])


def recent(client: WebClient, channel: str, thread_ts: str | None) -> Iterator[dict[str, Any]]:
    """What was said there of late, in the channel or in one thread. Raises what slack_sdk raises."""
    cursor = ""
    for _ in range(PAGES):
        if thread_ts:
            page = client.conversations_replies(
                channel=channel, ts=thread_ts, include_all_metadata=True, limit=PAGE, cursor=cursor
            )
        else:
            page = client.conversations_history(channel=channel, include_all_metadata=True, limit=PAGE, cursor=cursor)
        yield from page["messages"]
        cursor = (page.get("response_metadata") or {}).get("next_cursor", "")
        if not cursor:
            return
