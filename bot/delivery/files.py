"""Files that the bot shares: put up in Slack's three steps, and exchanged for new ones when what they hold has changed.

Slack cannot edit a file, so those that stood are taken away first. What stands is written down as the files' ids and a mark of what
is in them: the same files are never put up twice.
"""

from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackRequestError

from bot.delivery import looking
from bot.messages.message import Files
from storage.delivery import Delivery, Standing

MOST_WRITTEN = 32
"""Characters of what is written down: room for two files."""

METHOD = "files.completeUploadExternal"
NO_RIGHT = frozenset({"missing_scope", "not_allowed_token_type"})
"""The app was not installed anew since it shares files: these wait for nobody, and everything else goes on."""

_GONE = frozenset({"file_not_found", "file_deleted", "message_not_found"})


def share(
    client: WebClient,
    delivery: Delivery,
    said: Files,
    stands: Standing | None,
    thread: Standing | None,
    *,
    unsure: bool,
) -> tuple[str, str]:
    """Where they stand now: the channel, and what is to be written down. Raises what slack_sdk raises."""
    mark = _mark(said)
    if stands is not None and not unsure and stands.ts.split()[-1] == mark:
        return stands.channel, stands.ts
    channel = looking.channel_of(client, delivery.lane)
    thread_ts = thread.ts if thread else None
    before = [one for one in (stands.ts.split() if stands else []) if one.startswith("F")]
    if before or unsure:
        names = {one.name for one in said.files} if unsure else set()
        _take_away(client, channel, thread_ts, before, names)
    if not said.files:
        return "", ""
    ids = _put_up(client, channel, thread_ts, said)
    written = " ".join([*ids, mark])
    return channel, written if len(written) <= MOST_WRITTEN else " ".join(ids)


def _mark(said: Files) -> str:
    whole = sha256()
    for one in said.files:
        whole.update(one.name.encode() + b"\0" + one.content + b"\0")
    return whole.hexdigest()[:6]


def _put_up(client: WebClient, channel: str, thread_ts: str | None, said: Files) -> list[str]:
    uploads = [{"filename": one.name, "title": one.title, "content": one.content} for one in said.files]
    try:
        answer = client.files_upload_v2(
            channel=channel, thread_ts=thread_ts, initial_comment=said.text, file_uploads=uploads
        )
    except SlackRequestError as refused:
        raise ConnectionError("the upload was not taken") from refused
    return [str(one["id"]) for one in answer["files"]]


def _take_away(client: WebClient, channel: str, thread_ts: str | None, before: list[str], names: set[str]) -> None:
    """These files, and those of these names that may have been put up without our hearing of it; and the messages they stood in."""
    for message in list(looking.recent(client, channel, thread_ts)):
        ours = {str(one["id"]) for one in _files_in(message) if one["id"] in before or one.get("name") in names}
        if ours and message.get("bot_id"):
            before = [*before, *sorted(ours - set(before))]
            _quietly(client, "chat.delete", channel=channel, ts=message["ts"])
    for file in before:
        _quietly(client, "files.delete", file=file)


def _files_in(message: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield from message.get("files") or ()


def _quietly(client: WebClient, method: str, **arguments: Any) -> None:
    """What is gone already need not go."""
    try:
        client.api_call(method, params=arguments)
    except SlackApiError as error:
        if error.response.get("error") not in _GONE:
            raise
