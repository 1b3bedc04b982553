"""The jigsaw check: pieces that give nobody away by themselves may do so together.

A story with a child in it, or one that touches a court case, is looked at beside what was published before from the same service, by
somebody of the press office who neither picked it up nor wrote it.
"""

from collections.abc import Collection, Sequence

from bot.rules.consent import current
from bot.rules.reasons import Reason, Refused
from storage.story import Consent, StoryIdea


def needs_second_look(story: StoryIdea, consents: Sequence[Consent]) -> bool:
    """A child, a court case or a reporting restriction: here the pieces are put together."""
    return story.about_child or story.court or any(consent.child for consent in current(consents))


def has_second_look(story: StoryIdea) -> bool:
    """Somebody has looked, and is not the one who deals with it now. Whoever looked and then took it over is one pair of eyes."""
    return story.second_look_by is not None and story.second_look_by not in (story.officer, story.author)


def waits_for_second_look(story: StoryIdea, consents: Sequence[Consent]) -> bool:
    """Whether it may not be told before somebody else has looked."""
    return needs_second_look(story, consents) and not has_second_look(story)


def check_second_look(story: StoryIdea, authors: Collection[str], person: str) -> None:
    """Pass, or raise `Refused`: the one who picked it up and those who wrote it have looked already."""
    if person == story.officer or person == story.author or person in authors:
        raise Refused(Reason.SECOND_PAIR_OF_EYES)
