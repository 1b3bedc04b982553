"""Stories after they were sent in: a consent about to run out, a story picked up and not told. The author is never asked.

That an idea is answered within three working days is planned when it comes in (`bot.rules.planning`). Good news disturbs no evening.
"""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from bot.rules.availability import first_there
from bot.rules.consent import current
from bot.rules.deciding import Decision, Later, Moot, decide_story, now_or_at, reached_at, story_recipient
from bot.rules.nudge_policy import STORY_STEPS
from bot.rules.planning import PlannedNudge
from bot.rules.recipients import story_recipient_of
from bot.rules.working_time import add_working_time, moment, next_opening, working_day_before
from storage.kinds import Role, Step, StoryStatus
from storage.nudge import Nudge
from storage.organisation import Organisation
from storage.story import Consent, StoryIdea

CONSENT_AHEAD = {Step.STORY_CONSENT: timedelta(days=14), Step.STORY_CONSENT_LAST: timedelta(days=3)}
UNTOLD_AFTER = timedelta(weeks=4)
UNCLEAR_FOR = timedelta(hours=8)
"""Of working time: a change of mind that is not clear by then is the head of communications' to clear up."""
STORY_FOLLOW_STEPS = frozenset({*CONSENT_AHEAD, Step.STORY_CHANGE_OF_MIND, Step.STORY_UNTOLD})


def plan_consent(
    story: StoryIdea, consents: Sequence[Consent], organisation: Organisation, now: datetime, round_: int = 1
) -> list[PlannedNudge]:
    """Fourteen days and three days before the first consent runs out. One that comes too late for the first is asked about once."""
    ends = runs_out(consents)
    if ends is None or _is_over(ends, organisation, now):
        return []
    due = {step: _consent_due(step, ends, organisation) for step in CONSENT_AHEAD}
    ahead = [step for step, at in due.items() if at > now] or [Step.STORY_CONSENT_LAST]
    return _planned(story, {step: max(due[step], now) for step in ahead}, organisation, now, round_)


def plan_untold(story: StoryIdea, organisation: Organisation, now: datetime, round_: int = 1) -> list[PlannedNudge]:
    """Four weeks after it was picked up."""
    if story.status != StoryStatus.PICKED_UP:
        return []
    due = _untold_due(story, organisation, now)
    return _planned(story, {Step.STORY_UNTOLD: due}, organisation, now, round_)


def plan_change_of_mind(story: StoryIdea, organisation: Organisation, now: datetime, round_: int) -> list[PlannedNudge]:
    """Somebody says that a person in it does not agree any more: the comms team finds out, and until then it is held."""
    return [
        *_planned(story, {Step.STORY_CHANGE_OF_MIND: now}, organisation, now, round_),
        *plan_change_of_mind_again(story, organisation, now, round_ + 1),
    ]


def plan_change_of_mind_again(
    story: StoryIdea, organisation: Organisation, now: datetime, round_: int
) -> list[PlannedNudge]:
    """It is not clear yet: asked again a working day later, for as long as it takes."""
    at = add_working_time(organisation.calendar, now, UNCLEAR_FOR)
    return _planned(story, {Step.STORY_CHANGE_OF_MIND: at}, organisation, now, round_)


def _planned(
    story: StoryIdea, due: dict[Step, datetime], organisation: Organisation, now: datetime, round_: int
) -> list[PlannedNudge]:
    person = story_follower(story, organisation, now)
    if person is None:
        return []
    return [
        PlannedNudge(step, person, next_opening(organisation.calendar, at), round=round_) for step, at in due.items()
    ]


def runs_out(consents: Sequence[Consent]) -> date | None:
    """The day on which the first of them ends; None where none has an end, or all were withdrawn."""
    return min((one.until for one in current(consents) if one.until and one.withdrawn_at is None), default=None)


