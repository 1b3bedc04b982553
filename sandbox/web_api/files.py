"""Files in three steps (an address, the bytes, the sharing), and reading about them."""

import secrets
from typing import Any

from sandbox.records import Channel, File, Json
from sandbox.shapes import file_json
from sandbox.web_api.call import Call, SlackError, missing_field, wrong_argument
from sandbox.web_api.places import message_in, refuse_unless_writable, seen, visible


def get_upload_url_external(call: Call) -> Json:
    name = call.required("filename")
    if not call.given("length"):
        raise missing_field("length")
    length = call.number("length", 0)
    if length < 1:
        raise wrong_argument("must be greater than 1", "length")
    file = call.workspace.add_file(name, call.bot.id, length, alt_text=call.text("alt_txt"))
    ticket = secrets.token_urlsafe(24)
    call.core.uploads[ticket] = file.id
    return {"upload_url": f"{call.core.base_url}/upload/v1/{ticket}", "file_id": file.id}


def complete_upload_external(call: Call) -> Json:
    """Give the uploaded files their titles and, with a channel, share them there in one message."""
    entries = _entries(call)
    files = [_uploaded(call, entry) for entry in entries]
    places = [_shareable(call, channel_id) for channel_id in call.names("channels") or call.names("channel_id")]
    for file, entry in zip(files, entries, strict=True):
        file.title, file.complete = entry.get("title") or file.name, True
    shown = [file_json(file, call.workspace) for file in files]
    ids = [file.id for file in files]
    for channel in places:
        thread_ts = _thread(call, channel)
        call.workspace.post(channel, call.bot.id, call.text("initial_comment"), file_ids=ids, thread_ts=thread_ts)
    return {"files": shown}


def _thread(call: Call, channel: Channel) -> str | None:
    if not call.given("thread_ts"):
        return None
    parent = message_in(channel, call.text("thread_ts"))
    return parent.thread_ts or parent.ts


def _entries(call: Call) -> list[Any]:
    if not call.given("files"):
        raise missing_field("files")
    try:
        entries = call.structure("files")
    except ValueError as wrong:
        raise wrong_argument("must provide an array", "files") from wrong
    if not isinstance(entries, list) or not entries:
        raise wrong_argument("must provide an array", "files")
    return entries


def _uploaded(call: Call, entry: Any) -> File:
    file_id = entry.get("id") if isinstance(entry, dict) else None
    file = call.workspace.files.get(file_id) if isinstance(file_id, str) else None
    if file is None or file.owner_id != call.bot.id or file.content is None or file.complete:
        raise SlackError("file_not_found")
    return file


def _shareable(call: Call, channel_id: str) -> Channel:
    call.arguments["channel_id"] = channel_id
    channel = seen(call, "channel_id")
    if call.bot.id not in channel.members:
        raise SlackError("not_in_channel")
    refuse_unless_writable(call, channel)
    return channel


def info(call: Call) -> Json:
    file = call.workspace.files.get(call.required("file"))
    if file is None or not file_visible(call, file):
        raise SlackError("file_not_found")
    shown = file_json(file, call.workspace)
    return {"file": shown, "comments": [], "response_metadata": {"next_cursor": ""}}


def delete(call: Call) -> Json:
    """The file goes from wherever it was shared; a message that held nothing else goes with it."""
    file = call.workspace.files.get(call.required("file"))
    if file is None:
        raise SlackError("file_not_found")
    if file.owner_id != call.bot.id:
        raise SlackError("cant_delete_file")
    call.workspace.delete_file(file)
    return {}


def file_visible(call: Call, file: File) -> bool:
    """Whether the bot put it there, it was put into a form of the bot's, or it was shared where the bot can look."""
    if not file.complete:
        return False
    if file.in_form:
        return True
    places = [call.workspace.channels[channel_id] for channel_id, _ in file.shares]
    return file.owner_id == call.bot.id or any(visible(call, place) for place in places)
