"""Two ideas that tell of one thing become one: the authors of both are its authors, and everyone is told."""

from bot.desk import story_follow, story_questions, telling
from bot.desk.work import Work, verb
from bot.rules.deeds import Deed
from bot.rules.permissions import check
from bot.rules.reasons import Reason, Refused
from bot.rules.story_joining import can_be_joined
from storage.kinds import StoryStatus, Subject
from storage.story import StoryIdea, get_story
from storage.story_around import StoryAuthor, authors_of


@verb
def join(work: Work, story_id: int, other_id: int, *, person: str) -> StoryIdea:
    """The one ends and goes on as part of the other. Both are held, the older first, so that two who join them meet. Raises Refused."""
    held = {number: get_story(work.session, number, lock=True) for number in sorted({story_id, other_id})}
    story, other = held[story_id], held[other_id]
    if story is None or other is None:
        raise Refused(Reason.NOT_FOUND)
    check(Deed.JOIN_STORIES, person, work.organisation, story)
    if story.status == StoryStatus.JOINED and story.joined_to == other.id:
        return other
    if not can_be_joined(story, other):
        raise Refused(Reason.NOT_ALIKE)
    _welcome(work, story, other, person)
    _end(work, story, other, person)
    return other


def _welcome(work: Work, story: StoryIdea, other: StoryIdea, person: str) -> None:
    """Those who wrote the one are authors of the other from now on. Those who were its authors before hear that they have company."""
    telling.story_news(work, other, f"welcomed:{story.id}")
    known = {other.author, *authors_of(work.session, other.id)}
    for author in dict.fromkeys((story.author, *authors_of(work.session, story.id))):
        if author not in known:
            work.session.add(StoryAuthor(story_id=other.id, person=author, added_by=person, added_at=work.now))
    work.session.flush()
    telling.story_moved(work, other, person, Deed.JOIN_STORIES.value, {"with": story.id})


def _end(work: Work, story: StoryIdea, other: StoryIdea, person: str) -> None:
    telling.story_news(work, story, f"joined:{other.id}")
    story.status, story.joined_to = StoryStatus.JOINED, other.id
    story.officer, story.answered_at = story.officer or person, story.answered_at or work.now
    story_follow.end(work, story, by=person)
    story_questions.over(work, story, person, Deed.JOIN_STORIES.value)
    telling.settle(work, Subject.STORY, story.id, Deed.JOIN_STORIES, person)
    telling.show_again(work, Subject.STORY, story.id)
    telling.story_moved(work, story, person, Deed.JOIN_STORIES.value, {"to": other.id})
