"""The verbs of a consent: written down, corrected, given anew, taken back by whatever way it comes. Each by those who wrote the story
or the press office; that somebody has changed their mind, anyone may tell us, and then nothing more is told until it is clear.
"""

from collections.abc import Sequence

from bot.desk import story_follow, telling
from bot.desk.consent_ends import ends
from bot.desk.consent_news import News, tell, tell_again, tell_one
from bot.desk.doors import Written
from bot.desk.planning import plan
from bot.desk.work import Desk, Work, verb
from bot.rules.consent import current, missing
from bot.rules.consent_ends import Because
from bot.rules.consent_form import ConsentForm, EndForm, check_consent, check_end, ends_whole
from bot.rules.consent_words import taken_back
from bot.rules.deeds import Deed
from bot.rules.permissions import allowed, check
from bot.rules.reasons import Reason, Refused
from bot.rules.story_nudging import CONSENT_AHEAD, plan_change_of_mind
from storage.consent import get_consent, remove_consent
from storage.kinds import DecidedBy, DeliveryKind, Recognisable, Step, StoryStatus, Subject
from storage.notes import first_sight
from storage.nudge import nudges_of
from storage.story import Consent, StoryIdea, consents_of, get_story
from storage.story_brief import StoryBrief, read_story_brief
from storage.story_told import tellings_of

__all__ = ["Because", "ends"]

HEARD = "consent"
"""How the detail of a reply begins that answers "she has changed her mind about GN-0007"; the story's id follows."""


# -- written down


@verb
def record(work: Work, story_id: int, form: ConsentForm, *, person: str) -> Consent:
    """One more person who can be recognised. Raises FormRefused."""
    form = check_consent(form, work.organisation, work.now)
    story = _story(work, story_id, Deed.RECORD_CONSENT, person)
    same = [one for one in current(_of(work, story)) if _says(one, form) and one.withdrawn_at is None]
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
    consent, story = _standing(work, consent_id, Deed.CHANGE_CONSENT, person)
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
    old, story = _found(work, consent_id, Deed.RENEW_CONSENT, person)
    newer = next((one for one in _of(work, story) if one.renews == old.id), None)
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
    consent, story = _standing(work, consent_id, Deed.REMOVE_CONSENT, person)
    renewed = consent.renews is not None
    if renewed or (consent.uses and tellings_of(work.session, story.id)):
        raise Refused(Reason.CONSENT_STANDS)
    remove_consent(work.session, consent.id)
    _look_ahead_again(work, story)
    telling.story_moved(work, story, person, Deed.REMOVE_CONSENT.value, {"consent": consent_id})
    return story


def _recorded(work: Work, story: StoryIdea, consent: Consent, form: ConsentForm, deed: Deed, person: str) -> None:
    """The trail says what was agreed to and until when: evidence, and none of the story's words."""
    story.recognisable = (
        Recognisable.NOT_ASKED if form.others_to_ask or _others_not_asked(work, story) else Recognisable.AGREED
    )
    story.about_child = story.about_child or consent.child
    _look_ahead_again(work, story)
    evidence: dict[str, object] = {
        "consent": consent.id,
        "uses": list(consent.uses),
        "until": consent.until.isoformat() if consent.until else None,
        "decided_by": str(consent.decided_by),
        "seen_words": consent.seen_words,
    }
    telling.close_requests(work, Subject.STORY, story.id, (Step.STORY_CHANGE_OF_MIND,), person, deed.value)
    telling.story_moved(work, story, person, deed.value, evidence)
    if missing(consent) and person == story.author:
        tell_one(work, story, News.NEEDED, consent.id, person)


def _others_not_asked(work: Work, story: StoryIdea) -> bool:
    """Somebody is named who has agreed to nothing yet."""
    return any(not one.uses and one.withdrawn_at is None for one in current(_of(work, story)))


def _look_ahead_again(work: Work, story: StoryIdea) -> None:
    story_follow.watch_consent_again(work, story, _of(work, story))
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
    known = {one.who.casefold(): one for one in current(_of(work, story)) if one.withdrawn_at is None}
    for one in named:
        before = known.pop(one.who.casefold(), None)
        if before is None:
            work.session.add(one)
        elif one.uses:
            before.uses, before.how, before.until = list(one.uses), one.how, one.until
    for gone in known.values():
        remove_consent(work.session, gone.id)
    work.session.flush()
    return _of(work, story)


