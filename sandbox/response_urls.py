"""Response URLs: an address at which the app may answer for a while, five times within thirty minutes.

An answer is for the person alone unless it says `in_channel`; it may replace or delete the message that it belongs to. What
Slack answers to a spent or stale address (404, `used_url` or `expired_url`) is quoted from apps' logs, not from its docs.
"""

from __future__ import annotations

import json
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from sandbox.blockkit import message_too_long, problems_in_message
from sandbox.core import Core
from sandbox.records import Json, Message

USES = 5
LIFE = timedelta(minutes=30)


class AnswerRefused(Exception):  # noqa: N818 - Slack's refusal, not a fault of ours
    """Slack does not take this answer; `error` is its word for it."""

    def __init__(self, error: str, *problems: str, status: int = 400) -> None:
        super().__init__(error)
        self.error, self.problems, self.status = error, list(problems), status


@dataclass
class ResponseUrl:
    """One address: for whom and where it speaks, and the message that it may replace."""

    person_id: str
    channel_id: str
    made: datetime
    message_ts: str | None = None
    uses: int = 0


class ResponseUrls:
    """Gives addresses out, and takes answers at them."""

    def __init__(self, core: Core) -> None:
        self._core = core
        self._given: dict[str, ResponseUrl] = {}

    def new(self, person_id: str, channel_id: str, message_ts: str | None = None, *, family: str = "actions") -> str:
        """A new address. `family` only shows in it: commands, actions or app."""
        key = f"{family}/{self._core.workspace.team.id}/{len(self._given) + 1}/{secrets.token_urlsafe(18)}"
        self._given[key] = ResponseUrl(person_id, channel_id, self._core.clock.now(), message_ts)
        return f"{self._core.base_url}/{key}"

    def routes(self) -> list[BaseRoute]:
        """The addresses, as routes."""
        families = ("commands", "actions", "app")
        return [Route(f"/{family}/{{team}}/{{number}}/{{key}}", self._serve, methods=["POST"]) for family in families]

    async def _serve(self, request: Request) -> Response:
        key = request.url.path.removeprefix("/")
        raw = await request.body()
        exchange = self._core.log.add("response_url", key.split("/")[0], raw.decode("utf-8", "replace"))
        try:
            body = _json_of(raw)
            exchange.payload = body
            self.use(key, body)
        except AnswerRefused as refused:
            exchange.answer = {"ok": False, "error": refused.error}
            exchange.problems += refused.problems or [refused.error]
            return JSONResponse(exchange.answer, refused.status)
        exchange.answer = "ok"
        return PlainTextResponse("ok")

    def use(self, key: str, body: Json) -> Message | None:
        """Take one answer. Raises AnswerRefused; a refused answer counts as a use only when the address itself was good."""
        url = self._given.get(key)
        if url is None or self._core.clock.now() - url.made > LIFE:
            raise AnswerRefused("expired_url", status=404)
        if url.uses >= USES:
            raise AnswerRefused("used_url", status=404)
        url.uses += 1
        return self.answer(url, body)

    def answer(self, url: ResponseUrl, body: Json) -> Message | None:
        """Do what an answer asks: a new message, or a change to the one it belongs to."""
        origin = self._core.workspace.message(url.channel_id, url.message_ts) if url.message_ts else None
        if body.get("delete_original"):
            self._delete(origin)
            return None
        content = checked_content(body)
        if body.get("replace_original"):
            return self._replace(origin, content)
        return self._post(url, body, content, ephemeral=body.get("response_type") != "in_channel")

    def _delete(self, origin: Message | None) -> None:
        if origin is None:
            raise AnswerRefused("message_not_found", status=404)
        self._core.workspace.delete(origin)

    def _replace(self, origin: Message | None, content: Json) -> Message:
        if origin is None:
            raise AnswerRefused("message_not_found", status=404)
        return self._core.workspace.edit(origin, self._core.app.bot_user_id, flagged=False, **content)

    def _post(self, url: ResponseUrl, body: Json, content: Json, *, ephemeral: bool) -> Message:
        workspace = self._core.workspace
        channel, bot = workspace.channels[url.channel_id], self._core.app.bot_user_id
        content["thread_ts"] = body.get("thread_ts")
        if ephemeral:
            return workspace.post_ephemeral(channel, url.person_id, **content)
        return workspace.post(channel, bot, **content, subtype="bot_message", username=self._core.app.name)


def checked_content(body: Json) -> Json:
    """Text, blocks and attachments of an answer. Raises AnswerRefused where Slack would not post them."""
    text, blocks = body.get("text") or "", body.get("blocks") or None
    if not text and not blocks and not body.get("attachments"):
        raise AnswerRefused("no_text")
    problems = problems_in_message(blocks) if blocks else []
    if problems:
        raise AnswerRefused("invalid_blocks", *(problem.sentence for problem in problems))
    if blocks and message_too_long(blocks):
        raise AnswerRefused("msg_blocks_too_long")
    return {"text": text, "blocks": blocks, "attachments": body.get("attachments") or None}


def _json_of(raw: bytes) -> Json:
    try:
        body: Any = json.loads(raw)
    except ValueError as error:
        raise AnswerRefused("invalid_payload", status=400) from error
    if not isinstance(body, dict):
        raise AnswerRefused("invalid_payload", status=400)
    return body
