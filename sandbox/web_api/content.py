"""What a message says: text, blocks, attachments and metadata, checked as Slack checks them."""

import mimetypes
from typing import Any

from sandbox.blockkit import Problem, message_error, message_too_long, problems_in_message
from sandbox.records import Json
from sandbox.web_api.call import Call, SlackError
from sandbox.web_api.files import file_visible

PICTURES = frozenset({"image/png", "image/jpeg", "image/gif"})
MOST_TEXT = 40_000
MOST_MARKDOWN = 12_000
MOST_ATTACHMENTS = 100
MOST_METADATA_BYTES = 8_192
"""Slack publishes no figure for `metadata_too_large`; this one is ours."""


def read_content(call: Call) -> Json:
    """The fields of a message that the call gives, as keyword arguments for `Workspace.post` or `edit`.

    `blocks` and `attachments` are there only when given; an empty list is kept as given.
    """
    if call.given("markdown_text"):
        return _markdown(call)
    content: Json = {}
    if call.arguments.get("text") is not None:
        content["text"] = call.text("text")
    for name, read in (("blocks", _blocks), ("attachments", _attachments)):
        if call.given(name):
            content[name] = read(call)
    return content


def refuse_empty(content: Json) -> None:
    if not (content.get("text") or content.get("blocks") or content.get("attachments")):
        raise SlackError("no_text")


def shortened(call: Call, text: str) -> str:
    """What Slack keeps of a very long text, with its warning."""
    if len(text) > MOST_TEXT:
        call.warnings.append("message_truncated")
    return text[:MOST_TEXT]


def _markdown(call: Call) -> Json:
    if call.given("text") or call.given("blocks"):
        raise SlackError("markdown_text_conflict")
    text = call.text("markdown_text")
    if len(text) > MOST_MARKDOWN:
        raise SlackError("msg_too_long")
    return {"text": text, "blocks": [{"type": "markdown", "text": text}]}


def _blocks(call: Call) -> list[Json]:
    blocks = _list(call, "blocks", "invalid_blocks_format")
    if problems := problems_in_message(blocks) or _no_pictures(call, blocks):
        raise SlackError.from_answer(message_error(problems))
    if message_too_long(blocks):
        raise SlackError("msg_blocks_too_long")
    return blocks


def _no_pictures(call: Call, blocks: list[Json]) -> list[Problem]:
    """Pictures by Slack's file that are not there for the bot, or are none (slackapi/python-slack-sdk#1797)."""
    return [
        Problem("invalid slack file", f"/blocks/{at}/slack_file")
        for at, block in enumerate(blocks)
        if block["type"] == "image" and "id" in block.get("slack_file", {}) and not _is_picture(call, block)
    ]


def _is_picture(call: Call, block: Json) -> bool:
    file = call.workspace.files.get(block["slack_file"]["id"])
    if file is None or not file_visible(call, file):
        return False
    return mimetypes.guess_type(file.name)[0] in PICTURES


def _attachments(call: Call) -> list[Json]:
    attachments = _list(call, "attachments", "invalid_attachments")
    if len(attachments) > MOST_ATTACHMENTS:
        raise SlackError("too_many_attachments")
    for index, attachment in enumerate(attachments):
        if not isinstance(attachment, dict):
            raise SlackError("invalid_attachments")
        pointer = f"/attachments/{index}/blocks"
        if problems := problems_in_message(attachment.get("blocks", []), pointer=pointer):
            raise SlackError.from_answer({**message_error(problems), "error": "invalid_attachments"})
    return attachments


def _list(call: Call, name: str, error: str) -> list[Any]:
    try:
        value = call.structure(name)
    except ValueError as wrong:
        raise SlackError(error) from wrong
    if value is None:
        return []
    if not isinstance(value, list):
        raise SlackError(error)
    return value


def read_metadata(call: Call) -> Json | None:
    """The metadata given, {} to take it away, or None when the call says nothing of it."""
    try:
        metadata = call.structure("metadata") if call.arguments.get("metadata") != {} else {}
    except ValueError as wrong:
        raise SlackError("invalid_metadata_format") from wrong
    if not metadata:
        return {} if call.arguments.get("metadata") in ({}, "{}") else None
    kind, payload = (
        (metadata.get("event_type"), metadata.get("event_payload")) if isinstance(metadata, dict) else (None, None)
    )
    if not isinstance(kind, str) or not kind or not isinstance(payload, dict) or not all(map(_plain, payload.values())):
        raise SlackError("invalid_metadata_format")
    if len(str(metadata).encode()) > MOST_METADATA_BYTES:
        raise SlackError("metadata_too_large")
    return {"event_type": kind, "event_payload": payload}


def _plain(value: object) -> bool:
    """A string, number or boolean, a flat object of those, or a list of either."""
    if isinstance(value, list):
        return all(_flat(item) for item in value)
    return _flat(value)


def _flat(value: object) -> bool:
    values = value.values() if isinstance(value, dict) else (value,)
    return all(isinstance(item, str | int | float | bool) for item in values)
