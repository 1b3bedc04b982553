"""What menus that ask the app show, in each place; thumbs up and down; files that stay in a form."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest
from slack_bolt import Ack
from slack_sdk import WebClient

from sandbox import Sandbox
from sandbox.records import Json
from tests.sandbox import bolt
from tests.sandbox.forms import ask, modal, option, words
from tests.sandbox.test_control import Caller

Ids = Callable[[str], str]

SCHOOL = {"type": "external_select", "action_id": "school", "min_query_length": 2}
HOSPITAL = {"type": "external_select", "action_id": "hospital", "min_query_length": 2}
MENUS = {"type": "actions", "block_id": "menus", "elements": [SCHOOL, HOSPITAL]}
THUMBS = {
    "type": "feedback_buttons",
    "action_id": "thumbs",
    "positive_button": {"text": words("Good"), "value": "up"},
    "negative_button": {"text": words("Bad"), "value": "down"},
}


@dataclass
class Asked:
    """What the app was asked and told; it opens `view` on its command."""

    view: Json
    got: list[Json] = field(default_factory=list)


@pytest.fixture
def asked(slack: Sandbox) -> Iterator[Asked]:
    app, asked = bolt.build(slack), Asked(modal(MENUS, ask("files", {"type": "file_input"})))

    @app.options({"action_id": "school"})
    def schools(ack: Ack, body: Json) -> None:
        asked.got.append(body)
        groups = [{"label": words("Primary"), "options": [option("Hill Lane", "hill")]}]
        ack(option_groups=[*groups, {"label": words("Secondary"), "options": [option("Hillside", "side")]}])

    @app.options({"action_id": "hospital"})
    def hospitals(ack: Ack, body: Json) -> None:
        asked.got.append(body)
        ack(options=[option("Saint Hilda's", "hilda")])

    @app.command("/media-enquiry")
    def open_form(ack: Ack, body: Json, client: WebClient) -> None:
        client.views_open(trigger_id=body["trigger_id"], view=asked.view)
        ack()

    @app.action({"block_id": "menus"})
    def chosen(ack: Ack, body: Json) -> None:
        asked.got.append(body)
        ack()

    @app.action("thumbs")
    def judged(ack: Ack, body: Json) -> None:
        asked.got.append(body)
        ack()

    @app.view({"type": "view_submission", "callback_id": ""})
    def submitted(ack: Ack, body: Json) -> None:
        asked.got.append(body)
        ack()

    with bolt.connected(slack, app):
        yield asked


@pytest.fixture
def control(slack: Sandbox) -> Caller:
    return Caller(slack.url)


def test_a_menu_in_a_message_shows_what_the_app_offers_in_its_groups(
    slack: Sandbox, asked: Asked, control: Caller, client: WebClient, ids: Ids
) -> None:
    ts = client.chat_postMessage(channel=ids("#general"), text="Which?", blocks=[MENUS])["ts"]
    place = {"as": "amara", "channel": "general", "ts": ts}
    assert control.ok(control.post("suggestions", {**place, "action_id": "school", "text": "h"})) == {"options": []}
    assert control.ok(control.post("suggestions", {**place, "action_id": "school", "text": "hi"})) == {
        "options": [
            {**option("Hill Lane", "hill"), "group": "Primary"},
            {**option("Hillside", "side"), "group": "Secondary"},
        ]
    }
    assert (asked.got[0]["value"], asked.got[0]["container"]["message_ts"]) == ("hi", ts)
    control.ok(control.post("press", {**place, "action_id": "school", "value": "side"}))
    assert [body["type"] for body in asked.got] == ["block_suggestion", "block_actions"], "it was not asked again"
    assert asked.got[1]["actions"][0]["selected_option"] == option("Hillside", "side")


def test_each_menu_of_a_form_remembers_its_own(slack: Sandbox, asked: Asked, control: Caller) -> None:
    slack.person("amara").types("/media-enquiry")
    assert slack.person("amara").form.title == "Form"
    offered = [
        control.ok(control.post("suggestions", {"as": "amara", "action_id": menu, "block_id": "menus", "text": "hil"}))
        for menu in ("school", "hospital")
    ]
    assert [[each["value"] for each in one["options"]] for one in offered] == [["hill", "side"], ["hilda"]]
    control.ok(control.post("press", {"as": "amara", "action_id": "hospital", "block_id": "menus", "value": "hilda"}))
    assert asked.got[-1]["actions"][0]["selected_option"] == option("Saint Hilda's", "hilda")
    assert len(asked.got) == 3


def test_the_home_tab_and_a_closed_form_have_nothing_to_offer(asked: Asked, control: Caller) -> None:
    at_home = control.post("suggestions", {"as": "amara", "action_id": "school", "text": "hill", "home": True})
    assert at_home == (400, {"ok": False, "error": "Amara Okafor has no home tab from this app."})
    nowhere = control.post("suggestions", {"as": "amara", "action_id": "school", "text": "hill"})
    assert nowhere == (400, {"ok": False, "error": "Amara Okafor has no form open."})
    assert asked.got == []


def test_thumbs_up_and_down_reach_the_app(
    slack: Sandbox, asked: Asked, control: Caller, client: WebClient, ids: Ids
) -> None:
    blocks = [{"type": "context_actions", "block_id": "under", "elements": [THUMBS]}]
    ts = client.chat_postMessage(channel=ids("#general"), text="An answer", blocks=blocks)["ts"]
    place = {"as": "amara", "channel": "general", "ts": ts, "action_id": "thumbs"}
    control.ok(control.post("press", {**place, "value": "down"}))
    told = asked.got[0]["actions"][0]
    assert {key: told[key] for key in ("type", "action_id", "block_id", "value")} == {
        "type": "feedback_buttons",
        "action_id": "thumbs",
        "block_id": "under",
        "value": "down",
    }
    status, refused = control.post("press", {**place, "value": "sideways"})
    assert (status, "has no button 'sideways'" in refused["error"]) == (400, True)


def test_a_file_put_into_a_form_stays_when_another_joins_it(slack: Sandbox, asked: Asked, control: Caller) -> None:
    slack.person("amara").types("/media-enquiry")
    assert slack.person("amara").form.title == "Form"
    first = [{"name": "one.png", "base64": "MQ=="}]
    form = control.ok(control.post("form/fill", {"as": "amara", "values": {"files": first}}))["form"]
    held = form["values"]["files"]["value"]["files"][0]
    both = [{"id": held["id"]}, {"name": "two.png", "base64": "Mg=="}]
    control.ok(control.post("form/fill", {"as": "amara", "values": {"files": both}}))
    control.ok(control.post("form/submit", {"as": "amara"}))
    sent = asked.got[-1]["view"]["state"]["values"]["files"]["value"]["files"]
    assert [(file["name"], file["id"] == held["id"]) for file in sent] == [("one.png", True), ("two.png", False)]


def test_nobody_puts_anothers_file_into_a_form(slack: Sandbox, asked: Asked, control: Caller) -> None:
    message = control.ok(
        control.post("upload", {"as": "priya", "name": "hers.png", "base64": "MQ==", "channel": "press-office"})
    )
    slack.person("amara").types("/media-enquiry")
    assert slack.person("amara").form.title == "Form"
    answer = control.post("form/fill", {"as": "amara", "values": {"files": [{"id": message["files"][0]["id"]}]}})
    assert answer == (400, {"ok": False, "error": "a file is (name, bytes), or name and base64"})
