"""Asking Slack about a story's pictures before something is said of them. Their ids are all that we keep."""

from itertools import groupby
from typing import Any

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.desk import pictures
from bot.desk.pictures import Found
from bot.desk.work import Desk
from storage.delivery import Delivery
from storage.kinds import DeliveryKind

SHOWING = frozenset(
    {
        DeliveryKind.PICTURES,
        DeliveryKind.DIGEST,
        DeliveryKind.DIGEST_PART,
        DeliveryKind.DIGEST_PREVIEW,
        DeliveryKind.DIGEST_PREVIEW_PART,
    }
)
"""What is said only after Slack was asked."""

_NOT_THERE = frozenset({"file_not_found", "file_deleted", "access_denied", "not_visible"})
_NO_FILE_ANY_MORE = frozenset({"tombstone", "hidden_by_limit"})


def look(client: WebClient, desk: Desk, delivery: Delivery) -> None:
    """Look at the pictures that a delivery is about. Raises what slack_sdk raises, where Slack could not be asked."""
    if delivery.kind not in SHOWING:
        return
    there = pictures.to_look_at(desk, delivery.subject, delivery.subject_id)
    for story_id, several in groupby(there, key=lambda one: one.story_id):
        pictures.looked(desk, story_id, {one.file: _found(client, one.file) for one in several})


def _found(client: WebClient, file: str) -> Found | None:
    try:
        answer: dict[str, Any] = client.files_info(file=file).data  # type: ignore[assignment]  # always a dict here
    except SlackApiError as error:
        if error.response.get("error") in _NOT_THERE:
            return None
        raise
    info = answer["file"]
    if info.get("mode") in _NO_FILE_ANY_MORE or info.get("is_deleted"):
        return None
    return Found(str(info.get("mimetype") or ""), int(info.get("size") or 0))
