"""Where the Web API listens."""

from starlette.routing import BaseRoute, Route

from sandbox.core import Core
from sandbox.web_api.answering import WebApi


def routes(core: Core) -> list[BaseRoute]:
    """The routes of the Web API, for the server to mount."""
    return [Route("/api/{method:path}", WebApi(core))]
