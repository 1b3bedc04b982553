"""Emoji reactions of the bot, and everybody's on a message."""

import re

from sandbox.records import Json, Message
from sandbox.shapes import message_json
from sandbox.web_api.call import Call, SlackError
from sandbox.web_api.chat import permalink
from sandbox.web_api.places import joined, message_in

_NAME = re.compile(r"[a-z0-9_'+\-]+(::skin-tone-[2-6])?")
MOST_EMOJI = 50
"""Different reactions on one message."""
MOST_BY_ONE = 23


def add(call: Call) -> Json:
    name, message = _name(call), _reacted_to(call)
    if call.workspace.channels[message.channel_id].archived:
        raise SlackError("is_archived")
    if call.bot.id in message.reactions.get(name, ()):
        raise SlackError("already_reacted")
    if name not in message.reactions and len(message.reactions) >= MOST_EMOJI:
        raise SlackError("too_many_emoji")
    if sum(call.bot.id in who for who in message.reactions.values()) >= MOST_BY_ONE:
        raise SlackError("too_many_reactions")
    call.workspace.react(message, call.bot.id, name)
    return {}


def remove(call: Call) -> Json:
    name, message = _name(call), _reacted_to(call)
    if call.bot.id not in message.reactions.get(name, ()):
        raise SlackError("no_reaction")
    call.workspace.react(message, call.bot.id, name, remove=True)
    return {}


def get(call: Call) -> Json:
    _refuse_no_item(call)
    channel = joined(call)
    message = message_in(channel, call.text("timestamp"))
    shown = message_json(message, call.workspace) | {"permalink": permalink(call, message)}
    return {"type": "message", "channel": channel.id, "message": shown}


def _name(call: Call) -> str:
    name = call.required("name").strip(":")
    if not _NAME.fullmatch(name):
        raise SlackError("invalid_name")
    return name


def _reacted_to(call: Call) -> Message:
    _refuse_no_item(call)
    return message_in(joined(call), call.text("timestamp"))


def _refuse_no_item(call: Call) -> None:
    if not (call.given("channel") and call.given("timestamp")):
        raise SlackError("no_item_specified")
    if not re.fullmatch(r"\d+\.\d+", call.text("timestamp")):
        raise SlackError("bad_timestamp")
