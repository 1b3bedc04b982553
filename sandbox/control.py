"""People over HTTP: the driver's actions as JSON in and out, so that a process in any language can drive them.

Documented in docs/sandbox.md. Bad input and what Slack makes impossible are answered with 400 and a sentence.
"""

from __future__ import annotations

import inspect
import json
import math
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from sandbox.core import Core
from sandbox.faults import PARAMETERS
from sandbox.people.actions import Actions
from sandbox.people.filling import named_file
from sandbox.people.refusals import NotPossible
from sandbox.records import Json

LONGEST_WAIT = 60.0


class BadRequest(ValueError):  # noqa: N818 - named after the answer that it gets
    """The body or query is not what the call takes; the sentence says how."""


@dataclass(frozen=True)
class Takes:
    """One parameter of a call: its kind, and whether it must be there."""

    kind: type | tuple[type, ...]
    required: bool = False


_MUST, _MAY = Takes(str, required=True), Takes(str)
_ANY = Takes(object)
_FLAG = Takes(bool)

TAKES: dict[str, dict[str, Takes]] = {
    "command": {"as": _MUST, "text": _MUST, "channel": _MAY},
    "message": {"as": _MUST, "text": _MUST, "channel": _MAY, "thread_ts": _MAY, "broadcast": _FLAG},
    "edit": {"as": _MUST, "ts": _MUST, "text": _MUST, "channel": _MAY},
    "delete": {"as": _MUST, "ts": _MUST, "channel": _MAY},
    "react": {"as": _MUST, "ts": _MUST, "name": _MUST, "channel": _MAY, "remove": _FLAG},
    "upload": {"as": _MUST, "name": _MUST, "base64": _MUST, "channel": _MAY, "text": _MAY, "thread_ts": _MAY},
    "press": {
        "as": _MUST,
        "action_id": _MUST,
        "value": _ANY,
        "channel": _MAY,
        "ts": _MAY,
        "home": _FLAG,
        "block_id": _MAY,
    },
    "suggestions": {
        "as": _MUST,
        "action_id": _MUST,
        "text": _MUST,
        "channel": _MAY,
        "ts": _MAY,
        "home": _FLAG,
        "block_id": _MAY,
    },
    "form/fill": {"as": _MUST, "values": Takes(dict, required=True)},
    "form/submit": {"as": _MUST},
    "form/close": {"as": _MUST, "everything": _FLAG},
    "form/enter": {"as": _MUST, "block_id": _MUST},
    "form/suggestions": {"as": _MUST, "block_id": _MUST, "text": _MUST},
    "shortcut": {"as": _MUST, "callback_id": _MUST, "channel": _MAY, "ts": _MAY},
    "join": {"as": _MUST, "channel": _MUST},
    "direct": {"as": _MUST, "with": _MUST},
    "read": {"as": _MUST, "channel": _MAY, "ts": _MAY},
    "home": {"as": _MUST, "tab": _MAY},
    "clock": {"advance": Takes((int, float)), "to": _MAY},
}
READS: dict[str, dict[str, Takes]] = {
    "form": {"as": _MUST},
    "channel": {"as": _MUST, "channel": _MUST, "newest": _MAY},
    "thread": {"as": _MUST, "channel": _MAY, "ts": _MUST},
    "client": {"as": _MUST},
    "changes": {"as": _MUST, "after": _MAY},
    "inbox": {"as": _MUST},
    "home": {"as": _MUST},
    "workspace": {},
    "faults": {},
    "log": {"after": _MAY, "newest": _MAY},
}
_WAITING = {"wait": _MAY, "contains": _MAY}


