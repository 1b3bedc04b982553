"""Reactions and files."""

import urllib.request
from collections.abc import Callable
from typing import Any

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from sandbox import Sandbox

Json = dict[str, Any]
Ids = Callable[[str], str]
Refusal = Callable[..., Json]


@pytest.fixture
def posted(client: WebClient) -> Json:
    answer = client.chat_postMessage(channel="#general", text="Hello")
    return {"channel": answer["channel"], "timestamp": answer["ts"]}


def test_reacting(client: WebClient, slack: Sandbox, posted: Json) -> None:
    client.reactions_add(name="eyes", **posted)
    answer = client.reactions_get(**posted)
    me = slack.core.app.bot_user_id
    assert (answer["type"], answer["message"]["reactions"]) == (
        "message",
        [{"name": "eyes", "users": [me], "count": 1}],
    )
    client.reactions_remove(name=":eyes:", **posted)
    assert "reactions" not in client.reactions_get(**posted)["message"]


def test_reactions_refused(client: WebClient, refusal: Refusal, slack: Sandbox, posted: Json) -> None:
    client.reactions_add(name="eyes", **posted)
    answers = {
        "already_reacted": refusal("reactions.add", name="eyes", **posted),
        "no_reaction": refusal("reactions.remove", name="tada", **posted),
        "invalid_name": refusal("reactions.add", name="Party Time", **posted),
        "message_not_found": refusal("reactions.add", name="eyes", **{**posted, "timestamp": "1.000001"}),
        "bad_timestamp": refusal("reactions.add", name="eyes", **{**posted, "timestamp": "now"}),
        "no_item_specified": refusal("reactions.add", name="eyes", channel=posted["channel"]),
        "channel_not_found": refusal("reactions.add", name="eyes", channel="C0NOWHERE00", timestamp="1.000001"),
    }
    assert answers == {error: {"ok": False, "error": error} for error in answers}
    slack.on_loop(slack.workspace.archive, slack.workspace.channel("general"))
    assert refusal("reactions.add", name="tada", **posted) == {"ok": False, "error": "is_archived"}


def test_one_person_adds_twenty_three_at_most(client: WebClient, refusal: Refusal, posted: Json) -> None:
    for number in range(23):
        client.reactions_add(name=f"emoji{number}", **posted)
    assert refusal("reactions.add", name="eyes", **posted) == {"ok": False, "error": "too_many_reactions"}


def test_a_file_from_its_bytes_to_the_channel_and_back(client: WebClient, slack: Sandbox, ids: Ids) -> None:
    uploaded = client.files_upload_v2(
        content=b"col\n1\n", filename="week.csv", title="The week", channel=ids("#general"), initial_comment="See here"
    )
    file_id = uploaded["files"][0]["id"]
    file = client.files_info(file=file_id)["file"]
    (message,) = client.conversations_history(channel=ids("#general"))["messages"]
    assert (message["subtype"], message["text"], [each["id"] for each in message["files"]]) == (
        "file_share",
        "See here",
        [file_id],
    )
    assert (file["title"], file["mimetype"], file["size"], file["channels"]) == (
        "The week",
        "text/csv",
        6,
        [ids("#general")],
    )
    share = {
        "ts": message["ts"],
        "channel_name": "general",
        "team_id": slack.workspace.team.id,
        "share_user_id": slack.core.app.bot_user_id,
    }
    assert file["shares"] == {"public": {ids("#general"): [share]}}
    assert _fetch(file["url_private"], slack.bot_token) == b"col\n1\n"
    assert b"Sign in to see this file" in _fetch(file["url_private_download"], "xoxb-wrong")


def _fetch(url: str, token: str) -> bytes:
    request = urllib.request.Request(url, headers={"Authorization": f"Bearer {token}"})
    with urllib.request.urlopen(request, timeout=10) as answer:
        content: bytes = answer.read()
    return content


def test_a_file_of_somebody_else_shows_only_where_the_bot_is(client: WebClient, slack: Sandbox, ids: Ids) -> None:
    workspace = slack.workspace

    def share(channel: str) -> str:
        file = workspace.add_file("a.png", ids("amara"), 3, b"png", complete=True)
        workspace.post(workspace.channel(channel), ids("amara"), "", file_ids=[file.id])
        return file.id

    seen, hidden = slack.on_loop(share, "general"), slack.on_loop(share, "secret")
    assert client.files_info(file=seen)["file"]["name"] == "a.png"
    with pytest.raises(Exception, match="file_not_found"):
        client.files_info(file=hidden)


def test_uploads_refused(client: WebClient, refusal: Refusal, slack: Sandbox, ids: Ids) -> None:
    with pytest.raises(Exception, match="must be greater than 1"):
        client.files_getUploadURLExternal(filename="a.txt", length=0)
    begun = client.files_getUploadURLExternal(filename="a.txt", length=3)
    files = [{"id": begun["file_id"], "title": "A"}]
    before = refusal("files.completeUploadExternal", files=files, channel_id=ids("#general"))
    assert before == {"ok": False, "error": "file_not_found"}, "its bytes have not come yet"
    assert _upload(begun["upload_url"], b"abc") == "OK - 3"
    nowhere = refusal("files.completeUploadExternal", files=files, channel_id=ids("#secret"))
    assert nowhere == {"ok": False, "error": "channel_not_found"}
    assert client.files_completeUploadExternal(files=files, channel_id=ids("#general"))["files"][0]["shares"] == {}


def _upload(url: str, content: bytes) -> str:
    with urllib.request.urlopen(urllib.request.Request(url, data=content, method="POST"), timeout=10) as answer:
        text: bytes = answer.read()
    return text.decode()


def test_a_file_put_into_a_form_is_the_apps_to_look_at(client: WebClient, slack: Sandbox) -> None:
    workspace = slack.workspace
    owner = next(iter(workspace.humans())).id
    kept = slack.on_loop(lambda: workspace.add_file("own.png", owner, 3, b"own", complete=True).id)
    given = slack.on_loop(lambda: workspace.add_file("given.png", owner, 5, b"given", complete=True, in_form=True).id)
    with pytest.raises(SlackApiError, match="file_not_found"):
        client.files_info(file=kept)
    found = client.files_info(file=given)["file"]
    assert (found["name"], found["mimetype"], found["size"]) == ("given.png", "image/png", 5)
