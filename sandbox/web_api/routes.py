"""Where the Web API listens."""

from starlette.routing import BaseRoute, Route

from sandbox.core import Core
from sandbox.web_api.answering import WebApi
from sandbox.web_api.file_bytes import FileBytes


def routes(core: Core) -> list[BaseRoute]:
    """The routes of the Web API, for the server to mount."""
    files = FileBytes(core)
    return [
        Route("/api/{method:path}", WebApi(core)),
        Route("/upload/v1/{ticket}", files.upload, methods=["POST"]),
        Route("/files-pri/{place}/{name:path}", files.download, methods=["GET"]),
    ]
