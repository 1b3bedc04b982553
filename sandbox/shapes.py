"""People, channels, messages and files in the JSON shapes that Slack gives them."""

import mimetypes
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from sandbox.records import Channel, ChannelKind, File, Json, Message, Person

if TYPE_CHECKING:
    from sandbox.workspace import Workspace


def person_json(person: Person, workspace: "Workspace", *, with_email: bool = False) -> Json:
    profile: Json = {
        "title": person.title,
        "real_name": person.real_name,
        "real_name_normalized": person.real_name,
        "display_name": person.name if person.is_human else "",
        "display_name_normalized": person.name if person.is_human else "",
        "status_text": person.status_text,
        "status_emoji": person.status_emoji,
        "status_expiration": person.status_expiration,
        "team": workspace.team.id,
    }
    if with_email and person.email:
        profile["email"] = person.email
    if person.bot_id:
        profile |= {"bot_id": person.bot_id, "api_app_id": person.app_id or ""}
    answer: Json = {"id": person.id, "team_id": workspace.team.id, "name": person.name, "deleted": person.deactivated}
    if not person.deactivated:
        answer |= {"color": "9f69e7", "real_name": person.real_name, **_zone(person, workspace)}
        answer |= {"is_admin": person.admin, "is_owner": False, "is_primary_owner": False}
        answer |= {"is_restricted": person.guest, "is_ultra_restricted": False}
    return answer | {"profile": profile, "is_bot": person.is_bot, "is_app_user": False, "updated": person.updated}


def _zone(person: Person, workspace: "Workspace") -> Json:
    local = workspace.clock.now().astimezone(ZoneInfo(person.tz))
    offset = local.utcoffset()
    seconds = int(offset.total_seconds()) if offset is not None else 0
    return {"tz": person.tz, "tz_label": local.tzname() or person.tz, "tz_offset": seconds}


def channel_json(channel: Channel, workspace: "Workspace", viewer_id: str) -> Json:
    """A conversation as the bot sees it; direct messages have their own, shorter shape."""
    if channel.is_im:
        return _im_json(channel, workspace, viewer_id)
    kind = channel.kind
    return {
        "id": channel.id,
        "name": channel.name,
        "name_normalized": channel.name,
        "is_channel": kind is ChannelKind.PUBLIC,
        "is_group": kind is ChannelKind.PRIVATE,
        "is_im": False,
        "is_mpim": kind is ChannelKind.MPIM,
        "is_private": channel.is_private,
        "is_general": channel.name == "general",
        "is_archived": channel.archived,
        "is_member": viewer_id in channel.members,
        "is_shared": channel.shared,
        "is_ext_shared": channel.shared,
        "is_org_shared": False,
        "is_pending_ext_shared": False,
        "pending_shared": [],
        "shared_team_ids": [workspace.team.id],
        "context_team_id": workspace.team.id,
        "created": channel.created,
        "creator": channel.creator,
        "unlinked": 0,
        "updated": channel.created * 1000,
        "parent_conversation": None,
        "topic": _set_text(channel.topic, channel),
        "purpose": _set_text(channel.purpose, channel),
        "previous_names": [],
    }


def _set_text(value: str, channel: Channel) -> Json:
    if not value:
        return {"value": "", "creator": "", "last_set": 0}
    return {"value": value, "creator": channel.creator, "last_set": channel.created}


def _im_json(channel: Channel, workspace: "Workspace", viewer_id: str) -> Json:
    other = channel.other_than(viewer_id)
    return {
        "id": channel.id,
        "created": channel.created,
        "is_archived": False,
        "is_im": True,
        "is_org_shared": False,
        "is_user_deleted": workspace.people[other].deactivated,
        "context_team_id": workspace.team.id,
        "user": other,
        "is_open": True,
        "priority": 0,
    }


