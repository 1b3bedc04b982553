"""People over HTTP, as a process in another language would drive them."""

import base64
import json
import threading
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from slack_bolt import Ack
from slack_sdk import WebClient

from sandbox import Sandbox
from sandbox.control import READS, TAKES
from sandbox.faults import PARAMETERS
from sandbox.records import Json
from tests.sandbox import bolt
from tests.sandbox.forms import ask, modal, words

Ids = Callable[[str], str]


class Caller:
    """Calls /control and gives status and body."""

    def __init__(self, url: str) -> None:
        self._url = url

    def post(self, call: str, body: object = None, **fields: Any) -> tuple[int, Json]:
        data = json.dumps(fields if body is None else body).encode()
        return self._send(urllib.request.Request(f"{self._url}/control/{call}", data, method="POST"))

    def get(self, call: str, **query: Any) -> tuple[int, Json]:
        return self._send(urllib.request.Request(f"{self._url}/control/{call}?{urlencode(query)}"))

    def ok(self, answer: tuple[int, Json]) -> Json:
        status, body = answer
        assert (status, body.pop("ok")) == (200, True), body
        return body

    @staticmethod
    def _send(request: urllib.request.Request) -> tuple[int, Json]:
        try:
            with urllib.request.urlopen(request, timeout=15) as answer:
                return answer.status, json.load(answer)
        except urllib.error.HTTPError as refused:
            with refused:
                return refused.code, json.load(refused)


@pytest.fixture
def control(slack: Sandbox) -> Caller:
    return Caller(slack.url)


@pytest.fixture
def app(slack: Sandbox, ids: Ids) -> Iterator[None]:
    bolt_app = bolt.build(slack)
    form = modal(ask("outlet", {"type": "plain_text_input"}, optional=False), title="Media enquiry")
    button = {"type": "button", "action_id": "take", "text": words("I'll take it")}

    @bolt_app.command("/media-enquiry")
    def enquiry(ack: Ack, body: Json, client: WebClient) -> None:
        client.views_open(trigger_id=body["trigger_id"], view=form)
        ack("One moment.")

    @bolt_app.view("")
    def submitted(ack: Ack, body: Json, client: WebClient) -> None:
        blocks = [{"type": "actions", "block_id": "moves", "elements": [button]}]
        client.chat_postMessage(channel=ids("#press-office"), text="Asked.", blocks=blocks)
        client.chat_postMessage(channel=body["user"]["id"], text="Logged.")
        ack()

    @bolt_app.action("take")
    def taken(ack: Ack, body: Json, client: WebClient) -> None:
        client.chat_postMessage(channel=body["channel"]["id"], thread_ts=body["message"]["ts"], text="Taken.")
        ack()

    @bolt_app.event("app_home_opened")
    def opened(event: Json, client: WebClient) -> None:
        text = {"type": "section", "block_id": "text", "text": words("Nothing waits.")}
        client.views_publish(user_id=event["user"], view={"type": "home", "blocks": [text]})

    with bolt.connected(slack, bolt_app):
        yield


@pytest.mark.usefixtures("app")
def test_an_enquiry_over_http(control: Caller) -> None:
    typed = control.ok(control.post("command", {"as": "amara", "channel": "general", "text": "/media-enquiry"}))
    assert (typed["shown"], typed["failed"], typed["message"]["ephemeral"]) == ("One moment.", False, True)
    form = control.ok(control.get("form", **{"as": "amara"}, wait=5))
    assert (form["title"], form["fields"], form["errors"]) == ("Media enquiry", {"outlet": "outlet"}, {})
    refused = control.ok(control.post("form/submit", {"as": "amara"}))
    assert refused["form"]["errors"] == {"outlet": "This field is required"}
    filled = control.ok(control.post("form/fill", {"as": "amara", "values": {"outlet": "BBC"}}))
    assert filled["form"]["plain"] == {"outlet": "BBC"}
    assert control.ok(control.post("form/submit", {"as": "amara"})) == {"shown": "", "form": None}
    assert control.ok(control.get("form", **{"as": "amara"})) == {"form": None}
    inbox = control.ok(control.get("inbox", **{"as": "amara"}, wait=5, contains="Logged"))
    assert [message["text"] for message in inbox["messages"]] == ["Logged."]

    office = {"as": "priya.nair", "channel": "press-office"}
    card = control.ok(control.get("channel", **office, wait=5))["messages"][-1]
    assert card["buttons"] == {"I'll take it": "take"}
    assert control.ok(control.post("press", {**office, "action_id": "take", "ts": card["ts"]})) == {"shown": ""}
    seen = control.ok(control.get("channel", **office, wait=5, contains="Taken."))
    assert [reply["text"] for reply in seen["messages"][-1]["thread"]] == ["Taken."]


@pytest.mark.usefixtures("app")
def test_the_home_tab_over_http(control: Caller) -> None:
    control.ok(control.post("home", {"as": "amara"}))
    view = control.ok(control.get("home", **{"as": "amara"}, wait=5))["view"]
    assert (view["readable"], view["buttons"]) == ("Nothing waits.", {})


