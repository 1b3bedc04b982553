"""The driver as a story: a small Bolt app over Socket Mode, and what people see of it."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from slack_bolt import Ack
from slack_sdk import WebClient

from sandbox import Sandbox
from tests.sandbox import bolt

Json = dict[str, Any]

FORM: Json = {
    "type": "modal",
    "callback_id": "enquiry",
    "title": {"type": "plain_text", "text": "Media enquiry"},
    "submit": {"type": "plain_text", "text": "Send"},
    "close": {"type": "plain_text", "text": "Cancel"},
    "private_metadata": "draft-1",
    "notify_on_close": True,
    "blocks": [
        {"type": "section", "block_id": "intro", "text": {"type": "mrkdwn", "text": "In danger? *Ring 999* first."}},
        {
            "type": "input",
            "block_id": "outlet",
            "label": {"type": "plain_text", "text": "Outlet"},
            "hint": {"type": "plain_text", "text": "Paper, station or site"},
            "element": {"type": "plain_text_input", "action_id": "value", "max_length": 20},
        },
        {
            "type": "input",
            "block_id": "deadline",
            "optional": True,
            "label": {"type": "plain_text", "text": "Deadline"},
            "element": {"type": "timepicker", "action_id": "value"},
        },
        {
            "type": "input",
            "block_id": "service",
            "label": {"type": "plain_text", "text": "Service"},
            "element": {
                "type": "static_select",
                "action_id": "value",
                "options": [
                    {"text": {"type": "plain_text", "text": "Adult care"}, "value": "adults"},
                    {"text": {"type": "plain_text", "text": "Children"}, "value": "children"},
                ],
            },
        },
    ],
}


def card(status: str) -> list[Json]:
    return [
        {"type": "section", "block_id": "words", "text": {"type": "mrkdwn", "text": f"*BBC* asks. Status: {status}"}},
        {
            "type": "actions",
            "block_id": "moves",
            "elements": [
                {
                    "type": "button",
                    "action_id": "claim",
                    "value": "ME-0001",
                    "text": {"type": "plain_text", "text": "I'll take it"},
                }
            ],
        },
    ]


@pytest.fixture
def desk(slack: Sandbox, ids: Callable[[str], str]) -> Iterator[list[Json]]:
    """A tiny press desk: a form, a card, a button. Yields the bodies that it got."""
    app, got = bolt.build(slack), []

    @app.command("/media-enquiry")
    def enquiry(ack: Ack, body: Json, client: WebClient) -> None:
        got.append(body)
        if body["text"] == "help":
            ack("Type */media-enquiry*, then fill in the form.")
            return
        client.views_open(trigger_id=body["trigger_id"], view=FORM)
        ack()

    @app.view("enquiry")
    def submitted(ack: Ack, body: Json, client: WebClient) -> None:
        got.append(body)
        outlet = body["view"]["state"]["values"]["outlet"]["value"]["value"]
        if outlet == "nobody":
            ack(response_action="errors", errors={"outlet": "Who asks?"})
            return
        client.chat_postMessage(channel=ids("#press-office"), text=f"{outlet} asks.", blocks=card("new"))
        client.chat_postMessage(channel=body["user"]["id"], text=f"Thank you. {outlet} &amp; friends: logged.")
        ack()

    @app.view_closed("enquiry")
    def closed(ack: Ack, body: Json) -> None:
        got.append(body)
        ack()

    @app.action("claim")
    def claimed(ack: Ack, body: Json, client: WebClient) -> None:
        got.append(body)
        place = {"channel": body["channel"]["id"], "ts": body["message"]["ts"]}
        client.chat_update(**place, text="BBC asks.", blocks=card(f"<@{body['user']['id']}> has it"))
        client.chat_postMessage(channel=place["channel"], thread_ts=place["ts"], text="Taken.")
        ack()

    with bolt.connected(slack, app):
        yield got


def test_an_enquiry_from_command_to_claim(slack: Sandbox, desk: list[Json]) -> None:
    amara, priya = slack.person("amara"), slack.person("priya.nair")

    assert amara.types("/media-enquiry BBC, 4pm", channel="general") == ""
    form = amara.form
    assert form.title == "Media enquiry"
    assert form.fields == {"outlet": "Outlet", "deadline": "Deadline", "service": "Service"}
    assert form.text.splitlines() == [
        "Media enquiry", "In danger? Ring 999 first.", "Outlet", "Paper, station or site", "Deadline", "Service",
        "Cancel", "Send",
    ]  # fmt: skip
    assert form.fill(outlet="BBC", deadline="17:00", service="Children").submit().errors == {}
    assert not form.is_open and not amara.has_form

    assert amara.inbox.last.text == "Thank you. BBC &amp; friends: logged."
    assert amara.inbox.last.sentence == "Thank you. BBC & friends: logged."
    office = priya.in_channel("press-office")
    assert office.last.buttons == {"I'll take it": "claim"}
    assert office.last.readable == "BBC asks. Status: new\nI'll take it"
    assert office.last.press("I'll take it") == ""
    assert office.wait_for(lambda message: "has it" in message.readable).readable == (
        "BBC asks. Status: @Priya Nair has it\nI'll take it"
    )
    assert [reply.text for reply in office.last.thread] == ["Taken."]
    assert [body.get("type", "command") for body in desk] == ["command", "view_submission", "block_actions"]


def test_required_fields_never_reach_the_app(slack: Sandbox, desk: list[Json]) -> None:
    amara = slack.person("amara")
    amara.types("/media-enquiry")
    form = amara.form.fill(outlet="x" * 21).submit()
    assert form.errors == {
        "outlet": "Please use 20 characters or fewer (you have 21)",
        "service": "This field is required",
    }
    assert form.is_open
    assert len(desk) == 1


def test_the_apps_errors_stand_at_their_fields_and_what_was_typed_stays(slack: Sandbox, desk: list[Json]) -> None:
    amara = slack.person("amara")
    amara.types("/media-enquiry")
    form = amara.form.fill(outlet="nobody", service="adults").submit()
    assert form.errors == {"outlet": "Who asks?"}
    assert form.values == {"outlet": "nobody", "deadline": None, "service": "adults"}
    assert form.fill(outlet="ITV").errors == {}
    form.submit()
    assert not form.is_open
    assert desk[-1]["view"]["state"]["values"] == {
        "outlet": {"value": {"type": "plain_text_input", "value": "ITV"}},
        "deadline": {"value": {"type": "timepicker", "selected_time": None}},
        "service": {
            "value": {
                "type": "static_select",
                "selected_option": {
                    "text": {"type": "plain_text", "text": "Adult care", "emoji": True},
                    "value": "adults",
                },
            }
        },
    }


def test_words_in_an_ack_are_seen_by_the_person_alone(slack: Sandbox, desk: list[Json]) -> None:
    amara, priya = slack.person("amara"), slack.person("priya")
    assert amara.types("/media-enquiry help", channel="general") == "Type /media-enquiry, then fill in the form."
    assert amara.in_channel("general").last.ephemeral
    assert amara.in_channel("general").last.text == "Type */media-enquiry*, then fill in the form."
    assert priya.in_channel("general").messages == []


def test_closing_is_told_with_no_values(slack: Sandbox, desk: list[Json]) -> None:
    amara = slack.person("amara")
    amara.types("/media-enquiry")
    amara.form.fill(outlet="BBC").close()
    assert not amara.has_form
    told = desk[-1]
    assert (told["type"], told["is_cleared"], told["view"]["state"]) == ("view_closed", False, {"values": {}})
