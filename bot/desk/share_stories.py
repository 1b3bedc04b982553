"""What was shared becomes a story idea: it keeps where it stands already, and the question says which story it is."""

from bot.desk import share_telling
from bot.desk.work import Work
from bot.rules.working_time import local
from storage.kinds import Recognisable, StoryStatus, Subject, Use
from storage.share import get_share
from storage.story import StoryIdea
from storage.story_told import Telling


def became_story(work: Work, story: StoryIdea, share_id: int, person: str) -> bool:
    """Once for each question, and only for whoever asked it. Whether the story counts as told already: where nobody is in it.

    Then it can be in the next digest; where somebody is, the press office answers first, as for every idea.
    """
    asked = get_share(work.session, share_id, lock=True) if share_id else None
    if asked is None or asked.asked_by != person or asked.told_at is None or asked.story_id is not None:
        return False
    asked.story_id, asked.version = story.id, asked.version + 1
    told = Telling(
        story_id=story.id,
        use=Use.SOCIAL,
        told_on=local(work.organisation.calendar, asked.told_at).date(),
        told_by=person,
        noted_at=work.now,
        place=asked.place,
        link=asked.link,
        form_id=f"share:{asked.id}",
    )
    work.session.add(told)
    work.audit(person, "share_made_story", Subject.SHARE, asked.id, {"story": story.id})
    share_telling.deliver_again(work, asked)
    if story.recognisable != Recognisable.NOBODY:
        return False
    kept = work.story(story.id)
    kept.status = StoryStatus.TOLD
    kept.told_at = kept.answered_at = work.now
    return True
