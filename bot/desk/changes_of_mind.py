"""Somebody has changed their mind, by whatever way we hear of it. Anyone may tell us; from that moment on the story is not told."""

from bot.desk import digest_telling as told
from bot.desk import telling
from bot.desk.consent_ends import BOT, ends, show_everywhere
from bot.desk.consent_found import consent_for, story_for
from bot.desk.consent_news import News, tell_again
from bot.desk.doors import Written
from bot.desk.planning import plan
from bot.desk.work import Desk, Work, verb
from bot.rules.consent_ends import Because, is_ours
from bot.rules.consent_form import EndForm, check_end, ends_whole
from bot.rules.consent_words import taken_back
from bot.rules.deeds import Deed
from bot.rules.permissions import allowed
from bot.rules.reasons import Reason, Refused
from bot.rules.story_nudging import plan_change_of_mind
from storage.digest import UNDECIDED, Digest, digest_of_story, get_digest
from storage.kinds import DeliveryKind, Recognisable, Step, StoryStatus, Subject
from storage.notes import first_sight
from storage.nudge import nudges_of
from storage.story import StoryIdea, get_story
from storage.story_brief import read_story_brief
from storage.story_told import Telling, tellings_of

HEARD = "consent"
"""How the detail of a reply begins that answers "she has changed her mind about GN-0007"; the story's id follows."""


@verb
def withdraw(work: Work, consent_id: int, form: EndForm, *, person: str) -> StoryIdea:
    """They have changed their mind, about everything or about some of it. Raises FormRefused."""
    consent, story = consent_for(work, consent_id, Deed.WITHDRAW_CONSENT, person)
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
    story = story_for(work, story_id, Deed.TAKE_OUT, person)
    if story.taken_out_at is not None:
        return story
    _let_go_of_the_question(work, story, person, Deed.TAKE_OUT)
    story.recognisable = Recognisable.NOT_ASKED
    telling.story_moved(work, story, person, Deed.TAKE_OUT.value)
    ends(work, story, None, Because.WITHDRAWN, by=person)
    return story


def _let_go_of_the_question(work: Work, story: StoryIdea, person: str, deed: Deed) -> None:
    """It is clear now: what the rest agreed to stands, and is shown again where it stood."""
    telling.close_requests(work, Subject.STORY, story.id, (Step.STORY_CHANGE_OF_MIND,), person, deed.value)
    if story.held_at is not None:
        story.held_at = None
        _show_where_it_stands(work, story)
        _say_beside_the_preview(work, story)


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


@verb
def heard_elsewhere(work: Work, story_id: int, details: dict[str, object]) -> StoryIdea:
    """Somebody let us know by a letter or a call, and it is typed in the terminal. Raises Refused where there is no such story."""
    story = work.story(story_id)
    if story.status == StoryStatus.DRAFT:
        raise Refused(Reason.NOT_FOUND)
    work.audit(BOT, "consent_heard", Subject.STORY, story.id, details)
    if story.taken_out_at is None and story.emptied_at is None:
        _hold(work, story, BOT)
    return story


def _hold(work: Work, story: StoryIdea, person: str) -> None:
    """It is told nowhere until that is clear: what I posted is edited at once, and is put back should it have been a mistake.

    What people put somewhere is theirs to take down once it is clear. Its authors hear where it stood, but for whoever told us.
    """
    if story.held_at is not None:
        return
    story.held_at = work.now
    plan(
        work,
        Subject.STORY,
        story.id,
        plan_change_of_mind(story, work.organisation, work.now, _round(work, story)),
    )
    if _show_where_it_stands(work, story):
        tell_again(work, story, News.HELD, _round(work, story), but=person)
    _say_beside_the_preview(work, story)
    telling.story_moved(work, story, person, "consent_held")


def _show_where_it_stands(work: Work, story: StoryIdea) -> bool:
    """All that I posted about it is drawn anew; whether it stands in any good news."""
    standing = _standing(work, story)
    work.session.flush()
    show_everywhere(work, story, standing)
    return bool(standing)


def _say_beside_the_preview(work: Work, story: StoryIdea) -> None:
    """It has left the preview that it has a place in, or is back there."""
    digest = _preview_with(work, story)
    if digest is not None:
        told.place_note(work, digest, story, _round(work, story))


def _preview_with(work: Work, story: StoryIdea) -> Digest | None:
    placed = digest_of_story(work.session, story.id)
    digest = get_digest(work.session, placed) if placed is not None else None
    return digest if digest is not None and digest.state in UNDECIDED and digest.previewed_at is not None else None


def _foretell_again(work: Work, story: StoryIdea) -> None:
    """It was held while somebody said that the good news can go: those whose story it is hear now that it will be in it."""
    digest = _preview_with(work, story)
    if digest is not None and digest.approved_at is not None:
        told.foretell(work, digest)


def _standing(work: Work, story: StoryIdea) -> list[Telling]:
    return [one for one in tellings_of(work.session, story.id) if one.ended_at is None and is_ours(one)]


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
    story = story_for(work, story_id, Deed.STILL_AGREES, person)
    if story.held_at is None:
        return story
    _let_go_of_the_question(work, story, person, Deed.STILL_AGREES)
    if _standing(work, story):
        tell_again(work, story, News.STANDS_AGAIN, _round(work, story), but=person)
    _foretell_again(work, story)
    telling.story_moved(work, story, person, Deed.STILL_AGREES.value)
    return story
