"""The comms team and the preview: it can go, hold it, send it now; stories moved, worded anew, left out, added; its opening.

Two people may change it at once. A move names the place it goes to, so that the same move twice is one; whoever words what somebody
else has worded meanwhile is shown that first.
"""

from bot.desk import digest_telling as told
from bot.desk import digests, good_news
from bot.desk.digest_reading import could_be_added, is_still_to_be_told, shown_in
from bot.desk.work import Desk, Work, verb
from bot.rules.deeds import Deed
from bot.rules.digest import around
from bot.rules.digest_form import OpeningForm, WordsForm, check_opening, check_words
from bot.rules.permissions import check
from bot.rules.reasons import Reason, Refused
from storage.digest import (
    UNDECIDED,
    Digest,
    DigestLeftOut,
    DigestStory,
    get_digest,
    leave_in,
    leave_out,
    place_stories,
    places_of,
    put_in_order,
    stories_of_digest,
    take_out,
    word_story,
)
from storage.kinds import Subject
from storage.story import StoryIdea, consents_of, get_story


def _standing(work: Work, digest_id: int, person: str) -> Digest:
    """The digest, locked, for those who may change it. Raises Refused."""
    check(Deed.KEEP_DIGEST, person, work.organisation)
    digest = get_digest(work.session, digest_id, lock=True)
    if digest is None:
        raise Refused(Reason.NOT_FOUND)
    if digest.state not in (*UNDECIDED, "posted"):
        raise Refused(Reason.DIGEST_OVER)
    return digest


def _undecided(work: Work, digest_id: int, person: str) -> Digest:
    """The same, while it can still be arranged: it is not in Slack yet. Raises Refused."""
    digest = _standing(work, digest_id, person)
    if digest.state not in UNDECIDED:
        raise Refused(Reason.DIGEST_OUT)
    return digest


def _changed(work: Work, digest: Digest, person: str, how: str, details: dict[str, object] | None = None) -> None:
    digest.version += 1
    told.preview(work, digest)
    if digest.state == "posted":
        told.post(work, digest)
    work.audit(person, how, Subject.DIGEST, digest.id, details)


@verb
def approve(work: Work, digest_id: int, *, person: str) -> Digest:
    """It can go as it is: whatever held it back does so no more, and those whose stories are in it hear. Raises Refused."""
    digest = _undecided(work, digest_id, person)
    if _is_said(digest) and digest.held_at is None and not digests.waits_for_word(work, digest):
        return digest
    digest.approved_at, digest.approved_by = work.now, person
    digest.held_at = digest.held_by = None
    told.nobody_need_say(work, digest, person, "approved")
    if work.now < digest.due_at:
        told.foretell(work, digest)
    _changed(work, digest, person, "digest_approved")
    return digest


def _is_said(digest: Digest) -> bool:
    return digest.approved_at is not None and digest.state == "preview"


@verb
def hold(work: Work, digest_id: int, *, person: str) -> Digest:
    """It waits until a person lets it go. Raises Refused."""
    digest = _undecided(work, digest_id, person)
    if digest.held_at is None:
        digest.held_at, digest.held_by = work.now, person
        digest.approved_at = digest.approved_by = None
        told.nobody_need_say(work, digest, person, "held")
        _changed(work, digest, person, "digest_on_hold")
    return digest


@verb
def send_now(work: Work, digest_id: int, *, person: str) -> Digest:
    """It goes out now, before its hour or long after it. Twice: once. Raises Refused."""
    check(Deed.KEEP_DIGEST, person, work.organisation)
    seen = get_digest(work.session, digest_id, lock=True)
    if seen is not None and seen.state == "posted":
        return seen
    digest = _undecided(work, digest_id, person)
    paused = good_news.house(work).good_news_paused
    if paused is not None:
        raise Refused(Reason.GOOD_NEWS_PAUSED, by=paused.by)
    if not shown_in(work.session, digest_id):
        raise Refused(Reason.NO_STORIES)
    digest.approved_at, digest.approved_by = work.now, person
    digest.held_at = digest.held_by = None
    digests.send(work, digest, by=person)
    return digest


