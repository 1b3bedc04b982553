"""The page that *Open* shows of a story idea: all of it, with the buttons for what this reader may do.

Each feature gives one part in a module of its own; `PARTS` is their order on the page.
"""

from typing import Any

from bot.messages import (
    story_alike,
    story_jigsaw,
    story_part_answer,
    story_part_authors,
    story_part_consent,
    story_question,
    story_told,
)
from bot.messages.ids import View
from bot.messages.parts import Block, header, modal, pages, section
from bot.messages.story_card import answer, lines
from bot.messages.story_reader import StoryPart, StoryReader
from bot.messages.wording import stories
from storage.story_brief import StoryBrief

__all__ = ["PARTS", "StoryPart", "StoryReader", "view"]

MOST_BLOCKS = 100


def view(brief: StoryBrief, reader: StoryReader) -> dict[str, Any]:
    """The page, within Slack's hundred blocks."""
    blocks = [block for part in PARTS for block in part(brief, reader)]
    return modal(View.STORY_OPEN, brief.story.reference, blocks[:MOST_BLOCKS], metadata=str(brief.story.id))


def _facts(brief: StoryBrief, reader: StoryReader) -> list[Block]:
    story = brief.story
    if not story.title and not story.what_happened:
        return [header(story.reference), section(lines(story, reader.organisation))]
    return [
        header(story.title),
        section(lines(story, reader.organisation)),
        section(stories.WHAT_HAPPENED),
        *pages(story.what_happened),
        *pages(stories.CREDIT.format(credit=story.credit)),
        *(pages(stories.WHY.format(why=story.why_it_matters)) if story.why_it_matters else []),
    ]


def _answered(brief: StoryBrief, _reader: StoryReader) -> list[Block]:
    return answer(brief.story)


PARTS: tuple[StoryPart, ...] = (
    story_part_consent.state,
    _facts,
    story_part_authors.origin,
    story_part_authors.pictures,
    story_part_consent.part,
    story_jigsaw.part,
    _answered,
    story_question.part,
    story_told.part,
    story_part_answer.part,
    story_alike.part,
    story_part_answer.bank,
    story_part_authors.buttons,
)
"""The parts of the page, in their order."""
