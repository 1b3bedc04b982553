"""The gallery: payloads drawn as people see them, without an app and without anybody acting."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from sandbox.core import Core
from sandbox.page.host import Page
from sandbox.page.samples import SAMPLES
from sandbox.records import Json
from sandbox.workspace import Workspace


def gallery_routes(core: Core, page: Page) -> list[BaseRoute]:
    """The gallery's page data: what the host gave, then one sample of every block and element that Slack has."""

    async def payloads(_: Request) -> Response:
        shown = [{"name": name, "payload": payload} for name, payload in {**page.gallery, **SAMPLES}.items()]
        return JSONResponse({"payloads": shown, **_known(core.workspace), "app": core.app.name})

    return [Route("/page/gallery.json", payloads)]


def _known(workspace: Workspace) -> Json:
    """The names behind ids, and the time, for whoever looks."""
    return {
        "now": workspace.clock.now().isoformat(),
        "people": [
            {
                "id": each.id,
                "name": each.name,
                "real_name": each.real_name,
                "title": each.title,
                "deactivated": each.deactivated,
                "bot": each.is_bot,
            }
            for each in workspace.people.values()
        ],
        "channels": [
            {"id": each.id, "name": each.name, "kind": each.kind.value, "archived": each.archived}
            for each in workspace.channels.values()
            if each.name
        ],
    }