@verb
def move(work: Work, digest_id: int, story_id: int, to: int, *, person: str) -> None:
    """Put a story at this place, counted from nought. Raises Refused."""
    digest = _undecided(work, digest_id, person)
    stories = stories_of_digest(work.session, digest_id)
    order, held = [story.id for story in stories], {story.id for story in stories if story.held_at is not None}
    if story_id not in order or story_id in held:
        raise Refused(Reason.NOT_IN_DIGEST)
    shown = [one for one in order if one != story_id and one not in held]
    shown.insert(max(0, min(to, len(shown))), story_id)
    moved = around(order, held, shown)
    if moved != order:
        put_in_order(work.session, digest_id, moved)
        _changed(work, digest, person, "digest_moved", {"story": story_id, "to": to})


@verb
def leave_out_story(work: Work, digest_id: int, story_id: int, *, person: str) -> None:
    """Not this week: the story is free for a later one. Left out already: that stands. Raises Refused."""
    digest = _undecided(work, digest_id, person)
    if story_id not in {story.id for story in stories_of_digest(work.session, digest_id)}:
        return
    take_out(work.session, digest_id, story_id)
    leave_out(
        work.session,
        DigestLeftOut(digest_id=digest_id, story_id=story_id, left_out_by=person, left_out_at=work.now),
    )
    story = get_story(work.session, story_id)
    told.not_after_all(work, digest, [story] if story else [])
    _changed(work, digest, person, "digest_story_left_out", {"story": story_id})


@verb
def add(work: Work, digest_id: int, story_ids: tuple[int, ...], *, person: str) -> None:
    """Stories join it at its end, as far as they may be told and are in none. Raises Refused."""
    digest = _undecided(work, digest_id, person)
    possible = {story.id for story in could_be_added(work.session, digest, work.organisation)}
    new = [one for one in dict.fromkeys(story_ids) if one in possible]
    if not new:
        return
    place_stories(work.session, digest_id, new)
    for story_id in new:
        leave_in(work.session, digest_id, story_id)
    if digest.approved_at is not None:
        told.foretell(work, digest)
    _changed(work, digest, person, "digest_added", {"stories": new})


@verb
def word(work: Work, digest_id: int, story_id: int, form: WordsForm, *, person: str) -> None:
    """Word a story for the digest; once it is out, this corrects it there. Raises Refused and FormRefused."""
    digest = _standing(work, digest_id, person)
    story, place = _in_it(work, digest, story_id)
    form = check_words(form, story, place)
    wanted = (form.title_kept(story), form.words_kept(story))
    if wanted != (place.title, place.words):
        word_story(work.session, digest_id, story_id, *wanted)
        _changed(work, digest, person, "digest_worded", {"story": story_id})


@verb
def open_with(work: Work, digest_id: int, form: OpeningForm, *, person: str) -> None:
    """Give it an opening of one's own; empty: the house's. Raises Refused and FormRefused."""
    digest = _standing(work, digest_id, person)
    wanted = check_opening(form, digest)
    if wanted != digest.opening:
        digest.opening = wanted
        _changed(work, digest, person, "digest_opened_with")


def _in_it(work: Work, digest: Digest, story_id: int) -> tuple[StoryIdea, DigestStory]:
    story = get_story(work.session, story_id)
    place = next((one for one in places_of(work.session, digest.id) if one.story_id == story_id), None)
    consents = consents_of(work.session, [story_id])[story_id]
    if story is None or place is None or not is_still_to_be_told(work, digest, story, consents):
        raise Refused(Reason.NOT_IN_DIGEST)
    return story, place


# -- read, for the forms


def to_word(desk: Desk, digest_id: int, story_id: int, *, person: str) -> tuple[StoryIdea, DigestStory, Digest]:
    """A story, how it is worded, and its digest. Raises Refused."""
    with desk.database.read() as session:
        work = Work(session, desk.clock.now(), desk.organisation)
        digest = _standing(work, digest_id, person)
        return (*_in_it(work, digest, story_id), digest)


def to_open(desk: Desk, digest_id: int, *, person: str) -> Digest:
    """A digest, for the form of its opening. Raises Refused."""
    with desk.database.read() as session:
        return _standing(Work(session, desk.clock.now(), desk.organisation), digest_id, person)


def to_add(desk: Desk, digest_id: int, *, person: str) -> list[StoryIdea]:
    """What could be added. Raises Refused."""
    with desk.database.read() as session:
        digest = _undecided(Work(session, desk.clock.now(), desk.organisation), digest_id, person)
        return could_be_added(session, digest, desk.organisation)
