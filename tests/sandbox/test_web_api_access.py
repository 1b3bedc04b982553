"""Tokens, scopes, envelopes and ways of sending arguments."""

import http.client
import json
from collections.abc import Callable
from typing import Any

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from sandbox import Sandbox
from sandbox.web_api.methods import METHODS

Json = dict[str, Any]
Refusal = Callable[..., Json]


def _send(slack: Sandbox, path: str, body: str = "", **headers: str) -> tuple[int, Json]:
    address = slack.url.removeprefix("http://")
    connection = http.client.HTTPConnection(address, timeout=10)
    sent = {name.replace("_", "-"): value for name, value in headers.items()}
    connection.request("POST", f"/api/{path}", body, sent)
    answer = connection.getresponse()
    result = answer.status, json.loads(answer.read())
    connection.close()
    return result


def test_auth_test_says_who_the_bot_is(client: WebClient, slack: Sandbox) -> None:
    app, answer = slack.core.app, client.auth_test()
    assert answer.data == {
        "ok": True,
        "url": "https://northbank.slack.com/",
        "team": "Northbank Council",
        "user": "close_ties",
        "team_id": slack.workspace.team.id,
        "user_id": app.bot_user_id,
        "bot_id": app.bot_id,
        "is_enterprise_install": False,
    }
    assert answer.headers["x-oauth-scopes"].startswith("channels:history,channels:join,")


@pytest.mark.parametrize(
    ("token", "method", "error"),
    [
        (None, "auth.test", "not_authed"),
        ("xoxb-wrong", "auth.test", "invalid_auth"),
        ("app", "chat.postMessage", "not_allowed_token_type"),
        ("bot", "apps.connections.open", "not_allowed_token_type"),
    ],
)
def test_tokens_are_checked(slack: Sandbox, token: str | None, method: str, error: str) -> None:
    real = {"app": slack.app_token, "bot": slack.bot_token}.get(token or "", token)
    headers = {"Authorization": f"Bearer {real}"} if real else {}
    assert _send(slack, method, **headers) == (200, {"ok": False, "error": error})


def test_a_token_may_stand_in_the_form_but_not_in_the_address(slack: Sandbox) -> None:
    form = {"Content_Type": "application/x-www-form-urlencoded"}
    assert _send(slack, "auth.test", f"token={slack.bot_token}", **form)[1]["ok"] is True
    assert _send(slack, f"auth.test?token={slack.bot_token}") == (200, {"ok": False, "error": "not_authed"})


def test_an_unknown_method(refusal: Refusal) -> None:
    answer = {"ok": False, "error": "unknown_method", "req_method": "chat.shout"}
    assert refusal("chat.shout") == answer


def test_a_missing_scope_names_what_is_needed_and_what_is_there(workspace: Any, manifest: Json) -> None:
    manifest["oauth_config"]["scopes"]["bot"] = ["commands", "im:write"]
    with Sandbox(workspace, manifest) as slack:
        client = WebClient(token=slack.bot_token, base_url=slack.api_url)
        with pytest.raises(SlackApiError) as caught:
            client.chat_postMessage(channel="#general", text="x")
    assert caught.value.response.data == {
        "ok": False,
        "error": "missing_scope",
        "needed": "chat:write",
        "provided": "commands,im:write",
    }


def test_every_method_that_slack_guards_with_a_scope_is_refused_without_any(workspace: Any, manifest: Json) -> None:
    manifest["oauth_config"]["scopes"]["bot"] = []
    with Sandbox(workspace, manifest) as slack:
        slack.limits.on = False
        headers = {"Authorization": f"Bearer {slack.bot_token}"}
        errors = {name: _send(slack, name, **headers)[1].get("error") for name in METHODS}
    free = {name for name, error in errors.items() if error != "missing_scope"}
    assert free == {
        "auth.test",
        "apps.connections.open",
        "chat.getPermalink",
        "views.open",
        "views.publish",
        "views.push",
        "views.update",
    }