class Control:
    """The /control calls over what people can do."""

    def __init__(self, core: Core, actions: Actions) -> None:
        self._core, self._actions = core, actions
        people: dict[str, Callable[..., Awaitable[Any]]] = {
            "command": actions.command,
            "message": actions.message,
            "edit": actions.edit,
            "delete": actions.delete,
            "react": actions.react,
            "upload": self._upload,
            "press": actions.press,
            "suggestions": actions.offers,
            "form/fill": actions.fill,
            "form/submit": actions.submit,
            "form/close": actions.close,
            "form/enter": actions.enter,
            "form/suggestions": self._suggestions,
            "shortcut": actions.shortcut,
            "join": actions.join,
            "direct": actions.direct,
            "read": actions.read,
            "home": actions.open_home,
            "clock": self._clock,
        }
        self._does = people
        self._reads: dict[str, Callable[..., Awaitable[Any]]] = {
            "form": actions.form,
            "channel": self._channel,
            "thread": actions.thread,
            "client": actions.client,
            "inbox": actions.inbox,
            "home": actions.home,
            "workspace": actions.describe,
            "faults": self._faults_now,
            "log": self._log,
        }

    def routes(self) -> list[BaseRoute]:
        """Every call of the table, and faults."""
        does = [Route(f"/control/{name}", self._doing(name), methods=["POST"]) for name in self._does]
        reads = [Route(f"/control/{name}", self._reading(name), methods=["GET"]) for name in self._reads]
        faults = Route("/control/faults", _answered(self._faults), methods=["POST"])
        return [*does, *reads, faults, Route("/control/changes", _answered(self._changes), methods=["GET"])]

    def _doing(self, name: str) -> Callable[[Request], Awaitable[Response]]:
        async def do(request: Request) -> Any:
            given = _checked(await _body(request), TAKES[name])
            return await self._does[name](**_renamed(given, self._does[name]))

        return _answered(do)

    def _reading(self, name: str) -> Callable[[Request], Awaitable[Response]]:
        async def read(request: Request) -> Any:
            given = _checked(dict(request.query_params), READS[name] | _WAITING)
            seconds, words = _seconds(given.pop("wait", "0")), given.pop("contains", None)
            look = self._reads[name]
            return await self._waited(lambda: look(**_renamed(given, look)), seconds, words)

        return _answered(read)

    async def _waited(self, look: Callable[[], Awaitable[Any]], seconds: float, words: str | None) -> Any:
        """What is there once it holds the words (or anything at all), else what is there when the time is up."""
        ends = time.monotonic() + seconds
        while True:
            version = self._actions.version
            seen = await look()
            left = ends - time.monotonic()
            if left <= 0 or _is_there(seen, words) or self._core.stopping.is_set():
                return seen
            await self._actions.changed(version, left)

    async def _changes(self, request: Request) -> Any:
        given = _checked(dict(request.query_params), READS["changes"] | {"wait": _MAY})
        seconds = _seconds(given.get("wait", "0"))
        return await self._actions.news(given["as"], _number("after", given.get("after", "-1")), seconds)

    async def _channel(self, who: str, channel: str, newest: str = "0") -> Json:
        return await self._actions.channel(who, channel, newest=_number("newest", newest))

    async def _upload(self, who: str, name: str, base64: str, **rest: Any) -> Json:
        _, data = named_file({"name": name, "base64": base64})
        return await self._actions.upload(who, rest.pop("channel", None), name, data, **rest)

    async def _suggestions(self, who: str, block_id: str, text: str) -> Json:
        return {"options": await self._actions.suggestions(who, block_id, text)}

    async def _clock(self, advance: float | None = None, to: str | None = None) -> Json:
        if (advance is None) == (to is None):
            raise BadRequest("Give either advance (seconds) or to (an ISO time with its zone).")
        clock = self._core.clock
        now = clock.move_to(_moment(to)) if to is not None else clock.advance(advance or 0)
        self._core.workspace.changes.bump()
        return {"now": now.isoformat()}

    async def _log(self, after: str = "0", newest: str = "0") -> Json:
        if not after.isdigit():
            raise BadRequest("after is the number of an entry.")
        return {"entries": self._core.log.as_json(int(after), _number("newest", newest))}

    async def _faults_now(self) -> Json:
        return {"faults": self._core.faults.active()}

    async def _faults(self, request: Request) -> Json:
        wanted = await _body(request)
        if not wanted:
            self._core.faults.clear()
        if "clear" in wanted:
            self._core.faults.clear(_fault(wanted.pop("clear")))
        if "name" in wanted:
            wanted = {str(wanted.pop("name")): wanted}
        for name, parameters in wanted.items():
            if not isinstance(parameters, dict):
                raise BadRequest('Give {"name": fault, ...parameters} or {fault: {parameters}}.')
            self._core.faults.set(name, **parameters)
        self._core.workspace.changes.bump()
        return {"faults": self._core.faults.active()}


