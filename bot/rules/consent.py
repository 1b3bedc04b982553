"""One person's consent: whether all of it is there, whether it still stands, and what it covers.

An adult who cannot decide about this has someone who decides in their best interests; a child has whoever holds parental
responsibility or delegated authority, and a view of their own. Who that was is recorded by role; the reasons stay in the case file.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from enum import StrEnum

from storage.kinds import DecidedBy, StoryStatus, Use
from storage.story import Consent, StoryIdea

FOR_A_CHILD = frozenset({DecidedBy.PARENTAL, DecidedBy.DELEGATED})


class Missing(StrEnum):
    """What a consent still needs before it covers anything."""

    DECIDER = "decider"  # who decided, by role
    DECIDED_ON = "decided_on"
    FOR_THE_CHILD = "for_the_child"  # somebody who may agree for a child
    CHILDS_VIEW = "childs_view"


def missing(consent: Consent) -> tuple[Missing, ...]:
    """What is still needed; nothing where the person decided for themselves."""
    if consent.child or consent.decided_by in FOR_A_CHILD:
        return tuple(one for one, lacks in _of_a_child(consent) if lacks)
    if consent.decided_by != DecidedBy.BEST_INTERESTS:
        return ()
    lacking = ((Missing.DECIDER, not consent.decider), (Missing.DECIDED_ON, consent.decided_on is None))
    return tuple(one for one, lacks in lacking if lacks)


def _of_a_child(consent: Consent) -> tuple[tuple[Missing, bool], ...]:
    return (
        (Missing.FOR_THE_CHILD, consent.decided_by not in FOR_A_CHILD),
        (Missing.DECIDER, not consent.decider),
        (Missing.CHILDS_VIEW, not consent.childs_view),
    )


def current(consents: Iterable[Consent]) -> list[Consent]:
    """Those that count: a consent that was given anew counts in its newest form only."""
    known = list(consents)
    replaced = {one.renews for one in known if one.renews is not None}
    return [one for one in known if one.id not in replaced]


def is_run_out(consent: Consent, today: date) -> bool:
    """Its last day is over. The last day still counts."""
    return consent.until is not None and consent.until < today


def has_ended(consent: Consent, today: date) -> bool:
    """Withdrawn, or run out."""
    return consent.withdrawn_at is not None or is_run_out(consent, today)


def covers(consent: Consent, use: Use, today: date) -> bool:
    """Given for this use, whole, not withdrawn, not run out.

    Outside the organisation a story cannot be taken back, so nobody is told of there who has not seen the words.
    """
    if has_ended(consent, today) or missing(consent) or use not in consent.uses:
        return False
    return consent.seen_words or use == Use.COLLEAGUES


def uses_covered(consent: Consent, today: date) -> tuple[Use, ...]:
    """What it covers today."""
    return tuple(use for use in Use if covers(consent, use, today))


def run_out(consents: Sequence[Consent], today: date) -> list[Consent]:
    """Those that ran out and that nothing has come of yet. One that was given anew did not run out."""
    over = (one for one in current(consents) if is_run_out(one, today))
    return [one for one in over if one.withdrawn_at is None and one.ended_at is None]


def was_taken_back(story: StoryIdea, consents: Iterable[Consent]) -> bool:
    """Whether it is gone because its authors took it back, and not because somebody in it does not agree any more."""
    return story.status == StoryStatus.WITHDRAWN and not any(one.withdrawn_at or one.ended_at for one in consents)
