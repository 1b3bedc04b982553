"""The weekly digest: decided once for each week of its nominal day, looked at again when it is sent, and its contributors thanked."""

from collections.abc import Sequence

from bot.desk import telling
from bot.desk.work import Desk, Work, verb
from bot.rules.digest import DueDigest, choose, decide_digest, due_digest
from bot.rules.sharing import may_be_told
from bot.rules.working_time import local
from storage.digest import (
    Digest,
    any_digest,
    digest_of_week,
    get_digest,
    place_stories,
    stories_of_digest,
    take_out,
    untold_stories,
)
from storage.insert import insert_once
from storage.kinds import DeliveryKind, StoryStatus, Subject, Use
from storage.story import StoryIdea, consents_of


def tick(desk: Desk) -> bool:
    """See whether a digest has come due. True when this call decided one (posted, empty or missed)."""
    due = due_digest(desk.organisation, desk.clock.now()) if desk.organisation.good_news_channel else None
    if due is None:
        return False
    with desk.database.read() as session:
        if digest_of_week(session, due.week) is not None:
            return False
    return _decide(desk, due)


@verb
def _decide(work: Work, due: DueDigest) -> bool:
    """Decide a week's digest. The week is unique: whichever process comes second finds the row and does nothing."""
    first_ever = not any_digest(work.session)
    verdict = decide_digest(due, work.organisation, work.now)
    digest = Digest(
        week=due.week, nominal_day=due.nominal_day, due_at=due.due_at, decided_at=work.now, late=verdict == "late"
    )
    if not insert_once(work.session, digest, Digest.week):
        return False
    stories = [] if verdict == "missed" else _stories(work)
    digest.state = _state(verdict, stories, first_ever=first_ever)
    _write_state(work, digest)
    if digest.state == "posted":
        place_stories(work.session, digest.id, [story.id for story in stories])
        _post(work, digest)
    elif digest.state in {"empty", "missed"}:
        _ask_comms(work, digest)
    work.audit(
        "close-ties", f"digest_{digest.state}", Subject.DIGEST, digest.id, {"week": due.week, "stories": len(stories)}
    )
    return True


def _state(verdict: str, stories: Sequence[StoryIdea], *, first_ever: bool) -> str:
    """A bot that has just been installed does not apologise for the week before it came."""
    if verdict == "missed":
        return "skipped" if first_ever else "missed"
    return "posted" if stories else "empty"


def _write_state(work: Work, digest: Digest) -> None:
    stored = get_digest(work.session, digest.id, lock=True)
    if stored is not None:
        stored.state = digest.state


def _stories(work: Work) -> list[StoryIdea]:
    stories = untold_stories(work.session)
    consents = consents_of(work.session, [story.id for story in stories])
    return choose(stories, consents, work.organisation, local(work.organisation.calendar, work.now).date())


def _post(work: Work, digest: Digest) -> None:
    channel = work.organisation.good_news_channel
    work.deliver(
        DeliveryKind.DIGEST, key=f"digest:{digest.id}", lane=channel, subject=Subject.DIGEST, subject_id=digest.id
    )


def _ask_comms(work: Work, digest: Digest) -> None:
    work.deliver(
        DeliveryKind.DIGEST_NOTE,
        key=f"digest-note:{digest.id}",
        lane=telling.comms_channel(work),
        subject=Subject.DIGEST,
        subject_id=digest.id,
        detail=digest.state,
    )


@verb
def look_again(work: Work, digest_id: int) -> list[StoryIdea]:
    """At the moment of sending: stories whose consent no longer covers it, or that were withdrawn, are taken out."""
    stories = stories_of_digest(work.session, digest_id)
    consents = consents_of(work.session, [story.id for story in stories])
    today = local(work.organisation.calendar, work.now).date()
    kept = [
        story
        for story in stories
        if _still_tellable(story) and may_be_told(story, consents.get(story.id, []), Use.COLLEAGUES, today)
    ]
    for story in stories:
        if story not in kept:
            take_out(work.session, digest_id, story.id)
            work.audit("close-ties", "left_out_of_digest", Subject.STORY, story.id, {"digest": digest_id})
    if stories and not kept:
        _emptied(work, digest_id)
    return kept


def _still_tellable(story: StoryIdea) -> bool:
    return story.status in {StoryStatus.PICKED_UP, StoryStatus.TOLD}


def _emptied(work: Work, digest_id: int) -> None:
    digest = get_digest(work.session, digest_id, lock=True)
    if digest is not None:
        digest.state = "empty"
        _ask_comms(work, digest)
        work.audit("close-ties", "digest_empty", Subject.DIGEST, digest.id, {"week": digest.week, "stories": 0})
