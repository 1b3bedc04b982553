"""May a story be told, here, today? No recognisable person enters anything without recorded consent for that use.

This is the one door: every surface that shows a story's words to others than its authors and the comms team asks here.
"""

from collections.abc import Sequence
from datetime import date

from bot.rules.consent import covers, current, uses_covered
from bot.rules.jigsaw import waits_for_second_look
from storage.kinds import Recognisable, StoryStatus, Use
from storage.story import Consent, StoryIdea

NOBODY_ELSES = frozenset({StoryStatus.DRAFT, StoryStatus.WITHDRAWN})


def may_be_told(story: StoryIdea, consents: Sequence[Consent], use: Use, today: date) -> bool:
    """The people in it agree, and a second pair of eyes has looked where one is needed. Asked again on sending."""
    return people_agree(story, consents, use, today) and not waits_for_second_look(story, consents)


def people_agree(story: StoryIdea, consents: Sequence[Consent], use: Use, today: date) -> bool:
    """Nobody can be recognised, or everybody who can has agreed to this use, and nobody is said to have changed their mind."""
    return story.held_at is None and have_agreed(story, consents, use, today)


def have_agreed(story: StoryIdea, consents: Sequence[Consent], use: Use, today: date) -> bool:
    """The same as far as it is written down: a word that somebody may have changed their mind is not clear yet."""
    if is_over(story):
        return False
    if story.recognisable == Recognisable.NOBODY:
        return True
    agreed = _agreed(story, consents)
    return bool(agreed) and all(covers(consent, use, today) for consent in agreed)


def may_be_prepared(story: StoryIdea, consents: Sequence[Consent], today: date) -> bool:
    """Whether its words may stand in the comms team's channel: everybody has agreed to be told of somewhere, and still does."""
    if _is_nobody_elses(story) or story.held_at is not None:
        return False
    if story.recognisable == Recognisable.NOBODY:
        return True
    agreed = _agreed(story, consents)
    return bool(agreed) and all(uses_covered(consent, today) for consent in agreed)


def is_kept_quiet(story: StoryIdea) -> bool:
    """Whether not even its title is said: somebody in it was not asked, has said no, or may have changed their mind."""
    return story.recognisable == Recognisable.NOT_ASKED or story.taken_out_at is not None or story.held_at is not None


def is_over(story: StoryIdea) -> bool:
    """Whether it is told nowhere, whoever agrees: nobody else's, or part of another story."""
    return _is_nobody_elses(story) or story.status == StoryStatus.JOINED


def _is_nobody_elses(story: StoryIdea) -> bool:
    """A draft, one that was taken back, and one whose words went are nobody else's to read."""
    return story.status in NOBODY_ELSES or story.taken_out_at is not None


def _agreed(story: StoryIdea, consents: Sequence[Consent]) -> list[Consent]:
    return current(consents) if story.recognisable == Recognisable.AGREED else []
