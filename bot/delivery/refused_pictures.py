"""A message without the pictures that Slack will not show: one that was deleted since, or that is none. The words go all the same."""

import re
from typing import Any

from slack_sdk.errors import SlackApiError

from bot.messages.message import Message

_PLACE = re.compile(r"/blocks/(\d+)\b")


def without_pictures(message: Message, error: Exception) -> Message | None:
    """The message without those that Slack names, or without any where it names none; None where there are none to leave out."""
    pictures = {at for at, block in enumerate(message.blocks) if "slack_file" in block}
    if not pictures:
        return None
    named = {int(place) for said in _said(error) for place in _PLACE.findall(said)} & pictures
    gone = named or pictures
    return Message(message.text, [block for at, block in enumerate(message.blocks) if at not in gone])


def _said(error: Exception) -> list[str]:
    """What Slack says of each thing that is wrong."""
    body: Any = error.response.data if isinstance(error, SlackApiError) else None
    return [str(one) for one in body.get("errors") or ()] if isinstance(body, dict) else []