def over_at(consents: Sequence[Consent], organisation: Organisation) -> datetime | None:
    """The moment at which the first of them is over; None where none has an end."""
    ends = runs_out(consents)
    return _end_of(ends, organisation) if ends else None


def _is_over(ends: date, organisation: Organisation, now: datetime) -> bool:
    return now >= _end_of(ends, organisation)


def _end_of(day: date, organisation: Organisation) -> datetime:
    return moment(organisation.calendar, day + timedelta(days=1), time())


def _consent_due(step: Step, ends: date, organisation: Organisation) -> datetime:
    """On a working day, the one before where it would fall on another: a day later would be too late to ask."""
    calendar = organisation.calendar
    day = working_day_before(calendar, ends - CONSENT_AHEAD[step])
    return next_opening(calendar, moment(calendar, day, time()))


def _untold_due(story: StoryIdea, organisation: Organisation, now: datetime) -> datetime:
    return next_opening(organisation.calendar, (story.answered_at or now) + UNTOLD_AFTER)


def story_follower(story: StoryIdea, organisation: Organisation, at: datetime) -> str | None:
    """Who of the comms team is asked: whoever picked it up, the service's press officer, or another. Never who sent it in."""
    followers = story_followers(story, organisation)
    if is_long_unclear(story, organisation, at):
        heads = organisation.holders(Role.HEAD_OF_COMMS)
        followers.sort(key=lambda one: one not in heads)
    return first_there(organisation, followers, at)


def is_long_unclear(story: StoryIdea, organisation: Organisation, now: datetime) -> bool:
    """Whether somebody in it may have changed their mind, and for a working day nobody has said how it is."""
    held = story.held_at
    return held is not None and add_working_time(organisation.calendar, held, UNCLEAR_FOR) <= now


def story_followers(story: StoryIdea, organisation: Organisation) -> list[str]:
    """Those who could be asked, in their order."""
    named = story_recipient_of(Step.STORY_ANSWER, story, organisation)
    office = (*organisation.holders(Role.PRESS_OFFICER), *organisation.holders(Role.HEAD_OF_COMMS))
    return [one for one in (story.officer, named, *office) if one and one != story.author]


def story_asked(nudge: Nudge, story: StoryIdea, organisation: Organisation, now: datetime) -> str | None:
    """Who is asked about a story at any step."""
    if nudge.step in STORY_STEPS:
        return story_recipient(nudge, story, organisation, now)
    return story_follower(story, organisation, now)


def decide_any_story(
    nudge: Nudge, story: StoryIdea, consents: Sequence[Consent], organisation: Organisation, now: datetime
) -> Decision:
    """What becomes of a story's planned nudge at this moment, at any step."""
    if nudge.step in STORY_STEPS:
        return decide_story(nudge, story, organisation, now)
    person = story_follower(story, organisation, now)
    due = _still_due(Step(nudge.step), story, consents, organisation, now)
    if due is None or person is None:
        return Moot(str(story.status) if due is None else "nobody")
    if max(due, nudge.due_at) > now:
        return Later(max(due, nudge.due_at))
    at = reached_at(person, organisation, now)
    return now_or_at(nudge, at, now)


def _still_due(
    step: Step, story: StoryIdea, consents: Sequence[Consent], organisation: Organisation, now: datetime
) -> datetime | None:
    """When it is to be asked as things stand now; None when it need not be. A told story still stands where it was told."""
    if step == Step.STORY_UNTOLD:
        return _untold_due(story, organisation, now) if story.status == StoryStatus.PICKED_UP else None
    if step == Step.STORY_CHANGE_OF_MIND:
        return None if story.taken_out_at or story.emptied_at or story.held_at is None else now
    ends = runs_out(consents)
    if (
        ends is None
        or story.taken_out_at
        or story.status == StoryStatus.DECLINED
        or story.emptied_at
        or _is_over(ends, organisation, now)
    ):
        return None
    return _consent_due(step, ends, organisation)