@pytest.mark.parametrize(
    ("removed", "channel", "method"),
    [
        ("groups:read", "press-office", "conversations.info"),
        ("groups:history", "press-office", "conversations.history"),
        ("channels:history", "general", "conversations.replies"),
    ],
)
def test_scopes_go_by_the_kind_of_conversation(
    workspace: Any, manifest: Json, removed: str, channel: str, method: str
) -> None:
    manifest["oauth_config"]["scopes"]["bot"].remove(removed)
    with Sandbox(workspace, manifest) as slack:
        client = WebClient(token=slack.bot_token, base_url=slack.api_url)
        with pytest.raises(SlackApiError) as caught:
            client.api_call(method, data={"channel": workspace.channel(channel).id, "ts": "1.1"})
    provided = ",".join(manifest["oauth_config"]["scopes"]["bot"])
    assert caught.value.response.data == {
        "ok": False,
        "error": "missing_scope",
        "needed": removed,
        "provided": provided,
    }


def test_json_without_a_charset_is_warned_about(slack: Sandbox) -> None:
    headers = {"Authorization": f"Bearer {slack.bot_token}", "Content_Type": "application/json"}
    answer = _send(slack, "team.info", "{}", **headers)[1]
    assert (answer["warning"], answer["response_metadata"]) == ("missing_charset", {"warnings": ["missing_charset"]})


@pytest.mark.parametrize(("body", "error"), [("{", "invalid_json"), ("[1]", "json_not_object")])
def test_a_body_that_is_no_json_object(slack: Sandbox, body: str, error: str) -> None:
    headers = {"Authorization": f"Bearer {slack.bot_token}", "Content_Type": "application/json; charset=utf-8"}
    assert _send(slack, "chat.postMessage", body, **headers) == (200, {"ok": False, "error": error})


def test_json_is_not_read_where_slack_reads_forms_only(slack: Sandbox) -> None:
    headers = {"Authorization": f"Bearer {slack.bot_token}", "Content_Type": "application/json; charset=utf-8"}
    person = slack.workspace.person("amara").id
    assert _send(slack, "users.info", json.dumps({"user": person}), **headers)[1] == {
        "ok": False,
        "error": "invalid_arguments",
        "response_metadata": {"messages": ["[ERROR] missing required field: user"]},
    }


def test_a_multipart_form_is_read(slack: Sandbox) -> None:
    person = slack.workspace.person("amara").id
    body = f'--b\r\nContent-Disposition: form-data; name="user"\r\n\r\n{person}\r\n--b--\r\n'
    headers = {"Authorization": f"Bearer {slack.bot_token}", "Content_Type": "multipart/form-data; boundary=b"}
    assert _send(slack, "users.info", body, **headers)[1]["user"]["real_name"] == "Amara Okafor"


def test_a_socket_address_is_given_to_the_app_token(client: WebClient, slack: Sandbox) -> None:
    answer = client.apps_connections_open(app_token=slack.app_token)
    (ticket,) = slack.core.tickets
    port = slack.url.rpartition(":")[2]
    url = f"ws://127.0.0.1:{port}/socket?ticket={ticket}&app_id={slack.core.app.id}"
    assert answer.data == {"ok": True, "url": url}


def test_the_log_holds_every_call_without_its_token(slack: Sandbox) -> None:
    form = {"Content_Type": "application/x-www-form-urlencoded"}
    _send(slack, "users.info", f"token={slack.bot_token}&user=U1", **form)
    (entry,) = slack.log
    milliseconds = entry.as_json()["milliseconds"]
    assert 0 < milliseconds < 1000
    assert entry.as_json() == {
        "number": 1,
        "at": "2026-03-02T09:00:00+00:00",
        "kind": "web_api",
        "name": "users.info",
        "payload": {"user": "U1"},
        "answer": {"ok": False, "error": "user_not_found"},
        "milliseconds": milliseconds,
        "problems": ["user_not_found"],
    }
