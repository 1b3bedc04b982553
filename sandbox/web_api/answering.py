"""From an HTTP request to a method and back: tokens, limits, faults, scopes, envelopes and the traffic log."""

import asyncio
import json
import time
from collections.abc import Callable
from http import HTTPStatus
from typing import Any
from urllib.parse import parse_qsl

from starlette.requests import ClientDisconnect, Request
from starlette.types import Receive, Scope, Send

from sandbox.core import Core
from sandbox.records import Json
from sandbox.scopes import MissingScope, require_any
from sandbox.views import ViewRefused
from sandbox.web_api.call import Call, SlackError
from sandbox.web_api.methods import METHODS, Method
from sandbox.web_api.places import rate_limit_key

JSON_TYPE = "application/json"


class WebApi:
    """The ASGI application under /api/."""

    def __init__(self, core: Core) -> None:
        self._core = core

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one call. The connection is cut, or kept in silence, where a fault says so."""
        began = time.perf_counter()
        name = scope["path_params"]["method"]
        request = Request(scope, receive)
        arguments: Json = {}
        warnings: list[str] = []
        unread: SlackError | None = None
        try:
            arguments, warnings = await read_arguments(request, METHODS.get(name))
        except SlackError as refusal:
            unread = refusal
        except ClientDisconnect:
            return  # the app ended in the middle of asking
        call = Call(self._core, name, arguments, warnings=warnings)
        token = _token(request, arguments)
        status, answer, headers = await self._answer(call, token, unread, receive)
        self._log(call, answer, began)
        if self._core.faults.take("drop_answer", name) or answer is None:
            await cut(send, receive)
            return
        await _send_json(send, status, answer, self._headers(call) | headers)

    async def _answer(
        self, call: Call, token: str | None, unread: SlackError | None, receive: Receive
    ) -> tuple[int, Json | None, dict[str, str]]:
        faults = self._core.faults
        if limited := self._held(call):
            return HTTPStatus.TOO_MANY_REQUESTS, {"ok": False, "error": "ratelimited"}, {"retry-after": str(limited)}
        if slow := faults.take("slow", call.method):
            await asyncio.sleep(slow.parameters["ms"] / 1000)
        if faults.take("silence", call.method):
            await _hang(self._core, receive)
            return HTTPStatus.OK, None, {}
        if error := faults.take("error", call.method):
            status = error.parameters.get("status", HTTPStatus.INTERNAL_SERVER_ERROR)
            return status, {"ok": False, "error": "internal_error"}, {}
        return HTTPStatus.OK, self._outcome(call, token, unread), {}

    def _held(self, call: Call) -> int | None:
        """Seconds to wait when the call is over a limit, real or forced."""
        if forced := self._core.faults.take("ratelimit", call.method):
            return int(forced.parameters["retry_after"])
        method = METHODS.get(call.method)
        return self._core.limits.hold(call.method, method.tier, rate_limit_key(call)) if method else None

    def _outcome(self, call: Call, token: str | None, unread: SlackError | None) -> Json:
        """The method's answer, or the envelope of Slack's refusal."""
        try:
            answer = {"ok": True, **_run(call, token, unread)}
        except SlackError as refusal:
            answer = refusal.answer
        except ViewRefused as refusal:
            answer = SlackError(refusal.error, *(f"[ERROR] {text}" for text in refusal.messages)).answer
        except MissingScope as missing:
            answer = {"ok": False, "error": "missing_scope", "needed": missing.needed, "provided": missing.provided}
        if call.warnings:
            metadata = {**answer.get("response_metadata", {}), "warnings": call.warnings}
            answer = {**answer, "warning": ",".join(call.warnings), "response_metadata": metadata}
        return answer

    def _log(self, call: Call, answer: Json | None, began: float) -> None:
        problems = list(call.problems)
        if answer is not None and not answer["ok"]:
            problems += answer.get("response_metadata", {}).get("messages") or [answer["error"]]
        arguments = {key: value for key, value in call.arguments.items() if key != "token"}
        milliseconds = (time.perf_counter() - began) * 1000
        self._core.log.add("web_api", call.method, arguments, answer, milliseconds=milliseconds, problems=problems)

    def _headers(self, call: Call) -> dict[str, str]:
        method = METHODS.get(call.method)
        accepted = ",".join(method.scopes) if method else ""
        return {"x-oauth-scopes": ",".join(self._core.manifest.scopes), "x-accepted-oauth-scopes": accepted}


def _run(call: Call, token: str | None, unread: SlackError | None) -> Json:
    method = METHODS.get(call.method)
    if method is None:
        raise SlackError("unknown_method", req_method=call.method)
    _check_token(call, method, token)
    if unread:
        raise unread
    if not call.app_level:
        require_any(method.scopes, call.scopes)
    return method.handler(call)


def _check_token(call: Call, method: Method, token: str | None) -> None:
    app = call.core.app
    if token is None:
        raise SlackError("not_authed")
    if token not in (app.bot_token, app.app_token):
        raise SlackError("invalid_auth")
    call.app_level = token == app.app_token
    if ("app" if call.app_level else "bot") not in method.tokens:
        raise SlackError("not_allowed_token_type")


def _token(request: Request, arguments: Json) -> str | None:
    """From the header or the body. One in the query string is as good as none."""
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() == "bearer" and token:
        return token.strip()
    given = arguments.get("token")
    return given if isinstance(given, str) and "token" not in request.query_params else None


async def read_arguments(request: Request, method: Method | None) -> tuple[Json, list[str]]:
    """The arguments from query and body, and warnings about how they were sent."""
    arguments: Json = dict(request.query_params)
    kind, _, parameters = request.headers.get("content-type", "").partition(";")
    body_kind = kind.strip().lower()
    if body_kind == "multipart/form-data":
        async with request.form() as form:
            return arguments | {key: value for key, value in form.items() if isinstance(value, str)}, []
    body = await request.body()
    if body_kind == JSON_TYPE and body:
        warnings = [] if "charset" in parameters else ["missing_charset"]
        return arguments | (_parsed(body) if method is None or method.json_body else {}), warnings
    return arguments | dict(parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True)), []


def _parsed(body: bytes) -> Json:
    try:
        parsed = json.loads(body)
    except ValueError as wrong:
        raise SlackError("invalid_json") from wrong
    if not isinstance(parsed, dict):
        raise SlackError("json_not_object")
    return parsed


async def _send_json(send: Send, status: int, answer: Json, headers: dict[str, str]) -> None:
    body = json.dumps(answer, separators=(",", ":")).encode()
    fixed = {"content-type": "application/json; charset=utf-8", "content-length": str(len(body))}
    raw = [(key.encode(), value.encode()) for key, value in (fixed | headers).items()]
    await send({"type": "http.response.start", "status": int(status), "headers": raw})
    await send({"type": "http.response.body", "body": body})


async def _hang(core: Core, receive: Receive) -> None:
    """Say nothing until the caller goes away or the sandbox ends."""
    gone = asyncio.ensure_future(_until_gone(receive))
    stopping = asyncio.ensure_future(core.stopping.wait())
    try:
        await asyncio.wait((gone, stopping), return_when=asyncio.FIRST_COMPLETED)
    finally:
        gone.cancel()
        stopping.cancel()


async def _until_gone(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


async def cut(send: Send, receive: Receive) -> None:
    """Cut the connection without a word, as a broken network does; the caller reads the end of a line with nothing on it."""
    abort = _abort_of(send)
    abort()
    await _until_gone(receive)


def _abort_of(send: Any) -> Callable[[], None]:
    """ASGI has no word for cutting a connection, so this reaches for the transport of uvicorn's own cycle."""
    seen = send
    while not hasattr(seen, "__self__"):
        seen = next(cell.cell_contents for cell in seen.__closure__ if callable(cell.cell_contents))
    abort: Callable[[], None] = seen.__self__.transport.abort
    return abort
