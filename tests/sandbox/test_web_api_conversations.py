"""Conversations, their members and their history."""

from collections.abc import Callable
from typing import Any

import pytest
from slack_sdk import WebClient

from sandbox import Sandbox

Json = dict[str, Any]
Ids = Callable[[str], str]
Refusal = Callable[..., Json]


def test_opening_a_direct_message_twice_is_the_same_one(client: WebClient, ids: Ids) -> None:
    channel = f"D{ids('amara')[1:]}"
    assert client.conversations_open(users=ids("amara")).data == {"ok": True, "channel": {"id": channel}}
    again = client.conversations_open(users=ids("amara"))
    assert again.data == {"ok": True, "no_op": True, "already_open": True, "channel": {"id": channel}}


def test_a_group_message(client: WebClient, slack: Sandbox, ids: Ids) -> None:
    channel = client.conversations_open(users=[ids("amara"), ids("priya")], return_im=True)["channel"]
    assert (channel["is_mpim"], channel["name"]) == (True, "mpdm-amara.okafor--close_ties--priya.nair-1")


@pytest.mark.parametrize(
    ("users", "error"),
    [
        ("", "users_list_not_supplied"),
        ("U0NOBODY000", "user_not_found"),
        ("gone", "user_disabled"),
        ("USLACKBOT", "cannot_dm_bot"),
        (",".join(f"U{n}" for n in range(9)), "too_many_users"),
    ],
)
def test_whom_a_direct_message_cannot_be_opened_with(refusal: Refusal, ids: Ids, users: str, error: str) -> None:
    given = ids(users) if users == "gone" else users
    assert refusal("conversations.open", users=given) == {"ok": False, "error": error}


def test_a_channel_s_information(client: WebClient, slack: Sandbox, ids: Ids) -> None:
    channel = client.conversations_info(channel=ids("#press-office"), include_num_members=True)["channel"]
    assert channel == {
        "id": ids("#press-office"),
        "name": "press-office",
        "name_normalized": "press-office",
        "is_channel": False,
        "is_group": True,
        "is_im": False,
        "is_mpim": False,
        "is_private": True,
        "is_general": False,
        "is_archived": False,
        "is_member": True,
        "is_shared": False,
        "is_ext_shared": False,
        "is_org_shared": False,
        "is_pending_ext_shared": False,
        "pending_shared": [],
        "shared_team_ids": [slack.workspace.team.id],
        "context_team_id": slack.workspace.team.id,
        "created": 1772442000,
        "creator": "USLACKBOT",
        "unlinked": 0,
        "updated": 1772442000000,
        "parent_conversation": None,
        "topic": {"value": "", "creator": "", "last_set": 0},
        "purpose": {"value": "", "creator": "", "last_set": 0},
        "previous_names": [],
        "num_members": 2,
    }


@pytest.mark.parametrize("method", ["conversations.info", "conversations.members", "conversations.history"])
def test_a_private_channel_without_the_bot_does_not_exist(
    client: WebClient, slack: Sandbox, ids: Ids, method: str
) -> None:
    with pytest.raises(Exception, match="'error': 'channel_not_found'"):
        client.api_call(method, data={"channel": ids("#secret")})


def test_the_list_pages_and_hides(client: WebClient, slack: Sandbox) -> None:
    pages = [page.data for page in client.conversations_list(types="public_channel,private_channel", limit=2)]
    assert [[channel["name"] for channel in page["channels"]] for page in pages] == [
        ["general", "press-office"],
        ["lobby", "attic"],
    ]
    assert [page["response_metadata"]["next_cursor"] for page in pages] == ["bmV4dDoy", ""]
    current = client.conversations_list(exclude_archived=True)["channels"]
    assert [channel["name"] for channel in current] == ["general", "lobby"]


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ({"types": "cupboard"}, "invalid_types"),
        ({"cursor": "bmV4dDo5OQ=="}, "invalid_cursor"),
        ({"cursor": "?"}, "invalid_cursor"),
    ],
)
def test_a_list_refused(client: WebClient, arguments: Json, error: str) -> None:
    with pytest.raises(Exception, match=f"'error': '{error}'"):
        client.api_call("conversations.list", data=arguments)


def test_members_leave_out_the_deactivated(client: WebClient, slack: Sandbox, ids: Ids) -> None:
    members = client.conversations_members(channel=ids("#general"))["members"]
    assert members == [ids("amara"), ids("priya"), ids("tom"), slack.core.app.bot_user_id]
    slack.on_loop(slack.workspace.deactivate, ids("tom"))
    assert ids("tom") not in client.conversations_members(channel=ids("#general"))["members"]


def test_joining(client: WebClient, refusal: Refusal, slack: Sandbox, ids: Ids) -> None:
    assert client.conversations_join(channel=ids("#lobby"))["channel"]["is_member"] is True
    assert client.conversations_join(channel=ids("#lobby"))["warning"] == "already_in_channel"
    errors = [
        refusal("conversations.join", channel=ids(name))["error"] for name in ("#attic", "#secret", "#press-office")
    ]
    assert errors == ["is_archived", "channel_not_found", "method_not_supported_for_channel_type"]


