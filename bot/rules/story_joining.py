"""Two ideas that tell of one thing can be joined: the one nobody has answered yet ends, and goes on as part of the other."""

from bot.rules.story_answers import ASKED_ABOUT
from storage.kinds import StoryStatus
from storage.story import StoryIdea


def can_be_joined(story: StoryIdea, other: StoryIdea) -> bool:
    """Whether `story` may end in `other`: not told by itself, and the other still goes on."""
    ends = story.status in (StoryStatus.NEW, StoryStatus.PICKED_UP)
    gone = story.emptied_at is not None or other.emptied_at is not None
    return ends and other.status in ASKED_ABOUT and story.id != other.id and not gone
