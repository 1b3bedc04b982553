"""Delivery by signed HTTP: one request URL for events, interactivity and slash commands.

Signature and headers as Slack documents them: `v0=` and the HMAC-SHA256 of `v0:{timestamp}:{raw body}`. The timestamp is
real time, since the app's receiver compares it with its own clock.
"""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import http.client
import json
import time
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from urllib.parse import urlencode, urlsplit

from sandbox.delivery.envelope import Ack, Envelope, NoAck, Payload

Headers = dict[str, str]


class HttpTransport:
    """Posts each envelope to the app's request URL."""

    kind = "http"

    def __init__(self, request_url: str, signing_secret: str) -> None:
        self._url = request_url
        self._secret = signing_secret.encode()

    async def deliver(self, envelope: Envelope, limit: float) -> Ack:
        """Hand it over. Raises NoAck with Slack's reason: http_timeout, connection_failed, http_error."""
        body, content_type = _encoded(envelope)
        headers = self._signed(body) | {"Content-Type": content_type} | _retry_headers(envelope)
        status, answer_headers, answer = await self._post(body, headers, limit)
        if not 200 <= status < 300:
            raise NoAck("http_error", retry=answer_headers.get("x-slack-no-retry") != "1")
        return Ack(_decoded(answer, answer_headers.get("content-type", "")))

    async def verify(self, token: str) -> bool:
        """Slack's url_verification: whether the app echoes the challenge."""
        challenge = hashlib.sha256(str(time.time()).encode()).hexdigest()
        body = json.dumps({"token": token, "challenge": challenge, "type": "url_verification"}).encode()
        headers = self._signed(body) | {"Content-Type": "application/json"}
        status, _, answer = await self._post(body, headers, 3.0)
        return status == 200 and challenge in answer.decode()

    def _signed(self, body: bytes) -> Headers:
        timestamp = str(int(time.time()))
        digest = hmac.new(self._secret, f"v0:{timestamp}:".encode() + body, hashlib.sha256).hexdigest()
        return {
            "X-Slack-Request-Timestamp": timestamp,
            "X-Slack-Signature": f"v0={digest}",
            "User-Agent": "Slackbot 1.0 (+https://api.slack.com/robots)",
        }

    async def _post(self, body: bytes, headers: Headers, limit: float) -> tuple[int, Headers, bytes]:
        work = asyncio.to_thread(_post, self._url, body, headers, limit)
        try:
            return await asyncio.wait_for(work, limit)
        except TimeoutError as error:
            raise NoAck("http_timeout") from error
        except (OSError, HTTPException) as error:
            raise NoAck("connection_failed") from error


def _post(url: str, body: bytes, headers: Headers, limit: float) -> tuple[int, Headers, bytes]:
    parts = urlsplit(url)
    connect = HTTPSConnection if parts.scheme == "https" else HTTPConnection
    connection = connect(parts.hostname or "127.0.0.1", parts.port, timeout=limit)
    try:
        connection.request("POST", (parts.path or "/") + (f"?{parts.query}" if parts.query else ""), body, headers)
        response: HTTPResponse = connection.getresponse()
        names: http.client.HTTPMessage = response.headers
        return response.status, {name.lower(): value for name, value in names.items()}, response.read()
    finally:
        connection.close()


def _encoded(envelope: Envelope) -> tuple[bytes, str]:
    """Events as JSON, interactivity as a form with one field, slash commands as plain form fields."""
    if envelope.kind == "events_api":
        return json.dumps(envelope.payload).encode(), "application/json"
    fields = envelope.payload if envelope.kind == "slash_commands" else {"payload": json.dumps(envelope.payload)}
    return urlencode(fields).encode(), "application/x-www-form-urlencoded"


def _retry_headers(envelope: Envelope) -> Headers:
    if not envelope.retry_attempt:
        return {}
    return {"X-Slack-Retry-Num": str(envelope.retry_attempt), "X-Slack-Retry-Reason": envelope.retry_reason}


def _decoded(answer: bytes, content_type: str) -> Payload:
    """An empty answer, JSON, or plain words, which stand for `text`."""
    text = answer.decode("utf-8", "replace")
    if not text.strip():
        return {}
    if content_type.startswith("application/json"):
        try:
            body = json.loads(text)
        except ValueError as error:
            raise NoAck("http_error") from error
        return body if isinstance(body, dict) else {}
    return {"text": text}
