"""What an answer that is none means: a real client, and a server that is not Slack."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.delivery.timing import Timing
from bot.slack_errors import (
    NETWORK_ERRORS,
    CannotEdit,
    EverythingWrong,
    Gone,
    Hold,
    MessageWrong,
    PlaceWrong,
    Trouble,
    TryAgain,
    understand,
)


@contextmanager
def _server(status: int, body: bytes, headers: dict[str, str]) -> Iterator[str]:
    class Answer(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["content-length"]))
            self.send_response(status)
            for name, value in {"content-length": str(len(body)), **headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            return

    with HTTPServer(("127.0.0.1", 0), Answer) as server:
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/api/"
        server.shutdown()


def _trouble(url: str) -> Trouble:
    client = WebClient(token="xoxb-1", base_url=url, timeout=5, retry_handlers=[])
    with pytest.raises((SlackApiError, *NETWORK_ERRORS)) as raised:
        client.chat_postMessage(channel="C1", text="hello")
    return understand(raised.value)


HTML = {"content-type": "text/html; charset=utf-8"}
JSON = {"content-type": "application/json; charset=utf-8"}


@pytest.mark.parametrize(
    ("status", "body", "headers", "meaning"),
    [
        (200, b"<html>Please log in to the guest network</html>", HTML, TryAgain("http_200")),
        (502, b"<html>Bad gateway</html>", HTML, TryAgain("http_502")),
        (403, b"Forbidden by our proxy", HTML, TryAgain("http_403")),
        (200, b"", JSON, TryAgain("http_200")),
        (200, b'{"ok": fal', JSON, TryAgain("http_200")),
        (500, b'{"ok": false, "error": "internal_error"}', JSON, TryAgain("http_500")),
        (200, b'{"ok": false, "error": "fatal_error"}', JSON, TryAgain("fatal_error")),
        (429, b'{"ok": false, "error": "ratelimited"}', JSON | {"Retry-After": "30"}, Hold(30.0)),
        (429, b'{"ok": false, "error": "ratelimited"}', JSON | {"retry-after": "7"}, Hold(7.0)),
        (429, b"<html>Slow down</html>", HTML, Hold(1.0)),
        (200, b'{"ok": false, "error": "ratelimited"}', JSON, Hold(1.0)),
        (200, b'{"ok": false, "error": "token_revoked"}', JSON, EverythingWrong("token_revoked")),
        (403, b'{"ok": false, "error": "invalid_auth"}', JSON, EverythingWrong("invalid_auth")),
        (200, b'{"ok": false, "error": "is_archived"}', JSON, PlaceWrong("is_archived")),
        (200, b'{"ok": false, "error": "message_not_found"}', JSON, Gone("message_not_found")),
        (200, b'{"ok": false, "error": "edit_window_closed"}', JSON, CannotEdit("edit_window_closed")),
        (200, b'{"ok": false, "error": "invalid_blocks"}', JSON, MessageWrong("invalid_blocks")),
        (
            200,
            b'{"ok": false, "error": "something_slack_thought_of_later"}',
            JSON,
            MessageWrong("something_slack_thought_of_later"),
        ),
    ],
)
def test_each_answer(status: int, body: bytes, headers: dict[str, str], meaning: Trouble) -> None:
    with _server(status, body, headers) as url:
        assert _trouble(url) == meaning


def test_nobody_there() -> None:
    with _server(200, b"", {}) as url:
        pass
    assert _trouble(url) == TryAgain("URLError")


def test_waits_grow_and_end() -> None:
    timing = Timing()
    assert [timing.pause(attempts) for attempts in (0, 1, 2, 3, 6, 7, 1000)] == [1.0, 1.0, 2.0, 4.0, 32.0, 60.0, 60.0]
    assert [timing.pause_after_silence(attempts) for attempts in (1, 5, 7)] == [10.0, 16.0, 60.0]
    assert 2 * timing.request < timing.lease.total_seconds()
