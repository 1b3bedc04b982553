"""Posting, editing and deleting: what Slack takes, what it refuses, and in which words."""

from collections.abc import Callable
from typing import Any

import pytest
from slack_sdk import WebClient

from sandbox import Sandbox

Json = dict[str, Any]
Ids = Callable[[str], str]
Refusal = Callable[..., Json]

SECTION = {"type": "section", "block_id": "s", "text": {"type": "mrkdwn", "text": "Hello"}}
STORED_SECTION = {"type": "section", "block_id": "s", "text": {"type": "mrkdwn", "text": "Hello", "verbatim": False}}


def test_a_post_answers_with_the_whole_message(client: WebClient, slack: Sandbox, ids: Ids) -> None:
    answer = client.chat_postMessage(channel=ids("#general"), text="Hello", blocks=[SECTION])
    app = slack.core.app
    profile = {
        "id": app.bot_id,
        "app_id": app.id,
        "name": "Close Ties",
        "icons": {},
        "deleted": False,
        "updated": 0,
        "team_id": slack.workspace.team.id,
    }
    assert answer.data == {
        "ok": True,
        "channel": ids("#general"),
        "ts": "1772442000.000000",
        "message": {
            "type": "message",
            "user": app.bot_user_id,
            "text": "Hello",
            "ts": "1772442000.000000",
            "team": slack.workspace.team.id,
            "bot_id": app.bot_id,
            "app_id": app.id,
            "bot_profile": profile,
            "blocks": [STORED_SECTION],
        },
    }


def test_timestamps_grow_even_when_the_clock_stands_still_or_goes_back(
    client: WebClient, slack: Sandbox, ids: Ids
) -> None:
    first = client.chat_postMessage(channel=ids("#general"), text="one")["ts"]
    slack.clock.advance(-3600)
    second = client.chat_postMessage(channel=ids("#general"), text="two")["ts"]
    assert [first, second] == ["1772442000.000000", "1772442000.000001"]


def test_a_channel_may_be_named(client: WebClient, ids: Ids) -> None:
    assert client.chat_postMessage(channel="#general", text="Hello")["channel"] == ids("#general")


def test_a_person_s_id_opens_the_direct_message(client: WebClient, ids: Ids) -> None:
    posted = client.chat_postMessage(channel=ids("amara"), text="Hello")
    opened = client.conversations_open(users=ids("amara"))
    assert posted["channel"] == opened["channel"]["id"] == f"D{ids('amara')[1:]}"


def test_a_message_to_somebody_deactivated_is_taken_and_the_log_says_that_nobody_reads_it(
    client: WebClient, slack: Sandbox, ids: Ids
) -> None:
    assert client.chat_postMessage(channel=ids("gone"), text="Hello")["ok"] is True
    assert slack.log.calls("chat.postMessage")[-1].problems == [
        "gone.girl is deactivated: nobody will read this message"
    ]


@pytest.mark.parametrize(
    ("channel", "error"),
    [
        ("#secret", "channel_not_found"),
        ("C0NOWHERE00", "channel_not_found"),
        ("U0NOBODY000", "channel_not_found"),
        ("#lobby", "not_in_channel"),
        ("#attic", "is_archived"),
        ("USLACKBOT", "cannot_dm_bot"),
    ],
)
def test_where_a_message_cannot_go(refusal: Refusal, channel: str, error: str) -> None:
    assert refusal("chat.postMessage", channel=channel, text="Hello") == {"ok": False, "error": error}


def test_a_public_channel_takes_posts_from_outside_with_the_scope(manifest: Json, workspace: Any) -> None:
    manifest["oauth_config"]["scopes"]["bot"].append("chat:write.public")
    with Sandbox(workspace, manifest) as slack:
        client = WebClient(token=slack.bot_token, base_url=slack.api_url)
        assert client.chat_postMessage(channel="#lobby", text="Hello")["ok"] is True


def test_the_messages_tab_can_be_off(manifest: Json, workspace: Any) -> None:
    manifest["features"]["app_home"]["messages_tab_enabled"] = False
    with Sandbox(workspace, manifest) as slack:
        client = WebClient(token=slack.bot_token, base_url=slack.api_url)
        answer = client.api_call("auth.test")
        assert answer["ok"] is True
        with pytest.raises(Exception, match="messages_tab_disabled"):
            client.chat_postMessage(channel=workspace.person("amara").id, text="Hello")


