"""Messages, conversations and the home tab, as one person sees them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sandbox.people.waiting import Stage


@dataclass(frozen=True)
class Message:
    """A message as it stood when it was looked at. Pressing acts on the message as it stands now."""

    stage: Stage
    reader: str
    seen: dict[str, Any]

    @property
    def ts(self) -> str:
        return str(self.seen["ts"])

    @property
    def text(self) -> str:
        """The text as the app sent it: marks, ids and escapes included."""
        return str(self.seen["text"])

    @property
    def sentence(self) -> str:
        """The text as a notification or a screen reader says it."""
        return str(self.seen["sentence"])

    @property
    def readable(self) -> str:
        """All words in the message as this person reads them, one piece a line."""
        return str(self.seen["readable"])

    @property
    def blocks(self) -> list[dict[str, Any]]:
        return list(self.seen["blocks"])

    @property
    def buttons(self) -> dict[str, str]:
        """The words on each button, and its action_id."""
        return dict(self.seen["buttons"])

    @property
    def sender(self) -> str:
        """The real name of whoever wrote it."""
        return str(self.seen["from"])

    @property
    def ephemeral(self) -> bool:
        """Whether only this person sees it."""
        return bool(self.seen["ephemeral"])

    @property
    def edited(self) -> bool:
        """Whether Slack marks it as edited."""
        return bool(self.seen["edited"])

    @property
    def reactions(self) -> dict[str, int]:
        """How many people gave each reaction."""
        return {each["name"]: each["count"] for each in self.seen["reactions"]}

    @property
    def files(self) -> list[dict[str, Any]]:
        return list(self.seen["files"])

    @property
    def thread(self) -> list[Message]:
        """The replies, oldest first."""
        return [Message(self.stage, self.reader, reply) for reply in self.seen["thread"]]

    def press(self, button: str, value: Any = None) -> str:
        """Press a button, by its words or action_id, or choose `value` in a menu. Returns what the person sees at once.

        Confirmation dialogs are accepted. An empty answer means that Slack was content.
        """
        act = self.stage.actions.press
        place = {"channel": self.seen["channel"], "ts": self.ts}
        return str(self.stage.run(act(self.reader, button, value=value, **place))["shown"])

    def __str__(self) -> str:
        mark = " (only you can see this)" if self.ephemeral else ""
        return f"{self.sender}{mark}: {self.readable}"


@dataclass(frozen=True)
class Conversation:
    """A channel, or the direct messages with the bot. Every look is a fresh one."""

    stage: Stage
    reader: str
    channel: str | None

    @property
    def messages(self) -> list[Message]:
        """All messages but replies, oldest first, ephemerals for this person included."""
        return self._look()

    @property
    def last(self) -> Message:
        """The newest message; waits for the first."""
        return self.stage.until(
            lambda: next(iter(self._look(newest=1)), None),
            f"The first message that {self.reader} waits for in {self.channel or 'their inbox'}",
            self._instead,
        )

    @property
    def text(self) -> str:
        """The whole conversation as this person reads it."""
        return "\n".join(str(message) for message in self.messages)

    def wait_for(self, right: Callable[[Message], bool]) -> Message:
        """The newest message of which `right` is true, replies included; waits until there is one."""
        return self.stage.until(
            lambda: next((message for message in reversed(_with_replies(self.messages)) if right(message)), None),
            f"The message that {self.reader} waits for in {self.channel or 'their inbox'}",
            self._instead,
        )

    def wait_until(self, right: Callable[[list[Message]], bool]) -> list[Message]:
        """The messages, once `right` is true of the list."""

        def read() -> list[Message] | None:
            messages = self.messages
            return messages if right(messages) else None

        return self.stage.until(
            read,
            f"What {self.reader} waits for in {self.channel or 'their inbox'}",
            self._instead,
        )

    def _look(self, newest: int = 0) -> list[Message]:
        seen = self.stage.run(self.stage.actions.channel(self.reader, self.channel, newest=newest))
        return [Message(self.stage, self.reader, each) for each in seen["messages"]]

    def _instead(self) -> str:
        return f"There was:\n{self.text or '(no message)'}"


def _with_replies(messages: list[Message]) -> list[Message]:
    return [each for message in messages for each in (message, *message.thread)]


@dataclass(frozen=True)
class Home:
    """The bot's home tab, as this person has it."""

    stage: Stage
    reader: str

    def open(self, tab: str = "home") -> Home:
        """Open the tab (`home` or `messages`); waits for the bot's first view where none was ever published."""
        self.stage.run(self.stage.actions.open_home(self.reader, tab))
        if tab == "home":
            self.wait_for(lambda _: True)
        return self

    @property
    def readable(self) -> str:
        """All words on the tab; empty where the bot has published nothing."""
        view = self._view()
        return str(view["readable"]) if view else ""

    @property
    def buttons(self) -> dict[str, str]:
        """The words on each button, and its action_id."""
        view = self._view()
        return dict(view["buttons"]) if view else {}

    @property
    def blocks(self) -> list[dict[str, Any]]:
        view = self._view()
        return list(view["blocks"]) if view else []

    def press(self, button: str, value: Any = None) -> str:
        """Press a button, by its words or action_id, or choose `value` in a menu. Returns what the person sees at once."""
        return str(self.stage.run(self.stage.actions.press(self.reader, button, value=value, home=True))["shown"])

    def wait_for(self, right: Callable[[str], bool]) -> Home:
        """Wait until `right` is true of the words on the tab."""
        self.stage.until(
            lambda: self if (view := self._view()) and right(view["readable"]) else None,
            f"The home tab that {self.reader} waits for",
            lambda: f"There was:\n{self.readable or '(nothing published)'}",
        )
        return self

    def _view(self) -> dict[str, Any] | None:
        view = self.stage.run(self.stage.actions.home(self.reader))["view"]
        return view if isinstance(view, dict) else None
