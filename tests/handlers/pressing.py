"""Pressing any button and sending in any form without Slack: what the person is told, and whether anything was kept."""

import json
from collections.abc import Callable, Mapping
from concurrent.futures import Executor, Future
from dataclasses import dataclass, field
from typing import Any, cast

from slack_bolt import Ack
from slack_bolt.response import BoltResponse
from slack_sdk import WebClient
from sqlalchemy import select

from bot.desk.work import Desk
from handlers import routes
from handlers.door import Door, Kind, Route
from storage.base import Record
from storage.engine import Database


class AtOnce(Executor):
    """What is done after an answer is done at once."""

    def submit(self, job: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        future: Future[Any] = Future()
        try:
            future.set_result(job(*args, **kwargs))
        except Exception as error:  # noqa: BLE001 - as any executor, it hands on whatever was raised
            future.set_exception(error)
        return future


@dataclass
class Shown:
    """The client that opens forms: it keeps them."""

    views: list[dict[str, Any]] = field(default_factory=list)

    def views_open(self, *, trigger_id: str, view: dict[str, Any]) -> None:
        self.views.append(view)

    def views_push(self, *, trigger_id: str, view: dict[str, Any]) -> None:
        self.views.append(view)

    def views_update(self, *, view_id: str, view: dict[str, Any]) -> None:
        self.views.append(view)


@dataclass
class Answered:
    """What came of it: what Slack was told, and the windows that opened."""

    acks: list[dict[str, Any]]
    views: list[dict[str, Any]]

    @property
    def said(self) -> str:
        """The sentence the person reads: beside a field, or in a small window; "" where a form or page opened."""
        for ack in self.acks:
            for sentence in (ack.get("errors") or {}).values():
                return str(sentence)
        windows = [view for view in self.views if "callback_id" not in view]
        texts = [str(block["text"]["text"]) for view in windows for block in view["blocks"] if "text" in block]
        return texts[0] if texts else ""

    @property
    def opened(self) -> list[str]:
        """The forms and pages that opened."""
        return [str(view["callback_id"]) for view in self.views if "callback_id" in view]


def press(desk: Desk, route: Route, person: str, *, value: str = "1", **body: Any) -> Answered:
    """Someone presses a button, or uses a command or a shortcut."""
    action = {"action_id": route.id, "value": value, **body.pop("action", {})}
    return _send(desk, route, {**_kind_of(route), "user": {"id": person}, "actions": [action], **body})


def send_in(
    desk: Desk, route: Route, person: str, *, about: str = "1", typed: Mapping[str, Any] | None = None
) -> Answered:
    """Someone sends in a form. `typed`: by field, text or what Slack sends of an element."""
    values = {name: one if isinstance(one, dict) else {"value": one} for name, one in (typed or {}).items()}
    inputs = [
        {"type": "input", "block_id": name, "element": {"type": "plain_text_input", "action_id": "field"}}
        for name in values
    ]
    view = {
        "id": "V0FORM",
        "type": "modal",
        "callback_id": route.id,
        "private_metadata": about,
        "blocks": inputs,
        "state": {"values": {name: {"field": one} for name, one in values.items()}},
    }
    return _send(desk, route, {"type": "view_submission", "user": {"id": person}, "view": view})


def send_form(
    desk: Desk, route: Route, person: str, view: dict[str, Any], written: Mapping[str, str], about: str = ""
) -> Answered:
    """Someone sends in a form as it was opened, with other words in its boxes; what else was chosen in it stays chosen."""
    values: dict[str, dict[str, Any]] = {}
    for block in view["blocks"]:
        if block.get("type") == "input":
            element = block["element"]
            values[str(block["block_id"])] = {str(element["action_id"]): _filled(block, written)}
    shown = {**view, "id": "V0FORM", "private_metadata": about or view["private_metadata"]}
    body = {"type": "view_submission", "user": {"id": person}, "view": {**shown, "state": {"values": values}}}
    return _send(desk, route, body)


def _filled(block: dict[str, Any], written: Mapping[str, str]) -> dict[str, Any]:
    element = block["element"]
    match element["type"]:
        case "plain_text_input":
            return {"value": written.get(str(block["block_id"]), element.get("initial_value"))}
        case "static_select" | "radio_buttons":
            return {"selected_option": element.get("initial_option") or element["options"][0]}
        case "checkboxes":
            return {"selected_options": element.get("initial_options", [])}
        case "users_select":
            return {"selected_user": element.get("initial_user", "U0JOAN008")}
        case "multi_users_select":
            return {"selected_users": element.get("initial_users", [])}
        case "datetimepicker":
            return {"selected_date_time": element.get("initial_date_time")}
        case _:
            return {"selected_date": element.get("initial_date")}


def _kind_of(route: Route) -> dict[str, Any]:
    match route.kind:
        case Kind.ACTION:
            return {"type": "block_actions", "trigger_id": "T1"}
        case Kind.SHORTCUT:
            return {"type": "shortcut", "trigger_id": "T1"}
        case _:
            return {"command": route.id, "trigger_id": "T1", "text": ""}


def _send(desk: Desk, route: Route, body: dict[str, Any]) -> Answered:
    shown, acks = Shown(), list[dict[str, Any]]()

    def ack(*_: Any, **answer: Any) -> BoltResponse:
        acks.append(answer)
        return BoltResponse(status=200)

    door = Door(desk, cast("WebClient", shown), AtOnce())
    routes.listener(route, door)(body, cast("Ack", ack))
    return Answered(acks, shown.views)


NOTED_EACH_TIME = frozenset({"turned_away"})
"""What the trail keeps of someone who may not read."""


def everything_in(database: Database) -> str:
    """Every row of every table, but what the trail says of those who were turned away."""
    with database.read() as session:
        rows = {
            table.name: [
                [str(value) for value in row]
                for row in session.execute(select(table))
                if getattr(row, "action", "") not in NOTED_EACH_TIME
            ]
            for table in Record.metadata.sorted_tables
            if table.name != "audit_head"
        }
    return json.dumps(rows)
