"""Messages, edits, reactions and files by people, and looking at channels, the inbox and the home tab."""

from __future__ import annotations

import re

from sandbox.core import Core
from sandbox.people.eyes import Eyes
from sandbox.people.refusals import NotPossible, Unseen
from sandbox.records import Channel, ChannelKind, Json, Message, Person
from sandbox.rich_text import rich_text_of
from sandbox.views import view_json

_TYPED_NAME = re.compile(r"(?<![\w<])([@#])([\w.-]*\w)")
_TYPED_LINK = re.compile(r"https?://[^\s<>|]+")
_EVERYBODY = {"here", "channel", "everyone"}


class Writing:
    """What people do with messages."""

    def __init__(self, core: Core, eyes: Eyes) -> None:
        self._core, self._eyes = core, eyes

    async def message(
        self, who: str, text: str, channel: str | None = None, *, thread_ts: str | None = None, broadcast: bool = False
    ) -> Json:
        """Write in a channel or to the bot. `@name`, `#channel` and links become what Slack's composer makes of them."""
        person = self._eyes.person(who)
        place = self._writable(person, channel)
        if thread_ts is not None:
            thread_ts = self._eyes.message(person, place, thread_ts).thread_ts or thread_ts
        composed = self._composed(person, text)
        posted = self._core.workspace.post(place, person.id, composed, thread_ts=thread_ts, broadcast=broadcast)
        return self._eyes.seen(person, posted)

    async def edit(self, who: str, channel: str | None, ts: str, text: str) -> Json:
        """Change a message of their own."""
        person = self._eyes.person(who)
        own = self._own(person, self._writable(person, channel), ts, "edit")
        composed = self._composed(person, text)
        blocks = [rich_text_of(composed, self._core.workspace.short_id())]
        return self._eyes.seen(person, self._core.workspace.edit(own, person.id, text=composed, blocks=blocks))

    async def delete(self, who: str, channel: str | None, ts: str) -> Json:
        """Delete a message of their own."""
        person = self._eyes.person(who)
        self._core.workspace.delete(self._own(person, self._eyes.place(person, channel), ts, "delete"))
        return {}

    async def react(self, who: str, channel: str | None, ts: str, name: str, *, remove: bool = False) -> Json:
        """Give a message a reaction, or take it away."""
        person = self._eyes.person(who)
        message = self._eyes.message(person, self._eyes.place(person, channel), ts)
        name = name.strip(":")
        has_it = person.id in message.reactions.get(name, [])
        if has_it is not remove:
            raise NotPossible(
                f"{person.real_name} {'has already reacted' if has_it else 'never reacted'} with :{name}:."
            )
        self._core.workspace.react(message, person.id, name, remove=remove)
        return self._eyes.seen(person, message)

    async def upload(
        self, who: str, channel: str | None, name: str, data: bytes, *, text: str = "", thread_ts: str | None = None
    ) -> Json:
        """Share a file in a channel or with the bot."""
        person = self._eyes.person(who)
        place = self._writable(person, channel)
        file = self._core.workspace.add_file(name, person.id, len(data), data, complete=True)
        composed = self._composed(person, text)
        posted = self._core.workspace.post(place, person.id, composed, thread_ts=thread_ts, file_ids=[file.id])
        return self._eyes.seen(person, posted)

    async def join(self, who: str, channel: str) -> Json:
        """Join a public channel."""
        person, place = self._eyes.person(who), self._core.workspace.channel(channel)
        if place.kind is not ChannelKind.PUBLIC:
            raise Unseen(f"{person.real_name} sees no channel called {channel!r}.")
        if place.archived or person.id in place.members:
            raise NotPossible(f"#{place.name} {'is archived' if place.archived else 'has them already'}.")
        self._core.workspace.join(place, person.id)
        return {}

    async def channel(self, who: str, channel: str | None, *, newest: int = 0) -> Json:
        """All that the person sees in a channel, or only the newest so many messages."""
        person = self._eyes.person(who)
        return self._eyes.conversation(person, self._eyes.place(person, channel), newest)

    async def inbox(self, who: str) -> Json:
        """The person's direct messages with the bot."""
        return await self.channel(who, None)

    async def open_home(self, who: str, tab: str = "home") -> Json:
        """Open the app's home (or its messages tab); the app hears of every opening."""
        person = self._eyes.person(who)
        if tab == "home" and not self._core.manifest.home_tab:
            raise NotPossible("This app has no home tab.")
        direct, view = self._eyes.place(person, None), self._core.views.home(person.id)
        published = {"view": view_json(view, self._core.workspace)} if view and tab == "home" else {}
        event = {"type": "app_home_opened", "user": person.id, "channel": direct.id, "tab": tab, **published}
        self._core.workspace.emit(event, channel_id=direct.id, person_id=person.id)
        return self._eyes.home(person)

    async def home(self, who: str) -> Json:
        """The home tab as last published for the person."""
        return self._eyes.home(self._eyes.person(who))

    def _writable(self, person: Person, channel: str | None) -> Channel:
        place, manifest = self._eyes.place(person, channel), self._core.manifest
        if place.archived:
            raise NotPossible(f"#{place.name} is archived.")
        with_bot = place.is_im and self._core.app.bot_user_id in place.members
        if with_bot and (not manifest.messages_tab or manifest.messages_tab_read_only):
            raise NotPossible("Sending messages to this app has been turned off.")
        return place

    def _own(self, person: Person, place: Channel, ts: str, verb: str) -> Message:
        message = self._eyes.message(person, place, ts)
        if message.user_id != person.id:
            raise NotPossible(f"{person.real_name} cannot {verb} what somebody else wrote.")
        return message

    def _composed(self, person: Person, text: str) -> str:
        """Typed words as Slack's composer sends them: escaped, with names and links made live."""
        escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        linked = _TYPED_LINK.sub(lambda found: f"<{found[0]}>", escaped)
        return _TYPED_NAME.sub(lambda found: self._mention(person, found[1], found[2]) or found[0], linked)

    def _mention(self, person: Person, sign: str, name: str) -> str | None:
        if sign == "@" and name in _EVERYBODY:
            return f"<!{name}>"
        try:
            if sign == "@":
                return f"<@{self._core.workspace.person(name).id}>"
            place = self._core.workspace.channel(name)
        except LookupError:
            return self._usergroup(name) if sign == "@" else None
        return f"<#{place.id}|{place.name}>" if not place.is_private or person.id in place.members else None

    def _usergroup(self, handle: str) -> str | None:
        groups = self._core.workspace.usergroups.values()
        return next((f"<!subteam^{group.id}>" for group in groups if group.handle == handle), None)
