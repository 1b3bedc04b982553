"""What a form says of a story idea, written down: its words, its pictures, the people in it, and those who wrote it."""

from bot.desk.enquiries import fingerprint, home_area
from bot.desk.work import Work
from bot.rules.deeds import Deed
from bot.rules.permissions import check
from bot.rules.story_form import StoryForm, co_authors, people_agreed, pictures_in
from storage.kinds import DeliveryKind, Recognisable, Subject
from storage.story import Consent, StoryIdea
from storage.story_around import pictures_of, put_authors, put_pictures
from storage.story_brief import read_story_brief


def made_of(work: Work, form: StoryForm, *, form_id: str, person: str) -> StoryIdea:
    """A new story idea, not written yet."""
    story = StoryIdea(
        form_id=form_id, author=person, sent_in_at=work.now, title=form.title, what_happened="", credit=form.credit
    )
    say(work, story, form)
    return story


def say(work: Work, story: StoryIdea, form: StoryForm) -> None:
    """The idea is what the form says now. Where nobody has said whether anyone can be recognised, it is as if nobody had been asked."""
    story.title, story.what_happened, story.credit = form.title, form.what_happened, form.credit
    story.why_it_matters = form.why_it_matters
    story.service_area = form.service_area or home_area(work, story.author)
    story.recognisable = Recognisable(form.recognisable or Recognisable.NOT_ASKED)
    story.tell_colleagues_now, story.tell_where = form.tell_colleagues, list(form.tell_where)
    story.about_child, story.court = form.about_child, form.court
    story.photos = list(dict.fromkeys(form.photos))
    if form.carried.ts:
        story.source_channel, story.source_ts = form.carried.channel, form.carried.ts
        story.source_link = form.carried.link
    story.second_look_by = story.second_look_at = None  # other words want to be looked at again
    story.form_digest = fingerprint(form)


def surround(work: Work, story: StoryIdea, form: StoryForm, person: str, *, new: bool = False) -> None:
    """Its pictures, and those who wrote it too; whoever is new among them hears of it. A new idea has nothing around it yet."""
    there = [] if new else pictures_of(work.session, [story.id])[story.id]
    known = {one.file: one.words for one in there}
    put_pictures(work.session, story.id, pictures_in(form, known), there)
    others = co_authors(form, story.author)
    if others is None:
        return
    for one in put_authors(work.session, story.id, others, person, work.now):
        named(work, story, one)


def named(work: Work, story: StoryIdea, person: str) -> None:
    """Tell someone that they were named among those who wrote it; they hear again, in the same message, when it is sent."""
    work.deliver(
        DeliveryKind.STORY_NEWS,
        key=f"news:story:{story.id}:named:{person}",
        lane=person,
        subject=Subject.STORY,
        subject_id=story.id,
        detail="named",
    )


def consents(work: Work, story: StoryIdea, form: StoryForm, person: str) -> list[Consent]:
    """One for each person in it. Those who were not asked yet are named, and have agreed to nothing."""
    if story.recognisable == Recognisable.NOBODY:
        return []
    return [_consent(work, story, form, who, person) for who in people_agreed(form)]


def _consent(work: Work, story: StoryIdea, form: StoryForm, who: str, person: str) -> Consent:
    agreed = story.recognisable == Recognisable.AGREED
    return Consent(
        story_id=story.id,
        who=who,
        uses=[str(use) for use in form.consent_uses] if agreed else [],
        how=form.consent_how if agreed else "",
        until=form.consent_until if agreed else None,
        child=form.about_child,
        recorded_by=person,
        recorded_at=work.now,
    )


def own(work: Work, story_id: int, deed: Deed, person: str) -> StoryIdea:
    """A story idea of this person's, locked. Raises Refused."""
    story = work.story(story_id)
    check(deed, person, work.organisation, read_story_brief(work.session, story))
    return story


def pictures_to_look_at(work: Work, story: StoryIdea) -> None:
    """Slack is asked about its pictures; the author hears only of those that cannot be shown."""
    if story.photos:
        work.deliver(
            DeliveryKind.PICTURES,
            key=f"pictures:{story.id}",
            lane=story.author,
            subject=Subject.STORY,
            subject_id=story.id,
        )
