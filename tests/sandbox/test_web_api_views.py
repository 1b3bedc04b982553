"""Views: triggers, stacks of three, hashes, homes, and what Slack refuses."""

from collections.abc import Callable
from typing import Any

import pytest
from slack_sdk import WebClient

from sandbox import Sandbox
from sandbox.views import StoredView

Json = dict[str, Any]
Ids = Callable[[str], str]
Refusal = Callable[..., Json]

INPUT = {
    "type": "input",
    "block_id": "outlet",
    "label": {"type": "plain_text", "text": "Outlet"},
    "element": {"type": "plain_text_input", "action_id": "value"},
}
OUTLET_STATE = {"outlet": {"value": {"type": "plain_text_input", "value": None}}}


def modal(**more: Any) -> Json:
    title = {"type": "plain_text", "text": "Media enquiry"}
    return {
        "type": "modal",
        "title": title,
        "submit": {"type": "plain_text", "text": "Send"},
        "blocks": [INPUT],
        **more,
    }


def home(**more: Any) -> Json:
    return {"type": "home", "blocks": [{"type": "divider", "block_id": "d"}], **more}


@pytest.fixture
def trigger(slack: Sandbox, ids: Ids) -> Callable[..., str]:
    """A fresh trigger, as of something that amara has just done."""
    return lambda view_id=None: slack.core.triggers.issue(ids("amara"), view_id=view_id)


Trigger = Callable[..., str]


def _stack(slack: Sandbox, ids: Ids) -> list[StoredView]:
    return slack.core.views.stack(ids("amara"))


def test_an_opened_view_comes_back_whole(client: WebClient, slack: Sandbox, ids: Ids, trigger: Trigger) -> None:
    answer = client.views_open(trigger_id=trigger(), view=modal(private_metadata="x", callback_id="enquiry"))
    (stored,) = _stack(slack, ids)
    block = {
        **INPUT,
        "label": {"type": "plain_text", "text": "Outlet", "emoji": True},
    }
    assert answer.data == {
        "ok": True,
        "view": {
            "type": "modal",
            "title": {"type": "plain_text", "text": "Media enquiry", "emoji": True},
            "submit": {"type": "plain_text", "text": "Send", "emoji": True},
            "close": None,
            "blocks": [block],
            "private_metadata": "x",
            "callback_id": "enquiry",
            "external_id": "",
            "clear_on_close": False,
            "notify_on_close": False,
            "id": stored.id,
            "team_id": slack.workspace.team.id,
            "state": {"values": OUTLET_STATE},
            "hash": stored.hash,
            "root_view_id": stored.id,
            "previous_view_id": None,
            "app_id": slack.core.app.id,
            "app_installed_team_id": slack.workspace.team.id,
            "bot_id": slack.core.app.bot_id,
        },
    }


def test_a_trigger_is_good_once_and_for_three_seconds(
    refusal: Refusal, client: WebClient, slack: Sandbox, trigger: Trigger
) -> None:
    used, stale, fresh = trigger(), trigger(), trigger()
    client.views_open(trigger_id=used, view=modal())
    slack.clock.advance(3)
    client.views_open(trigger_id=fresh, view=modal())
    slack.clock.advance(0.001)
    errors = [refusal("views.open", trigger_id=each, view=modal()) for each in (used, stale, "1.2.abc")]
    assert errors == [
        {"ok": False, "error": "exchanged_trigger_id"},
        {"ok": False, "error": "expired_trigger_id"},
        {"ok": False, "error": "invalid_trigger_id"},
    ]


def test_a_view_that_slack_refuses_leaves_the_trigger_whole(
    refusal: Refusal, client: WebClient, trigger: Trigger
) -> None:
    trigger_id = trigger()
    assert refusal("views.open", trigger_id=trigger_id, view=modal(private_metadata="x" * 3001)) == {
        "ok": False,
        "error": "invalid_arguments",
        "response_metadata": {
            "messages": [
                "[ERROR] failed to match all allowed schemas [json-pointer:/view]",
                "[ERROR] must be less than 3001 characters [json-pointer:/view/private_metadata]",
            ]
        },
    }
    assert client.views_open(trigger_id=trigger_id, view=modal())["ok"] is True


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"trigger_id": "1.2.3"}, "[ERROR] missing required field: view"),
        ({"view": modal()}, "[ERROR] missing required field: trigger_id"),
        ({"trigger_id": "1.2.3", "view": "{"}, "[ERROR] must provide an object [json-pointer:/view]"),
        ({"trigger_id": "1.2.3", "view": home()}, "[ERROR] unsupported type: home [json-pointer:/view/type]"),
    ],
)
def test_arguments_that_do_not_open_a_view(refusal: Refusal, arguments: Json, message: str) -> None:
    answer = {"ok": False, "error": "invalid_arguments", "response_metadata": {"messages": [message]}}
    assert refusal("views.open", **arguments) == answer


