"""Every form there is, is looked over: each box that can be written in, but for the journalist's own."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from slack_bolt import Ack
from slack_sdk import WebClient

from bot.clock import SystemClock
from bot.desk.work import Desk
from bot.messages.ids import Field
from bot.rules.privacy import Kind
from handlers import privacy
from handlers.door import Call, Door
from storage.engine import Database
from tests.messages.everything import views
from tests.messages.samples import SOCIAL_WORKER, organisation

NHS = "943 476 5919"
FORMS = list(
    {str(view["callback_id"]): view for _, view in views("words", organisation()) if "submit" in view}.values()
)


def written_in(view: dict[str, Any]) -> list[str]:
    inputs = [block for block in view["blocks"] if block["type"] == "input"]
    return [block["block_id"] for block in inputs if block["element"]["type"] == "plain_text_input"]


def submitted(view: dict[str, Any], text: str, database: Database) -> Call:
    values = {name: {"field": {"type": "plain_text_input", "value": text}} for name in written_in(view)}
    body = {"type": "view_submission", "user": {"id": SOCIAL_WORKER}, "view": {**view, "state": {"values": values}}}
    desk = Desk(database, SystemClock(), _organisation=organisation())
    door = Door(desk, WebClient(), ThreadPoolExecutor(1))
    return Call(door, body, Ack())  # type: ignore[no-untyped-call]  # Bolt gives it no types


@pytest.mark.parametrize("view", FORMS, ids=[str(view["callback_id"]) for view in FORMS])
def test_a_number_is_seen_wherever_it_is_typed(view: dict[str, Any], file_database: Database) -> None:
    call = submitted(view, f"It is {NHS}.", file_database)
    privacy.look_over(call)
    assert {name: dict(each.facts) for name, each in call.looked.problems.items()} == {
        name: {"words": (NHS,), "kinds": (Kind.NHS_NUMBER,)} for name in written_in(view) if name != Field.JOURNALIST
    }


def test_what_is_ordinary_leaves_the_desk_as_it_is(file_database: Database) -> None:
    call = submitted(FORMS[0], "Sam Poole, 020 7946 0000, sam@echo.example, by 14 July 2027", file_database)
    privacy.look_over(call)
    assert (call.looked.problems, call.looked.asked, call.looked.kept) == ({}, {}, ())
