"""The verbs of a consent: written down, corrected, given anew, asked about. Each by those who wrote the story, or the press office."""

from collections.abc import Sequence

from bot.desk import story_follow, telling
from bot.desk.consent_ends import ends
from bot.desk.consent_found import consent_for, known, standing, story_for
from bot.desk.consent_news import News, tell, tell_again, tell_one
from bot.desk.work import Work, verb
from bot.rules.consent import current, missing
from bot.rules.consent_ends import Because
from bot.rules.consent_form import ConsentForm, check_consent
from bot.rules.deeds import Deed
from bot.rules.reasons import Reason, Refused
from bot.rules.story_nudging import CONSENT_AHEAD
from storage.consent import remove_consent
from storage.kinds import DecidedBy, DeliveryKind, Recognisable, Step, Subject
from storage.nudge import nudges_of
from storage.story import Consent, StoryIdea
from storage.story_told import tellings_of

__all__ = ["Because", "ends"]


# -- written down


@verb
def record(work: Work, story_id: int, form: ConsentForm, *, person: str) -> Consent:
    """One more person who can be recognised. Raises FormRefused."""
    form = check_consent(form, work.organisation, work.now)
    story = story_for(work, story_id, Deed.RECORD_CONSENT, person)
    same = [one for one in current(known(work, story)) if _says(one, form) and one.withdrawn_at is None]
    if same:
        return same[0]  # the same form twice
    consent = Consent(story_id=story.id, who=form.who, recorded_by=person, recorded_at=work.now)
    _write(consent, form)
    work.session.add(consent)
    work.session.flush()
    _recorded(work, story, consent, form, Deed.RECORD_CONSENT, person)
    return consent


@verb
def change(work: Work, consent_id: int, form: ConsentForm, *, person: str) -> Consent:
    """Corrected: what was written down wrongly, or was not known yet. What they do not agree to any more ends. Raises FormRefused."""
    form = check_consent(form, work.organisation, work.now)
    consent, story = standing(work, consent_id, Deed.CHANGE_CONSENT, person)
    if _says(consent, form):
        return consent
    fewer = set(consent.uses) - set(form.uses)
    consent.who = form.who
    _write(consent, form)
    consent.ended_at = None
    work.session.flush()
    _recorded(work, story, consent, form, Deed.CHANGE_CONSENT, person)
    if fewer and tellings_of(work.session, story.id):
        ends(work, story, consent, Because.WITHDRAWN, by=person)
    return consent


@verb
def renew(work: Work, consent_id: int, form: ConsentForm, *, person: str) -> Consent:
    """They agree for longer, or to something else now: a new consent takes the place of the old one, which stays as evidence."""
    form = check_consent(form, work.organisation, work.now)
    old, story = consent_for(work, consent_id, Deed.RENEW_CONSENT, person)
    newer = next((one for one in known(work, story) if one.renews == old.id), None)
    if newer is not None and _says(newer, form):
        return newer  # the same form twice
    if newer is not None or story.taken_out_at is not None:
        raise Refused(Reason.CONSENT_OVER)
    consent = Consent(story_id=story.id, who=form.who, recorded_by=person, recorded_at=work.now, renews=old.id)
    _write(consent, form)
    old.ended_at = work.now
    work.session.add(consent)
    work.session.flush()
    _recorded(work, story, consent, form, Deed.RENEW_CONSENT, person)
    if set(old.uses) - set(form.uses) and tellings_of(work.session, story.id):
        ends(work, story, consent, Because.WITHDRAWN, by=person)
    return consent


@verb
def remove(work: Work, consent_id: int, *, person: str) -> StoryIdea:
    """Written down by mistake. What a story was told with stays on record."""
    consent, story = standing(work, consent_id, Deed.REMOVE_CONSENT, person)
    renewed = consent.renews is not None
    if renewed or (consent.uses and tellings_of(work.session, story.id)):
        raise Refused(Reason.CONSENT_STANDS)
    remove_consent(work.session, consent.id)
    _look_ahead_again(work, story)
    telling.story_moved(work, story, person, Deed.REMOVE_CONSENT.value, {"consent": consent_id})
    return story


def _recorded(work: Work, story: StoryIdea, consent: Consent, form: ConsentForm, deed: Deed, person: str) -> None:
    """The trail says what was agreed to and until when: evidence, and none of the story's words."""
    asks = form.others_to_ask or _others_not_asked(work, story)
    story.recognisable = Recognisable.NOT_ASKED if asks else Recognisable.AGREED
    story.about_child = story.about_child or consent.child
    _look_ahead_again(work, story)
    evidence: dict[str, object] = {
        "consent": consent.id,
        "uses": list(consent.uses),
        "until": consent.until.isoformat() if consent.until else None,
        "decided_by": str(consent.decided_by),
        "seen_words": consent.seen_words,
    }
    telling.story_moved(work, story, person, deed.value, evidence)
    if missing(consent) and person == story.author:
        tell_one(work, story, News.NEEDED, consent.id, person)


