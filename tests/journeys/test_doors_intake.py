"""The channel where staff ask: help is offered to the one who wrote, once, and to nobody else."""

import json

import pytest

from storage.delivery import Delivery
from storage.kinds import DeliveryKind, DeliveryState, Subject
from tests.journeys.council import T0, Council
from tests.journeys.test_doors import FIRST, TOLD, answer_to, answered_in, whispers

INTAKE = "ask-the-press-office"
SAY_NOW = FIRST[2:]
PROUD = "So proud of the night team at Elm House, not one fall in three months!"
BUTTONS = ["Not now", "Don't offer this to me again", "Only you can see this."]


def offers(council: Council) -> list[Delivery]:
    """Every offer that was ever to be made."""
    with council.database.read() as session:
        return session.query(Delivery).filter(Delivery.kind == DeliveryKind.OFFER).order_by(Delivery.id).all()


def in_public(council: Council, *readers: str) -> list[str]:
    """What the bot said in the intake channel, as others see it."""
    return [
        one.readable
        for reader in readers
        for one in council.person(reader).in_channel(INTAKE).messages
        if one.sender == "Close Ties"
    ]


def test_a_message_that_tells_of_a_journalist_brings_a_private_offer_that_says_why(either_council: Council) -> None:
    council = either_council
    council.slack.faults.set("duplicate_event", times=1)
    amara = council.person("amara")
    written = amara.writes(f"Hi all, a reporter: {TOLD}", INTAKE)
    offer = answered_in(council, "amara", INTAKE)
    assert offer.readable.splitlines() == [
        "Shall I log this as a media enquiry? I ask because you mention the BBC, a reporter and a deadline.",
        *SAY_NOW,
        "Log it",
        *BUTTONS,
    ]
    assert offer.sentence.startswith(
        "Shall I log this as a media enquiry? I ask because you mention the BBC, a reporter"
    )
    assert in_public(council, "dewi", "helen", "priya") == []
    assert [each.state for each in offers(council)] == [DeliveryState.SENT]
    assert len(whispers(council, "amara", INTAKE)) == 1

    offer.press("Log it")
    assert amara.form.values["deadline"] == "by 4"
    assert not amara.form.submit().is_open
    council.until_quiet()
    assert council.enquiry().links == f"https://slack.com/archives/C0INTAKE/p{written.ts.replace('.', '')}"


def test_an_offer_repeats_no_word_where_the_enquiry_would_be_private(council: Council) -> None:
    council.person("tomasz").writes("The Mirror phoned about the Harlow Road family and want a comment", INTAKE)
    offer = answered_in(council, "tomasz", INTAKE)
    assert offer.readable.splitlines()[0] == (
        "Shall I log this as a media enquiry? I ask because you mention a newspaper or broadcaster, being asked for words of ours "
        "and that they got in touch."
    )
    assert "Mirror" not in council.ever_sent()
    assert "Harlow" not in council.ever_sent()
    (kept,) = offers(council)
    assert "Mirror" not in json.dumps([kept.key, kept.detail, kept.lane, kept.error])


def test_a_deleted_message_can_be_logged_all_the_same(council: Council) -> None:
    amara = council.person("amara")
    written = amara.writes(TOLD, INTAKE)
    offer = answered_in(council, "amara", INTAKE)
    amara.deletes(written)
    offer.press("Log it")
    assert amara.form.values["question"] == TOLD


def test_a_good_story_is_offered_to_be_suggested(council: Council) -> None:
    amara = council.person("amara")
    amara.writes(PROUD, INTAKE)
    offer = answered_in(council, "amara", INTAKE)
    assert offer.readable.splitlines() == [
        (
            "Shall I suggest this as good news? I ask because you mention being proud of someone, something that worked out well and "
            "the people it is about."
        ),
        "Suggest as good news",
        *BUTTONS,
    ]
    offer.press("Suggest as good news")
    assert amara.form.values["what_happened"] == PROUD


def test_the_press_office_is_offered_it_too(council: Council) -> None:
    council.person("dewi").writes("Sky News phoned, they want a statement by 3", INTAKE)
    assert "Log it" in answered_in(council, "dewi", INTAKE).buttons


def test_not_now_takes_the_offer_away_and_the_next_message_brings_another(council: Council) -> None:
    amara = council.person("amara")
    amara.writes(TOLD, INTAKE)
    answered_in(council, "amara", INTAKE).press("Not now")
    council.until(lambda: whispers(council, "amara", INTAKE) == [], "the offer goes away")
    amara.writes("The Northbank Echo have phoned as well, they want a comment", INTAKE)
    assert "Log it" in answered_in(council, "amara", INTAKE).buttons


