"""Forms for the tests, and an app that opens one and answers it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from slack_bolt import Ack, App
from slack_sdk import WebClient

from sandbox.records import Json

Ids = Callable[[str], str]


def words(text: str) -> Json:
    return {"type": "plain_text", "text": text}


def option(text: str, value: str) -> Json:
    return {"text": words(text), "value": value}


def stored(text: str, value: str) -> Json:
    return {"text": {"type": "plain_text", "text": text, "emoji": True}, "value": value}


def ask(block_id: str, element: Json, *, optional: bool = True, **more: Any) -> Json:
    placed = {"action_id": "value", **element}
    return {
        "type": "input",
        "block_id": block_id,
        "label": words(block_id),
        "optional": optional,
        "element": placed,
        **more,
    }


def modal(*blocks: Json, title: str = "Form", **more: Any) -> Json:
    return {"type": "modal", "title": words(title), "submit": words("Send"), "blocks": list(blocks), **more}


@dataclass
class Forms:
    """An app that opens `view` on its command and answers submissions with `answer`."""

    view: Json = field(default_factory=modal)
    answer: Json = field(default_factory=dict)
    got: list[Json] = field(default_factory=list)
    options: list[Json] = field(default_factory=list)
    on_action: Callable[[Json, WebClient], object] = lambda _body, _client: None

    @property
    def values(self) -> Json:
        values: Json = self.got[-1]["view"]["state"]["values"]
        return values


def listen(app: App, forms: Forms) -> None:
    @app.command("/media-enquiry")
    def open_form(ack: Ack, body: Json, client: WebClient) -> None:
        client.views_open(trigger_id=body["trigger_id"], view=forms.view)
        ack()

    @app.view({"type": "view_submission", "callback_id": ""})
    def submitted(ack: Ack, body: Json) -> None:
        forms.got.append(body)
        ack(**forms.answer)

    @app.view({"type": "view_closed", "callback_id": ""})
    def closed(ack: Ack, body: Json) -> None:
        forms.got.append(body)
        ack()

    @app.action({"type": "block_actions", "action_id": "value"})
    def acted(ack: Ack, body: Json, client: WebClient) -> None:
        forms.got.append(body)
        forms.on_action(body, client)
        ack()

    @app.options("value")
    def suggest(ack: Ack, body: Json) -> None:
        forms.got.append(body)
        ack(options=forms.options)
