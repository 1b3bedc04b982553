"""Faults: what the app meets while they are on, and how they are switched."""

import http.client
import re
import time
from typing import Any

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from sandbox import Sandbox
from sandbox.faults import Faults

Json = dict[str, Any]


def _texts(slack: Sandbox) -> list[str]:
    return [message.text for message in slack.workspace.channel("general").messages.values()]


def test_a_dropped_answer_comes_after_the_work(client: WebClient, slack: Sandbox) -> None:
    slack.faults.set("drop_answer", methods=["chat.postMessage"], times=1)
    with pytest.raises(http.client.RemoteDisconnected):
        client.chat_postMessage(channel="#general", text="one")
    client.chat_postMessage(channel="#general", text="two")
    assert _texts(slack) == ["one", "two"]


def test_silence_does_no_work_and_gives_no_answer(slack: Sandbox) -> None:
    slack.faults.set("silence", times=1)
    client = WebClient(token=slack.bot_token, base_url=slack.api_url, retry_handlers=[], timeout=1)
    with pytest.raises(TimeoutError):
        client.chat_postMessage(channel="#general", text="one")
    assert _texts(slack) == []


def test_a_sandbox_ends_at_once_in_the_middle_of_silence(workspace: Any, manifest: Json) -> None:
    with Sandbox(workspace, manifest) as slack:
        slack.faults.set("silence", methods=["team.info"])
        client = WebClient(token=slack.bot_token, base_url=slack.api_url)
        connection = http.client.HTTPConnection(slack.url.removeprefix("http://"), timeout=10)
        connection.request("POST", "/api/team.info", headers={"Authorization": f"Bearer {slack.bot_token}"})
        while slack.faults.active()["silence"]["struck"] == 0:
            client.auth_test()
        began = time.monotonic()
    assert time.monotonic() - began < 2
    with pytest.raises((http.client.RemoteDisconnected, ConnectionResetError)):
        connection.getresponse()
    connection.close()


@pytest.mark.parametrize(("given", "status"), [({}, 500), ({"status": 503}, 503)])
def test_an_error_of_slack_s_own(client: WebClient, slack: Sandbox, given: Json, status: int) -> None:
    slack.faults.set("error", methods=["chat.postMessage"], times=1, **given)
    assert client.auth_test()["ok"] is True
    with pytest.raises(SlackApiError) as caught:
        client.chat_postMessage(channel="#general", text="one")
    assert (caught.value.response.status_code, caught.value.response.data) == (
        status,
        {"ok": False, "error": "internal_error"},
    )
    assert _texts(slack) == []


def test_slow_answers(client: WebClient, slack: Sandbox) -> None:
    slack.faults.set("slow", ms=150)
    began = time.monotonic()
    client.auth_test()
    assert 0.15 <= time.monotonic() - began < 2
    assert slack.log.calls("auth.test")[-1].milliseconds >= 150


def test_pace_switches_the_limits(slack: Sandbox) -> None:
    slack.faults.set("pace", on=True)
    assert slack.limits.on is True
    slack.faults.set("pace", on=False)
    assert (slack.limits.on, slack.faults.active()) == (False, {})


def test_counting_and_clearing() -> None:
    faults = Faults()
    faults.set("error", times=2, methods=["a"])
    faults.set("slow", ms=5)
    struck = [faults.take("error", method) is not None for method in ("a", "b", "a", "a")]
    assert struck == [True, False, True, False]
    assert faults.active() == {"slow": {"ms": 5, "struck": 0}}
    faults.clear("slow")
    assert faults.active() == {}


@pytest.mark.parametrize(
    ("name", "parameters", "sentence"),
    [
        ("slowly", {}, "There is no fault called 'slowly'; known are slow, error,"),
        ("slow", {}, "The fault slow needs ms."),
        ("lose_ack", {"methods": ["x"]}, "The fault lose_ack takes no methods; it takes times."),
        ("error", {"times": "2"}, "times of the fault error cannot be '2'."),
    ],
)
def test_a_fault_that_cannot_be(name: str, parameters: Json, sentence: str) -> None:
    with pytest.raises(ValueError, match=re.escape(sentence)):
        Faults().set(name, **parameters)
