"""Who has not been heard of for longest, in words and in bars. Never a ranking of people, and never how few sent something in."""

from collections.abc import Iterable

from bot.messages.message import Message, within
from bot.messages.mrkdwn import MOST_NAME, cut, inline
from bot.messages.parts import Block, context, preformatted, section
from bot.messages.wording import balance as words
from bot.rules.fairness import Fairness, Heard

MOST = 30
QUARTER_WEEKS = 13


def answer(found: Fairness) -> Message:
    """The private answer to someone of the press office."""
    if not found.services:
        return Message(words.NO_SERVICES, [section(words.NO_SERVICES)])
    said = within(
        [
            words.SERVICES_SPOKEN,
            *(f"{line(one, inline(one.name, MOST_NAME))}." for one in found.services[:MOST]),
            words.VOICES_SPOKEN,
            *(f"{line(one, inline(one.name, MOST_NAME))}." for one in found.voices[:MOST]),
            words.FAIRNESS_HOW,
        ]
    )
    return Message(said, _blocks(found))


def _blocks(found: Fairness) -> list[Block]:
    return [
        section(words.SERVICES),
        preformatted(_bars(found.services)),
        *([section(words.VOICES), preformatted(_bars(found.voices))] if found.voices else []),
        context(words.BAR_KEY),
        context(words.FAIRNESS_HOW),
    ]


def _bars(heard: Iterable[Heard]) -> str:
    return "\n".join(f"{line(one, cut(one.name, 60))}\n{_bar(one)}" for one in list(heard)[:MOST])


def _bar(one: Heard) -> str:
    weeks = QUARTER_WEEKS if one.weeks is None else min(one.weeks, QUARTER_WEEKS)
    return words.BAR * max(1, round(weeks * words.BAR_MOST / QUARTER_WEEKS))


def line(one: Heard, name: str) -> str:
    """Adults' social care: 3 weeks ago, a few stories in a year."""
    said = words.LINE.format(name=name, when=_when(one))
    if one.last is None:
        return said
    stories = words.FEW_STORIES if one.stories is None else words.STORIES.format(count=one.stories)
    return words.LINE_STORIES.format(line=said, stories=stories)


def _when(one: Heard) -> str:
    if one.weeks is None:
        return words.HEARD_NEVER
    if one.weeks == 0:
        return words.HEARD_NOW
    return words.HEARD_ONE if one.weeks == 1 else words.HEARD.format(weeks=one.weeks)


def longest(found: Fairness, most: int = 2) -> list[Heard]:
    """Those not heard of for longest, of the services and of those seldom seen; nobody who was heard of in the last four weeks."""
    silent = [one for several in (found.services, found.voices) for one in several[:most]]
    return [one for one in silent if one.weeks is None or one.weeks >= 4]
