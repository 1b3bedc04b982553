"""Reading what was said: a channel's history, and a thread."""

import re

from sandbox.records import Channel, Json, Message
from sandbox.scopes import HISTORY
from sandbox.shapes import message_json
from sandbox.web_api.call import Call, SlackError
from sandbox.web_api.paging import page
from sandbox.web_api.places import joined

_TS = re.compile(r"\d+(\.\d+)?")
MOST_OF_HISTORY = 999


def history(call: Call) -> Json:
    """The latest messages first; replies stay in their threads unless they were broadcast."""
    channel = _readable(call)
    within = _window(call)
    found = [message for message in reversed(channel.messages.values()) if _in_channel(message) and within(message.ts)]
    shown, metadata = page(call, found, default=100, most=MOST_OF_HISTORY)
    more = bool(metadata["next_cursor"])
    answer: Json = {"messages": _shown(call, shown), "has_more": more, "pin_count": 0}
    answer |= {"channel_actions_ts": None, "channel_actions_count": 0}
    if call.given("latest"):
        answer["latest"] = call.text("latest")
    return {**answer, **({"response_metadata": metadata} if more else {})}


def replies(call: Call) -> Json:
    """A thread from its first message on, by the ts of any message in it."""
    channel = _readable(call)
    asked = channel.messages.get(call.required("ts"))
    if asked is None or asked.ephemeral:
        raise SlackError("thread_not_found")
    parent = channel.messages.get(asked.thread_ts or asked.ts, asked)
    within = _window(call)
    thread = [channel.messages[ts] for ts in channel.replies.get(parent.ts, ())]
    found = [parent, *(message for message in thread if within(message.ts))]
    shown, metadata = page(call, found, default=1000)
    more = bool(metadata["next_cursor"])
    return {"messages": _shown(call, shown), "has_more": more, **({"response_metadata": metadata} if more else {})}


def _readable(call: Call) -> Channel:
    channel = joined(call)
    call.require_for(channel.kind, HISTORY)
    return channel


def _in_channel(message: Message) -> bool:
    return not message.ephemeral and (not message.is_reply or message.broadcast)


def _shown(call: Call, messages: list[Message]) -> list[Json]:
    with_metadata = call.flag("include_all_metadata")
    return [message_json(message, call.workspace, with_metadata=with_metadata) for message in messages]


class _window:  # noqa: N801 - called like a function
    """Whether a ts lies between `oldest` and `latest`; the ends count only when `inclusive`."""

    def __init__(self, call: Call) -> None:
        self.oldest, self.latest = _bound(call, "oldest"), _bound(call, "latest")
        self.inclusive = call.flag("inclusive")

    def __call__(self, ts: str) -> bool:
        at = _micros(ts)
        if self.inclusive and at in (self.oldest, self.latest):
            return True
        return (self.oldest is None or at > self.oldest) and (self.latest is None or at < self.latest)


def _bound(call: Call, name: str) -> int | None:
    if not call.given(name) or call.text(name) == "now":
        return None
    if not _TS.fullmatch(call.text(name)):
        raise SlackError(f"invalid_ts_{name}")
    return _micros(call.text(name))


def _micros(ts: str) -> int:
    seconds, _, fraction = ts.partition(".")
    return int(seconds) * 1_000_000 + int(fraction.ljust(6, "0")[:6] or 0)
