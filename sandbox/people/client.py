"""What Slack's own client would hold for one person: who and what is there, what is new, and where they have read to."""

from __future__ import annotations

from collections.abc import Iterator

from sandbox.core import Core
from sandbox.delivery.dispatcher import Dispatcher
from sandbox.people.eyes import Eyes
from sandbox.people.mrkdwn import read_notification
from sandbox.people.refusals import NotPossible
from sandbox.records import SLACKBOT, Channel, ChannelKind, Json, Message, Person

MOST_NOTICES = 10
_EVERYBODY = ("<!channel", "<!here", "<!everyone")


class Client:
    """The side bar, the unread marks and the notifications of each person."""

    def __init__(self, core: Core, dispatcher: Dispatcher, eyes: Eyes) -> None:
        self._core, self._dispatcher, self._eyes = core, dispatcher, eyes

    async def client(self, who: str) -> Json:
        """Everything that a client needs to begin with: the person, the team, the app's commands, and `changes`."""
        person = self._eyes.person(who)
        self._eyes.place(person, None)
        workspace, manifest = self._core.workspace, self._core.manifest
        return {
            "me": self._person(person) | {"admin": person.admin},
            "team": {"id": workspace.team.id, "name": workspace.team.name, "domain": workspace.team.domain},
            "app": {
                "id": self._core.app.id,
                "name": self._core.app.name,
                "bot_user_id": self._core.app.bot_user_id,
                "home_tab": manifest.home_tab,
                "messages_tab": manifest.messages_tab,
                "read_only": manifest.messages_tab_read_only,
                "about": manifest.raw.get("display_information", {}),
                "commands": [
                    {"name": each.name, "description": each.description, "hint": each.usage_hint}
                    for each in manifest.commands.values()
                ],
                "shortcuts": self._shortcuts(),
            },
            "people": [self._person(each) for each in workspace.people.values()],
            "usergroups": [
                {"id": each.id, "handle": each.handle, "name": each.name} for each in workspace.usergroups.values()
            ],
            **self.changes_for(person),
        }

    def changes_for(self, person: Person) -> Json:
        """What may be new since somebody last looked: the conversations with their marks, and the newest notifications."""
        held = [self._conversation(person, each) for each in self._in_sight(person)]
        form, home = self._core.views.top(person.id), self._core.views.home(person.id)
        return {
            "version": self._core.workspace.changes.version,
            "now": self._core.clock.now().isoformat(),
            "flowing": self._core.clock.flowing,
            "connected": self._core.request_url is not None or self._dispatcher.sockets.connections > 0,
            "conversations": held,
            "notices": self._notices(person),
            "form": form.id if form else None,
            "home": home.hash if home else None,
        }

    async def changes(self, who: str, after: int, seconds: float) -> Json:
        """What is new, as soon as anything has changed since version `after`, or when the time is up."""
        person = self._eyes.person(who)
        await self._core.changed(after, seconds)
        return self.changes_for(person)

    async def read(self, who: str, channel: str | None = None, ts: str | None = None) -> Json:
        """Mark a conversation as read, up to a message or (without `ts`) to its end."""
        person = self._eyes.person(who)
        place = self._eyes.place(person, channel)
        newest = max((message.ts for message in _visible(place, person)), default="")
        mark = min(ts, newest) if ts else newest
        if mark != place.last_read.get(person.id, ""):
            place.last_read[person.id] = mark
            self._core.workspace.changes.bump()
        return {"channel": place.id, "last_read": mark}

    async def direct(self, who: str, other: str) -> Json:
        """The direct messages between two people, begun when there are none yet."""
        person, there = self._eyes.person(who), self._core.workspace.person(other)
        if there.id in (person.id, SLACKBOT):
            raise NotPossible(f"{person.real_name} has no direct messages with {there.real_name} here.")
        return {"channel": self._core.workspace.open_dm(person.id, there.id).id}

    async def thread(self, who: str, channel: str | None, ts: str) -> Json:
        """One message and the replies to it."""
        person = self._eyes.person(who)
        place = self._eyes.place(person, channel)
        first = self._eyes.message(person, place, ts)
        replies = [each for each in _visible(place, person) if each.is_reply and each.thread_ts == first.ts]
        return {"message": self._eyes.seen(person, first, {first.ts: sorted(replies, key=lambda each: each.ts)})}

    # -- what it is made of

    def _shortcuts(self) -> list[Json]:
        told = {each["callback_id"]: each.get("description", "") for each in self._core.manifest.raw_shortcuts}
        return [
            {
                "name": each.name,
                "kind": each.kind,
                "callback_id": each.callback_id,
                "description": told.get(each.callback_id, ""),
            }
            for each in self._core.manifest.shortcuts.values()
        ]

    @staticmethod
    def _person(person: Person) -> Json:
        return {
            "id": person.id,
            "name": person.name,
            "real_name": person.real_name,
            "title": person.title,
            "tz": person.tz,
            "guest": person.guest,
            "deactivated": person.deactivated,
            "presence": person.presence,
            "bot": person.is_bot,
        }

    def _in_sight(self, person: Person) -> Iterator[Channel]:
        """What the person is in, and the public channels that they could join."""
        for each in self._core.workspace.channels.values():
            joinable = each.kind is ChannelKind.PUBLIC and not person.guest and not each.archived
            if person.id in each.members or joinable:
                yield each

    def _conversation(self, person: Person, channel: Channel) -> Json:
        member = person.id in channel.members
        unread = list(self._unread(person, channel)) if member else []
        return {
            "id": channel.id,
            "name": channel.name,
            "kind": channel.kind.value,
            "purpose": channel.purpose,
            "topic": channel.topic,
            "archived": channel.archived,
            "shared": channel.shared,
            "member": member,
            "members": list(channel.members),
            "with": channel.other_than(person.id) if channel.is_im else None,
            "last_read": channel.last_read.get(person.id, ""),
            "unread": len(unread),
            "mentions": sum(_concerns(each, person, channel) for each in unread),
        }

    @staticmethod
    def _unread(person: Person, channel: Channel) -> Iterator[Message]:
        mark = channel.last_read.get(person.id, "")
        for message in reversed(channel.messages.values()):
            if message.ts <= mark:
                return
            hidden = message.visible_to not in (None, person.id) or (message.is_reply and not message.broadcast)
            if message.user_id != person.id and not hidden and message.subtype != "tombstone":
                yield message

    def _notices(self, person: Person) -> list[Json]:
        """The newest messages of which a phone would tell this person, oldest first."""
        found: list[Message] = []
        for channel in self._core.workspace.channels.values():
            if person.id in channel.members:
                found += self._telling(person, channel)
        newest = sorted(found, key=lambda message: message.ts)[-MOST_NOTICES:]
        return [self._notice(person, each) for each in newest]

    @staticmethod
    def _telling(person: Person, channel: Channel) -> Iterator[Message]:
        mark, told = channel.last_read.get(person.id, ""), 0
        for message in reversed(channel.messages.values()):
            if message.ts <= mark or told == MOST_NOTICES:
                return
            others = message.user_id != person.id and message.visible_to is None
            if others and _concerns(message, person, channel):
                told += 1
                yield message

    def _notice(self, person: Person, message: Message) -> Json:
        reader = self._eyes.reader(person)
        sender = self._core.workspace.people.get(message.user_id or "")
        return {
            "channel": message.channel_id,
            "ts": message.ts,
            "thread_ts": message.thread_ts,
            "user": message.user_id,
            "from": message.username or (sender.real_name if sender else self._core.app.name),
            "sentence": read_notification(message.text, reader),
        }


def _visible(channel: Channel, person: Person) -> Iterator[Message]:
    return (message for message in channel.messages.values() if message.visible_to in (None, person.id))


def _concerns(message: Message, person: Person, channel: Channel) -> bool:
    """Whether it would ring: direct messages do, and whatever names the person or everybody."""
    direct = channel.kind in (ChannelKind.IM, ChannelKind.MPIM)
    return direct or f"<@{person.id}" in message.text or any(each in message.text for each in _EVERYBODY)
