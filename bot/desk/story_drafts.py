"""A story idea put aside as a draft: its authors' alone, until one of them sends it."""

from bot.desk import doors
from bot.desk.share_stories import put_aside
from bot.desk.story_writing import made_of, own, say, surround
from bot.desk.work import Desk, Work, verb
from bot.rules.deeds import Deed
from bot.rules.permissions import check
from bot.rules.reasons import Reason, Refused
from bot.rules.story_form import StoryForm, check_draft
from storage.insert import insert_once
from storage.kinds import StoryStatus, Subject
from storage.story import StoryIdea, get_story, replace_consents, story_by_form
from storage.story_around import stories_written_by
from storage.story_brief import StoryBrief, read_story_brief

MOST_LISTED = 20


@verb
def keep_draft(work: Work, form: StoryForm, *, form_id: str, person: str) -> StoryIdea:
    """Put an idea aside, as often as it is wanted. Raises FormRefused, field by field; Refused where it has been sent meanwhile."""
    form = check_draft(form)
    story = _draft(work, form, form_id, person)
    surround(work, story, form, person)
    replace_consents(work.session, story.id, [])
    put_aside(work, story, form.carried.share_id)
    if form.carried.words_id:
        doors.story_put_aside(work, story, form.carried.words_id)
    work.audit(person, Deed.KEEP_DRAFT.value, Subject.STORY, story.id)
    return story


def _draft(work: Work, form: StoryForm, form_id: str, person: str) -> StoryIdea:
    """The draft that this form goes on with, or a new one."""
    if form.carried.story_id:
        return _changed(work, own(work, form.carried.story_id, Deed.CHANGE_STORY, person), form)
    story = made_of(work, form, form_id=form_id, person=person)
    story.status, story.drafted_at = StoryStatus.DRAFT, work.now
    if insert_once(work.session, story, StoryIdea.form_id):
        return story
    before = story_by_form(work.session, form_id, lock=True)
    if before is None or before.author != person:
        raise Refused(Reason.NOT_YOURS)
    return _changed(work, before, form)


def _changed(work: Work, story: StoryIdea, form: StoryForm) -> StoryIdea:
    if story.status != StoryStatus.DRAFT:
        raise Refused(Reason.SENT_ALREADY)
    say(work, story, form)
    story.drafted_at = work.now
    story.version += 1
    return story


def to_go_on_with(desk: Desk, story_id: int, *, person: str) -> StoryBrief:
    """An idea for the form that goes on with it or changes it. Raises Refused."""
    with desk.database.read() as session:
        story = get_story(session, story_id)
        if story is None:
            raise Refused(Reason.NOT_FOUND)
        brief = read_story_brief(session, story)
    check(Deed.CHANGE_STORY, person, desk.organisation, brief)
    return brief


def written_by(desk: Desk, person: str, *, drafts: bool = False) -> list[StoryIdea]:
    """A person's story ideas, or their drafts alone, newest first."""
    with desk.database.read() as session:
        mine = stories_written_by(session, person, limit=5 * MOST_LISTED)
    return [one for one in mine if not drafts or one.status == StoryStatus.DRAFT][:MOST_LISTED]
