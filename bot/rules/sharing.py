"""May a story be told, here, today? No recognisable person enters anything without recorded consent for that use."""

from collections.abc import Sequence
from datetime import date

from storage.kinds import Recognisable, Use
from storage.story import Consent, StoryIdea


def may_be_told(story: StoryIdea, consents: Sequence[Consent], use: Use, today: date) -> bool:
    """Nobody can be recognised, or everybody who can has agreed to this use and still does. Asked again on sending."""
    if story.recognisable == Recognisable.NOBODY:
        return True
    agreed = story.recognisable == Recognisable.AGREED and len(consents) > 0
    return agreed and all(covers(consent, use, today) for consent in consents)


def covers(consent: Consent, use: Use, today: date) -> bool:
    """Given for this use, not withdrawn, not run out. The last day counts."""
    if consent.withdrawn_at is not None or use not in consent.uses:
        return False
    return consent.until is None or consent.until >= today