def test_a_stack_is_three_high(client: WebClient, refusal: Refusal, slack: Sandbox, ids: Ids, trigger: Trigger) -> None:
    first = client.views_open(trigger_id=trigger(), view=modal())["view"]
    second = client.views_push(trigger_id=trigger(first["id"]), view=modal())["view"]
    third = client.views_push(trigger_id=trigger(second["id"]), view=modal())["view"]
    assert (third["root_view_id"], third["previous_view_id"]) == (first["id"], second["id"])
    assert refusal("views.push", trigger_id=trigger(third["id"]), view=modal()) == {
        "ok": False,
        "error": "push_limit_reached",
    }
    slack.on_loop(slack.core.views.close, _stack(slack, ids)[1])
    assert [view.id for view in _stack(slack, ids)] == [first["id"]]


def test_pushing_onto_nothing_and_onto_a_home(client: WebClient, refusal: Refusal, ids: Ids, trigger: Trigger) -> None:
    assert refusal("views.push", trigger_id=trigger(), view=modal()) == {"ok": False, "error": "not_found"}
    published = client.views_publish(user_id=ids("amara"), view=home())["view"]["id"]
    text = "must match the `type` of the root view whose stack we're pushing onto [json-pointer:/view/type]"
    assert refusal("views.push", trigger_id=trigger(published), view=modal()) == {
        "ok": False,
        "error": "invalid_arguments",
        "response_metadata": {"messages": [f"[ERROR] {text}"]},
    }


def test_an_update_keeps_what_was_typed_under_the_same_ids(
    client: WebClient, slack: Sandbox, ids: Ids, trigger: Trigger
) -> None:
    opened = client.views_open(trigger_id=trigger(), view=modal(external_id="mine"))["view"]
    (stored,) = _stack(slack, ids)
    typed = {"type": "plain_text_input", "value": "BBC"}
    stored.typed[("outlet", "value")] = typed
    other = {**INPUT, "block_id": "name"}
    kept = client.views_update(external_id="mine", view=modal(blocks=[INPUT, other], external_id="mine"))["view"]
    assert kept["state"]["values"] == {"outlet": {"value": typed}, "name": OUTLET_STATE["outlet"]}
    gone = client.views_update(view_id=opened["id"], view=modal(blocks=[other]), hash=kept["hash"])["view"]
    assert gone["state"]["values"] == {"name": OUTLET_STATE["outlet"]}


def test_updates_that_are_refused(client: WebClient, refusal: Refusal, trigger: Trigger) -> None:
    opened = client.views_open(trigger_id=trigger(), view=modal())["view"]
    client.views_update(view_id=opened["id"], view=modal())
    stale = refusal("views.update", view_id=opened["id"], view=modal(), hash=opened["hash"])
    assert stale == {"ok": False, "error": "hash_conflict"}
    assert refusal("views.update", view_id="V0NOWHERE", view=modal()) == {"ok": False, "error": "not_found"}
    for both in ({}, {"view_id": opened["id"], "external_id": "x"}):
        assert refusal("views.update", view=modal(), **both) == {
            "ok": False,
            "error": "invalid_arguments",
            "response_metadata": {"messages": ["[ERROR] Cannot provide both `view_id` and `external_id`"]},
        }


def test_external_ids_are_unique(
    client: WebClient, refusal: Refusal, slack: Sandbox, ids: Ids, trigger: Trigger
) -> None:
    client.views_open(trigger_id=trigger(), view=modal(external_id="mine"))
    theirs = slack.core.triggers.issue(ids("priya"))
    assert refusal("views.open", trigger_id=theirs, view=modal(external_id="mine")) == {
        "ok": False,
        "error": "duplicate_external_id",
    }


def test_homes(client: WebClient, refusal: Refusal, ids: Ids) -> None:
    first = client.views_publish(user_id=ids("amara"), view=home())["view"]
    second = client.views_publish(user_id=ids("amara"), view=home(), hash=first["hash"])["view"]
    assert (second["id"], second["hash"] != first["hash"], second["type"]) == (first["id"], True, "home")
    stale = refusal("views.publish", user_id=ids("amara"), view=home(), hash=first["hash"])
    assert stale == {"ok": False, "error": "hash_conflict"}
    assert refusal("views.publish", user_id="U0NOBODY000", view=home()) == {
        "ok": False,
        "error": "invalid_arguments",
        "response_metadata": {"messages": ["[ERROR] invalid `user_id`"]},
    }


def test_no_home_where_the_manifest_has_none(workspace: Any, manifest: Json) -> None:
    manifest["features"]["app_home"]["home_tab_enabled"] = False
    with Sandbox(workspace, manifest) as slack:
        client = WebClient(token=slack.bot_token, base_url=slack.api_url)
        with pytest.raises(Exception, match="'error': 'not_enabled'"):
            client.views_publish(user_id=workspace.person("amara").id, view=home())


def test_a_new_form_forgets_the_old_one_s_errors(client: WebClient, slack: Sandbox, ids: Ids, trigger: Trigger) -> None:
    opened = client.views_open(trigger_id=trigger(), view=modal())["view"]
    (stored,) = _stack(slack, ids)
    stored.errors["outlet"] = "Which one?"
    client.views_update(view_id=opened["id"], view=modal())
    assert stored.errors == {}
