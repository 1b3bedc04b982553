"""The ways in: whatever we show can be pressed, whatever we listen to can be reached, and Slack is told of all of it."""

import re
from collections.abc import Iterator
from typing import Any

from bot import manifest
from bot.messages.ids import Action, Command, MessageShortcut, Shortcut, View
from handlers.door import Kind
from handlers.routes import ROUTES
from tests.messages.everything import messages, objects, views
from tests.messages.samples import organisation

READ_ONLY = {
    View.ENQUIRY_OPEN,
    View.STORY_OPEN,
    View.ROTA,
    View.AWAY_HAND,
}
SENDS_BACK = {"button", "static_select", "overflow", "checkboxes", "radio_buttons", "datepicker"}


def routed(kind: Kind) -> list[str]:
    return sorted(str(route.id) for route in ROUTES if route.kind == kind)


def built() -> Iterator[dict[str, Any]]:
    """Every object of every message and view that can be built."""
    for _, message in messages("words", organisation()):
        yield from objects(message.blocks)
    for _, view in views("words", organisation()):
        yield from objects(view)


def test_every_id_is_routed_once_and_every_route_has_its_id() -> None:
    assert routed(Kind.COMMAND) == sorted(Command)
    assert routed(Kind.SHORTCUT) == sorted([*Shortcut, *MessageShortcut])
    assert routed(Kind.SUBMISSION) == sorted(set(View) - READ_ONLY)
    assert routed(Kind.ACTION) == sorted(set(Action) - {Action.FIELD})


def test_slack_is_told_of_every_command_shortcut_and_event() -> None:
    app = manifest.manifest()
    assert sorted(one["command"] for one in app["features"]["slash_commands"]) == routed(Kind.COMMAND)
    assert sorted(one["callback_id"] for one in app["features"]["shortcuts"]) == routed(Kind.SHORTCUT)
    events = app["settings"]["event_subscriptions"]["bot_events"]
    assert sorted({re.sub(r"^message\..*", "message", event) for event in events}) == routed(Kind.EVENT)


def test_every_button_that_can_be_built_is_listened_to_and_every_listener_has_a_button() -> None:
    buttons = {one["action_id"] for one in built() if one.get("type") == "button"}
    assert sorted(buttons) == routed(Kind.ACTION)


def test_every_form_that_can_be_built_and_sent_is_listened_to() -> None:
    forms = {one["callback_id"] for one in built() if one.get("type") == "modal" and one.get("submit")}
    assert sorted(forms) == routed(Kind.SUBMISSION)
    pages = {one["callback_id"] for one in built() if one.get("type") == "modal" and not one.get("submit")}
    assert pages == READ_ONLY
