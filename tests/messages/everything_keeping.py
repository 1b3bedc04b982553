"""Exhibits: what stands where the words of a record have been deleted."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from bot.messages.emptied import emptied
from bot.messages.message import Message
from storage.kinds import Outcome, Status, StoryStatus
from storage.organisation import Organisation
from tests.messages.samples import T0, enquiry, entry, page, story

WORDLESS: dict[str, Any] = {"outlet": "", "journalist": "", "question": "", "raised_by": "", "emptied_at": T0}
ENDED: dict[str, Any] = {"status": Status.CLOSED, "closed_at": T0 + timedelta(days=2)}


def messages(_words: str, told: Organisation) -> Iterator[tuple[str, Message]]:
    """An enquiry's and a story's."""
    for outcome in Outcome:
        yield f"emptied enquiry {outcome}", emptied(enquiry(outcome=outcome, **ENDED, **WORDLESS), told)
    idea = story(title="", what_happened="", credit="", author="", status=StoryStatus.TOLD, emptied_at=T0)
    yield "emptied story", emptied(idea, told)


def views(_words: str, told: Organisation) -> Iterator[tuple[str, dict[str, Any]]]:
    """The page of an enquiry whose words were deleted."""
    for restricted in (False, True):
        gone = enquiry(outcome=Outcome.DECLINED, restricted=restricted, **ENDED, **WORDLESS)
        erased = entry("recorded", details=None)
        yield "open emptied", page(gone, told, [erased, entry("emptied", details={"after": "6 years"})])
