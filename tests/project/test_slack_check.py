"""What only Slack knows: people who are gone, channels without the bot, a restricted channel that others can read."""

import tomllib
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.demo import ORGANISATION, WORKSPACE
from bot.manifest import manifest
from bot.organisation.file import read_organisation_file
from bot.organisation.findings import Finding
from bot.organisation.slack_check import restricted_channel_findings, slack_findings
from sandbox import Sandbox, load_workspace
from storage.organisation import Organisation

Change = Callable[[dict[str, dict[str, Any]]], None]

NORTHBANK = read_organisation_file(ORGANISATION)


def asked(
    change: Change = lambda parts: None, *, scopes_without: str = "", organisation: Organisation = NORTHBANK
) -> list[Finding]:
    """What is found in the demo's workspace once `change` has had its way with its people and channels, by name."""
    described = tomllib.loads(WORKSPACE.read_text(encoding="utf-8"))
    change({part["name"]: part for part in (*described["people"], *described["channels"])})
    app = manifest()
    app["oauth_config"]["scopes"]["bot"] = [
        scope for scope in app["oauth_config"]["scopes"]["bot"] if scope != scopes_without
    ]
    with Sandbox(load_workspace(described), app) as slack:
        slack.limits.on = False
        client = WebClient(token=slack.bot_token, base_url=slack.api_url, retry_handlers=[])
        found = slack_findings(organisation, client)
        refusing = [finding for finding in found if finding.refuses]
        assert restricted_channel_findings(NORTHBANK, client) == refusing
        return found


def test_the_sample_council_has_no_hole_in_slack() -> None:
    assert asked() == []


def test_a_deactivated_lead_is_named() -> None:
    def leave(parts: dict[str, dict[str, Any]]) -> None:
        parts["marcus.bell"]["deactivated"] = True

    assert asked(leave) == [Finding("Marcus Bell (U0MARCUS6) is deactivated in Slack: nothing can reach them there.")]


def test_a_person_with_another_id_is_named() -> None:
    def move(parts: dict[str, dict[str, Any]]) -> None:
        parts["joan.whitfield"]["id"] = "U0NEWID99"

    assert asked(move) == [Finding("Joan Whitfield: nobody in Slack has the id U0JOAN008.")]


def test_a_services_own_good_news_channel_without_the_bot_is_named() -> None:
    organisation = replace(NORTHBANK, editions={"adults": "C0SOCIALCR", "gone": "C0GONE"})
    assert asked(organisation=organisation) == [
        Finding(
            "The Adults' social care good-news channel #social-care: the bot is not in it. Write /invite @Close Ties in it."
        )
    ]


def test_a_public_channel_without_the_bot_is_named() -> None:
    def leave(parts: dict[str, dict[str, Any]]) -> None:
        parts["good-news"]["bot"] = False

    assert asked(leave) == [
        Finding("The good news channel #good-news: the bot is not in it. Write /invite @Close Ties in it.")
    ]


def test_a_private_channel_without_the_bot_cannot_be_seen() -> None:
    def leave(parts: dict[str, dict[str, Any]]) -> None:
        parts["press-desk"]["bot"] = False

    assert asked(leave) == [
        Finding(
            "The triage channel C0PRESSDESK is not there, or the bot is not in it. Write /invite @Close Ties in it."
        )
    ]


def test_an_archived_channel_is_named() -> None:
    def archive(parts: dict[str, dict[str, Any]]) -> None:
        parts["ask-the-press-office"]["archived"] = True

    assert asked(archive) == [
        Finding("The intake channel #ask-the-press-office is archived: nothing can be posted in it.")
    ]


def test_a_restricted_channel_that_is_public_refuses() -> None:
    def open_up(parts: dict[str, dict[str, Any]]) -> None:
        parts["press-restricted"]["private"] = False

    assert asked(open_up) == [
        Finding(
            "The restricted channel #press-restricted is public: anyone could read of restricted enquiries. Make it private.",
            refuses=True,
        )
    ]


def test_a_restricted_channel_that_is_shared_refuses() -> None:
    def share(parts: dict[str, dict[str, Any]]) -> None:
        parts["press-restricted"]["shared"] = True

    assert asked(share) == [
        Finding(
            "The restricted channel #press-restricted is shared with another organisation. Stop sharing it.",
            refuses=True,
        )
    ]


def test_a_restricted_channel_with_a_guest_refuses() -> None:
    def invite(parts: dict[str, dict[str, Any]]) -> None:
        parts["dewi.hughes"]["guest"] = True

    assert asked(invite) == [
        Finding(
            "The restricted channel #press-restricted holds a guest, Dewi Hughes (U0DEWI004). Remove them from it.",
            refuses=True,
        )
    ]


def test_a_restricted_channel_that_cannot_be_seen_refuses() -> None:
    def leave(parts: dict[str, dict[str, Any]]) -> None:
        parts["press-restricted"]["bot"] = False

    assert asked(leave) == [
        Finding(
            "The restricted channel C0RESTRICTED is not there, or the bot is not in it. Write /invite @Close Ties in it.",
            refuses=True,
        )
    ]


def test_a_missing_scope_refuses_since_nobody_can_look() -> None:
    assert asked(scopes_without="groups:read") == [
        Finding("The triage channel C0PRESSDESK: Slack would not say what it is (missing_scope)."),
        Finding("The restricted channel C0RESTRICTED: Slack would not say what it is (missing_scope).", refuses=True),
    ]


def test_a_wrong_token_is_not_a_finding() -> None:
    with (
        Sandbox(load_workspace(WORKSPACE), manifest()) as slack,
        pytest.raises(SlackApiError, match="invalid_auth"),
    ):
        slack_findings(NORTHBANK, WebClient(token="xoxb-wrong", base_url=slack.api_url))
