"""What the page of agreements shows: how far ahead it looks, and which stories still need something before they may be told."""

from collections.abc import Sequence
from datetime import timedelta

from bot.rules.consent import current, missing
from storage.kinds import Recognisable
from storage.story import Consent, StoryIdea

AHEAD = timedelta(weeks=8)


def still_needs(story: StoryIdea, consents: Sequence[Consent]) -> bool:
    """Somebody in it has not been asked, or what was written down of their agreement is not whole."""
    if story.recognisable == Recognisable.NOT_ASKED:
        return True
    known = [one for one in current(consents) if one.withdrawn_at is None]
    return any(not one.uses or missing(one) for one in known)
