"""Who reads an enquiry's page, and what one part of it is: for the modules that each give a part."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from bot.messages.parts import Block
from bot.rules.deeds import Deed
from bot.rules.permissions import allowed
from storage.brief import Brief
from storage.organisation import Organisation


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads a page, in which organisation, and when."""

    person: str
    organisation: Organisation
    now: datetime

    def may(self, deed: Deed, brief: Brief) -> bool:
        """Whether to offer them a deed. The verb checks it again."""
        return allowed(deed, self.person, self.organisation, brief.enquiry)


Part = Callable[[Brief, Reader], list[Block]]
"""A part of the page: its blocks, or none where there is nothing to show and nothing to do."""