@pytest.mark.parametrize(
    ("arguments", "answer"),
    [
        ({}, {"ok": False, "error": "no_text"}),
        ({"text": "", "blocks": []}, {"ok": False, "error": "no_text"}),
        ({"blocks": "[{"}, {"ok": False, "error": "invalid_blocks_format"}),
        ({"blocks": {"type": "section"}}, {"ok": False, "error": "invalid_blocks_format"}),
        ({"markdown_text": "x", "text": "y"}, {"ok": False, "error": "markdown_text_conflict"}),
        ({"markdown_text": "x" * 12_001}, {"ok": False, "error": "msg_too_long"}),
        ({"text": "x", "attachments": [{"text": "a"}] * 101}, {"ok": False, "error": "too_many_attachments"}),
        ({"text": "x", "thread_ts": "1.000001"}, {"ok": False, "error": "thread_not_found"}),
        ({"text": "x", "metadata": {"event_type": "x"}}, {"ok": False, "error": "invalid_metadata_format"}),
        (
            {"text": "x", "metadata": {"event_type": "x", "event_payload": {"a": {"b": {"c": 1}}}}},
            {"ok": False, "error": "invalid_metadata_format"},
        ),
        (
            {"text": "x", "metadata": {"event_type": "x", "event_payload": {"a": "b" * 9000}}},
            {"ok": False, "error": "metadata_too_large"},
        ),
        (
            {"text": "x", "username": "Somebody"},
            {"ok": False, "error": "missing_scope", "needed": "chat:write.customize"},
        ),
    ],
)
def test_what_a_message_cannot_be(refusal: Refusal, arguments: Json, answer: Json) -> None:
    refused = refusal("chat.postMessage", channel="#general", **arguments)
    refused.pop("provided", None)
    assert refused == answer


def test_blocks_are_judged_with_slack_s_words_and_pointers(refusal: Refusal, slack: Sandbox) -> None:
    text = {"type": "mrkdwn", "text": "x" * 3001}
    refused = refusal("chat.postMessage", channel="#general", text="x", blocks=[{"type": "section", "text": text}])
    sentence = "must be less than 3001 characters [json-pointer:/blocks/0/text/text]"
    assert refused == {
        "ok": False,
        "error": "invalid_blocks",
        "errors": [sentence],
        "response_metadata": {"messages": [f"[ERROR] {sentence}"]},
    }
    assert slack.log.calls("chat.postMessage")[-1].problems == [f"[ERROR] {sentence}"]


def test_the_channel_is_wanted(refusal: Refusal) -> None:
    assert refusal("chat.postMessage", text="x") == {
        "ok": False,
        "error": "invalid_arguments",
        "response_metadata": {"messages": ["[ERROR] missing required field: channel"]},
    }


def test_a_very_long_text_is_cut_with_a_warning(client: WebClient) -> None:
    answer = client.chat_postMessage(channel="#general", text="x" * 40_001)
    assert answer["message"]["text"] == "x" * 40_000
    assert answer["warning"] == "message_truncated"
    assert answer["response_metadata"] == {"warnings": ["message_truncated"]}


def test_markdown_becomes_a_markdown_block(client: WebClient) -> None:
    message = client.chat_postMessage(channel="#general", markdown_text="**Hello**")["message"]
    assert [(block["type"], block["text"]) for block in message["blocks"]] == [("markdown", "**Hello**")]


def test_an_answer_to_a_reply_joins_its_thread(client: WebClient, ids: Ids) -> None:
    parent = client.chat_postMessage(channel=ids("#general"), text="one")["ts"]
    reply = client.chat_postMessage(channel=ids("#general"), text="two", thread_ts=parent)
    deeper = client.chat_postMessage(channel=ids("#general"), text="three", thread_ts=reply["ts"])
    assert [reply["message"]["thread_ts"], deeper["message"]["thread_ts"]] == [parent, parent]


def _posted(client: WebClient, ids: Ids, **more: Any) -> tuple[str, str]:
    answer = client.chat_postMessage(channel=ids("#general"), text="before", blocks=[SECTION], **more)
    return answer["channel"], answer["ts"]


def test_text_without_blocks_takes_the_blocks_away(client: WebClient, slack: Sandbox, ids: Ids) -> None:
    channel, ts = _posted(client, ids)
    answer = client.chat_update(channel=channel, ts=ts, text="after")
    assert (answer["text"], answer["message"].get("blocks")) == ("after", None)
    assert answer["message"]["edited"] == {"user": slack.core.app.bot_user_id, "ts": "1772442000.000000"}


def test_new_blocks_stand_without_an_edited_mark(client: WebClient, ids: Ids) -> None:
    channel, ts = _posted(client, ids, attachments=[{"text": "stays"}])
    message = client.chat_update(channel=channel, ts=ts, text="after", blocks=[SECTION])["message"]
    assert "edited" not in message
    assert (message["blocks"], message["attachments"]) == ([STORED_SECTION], [{"text": "stays"}])


def test_attachments_alone_leave_text_and_blocks(client: WebClient, ids: Ids) -> None:
    channel, ts = _posted(client, ids)
    message = client.api_call("chat.update", json={"channel": channel, "ts": ts, "attachments": [{"text": "new"}]})[
        "message"
    ]
    assert (message["text"], message["blocks"], message["attachments"]) == (
        "before",
        [STORED_SECTION],
        [{"text": "new"}],
    )


