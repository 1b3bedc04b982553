"""The page's addresses: the page, its scripts and styles, what the host adds, and files as one person may see them."""

from __future__ import annotations

import mimetypes
from pathlib import Path
from urllib.parse import quote
from zoneinfo import ZoneInfo

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from sandbox.core import Core
from sandbox.page.gallery import gallery_routes
from sandbox.page.host import Page
from sandbox.people.eyes import Eyes
from sandbox.people.refusals import NotPossible
from sandbox.records import File, Person

STATIC = Path(__file__).parent / "static"
POLICY = "default-src 'self'; img-src 'self' data: blob:; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
"""No script or style that is written into a page runs, and nothing is fetched from anywhere else."""
FILE_POLICY = "default-src 'none'; sandbox; style-src 'unsafe-inline'"
"""For what people uploaded and for faces: shown as a picture, or not run at all."""
_KINDS = {
    ".html": "text/html",
    ".css": "text/css",
    ".js": "text/javascript",
    ".svg": "image/svg+xml",
    ".json": "application/json",
}
_PICTURES = {"image/png", "image/jpeg", "image/gif", "image/webp"}
"""The only kinds that are shown in the page; whatever could hold a script is handed over for saving."""


def routes(core: Core, page: Page) -> list[BaseRoute]:
    """Everything that the browser asks for, but for /control."""
    window = Window(core, page)
    return [
        Route("/", window.index),
        Route("/gallery", window.gallery),
        *gallery_routes(core, page),
        Route("/static/{path:path}", window.static),
        Route("/page/tour.json", window.tour),
        Route("/page/moments.json", window.moments),
        Route("/page/face/{person}", window.face),
        Route("/files/{file_id}", window.file),
    ]


class Window:
    """Answers the browser."""

    def __init__(self, core: Core, page: Page) -> None:
        self._core, self._page, self._eyes = core, page, Eyes(core)

    async def index(self, _: Request) -> Response:
        """The page itself; who looks at it, and at what, is for its scripts to read from the address."""
        return static_file("index.html")

    async def gallery(self, _: Request) -> Response:
        """The page that draws payloads without an app."""
        return static_file("gallery.html")

    async def static(self, request: Request) -> Response:
        """A script or a style."""
        return static_file(request.path_params["path"])

    async def tour(self, _: Request) -> Response:
        """The guided tour, where the host has one; else nothing, which is no error."""
        if self._page.tour is None:
            return Response(status_code=204, headers=_headers(POLICY))
        return JSONResponse(self._page.tour, headers=_headers(POLICY))

    async def moments(self, request: Request) -> Response:
        """Where the stage door may take the clock from now, for one person."""
        try:
            person = self._eyes.person(request.query_params.get("as", ""))
        except (LookupError, NotPossible):
            return _nothing()
        now = self._core.workspace.clock.now().astimezone(ZoneInfo(person.tz))
        found = [{"words": words, "to": to.isoformat()} for words, to in self._page.moments(now).items()]
        return JSONResponse({"moments": found}, headers=_headers(POLICY))

    async def face(self, request: Request) -> Response:
        """A person's picture, where the host has drawn one; else nothing, which is no error."""
        person = self._core.workspace.people.get(request.path_params["person"])
        drawn = self._page.faces.get(person.id, self._page.faces.get(person.name)) if person else None
        if person is None:
            return _nothing()
        if drawn is None:
            return Response(status_code=204, headers=_headers(FILE_POLICY))
        return Response(drawn, media_type="image/svg+xml", headers=_headers(FILE_POLICY))

    async def file(self, request: Request) -> Response:
        """A file's bytes, for somebody who owns it or can see a message that it was shared in or is a picture of."""
        file = self._core.workspace.files.get(request.path_params["file_id"])
        try:
            person = self._eyes.person(request.query_params.get("as", ""))
        except (LookupError, NotPossible):
            return _nothing()
        if file is None or file.content is None or not self._sees(person, file):
            return _nothing()
        return _handed_over(file, saving="download" in request.query_params)

    def _sees(self, person: Person, file: File) -> bool:
        if file.owner_id == person.id:
            return True
        channels = [(self._core.workspace.channels[channel_id], ts) for channel_id, ts in file.shares]
        there = [(channel, channel.messages.get(ts)) for channel, ts in channels if person.id in channel.members]
        shared = any(message is not None and message.visible_to in (None, person.id) for _, message in there)
        return shared or self._is_pictured(person, file)

    def _is_pictured(self, person: Person, file: File) -> bool:
        """Whether a message that they can see shows it in a picture of its own."""
        return any(
            block["type"] == "image" and block.get("slack_file", {}).get("id") == file.id
            for channel in self._core.workspace.channels.values()
            if person.id in channel.members
            for message in channel.messages.values()
            if message.visible_to in (None, person.id)
            for block in message.blocks or ()
        )


def static_file(path: str) -> Response:
    """One of the page's own files; nothing outside their folder, and no kind that the page does not use."""
    if "\0" in path:
        return _nothing()
    wanted = (STATIC / path).resolve()
    kind = _KINDS.get(wanted.suffix)
    if kind is None or not wanted.is_relative_to(STATIC.resolve()) or not wanted.is_file():
        return _nothing()
    return Response(wanted.read_bytes(), media_type=kind, headers=_headers(POLICY))


def _handed_over(file: File, *, saving: bool) -> Response:
    kind = mimetypes.guess_type(file.name)[0]
    shown = kind in _PICTURES and not saving
    place = "inline" if shown else "attachment"
    headers = {**_headers(FILE_POLICY), "content-disposition": f"{place}; filename*=UTF-8''{quote(file.name, safe='')}"}
    return Response(file.content, media_type=kind if shown else "application/octet-stream", headers=headers)


def _nothing() -> Response:
    return PlainTextResponse("There is nothing here.", 404, headers=_headers(POLICY))


def _headers(policy: str) -> dict[str, str]:
    return {
        "content-security-policy": policy,
        "x-content-type-options": "nosniff",
        "referrer-policy": "no-referrer",
        "cache-control": "no-store",
    }
