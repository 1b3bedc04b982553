"""Who reads a story's page, and what one part of it is: for the modules that each give a part."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.messages.parts import Block
from bot.rules.deeds import Deed
from bot.rules.permissions import allowed
from storage.organisation import Organisation
from storage.story_brief import StoryBrief


@dataclass(frozen=True, slots=True)
class StoryReader:
    """Who looks at the page, and when."""

    person: str
    organisation: Organisation
    now: datetime

    def may(self, deed: Deed, brief: StoryBrief) -> bool:
        """Whether this deed is theirs to do."""
        return allowed(deed, self.person, self.organisation, brief)


StoryPart = Callable[[StoryBrief, StoryReader], Sequence[Block]]
"""A part of the page: its blocks, or none where there is nothing to show and nothing to do."""
