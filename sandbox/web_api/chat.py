"""Posting, editing and deleting the bot's messages."""

from sandbox.records import Channel, Json, Message
from sandbox.shapes import message_json
from sandbox.web_api.call import Call, SlackError, missing_field
from sandbox.web_api.content import MOST_TEXT, read_content, read_metadata, refuse_empty, shortened
from sandbox.web_api.places import message_in, refuse_unless_writable, seen, writable

MOST_UPDATED_TEXT = 4_000


def post_message(call: Call) -> Json:
    channel = writable(call)
    content = read_content(call)
    refuse_empty(content)
    content["text"] = shortened(call, content.get("text", ""))
    content |= _guise(call) | _thread(call, channel)
    if metadata := read_metadata(call):
        content["metadata"] = metadata
    message = call.workspace.post(channel, call.bot.id, **content)
    return {
        "channel": channel.id,
        "ts": message.ts,
        "message": message_json(message, call.workspace, with_metadata=True),
    }


def _guise(call: Call) -> Json:
    """Another name or picture for this one message, for which Slack wants a scope of its own."""
    given = {name: call.text(name) for name in ("username", "icon_emoji", "icon_url") if call.given(name)}
    if not given:
        return {}
    call.require_any(("chat:write.customize",))
    icons = {
        name.removeprefix("icon_").replace("url", "image_48"): value
        for name, value in given.items()
        if name != "username"
    }
    return {"username": given.get("username"), "icons": icons or None}


def _thread(call: Call, channel: Channel) -> Json:
    """Where in the channel the message goes. An answer to a reply joins the thread that the reply is in."""
    if not call.given("thread_ts"):
        return {}
    parent = channel.messages.get(call.text("thread_ts"))
    if parent is None or parent.ephemeral:
        raise SlackError("thread_not_found")
    return {"thread_ts": parent.thread_ts or parent.ts, "broadcast": call.flag("reply_broadcast")}


def post_ephemeral(call: Call) -> Json:
    if not call.given("user"):
        raise missing_field("user")
    channel = seen(call)
    if channel.archived:
        raise SlackError("is_archived")
    if call.bot.id not in channel.members:
        raise SlackError("not_in_channel")
    refuse_unless_writable(call, channel)
    if call.text("user") not in channel.members:
        raise SlackError("user_not_in_channel")
    content = read_content(call)
    refuse_empty(content)
    if len(content.get("text", "")) > MOST_TEXT:
        raise SlackError("msg_too_long")
    content = {"text": "", **content, **_guise(call), **_thread(call, channel)}
    content.pop("broadcast", None)
    return {"message_ts": call.workspace.post_ephemeral(channel, call.text("user"), **content).ts}


def update(call: Call) -> Json:
    channel = seen(call)
    message = message_in(channel, call.required("ts"))
    if message.user_id != call.bot.id:
        raise SlackError("cant_update_message")
    if channel.archived:
        raise SlackError("is_inactive")
    changed = _changes(call, message)
    call.workspace.edit(message, call.bot.id, flagged=not changed.get("blocks"), **changed)
    shown = message_json(message, call.workspace, with_metadata=True)
    return {"channel": channel.id, "ts": message.ts, "text": message.text, "message": shown}


def _changes(call: Call, message: Message) -> Json:
    """What the call changes: text without blocks takes the blocks away, attachments and metadata stay unless given."""
    changed, metadata = read_content(call), read_metadata(call)
    if len(changed.get("text", "")) > MOST_UPDATED_TEXT:
        raise SlackError("msg_too_long")
    if not changed and metadata is None:
        raise SlackError("no_text")
    if "text" in changed:
        changed.setdefault("blocks", [])
    if "blocks" in changed:
        changed["blocks"] = changed["blocks"] or None
    if metadata is not None:
        changed["metadata"] = metadata or None
    after = {name: changed.get(name, getattr(message, name)) for name in ("text", "blocks", "attachments")}
    refuse_empty(after)
    return changed


def delete(call: Call) -> Json:
    channel = seen(call)
    message = message_in(channel, call.required("ts"))
    if message.user_id != call.bot.id:
        raise SlackError("cant_delete_message")
    call.workspace.delete(message)
    return {"channel": channel.id, "ts": message.ts}


def get_permalink(call: Call) -> Json:
    channel = seen(call)
    message = message_in(channel, call.required("message_ts"))
    return {"channel": channel.id, "permalink": permalink(call, message)}


def permalink(call: Call, message: Message) -> str:
    """Where a browser finds the message; one in a thread carries the thread along."""
    link = f"{call.workspace.team.url}archives/{message.channel_id}/p{message.ts.replace('.', '')}"
    return f"{link}?thread_ts={message.thread_ts}&cid={message.channel_id}" if message.is_reply else link
