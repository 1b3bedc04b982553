"""Telling a story somewhere, and where it stands: the form, the part of the page, and the news for those who wrote it."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from bot.messages.ids import Action, Field, View
from bot.messages.message import Message
from bot.messages.mrkdwn import inline
from bot.messages.parts import (
    Block,
    Element,
    actions,
    asked,
    button,
    choice,
    context,
    day,
    header,
    modal,
    radio,
    section,
    writing,
)
from bot.messages.people import you_or
from bot.messages.story_reader import StoryReader
from bot.messages.summary_parts import day_name
from bot.messages.wording import forms
from bot.messages.wording import story_answers as words
from bot.messages.wording.names import USE
from bot.messages.wording.sharing import SHARED_AS_CHOICE
from storage.kinds import Use
from storage.organisation import Organisation
from storage.story import StoryIdea, reference_of
from storage.story_brief import StoryBrief
from storage.story_told import Telling

MOST_TELLINGS = 8


def tell_view(story: StoryIdea, today: date) -> dict[str, Any]:
    """Which use, where, when, and a link."""
    uses = [choice(words.TELL_USES[use], use) for use in Use]
    blocks = [
        section(words.TELL_INTRO),
        asked(Field.TELL_USE, words.TELL_USE, radio(uses)),
        asked(Field.TELL_PLACE, words.TELL_PLACE, writing(), hint=words.TELL_PLACE_HINT),
        asked(Field.TELL_DAY, words.TELL_DAY, day(today)),
        asked(Field.TELL_LINK, words.TELL_LINK, writing(), optional=True),
    ]
    title = words.TELL_TITLE.format(reference=story.reference)
    return modal(View.STORY_TELL, title, blocks, submit=words.TELL_SUBMIT, close=forms.CANCEL, metadata=str(story.id))


def part(brief: StoryBrief, _reader: StoryReader) -> list[Block]:
    """Everywhere it was told, the latest last."""
    if not brief.tellings:
        return []
    latest = brief.tellings[-MOST_TELLINGS:]
    return [header(words.TOLD), *(block for telling in latest for block in _telling(telling))]


def _telling(telling: Telling) -> list[Block]:
    bare = words.IN_DIGEST if telling.digest_id is not None else USE[Use(telling.use)]
    place = inline(telling.place or bare, 200)
    uses = SHARED_AS_CHOICE if telling.shared else words.TELL_USES
    line = words.TOLD_LINE.format(place=place, use=uses[Use(telling.use)].lower(), day=day_name(telling.told_on))
    read = _read_it(telling)[0] if telling.link and not telling.ended_at else None
    return [section(line, read), *([context(words.TOLD_ENDED)] if telling.ended_at else [])]


def _read_it(telling: Telling) -> list[Element]:
    """A link of somebody's own is a button: in a sentence it could look like anything."""
    if not telling.link:
        return []
    return [
        {**button(Action.STORY_READ, words.READ_IT, telling.id, reference_of(telling.story_id)), "url": telling.link}
    ]


def news(story: StoryIdea, telling: Telling, organisation: Organisation, reader: str, *, again: bool) -> Message:
    """It is out: for everyone who wrote it. `again`: it stood somewhere before."""
    pattern = words.NEWS_TOLD_AGAIN if again else words.NEWS_TOLD_HERE
    said = pattern.format(
        reference=story.reference,
        officer=you_or(organisation, telling.told_by, reader),
        day=day_name(telling.told_on),
        place=inline(telling.place, 200),
    )
    return Message(said, [section(said), *actions(_read_it(telling))])


def in_words(telling: Telling) -> str:
    """Where and when, as one line of the card's thread."""
    return f"{telling.place}, {day_name(telling.told_on)}"


def latest(tellings: Sequence[Telling], telling_id: int) -> tuple[Telling | None, bool]:
    """The one of this id, and whether others came before it."""
    known = [one.id for one in tellings]
    if telling_id not in known:
        return None, False
    return tellings[known.index(telling_id)], min(known) < telling_id
