"""Messages in people's hands: what each one sees, pressing, shortcuts, response URLs, and the home tab."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import pytest
from slack_bolt import Ack
from slack_sdk import WebClient
from slack_sdk.webhook import WebhookClient

from sandbox import Sandbox
from sandbox.people.refusals import NoSuchChoice, NothingLikeIt, NotPossible, Unseen
from sandbox.records import Json
from tests.sandbox import bolt
from tests.sandbox.forms import option, stored, words

Ids = Callable[[str], str]

BLOCKS: list[Json] = [
    {"type": "section", "block_id": "words", "text": {"type": "mrkdwn", "text": "*Deadline* <!date^1772463600^{date_short} {time}|later>"}},
    {
        "type": "actions",
        "block_id": "moves",
        "elements": [
            {"type": "button", "action_id": "take", "text": words("I'll take it"), "value": "ME-1", "style": "primary"},
            {"type": "overflow", "action_id": "more", "options": [option("Close", "close"), option("Hand on", "hand")]},
            {"type": "static_select", "action_id": "who", "placeholder": words("Who?"), "options": [option("Me", "me")]},
            {"type": "datepicker", "action_id": "when"},
        ],
    },
]  # fmt: skip


@dataclass
class Bodies:
    """What the app got, and what it does with each body before it acks."""

    got: list[Json] = field(default_factory=list)
    then: Callable[[Json, WebClient], object] = lambda _body, _client: None


@pytest.fixture
def app(slack: Sandbox) -> Iterator[Bodies]:
    bodies, bolt_app = Bodies(), bolt.build(slack)

    def keep(ack: Ack, body: Json, client: WebClient) -> None:
        bodies.got.append(body)
        bodies.then(body, client)
        ack()

    for action in ("take", "more", "who", "when"):
        bolt_app.action(action)(keep)
    bolt_app.shortcut("make_story")(keep)
    bolt_app.action("school")(keep)

    @bolt_app.options("school")
    def offer(ack: Ack, body: Json) -> None:
        bodies.got.append(body)
        ack(options=[option("Hill Lane", "hill"), option("Hillside", "side")])

    bolt_app.command("/media-enquiry")(keep)
    with bolt.connected(slack, bolt_app):
        yield bodies


def test_a_pressed_button(slack: Sandbox, app: Bodies, client: WebClient, ids: Ids) -> None:
    ts = client.chat_postMessage(channel=ids("#press-office"), text="BBC asks.", blocks=BLOCKS)["ts"]
    card = slack.person("priya").in_channel("press-office").last
    assert card.readable.splitlines() == ["Deadline 2 Mar 2026 15:00", "I'll take it", "Who?"]
    assert card.press("I'll take it") == ""
    body = app.got[0]
    assert body.pop("response_url").startswith(f"{slack.url}/actions/")
    assert body.pop("trigger_id") and body["actions"][0].pop("action_ts")
    message = body.pop("message")
    assert (message["ts"], message["bot_id"], message["blocks"][1]["block_id"]) == (ts, slack.core.app.bot_id, "moves")
    assert body == {
        "type": "block_actions",
        "user": {
            "id": ids("priya"),
            "username": "priya.nair",
            "name": "priya.nair",
            "team_id": slack.workspace.team.id,
        },
        "api_app_id": slack.core.app.id,
        "token": slack.core.app.verification_token,
        "container": {"type": "message", "message_ts": ts, "channel_id": ids("#press-office"), "is_ephemeral": False},
        "team": {"id": slack.workspace.team.id, "domain": "northbank"},
        "enterprise": None,
        "is_enterprise_install": False,
        "channel": {"id": ids("#press-office"), "name": "privategroup"},
        "state": {
            "values": {
                "moves": {
                    "who": {"type": "static_select", "selected_option": None},
                    "when": {"type": "datepicker", "selected_date": None},
                }
            }
        },
        "actions": [
            {
                "action_id": "take",
                "block_id": "moves",
                "type": "button",
                "text": {"type": "plain_text", "text": "I'll take it", "emoji": True},
                "value": "ME-1",
                "style": "primary",
            }
        ],
    }


def test_chosen_in_a_message_and_remembered_for_that_person(
    slack: Sandbox, app: Bodies, client: WebClient, ids: Ids
) -> None:
    client.chat_postMessage(channel=ids("#general"), text="BBC asks.", blocks=BLOCKS)
    card = slack.person("priya").in_channel("general").last
    card.press("who", "Me")
    card.press("when", "2026-03-04")
    card.press("more", "Hand on")
    slack.person("amara").in_channel("general").last.press("take")
    chosen = [
        {key: act[key] for key in act if key.startswith("selected")} for body in app.got for act in body["actions"]
    ]
    assert chosen == [
        {"selected_option": stored("Me", "me")},
        {"selected_date": "2026-03-04"},
        {"selected_option": stored("Hand on", "hand")},
        {},
    ]
    values = [body["state"]["values"]["moves"] for body in app.got]
    assert values[2]["who"]["selected_option"] == stored("Me", "me")
    assert values[2]["when"] == {"type": "datepicker", "selected_date": "2026-03-04"}
    assert values[3]["when"] == {"type": "datepicker", "selected_date": None}
    with pytest.raises(NoSuchChoice, match=r"There is no 'Fly' to press; there is \"I'll take it\" \(take\)"):
        card.press("Fly")


def test_a_menu_in_a_message_that_asks_the_app(slack: Sandbox, app: Bodies, client: WebClient, ids: Ids) -> None:
    menu = {"type": "external_select", "action_id": "school", "placeholder": words("School")}
    blocks = [{"type": "actions", "block_id": "moves", "elements": [menu]}]
    client.chat_postMessage(channel=ids("#general"), text="Which?", blocks=blocks)
    slack.person("priya").in_channel("general").last.press("school", "Hillside")
    asked, chosen = app.got
    assert (asked["type"], asked["value"], asked["channel"]["id"]) == ("block_suggestion", "Hillside", ids("#general"))
    assert asked["message"]["text"] == "Which?"
    assert chosen["actions"][0]["selected_option"] == option("Hillside", "side")


def test_each_sees_only_what_is_theirs(slack: Sandbox, client: WebClient, ids: Ids) -> None:
    client.chat_postMessage(channel=ids("amara"), text="For Amara")
    client.chat_postEphemeral(channel=ids("#general"), user=ids("amara"), text="Only you")
    amara, priya = slack.person("amara"), slack.person("priya")
    assert [(message.text, message.ephemeral) for message in amara.in_channel("general").messages] == [
        ("Only you", True)
    ]
    assert priya.in_channel("general").messages == []
    assert priya.inbox.messages == []
    assert amara.inbox.last.text == "For Amara"
    with pytest.raises(
        Unseen, match=r"Amara Okafor is not in #press-office. They are in #general, #secret, #lobby, #attic."
    ):
        assert amara.in_channel("press-office").messages
    with pytest.raises(NotPossible, match="#attic is archived"):
        amara.writes("Hello?", channel="attic")
    with pytest.raises(NotPossible, match="Gail Gone's account is deactivated"):
        slack.person("gone").writes("Boo")


def test_dates_are_read_in_the_readers_own_zone(slack: Sandbox, client: WebClient, ids: Ids) -> None:
    text = "By <!date^1772463600^{date_long_pretty} at {time}|three o'clock>, <@" + ids("priya") + "> &amp; _co_"
    client.chat_postMessage(channel=ids("#general"), text=text)
    assert slack.person("amara").in_channel("general").last.readable == "By Today at 15:00, @Priya Nair & co"
    assert slack.person("tom").in_channel("general").last.readable == "By Today at 16:00, @Priya Nair & co"
    assert slack.person("tom").in_channel("general").last.sentence == "By three o'clock, @Priya Nair & co"


def test_a_message_shortcut(slack: Sandbox, app: Bodies, ids: Ids) -> None:
    amara = slack.person("amara")
    written = amara.writes("What a day", channel="general")
    assert amara.uses_shortcut("make_story", written) == ""
    body = app.got[0]
    assert (body["type"], body["message_ts"], body["message"]["text"]) == ("message_action", written.ts, "What a day")
    assert body["channel"] == {"id": ids("#general"), "name": "general"}
    assert body["response_url"].startswith(f"{slack.url}/app/")
    with pytest.raises(NotPossible, match="There is no global shortcut 'make_story'; there is log_enquiry"):
        amara.uses_shortcut("make_story")


def test_a_response_url_answers_five_times_within_half_an_hour(slack: Sandbox, app: Bodies, client: WebClient) -> None:
    slack.person("amara").types("/media-enquiry", channel="general")
    hook = WebhookClient(app.got[0]["response_url"])
    answers = [hook.send(text="One"), hook.send(text="Two", response_type="in_channel")]
    assert [(answer.status_code, answer.body) for answer in answers] == [(200, "ok"), (200, "ok")]
    refused = hook.send(blocks=[{"type": "divider", "colour": "red"}])
    assert (refused.status_code, refused.body) == (400, '{"ok":false,"error":"invalid_blocks"}')
    seen = [(message.text, message.ephemeral) for message in slack.person("amara").in_channel("general").messages]
    assert seen == [("One", True), ("Two", False)]
    held = slack.person("priya").in_channel("general").last.seen
    assert (held["text"], held["subtype"], held["from"]) == ("Two", "bot_message", "Close Ties")
    hook.send(text="Four")
    hook.send(text="Five")
    assert (hook.send(text="Six").status_code, hook.send(text="Six").body) == (404, '{"ok":false,"error":"used_url"}')

    slack.person("amara").types("/media-enquiry", channel="general")
    late = WebhookClient(app.got[1]["response_url"])
    slack.clock.advance(timedelta(minutes=30, seconds=1).total_seconds())
    assert (late.send(text="Late").status_code, late.send(text="Late").body) == (
        404,
        '{"ok":false,"error":"expired_url"}',
    )


def test_a_response_url_changes_the_message_pressed(slack: Sandbox, app: Bodies, client: WebClient, ids: Ids) -> None:
    client.chat_postEphemeral(channel=ids("#general"), user=ids("amara"), text="Sure?", blocks=BLOCKS)
    amara = slack.person("amara")
    amara.in_channel("general").last.press("take")
    body = app.got[0]
    assert body["container"]["is_ephemeral"] and "message" not in body
    hook = WebhookClient(body["response_url"])
    hook.send(text="Done.", replace_original=True)
    assert [message.readable for message in amara.in_channel("general").messages] == ["Done."]
    hook.send(delete_original=True)
    assert amara.in_channel("general").messages == []
    assert hook.send(text="Gone", replace_original=True).body == '{"ok":false,"error":"message_not_found"}'


def test_the_home_tab(slack: Sandbox, app: Bodies, client: WebClient, ids: Ids) -> None:
    client.views_publish(user_id=ids("amara"), view={"type": "home", "blocks": BLOCKS})
    amara = slack.person("amara")
    home = amara.home.open()
    assert home.buttons == {"I'll take it": "take"}
    assert home.press("I'll take it") == ""
    told = app.got[0]
    assert told["container"] == {"type": "view", "view_id": told["view"]["id"]}
    assert (told["view"]["type"], told["view"]["root_view_id"], "channel" in told) == (
        "home",
        told["view"]["id"],
        False,
    )
    client.views_publish(user_id=ids("amara"), view={"type": "home", "blocks": []})
    assert home.wait_for(lambda words: "Deadline" not in words).readable == ""
    assert slack.person("priya").home.readable == ""


def test_what_did_not_come_is_told_with_what_was_there(slack: Sandbox) -> None:
    amara = slack.person("amara")
    amara.writes("Hello", channel="general")
    slack.people.timeout = 0.1
    with pytest.raises(NothingLikeIt) as caught:
        amara.in_channel("general").wait_for(lambda message: "ME-0001" in message.text)
    assert str(caught.value) == (
        "The message that amara.okafor waits for in general did not come within 0.1 s.\nThere was:\nAmara Okafor: Hello"
    )


def test_mentions_are_made_as_slacks_composer_makes_them(slack: Sandbox, ids: Ids) -> None:
    amara = slack.person("amara")
    sent: dict[str, Any] = {
        text: amara.writes(text, channel="general").text
        for text in (
            "@priya see #lobby",
            "@here!",
            "<!channel>",
            "mail a@b.example",
            "@press #press-office",
            "https://b.example/?a=1&b=2",
        )
    }
    assert sent == {
        "@priya see #lobby": f"<@{ids('priya')}> see <#{ids('#lobby')}|lobby>",
        "@here!": "<!here>!",
        "<!channel>": "&lt;!channel&gt;",
        "mail a@b.example": "mail a@b.example",
        "@press #press-office": f"<!subteam^{next(iter(slack.workspace.usergroups))}> #press-office",
        "https://b.example/?a=1&b=2": "<https://b.example/?a=1&amp;b=2>",
    }
