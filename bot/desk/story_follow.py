"""Asking the comms team about a story after it came in, and letting go of the question once it is answered."""

from collections.abc import Collection, Sequence
from datetime import datetime

from bot.desk import telling
from bot.desk.planning import next_round, plan
from bot.desk.work import Work
from bot.rules.nudging import Decision
from bot.rules.story_nudging import (
    CONSENT_AHEAD,
    STORY_FOLLOW_STEPS,
    decide_any_story,
    plan_change_of_mind_again,
    plan_consent,
    plan_untold,
    story_asked,
)
from storage.kinds import NudgeState, Step, Subject
from storage.nudge import Nudge, nudges_of
from storage.organisation import Organisation
from storage.story import Consent, StoryIdea, consents_of, get_story

Found = tuple[StoryIdea, list[Consent]]


def find(work: Work, story_id: int) -> Found | None:
    """The story, locked, with the consents behind it."""
    story = get_story(work.session, story_id, lock=True)
    return (story, consents_of(work.session, [story_id])[story_id]) if story else None


def decide(nudge: Nudge, found: Found, organisation: Organisation, now: datetime) -> Decision:
    """What becomes of a story's planned nudge."""
    return decide_any_story(nudge, *found, organisation, now)


def recipient(nudge: Nudge, found: Found, organisation: Organisation, now: datetime) -> str | None:
    """Who is asked about it."""
    return story_asked(nudge, found[0], organisation, now)


def asked(work: Work, nudge: Nudge, found: Found) -> None:
    """Somebody has been asked whether a person in it has changed their mind: that is asked again until it is clear."""
    story, _ = found
    ledger = nudges_of(work.session, Subject.STORY, story.id)
    planned = [one for one in ledger if one.step == Step.STORY_CHANGE_OF_MIND and one.state == NudgeState.PLANNED]
    if nudge.step == Step.STORY_CHANGE_OF_MIND and not planned:
        round_ = next_round(work, Subject.STORY, story.id)
        plan(work, Subject.STORY, story.id, plan_change_of_mind_again(story, work.organisation, work.now, round_))


def watch_consent(work: Work, story: StoryIdea, consents: Sequence[Consent], round_: int = 1) -> None:
    """The comms team hears before the first of these consents runs out."""
    plan(work, Subject.STORY, story.id, plan_consent(story, consents, work.organisation, work.now, round_))


def watch_consent_again(work: Work, story: StoryIdea, consents: Sequence[Consent]) -> None:
    """The consents were written anew: what was planned or asked about the old ones is over."""
    end(work, story, CONSENT_AHEAD)
    watch_consent(work, story, consents, next_round(work, Subject.STORY, story.id))


def watch_telling(work: Work, story: StoryIdea) -> None:
    """It was picked up: four weeks on it should have been told."""
    plan(work, Subject.STORY, story.id, plan_untold(story, work.organisation, work.now))


def end(
    work: Work, story: StoryIdea, steps: Collection[Step] = STORY_FOLLOW_STEPS, how: str = "", by: str = "close-ties"
) -> None:
    """These questions are answered: what was planned is dropped, and what was asked says so and loses its button."""
    telling.close_requests(work, Subject.STORY, story.id, steps, by, how)
