"""Slack answers 429, 500, nothing, late, or its answer is lost: every message arrives once, in order within its channel."""

from typing import Any

import pytest

from tests.journeys.council import ENQUIRY, Council
from tests.withstand.shaken import (
    assert_each_once_and_in_order,
    card_of,
    cards,
    deliveries,
    form_of,
    posted,
    raise_enquiry,
)

POST, UPDATE = ["chat.postMessage"], ["chat.update"]

BAD_DAYS: dict[str, dict[str, dict[str, Any]]] = {
    "429": {"ratelimit": {"retry_after": 1, "methods": POST, "times": 3}},
    "500": {"error": {"status": 500, "methods": POST, "times": 5}},
    "503 for edits": {"error": {"status": 503, "methods": UPDATE, "times": 3}},
    "nothing": {"silence": {"methods": POST, "times": 2}},
    "late, and done after we gave up": {"slow": {"ms": 1400, "methods": POST, "times": 3}},
    "late, but in time": {"slow": {"ms": 400}},
    "the answer lost after the post": {"drop_answer": {"methods": POST, "times": 4}},
    "the answer to an edit lost": {"drop_answer": {"methods": UPDATE, "times": 3}},
    "the answer lost, and 429 while looking": {
        "drop_answer": {"methods": POST, "times": 3},
        "ratelimit": {"retry_after": 1, "methods": ["conversations.history", "conversations.replies"], "times": 2},
    },
    "the answer lost, and 500 while looking": {
        "drop_answer": {"methods": POST, "times": 3},
        "error": {"methods": ["conversations.history", "conversations.open"], "times": 3},
    },
    "who can be reached cannot be asked": {"error": {"methods": ["users.info"]}},
}


@pytest.mark.parametrize("day", BAD_DAYS)
def test_every_message_arrives_once_and_in_order(shaken: Council, day: str) -> None:
    for name, parameters in BAD_DAYS[day].items():
        shaken.slack.faults.set(name, **parameters)

    for outlet in ("Northbank Echo", "BBC", "Sky News"):
        raise_enquiry(shaken, outlet=outlet)
    shaken.until_quiet()
    _shirin_has_it_and_priya_takes_it(shaken)
    shaken.until_quiet()

    assert_each_once_and_in_order(shaken)
    for reference in ("ME-0001", "ME-0002", "ME-0003"):
        assert len(cards(shaken, reference)) == 1
    if day != "who can be reached cannot be asked":
        assert all(fault.get("left", 0) == 0 for fault in shaken.slack.faults.active().values())
    assert "Priya Nair" in card_of(shaken, "priya", "ME-0001").readable


def _shirin_has_it_and_priya_takes_it(council: Council) -> None:
    nudge = council.person("shirin").inbox.wait_for(lambda seen: "ME-0001" in seen.text)
    assert nudge.press("I have it") == ""
    assert card_of(council, "priya", "ME-0001").press("I'll take it") == ""


def test_slack_is_down_for_a_while(shaken: Council) -> None:
    """People's forms still come through (the socket stands); nothing can be said to anyone until Slack is back."""
    raise_enquiry(shaken, outlet="Before")
    shaken.until_quiet()
    form = form_of(shaken)

    shaken.slack.faults.set("error", status=503)
    form.fill(**ENQUIRY).submit()
    assert not form.is_open
    shaken.until(lambda: any(row.attempts > 2 for row in deliveries(shaken.database)), "several tries")
    assert [each for each in deliveries(shaken.database) if each.state == "failed"] == []

    shaken.slack.faults.clear()
    shaken.until_quiet()
    assert_each_once_and_in_order(shaken)
    assert len(cards(shaken, "ME-0002")) == 1


def test_the_socket_is_cut_in_the_middle_of_it(shaken: Council) -> None:
    """What was raised is said all the same; and Slack's next requests come in by a new connection."""
    raise_enquiry(shaken, outlet="Before")
    shaken.slack.faults.set("cut_socket")
    shaken.until_quiet()
    shaken.slack.wait_for_app(timeout=20)

    raise_enquiry(shaken, outlet="After")
    shaken.until_quiet()
    assert_each_once_and_in_order(shaken)
    assert len(cards(shaken, "ME-0002")) == 1


def test_what_is_pressed_while_we_do_not_know_that_it_stands(shaken: Council) -> None:
    """Slack has card and nudge, and its answers were lost; people see them, press them, and what stands is brought up to date."""
    shaken.slack.faults.set("drop_answer", methods=POST)
    shaken.slack.faults.set("error", methods=["conversations.history", "conversations.replies", "conversations.open"])
    raise_enquiry(shaken)
    nudge = shaken.person("shirin").inbox.wait_for(lambda seen: "ME-0001" in seen.text)
    assert nudge.press("I have it") == ""
    assert card_of(shaken, "priya", "ME-0001").press("I'll take it") == ""

    shaken.slack.faults.clear()
    shaken.until_quiet()
    assert_each_once_and_in_order(shaken)
    assert shaken.person("shirin").inbox.messages[0].buttons == {}
    card = card_of(shaken, "priya", "ME-0001")
    assert "I'll take it" not in card.buttons
    assert [line.sentence for line in card.thread] == [
        "Amara Okafor raised ME-0001.",
        "Shirin Daryaei has it for the service: ME-0001.",
        "Priya Nair took ME-0001.",
    ]


def test_what_becomes_private_while_we_do_not_know_that_it_stands(shaken: Council) -> None:
    shaken.slack.faults.set("drop_answer", methods=POST)
    shaken.slack.faults.set("error", methods=["conversations.history", "conversations.replies", "conversations.open"])
    raise_enquiry(shaken, question="Did the boy at Elm House run away?")
    shaken.until(lambda: len(posted(shaken.slack)) == 4, "card, news and two nudges stand")
    shaken.person("amara").inbox.wait_for(lambda seen: "ME-0001" in seen.text).press("enquiry_more_button")
    assert not shaken.person("amara").form.fill(marks=["identifiable"]).submit().is_open

    shaken.slack.faults.clear()
    shaken.until_quiet()
    assert "Elm House" not in shaken.standing()
