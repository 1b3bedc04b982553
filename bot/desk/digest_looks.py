"""A digest is looked at again whenever it is shown or sent: what may not be told any more is taken out, and it may be held back yet."""

from dataclasses import replace

from bot.desk import digest_telling as told
from bot.desk import good_news
from bot.desk.digest_reading import gone_from, private_since, whole
from bot.desk.digests import BOT, say_that_it_waits
from bot.desk.work import Work, verb
from bot.rules.digest import ON_TIME, holds_back
from bot.rules.digest_text import WholeDigest
from storage.digest import UNDECIDED, Digest, get_digest, stories_of_digest, take_out
from storage.kinds import Subject
from storage.story import StoryIdea


@verb
def look_again(work: Work, digest_id: int) -> WholeDigest | None:
    """The digest as it may be told at this moment: what may not be told any more is taken out. None: it is not to be posted now."""
    digest = get_digest(work.session, digest_id, lock=True)
    if digest is None or _stops_short(work, digest):
        return None
    gone = _take_out_what_may_not_be_told(work, digest)
    if digest.state == "posted" and digest.posted_at is None:
        digest.late = work.now - digest.due_at > ON_TIME
        if gone and not stories_of_digest(work.session, digest.id):
            _nothing_left(work, digest)
            return None
    if gone:
        (told.preview if digest.state in UNDECIDED else told.post)(work, digest)
    return whole(work.session, digest, work.organisation)


def _stops_short(work: Work, digest: Digest) -> bool:
    """It was on its way, and someone or something holds it back before it stands in Slack."""
    if digest.state != "posted" or digest.posted_at is not None:
        return False
    private_at = private_since(work.session, digest, work.organisation)
    why = holds_back(digest, replace(good_news.house(work), digest_unapproved="send"), private_at)
    if why is None:
        return False
    digest.state = "preview"
    digest.previewed_at = digest.previewed_at or work.now
    say_that_it_waits(work, digest, why)
    return True


def _take_out_what_may_not_be_told(work: Work, digest: Digest) -> list[StoryIdea]:
    gone = gone_from(work, digest)
    for story in gone:
        take_out(work.session, digest.id, story.id)
        good_news.stands_no_more(work, story.id, digest_id=digest.id)
        work.audit(BOT, "left_out_of_digest", Subject.STORY, story.id, {"digest": digest.id})
    if digest.posted_at is None:  # afterwards it was in it, and its authors hear from elsewhere what became of it
        told.not_after_all(work, digest, gone)
    if gone:
        digest.version += 1
    return gone


def _nothing_left(work: Work, digest: Digest) -> None:
    digest.state = "empty"
    told.note(work, digest, "empty")
    work.audit(BOT, "digest_empty", Subject.DIGEST, digest.id, {"week": digest.week, "stories": 0})
