"""What those who wrote a story hear about its consents, and what somebody is answered who says that a person has changed their mind."""

from collections.abc import Sequence
from datetime import date

from bot.messages.consent_form import easy_parts, print_button
from bot.messages.ids import Action
from bot.messages.message import Message
from bot.messages.parts import Element, actions, button, context, section
from bot.messages.story_part_consent import what_is_missing
from bot.messages.summary_parts import day_name
from bot.messages.wording import consents as words
from bot.messages.wording import easy_read
from bot.messages.wording.story_follow import SOON
from bot.rules.consent import current, missing
from bot.rules.story_nudging import runs_out
from storage.story import Consent, StoryIdea

EASY = frozenset({"explain", "ask_again"})
"""What comes with the easy words."""


def news(what: str, story: StoryIdea, consents: Sequence[Consent]) -> Message:
    """What became of a consent. None of it names who it is about, or quotes the story. Raises KeyError for anything else."""
    said = words.NEWS[what].format(reference=story.reference, day=_day(runs_out(consents)), what=_missing(consents))
    buttons = _buttons(what, story)
    if what not in EASY:
        return Message(said, [section(said), *actions(buttons)])
    lines = [line for _, line in easy_read.LINES]
    parts = [section(one) for one in easy_parts()]
    blocks = [section(said), section(f"*{easy_read.TITLE}*"), *parts, context(words.NEWS_HELP), *actions(buttons)]
    return Message(" ".join([said, easy_read.TITLE, *lines]), blocks)


def _buttons(what: str, story: StoryIdea) -> list[Element]:
    about = story.reference
    if story.taken_out_at is not None or what in ("ended", "ended_in_part", "ran_out_told", "all_down"):
        return []
    read = button(Action.CONSENT_EXPLAIN, words.NEWS_EASY, story.id, about)
    easy = [read, print_button(story)] if what in EASY else []
    return [*easy, button(Action.STORY_OPEN, words.NEWS_OPEN, story.id, about)]


def _day(ends: date | None) -> str:
    return day_name(ends) if ends else SOON


def _missing(consents: Sequence[Consent]) -> str:
    lacking = [what_is_missing(one) for one in current(consents) if missing(one)]
    return "; ".join(dict.fromkeys(lacking))


def reply(theirs: str, story: StoryIdea) -> Message:
    """An answer to whoever said that a person has changed their mind. `theirs`: whether they may say who it was, "theirs" or "told"."""
    about = story.reference
    if story.taken_out_at is not None:
        said = words.REPLY_GONE.format(reference=about)
        return Message(said, [section(said)])
    said = words.REPLY[theirs].format(reference=about)
    buttons = [
        button(Action.STORY_OPEN, words.NEWS_OPEN, story.id, about, "primary"),
        button(Action.CONSENT_STILL, words.STILL, story.id, about),
    ]
    return Message(said, [section(said), *(actions(buttons) if theirs == "theirs" else [])])
