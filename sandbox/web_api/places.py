"""Which conversations the bot may see, read and write to, and how Slack refuses the others."""

import re

from sandbox.records import SLACKBOT, Channel, ChannelKind, Message, Person
from sandbox.web_api.call import Call, SlackError, missing_field

_USER_ID = re.compile(r"[UW][A-Z0-9]{6,}")


def rate_limit_key(call: Call) -> str | None:
    """The conversation that a chat.postMessage goes to, whichever way it was named."""
    given = call.arguments.get("channel")
    if call.method != "chat.postMessage" or not isinstance(given, str):
        return None
    if given in call.workspace.people and call.workspace.app is not None:
        return f"D{given[1:]}"
    named = _named(call, given) if given not in call.workspace.channels else None
    return named.id if named else given


def seen(call: Call, name: str = "channel") -> Channel:
    """The conversation that the argument names by id, if the bot can see it at all."""
    if not call.given(name):
        raise missing_field(name)
    channel = call.workspace.channels.get(call.text(name))
    if channel is None or not visible(call, channel):
        raise SlackError("channel_not_found")
    return channel


def visible(call: Call, channel: Channel) -> bool:
    return channel.kind is ChannelKind.PUBLIC or call.bot.id in channel.members


def joined(call: Call, name: str = "channel") -> Channel:
    """The conversation that the argument names, if the bot is in it."""
    channel = seen(call, name)
    if call.bot.id not in channel.members:
        raise SlackError("not_in_channel")
    return channel


def writable(call: Call, name: str = "channel") -> Channel:
    """Where chat.postMessage may post: by id, by name, or the direct message of a person's id."""
    if not call.given(name):
        raise missing_field(name)
    ref = call.text(name)
    person = call.workspace.people.get(ref)
    if person is not None:
        return direct_message(call, person)
    if _USER_ID.fullmatch(ref):
        raise SlackError("channel_not_found")
    channel = call.workspace.channels.get(ref) or _named(call, ref)
    if channel is None or not visible(call, channel):
        raise SlackError("channel_not_found")
    refuse_unless_writable(call, channel)
    return channel


def refuse_unless_writable(call: Call, channel: Channel) -> None:
    if channel.archived:
        raise SlackError("is_archived")
    if call.bot.id not in channel.members and "chat:write.public" not in call.scopes:
        raise SlackError("not_in_channel")
    if channel.is_im:
        _check_direct(call, call.workspace.people[channel.other_than(call.bot.id)])


def direct_message(call: Call, person: Person) -> Channel:
    """The bot's direct message with a person, opened if need be.

    With chat:write.customize a post to a person's id goes to Slackbot's conversation with them instead. A deactivated person
    is no obstacle to Slack: the message is taken and nobody reads it (python-slack-sdk issue 1156).
    """
    if person.id == call.bot.id:
        raise SlackError("channel_not_found")
    _check_direct(call, person)
    writer = SLACKBOT if "chat:write.customize" in call.scopes else call.bot.id
    return call.workspace.open_dm(writer, person.id)


def _check_direct(call: Call, person: Person) -> None:
    if not person.is_human:
        raise SlackError("cannot_dm_bot")
    if not call.core.manifest.messages_tab:
        raise SlackError("messages_tab_disabled")
    if person.deactivated:
        call.problems.append(f"{person.name} is deactivated: nobody will read this message")


def _named(call: Call, ref: str) -> Channel | None:
    name = ref.removeprefix("#")
    return next((channel for channel in call.workspace.channels.values() if name and channel.name == name), None)


def message_in(channel: Channel, ts: str) -> Message:
    """A message that is there for everyone; ephemerals and tombstones are not."""
    message = channel.messages.get(ts)
    if message is None or message.ephemeral or message.subtype == "tombstone":
        raise SlackError("message_not_found")
    return message