def test_inviting(client: WebClient, refusal: Refusal, slack: Sandbox, ids: Ids) -> None:
    assert client.conversations_invite(channel=ids("#press-office"), users=[ids("amara")])["ok"] is True
    assert ids("amara") in slack.workspace.channel("press-office").members
    people = f"{ids('amara')},{ids('gone')}"
    assert refusal("conversations.invite", channel=ids("#press-office"), users=people) == {
        "ok": False,
        "error": "already_in_channel",
        "errors": [
            {"user": ids("amara"), "ok": False, "error": "already_in_channel"},
            {"user": ids("gone"), "ok": False, "error": "cant_invite"},
        ],
    }
    assert refusal("conversations.invite", channel=ids("#lobby"), users=ids("tom"))["error"] == "not_in_channel"
    me = slack.core.app.bot_user_id
    assert refusal("conversations.invite", channel=ids("#general"), users=me)["error"] == "cant_invite_self"


def test_history_pages_from_the_latest_and_leaves_replies_in_their_threads(client: WebClient, ids: Ids) -> None:
    general = ids("#general")
    stamps = [client.chat_postMessage(channel=general, text=f"message {n}")["ts"] for n in range(5)]
    client.chat_postMessage(channel=general, text="a reply", thread_ts=stamps[4])
    client.chat_postMessage(channel=general, text="for all", thread_ts=stamps[4], reply_broadcast=True)
    first = client.conversations_history(channel=general, limit=4)
    rest = client.conversations_history(channel=general, limit=4, cursor=first["response_metadata"]["next_cursor"])
    assert [message["text"] for message in first["messages"]] == ["for all", "message 4", "message 3", "message 2"]
    assert ([message["text"] for message in rest["messages"]], rest["has_more"]) == (["message 1", "message 0"], False)
    parent, broadcast = first["messages"][1], first["messages"][0]
    assert (parent["reply_count"], parent["reply_users"], broadcast["subtype"]) == (
        2,
        [parent["user"]],
        "thread_broadcast",
    )


def test_history_between_two_times(client: WebClient, ids: Ids) -> None:
    general = ids("#general")
    stamps = [client.chat_postMessage(channel=general, text=str(n))["ts"] for n in range(4)]

    def texts(**window: Any) -> list[str]:
        return [message["text"] for message in client.conversations_history(channel=general, **window)["messages"]]

    assert texts(oldest=stamps[1]) == ["3", "2"]
    assert texts(oldest=stamps[1], latest=stamps[3]) == ["2"]
    assert texts(oldest=stamps[1], latest=stamps[3], inclusive=True) == ["3", "2", "1"]
    with pytest.raises(Exception, match="invalid_ts_oldest"):
        texts(oldest="yesterday")


def test_metadata_is_read_only_when_asked_for(client: WebClient, ids: Ids) -> None:
    metadata = {"event_type": "card", "event_payload": {"ref": "ME-1"}}
    client.chat_postMessage(channel=ids("#general"), text="x", metadata=metadata)
    plain = client.conversations_history(channel=ids("#general"))["messages"][0]
    full = client.conversations_history(channel=ids("#general"), include_all_metadata=True)["messages"][0]
    assert (plain.get("metadata"), full["metadata"]) == (None, metadata)


def test_the_bot_reads_only_channels_that_it_is_in(client: WebClient, slack: Sandbox, ids: Ids) -> None:
    with pytest.raises(Exception, match="not_in_channel"):
        client.conversations_history(channel=ids("#lobby"))


def test_a_thread_reads_from_its_first_message(client: WebClient, slack: Sandbox, ids: Ids) -> None:
    general = ids("#general")
    parent = client.chat_postMessage(channel=general, text="one")["ts"]
    replies = [client.chat_postMessage(channel=general, text=str(n), thread_ts=parent)["ts"] for n in range(3)]
    pages = [page.data for page in client.conversations_replies(channel=general, ts=replies[1], limit=2)]
    assert [[message["text"] for message in page["messages"]] for page in pages] == [["one", "0"], ["1", "2"]]
    assert pages[1]["messages"][0]["parent_user_id"] == slack.core.app.bot_user_id
    with pytest.raises(Exception, match="thread_not_found"):
        client.conversations_replies(channel=general, ts="1.000001")


def test_a_deleted_parent_leaves_a_tombstone(client: WebClient, ids: Ids) -> None:
    general = ids("#general")
    parent = client.chat_postMessage(channel=general, text="one")["ts"]
    client.chat_postMessage(channel=general, text="two", thread_ts=parent)
    client.chat_delete(channel=general, ts=parent)
    thread = client.conversations_replies(channel=general, ts=parent)["messages"]
    assert [(message.get("subtype"), message["text"]) for message in thread] == [
        ("tombstone", "This message was deleted."),
        (None, "two"),
    ]


def test_the_bot_is_told_where_it_is(client: WebClient, ids: Ids) -> None:
    there = client.users_conversations(types="public_channel,private_channel")["channels"]
    listed = client.conversations_list(types="public_channel,private_channel")["channels"]
    assert [one["id"] for one in there] == [one["id"] for one in listed if one["is_member"]]
    assert 0 < len(there) < len(listed)
