"""A story idea taken back by someone who wrote it: whenever they want, and it is not told any more from then on."""

from bot.desk import story_follow, telling
from bot.desk.story_writing import own
from bot.desk.work import Work, verb
from bot.rules.deeds import Deed
from storage.digest import digest_of_story
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
        return story
    telling.settle(work, Subject.STORY, story.id, Deed.WITHDRAW_STORY, person)
    story_follow.end(work, story, how=Deed.WITHDRAW_STORY.value, by=person)
    telling.story_moved(work, story, person, Deed.WITHDRAW_STORY.value, {"from": str(before)})
    telling.story_news(work, story, "taken_back")
    telling_ends(work, story)
    return story


def telling_ends(work: Work, story: StoryIdea) -> None:
    """It may not be told any more: what stands of the digest that it has a place in, or is being sent, is drawn anew without it."""
    digest_id = digest_of_story(work.session, story.id)
    if digest_id is not None:
        telling.show_again(work, Subject.DIGEST, digest_id)
