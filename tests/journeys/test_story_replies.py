"""A question about a story, answered in words: in its thread at once, in a direct message once its author has said that it was meant."""

from sqlalchemy import select

from bot.desk.story_replies import REPLIED
from storage.notes import KeptWords
from tests.journeys.council import Council
from tests.journeys.test_story_answers import asks, questions


def test_a_reply_in_the_thread_is_the_answer(either_council: Council) -> None:
    council = either_council
    council.sends_in()
    asks(council)
    council.person("amara").writes("On Saturday, all afternoon.", thread_ts=council.person("amara").inbox.last.ts)
    council.until(lambda: questions(council)[0].answer != "", "the answer has arrived")
    council.until_quiet()
    assert questions(council)[0].answer == "On Saturday, all afternoon."
    question = council.person("amara").inbox.messages[-1]
    assert question.readable.endswith("You answered. Thank you.")
    assert [one.readable for one in question.thread][-1] == "Thank you. Priya Nair has your answer about GN-0001."
    assert council.said_to("priya")[-1].startswith("Amara Okafor has answered your question about GN-0001.")


def test_somebodys_details_are_not_passed_on(council: Council) -> None:
    council.sends_in()
    asks(council)
    council.person("amara").writes("Her NHS number is 943 476 5919.", thread_ts=council.person("amara").inbox.last.ts)
    council.until(lambda: len(council.person("amara").inbox.last.thread) == 2, "something was said back")
    assert council.person("amara").inbox.last.thread[-1].readable == (
        "I have not passed this on: there seem to be somebody’s personal details in it. Please leave them out and answer again, or "
        "press Answer."
    )
    assert questions(council)[0].answered_at is None


def test_what_is_written_outside_the_thread_goes_nowhere_until_its_author_says_so(either_council: Council) -> None:
    council = either_council
    council.sends_in()
    asks(council)
    before = len(council.said_to("amara"))
    council.person("amara").writes("It was Saturday, all afternoon.")
    council.until(lambda: len(council.said_to("amara")) > before + 1, "we asked whether it was the answer")
    asked = council.person("amara").inbox.last
    assert asked.readable == (
        "Is this your answer to Priya Nair’s question about GN-0001? If not, just leave it: nothing is sent.\nYes, send it"
    )
    assert questions(council)[0].answered_at is None
    asked.press("Yes, send it")
    council.until_quiet()
    assert questions(council)[0].answer == "It was Saturday, all afternoon."
    assert council.person("amara").inbox.last.readable == "Thank you. Priya Nair has your answer about GN-0001."
    assert council.count(KeptWords) == 1
    with council.database.read() as session:
        assert [one.command for one in session.scalars(select(KeptWords))] == [REPLIED]


def test_without_a_question_a_message_is_read_as_ever(council: Council) -> None:
    council.sends_in()
    council.person("amara").writes("It was Saturday, all afternoon.")
    council.until(lambda: len(council.said_to("amara")) > 2, "the bot has answered")
    assert "Is this your answer" not in council.standing()
