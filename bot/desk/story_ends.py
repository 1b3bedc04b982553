"""A story idea taken back by someone who wrote it: whenever they want, and it is not told any more from then on."""

from bot.desk import doors, share_stories, story_follow, story_questions, telling
from bot.desk.consent_ends import ends
from bot.desk.story_writing import own
from bot.desk.work import Work, verb
from bot.rules.consent_ends import Because
from bot.rules.deeds import Deed
from storage.kinds import StoryStatus, Subject
from storage.story import StoryIdea


@verb
def withdraw(work: Work, story_id: int, *, person: str) -> StoryIdea:
    """Take it back. What was posted is edited, what people put somewhere is theirs to take down, and all who wrote it hear."""
    story = own(work, story_id, Deed.WITHDRAW_STORY, person)
    before = story.status
    if before == StoryStatus.WITHDRAWN:
        return story
    story.status, story.withdrawn_at, story.withdrawn_by = StoryStatus.WITHDRAWN, work.now, person
    if before == StoryStatus.DRAFT:
        story.version += 1
        work.audit(person, Deed.WITHDRAW_STORY.value, Subject.STORY, story.id)
        share_stories.thrown_away(work, story)
        doors.draft_thrown_away(work, story)
        return story
    telling.settle(work, Subject.STORY, story.id, Deed.WITHDRAW_STORY, person)
    story_follow.end(work, story, how=Deed.WITHDRAW_STORY.value, by=person)
    story_questions.over(work, story, person, Deed.WITHDRAW_STORY.value)
    telling.story_moved(work, story, person, Deed.WITHDRAW_STORY.value, {"from": str(before)})
    telling.story_news(work, story, "taken_back")
    share_stories.taken_back(work, story)
    ends(work, story, None, Because.STORY_WITHDRAWN, by=person)
    return story