def message_json(message: Message, workspace: "Workspace", *, with_metadata: bool = False) -> Json:
    """A message as history and events show it; the first of a thread carries its count of replies."""
    answer: Json = {"type": "message"}
    if message.subtype:
        answer["subtype"] = message.subtype
    if message.user_id and message.subtype != "bot_message":
        answer["user"] = message.user_id
    answer |= {"text": message.text, "ts": message.ts, "team": workspace.team.id}
    if message.client_msg_id:
        answer["client_msg_id"] = message.client_msg_id
    if message.bot_id:
        answer |= _author_of_bot_message(message, workspace)
    for key in ("blocks", "attachments", "edited", "username", "icons", "inviter"):
        if (value := getattr(message, key)) is not None:
            answer[key] = value
    if with_metadata and message.metadata:
        answer["metadata"] = message.metadata
    if message.file_ids:
        answer |= {"files": [file_json(workspace.files[i], workspace) for i in message.file_ids], "upload": False}
    if message.reactions:
        answer["reactions"] = reactions_json(message)
    if message.ephemeral:
        answer["is_ephemeral"] = True
    return answer | _thread_json(message, workspace.channels[message.channel_id])


def _author_of_bot_message(message: Message, workspace: "Workspace") -> Json:
    app = workspace.app
    if message.subtype == "bot_message" or app is None:
        return {"bot_id": message.bot_id}
    profile = {
        "id": app.bot_id,
        "app_id": app.id,
        "name": app.name,
        "icons": {},
        "deleted": False,
        "updated": 0,
        "team_id": workspace.team.id,
    }
    return {"bot_id": message.bot_id, "app_id": app.id, "bot_profile": profile}


def reactions_json(message: Message) -> list[Json]:
    return [{"name": name, "users": list(who), "count": len(who)} for name, who in message.reactions.items()]


def _thread_json(message: Message, channel: Channel) -> Json:
    if message.is_reply:
        parent = channel.messages.get(message.thread_ts or "")
        return {"thread_ts": message.thread_ts, **({"parent_user_id": parent.user_id} if parent else {})}
    replies = [channel.messages[ts] for ts in channel.replies.get(message.ts, ())]
    if not replies:
        return {}
    people = list(dict.fromkeys(reply.user_id for reply in replies if reply.user_id))
    return {
        "thread_ts": message.ts,
        "reply_count": len(replies),
        "reply_users_count": len(people),
        "latest_reply": replies[-1].ts,
        "reply_users": people,
        "is_locked": False,
        "subscribed": False,
    }


def file_json(file: File, workspace: "Workspace") -> Json:
    stem = f"{workspace.files_url}{workspace.team.id}-{file.id}/"
    kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    extension = file.name.rpartition(".")[2].lower() if "." in file.name else "binary"
    places = [workspace.channels[channel_id] for channel_id, _ in file.shares]
    return {
        "id": file.id,
        "created": file.created,
        "timestamp": file.created,
        "name": file.name,
        "title": file.title or file.name,
        "mimetype": kind,
        "filetype": extension,
        "pretty_type": extension.upper(),
        "user": file.owner_id,
        "user_team": workspace.team.id,
        "editable": False,
        "size": file.size,
        "mode": "hosted",
        "is_external": False,
        "external_type": "",
        "is_public": any(place.kind is ChannelKind.PUBLIC for place in places),
        "public_url_shared": False,
        "display_as_bot": False,
        "username": "",
        "url_private": f"{stem}{file.name}",
        "url_private_download": f"{stem}download/{file.name}",
        "permalink": f"{workspace.team.url}files/{file.owner_id}/{file.id}/{file.name}",
        "alt_txt": file.alt_text,
        "channels": _ids(place for place in places if place.kind is ChannelKind.PUBLIC),
        "groups": _ids(place for place in places if place.kind in (ChannelKind.PRIVATE, ChannelKind.MPIM)),
        "ims": _ids(place for place in places if place.is_im),
        "shares": _shares_json(file, workspace),
        "has_rich_preview": False,
        "file_access": "visible",
    }


def _ids(places: Iterable[Channel]) -> list[str]:
    return list(dict.fromkeys(place.id for place in places))


def _shares_json(file: File, workspace: "Workspace") -> Json:
    shares: dict[str, dict[str, list[Json]]] = {}
    for channel_id, ts in file.shares:
        channel = workspace.channels[channel_id]
        group = shares.setdefault("private" if channel.is_private else "public", {})
        share: Json = {
            "ts": ts,
            "channel_name": channel.name,
            "team_id": workspace.team.id,
            "share_user_id": file.owner_id,
        }
        message = channel.messages.get(ts)
        if message is not None and message.thread_ts:
            share["thread_ts"] = message.thread_ts
        group.setdefault(channel_id, []).append(share)
    return shares


def seconds_of(moment: datetime) -> int:
    """Whole Unix seconds of an aware time."""
    return int(moment.astimezone(UTC).timestamp())
