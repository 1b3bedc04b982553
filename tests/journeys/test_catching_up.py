"""What is written while nobody listens is read afterwards: in the threads of cards and in direct messages, and it is there once."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from bot.desk import catching_up, working
from bot.rules.enquiry_form import CloseForm
from sandbox.people.seen import Message
from storage.thread_note import ThreadNote, notes_of
from tests.journeys.council import T0, Council, started
from tests.journeys.test_restricted import SECRET

TOLD = "the BBC just rang me about Elm House, they want an answer by 4. Sam Poole 020 7946 0000"


def notes(council: Council, number: int = 1) -> list[ThreadNote]:
    with council.database.read() as session:
        return notes_of(session, number)


def standing(council: Council) -> list[str]:
    return [one.words for one in notes(council) if one.deleted_at is None]


def writes(council: Council, who: str, text: str) -> Message:
    return council.person(who).writes(text, "press-desk", council.card().ts)


def replies(council: Council, who: str) -> list[Message]:
    """What the bot said to someone's own words."""
    return [one for one in council.person(who).inbox.messages if "What I understood" in one.readable]


def without_a_connection(council: Council, meanwhile: Callable[[], object]) -> None:
    """The network is gone, people go on writing, the network is back."""
    slack = council.slack
    slack.faults.set("refuse_socket")
    slack.faults.set("cut_socket")
    council.until(lambda: slack.on_loop(lambda: slack.dispatcher.sockets.connections) == 0, "the connection is cut")
    meanwhile()
    slack.faults.clear("refuse_socket")
    slack.wait_for_app(1)


def over_night(council: Council, meanwhile: Callable[[], object]) -> None:
    """The bot is stopped in the evening and started in the morning."""
    council.bots.pop(0).stop()
    meanwhile()
    council.slack.clock.move_to(council.slack.clock.now() + timedelta(hours=14))
    council.bots.insert(0, started(council.slack, council.database))


def twice_over_night(council: Council, meanwhile: Callable[[], object]) -> None:
    """And once more: what was read is not read into it again."""
    over_night(council, meanwhile)
    council.restart()


@pytest.mark.parametrize("away", [without_a_connection, over_night, twice_over_night])
def test_what_was_written_edited_and_deleted_meanwhile_is_there_once(
    council: Council, away: Callable[[Council, Callable[[], object]], None]
) -> None:
    council.raises()
    kept = writes(council, "priya", "I ring them at noon")
    wrong = writes(council, "priya", "Not for here")
    council.person("ibrahim").writes(TOLD)
    council.until(lambda: len(notes(council)) == 2 and len(replies(council, "ibrahim")) == 1, "heard as it was written")
    council.until_quiet()

    def meanwhile() -> None:
        council.person("priya").edits(kept, "I ring them at one")
        council.person("priya").deletes(wrong)
        writes(council, "dewi", "They have rung again")
        gone = writes(council, "dewi", "Oh no")
        council.person("dewi").deletes(gone)
        council.person("grace").writes(TOLD)

    away(council, meanwhile)

    council.until(lambda: len(replies(council, "grace")) == 1, "the direct message is answered")
    council.until(lambda: standing(council) == ["I ring them at one", "They have rung again"], "the thread is read")
    council.until_quiet()
    assert [(council.name_of(one.author), one.words, bool(one.deleted_at)) for one in notes(council)] == [
        ("Priya", "I ring them at one", False),
        ("Priya", "", True),
        ("Dewi", "They have rung again", False),
    ]
    assert [len(replies(council, who)) for who in ("ibrahim", "grace")] == [1, 1]


def test_what_stands_though_someone_said_it_was_gone_is_found_again(council: Council) -> None:
    council.raises("tomasz", **SECRET)
    card = council.card(channel="press-restricted", reader="dewi")
    council.person("dewi").writes("The reporter was outside", "press-restricted", card.ts)
    council.until(lambda: len(notes(council)) == 1, "kept")
    council.until_quiet()
    council.person("dewi").inbox.last.press("I've removed it")
    council.until(lambda: standing(council) == [], "taken at their word")
    council.restart()
    council.until(lambda: standing(council) == ["The reporter was outside"], "it stands after all")
    council.until(lambda: "stands where everyone" in council.said_to("dewi")[-1], "they are asked again")


def test_a_message_elsewhere_that_was_removed_meanwhile_is_ticked_off(council: Council) -> None:
    council.raises("tomasz", **SECRET)
    leak = council.person("dewi").writes("ME-0001: the Courier rang about the fire at Larkfield", "press-desk")
    council.until(lambda: len(notes(council)) == 1, "noticed")
    council.until_quiet()
    over_night(council, lambda: council.person("dewi").deletes(leak))
    thanks = "Thank you. What you wrote about ME-0001 in #press-desk is gone."
    council.until(lambda: thanks in council.said_to("dewi"), "ticked off")


