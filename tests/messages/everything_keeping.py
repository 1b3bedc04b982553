"""Exhibits: what stands where the words of a record have been deleted."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from bot.messages.emptied import emptied
from bot.messages.message import Message
from storage.kinds import Outcome, Status, StoryStatus
from storage.organisation import Organisation
from tests.messages.samples import T0, enquiry, story


def messages(_words: str, told: Organisation) -> Iterator[tuple[str, Message]]:
    """An enquiry's and a story's."""
    wordless: dict[str, Any] = {"outlet": "", "journalist": "", "question": "", "raised_by": "", "emptied_at": T0}
    ended: dict[str, Any] = {"status": Status.CLOSED, "closed_at": T0 + timedelta(days=2)}
    for outcome in Outcome:
        yield f"emptied enquiry {outcome}", emptied(enquiry(outcome=outcome, **ended, **wordless), told)
    idea = story(title="", what_happened="", credit="", author="", status=StoryStatus.TOLD, emptied_at=T0)
    yield "emptied story", emptied(idea, told)
