"""Rate limits, on a monotonic time of the test's own, and as the app meets them."""

import http.client
import json
from typing import Any

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from sandbox import Sandbox
from sandbox.limits import Limits

Json = dict[str, Any]


class Time:
    """Real time, as far as the limits can tell."""

    def __init__(self) -> None:
        self.at = 1000.0

    def __call__(self) -> float:
        return self.at


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def limits(time: Time) -> Limits:
    return Limits(monotonic=time)


def _posts(limits: Limits, channel: str) -> int | None:
    return limits.hold("chat.postMessage", "special", channel)


def test_a_message_a_second_in_a_channel(limits: Limits, time: Time) -> None:
    assert [_posts(limits, "C1"), _posts(limits, "C2"), _posts(limits, "C1")] == [None, None, 1]
    time.at += 0.94
    assert _posts(limits, "C1") == 1
    time.at += 0.02
    assert _posts(limits, "C1") is None, "a hundredth of a second early is forgiven"


def test_what_is_forgiven_never_adds_up(limits: Limits, time: Time) -> None:
    passed = 0
    for _ in range(10_000):
        passed += _posts(limits, "C1") is None
        time.at += 0.01
    assert passed == 101, "the first, and one for each of the hundred seconds since"


def test_a_tier_is_so_many_calls_a_minute(limits: Limits, time: Time) -> None:
    assert {limits.hold("chat.update", "t3") for _ in range(50)} == {None}
    time.at += 17.5
    assert limits.hold("chat.update", "t3") == 43
    assert limits.hold("conversations.info", "t3") is None, "only the method over its limit is held"
    time.at += 42.5
    assert limits.hold("chat.update", "t3") is None


def test_a_held_call_is_not_counted(limits: Limits, time: Time) -> None:
    answers = [limits.hold("conversations.list", "t2") for _ in range(30)]
    assert answers == [None] * 20 + [60] * 10
    time.at += 60
    assert {limits.hold("conversations.list", "t2") for _ in range(20)} == {None}


def test_so_many_messages_a_minute_in_all(limits: Limits) -> None:
    limits.messages_a_minute = 3
    assert [_posts(limits, f"C{n}") for n in range(4)] == [None, None, None, 60]


def test_nothing_is_held_when_switched_off(limits: Limits) -> None:
    limits.on = False
    assert {_posts(limits, "C1") for _ in range(1000)} == {None}


def test_the_app_gets_429_and_retry_after(client: WebClient, slack: Sandbox) -> None:
    slack.limits.on = True
    client.chat_postMessage(channel="#general", text="one")
    with pytest.raises(SlackApiError) as caught:
        client.chat_postMessage(channel=slack.workspace.channel("general").id, text="two")
    response = caught.value.response
    assert (response.status_code, response.headers["retry-after"], response.data) == (
        429,
        "1",
        {"ok": False, "error": "ratelimited"},
    )
    assert client.auth_test()["ok"] is True


def test_a_direct_message_is_one_channel_however_it_is_named(client: WebClient, slack: Sandbox) -> None:
    person = slack.workspace.person("amara").id
    channel = client.conversations_open(users=person)["channel"]["id"]
    slack.limits.on = True
    client.chat_postMessage(channel=person, text="one")
    with pytest.raises(Exception, match="ratelimited"):
        client.chat_postMessage(channel=channel, text="two")


def test_retry_after_is_in_whole_seconds(slack: Sandbox) -> None:
    slack.faults.set("ratelimit", retry_after=7, methods=["auth.test"], times=1)
    connection = http.client.HTTPConnection(slack.url.removeprefix("http://"), timeout=10)
    connection.request("POST", "/api/auth.test", headers={"Authorization": f"Bearer {slack.bot_token}"})
    answer = connection.getresponse()
    seen = answer.status, answer.getheader("Retry-After"), json.loads(answer.read())
    connection.close()
    assert seen == (429, "7", {"ok": False, "error": "ratelimited"})
