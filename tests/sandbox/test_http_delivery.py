"""Signed HTTP to a request URL: a real Bolt receiver, the headers, and what happens when it fails."""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from queue import Queue
from typing import Any
from urllib.parse import parse_qs

from slack_bolt import Ack, App
from slack_bolt.request import BoltRequest
from slack_sdk import WebClient

from sandbox import Sandbox
from sandbox.records import Json
from sandbox.workspace import Workspace

Answer = tuple[int, dict[str, str], str]
Reply = Callable[[str, dict[str, str]], Answer]


@dataclass
class Receiver:
    """An HTTP server at the app's end; `reply` may be set once the app is known."""

    url: str = ""
    reply: Reply = lambda _body, _headers: (200, {}, "")
    got: Queue[tuple[str, dict[str, str]]] = field(default_factory=Queue)


@contextmanager
def receiving() -> Iterator[Receiver]:
    receiver = Receiver()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            headers = {name.lower(): value for name, value in self.headers.items()}
            receiver.got.put((body, headers))
            status, answer_headers, answer = receiver.reply(body, headers)
            self.send_response(status)
            for name, value in {**answer_headers, "Content-Length": str(len(answer.encode()))}.items():
                self.send_header(name, value)
            self.end_headers()
            with suppress(BrokenPipeError):  # Slack does not wait for those who are late
                self.wfile.write(answer.encode())

        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name that http.server gives it
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    receiver.url = f"http://127.0.0.1:{server.server_port}/slack/events"
    try:
        yield receiver
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def bolt_reply(slack: Sandbox, got: list[Json]) -> Reply:
    client = WebClient(token=slack.bot_token, base_url=slack.api_url, retry_handlers=[])
    app = App(client=client, signing_secret=slack.signing_secret, process_before_response=True)

    @app.command("/media-enquiry")
    def enquiry(ack: Ack, body: Json) -> None:
        got.append(body)
        ack(text="Noted.", response_type="in_channel")

    @app.event("message")
    def message(body: Json) -> None:
        got.append(body)

    def reply(body: str, headers: dict[str, str]) -> Answer:
        answer = app.dispatch(BoltRequest(body=body, headers=dict(headers)))
        return answer.status, {name: values[0] for name, values in answer.headers.items()}, answer.body

    return reply


def test_a_bolt_receiver_trusts_the_signature(workspace: Workspace, manifest: Json) -> None:
    got: list[Json] = []
    with receiving() as receiver, Sandbox(workspace, manifest, request_url=receiver.url) as slack:
        receiver.reply = bolt_reply(slack, got)
        assert slack.run(slack.dispatcher.verify_request_url())
        assert slack.person("amara").types("/media-enquiry BBC", channel="general") == "Noted."
        assert slack.person("priya").in_channel("general").last.text == "Noted."
        slack.person("amara").writes("Hello", channel="general")
        slack.person("amara").in_channel("general").wait_until(lambda _: len(got) >= 2)
    assert got[0]["text"] == "BBC"
    assert [body["event"]["text"] for body in got[1:]] == ["Hello"]  # Bolt passes over what its own bot wrote


def test_a_forged_signature_is_refused_and_the_person_sees_it(workspace: Workspace, manifest: Json) -> None:
    with receiving() as receiver, Sandbox(workspace, manifest, request_url=receiver.url) as slack:
        reply = bolt_reply(slack, [])
        receiver.reply = lambda body, headers: reply(body, headers | {"x-slack-signature": "v0=forged"})
        shown = slack.person("amara").types("/media-enquiry", channel="general")
    assert shown == '/media-enquiry failed with the error "http_service_error"'


def test_nobody_at_the_url(workspace: Workspace, manifest: Json) -> None:
    with Sandbox(workspace, manifest, request_url="http://127.0.0.1:1/slack/events") as slack:
        shown = slack.person("amara").types("/media-enquiry", channel="general")
        assert shown == '/media-enquiry failed with the error "dispatch_failed"'


def test_an_event_is_tried_again_with_slacks_headers(workspace: Workspace, manifest: Json) -> None:
    with receiving() as receiver, Sandbox(workspace, manifest, request_url=receiver.url) as slack:
        receiver.reply = lambda _body, _headers: (500, {}, "")
        slack.person("amara").writes("Hello", channel="general")
        first, second = receiver.got.get(timeout=10), receiver.got.get(timeout=10)
        slack.clock.advance(60)
        receiver.reply = lambda _body, _headers: (200, {"X-Slack-No-Retry": "1"}, "")
        third = receiver.got.get(timeout=10)
    retries = [
        (headers.get("x-slack-retry-num"), headers.get("x-slack-retry-reason")) for _, headers in (first, second, third)
    ]
    assert retries == [(None, None), ("1", "http_error"), ("2", "http_error")]
    assert len({json.loads(body)["event_id"] for body, _ in (first, second, third)}) == 1
    assert first[1]["content-type"] == "application/json"


def test_no_retry_is_heeded(workspace: Workspace, manifest: Json) -> None:
    with receiving() as receiver, Sandbox(workspace, manifest, request_url=receiver.url) as slack:
        receiver.reply = lambda _body, _headers: (503, {"X-Slack-No-Retry": "1"}, "")
        slack.person("amara").writes("Hello", channel="general")
        receiver.got.get(timeout=10)
        receiver.reply = lambda _body, _headers: (200, {}, "")
        slack.person("amara").writes("Again", channel="general")
        body, headers = receiver.got.get(timeout=10)
    assert json.loads(body)["event"]["text"] == "Again"
    assert "x-slack-retry-num" not in headers


def test_interactivity_is_a_form_with_one_field(workspace: Workspace, manifest: Json) -> None:
    with receiving() as receiver, Sandbox(workspace, manifest, request_url=receiver.url) as slack:
        assert slack.person("amara").uses_shortcut("log_enquiry") == ""
        body, headers = receiver.got.get(timeout=10)
    assert headers["content-type"] == "application/x-www-form-urlencoded"
    fields = parse_qs(body)
    assert list(fields) == ["payload"]
    payload = json.loads(fields["payload"][0])
    assert (payload["type"], payload["callback_id"], "channel" in payload) == ("shortcut", "log_enquiry", False)


def test_a_slow_app_is_too_late(workspace: Workspace, manifest: Json) -> None:
    done = threading.Event()
    with receiving() as receiver, Sandbox(workspace, manifest, request_url=receiver.url, ack_seconds=0.05) as slack:

        def slow(_body: str, _headers: dict[str, str]) -> Answer:
            done.wait(10)
            return 200, {}, ""

        receiver.reply = slow
        shown = slack.person("amara").types("/media-enquiry", channel="general")
        done.set()
    assert shown == '/media-enquiry failed with the error "operation_timeout"'
