"""What Slack refuses for good: our token, a channel, a person, a message's blocks, a message that was deleted by hand."""

import logging

import pytest

from bot.messages.message import Message
from bot.messages.parts import section
from sandbox import Sandbox
from storage.kinds import DeliveryKind, DeliveryState, NudgeState, Step, Subject
from storage.nudge import nudges_of
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

LEAD, DEPUTY = "U0SHIRIN7", "U0JOAN008"


def _failed(council: Council) -> list[tuple[str, str, str]]:
    rows = [row for row in deliveries(council.database) if row.state == DeliveryState.FAILED]
    return [(row.kind, row.lane, row.error) for row in rows]


def _archive(slack: Sandbox, channel: str) -> None:
    slack.on_loop(lambda: slack.workspace.archive(slack.workspace.channels[channel]))


def _warnings(council: Council, who: str, channel: str | None) -> list[str]:
    place = council.person(who).in_channel(channel) if channel else council.person(who).inbox
    return [message.sentence for message in place.messages if "could not be delivered" in message.sentence]


def test_a_revoked_token_pauses_all_and_loses_nothing(shaken: Council, caplog: pytest.LogCaptureFixture) -> None:
    app, bot = shaken.slack.core.app, shaken.bot
    amaras, tomaszs = form_of(shaken, "amara"), form_of(shaken, "tomasz")
    token, app.bot_token = app.bot_token, "xoxb-another"

    for form in (amaras, tomaszs):
        form.fill(**ENQUIRY).submit()
        assert not form.is_open
        shaken.until(lambda: bot.deliveries.trouble == "invalid_auth", "the bot knows that it is refused")
    assert posted(shaken.slack) == []
    assert {row.state for row in deliveries(shaken.database)} <= {DeliveryState.WAITING, DeliveryState.SENDING}
    said = [each.getMessage() for each in caplog.records if each.levelno == logging.CRITICAL]
    assert said == [
        "Slack refuses us altogether (invalid_auth). Nothing is lost; all messages wait. See docs/reliability.md."
    ]

    app.bot_token = token
    shaken.until_quiet()
    assert bot.deliveries.trouble == ""
    assert_each_once_and_in_order(shaken)
    assert len(cards(shaken, "ME-0001")) == len(cards(shaken, "ME-0002")) == 1


def test_an_archived_channel_fails_and_the_press_office_is_told(shaken: Council) -> None:
    _archive(shaken.slack, "C0RESTRICTED")
    raise_enquiry(shaken, "tomasz")  # of the children's team, whose enquiries start restricted
    shaken.until_quiet()

    assert _failed(shaken) == [(DeliveryKind.RESTRICTED_CARD, "C0RESTRICTED", "is_archived")]
    warning = (
        "The restricted card about ME-0001 could not be delivered to #press-restricted: "
        "the channel has been archived. Please reach them another way."
    )
    assert _warnings(shaken, "priya", "press-desk") == [warning]
    assert len(cards(shaken, "ME-0001")) == 2  # the stub, and the warning
    assert any("ME-0001" in message.text for message in shaken.person("dewi").inbox.messages)


def test_a_warning_that_cannot_be_posted_goes_to_the_administrators(shaken: Council) -> None:
    _archive(shaken.slack, "C0PRESSDESK")
    raise_enquiry(shaken)
    shaken.until_quiet()

    warning = (
        "The card about ME-0001 could not be delivered to private channel: "
        "the channel has been archived. Please reach them another way."
    )
    assert [each.replace("#press-desk", "private channel") for each in _warnings(shaken, "helen", None)] == [warning]
    assert _failed(shaken) == [
        (DeliveryKind.ENQUIRY_CARD, "C0PRESSDESK", "is_archived"),
        (DeliveryKind.WARNING, "C0PRESSDESK", "is_archived"),
    ]
    assert any("ME-0001" in message.text for message in shaken.person("shirin").inbox.messages)


