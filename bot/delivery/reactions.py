"""Asking whoever wrote a message that a colleague marked as good news. The message is read here, not where the reaction was heard."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from sqlalchemy.orm import Session

from bot.desk import reactions
from bot.desk.kept import Kept
from bot.desk.work import Desk
from bot.messages import doors, reacted
from bot.messages.message import Message
from bot.rules.pictures import pictures_in
from bot.rules.thread_notes import WRITTEN
from storage.delivery import Delivery
from storage.kinds import DeliveryKind
from storage.notes import kept_words
from storage.story import reference_of

_NOT_FOR_US = frozenset(
    {"channel_not_found", "not_in_channel", "thread_not_found", "message_not_found", "is_archived", "missing_scope"}
)


def look(client: WebClient, desk: Desk, delivery: Delivery) -> None:
    """Read the message, once. Raises what slack_sdk raises, where Slack could not be asked."""
    if delivery.kind != DeliveryKind.REACTED:
        return
    words_id, channel, ts, *_ = delivery.detail.split()
    if reactions.not_read_yet(desk, words_id, delivery.lane):
        message = _message(client, channel, ts)
        reactions.found(desk, words_id, _kept(message, delivery.lane) if message else None)


def _message(client: WebClient, channel: str, ts: str) -> Mapping[str, Any] | None:
    """The message at this place, at the top level or in a thread."""
    try:
        there = client.conversations_history(channel=channel, latest=ts, inclusive=True, limit=1)
        return _of(there["messages"], ts) or _of(client.conversations_replies(channel=channel, ts=ts)["messages"], ts)
    except SlackApiError as error:
        if error.response.get("error") in _NOT_FOR_US:
            return None
        raise


def _of(messages: Iterable[Mapping[str, Any]], ts: str) -> Mapping[str, Any] | None:
    return next((one for one in messages if one["ts"] == ts), None)


def _kept(message: Mapping[str, Any], author: str) -> Kept | None:
    """What a person wrote; what an app posted is nobody's to suggest."""
    if message.get("bot_id") or message.get("subtype") not in WRITTEN or message.get("user") != author:
        return None
    thread_ts = str(message.get("thread_ts") or "")
    return Kept(str(message.get("text") or ""), pictures_in(message), thread_ts)


def asked(_desk: Desk, session: Session, delivery: Delivery, _now: datetime) -> Message | None:
    """Shall it be suggested? Or what they answered."""
    words_id, channel, ts, *answer = delivery.detail.split()
    if answer[:1] == [reactions.SENT]:
        return reacted.sent(reference_of(int(answer[1])))
    if answer[:1] == [reactions.DRAFT]:
        return doors.put_aside(int(answer[1]))
    if answer[:1] == [reactions.THROWN]:
        return doors.thrown_away()
    if answer:
        return reacted.answered(reactions.Answer(answer[0]) == reactions.Answer.NEVER)
    kept = kept_words(session, words_id, delivery.lane)
    if not kept:
        return None
    return reacted.asked(words_id, channel, ts, Kept.unpacked(kept).thread_ts)