def test_metadata_stays_until_an_empty_one_is_given(client: WebClient, ids: Ids) -> None:
    metadata = {"event_type": "card", "event_payload": {"ref": "ME-1", "steps": [1, 2]}}
    channel, ts = _posted(client, ids, metadata=metadata)
    kept = client.chat_update(channel=channel, ts=ts, text="after")["message"]
    gone = client.api_call("chat.update", json={"channel": channel, "ts": ts, "text": "later", "metadata": {}})[
        "message"
    ]
    assert (kept["metadata"], gone.get("metadata")) == (metadata, None)


def test_an_update_is_refused(client: WebClient, refusal: Refusal, slack: Sandbox, ids: Ids) -> None:
    channel, ts = _posted(client, ids)
    general = slack.workspace.channel("general")
    theirs = slack.on_loop(slack.workspace.post, general, ids("amara"), "Mine").ts
    hidden = client.chat_postEphemeral(channel=channel, user=ids("amara"), text="psst")["message_ts"]
    errors = {
        "msg_too_long": refusal("chat.update", channel=channel, ts=ts, text="x" * 4001),
        "no_text": refusal("chat.update", channel=channel, ts=ts),
        "message_not_found": refusal("chat.update", channel=channel, ts="1.000001", text="x"),
        "cant_update_message": refusal("chat.update", channel=channel, ts=theirs, text="x"),
        "channel_not_found": refusal("chat.update", channel="#general", ts=ts, text="x"),
    }
    assert errors == {error: {"ok": False, "error": error} for error in errors}
    assert refusal("chat.update", channel=channel, ts=hidden, text="x") == {"ok": False, "error": "message_not_found"}
    slack.on_loop(slack.workspace.archive, general)
    assert refusal("chat.update", channel=channel, ts=ts, text="x") == {"ok": False, "error": "is_inactive"}


def test_deleting(client: WebClient, refusal: Refusal, slack: Sandbox, ids: Ids) -> None:
    channel, ts = _posted(client, ids)
    theirs = slack.on_loop(slack.workspace.post, slack.workspace.channel("general"), ids("amara"), "Mine").ts
    assert client.chat_delete(channel=channel, ts=ts).data == {"ok": True, "channel": channel, "ts": ts}
    assert refusal("chat.delete", channel=channel, ts=ts) == {"ok": False, "error": "message_not_found"}
    assert refusal("chat.delete", channel=channel, ts=theirs) == {"ok": False, "error": "cant_delete_message"}


def test_an_ephemeral_is_for_one_person_and_in_no_history(client: WebClient, slack: Sandbox, ids: Ids) -> None:
    answer = client.chat_postEphemeral(channel=ids("#general"), user=ids("amara"), text="psst")
    message = slack.workspace.channel("general").messages[answer["message_ts"]]
    assert (message.visible_to, message.text) == (ids("amara"), "psst")
    assert client.conversations_history(channel=ids("#general"))["messages"] == []


@pytest.mark.parametrize(
    ("channel", "person", "arguments", "error"),
    [
        ("#press-office", "amara", {"text": "x"}, "user_not_in_channel"),
        ("#lobby", "amara", {"text": "x"}, "not_in_channel"),
        ("#secret", "amara", {"text": "x"}, "channel_not_found"),
        ("#attic", "amara", {"text": "x"}, "is_archived"),
        ("#general", "amara", {}, "no_text"),
        ("#general", "amara", {"text": "x" * 40_001}, "msg_too_long"),
    ],
)
def test_an_ephemeral_is_refused(
    refusal: Refusal, ids: Ids, channel: str, person: str, arguments: Json, error: str
) -> None:
    refused = refusal("chat.postEphemeral", channel=ids(channel), user=ids(person), **arguments)
    assert refused == {"ok": False, "error": error}


def test_permalinks(client: WebClient, ids: Ids) -> None:
    channel, ts = _posted(client, ids)
    reply = client.chat_postMessage(channel=channel, text="two", thread_ts=ts)["ts"]
    links = [client.chat_getPermalink(channel=channel, message_ts=each)["permalink"] for each in (ts, reply)]
    start = f"https://northbank.slack.com/archives/{channel}/p"
    assert links == [
        f"{start}1772442000000000",
        f"{start}1772442000000001?thread_ts={ts}&cid={channel}",
    ]


def test_a_picture_by_slacks_file_must_be_there_and_be_one(
    client: WebClient, refusal: Refusal, slack: Sandbox, ids: Ids
) -> None:
    owner = slack.core.app.bot_user_id
    good, text = (slack.workspace.add_file(name, owner, 10, complete=True) for name in ("a.png", "a.txt"))

    def looks(file: str) -> Json:
        picture = {"type": "image", "slack_file": {"id": file}, "alt_text": "A garden"}
        return {"channel": ids("#general"), "text": "Look", "blocks": [{"type": "divider"}, picture]}

    assert client.chat_postMessage(**looks(good.id))["ok"]
    for wrong in (text.id, "F0000000000"):
        answer = refusal("chat.postMessage", **looks(wrong))
        assert (answer["error"], answer["errors"]) == (
            "invalid_blocks",
            ["invalid slack file [json-pointer:/blocks/1/slack_file]"],
        )
