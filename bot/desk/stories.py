"""The verbs of a story idea: send it in, pick it up, decline it kindly."""

from bot.desk import story_follow, telling
from bot.desk.enquiries import fingerprint, home_area
from bot.desk.planning import plan
from bot.desk.work import Work, verb
from bot.rules.deeds import Deed
from bot.rules.moves import check_answer
from bot.rules.nudging import plan_story
from bot.rules.permissions import check
from bot.rules.reasons import Reason, Refused
from bot.rules.story_form import DeclineForm, StoryForm, check_decline, check_story, people_agreed
from storage.insert import insert_once
from storage.kinds import Recognisable, StoryStatus, Subject
from storage.story import Consent, StoryIdea, add_consents, replace_consents, story_by_form


@verb
def send_in(work: Work, form: StoryForm, *, form_id: str, person: str) -> StoryIdea:
    """Keep a story idea, once for each form, with the consent that was recorded. Raises FormRefused, field by field.

    The same form again gives the same idea, the same form with changed words corrects it, as with an enquiry.
    """
    form = check_story(form, work.organisation, work.now)
    story = StoryIdea(
        form_id=form_id,
        author=person,
        sent_in_at=work.now,
        title=form.title,
        what_happened=form.what_happened,
        credit=form.credit,
        why_it_matters=form.why_it_matters,
        service_area=form.service_area or home_area(work, person),
        recognisable=Recognisable(form.recognisable),
        tell_colleagues_now=form.tell_colleagues,
        photos=list(form.photos),
        form_digest=fingerprint(form),
    )
    if not insert_once(work.session, story, StoryIdea.form_id):
        return _amend(work, form, form_id=form_id, person=person)
    consents = _consents(work, story, form, person)
    add_consents(work.session, consents)
    telling.show_story(work, story)
    work.audit(
        person, "sent_in", Subject.STORY, story.id, {"title": form.title, "recognisable": str(form.recognisable)}
    )
    telling.story_news(work, story, "sent_in")
    plan(work, Subject.STORY, story.id, plan_story(story, work.organisation, work.now))
    story_follow.watch_consent(work, story, consents)
    return story


def _amend(work: Work, form: StoryForm, *, form_id: str, person: str) -> StoryIdea:
    """The same form came again. As it was, nothing is to do; corrected, the idea is what is written now, until someone has answered it."""
    story = story_by_form(work.session, form_id, lock=True)
    if story is None or story.author != person:
        raise Refused(Reason.NOT_YOURS)
    if story.form_digest == fingerprint(form):
        return story
    check_answer(story)
    story.title, story.what_happened, story.credit = form.title, form.what_happened, form.credit
    story.why_it_matters, story.photos = form.why_it_matters, list(form.photos)
    story.service_area = form.service_area or home_area(work, person)
    story.recognisable, story.tell_colleagues_now = Recognisable(form.recognisable), form.tell_colleagues
    story.form_digest = fingerprint(form)
    consents = _consents(work, story, form, person)
    replace_consents(work.session, story.id, consents)
    story_follow.watch_consent_again(work, story, consents)
    telling.show_again(work, Subject.STORY, story.id)
    telling.story_moved(work, story, person, "amended", {"title": form.title, "recognisable": str(form.recognisable)})
    return story


def _consents(work: Work, story: StoryIdea, form: StoryForm, person: str) -> list[Consent]:
    if story.recognisable != Recognisable.AGREED:
        return []
    return [_consent(work, story, form, who, person) for who in people_agreed(form)]


def _consent(work: Work, story: StoryIdea, form: StoryForm, who: str, person: str) -> Consent:
    return Consent(
        story_id=story.id,
        who=who,
        uses=[str(use) for use in form.consent_uses],
        how=form.consent_how,
        until=form.consent_until,
        recorded_by=person,
        recorded_at=work.now,
    )


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
def decline(work: Work, story_id: int, form: DeclineForm, *, person: str) -> StoryIdea:
    """Decline it kindly: the reason and the suggestion are the author's to read. Raises FormRefused, field by field."""
    form = check_decline(form)
    story = work.story(story_id)
    check(Deed.DECLINE, person, work.organisation, story)
    if story.officer == person and story.declined_because == form.because and story.status == StoryStatus.DECLINED:
        return story
    check_answer(story)
    story.status, story.officer, story.answered_at = StoryStatus.DECLINED, person, work.now
    story.declined_because, story.suggestion = form.because, form.suggestion
    telling.settle(work, Subject.STORY, story.id, Deed.DECLINE, person)
    story_follow.end(work, story, by=person)
    telling.story_moved(work, story, person, "declined", {"because": form.because, "suggestion": form.suggestion})
    telling.story_news(work, story, "declined")
    return story
