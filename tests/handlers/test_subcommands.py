"""The word after a command: an enquiry's words must never be taken for a subcommand, and a cry for help never for an enquiry."""

import pytest

from handlers.subcommands import asks_for_help, is_unknown_subcommand


@pytest.mark.parametrize("words", ["help", "Help", "HELP", "?", "hello", "how"])
def test_help(words: str) -> None:
    assert asks_for_help(words)


@pytest.mark.parametrize("words", ["helpline at Elm House to close?", "", "help me with the BBC"])
def test_not_help(words: str) -> None:
    assert not asks_for_help(words)


@pytest.mark.parametrize("words", ["status", "list", "close", "settings"])
def test_a_lone_small_word_is_a_subcommand_we_do_not_know(words: str) -> None:
    assert is_unknown_subcommand(words)


@pytest.mark.parametrize(
    "words", ["", "BBC", "bbc", "echo", "Echo", "two words", "sam.poole@echo.example", "4pm", "overcrowdedness"]
)
def test_everything_else_opens_the_form(words: str) -> None:
    assert not is_unknown_subcommand(words)
