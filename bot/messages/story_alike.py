"""Ideas like this one: told already, waiting too, or worth joining. On the card as far as everyone there may know of them."""

from collections.abc import Sequence

from bot.messages.ids import Action
from bot.messages.mrkdwn import inline
from bot.messages.parts import Block, actions, asking_first, button, header, quoted, quoted_context, section
from bot.messages.story_reader import StoryReader
from bot.messages.wording import story_answers as words
from bot.messages.wording.names import STORY_STATUS
from bot.rules.deeds import Deed
from bot.rules.story_joining import can_be_joined
from storage.story import StoryIdea
from storage.story_brief import StoryBrief


def part(brief: StoryBrief, reader: StoryReader) -> list[Block]:
    """For the press office: each with the button that opens it, and the one that joins the two."""
    if not brief.alike or not reader.may(Deed.JOIN_STORIES, brief):
        return []
    return [header(words.ALIKE), *(block for other in brief.alike for block in _row(brief.story, other))]


def _row(story: StoryIdea, other: StoryIdea) -> list[Block]:
    opening = button(Action.STORY_OPEN, words.OPEN, other.id, other.reference)
    return [quoted(line(other), 300, opening), *(actions([_join(story, other)]) if can_be_joined(story, other) else [])]


def _join(story: StoryIdea, other: StoryIdea) -> Block:
    joining = button(Action.STORY_JOIN, words.JOIN, f"{story.id}:{other.id}", other.reference)
    text = words.JOIN_TEXT.format(reference=story.reference, other=other.reference)
    return asking_first(joining, words.JOIN_TITLE, text, words.JOIN_YES, words.JOIN_NO)


def line(story: StoryIdea) -> str:
    """Its reference, title and where it stands, in plain text."""
    return words.ALIKE_LINE.format(
        reference=story.reference, title=" ".join(story.title.split()), status=STORY_STATUS[story.status].lower()
    )


def on_card(alike: Sequence[StoryIdea]) -> tuple[list[Block], str]:
    """The blocks, and what is read aloud."""
    if not alike:
        return [], ""
    lines = [line(one) for one in alike]
    spoken = words.ALIKE_SPOKEN.format(alike="; ".join(inline(one, 200) for one in lines))
    return [section(words.ALIKE_CARD), quoted_context("\n".join(lines))], spoken
