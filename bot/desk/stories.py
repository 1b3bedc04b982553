"""The verbs of a story idea: send it in, pick it up, decline it kindly."""

from collections.abc import Sequence

from bot.desk import doors, story_follow, story_questions, telling
from bot.desk.consent_ends import show_everywhere
from bot.desk.consents import after_sending, written_again
from bot.desk.enquiries import fingerprint
from bot.desk.planning import plan
from bot.desk.share_stories import became_story
from bot.desk.story_writing import consents, made_of, named, own, pictures_to_look_at, say, surround
from bot.desk.work import Work, verb
from bot.rules.deeds import Deed
from bot.rules.moves import check_answer, check_still_declines
from bot.rules.nudging import plan_story
from bot.rules.permissions import check
from bot.rules.reasons import Reason, Refused
from bot.rules.story_form import DeclineForm, StoryForm, check_decline, check_story
from storage.insert import insert_once
from storage.kinds import StoryStatus, Subject
from storage.story import Consent, StoryIdea, add_consents, story_by_form
from storage.story_around import authors_of


@verb
def send_in(work: Work, form: StoryForm, *, form_id: str, person: str) -> StoryIdea:
    """Keep a story idea, once for each form, with the consent that was recorded. Raises FormRefused, field by field.

    The same form again gives the same idea, the same form with changed words corrects it, as with an enquiry. A form that goes on with
    a draft sends that, and one that was opened to change an idea changes it.
    """
    form = check_story(form, work.organisation, work.now)
    if form.carried.story_id:
        return _go_on(work, form, own(work, form.carried.story_id, Deed.CHANGE_STORY, person), person)
    story = made_of(work, form, form_id=form_id, person=person)
    if not insert_once(work.session, story, StoryIdea.form_id):
        return _again(work, form, form_id=form_id, person=person)
    surround(work, story, form, person, new=True)
    agreed = consents(work, story, form, person)
    if agreed:
        add_consents(work.session, agreed)
    _sent(work, story, form, person, agreed)
    return story


def _again(work: Work, form: StoryForm, *, form_id: str, person: str) -> StoryIdea:
    """The same form came again. It may have been put aside as a draft in between."""
    story = story_by_form(work.session, form_id, lock=True)
    if story is None or story.author != person:
        raise Refused(Reason.NOT_YOURS)
    return _go_on(work, form, story, person, deed=Deed.AMEND)


def _go_on(work: Work, form: StoryForm, story: StoryIdea, person: str, *, deed: Deed = Deed.CHANGE_STORY) -> StoryIdea:
    """A draft is sent; what was sent is what is written now, until someone has answered it. As it was, nothing is to do."""
    if story.status != StoryStatus.DRAFT and story.form_digest == fingerprint(form):
        return story
    if story.status == StoryStatus.DRAFT:
        _send_draft(work, form, story, person)
        return story
    check_answer(story)
    say(work, story, form)
    surround(work, story, form, person)
    if not form.carried.sent:
        agreed = written_again(work, story, consents(work, story, form, person))
        story_follow.watch_consent_again(work, story, agreed)
    telling.show_again(work, Subject.STORY, story.id)
    told: dict[str, object] = {"title": form.title, "recognisable": str(form.recognisable)}
    telling.story_moved(work, story, person, str(deed), told)
    pictures_to_look_at(work, story)
    return story


def _send_draft(work: Work, form: StoryForm, story: StoryIdea, person: str) -> None:
    say(work, story, form)
    story.status, story.sent_in_at = StoryStatus.NEW, work.now
    story.version += 1
    surround(work, story, form, person)
    for other in authors_of(work.session, story.id):
        named(work, story, other)
    _sent(work, story, form, person, written_again(work, story, consents(work, story, form, person)))


def _sent(work: Work, story: StoryIdea, form: StoryForm, person: str, agreed: Sequence[Consent]) -> None:
    """It is with the press office from now on."""
    telling.show_story(work, story)
    told: dict[str, object] = {"title": form.title, "recognisable": str(form.recognisable)}
    work.audit(person, "sent_in", Subject.STORY, story.id, told)
    if not became_story(work, story, form.carried.share_id, person):
        telling.story_news(work, story, "sent_in")
        plan(work, Subject.STORY, story.id, plan_story(story, work.organisation, work.now))
    if form.carried.words_id or story.drafted_at is not None:
        doors.story_sent(work, story, form.carried.words_id)
    story_follow.watch_consent(work, story, agreed)
    after_sending(work, story, agreed)
    pictures_to_look_at(work, story)


@verb
def pick_up(work: Work, story_id: int, *, person: str) -> StoryIdea:
    """The comms team will tell it. The author hears at once."""
    story = work.story(story_id)
    check(Deed.PICK_UP, person, work.organisation, story)
    if story.officer == person and story.status == StoryStatus.PICKED_UP:
        return story
    check_answer(story)
    story.status, story.officer, story.answered_at = StoryStatus.PICKED_UP, person, work.now
    telling.settle(work, Subject.STORY, story.id, Deed.PICK_UP, person)
    story_follow.watch_telling(work, story)
    telling.story_moved(work, story, person, "picked_up")
    telling.story_news(work, story, "picked_up")
    return story


@verb
def decline(work: Work, story_id: int, form: DeclineForm, *, seen_with: str = "", person: str) -> StoryIdea:
    """Decline it kindly: the reason and the suggestion are the author's to read. Raises FormRefused, field by field.

    What was picked up can be declined after all until it is told; it goes from the digest that it was to stand in. `seen_with`: who
    had it when the form was opened, or ""; a colleague who has picked it up since then is not overruled. Raises Refused.
    """
    form = check_decline(form)
    story = work.story(story_id)
    check(Deed.DECLINE, person, work.organisation, story)
    if story.officer == person and story.declined_because == form.because and story.status == StoryStatus.DECLINED:
        return story
    check_still_declines(story, seen_with)
    after_all = story.status == StoryStatus.PICKED_UP
    story.status, story.officer, story.answered_at = StoryStatus.DECLINED, person, story.answered_at or work.now
    story.declined_because, story.suggestion = form.because, form.suggestion
    telling.settle(work, Subject.STORY, story.id, Deed.DECLINE, person)
    story_follow.end(work, story, by=person)
    story_questions.over(work, story, person, Deed.DECLINE.value)
    telling.story_moved(work, story, person, "declined", {"because": form.because, "suggestion": form.suggestion})
    telling.story_news(work, story, "declined_after_all" if after_all else "declined")
    if after_all:
        show_everywhere(work, story, [])
    return story