def test_when_the_lead_is_gone_the_next_in_the_chain_is_asked_at_once(shaken: Council) -> None:
    shaken.slack.on_loop(lambda: setattr(shaken.slack.workspace.people[LEAD], "deactivated", True))  # nobody told us
    raise_enquiry(shaken)
    shaken.until_quiet()
    shaken.look()
    shaken.until_quiet()

    assert _failed(shaken) == [(DeliveryKind.NUDGE, LEAD, "user_disabled")]
    assert any("ME-0001" in message.text for message in shaken.person("joan").inbox.messages)
    warning = (
        "A nudge about ME-0001 could not be delivered to Shirin Daryaei: "
        "their Slack account is switched off. Please reach them another way."
    )
    assert _warnings(shaken, "priya", "press-desk") == [warning]
    with shaken.database.read() as session:
        ledger = {(one.step, one.person): one.state for one in nudges_of(session, Subject.ENQUIRY, 1)}
    assert ledger[Step.DEPUTY, DEPUTY] == NudgeState.SENT
    assert ledger[Step.LEAD_AGAIN, LEAD] == NudgeState.MOOT
    assert ledger[Step.OFFICER_UNCLAIMED, "U0PRIYA03"] == NudgeState.PLANNED  # another chain, and not hurried


def test_what_slack_will_not_show_goes_as_its_plain_sentence(
    shaken: Council, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def too_long(*_: object) -> Message:
        return Message("ME-0001: the plain sentence, with every fact in it.", [section("x" * 3_001)])

    monkeypatch.setattr("bot.messages.enquiry_card.card", too_long)
    raise_enquiry(shaken)
    shaken.until_quiet()

    card = card_of(shaken, "priya", "ME-0001")
    assert card.readable == "ME-0001: the plain sentence, with every fact in it."
    assert [message.sentence for message in card.thread] == ["Amara Okafor raised ME-0001."]
    assert _failed(shaken) == []
    assert "went as its plain sentence, since Slack refused its blocks: invalid_blocks" in caplog.text


def test_a_card_deleted_by_hand_is_posted_anew_once(shaken: Council) -> None:
    raise_enquiry(shaken)
    shaken.until_quiet()
    first = card_of(shaken, "priya", "ME-0001")
    workspace = shaken.slack.workspace
    shaken.slack.on_loop(lambda: workspace.delete(workspace.channels["C0PRESSDESK"].messages[first.ts]))

    shaken.person("priya").inbox.wait_for(lambda message: "ME-0001" in message.text).press("I'll take it")
    shaken.until_quiet()
    second = card_of(shaken, "priya", "ME-0001")
    assert second.ts > first.ts
    assert [message.sentence for message in second.thread] == ["Priya Nair took ME-0001."]

    shaken.person("shirin").inbox.wait_for(lambda message: "ME-0001" in message.text).press("I have it")
    shaken.until_quiet()
    assert [card.ts for card in cards(shaken, "ME-0001")] == [second.ts]
    assert len(card_of(shaken, "priya", "ME-0001").thread) == 2
    assert_each_once_and_in_order(shaken)


def test_a_line_whose_card_is_gone_does_not_hold_up_its_channel(shaken: Council) -> None:
    """Card and thread are both taken away just before the next line is posted: it has nowhere to stand, and the rest goes on."""
    raise_enquiry(shaken)
    shaken.until_quiet()
    shaken.slack.faults.set("error", methods=["chat.postMessage"])
    card_of(shaken, "priya", "ME-0001").press("I'll take it")
    shaken.until(
        lambda: any(row.kind == DeliveryKind.ENQUIRY_LINE and row.attempts > 2 for row in deliveries(shaken.database)),
        "a line that waits",
    )
    workspace, standing = (
        shaken.slack.workspace,
        [each for each in posted(shaken.slack) if each.channel == "C0PRESSDESK"],
    )

    def clear_away() -> None:
        for each in sorted(standing, key=lambda one: one.ts, reverse=True):
            workspace.delete(workspace.channels[each.channel].messages[each.ts])

    shaken.slack.on_loop(clear_away)
    shaken.slack.faults.clear()
    raise_enquiry(shaken, outlet="BBC")
    shaken.until_quiet()
    assert len(cards(shaken, "ME-0002")) == 1
    assert [row.state for row in deliveries(shaken.database) if row.key.startswith("line:")][1] == DeliveryState.DROPPED
    shaken.person("shirin").inbox.wait_for(lambda message: "ME-0001" in message.text).press("I have it")
    shaken.until_quiet()
    assert len(cards(shaken, "ME-0001")) == 1
