"""Conversations: opening direct messages, finding channels and their members, joining and inviting."""

from collections.abc import Callable

from sandbox.records import Channel, ChannelKind, Json, Person
from sandbox.scopes import INVITE, OPEN, READ
from sandbox.shapes import channel_json
from sandbox.web_api.call import Call, SlackError, missing_field
from sandbox.web_api.paging import page
from sandbox.web_api.places import joined, seen, visible

MOST_IN_A_GROUP = 8
MOST_INVITED = 100


def open_(call: Call) -> Json:
    """Open the direct or group message with the people given, or one that is there already by its id."""
    if call.given("channel"):
        return _opened(call, joined(call), already=True)
    ids = call.names("users")
    if not ids:
        raise SlackError("users_list_not_supplied")
    if len(ids) > MOST_IN_A_GROUP:
        raise SlackError("too_many_users")
    people = [_open_to(call, person_id) for person_id in dict.fromkeys(ids)]
    known = set(call.workspace.channels)
    if len(people) == 1:
        call.require_for(ChannelKind.IM, OPEN)
        channel = call.workspace.open_dm(call.bot.id, people[0].id)
    else:
        call.require_for(ChannelKind.MPIM, OPEN)
        channel = call.workspace.open_group([call.bot.id, *(person.id for person in people)])
    return _opened(call, channel, already=channel.id in known)


def _open_to(call: Call, person_id: str) -> Person:
    person = call.workspace.people.get(person_id)
    if person is None:
        raise SlackError("user_not_found")
    if not person.is_human:
        raise SlackError("cannot_dm_bot")
    if person.deactivated:
        raise SlackError("user_disabled")
    return person


def _opened(call: Call, channel: Channel, *, already: bool) -> Json:
    shown = channel_json(channel, call.workspace, call.bot.id) if call.flag("return_im") else {"id": channel.id}
    return {**({"no_op": True, "already_open": True} if already else {}), "channel": shown}


def info(call: Call) -> Json:
    channel = seen(call)
    call.require_for(channel.kind, READ)
    shown = channel_json(channel, call.workspace, call.bot.id)
    if call.flag("include_num_members"):
        shown["num_members"] = len(channel.members)
    return {"channel": shown}


def list_(call: Call) -> Json:
    """Every public channel, and of the other kinds asked for those that the bot is in."""
    shown, metadata = _asked_for(call, lambda channel: visible(call, channel))
    channels = [channel_json(channel, call.workspace, call.bot.id) | _count(channel) for channel in shown]
    return {"channels": channels, "response_metadata": metadata}


def of_the_bot(call: Call) -> Json:
    """The conversations that the bot is in, of the kinds asked for."""
    shown, metadata = _asked_for(call, lambda channel: call.bot.id in channel.members)
    channels = [channel_json(channel, call.workspace, call.bot.id) for channel in shown]
    return {"channels": channels, "response_metadata": metadata}


def _asked_for(call: Call, among: Callable[[Channel], bool]) -> tuple[list[Channel], Json]:
    """One page of the conversations of the kinds asked for that are among these."""
    kinds = _kinds(call)
    for kind in kinds:
        call.require_for(kind, READ)
    archived = not call.flag("exclude_archived")
    found = [
        channel
        for channel in call.workspace.channels.values()
        if channel.kind in kinds and among(channel) and (archived or not channel.archived)
    ]
    return page(call, found, default=100)


def _count(channel: Channel) -> Json:
    return {} if channel.is_im else {"num_members": len(channel.members)}


def _kinds(call: Call) -> list[ChannelKind]:
    names = call.names("types") or [ChannelKind.PUBLIC.value]
    try:
        return [ChannelKind(name) for name in names]
    except ValueError as wrong:
        raise SlackError("invalid_types") from wrong


def members(call: Call) -> Json:
    channel = seen(call)
    call.require_for(channel.kind, READ)
    shown, metadata = page(call, channel.members, default=100)
    return {"members": shown, "response_metadata": metadata}


def join(call: Call) -> Json:
    channel = seen(call)
    if channel.kind is not ChannelKind.PUBLIC:
        raise SlackError("method_not_supported_for_channel_type")
    if channel.archived:
        raise SlackError("is_archived")
    if call.bot.id in channel.members:
        call.warnings.append("already_in_channel")
    else:
        call.workspace.join(channel, call.bot.id)
    return {"channel": channel_json(channel, call.workspace, call.bot.id)}


def invite(call: Call) -> Json:
    """Bring people into a channel that the bot is in: all of them or, unless `force` is given, none."""
    channel = seen(call)
    if channel.kind not in INVITE:
        raise SlackError("method_not_supported_for_channel_type")
    call.require_any(INVITE[channel.kind])
    if not call.names("users"):
        raise missing_field("users")
    if channel.archived:
        raise SlackError("is_archived")
    if call.bot.id not in channel.members:
        raise SlackError("not_in_channel")
    refused = {person_id: why for person_id in call.names("users") if (why := _why_not(call, channel, person_id))}
    welcome = [person_id for person_id in call.names("users") if person_id not in refused]
    if refused and not (welcome and call.flag("force")):
        errors = [{"user": person_id, "ok": False, "error": why} for person_id, why in refused.items()]
        raise SlackError(next(iter(refused.values())), errors=errors)
    for person_id in welcome:
        call.workspace.join(channel, person_id, inviter=call.bot.id)
    return {"channel": channel_json(channel, call.workspace, call.bot.id)}


def _why_not(call: Call, channel: Channel, person_id: str) -> str | None:
    person = call.workspace.people.get(person_id)
    if person is None:
        return "user_not_found"
    if person.id == call.bot.id:
        return "cant_invite_self"
    if person.id in channel.members:
        return "already_in_channel"
    if len(call.names("users")) > MOST_INVITED:
        return "too_many_users"
    return "cant_invite" if person.deactivated or not person.is_human else None
