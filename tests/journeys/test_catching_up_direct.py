"""What was written to the bot while nobody listened means what it would have meant at once: pictures, answers, changes of mind."""

from collections.abc import Callable

import pytest

from storage.kinds import Subject
from tests.journeys.council import Council
from tests.journeys.test_catching_up import (
    INTAKE,
    answered_or_offered,
    listens,
    notes,
    over_night,
    without_a_connection,
)
from tests.journeys.test_story_answers import asks, questions
from tests.journeys.test_story_reaction import GARDEN, on_top

Away = Callable[[Council, Callable[[], object]], None]
PROUD = "So proud of the night team at Elm House, not one fall in three months!"


def said(council: Council, who: str, words: str) -> None:
    """The bot has said this to someone, and nothing is under way."""
    council.until(lambda: any(words in one for one in all_said(council, who)), f"{who} reads {words!r}")
    council.until_quiet()


def all_said(council: Council, who: str) -> list[str]:
    """All that the bot said to someone, in threads too."""
    messages = council.person(who).inbox.messages
    return [one.readable for message in messages for one in (message, *message.thread) if one.sender == "Close Ties"]


def pictures(council: Council) -> list[str]:
    return list(council.slack.workspace.files)


@pytest.mark.parametrize("away", [without_a_connection, over_night])
def test_a_picture_told_to_the_bot_meanwhile_comes_along(council: Council, away: Away) -> None:
    listens(council)
    amara = council.person("amara")
    away(council, lambda: amara.uploads(*GARDEN, None, text=PROUD))
    amara.inbox.wait_for(lambda message: "Suggest as good news" in message.buttons).press("Suggest as good news")
    assert on_top(council, "amara").values["pictures_kept"] == pictures(council)


def test_a_picture_in_the_intake_channel_comes_along_and_one_without_words_is_let_be(council: Council) -> None:
    listens(council)
    amara, grace = council.person("amara"), council.person("grace")

    def meanwhile() -> None:
        amara.uploads(*GARDEN, INTAKE, text=PROUD)
        grace.uploads(*GARDEN, INTAKE)

    over_night(council, meanwhile)
    council.until(lambda: len(answered_or_offered(council, "amara")) == 1, "help is offered")
    council.until_quiet()
    amara.in_channel(INTAKE).wait_for(lambda message: message.ephemeral).press("Suggest as good news")
    assert on_top(council, "amara").values["pictures_kept"] == pictures(council)[:1]
    assert answered_or_offered(council, "grace") == []


def test_a_file_in_the_thread_of_a_card_is_linked_in_its_timeline(council: Council) -> None:
    council.raises()
    ts = council.card().ts
    priya = council.person("priya")
    over_night(council, lambda: priya.uploads("letter.pdf", b"%PDF", "press-desk", text="Their letter", thread_ts=ts))
    council.until(lambda: [one.words for one in notes(council)] == ["Their letter"], "the thread is read")
    assert [one["name"] for one in notes(council)[0].files] == ["letter.pdf"]
    assert notes(council)[0].files[0]["permalink"].startswith("https://")


@pytest.mark.parametrize("away", [without_a_connection, over_night])
def test_a_change_of_mind_written_meanwhile_is_heard(council: Council, away: Away) -> None:
    council.sends_in()
    listens(council)
    away(council, lambda: council.person("joan").writes("Mrs K. has changed her mind about GN-0001"))
    council.until(lambda: council.story().held_at is not None, "it is held")
    council.until_quiet()
    assert not any("I did not find either" in one for one in all_said(council, "joan"))


def test_an_answer_in_the_thread_of_a_question_is_passed_on_days_later(council: Council) -> None:
    council.sends_in()
    asks(council)
    question = council.person("amara").inbox.last
    council.advance(days=5)
    council.until_quiet()
    over_night(council, lambda: council.person("amara").writes("On Saturday, all afternoon.", thread_ts=question.ts))
    council.until(lambda: questions(council)[0].answer == "On Saturday, all afternoon.", "the answer has arrived")


def test_whoever_said_that_they_are_away_is_away_from_the_day_they_meant(council: Council) -> None:
    listens(council)
    over_night(council, lambda: council.person("shirin").writes("I'm away tomorrow, my deputy is Joan"))
    said(council, "shirin", "You are noted as away")
    assert any("Thursday 5 March" in one for one in all_said(council, "shirin")), all_said(council, "shirin")
    assert [did for _, did in council.trail(0, Subject.PERSON)] == ["went_away"]