def test_never_again_holds_for_that_kind_until_it_is_asked_for(either_council: Council) -> None:
    council = either_council
    amara = council.person("amara")
    amara.writes(TOLD, INTAKE)
    answered_in(council, "amara", INTAKE).press("Don't offer this to me again")
    council.until(
        lambda: (
            whispers(council, "amara", INTAKE)
            == [
                (
                    "All right, I won't offer to log your messages as media enquiries again.\n"
                    "If you change your mind, write to me: offers on."
                )
            ]
        ),
        "the offer says so instead",
    )
    amara.writes("The Northbank Echo have phoned as well, they want a comment", INTAKE)
    amara.writes(PROUD, INTAKE)
    council.until(lambda: len(offers(council)) == 2, "the story is offered, the enquiry is not")
    council.until_quiet()
    assert "Suggest as good news" in amara.in_channel(INTAKE).wait_for(lambda one: "good news" in one.readable).buttons

    council.person("dewi").writes("Sky News phoned, they want a statement by 3", INTAKE)
    assert "Log it" in answered_in(council, "dewi", INTAKE).buttons  # others are asked as before

    amara.writes("Offers on.")
    assert answer_to(council, "amara").readable == (
        "All right. When a message of yours in the channel where staff ask reads like a media enquiry or a good story, "
        "I will offer to help. Only you will see it."
    )
    amara.writes("Sky News phoned, they want a statement by 3", INTAKE)
    council.until(lambda: len(offers(council)) == 4, "offered again")


def test_offers_can_be_turned_off_altogether(council: Council) -> None:
    amara = council.person("amara")
    amara.writes("offers off")
    assert answer_to(council, "amara").readable == (
        "All right, I won't offer anything about your messages in the channel where staff ask. "
        "If you change your mind, write to me: offers on."
    )
    amara.writes(TOLD, INTAKE)
    amara.writes(PROUD, INTAKE)
    council.person("dewi").writes(TOLD, INTAKE)
    answered_in(council, "dewi", INTAKE)
    assert whispers(council, "amara", INTAKE) == []


def test_neither_edits_threads_files_nor_other_channels_are_offered_anything(council: Council) -> None:
    amara = council.person("amara")
    plain = amara.writes("Good morning everyone", INTAKE)
    amara.edits(plain, TOLD)
    amara.writes(TOLD, INTAKE, plain.ts)
    amara.writes(TOLD, INTAKE, plain.ts, broadcast=True)
    amara.uploads("ramp.jpg", b"picture", INTAKE)
    amara.writes("The paper is jammed again, can someone from IT come?", INTAKE)
    amara.writes(TOLD, "good-news")
    council.person("dewi").writes(TOLD, INTAKE)  # the last, and the only one that is
    answered_in(council, "dewi", INTAKE)
    assert len(offers(council)) == 1
    assert whispers(council, "amara", INTAKE) == []


def test_a_mention_in_the_intake_channel_is_answered_once(council: Council) -> None:
    amara = council.person("amara")
    amara.writes(f"@close_ties {TOLD}", INTAKE)
    answer = answered_in(council, "amara", INTAKE)
    council.until_quiet()
    assert "Open the form with this" in answer.buttons
    assert offers(council) == []
    assert len(whispers(council, "amara", INTAKE)) == 1


@pytest.mark.parametrize("status", [500, 503])
def test_an_offer_that_slack_may_have_shown_is_not_made_twice(council: Council, status: int) -> None:
    council.slack.faults.set("error", status=status, methods=["chat.postEphemeral"], times=1)
    council.person("amara").writes(TOLD, INTAKE)
    council.until(lambda: [each.state for each in offers(council)] == [DeliveryState.FAILED], "it is let go")
    council.until_quiet()
    assert whispers(council, "amara", INTAKE) == []
    assert council.said_to("amara") == []


def test_an_offer_waits_as_long_as_slack_asks(council: Council) -> None:
    council.slack.faults.set("ratelimit", retry_after=1, methods=["chat.postEphemeral"], times=1)
    council.person("amara").writes(TOLD, INTAKE)
    answered_in(council, "amara", INTAKE)
    assert [each.state for each in offers(council)] == [DeliveryState.SENT]


def test_an_offer_left_by_a_crash_is_let_go(council: Council) -> None:
    """Nobody can look whether it was seen. What was written stands in the channel, and in the message's own menu is the shortcut."""
    with council.database.write() as session:
        left = Delivery(
            kind=DeliveryKind.OFFER,
            key="offer:C0INTAKE:1",
            lane="C0INTAKE",
            subject=Subject.PERSON,
            subject_id=0,
            created_at=T0,
            not_before=T0,
            detail=f"{'0' * 32} U0AMARA01 1",
            state=DeliveryState.SENDING,
            claimed_at=T0,
        )
        session.add(left)
    council.bot.deliveries.wake()
    council.until(lambda: [each.state for each in offers(council)] == [DeliveryState.FAILED], "it is let go")
    assert whispers(council, "amara", INTAKE) == []