def test_slack_in_trouble_delays_the_reading_and_loses_nothing(council: Council) -> None:
    council.raises()
    council.bots.pop(0).stop()
    writes(council, "dewi", "They have rung again")
    council.slack.faults.set("ratelimit", retry_after=1, methods=["conversations.replies"], times=1)
    council.slack.faults.set("error", status=500, methods=["conversations.replies"], times=1)
    council.bots.insert(0, started(council.slack, council.database))
    council.until(lambda: standing(council) == ["They have rung again"], "read in the end")


INTAKE = "ask-the-press-office"


def answered_or_offered(council: Council, who: str) -> list[str]:
    """What only one person sees in the intake channel."""
    return [one.readable for one in council.person(who).in_channel(INTAKE).messages if one.ephemeral]


def listens(council: Council) -> None:
    """Before its first start nothing was missed."""
    council.until(lambda: catching_up.listened_until(council.bot.desk) is not None, "it listens")


@pytest.mark.parametrize("away", [without_a_connection, over_night, twice_over_night])
def test_a_mention_and_the_intake_channel_are_read_afterwards(
    council: Council, away: Callable[[Council, Callable[[], object]], None]
) -> None:
    listens(council)
    began = council.person("rosa").writes("Good morning, all", INTAKE)

    def meanwhile() -> None:
        council.person("ibrahim").writes(TOLD, INTAKE)
        council.person("grace").writes(f"@close_ties {TOLD}", INTAKE)
        council.person("amara").writes(f"@close_ties {TOLD}", INTAKE, began.ts)
        council.person("rosa").writes("Shall we have lunch?", INTAKE)

    away(council, meanwhile)
    council.until(lambda: [len(replies(council, who)) for who in ("grace", "amara")] == [1, 1], "mentions are answered")
    council.until(lambda: len(answered_or_offered(council, "ibrahim")) == 1, "help is offered")
    council.until_quiet()
    assert "Shall I log" in answered_or_offered(council, "ibrahim")[0]
    assert [answered_or_offered(council, who) for who in ("grace", "rosa")] == [[], []]

    def once_more() -> None:
        council.person("dewi").writes(TOLD)

    without_a_connection(council, once_more)
    council.until(lambda: len(replies(council, "dewi")) == 1, "read again")
    council.until_quiet()
    assert [len(replies(council, who)) for who in ("grace", "amara", "ibrahim")] == [1, 1, 0]


def test_what_was_written_long_ago_in_a_channel_is_let_go(council: Council) -> None:
    listens(council)
    council.bots.pop(0).stop()
    council.person("ibrahim").writes(TOLD, INTAKE)
    council.person("amara").writes(f"@close_ties {TOLD}", INTAKE)
    council.person("grace").writes(TOLD)
    council.slack.clock.move_to(council.slack.clock.now() + timedelta(days=2))
    council.person("rosa").writes(f"@close_ties {TOLD}", INTAKE)
    council.bots.insert(0, started(council.slack, council.database))
    council.until(lambda: len(replies(council, "rosa")) == 1, "the young one is answered")
    council.until_quiet()
    assert (replies(council, "amara"), answered_or_offered(council, "ibrahim")) == ([], [])
    assert len(replies(council, "grace")) == 1, "a direct message is always answered"


def test_on_a_monday_what_was_written_since_friday_is_answered(council: Council) -> None:
    desk, clock = council.bot.desk, council.slack.clock
    clock.move_to(T0 + timedelta(days=5))  # a Monday
    since = catching_up.worth_answering_since(desk, T0 - timedelta(days=30))
    assert since == T0 + timedelta(days=2)
    assert catching_up.worth_answering_since(desk, T0 + timedelta(days=4)) == T0 + timedelta(days=4)


def test_the_thread_of_one_that_was_closed_lately_is_read_too(council: Council) -> None:
    council.raises()
    working.close(council.bot.desk, 1, CloseForm("declined"), person=council.person("priya").id)
    council.until_quiet()

    def meanwhile() -> None:
        writes(council, "dewi", "They have thanked us")

    over_night(council, meanwhile)
    council.until(lambda: standing(council) == ["They have thanked us"], "read")
    council.slack.clock.move_to(council.slack.clock.now() + timedelta(days=8))
    assert catching_up.threads(council.bot.desk) == []
