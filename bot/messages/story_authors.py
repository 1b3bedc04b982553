"""Words to those who wrote a story idea: that they were named, that it was taken back, that a picture cannot be shown."""

from collections.abc import Sequence

from bot.messages.message import Message
from bot.messages.mrkdwn import listed
from bot.messages.parts import actions, section
from bot.messages.people import name, you_or
from bot.messages.story_drafts import opening
from bot.messages.wording import story_sending as words
from bot.rules.pictures import GOOD
from storage.kinds import StoryStatus
from storage.organisation import Organisation
from storage.story import StoryIdea
from storage.story_around import Picture

NOT_LOOKED_AT = "asked"


def named(story: StoryIdea, organisation: Organisation) -> Message:
    """You wrote it too. It says nothing of what it tells."""
    said = words.NAMED_DRAFT if story.status == StoryStatus.DRAFT else words.NAMED
    text = said.format(author=name(organisation, story.author), reference=story.reference)
    over = story.status == StoryStatus.WITHDRAWN
    return Message(text, [section(text), *([] if over else actions([opening(story)]))])


def taken_back(story: StoryIdea, organisation: Organisation, reader: str) -> Message:
    """One of you has taken it back."""
    said = words.TAKEN_BACK.format(who=you_or(organisation, story.withdrawn_by, reader), reference=story.reference)
    return Message(said, [section(said)])


def pictures(story: StoryIdea, there: Sequence[Picture]) -> Message | None:
    """Which of its pictures cannot be shown, and what can be done; None where all can."""
    wrong = [
        words.PICTURES_WRONG_LINE[one.state].format(number=number)
        for number, one in enumerate(there, 1)
        if one.state not in {GOOD, NOT_LOOKED_AT}
    ]
    if not wrong:
        return None
    said = words.PICTURES_WRONG.format(reference=story.reference, what=listed(wrong))
    again = words.PICTURES_AGAIN if story.status == StoryStatus.NEW else words.PICTURES_AGAIN_LATE
    return Message(f"{said} {again.replace('*', '')}", [section(f"{said} {again}"), *actions([opening(story)])])


def pictures_well(story: StoryIdea) -> Message:
    """In place of that, when all of them can be shown."""
    said = words.PICTURES_WELL.format(reference=story.reference)
    return Message(said, [section(said)])
