"""A question that nobody has answered: whoever asked it is told, asks once more, or goes on without. Its authors are never chased."""

from datetime import datetime

from bot.desk import telling
from bot.desk.planning import next_round, plan
from bot.desk.work import Work, verb
from bot.rules.deeds import Deed
from bot.rules.nudging import Decision
from bot.rules.permissions import check
from bot.rules.reasons import Reason, Refused
from bot.rules.story_questions import (
    asked_it,
    decide_question,
    is_answered,
    may_be_asked_again,
    plan_question,
    waits,
)
from storage.delivery import sent_about
from storage.kinds import DeliveryKind, Subject
from storage.nudge import Nudge
from storage.organisation import Organisation
from storage.story import StoryIdea
from storage.story_around import StoryQuestion, authors_of, get_question, questions_of

Found = tuple[StoryQuestion, StoryIdea]


def put(work: Work, story: StoryIdea, asked: StoryQuestion) -> None:
    """Put a question to everyone who wrote the story; whoever asks hears in a few days if nobody has answered."""
    for person in (story.author, *authors_of(work.session, story.id)):
        about(work, asked, person, question_key(asked.id, person), str(asked.id))
    _watch(work, story, asked)


def _watch(work: Work, story: StoryIdea, asked: StoryQuestion) -> None:
    round_ = next_round(work, Subject.QUESTION, asked.id)
    plan(work, Subject.QUESTION, asked.id, plan_question(asked, story, work.organisation, work.now, round_))


def show_again(work: Work, asked: StoryQuestion) -> None:
    """Every message that put it to somebody is brought up to date."""
    for sent in sent_about(work.session, Subject.STORY, asked.story_id):
        if sent.kind == DeliveryKind.STORY_QUESTION and sent.detail == str(asked.id):
            telling.again(work, sent)


def about(work: Work, asked: StoryQuestion, lane: str, key: str, detail: str) -> None:
    """A message about a question."""
    work.deliver(
        DeliveryKind.STORY_QUESTION,
        key=key,
        lane=lane,
        subject=Subject.STORY,
        subject_id=asked.story_id,
        detail=detail,
    )


def question_key(question_id: int, person: str) -> str:
    """One message for each question and author."""
    return f"question:{question_id}:{person}"


def settled(work: Work, asked: StoryQuestion, by: str, how: str) -> None:
    """Nobody waits for it any more: whoever was told that it waits sees that, and so does whoever it was put to."""
    telling.close_requests(work, Subject.QUESTION, asked.id, None, by, how)
    show_again(work, asked)


def over(work: Work, story: StoryIdea, by: str, how: str) -> None:
    """The story does not go on by itself: what its authors were asked need not be answered."""
    for asked in questions_of(work.session, story.id):
        if not is_answered(asked):
            settled(work, asked, by, how)


# -- what whoever asked can do


@verb
def ask_once_more(work: Work, question_id: int, *, person: str) -> StoryIdea:
    """Its authors are asked again, kindly and once. Raises Refused."""
    asked, story = _to_settle(work, question_id, Deed.ASK_ONCE_MORE, person)
    if not may_be_asked_again(asked):
        return story
    asked.asked_again_at = work.now
    telling.close_requests(work, Subject.QUESTION, asked.id, None, person, Deed.ASK_ONCE_MORE.value)
    for author in (story.author, *authors_of(work.session, story.id)):
        about(work, asked, author, f"{question_key(asked.id, author)}:again", str(asked.id))
    show_again(work, asked)
    _watch(work, story, asked)
    telling.story_moved(work, story, person, Deed.ASK_ONCE_MORE.value, {"question": asked.id})
    return story


@verb
def go_on_without(work: Work, question_id: int, *, person: str) -> StoryIdea:
    """It goes on without an answer; should one come all the same, it is welcome. Raises Refused."""
    asked, story = _to_settle(work, question_id, Deed.GO_ON_WITHOUT, person)
    if asked.let_go_at is not None:
        return story
    asked.let_go_at = work.now
    settled(work, asked, person, Deed.GO_ON_WITHOUT.value)
    telling.story_moved(work, story, person, Deed.GO_ON_WITHOUT.value, {"question": asked.id})
    return story


def _to_settle(work: Work, question_id: int, deed: Deed, person: str) -> Found:
    asked, story = work.must_belong_to_story(get_question, question_id)
    check(deed, person, work.organisation, story)
    if is_answered(asked):
        raise Refused(Reason.ANSWERED_QUESTION, by=asked.answered_by)
    if not waits(asked, story) and asked.let_go_at is None:
        raise Refused(Reason.STORY_OVER)
    return asked, story


# -- asking


def find(work: Work, question_id: int) -> Found | None:
    """A question with its story, which is locked first."""
    return work.belonging_to_story(get_question, question_id)


def decide(nudge: Nudge, found: Found, organisation: Organisation, now: datetime) -> Decision:
    """What becomes of a planned nudge about it."""
    return decide_question(nudge, *found, organisation, now)


def recipient(_nudge: Nudge, found: Found, organisation: Organisation, now: datetime) -> str | None:
    """Who is told."""
    return asked_it(*found, organisation, now)
