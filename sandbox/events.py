"""What happens in a workspace, in the shapes that the Events API gives it."""

from typing import TYPE_CHECKING

from sandbox.records import Channel, Json, Message
from sandbox.shapes import message_json

if TYPE_CHECKING:
    from sandbox.workspace import Workspace


def said(message: Message, workspace: "Workspace") -> list[Json]:
    """A new message; a mention of the app and each shared file are told of as well."""
    channel = workspace.channels[message.channel_id]
    event = message_json(message, workspace, with_metadata=True) | {"channel": channel.id, "event_ts": message.ts}
    told = [{**event, "channel_type": channel.event_kind}]
    if _mentions_app(message, workspace) and not channel.is_im:
        told.append({key: value for key, value in event.items() if key != "subtype"} | {"type": "app_mention"})
    return told + [_file_shared(file_id, message) for file_id in message.file_ids]


def _mentions_app(message: Message, workspace: "Workspace") -> bool:
    bot_id = workspace.app.bot_user_id if workspace.app else None
    return bot_id is not None and message.user_id != bot_id and f"<@{bot_id}" in message.text


def _file_shared(file_id: str, message: Message) -> Json:
    event = {"type": "file_shared", "file_id": file_id, "file": {"id": file_id}}
    return {**event, "user_id": message.user_id, "channel_id": message.channel_id}


def changed(message: Message, before: Json, workspace: "Workspace") -> Json:
    """An edit; `before` is the message as it was."""
    fields = {"message": message_json(message, workspace), "previous_message": before}
    return _hidden(message, "message_changed", workspace) | fields


def deleted(message: Message, before: Json, workspace: "Workspace") -> Json:
    """A deletion; `before` is the message as it was."""
    return _hidden(message, "message_deleted", workspace) | {"deleted_ts": message.ts, "previous_message": before}


def _hidden(message: Message, subtype: str, workspace: "Workspace") -> Json:
    channel, ts = workspace.channels[message.channel_id], workspace.new_ts()
    event: Json = {"type": "message", "subtype": subtype, "hidden": True, "ts": ts, "event_ts": ts}
    return event | {"channel": channel.id, "channel_type": channel.event_kind}


def reacted(message: Message, person_id: str, name: str, *, removed: bool) -> Json:
    event: Json = {"type": f"reaction_{'removed' if removed else 'added'}", "user": person_id, "reaction": name}
    if message.user_id:
        event["item_user"] = message.user_id
    return event | {"item": {"type": "message", "channel": message.channel_id, "ts": message.ts}}


def joined(channel: Channel, person_id: str, workspace: "Workspace", inviter: str | None) -> Json:
    invited = {"inviter": inviter} if inviter else {}
    return _moved("member_joined_channel", channel, person_id, workspace) | invited


def left(channel: Channel, person_id: str, workspace: "Workspace") -> Json:
    return _moved("member_left_channel", channel, person_id, workspace)


def _moved(kind: str, channel: Channel, person_id: str, workspace: "Workspace") -> Json:
    place = {"channel": channel.id, "channel_type": "G" if channel.is_private else "C"}
    return {"type": kind, "user": person_id, **place, "team": workspace.team.id}
