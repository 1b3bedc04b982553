"""A question to a story's authors that nobody has answered: whoever asked it is told, and decides. The authors are never chased.

They are asked once more only if a press officer says so, and never a third time; or it goes on without an answer.
"""

from datetime import datetime

from bot.rules.availability import first_there
from bot.rules.deciding import Decision, Moot, said_to
from bot.rules.planning import PlannedNudge
from bot.rules.story_answers import ASKED_ABOUT
from bot.rules.story_nudging import story_followers
from bot.rules.working_time import add_working_days, next_opening
from storage.kinds import Step
from storage.nudge import Nudge
from storage.organisation import Organisation
from storage.story import StoryIdea
from storage.story_around import StoryQuestion

ASKED_LONG_AGO = 3
"""Working days without an answer after which whoever asked is told."""


def is_answered(question: StoryQuestion) -> bool:
    """Whether somebody has answered it. One that was let go can still be answered."""
    return question.answered_at is not None


def waits(question: StoryQuestion, story: StoryIdea) -> bool:
    """Whether an answer is still wanted."""
    over = story.status not in ASKED_ABOUT or story.emptied_at is not None or story.taken_out_at is not None
    return not over and question.answered_at is None and question.let_go_at is None


def may_be_asked_again(question: StoryQuestion) -> bool:
    """Once more, and never a third time."""
    return question.asked_again_at is None


def plan_question(
    question: StoryQuestion, story: StoryIdea, organisation: Organisation, now: datetime, round_: int = 1
) -> list[PlannedNudge]:
    """So many working days after it was put to them, or put to them again."""
    person = asked_it(question, story, organisation, now)
    if person is None or not waits(question, story):
        return []
    calendar = organisation.calendar
    due_at = next_opening(calendar, add_working_days(calendar, now, ASKED_LONG_AGO))
    return [PlannedNudge(Step.STORY_QUESTION_OPEN, person, due_at, round=round_)]


def asked_it(question: StoryQuestion, story: StoryIdea, organisation: Organisation, at: datetime) -> str | None:
    """Who is told: whoever asked, while they are of the press office and there; else whoever looks after the story."""
    theirs = [question.asked_by] if organisation.is_press_office(question.asked_by) else []
    return first_there(organisation, [*theirs, *story_followers(story, organisation)], at)


def decide_question(
    nudge: Nudge, question: StoryQuestion, story: StoryIdea, organisation: Organisation, now: datetime
) -> Decision:
    """What becomes of a planned nudge about it."""
    if not waits(question, story):
        return Moot("answered" if is_answered(question) else str(story.status))
    return said_to(nudge, asked_it(question, story, organisation, now), organisation, now)