def _others_not_asked(work: Work, story: StoryIdea) -> bool:
    """Somebody is named who has agreed to nothing yet."""
    return any(not one.uses and one.withdrawn_at is None for one in current(known(work, story)))


def _look_ahead_again(work: Work, story: StoryIdea) -> None:
    story_follow.watch_consent_again(work, story, known(work, story))
    telling.show_again(work, Subject.STORY, story.id)


def _write(consent: Consent, form: ConsentForm) -> None:
    consent.uses, consent.how, consent.until = list(form.uses), form.how, form.until
    consent.child, consent.decided_by = form.for_a_child, DecidedBy(form.decided_by)
    consent.decider, consent.decided_on, consent.childs_view = form.decider, form.decided_on, form.childs_view
    consent.seen_words, consent.described_as = form.seen_words, form.described_as


def _says(consent: Consent, form: ConsentForm) -> bool:
    """Whether it says this already."""
    there = (consent.who, set(consent.uses), consent.how, consent.until, str(consent.decided_by), consent.decider)
    typed = (form.who, set(form.uses), form.how, form.until, form.decided_by, form.decider)
    more = (consent.decided_on, consent.childs_view, consent.seen_words, consent.described_as)
    return (there, more) == (typed, (form.decided_on, form.childs_view, form.seen_words, form.described_as))


def written_again(work: Work, story: StoryIdea, named: Sequence[Consent]) -> list[Consent]:
    """The story's own form came back with these people. What their own form says of someone stays; who is not named goes."""
    before = {one.who.casefold(): one for one in current(known(work, story)) if one.withdrawn_at is None}
    for one in named:
        same = before.pop(one.who.casefold(), None)
        if same is None:
            work.session.add(one)
        elif one.uses:
            same.uses, same.how, same.until = list(one.uses), one.how, one.until
    for gone in before.values():
        if gone.renews is None:  # what was given anew was looked at by itself, and is no slip of a form
            remove_consent(work.session, gone.id)
    work.session.flush()
    return known(work, story)


# -- asking


@verb
def explain(work: Work, story_id: int, *, person: str) -> StoryIdea:
    """The easy words are read by somebody who is about to ask."""
    story = story_for(work, story_id, Deed.EXPLAIN_CONSENT, person)
    work.audit(person, Deed.EXPLAIN_CONSENT.value, Subject.STORY, story.id)
    return story


@verb
def print_page(work: Work, story_id: int, *, person: str) -> StoryIdea:
    """The same as a page to print or to show, sent to whoever is about to ask."""
    story = story_for(work, story_id, Deed.EXPLAIN_CONSENT, person)
    work.audit(person, Deed.EXPLAIN_CONSENT.value, Subject.STORY, story.id, {"as": "page"})
    work.deliver(
        DeliveryKind.EASY_PAGE,
        key=f"easy:{story.id}:{person}",
        lane=person,
        subject=Subject.PERSON,
        subject_id=0,
        detail=str(story.id),
        urgent=True,
    )
    return story


def after_sending(work: Work, story: StoryIdea, agreed: Sequence[Consent]) -> None:
    """A story was sent in: who has not been asked yet can be, with words that help; what is not whole yet is said."""
    if story.recognisable == Recognisable.NOT_ASKED:
        tell(work, story, News.EXPLAIN)
    elif any(missing(one) for one in current(agreed)):
        tell(work, story, News.NEEDED)


@verb
def ask_again(work: Work, story_id: int, *, person: str) -> StoryIdea:
    """The authors are asked, once, whether the people in it agree for longer."""
    story = story_for(work, story_id, Deed.ASK_CONSENT_AGAIN, person)
    settled = telling.close_requests(
        work, Subject.STORY, story.id, _asked_now(work, story), person, Deed.ASK_CONSENT_AGAIN.value
    )
    if settled:
        tell_again(work, story, News.ASK_AGAIN, settled[0].id)
        telling.story_moved(work, story, person, Deed.ASK_CONSENT_AGAIN.value)
    return story


def _asked_now(work: Work, story: StoryIdea) -> tuple[Step, ...]:
    """Those of the two askings that have gone out: the other still comes."""
    sent = {Step(one.step) for one in nudges_of(work.session, Subject.STORY, story.id) if one.sent_at is not None}
    return tuple(step for step in CONSENT_AHEAD if step in sent)


@verb
def let_end(work: Work, story_id: int, *, person: str) -> StoryIdea:
    """Nobody asks for longer: it ends on its day, and nobody is asked about it again."""
    story = story_for(work, story_id, Deed.LET_CONSENT_END, person)
    settled = telling.close_requests(
        work, Subject.STORY, story.id, tuple(CONSENT_AHEAD), person, Deed.LET_CONSENT_END.value
    )
    if settled:
        telling.story_moved(work, story, person, Deed.LET_CONSENT_END.value)
    return story
