"""What was shared becomes a story idea: it keeps where it stands already, and the question says which story it is."""

from bot.desk import share_telling
from bot.desk.work import Work
from bot.rules.working_time import local
from storage.kinds import Recognisable, ShareKind, StoryStatus, Subject
from storage.share import ShareAsk, get_share, share_of_story
from storage.story import StoryIdea
from storage.story_told import SHARED, Telling


def put_aside(work: Work, story: StoryIdea, share_id: int) -> None:
    """It is a draft so far: the question says so, and leads to it."""
    asked = _found(work, story, share_id)
    if asked is not None and asked.story_id is None:
        _belongs(work, asked, story.id)


def became_story(work: Work, story: StoryIdea, share_id: int, person: str) -> bool:
    """Once for each question, and only by whoever asked it. Whether the story counts as told already: where nobody is in it.

    Then it can be in the next digest; where somebody is, the press office answers first, as for every idea.
    """
    asked = _found(work, story, share_id)
    if asked is None or asked.told_at is None:
        return False
    _belongs(work, asked, story.id)
    said_aloud = asked.kind == ShareKind.SPEAK and not asked.link
    told = Telling(
        story_id=story.id,
        use=asked.told_as,
        told_on=local(work.organisation.calendar, asked.told_at).date(),
        told_by=asked.asked_by,
        noted_at=work.now,
        place=asked.place,
        link=asked.link,
        ended_at=work.now if said_aloud else None,  # nothing stands there that could be taken down
        form_id=f"{SHARED}{asked.id}",
    )
    work.session.add(told)
    work.audit(person, "share_made_story", Subject.SHARE, asked.id, {"story": story.id})
    if story.recognisable != Recognisable.NOBODY:
        return False
    kept = work.story(story.id)
    kept.status = StoryStatus.TOLD
    kept.told_at = kept.answered_at = work.now
    return True


def thrown_away(work: Work, story: StoryIdea) -> None:
    """The draft is gone: what was shared may become a story after all."""
    asked = share_of_story(work.session, story.id, lock=True)
    if asked is not None:
        _belongs(work, asked, None)


def taken_back(work: Work, story: StoryIdea) -> None:
    """The story is not told any more: what was said of it in the question is drawn anew."""
    asked = share_of_story(work.session, story.id, lock=True)
    if asked is not None:
        share_telling.deliver_again(work, asked)


def _found(work: Work, story: StoryIdea, share_id: int) -> ShareAsk | None:
    """The question behind a story, locked: the one that its form carries, or that its draft belongs to."""
    if share_id:
        asked = get_share(work.session, share_id, lock=True)
    else:
        asked = share_of_story(work.session, story.id, lock=True) if story.drafted_at else None
    if asked is None or asked.asked_by != story.author or asked.story_id not in (None, story.id):
        return None
    return asked


def _belongs(work: Work, asked: ShareAsk, story_id: int | None) -> None:
    asked.story_id, asked.version = story_id, asked.version + 1
    share_telling.deliver_again(work, asked)
