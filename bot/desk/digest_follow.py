"""What happens around a digest: it has come to stand, its channel cannot be posted to, people liked it."""

from datetime import timedelta

from sqlalchemy.orm import Session

from bot.desk import digest_telling as told
from bot.desk import good_news, story_follow, telling
from bot.desk.digest_reading import whole
from bot.desk.work import Desk, Work, verb
from bot.rules.digest import STANDS, WEEK
from bot.rules.digest_text import pages
from bot.rules.working_time import is_working
from storage.delivery import Delivery, sent_about, standing
from storage.digest import (
    Digest,
    get_digest,
    stories_of_digest,
    uncounted_digests,
)
from storage.kinds import DeliveryKind, Step, StoryStatus, Subject
from storage.story import StoryIdea, get_story

COUNTED_UNTIL = 3 * WEEK
"""A digest whose reactions could not be counted for so long stays uncounted."""

BOT = "close-ties"


def came_to_stand(work: Work, delivery: Delivery) -> None:
    """A digest's post, or a part of it, stands in Slack: the stories in it are told now, each once, and their contributors hear."""
    digest = get_digest(work.session, delivery.subject_id, lock=True)
    if digest is None:
        return
    if delivery.kind == DeliveryKind.DIGEST and digest.posted_at is None:
        digest.posted_at = work.now
        telling_preview_again(work, digest)
        told.mail(work, digest)
    page = int(delivery.detail) if delivery.kind == DeliveryKind.DIGEST_PART else 0
    shown = pages(whole(work.session, digest, work.organisation).stories)
    for told_story in shown[page] if page < len(shown) else ():
        story = get_story(work.session, told_story.id, lock=True)
        # one that was taken back while Slack took the post stays so, and goes from it with the edit that follows
        if story is not None and story.status in STANDS:
            _told(work, digest, story, delivery)


def telling_preview_again(work: Work, digest: Digest) -> None:
    """The preview says that it is out."""
    if digest.previewed_at is not None:
        told.preview(work, digest)


def _told(work: Work, digest: Digest, story: StoryIdea, delivery: Delivery) -> None:
    if not good_news.stands(work, story.id, delivery, digest_id=digest.id):
        return
    story.status, story.told_at = StoryStatus.TOLD, story.told_at or work.now
    story_follow.end(work, story, (Step.STORY_UNTOLD,), "told")
    telling.story_moved(work, story, BOT, "told", {"digest": digest.id})
    for person in told.contributors(work, story):
        work.deliver(
            DeliveryKind.STORY_NEWS,
            key=f"news:story:{story.id}:told" if person == story.author else f"news:story:{story.id}:told:{person}",
            lane=person,
            subject=Subject.STORY,
            subject_id=story.id,
            detail="told",
        )


def cannot_be_posted(work: Work, delivery: Delivery) -> bool:
    """The channel cannot be posted to: the comms team is told, and it waits until that is mended. False: nothing of this kind."""
    digest = get_digest(work.session, delivery.subject_id, lock=True)
    if delivery.kind != DeliveryKind.DIGEST or digest is None or digest.posted_at is not None:
        return False
    digest.state, digest.decided_at = "stuck", work.now
    digest.previewed_at = digest.previewed_at or work.now
    told.note(work, digest, "stuck")
    told.preview(work, digest)
    work.audit(BOT, "digest_stuck", Subject.DIGEST, digest.id, {"why": delivery.error})
    return True


# -- a week later


def to_be_counted(desk: Desk) -> list[tuple[int, list[tuple[str, str]]]]:
    """Digests that have stood for a week, each with where it and its parts stand."""
    now = desk.clock.now()
    if not is_working(desk.organisation.calendar, now):
        return []
    with desk.database.read() as session:
        over = uncounted_digests(session, now - COUNTED_UNTIL, now - WEEK + timedelta(minutes=1))
        return [(one.id, _places(session, one.id)) for one in over]


def _places(session: Session, digest_id: int) -> list[tuple[str, str]]:
    """Where the post stands, and then its parts; one that is to be edited in this moment stands all the same."""
    parts = [one for one in sent_about(session, Subject.DIGEST, digest_id) if one.kind == DeliveryKind.DIGEST_PART]
    there = (standing(session, key) for key in (told.post_key(digest_id), *(one.key for one in parts)))
    return [(one.channel, one.ts) for one in there if one is not None]


@verb
def counted(work: Work, digest_id: int, reactions: int, replies: int) -> bool:
    """How people liked it. Those whose stories were in it hear, once; where nobody said a thing, nothing is said."""
    digest = get_digest(work.session, digest_id, lock=True)
    if digest is None or digest.counted_at is not None:
        return False
    digest.reactions, digest.replies, digest.counted_at = reactions, replies, work.now
    if reactions or replies:
        for story in stories_of_digest(work.session, digest_id):
            told.to_contributors(work, story, digest, "liked")
    work.audit(BOT, "digest_counted", Subject.DIGEST, digest.id, {"reactions": reactions, "replies": replies})
    return True
