"""Why a message reads as it does; and words that only look like the press."""

import pytest

from bot.rules.intake import Reading, read
from bot.rules.intake_outlets import outlet_in, with_article
from bot.rules.intake_table import Reads, Sign


def test_a_reading_says_why_the_weightiest_first() -> None:
    assert read("The BBC sent a reporter, deadline 3pm") == Reading(
        Reads.ENQUIRY, (Sign.OUTLET, Sign.REPORTER, Sign.DEADLINE), "BBC"
    )
    assert read("Well done to the choir, we won!") == Reading(
        Reads.STORY, (Sign.AWARD, Sign.PRIDE, Sign.JOY, Sign.PEOPLE)
    )
    assert read("Is the minibus back?") == Reading(Reads.NEITHER)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "!",
        "The paper is jammed in the printer",
        "Sky is blue today, what do they want?",
        "The sun is out and everyone is asking about the garden",
        "Court report deadline for the judge tomorrow at noon",
        "Press the button and call me back by 4",
        "Reporting to my manager today, who called about the deadline",
        "The Guardian of the child rang, she wants an answer by 4",
        "The mail has come, somebody asked about it",
        "Another reorganisation. So proud. Lucky us!",
        "I won't be in today, the kids are poorly",
        "The tribunal appeal is listed for Monday",
        "Has the housing benefit award come through for the family?",
        "Today is day three of the inquiry, they want us there by 2",
    ],
)
def test_what_only_looks_like_the_press_or_a_story(text: str) -> None:
    assert read(text) == Reading(Reads.NEITHER)


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("the bbc rang", "bbc"),
        ("Sam from the Northbank Echo rang", "Northbank Echo"),
        ("the echo want a picture", "echo"),
        ("someone from the Sun is here", "Sun"),
        ("a journalist from the mirror", "mirror"),
        ("Daily Mail, then Sky News", "Daily Mail"),
        ("The Press and Journal phoned the Elgin office", "Press and Journal"),
        ("Sam at the Express & Star", "Express & Star"),
        ("URGENT - Sky on the line", "Sky"),
        ("hiya the oban times are doing something", "oban times"),
        ("Der Spiegel have written to us", "Der Spiegel"),
        ("the visiting times are on the door", ""),
        ("a man from Radio Ulster", "Radio Ulster"),
        ("bbc radio 5 live want us", "bbc radio 5 live"),
        ("Radio Check please", ""),
        ("PA wanted for the director", ""),
        ("BBC Children in Need bake sale", ""),
        ("Merry Christmas to you and yours", ""),
        ("the Guardian of the child rang", ""),
        ("The sun is out", ""),
        ("the sun has come out", ""),
        ("Times are hard", ""),
        ("Hello Good News people", ""),
    ],
)
def test_outlets(text: str, outlet: str) -> None:
    assert outlet_in(text) == outlet


def test_a_very_long_message_is_read_from_its_beginning() -> None:
    assert read("word " * 2_000 + "the BBC rang, a reporter").reads == Reads.NEITHER
    assert read("the BBC rang, a reporter " + "word " * 20_000).reads == Reads.ENQUIRY


@pytest.mark.parametrize(
    ("outlet", "said"),
    [
        ("BBC", "the BBC"),
        ("Northbank Echo", "the Northbank Echo"),
        ("sun", "the sun"),
        ("Sky News", "Sky News"),
        ("BBC Radio Manchester", "BBC Radio Manchester"),
        ("Reuters", "Reuters"),
    ],
)
def test_an_outlet_in_a_sentence(outlet: str, said: str) -> None:
    assert with_article(outlet) == said
