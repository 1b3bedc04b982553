"""The door: what every handler is given, and how a route is written down. A handler parses, calls one verb, and answers."""

import logging
import re
from collections.abc import Callable
from concurrent.futures import Executor, Future
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from slack_bolt import Ack
from slack_bolt.response import BoltResponse
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.webhook import WebhookClient

from bot.desk.work import Desk
from bot.messages.message import Message
from bot.rules.privacy.looked import NOTHING_SEEN, Looked

log = logging.getLogger("close_ties.handlers")

WEBHOOK_TIMEOUT = 10  # seconds


class Kind(StrEnum):
    """What Slack can send us."""

    COMMAND = "command"
    SHORTCUT = "shortcut"
    ACTION = "action"
    SUBMISSION = "submission"
    EVENT = "event"
    OPTIONS = "options"  # what a menu shows while someone types into it


@dataclass(frozen=True, slots=True)
class Door:
    """What stands behind every handler: the desk, the client that opens forms, and the threads that work after an answer."""

    desk: Desk
    client: WebClient
    afterwards: Executor


@dataclass(slots=True)
class Call:
    """One thing that someone did in Slack. Reads like what a handler needs of it."""

    door: Door
    body: dict[str, Any]
    ack: Ack
    looked: Looked = NOTHING_SEEN

    @property
    def desk(self) -> Desk:
        """Where the verbs are. They keep nothing of a form that was looked over and may not be kept as it is."""
        return self.door.desk if self.looked is NOTHING_SEEN else self.door.desk.for_form(self.looked)

    @property
    def person(self) -> str:
        """The Slack id of who did it."""
        user = self.body.get("user")
        if isinstance(user, dict):
            return str(user["id"])
        if "user_id" in self.body:
            return str(self.body["user_id"])
        return str(self.event.get("user", ""))

    @property
    def event(self) -> dict[str, Any]:
        """The event of an Events API delivery."""
        event: dict[str, Any] = self.body.get("event", {})
        return event

    @property
    def is_direct(self) -> bool:
        """Whether it was written to the bot itself."""
        return self.event.get("channel_type") == "im"

    @property
    def trigger(self) -> str:
        """The trigger id: three seconds to open a form by."""
        return str(self.body.get("trigger_id", ""))

    @property
    def value(self) -> str:
        """The pressed button's value: a record's id."""
        actions = self.body.get("actions") or [{}]
        return str(actions[0].get("value", ""))

    @property
    def chosen(self) -> str:
        """What was chosen in a menu outside a form."""
        actions = self.body.get("actions") or [{}]
        return str((actions[0].get("selected_option") or {}).get("value", ""))

    @property
    def typed_so_far(self) -> str:
        """What stands in a menu that asks us while someone types."""
        return _storable(str(self.body.get("value", "")))

    @property
    def view(self) -> dict[str, Any]:
        """The submitted form as Slack holds it."""
        view: dict[str, Any] = self.body.get("view", {})
        return view

    @property
    def metadata(self) -> str:
        """What the form carries for us: a record's id."""
        return str(self.view.get("private_metadata", ""))

    @property
    def words(self) -> str:
        """What was typed after a command."""
        return _storable(str(self.body.get("text", ""))).strip()

    def typed(self, field: str) -> str:
        """What was typed or chosen in a field, or "" where it was left alone."""
        state = self._state(field)
        if state.get("selected_option"):
            return str(state["selected_option"]["value"])
        chosen = next((state[kind] for kind in _ONE_CHOICE if state.get(kind)), "")
        return _storable(str(chosen or ""))

    def has_field(self, field: str) -> bool:
        """Whether the form asked this at all."""
        return any(block.get("block_id") == field for block in self.view.get("blocks", []))

    def people(self, field: str) -> tuple[str, ...]:
        """The people who were chosen, by Slack id."""
        return tuple(str(person) for person in self._state(field).get("selected_users") or [])

    def moment(self, field: str) -> int | None:
        """A chosen moment, in Unix seconds, or None."""
        chosen = self._state(field).get("selected_date_time")
        return int(chosen) if chosen else None

    def ticked(self, field: str) -> tuple[str, ...]:
        """The values of the boxes that were ticked."""
        return tuple(str(option["value"]) for option in self._state(field).get("selected_options") or [])

    def files(self, field: str) -> tuple[str, ...]:
        """The ids of the files that were put in."""
        return tuple(str(file["id"]) for file in self._state(field).get("files") or [])

    def _state(self, field: str) -> dict[str, Any]:
        values: dict[str, dict[str, dict[str, Any]]] = self.view.get("state", {}).get("values", {})
        return next(iter(values.get(field, {}).values()), {})

    def first_field(self) -> str:
        """The first input of the submitted form: where a sentence about the whole form is shown."""
        blocks: list[dict[str, Any]] = self.view.get("blocks", [])
        return next((str(block["block_id"]) for block in blocks if block.get("type") == "input"), "")

    def answer(self, message: Message) -> None:
        """Answer a command: only the person who typed it sees it."""
        self.ack(text=message.text, blocks=message.blocks)

    def open(self, view: dict[str, Any]) -> None:
        """Open a form, on top of the one that is open if there is one. The one Slack call that may come before an answer is over."""
        if self.body.get("container", {}).get("type") == "view" and self.view.get("type") == "modal":
            self.door.client.views_push(trigger_id=self.trigger, view=view)
        else:
            self.door.client.views_open(trigger_id=self.trigger, view=view)

    @property
    def view_underneath(self) -> str:
        """The id of the page that a form was pushed on, or that a button was pressed in; "" where there is none."""
        if self.body.get("type") == "view_submission":
            root = str(self.view.get("root_view_id") or "")
            return "" if root == self.view.get("id") else root
        in_modal = self.view.get("type") == "modal"
        return str(self.view.get("root_view_id") or self.view.get("id")) if in_modal else ""

    @property
    def page_beneath(self) -> str:
        """The id of the very page that a button was pressed in, or that a form was pushed on, also where that was pushed on another."""
        if self.body.get("type") == "view_submission":
            return str(self.view.get("previous_view_id") or "")
        return str(self.view.get("id")) if self.view.get("type") == "modal" else ""

    def update(self, view_id: str, view: dict[str, Any]) -> None:
        """Draw an open form or page anew. Closed meanwhile: there is nothing to draw."""
        try:
            self.door.client.views_update(view_id=view_id, view=view)
        except SlackApiError as error:
            if error.response.get("error") != "not_found":
                raise

    @property
    def answers_in_place(self) -> bool:
        """Whether there is a channel to say something private in: not after a shortcut, and not in App Home."""
        return bool(self.body.get("response_url"))

    def say_privately(self, message: Message) -> None:
        """A sentence that only this person sees, where they pressed; in a small window where there is no channel to say it in."""
        url = self.body.get("response_url")
        if url:
            webhook = WebhookClient(url, timeout=WEBHOOK_TIMEOUT, retry_handlers=[])
            webhook.send(
                text=message.text, blocks=message.blocks or None, response_type="ephemeral", replace_original=False
            )
        elif self.trigger:
            self.open(_window(message))

    def replace(self, message: Message) -> None:
        """Put another message in the place of the one whose button was pressed, for the same eyes."""
        webhook = WebhookClient(str(self.body["response_url"]), timeout=WEBHOOK_TIMEOUT, retry_handlers=[])
        webhook.send(text=message.text, blocks=message.blocks, response_type="ephemeral", replace_original=True)

    def later(self, job: Callable[[], None], failed: Callable[[BaseException], None]) -> None:
        """Do a job that waits for Slack, on a thread of its own, after the answer. What it raises goes to `failed`, never to nobody."""

        def done(future: Future[None]) -> None:
            error = future.exception()
            if error is not None:
                failed(error)

        self.door.afterwards.submit(job).add_done_callback(done)


_ONE_CHOICE = ("value", "selected_date", "selected_time", "selected_user", "selected_conversation")
"""Where Slack puts what was typed or chosen, by the kind of input."""

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def _storable(text: str) -> str:
    """The text without the two things that no database keeps: null characters, and halves of characters."""
    return _UNSTORABLE.sub(lambda one: "" if one[0] == "\0" else "\ufffd", text)


def _window(message: Message) -> dict[str, Any]:
    said = {"type": "section", "text": {"type": "mrkdwn", "text": message.text[:3000], "verbatim": True}}
    return {
        "type": "modal",
        "title": {"type": "plain_text", "text": "Close Ties"},
        "close": {"type": "plain_text", "text": "OK"},
        "blocks": message.blocks or [said],
    }


@dataclass(frozen=True, slots=True)
class Route:
    """One way in: what Slack sends, by which id, and who listens."""

    kind: Kind
    id: str
    listen: Callable[[Call], None]


Listener = Callable[[dict[str, Any], Ack], BoltResponse | None]
