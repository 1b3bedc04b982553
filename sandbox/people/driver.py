"""People driven from Python, from any thread, in words that read like a story.

    amara = slack.person("amara")
    amara.types("/media-enquiry")
    amara.form.fill(outlet="BBC", deadline="17:00").submit()
    priya.in_channel("press-office").last.press("I'll take it")
    assert "ME-0001" in amara.inbox.last.text

Whatever is not there yet is waited for, up to `timeout` seconds; the error then shows what was there instead.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sandbox.people.form import Form
from sandbox.people.seen import Conversation, Home, Message
from sandbox.people.waiting import Stage


@dataclass(frozen=True)
class Person:
    """Somebody in the workspace."""

    stage: Stage
    id: str
    name: str
    real_name: str

    def types(self, text: str, channel: str | None = None) -> str:
        """Type a slash command, in a channel or (None) in the messages with the bot. Returns what the person sees at once."""
        return str(self.stage.run(self.stage.actions.command(self.name, text, channel))["shown"])

    @property
    def has_form(self) -> bool:
        """Whether a form is open now."""
        return self.stage.run(self.stage.actions.form(self.name)) is not None

    @property
    def form(self) -> Form:
        """The form on top; waits until one is open."""
        seen = self.stage.until(
            lambda: self.stage.run(self.stage.actions.form(self.name)),
            f"A form for {self.name}",
            lambda: f"Their inbox:\n{self.inbox.text or '(no message)'}",
        )
        return Form(self.stage, self.name, seen)

    def in_channel(self, channel: str) -> Conversation:
        """A channel as this person sees it; reading raises Unseen where they are no member."""
        return Conversation(self.stage, self.name, channel)

    @property
    def inbox(self) -> Conversation:
        """Their direct messages with the bot."""
        return Conversation(self.stage, self.name, None)

    @property
    def home(self) -> Home:
        """The bot's home tab."""
        return Home(self.stage, self.name)

    def writes(
        self, text: str, channel: str | None = None, thread_ts: str | None = None, *, broadcast: bool = False
    ) -> Message:
        """Post a message, in a channel or (None) to the bot. `@name` and `#channel` become mentions, as in Slack's composer."""
        write = self.stage.actions.message(self.name, text, channel, thread_ts=thread_ts, broadcast=broadcast)
        return self._message(self.stage.run(write))

    def edits(self, message: Message, text: str) -> Message:
        """Change a message of their own."""
        edit = self.stage.actions.edit(self.name, message.seen["channel"], message.ts, text)
        return self._message(self.stage.run(edit))

    def deletes(self, message: Message) -> None:
        """Delete a message of their own."""
        self.stage.run(self.stage.actions.delete(self.name, message.seen["channel"], message.ts))

    def reacts(self, message: Message, name: str, *, remove: bool = False) -> None:
        """Give a message a reaction, or take it away."""
        act = self.stage.actions.react(self.name, message.seen["channel"], message.ts, name, remove=remove)
        self.stage.run(act)

    def uploads(
        self, name: str, data: bytes, channel: str | None = None, text: str = "", thread_ts: str | None = None
    ) -> Message:
        """Share a file, in a channel or (None) with the bot."""
        act = self.stage.actions.upload(self.name, channel, name, data, text=text, thread_ts=thread_ts)
        return self._message(self.stage.run(act))

    def joins(self, channel: str) -> None:
        """Join a public channel."""
        self.stage.run(self.stage.actions.join(self.name, channel))

    def uses_shortcut(self, callback_id: str, message: Message | None = None) -> str:
        """Use a global shortcut, or one from a message's menu. Returns what the person sees at once."""
        place = (message.seen["channel"], message.ts) if message else (None, None)
        return str(self.stage.run(self.stage.actions.shortcut(self.name, callback_id, *place))["shown"])

    def _message(self, seen: dict[str, Any]) -> Message:
        return Message(self.stage, self.name, seen)


class People(Mapping[str, Person]):
    """Everybody in the workspace, by name, by the first part of a name where that is enough, or by id."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage

    @property
    def timeout(self) -> float:
        """How many real seconds a person waits for something before giving up."""
        return self._stage.timeout

    @timeout.setter
    def timeout(self, seconds: float) -> None:
        self._stage.timeout = seconds

    def __getitem__(self, name: str) -> Person:
        found = self._stage.run(self._stage.actions.who(name))
        return Person(self._stage, found["id"], found["name"], found["real_name"])

    def __iter__(self) -> Any:
        return iter(self._names())

    def __len__(self) -> int:
        return len(list(self._names()))

    def _names(self) -> Iterable[str]:
        return [person["name"] for person in self._stage.run(self._stage.actions.describe())["people"]]