# -- taken back


@verb
def withdraw(work: Work, consent_id: int, form: EndForm, *, person: str) -> StoryIdea:
    """They have changed their mind, about everything or about some of it. Raises FormRefused."""
    consent, story = _found(work, consent_id, Deed.WITHDRAW_CONSENT, person)
    if consent.withdrawn_at is not None:
        return story  # the same form twice
    form = check_end(form, consent)
    consent.withdrawn_by, consent.withdrawn_how = person, form.came
    whole = ends_whole(form, consent)
    if whole:
        consent.withdrawn_at = consent.ended_at = work.now
    else:
        consent.uses = [use for use in consent.uses if use not in form.uses]
    work.session.flush()
    _let_go_of_the_question(work, story, person, Deed.WITHDRAW_CONSENT)
    details: dict[str, object] = {"consent": consent.id, "uses": list(form.uses), "came": form.came}
    telling.story_moved(work, story, person, Deed.WITHDRAW_CONSENT.value, details)
    ends(work, story, consent, Because.WITHDRAWN, by=person)
    return story


@verb
def take_out(work: Work, story_id: int, *, person: str) -> StoryIdea:
    """Somebody in it does not want it told, whose agreement is not written down one by one."""
    story = _story(work, story_id, Deed.TAKE_OUT, person)
    if story.taken_out_at is not None:
        return story
    story.recognisable = Recognisable.NOT_ASKED
    _let_go_of_the_question(work, story, person, Deed.TAKE_OUT)
    telling.story_moved(work, story, person, Deed.TAKE_OUT.value)
    ends(work, story, None, Because.WITHDRAWN, by=person)
    return story


def _let_go_of_the_question(work: Work, story: StoryIdea, person: str, deed: Deed) -> None:
    """It is clear now; where the people in it are known one by one and were held for a word, what the rest agreed to stands."""
    telling.close_requests(work, Subject.STORY, story.id, (Step.STORY_CHANGE_OF_MIND,), person, deed.value)
    _let_stand(work, story)


def _let_stand(work: Work, story: StoryIdea) -> None:
    known = current(_of(work, story))
    held = any(one.step == Step.STORY_CHANGE_OF_MIND for one in nudges_of(work.session, Subject.STORY, story.id))
    if held and story.recognisable == Recognisable.NOT_ASKED and known and all(one.uses for one in known):
        story.recognisable = Recognisable.AGREED


def heard(desk: Desk, written: Written) -> bool:
    """ "Mrs K. has changed her mind about GN-0007", to the bot. False: these words say no such thing, or there is no such story."""
    story_id = taken_back(written.text)
    return story_id is not None and _heard(desk, written, story_id)


@verb
def _heard(work: Work, written: Written, story_id: int) -> bool:
    """From this moment on it is not told, whoever says so; who it was, and about what, comes next."""
    story = get_story(work.session, story_id, lock=True)
    if story is None or story.status == StoryStatus.DRAFT:
        return False
    if first_sight(work.session, written.event_id, work.now):
        if story.taken_out_at is None and story.emptied_at is None:
            _hold(work, story, written.person)
        _reply(work, written, story)
    return True


def _hold(work: Work, story: StoryIdea, person: str) -> None:
    story.recognisable = Recognisable.NOT_ASKED
    plan(
        work,
        Subject.STORY,
        story.id,
        plan_change_of_mind(story, person, work.organisation, work.now, _round(work, story)),
    )
    telling.show_again(work, Subject.STORY, story.id)
    telling.story_moved(work, story, person, "consent_held")


def _round(work: Work, story: StoryIdea) -> int:
    return max((one.round for one in nudges_of(work.session, Subject.STORY, story.id)), default=0) + 1


def _reply(work: Work, written: Written, story: StoryIdea) -> None:
    brief = read_story_brief(work.session, story)
    may = allowed(Deed.WITHDRAW_CONSENT, written.person, work.organisation, brief)
    work.deliver(
        DeliveryKind.REPLY,
        key=f"reply:{written.event_id}",
        lane=written.person,
        subject=Subject.PERSON,
        subject_id=0,
        detail=f"{HEARD} {story.id} {'theirs' if may else 'told'}",
        urgent=True,
    )


