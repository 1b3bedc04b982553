"""What is written while nobody listens is read afterwards: in the threads of cards and in direct messages, and it is there once."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from sandbox.people.seen import Message
from storage.thread_note import ThreadNote, notes_of
from tests.journeys.council import Council, started
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


def without_a_connection(council: Council, meanwhile: Callable[[], None]) -> None:
    """The network is gone, people go on writing, the network is back."""
    slack = council.slack
    slack.faults.set("refuse_socket")
    slack.faults.set("cut_socket")
    council.until(lambda: slack.on_loop(lambda: slack.dispatcher.sockets.connections) == 0, "the connection is cut")
    meanwhile()
    slack.faults.clear("refuse_socket")
    slack.wait_for_app(1)


def over_night(council: Council, meanwhile: Callable[[], None]) -> None:
    """The bot is stopped in the evening and started in the morning."""
    council.bots.pop(0).stop()
    meanwhile()
    council.slack.clock.move_to(council.slack.clock.now() + timedelta(hours=14))
    council.bots.insert(0, started(council.slack, council.database))


def twice_over_night(council: Council, meanwhile: Callable[[], None]) -> None:
    """And once more: what was read is not read into it again."""
    over_night(council, meanwhile)
    council.restart()


@pytest.mark.parametrize("away", [without_a_connection, over_night, twice_over_night])
def test_what_was_written_edited_and_deleted_meanwhile_is_there_once(
    council: Council, away: Callable[[Council, Callable[[], None]], None]
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
