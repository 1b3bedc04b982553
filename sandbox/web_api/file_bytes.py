"""The addresses where a file's bytes go in and come out."""

from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response

from sandbox.core import Core
from sandbox.web_api.call import Call
from sandbox.web_api.files import file_visible

_SIGN_IN = "<!DOCTYPE html><html><head><title>Slack</title></head><body>Sign in to see this file.</body></html>"


class FileBytes:
    """Takes uploads at the addresses given out for them, and hands files to whoever may have them."""

    def __init__(self, core: Core) -> None:
        self._core = core

    async def upload(self, request: Request) -> Response:
        """Raw bytes, or the first file of a form; each address works once."""
        file_id = self._core.uploads.get(request.path_params["ticket"])
        if file_id is None:
            return PlainTextResponse("not found", status_code=404)
        content = await _content(request)
        if not content:
            return PlainTextResponse("no file content", status_code=400)
        del self._core.uploads[request.path_params["ticket"]]
        file = self._core.workspace.files[file_id]
        file.content, file.size = content, len(content)
        self._core.log.add("upload", file.name, {"file": file_id, "bytes": len(content)}, f"OK - {len(content)}")
        self._core.workspace.changes.bump()
        return PlainTextResponse(f"OK - {len(content)}")

    async def download(self, request: Request) -> Response:
        """The bytes to the bot's token with files:read; to anybody else, as Slack does, a page that asks to sign in."""
        _, _, file_id = request.path_params["place"].partition("-")
        file = self._core.workspace.files.get(file_id)
        call = Call(self._core, "files-pri", {})
        allowed = request.headers.get("authorization") == f"Bearer {self._core.app.bot_token}"
        if not (
            allowed and "files:read" in call.scopes and file and file.content is not None and file_visible(call, file)
        ):
            self._core.log.add("download", file_id, {}, "sign-in page", problems=["this token may not read the file"])
            return HTMLResponse(_SIGN_IN)
        self._core.log.add("download", file.name, {"file": file_id}, {"bytes": file.size})
        return Response(file.content, media_type="application/octet-stream")


async def _content(request: Request) -> bytes:
    if not request.headers.get("content-type", "").startswith("multipart/form-data"):
        return await request.body()
    async with request.form() as form:
        for value in form.values():
            if not isinstance(value, str):
                return await value.read()
    return b""
