"""The page that explains good news to staff says what is so: what it tells people to write is understood, what it promises is a rule."""

import re
from pathlib import Path

from bot.messages.ids import Command
from bot.messages.wording import sharing
from bot.rules.consent_words import taken_back
from bot.rules.share_rules import ASKED
from storage.kinds import Light
from storage.organisation import Organisation

PAGE = (Path(__file__).parents[2] / "docs" / "good-news.md").read_text(encoding="utf-8")
ONE_PAGE = 1_100  # words


def test_it_is_one_page() -> None:
    assert len(PAGE.split()) < ONE_PAGE


def test_what_it_tells_people_to_write_is_understood() -> None:
    (words,) = re.findall(r"`([^`]*changed her mind[^`]*)`", PAGE)
    assert taken_back(words) == 7


def test_its_commands_exist() -> None:
    typed = {words.split()[0] for words in re.findall(r"`(/[^`]+)`", PAGE)}
    assert typed == {Command.STORY_IDEA.value, Command.CAN_I_SHARE.value}


def test_its_promises_are_the_rules() -> None:
    assert "Within three working days a person answers" in PAGE
    assert Organisation(name="Northbank").promise_days == 3
    assert "at most six yes-or-no questions" in PAGE
    assert max(map(len, ASKED.values())) == 6


def test_it_names_each_light_and_what_is_never_restricted() -> None:
    assert [sharing.LIGHT[one] for one in Light if f"**{sharing.LIGHT[one]}**" not in PAGE] == []
    assert sharing.FREE.split(". ", maxsplit=1)[0] in PAGE