def test_messages_over_http(control: Caller) -> None:
    place = {"as": "amara", "channel": "general"}
    written = control.ok(control.post("message", {**place, "text": "Helo"}))
    control.ok(control.post("edit", {**place, "ts": written["ts"], "text": "Hello"}))
    control.ok(control.post("react", {**place, "ts": written["ts"], "name": "wave"}))
    control.ok(control.post("message", {**place, "text": "Below", "thread_ts": written["ts"]}))
    uploaded = control.ok(
        control.post("upload", {**place, "name": "a.txt", "base64": base64.b64encode(b"abc").decode()})
    )
    assert [(file["name"], file["size"]) for file in uploaded["files"]] == [("a.txt", 3)]
    assert control.ok(control.post("delete", {**place, "ts": uploaded["ts"]})) == {}
    seen = control.ok(control.get("channel", **place))["messages"]
    assert [(m["text"], m["edited"], m["from"], [r["name"] for r in m["reactions"]]) for m in seen] == [
        ("Hello", True, "Amara Okafor", ["wave"])
    ]
    assert [reply["text"] for reply in seen[0]["thread"]] == ["Below"]


def test_a_read_waits_until_the_words_are_there(slack: Sandbox, control: Caller) -> None:
    place = {"as": "amara", "channel": "general"}
    waiting: list[Json] = []
    thread = threading.Thread(
        target=lambda: waiting.append(control.get("channel", **place, wait=10, contains="Here")[1])
    )
    thread.start()
    slack.person("priya").writes("There", channel="general")
    slack.person("priya").writes("Here", channel="general")
    thread.join(10)
    assert [message["text"] for message in waiting[0]["messages"]] == ["There", "Here"]


def test_clock_faults_log_and_workspace(slack: Sandbox, control: Caller, client: WebClient, ids: Ids) -> None:
    assert control.ok(control.post("clock", {"advance": 60})) == {"now": "2026-03-02T09:01:00+00:00"}
    moved = control.ok(control.post("clock", {"to": "2026-03-02T08:00:00+00:00"}))
    assert (moved, slack.clock.now().hour) == ({"now": "2026-03-02T08:00:00+00:00"}, 8)
    fault = {"name": "error", "status": 503, "times": 2}
    assert control.ok(control.post("faults", fault)) == {"faults": slack.faults.active()}
    assert {**slack.faults.active()["error"], "struck": 0} == {"status": 503, "times": 2, "left": 2, "struck": 0}
    assert control.ok(control.post("faults", {"slow": {"ms": 5}, "lose_ack": {}}))["faults"].keys() == {
        "error",
        "slow",
        "lose_ack",
    }
    assert control.ok(control.post("faults", {})) == {"faults": {}}
    client.chat_postMessage(channel=ids("#general"), text="Logged")
    entries = control.ok(control.get("log"))["entries"]
    calls = [(entry["name"], entry["payload"]["text"]) for entry in entries if entry["kind"] == "web_api"]
    assert calls == [("chat.postMessage", "Logged")]
    later = control.ok(control.get("log", after=entries[0]["number"]))["entries"]
    assert [entry["number"] for entry in later][: len(entries) - 1] == [entry["number"] for entry in entries[1:]]
    described = control.ok(control.get("workspace"))
    assert [person["name"] for person in described["people"]] == ["amara.okafor", "priya.nair", "tom.reed", "gone.girl"]
    assert [channel["name"] for channel in described["channels"]] == [
        "general",
        "press-office",
        "secret",
        "lobby",
        "attic",
    ]


@pytest.mark.parametrize(
    ("call", "body", "sentence"),
    [
        ("message", {"as": "amara"}, "This call needs text; it takes as, text, channel, thread_ts, broadcast."),
        ("react", {"as": "amara", "colour": 1}, "This call takes no colour; it takes as, ts, name, channel, remove."),
        ("message", {"as": 7, "text": "x"}, "as cannot be 7."),
        ("message", [], "The body is a JSON object."),
        ("message", {"as": "nobody", "text": "x"}, "Nobody is called 'nobody' in Northbank Council."),
        (
            "message",
            {"as": "amara", "text": "x", "channel": "cellar"},
            "There is no channel called 'cellar' in Northbank Council.",
        ),
        ("form/submit", {"as": "amara"}, "Amara Okafor has no form open."),
        ("press", {"as": "amara", "action_id": "x", "home": True}, "Amara Okafor has no home tab from this app."),
        ("clock", {}, "Give either advance (seconds) or to (an ISO time with its zone)."),
        ("clock", {"to": "2026-03-02T08:00:00"}, "'2026-03-02T08:00:00' has no time zone."),
        ("clock", {"advance": True}, "advance cannot be True."),
        ("faults", {"name": "slow"}, "The fault slow needs ms."),
        ("faults", {"slow": 5}, 'Give {"name": fault, ...parameters} or {fault: {parameters}}.'),
        ("upload", {"as": "amara", "name": "a", "base64": "YQ"}, "base64 of 'a' is not base64: Incorrect padding"),
    ],
)
def test_bad_input_is_answered_with_a_sentence(control: Caller, call: str, body: object, sentence: str) -> None:
    assert control.post(call, body) == (400, {"ok": False, "error": sentence})


def test_bad_queries_are_answered_with_a_sentence(control: Caller) -> None:
    assert control.get("inbox") == (400, {"ok": False, "error": "This call needs as; it takes as, wait, contains."})
    wrong = control.get("inbox", **{"as": "amara"}, wait="long")
    assert wrong == (400, {"ok": False, "error": "wait is a number of seconds."})


def test_the_documentation_names_every_call_and_field() -> None:
    page = (Path(__file__).parents[2] / "docs" / "sandbox.md").read_text(encoding="utf-8")
    for calls in (TAKES, READS):
        for call, fields in calls.items():
            assert f"/control/{call}`" in page, call
            assert all(f"`{field}`" in page for field in fields), call
    for fault, (needed, possible) in PARAMETERS.items():
        row = next(line for line in page.splitlines() if line.startswith(f"| `{fault}` |"))
        assert all(f"`{name}`" in row for name in needed | possible), fault
