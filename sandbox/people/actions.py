"""All that people can do, in one place: asynchronous, on the sandbox's loop, plain JSON out.

The driver and /control are both made of these. `who` is a name or an id; a channel of None is the direct messages with the
bot. What is impossible in Slack raises NotPossible; an unknown name raises LookupError.
"""

from __future__ import annotations

from sandbox.core import Core
from sandbox.delivery.dispatcher import Dispatcher
from sandbox.people.client import Client
from sandbox.people.commands import Commands
from sandbox.people.eyes import Eyes
from sandbox.people.filling import Filling
from sandbox.people.pressing import Pressing
from sandbox.people.writing import Writing
from sandbox.records import Json
from sandbox.response_urls import ResponseUrls


class Actions:
    """What people do and see, by verb."""

    def __init__(self, core: Core, dispatcher: Dispatcher, urls: ResponseUrls) -> None:
        self._core, self._eyes = core, Eyes(core)
        commands = Commands(core, dispatcher, urls, self._eyes)
        pressing = Pressing(core, dispatcher, urls, self._eyes)
        filling = Filling(core, dispatcher, urls, self._eyes, pressing)
        writing = Writing(core, self._eyes)
        self.command, self.shortcut = commands.command, commands.shortcut
        self.press, self.offers = pressing.press, pressing.suggestions
        self.form, self.fill, self.enter = filling.form, filling.fill, filling.enter
        self.submit, self.close, self.suggestions = filling.submit, filling.close, filling.suggestions
        self.view_as_seen, self.view_is_open = filling.view_as_seen, filling.view_is_open
        self.message, self.edit, self.delete = writing.message, writing.edit, writing.delete
        self.react, self.upload, self.join = writing.react, writing.upload, writing.join
        self.channel, self.inbox = writing.channel, writing.inbox
        self.open_home, self.home = writing.open_home, writing.home
        client = Client(core, dispatcher, self._eyes)
        self.client, self.news, self.thread = client.client, client.changes, client.thread
        self.read, self.direct = client.read, client.direct

    async def who(self, ref: str) -> Json:
        """Somebody by name or id; the deactivated too."""
        person = self._core.workspace.person(ref)
        return {"id": person.id, "name": person.name, "real_name": person.real_name}

    async def describe(self) -> Json:
        """The workspace: its people and its channels."""
        workspace = self._core.workspace
        return {
            "team": {"id": workspace.team.id, "name": workspace.team.name, "domain": workspace.team.domain},
            "app": {"id": self._core.app.id, "name": self._core.app.name, "bot_user_id": self._core.app.bot_user_id},
            "now": workspace.clock.now().isoformat(),
            "people": [
                {
                    "id": each.id,
                    "name": each.name,
                    "real_name": each.real_name,
                    "title": each.title,
                    "deactivated": each.deactivated,
                }
                for each in workspace.humans()
            ],
            "channels": [
                {
                    "id": each.id,
                    "name": each.name,
                    "kind": each.kind.value,
                    "archived": each.archived,
                    "members": [workspace.people[member].name for member in each.members],
                }
                for each in workspace.channels.values()
                if each.name
            ],
        }

    @property
    def version(self) -> int:
        """Grows with every change in the workspace; may be read from any thread."""
        return self._core.workspace.changes.version

    async def changed(self, after: int, seconds: float) -> None:
        """Return when the workspace has changed since version `after`, or after so many real seconds."""
        await self._core.changed(after, seconds)