@verb
def still_agrees(work: Work, story_id: int, *, person: str) -> StoryIdea:
    """Asked, and nobody has changed their mind after all."""
    story = _story(work, story_id, Deed.STILL_AGREES, person)
    _let_stand(work, story)
    closed = telling.close_requests(
        work, Subject.STORY, story.id, (Step.STORY_CHANGE_OF_MIND,), person, Deed.STILL_AGREES.value
    )
    if closed or story.recognisable == Recognisable.AGREED:
        telling.show_again(work, Subject.STORY, story.id)
        telling.story_moved(work, story, person, Deed.STILL_AGREES.value)
    return story


# -- asking


@verb
def explain(work: Work, story_id: int, *, person: str) -> StoryIdea:
    """The easy words are read by somebody who is about to ask."""
    story = _story(work, story_id, Deed.EXPLAIN_CONSENT, person)
    work.audit(person, Deed.EXPLAIN_CONSENT.value, Subject.STORY, story.id)
    return story


def after_sending(work: Work, story: StoryIdea) -> None:
    """A story was sent in: who has not been asked yet can be, with words that help; what is not whole yet is said."""
    if story.recognisable == Recognisable.NOT_ASKED:
        tell(work, story, News.EXPLAIN)
    elif any(missing(one) for one in current(_of(work, story))):
        tell(work, story, News.NEEDED)


@verb
def ask_again(work: Work, story_id: int, *, person: str) -> StoryIdea:
    """The authors are asked, once, whether the people in it agree for longer."""
    story = _story(work, story_id, Deed.ASK_CONSENT_AGAIN, person)
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
    story = _story(work, story_id, Deed.LET_CONSENT_END, person)
    settled = telling.close_requests(
        work, Subject.STORY, story.id, tuple(CONSENT_AHEAD), person, Deed.LET_CONSENT_END.value
    )
    if settled:
        telling.story_moved(work, story, person, Deed.LET_CONSENT_END.value)
    return story


# -- reading


@verb
def story_of(work: Work, story_id: int, deed: Deed, *, person: str) -> StoryBrief:
    """A story for the form of a deed, checked as the deed itself will be. Raises Refused."""
    return read_story_brief(work.session, _story(work, story_id, deed, person))


@verb
def consent_of(work: Work, consent_id: int, deed: Deed, *, person: str) -> tuple[Consent, StoryIdea]:
    """A consent for its form, checked as the deed itself will be. Raises Refused."""
    return _found(work, consent_id, deed, person)


def _story(work: Work, story_id: int, deed: Deed, person: str) -> StoryIdea:
    story = work.story(story_id)
    check(deed, person, work.organisation, read_story_brief(work.session, story))
    if story.emptied_at is not None:
        raise Refused(Reason.NOT_FOUND)
    return story


def _found(work: Work, consent_id: int, deed: Deed, person: str) -> tuple[Consent, StoryIdea]:
    """A consent with its story, which is locked first."""
    seen = get_consent(work.session, consent_id)
    if seen is None:
        raise Refused(Reason.NOT_FOUND)
    story = _story(work, seen.story_id, deed, person)
    consent = get_consent(work.session, consent_id, lock=True)
    if consent is None:
        raise Refused(Reason.NOT_FOUND)
    return consent, story


def _standing(work: Work, consent_id: int, deed: Deed, person: str) -> tuple[Consent, StoryIdea]:
    """One that counts: neither withdrawn nor given anew since."""
    consent, story = _found(work, consent_id, deed, person)
    if consent.withdrawn_at is not None or consent not in current(_of(work, story)) or story.taken_out_at is not None:
        raise Refused(Reason.CONSENT_OVER)
    return consent, story


def _of(work: Work, story: StoryIdea) -> list[Consent]:
    return consents_of(work.session, [story.id])[story.id]


@verb
def first_to_end(work: Work, story_id: int, *, person: str) -> tuple[Consent, StoryIdea]:
    """The consent behind a story that runs out first, for the form that gives it anew. Raises Refused."""
    story = _story(work, story_id, Deed.RENEW_CONSENT, person)
    ahead = [one for one in current(_of(work, story)) if one.until is not None and one.withdrawn_at is None]
    if not ahead:
        raise Refused(Reason.CONSENT_OVER)
    return min(ahead, key=lambda one: (one.until, one.id)), story
