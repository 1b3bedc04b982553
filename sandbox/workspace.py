"""The state of a sandbox workspace and the primitive changes to it.

Touched only on the sandbox's loop once the server runs, hence without locks. It refuses nothing on the app's behalf: who may
do what is the business of the Web API and of the people who act. Each change bumps `changes` and, where Slack would tell
an app of it, calls every listener in `events`.
"""

import random
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from sandbox import events
from sandbox.changes import Changes
from sandbox.clock import SandboxClock
from sandbox.records import (
    SLACKBOT,
    App,
    Channel,
    ChannelKind,
    File,
    Json,
    Message,
    Person,
    Team,
    Usergroup,
    WorkspaceEvent,
)
from sandbox.rich_text import rich_text_of
from sandbox.shapes import message_json, person_json, seconds_of
from sandbox.stored_blocks import as_stored

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
EventListener = Callable[[WorkspaceEvent], None]


class Unknown(LookupError):  # noqa: N818 - reads as what it is: raise Unknown(...)
    """No such person or channel; the sentence says what was looked for."""


class Workspace:
    """A team with its people, channels, files and, once installed, one app."""

    def __init__(self, team: Team, *, clock: SandboxClock | None = None) -> None:
        self.team = team
        self.clock = clock or SandboxClock()
        self.people: dict[str, Person] = {}
        self.channels: dict[str, Channel] = {}
        self.files: dict[str, File] = {}
        self.usergroups: dict[str, Usergroup] = {}
        self.app: App | None = None
        self.awaiting_bot: list[str] = []
        """Channels that the workspace file says the bot is in; it joins them when the app is installed."""
        self.files_url = "https://files.slack.com/files-pri/"
        self.events: list[EventListener] = []
        """Called with everything that Slack would tell an app of."""
        self.changes = Changes()
        self.last_ts = 0
        """The newest timestamp given, in microseconds."""
        self.serial = 0
        """How many ids have been given."""
        self._random = random.Random(team.id)  # noqa: S311 - made-up ids, the same in every run
        self.add_person(Person(id=SLACKBOT, name="slackbot", real_name="Slackbot"))

    # -- time, ids and signals

    def new_ts(self) -> str:
        """A message timestamp by the clock, never the same twice and always growing."""
        micros = (self.clock.now() - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(microseconds=1)
        self.last_ts = max(self.last_ts + 1, micros)
        return f"{self.last_ts // 1_000_000}.{self.last_ts % 1_000_000:06d}"

    def new_id(self, prefix: str) -> str:
        """An id not used before, of Slack's form: the prefix and ten capitals or digits."""
        self.serial += 1
        number, tail = self.serial, ""
        while number:
            number, digit = divmod(number, len(_LETTERS))
            tail = _LETTERS[digit] + tail
        return f"{prefix}0{''.join(self._random.choices(_LETTERS, k=9 - len(tail)))}{tail}"

    def short_id(self) -> str:
        """An id as Slack gives to a block that came without one."""
        return "".join(self._random.choices(_LETTERS, k=5)).lower()

    async def changed(self, after: int) -> int:
        return await self.changes.changed(after)

    def emit(self, event: Json, *, channel_id: str | None = None, person_id: str | None = None) -> None:
        """Tell the listeners of an event, and bump the version."""
        if "event_ts" not in event:
            event["event_ts"] = self.new_ts()
        for listener in list(self.events):
            listener(WorkspaceEvent(event, channel_id, person_id))
        self.changes.bump()

    def _tell(self, happened: Iterable[Json], channel_id: str, person_id: str | None = None) -> None:
        for event in happened:
            self.emit(event, channel_id=channel_id, person_id=person_id)

    # -- finding

    def person(self, ref: str) -> Person:
        """By id, by name, or by the part of the name before its first dot when only one person has it."""
        if ref in self.people:
            return self.people[ref]
        wanted = ref.removeprefix("@").casefold()
        whole = [person for person in self.people.values() if person.name.casefold() == wanted]
        found = whole or [person for person in self.people.values() if person.name.casefold().split(".")[0] == wanted]
        if len(found) != 1:
            raise Unknown(f"{'Several people are' if found else 'Nobody is'} called {ref!r} in {self.team.name}.")
        return found[0]

    def channel(self, ref: str) -> Channel:
        """By id, or by name with or without its #."""
        if ref in self.channels:
            return self.channels[ref]
        name = ref.removeprefix("#")
        found = next((channel for channel in self.channels.values() if channel.name == name and name), None)
        if found is None:
            raise Unknown(f"There is no channel called {ref!r} in {self.team.name}.")
        return found

    @property
    def bot(self) -> Person:
        if self.app is None:
            raise Unknown("No app is installed in this workspace.")
        return self.people[self.app.bot_user_id]

    def humans(self) -> list[Person]:
        return [person for person in self.people.values() if person.is_human]

    # -- people and channels

    def add_person(self, person: Person) -> Person:
        self.people[person.id] = replace(person, updated=person.updated or seconds_of(self.clock.now()))
        self.changes.bump()
        return self.people[person.id]

    def add_channel(self, channel: Channel) -> Channel:
        channel.created = channel.created or seconds_of(self.clock.now())
        self.channels[channel.id] = channel
        self.changes.bump()
        return channel

    def install(self, app: App) -> None:
        """Install the app: its bot becomes a person and joins the channels that were waiting for it."""
        self.app = app
        name = app.name.lower().replace(" ", "_")
        self.add_person(Person(id=app.bot_user_id, name=name, real_name=app.name, bot_id=app.bot_id, app_id=app.id))
        for channel_id in self.awaiting_bot:
            self.channels[channel_id].members.append(app.bot_user_id)
        self.awaiting_bot.clear()

    def open_dm(self, one: str, other: str) -> Channel:
        """The direct message between two people, made when there is none yet."""
        pair = {one, other}
        for channel in self.channels.values():
            if channel.is_im and set(channel.members) == pair:
                return channel
        bot = self.app.bot_user_id if self.app else ""
        known_id = f"D{(pair - {bot}).pop()[1:]}" if bot in pair else self.new_id("D")
        return self.add_channel(Channel(id=known_id, name="", kind=ChannelKind.IM, members=[one, other]))

    def open_group(self, members: Iterable[str]) -> Channel:
        """The group message of these people, made when there is none yet."""
        wanted = sorted(set(members))
        for channel in self.channels.values():
            if channel.kind is ChannelKind.MPIM and sorted(channel.members) == wanted:
                return channel
        name = f"mpdm-{'--'.join(self.people[member].name for member in wanted)}-1"
        return self.add_channel(Channel(id=self.new_id("G"), name=name, kind=ChannelKind.MPIM, members=wanted))

    def join(self, channel: Channel, person_id: str, *, inviter: str | None = None) -> None:
        channel.members.append(person_id)
        self._tell([events.joined(channel, person_id, self, inviter)], channel.id, person_id)

    def leave(self, channel: Channel, person_id: str) -> None:
        channel.members.remove(person_id)
        self._tell([events.left(channel, person_id, self)], channel.id, person_id)

    def archive(self, channel: Channel, *, archived: bool = True) -> None:
        channel.archived = archived
        kind = f"{'group' if channel.is_private else 'channel'}_{'archive' if archived else 'unarchive'}"
        self.emit({"type": kind, "channel": channel.id, "user": SLACKBOT}, channel_id=channel.id)

    def deactivate(self, person_id: str) -> None:
        """End somebody's account; as in Slack they are in no channel any more, while direct messages stay."""
        person = self.people[person_id]
        person.deactivated, person.presence, person.updated = True, "away", seconds_of(self.clock.now())
        for channel in self.channels.values():
            if person_id in channel.members and not channel.is_im:
                channel.members.remove(person_id)
        self.emit({"type": "user_change", "user": person_json(person, self)}, person_id=person_id)

    def set_status(self, person_id: str, text: str, emoji: str = "", until: datetime | None = None) -> None:
        """Somebody says what they are doing, until they change it or until a moment."""
        person = self.people[person_id]
        person.status_text, person.status_emoji = text, emoji
        person.status_expiration = seconds_of(until) if until else 0
        person.updated = seconds_of(self.clock.now())
        self.emit({"type": "user_change", "user": person_json(person, self)}, person_id=person_id)

    def snooze(self, person_id: str, until: datetime | None) -> None:
        """Somebody is not to be disturbed until a moment; None: they may be again."""
        self.people[person_id].snoozed_until = until
        now = self.clock.now()
        quiet = until is not None and until > now
        status = {
            "dnd_enabled": quiet,
            "next_dnd_start_ts": seconds_of(now) if quiet else 1,
            "next_dnd_end_ts": seconds_of(until) if until is not None and quiet else 1,
        }
        self.emit({"type": "dnd_updated_user", "user": person_id, "dnd_status": status}, person_id=person_id)

    # -- messages

    def message(self, channel_id: str, ts: str) -> Message | None:
        channel = self.channels.get(channel_id)
        return channel.messages.get(ts) if channel else None

    def post(self, channel: Channel, author_id: str, text: str, **details: Any) -> Message:
        """Put a message into a channel. `details` are further fields of `Message`; blocks are stored as Slack keeps them.

        What a person types gets the rich_text block and client_msg_id of Slack's own client.
        """
        message = Message(ts=self.new_ts(), channel_id=channel.id, text=text, user_id=author_id, **details)
        author = self.people[author_id]
        if author.bot_id:
            message.bot_id = author.bot_id
            message.blocks = as_stored(message.blocks, self.short_id) if message.blocks else None
        elif text and not message.blocks:
            message.client_msg_id = message.client_msg_id or f"{random.getrandbits(128):032x}"
            message.blocks = [rich_text_of(text, self.short_id())]
        self._place(channel, message)
        if not message.ephemeral:
            self._tell(events.said(message, self), channel.id)
        self.changes.bump()
        return message

    def post_ephemeral(self, channel: Channel, to: str, text: str, **details: Any) -> Message:
        """Put a message from the bot before one person only; no event tells of it and no history holds it."""
        return self.post(channel, self.bot.id, text, visible_to=to, **details)

    def _place(self, channel: Channel, message: Message) -> None:
        if message.subtype is None and message.file_ids:
            message.subtype = "file_share"
        if message.broadcast:
            message.subtype = "thread_broadcast"
        channel.messages[message.ts] = message
        if message.thread_ts and not message.ephemeral:
            channel.replies.setdefault(message.thread_ts, []).append(message.ts)
        for file_id in message.file_ids:
            self.files[file_id].shares.append((channel.id, message.ts))

    def edit(self, message: Message, editor_id: str, *, flagged: bool = True, **changed: Any) -> Message:
        """Change fields of a message (`text`, `blocks`, `attachments`, `metadata`); `flagged` shows "(edited)"."""
        before = message_json(message, self)
        if "text" in changed and self.people[message.user_id or SLACKBOT].is_human:
            changed["blocks"] = [rich_text_of(changed["text"], self.short_id())]
        elif changed.get("blocks"):
            changed["blocks"] = as_stored(changed["blocks"], self.short_id)
        for name, value in changed.items():
            setattr(message, name, value)
        if flagged:
            message.edited = {"user": editor_id, "ts": f"{self.new_ts().split('.')[0]}.000000"}
        if not message.ephemeral:
            self._tell([events.changed(message, before, self)], message.channel_id)
        self.changes.bump()
        return message

    def delete(self, message: Message) -> None:
        """Take a message away; the first of a thread with replies leaves a tombstone behind, as in Slack."""
        channel = self.channels[message.channel_id]
        before = message_json(message, self)
        if channel.replies.get(message.ts):
            tombstone = Message(
                ts=message.ts, channel_id=channel.id, text="This message was deleted.", user_id=SLACKBOT
            )
            tombstone.subtype, tombstone.thread_ts = "tombstone", message.ts
            channel.messages[message.ts] = tombstone
        else:
            del channel.messages[message.ts]
        if message.is_reply and message.ts in channel.replies.get(message.thread_ts or "", ()):
            channel.replies[message.thread_ts or ""].remove(message.ts)
        for file_id in message.file_ids:
            self.files[file_id].shares.remove((channel.id, message.ts))
        if not message.ephemeral:
            self._tell([events.deleted(message, before, self)], message.channel_id)
        self.changes.bump()

    def react(self, message: Message, person_id: str, name: str, *, remove: bool = False) -> None:
        who = message.reactions.setdefault(name, [])
        who.remove(person_id) if remove else who.append(person_id)
        if not who:
            del message.reactions[name]
        self._tell([events.reacted(message, person_id, name, removed=remove)], message.channel_id, person_id)

    # -- files

    def delete_file(self, file: File) -> None:
        """Take a file away, and each message that held nothing but it."""
        for channel_id, ts in list(file.shares):
            message = self.channels[channel_id].messages[ts]
            message.file_ids.remove(file.id)
            file.shares.remove((channel_id, ts))
            if not message.file_ids and not message.text and not message.blocks:
                self.delete(message)
        del self.files[file.id]
        self.changes.bump()

    def add_file(self, name: str, owner_id: str, size: int, content: bytes | None = None, **details: Any) -> File:
        file = File(id=self.new_id("F"), name=name, owner_id=owner_id, size=size, content=content, **details)
        file.created = seconds_of(self.clock.now())
        self.files[file.id] = file
        self.changes.bump()
        return file
