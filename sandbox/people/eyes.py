"""What one person sees in Slack, as plain JSON: channels they are in, their ephemerals, their forms and home tab."""

from __future__ import annotations

from collections import defaultdict
from typing import Any
from zoneinfo import ZoneInfo

from sandbox.core import Core
from sandbox.people.mrkdwn import Reader, read_notification
from sandbox.people.reading import buttons, read_text, readable, readable_message, readable_view
from sandbox.people.refusals import NotPossible, Unseen
from sandbox.people.state import Value, Values, elements, field_of, is_empty, values_of
from sandbox.records import Channel, ChannelKind, Json, Message, Person
from sandbox.shapes import file_json, message_json, reactions_json
from sandbox.views import StoredView

Threads = dict[str, list[Message]]


class Eyes:
    """Reads the workspace with somebody's eyes. Raises Unseen for what is hidden from them."""

    def __init__(self, core: Core) -> None:
        self._core = core

    def person(self, ref: str) -> Person:
        """Somebody who can act: by name or id, with a living account."""
        person = self._core.workspace.person(ref)
        if person.deactivated:
            raise NotPossible(f"{person.real_name}'s account is deactivated.")
        return person

    def place(self, person: Person, ref: str | None) -> Channel:
        """A channel that the person is in; None is the direct messages with the bot."""
        if ref is None:
            return self._core.workspace.open_dm(person.id, self._core.app.bot_user_id)
        channel = self._core.workspace.channel(ref)
        if person.id in channel.members:
            return channel
        theirs = ", ".join(f"#{each.name}" for each in self._channels_of(person)) or "no channel"
        raise Unseen(f"{person.real_name} is not in #{channel.name or channel.id}. They are in {theirs}.")

    def message(self, person: Person, channel: Channel, ts: str) -> Message:
        """A message that the person can see."""
        message = channel.messages.get(ts)
        if message is None or message.visible_to not in (None, person.id):
            raise Unseen(f"{person.real_name} sees no message {ts} in {channel.name or 'their direct messages'}.")
        return message

    def conversation(self, person: Person, channel: Channel, newest: int = 0) -> Json:
        """All that the person sees there (or the newest few), oldest first, each thread under its first message."""
        visible = [message for message in channel.messages.values() if message.visible_to in (None, person.id)]
        visible.sort(key=lambda message: message.ts)
        threads: Threads = defaultdict(list)
        for message in visible:
            if message.is_reply:
                threads[message.thread_ts or ""].append(message)
        top = [message for message in visible if not message.is_reply or message.broadcast]
        shown = [self.seen(person, message, threads) for message in top[-newest:]]
        return {"channel": channel.id, "name": channel.name, "messages": shown}

    def seen(self, person: Person, message: Message, threads: Threads | None = None) -> Json:
        """One message as the person sees it."""
        reader, held = self.reader(person), message_json(message, self._core.workspace)
        replies = (threads or {}).get(message.ts, []) if not message.is_reply else []
        return {
            "ts": message.ts,
            "thread_ts": message.thread_ts,
            "channel": message.channel_id,
            "user": message.user_id,
            "from": message.username or self._name(message.user_id) or "",
            "subtype": message.subtype,
            "user_is_bot": message.bot_id is not None,
            "text": message.text,
            "sentence": read_notification(message.text, reader),
            "readable": readable_message(held, reader),
            "blocks": message.blocks or [],
            "attachments": message.attachments or [],
            "buttons": buttons(message.blocks or []),
            "ephemeral": message.ephemeral,
            "edited": message.edited is not None,
            "files": [file_json(self._core.workspace.files[file], self._core.workspace) for file in message.file_ids],
            "reactions": reactions_json(message),
            "thread": [self.seen(person, reply) for reply in replies],
        }

    def form(self, person: Person) -> Json | None:
        """The form on top, or None."""
        view = self._core.views.top(person.id)
        return self.form_seen(person, view) if view else None

    def form_seen(self, person: Person, view: StoredView) -> Json:
        """A form as the person sees it, with what Slack holds of it."""
        reader, values = self.reader(person), values_of(view.blocks, view.typed)
        inputs = [each for each in elements(view.blocks) if each.is_input]
        bars = {key: read_text(view.payload.get(key), reader) for key in ("title", "submit", "close")}
        return {
            "view_id": view.id,
            "callback_id": view.payload["callback_id"],
            "hash": view.hash,
            **bars,
            "text": readable_view(view.payload, reader),
            "fields": {each.block_id: read_text(each.block["label"], reader) for each in inputs},
            "errors": dict(view.errors),
            "trouble": view.notice,
            "plain": plain_values(values),
            "values": values,
            "buttons": buttons(view.blocks),
            "blocks": view.blocks,
            "depth": len(self._core.views.stack(person.id)),
        }

    def home(self, person: Person) -> Json:
        """The home tab as last published for the person."""
        view = self._core.views.home(person.id)
        if view is None:
            return {"view": None}
        words = readable(view.blocks, self.reader(person))
        shown = {
            "values": values_of(view.blocks, view.typed),
            "trouble": view.notice,
            "readable": words,
            "buttons": buttons(view.blocks),
            "blocks": view.blocks,
            "hash": view.hash,
        }
        return {"view": {"view_id": view.id, "callback_id": view.payload["callback_id"], **shown}}

    def reader(self, person: Person) -> Reader:
        """Their eyes: time zone, and the names behind ids."""
        workspace = self._core.workspace
        return Reader(
            zone=ZoneInfo(person.tz),
            now=workspace.clock.now(),
            person=self._name,
            channel=lambda ref: self._channel_name(person, ref),
            usergroup=lambda ref: group.handle if (group := workspace.usergroups.get(ref)) else None,
        )

    def _name(self, person_id: str | None) -> str | None:
        person = self._core.workspace.people.get(person_id or "")
        return person.real_name if person else None

    def _channel_name(self, person: Person, channel_id: str) -> str | None:
        """A private channel's name is hidden from those who are not in it."""
        channel = self._core.workspace.channels.get(channel_id)
        if channel is None or (channel.is_private and person.id not in channel.members):
            return "private channel" if channel else None
        return channel.name

    def _channels_of(self, person: Person) -> list[Channel]:
        kinds = (ChannelKind.PUBLIC, ChannelKind.PRIVATE)
        return [
            each for each in self._core.workspace.channels.values() if person.id in each.members and each.kind in kinds
        ]


def plain_values(values: Values) -> dict[str, Any]:
    """What stands in each block, in plain words: text, an option's value, a date."""
    return {block: plain_value(value) for block, fields in values.items() for value in fields.values()}


def plain_value(value: Value) -> Any:
    """One value in plain words; None when nothing was entered."""
    held = value[field_of(value["type"])]
    if is_empty(value):
        return [] if held == [] else None
    if value["type"] == "file_input":
        return [file["name"] for file in held]
    if isinstance(held, list):
        return [each["value"] if isinstance(each, dict) else each for each in held]
    return held["value"] if isinstance(held, dict) and "value" in held else held