def _answered(call: Callable[[Request], Awaitable[Any]]) -> Callable[[Request], Awaitable[Response]]:
    async def answer(request: Request) -> Response:
        try:
            found = await call(request)
        except (NotPossible, LookupError, ValueError) as refused:
            return JSONResponse({"ok": False, "error": str(refused.args[0]) if refused.args else str(refused)}, 400)
        return JSONResponse({"ok": True, **found} if isinstance(found, dict) else {"ok": True, "form": found})

    return answer


def _is_there(seen: Any, words: str | None) -> bool:
    if words is not None:
        return words in json.dumps(seen, ensure_ascii=False)
    if isinstance(seen, dict):
        return next((bool(seen[key]) for key in ("messages", "view", "entries") if key in seen), True)
    return seen is not None


async def _body(request: Request) -> Json:
    raw = await request.body()
    try:
        body = json.loads(raw or b"{}")
    except ValueError as error:
        raise BadRequest(f"The body is not JSON: {error}") from error
    if not isinstance(body, dict):
        raise BadRequest("The body is a JSON object.")
    return body


def _checked(given: Mapping[str, Any], takes: Mapping[str, Takes]) -> Json:
    """What was given without its nulls, once every name and kind is right."""
    known = ", ".join(takes) or "nothing"
    if strange := sorted(given.keys() - takes.keys()):
        raise BadRequest(f"This call takes no {', '.join(strange)}; it takes {known}.")
    if missing := [name for name, each in takes.items() if each.required and given.get(name) is None]:
        raise BadRequest(f"This call needs {', '.join(missing)}; it takes {known}.")
    for name, value in given.items():
        wrong_flag = isinstance(value, bool) and takes[name].kind not in (bool, object)
        if value is not None and (wrong_flag or not isinstance(value, takes[name].kind)):
            raise BadRequest(f"{name} cannot be {value!r}.")
    return {name: value for name, value in given.items() if value is not None}


_NAMES = {"as": "who", "action_id": "action", "with": "other"}


def _renamed(given: Json, call: Callable[..., Any]) -> Json:
    """`as` and `action_id` by the names that the actions have for them."""
    takes = inspect.signature(call).parameters
    names = {name: _NAMES.get(name, name) if _NAMES.get(name, name) in takes else name for name in given}
    return {names[name]: value for name, value in given.items()}


def _number(name: str, text: str) -> int:
    try:
        return int(text)
    except ValueError as error:
        raise BadRequest(f"{name} is a whole number.") from error


def _fault(name: object) -> str:
    if not isinstance(name, str) or name not in PARAMETERS:
        raise BadRequest(f"clear is the name of a fault: {', '.join(PARAMETERS)}.")
    return name


def _seconds(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError as error:
        raise BadRequest("wait is a number of seconds.") from error
    if not math.isfinite(seconds) or not 0 <= seconds <= LONGEST_WAIT:
        raise BadRequest(f"wait is a number of seconds up to {LONGEST_WAIT:g}.")
    return seconds


def _moment(text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise BadRequest(f"{text!r} is not an ISO time.") from error
    if moment.tzinfo is None:
        raise BadRequest(f"{text!r} has no time zone.")
    return moment
