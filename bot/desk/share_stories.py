"""What was shared becomes a story idea: it keeps where it stands already, and the question says which story it is."""

from bot.desk import share_telling
from bot.desk.work import Work
from bot.rules.working_time import local
from storage.kinds import Subject, Use
from storage.share import get_share
from storage.story import StoryIdea
from storage.story_told import Telling


def became_story(work: Work, story: StoryIdea, share_id: int, person: str) -> None:
    """Once for each question, and only for whoever asked it."""
    asked = get_share(work.session, share_id, lock=True) if share_id else None
    if asked is None or asked.asked_by != person or asked.told_at is None or asked.story_id is not None:
        return
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
