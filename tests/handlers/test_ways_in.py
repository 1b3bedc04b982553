"""The ways in: a page without a button to send is one to read, and Slack is told of all that we listen to."""

import re

from bot import manifest
from bot.messages.ids import View
from handlers.door import Kind
from tests.messages.everything import objects, views
from tests.messages.samples import organisation
from tests.project.test_routes import NOT_SUBMITTED, routed


def test_slack_is_told_of_every_command_shortcut_and_event() -> None:
    app = manifest.manifest()
    assert {one["command"] for one in app["features"]["slash_commands"]} == routed(Kind.COMMAND)
    assert {one["callback_id"] for one in app["features"]["shortcuts"]} == routed(Kind.SHORTCUT)
    events = app["settings"]["event_subscriptions"]["bot_events"]
    assert {re.sub(r"^message\..*", "message", event) for event in events} == routed(Kind.EVENT)


def test_what_cannot_be_sent_is_a_page_to_read() -> None:
    built = [one for _, view in views("words", organisation()) for one in objects(view) if one.get("type") == "modal"]
    pages = {one["callback_id"] for one in built if not one.get("submit")}
    sent = {one["callback_id"] for one in built if one.get("submit")}
    assert pages == NOT_SUBMITTED | {View.LINE}  # a line can be read, and taken out of use where it may be
    assert sent == routed(Kind.SUBMISSION)
