"""A week's good news for those without Slack: who agrees is asked again when the mail is made, and the trail says that it was."""

from dataclasses import dataclass, replace

from bot.desk import digest_telling as told
from bot.desk.digest_reading import gone_from, whole
from bot.desk.work import Desk, Work, verb
from bot.rules.digest_text import WholeDigest
from bot.rules.links import link_to
from storage.delivery import standing
from storage.digest import UNDECIDED, Digest, digest_of_week, latest_digest
from storage.kinds import Subject
from storage.organisation import Organisation

MADE = "digest_mailed"


@dataclass(frozen=True, slots=True)
class Mail:
    """What a mail is made from. `posted`: a link to the post in Slack, where it stands; else ""."""

    whole: WholeDigest
    organisation: Organisation
    posted: str = ""


def mail_of_week(desk: Desk, week: str, details: dict[str, object]) -> Mail | None:
    """The mail of a week, or of the latest one that was shown or posted; None where there is none."""
    return _make(desk, week, details)


@verb
def _make(work: Work, week: str, details: dict[str, object]) -> Mail | None:
    digest = digest_of_week(work.session, week) if week else latest_digest(work.session)
    if digest is None or digest.state not in {*UNDECIDED, "posted"}:
        return None
    made = mail(work, digest)
    about = {**details, "week": digest.week, "stories": len(made.whole.stories)}
    work.audit(str(details["by"]), MADE, Subject.DIGEST, digest.id, about)
    return made


def mail(work: Work, digest: Digest) -> Mail:
    """The digest with nobody in it who does not agree at this moment."""
    gone = {story.id for story in gone_from(work, digest)}
    all_of_it = whole(work.session, digest, work.organisation)
    shown = tuple(one for one in all_of_it.stories if one.id not in gone)
    taken_out = all_of_it.taken_out + len(all_of_it.stories) - len(shown)
    post = standing(work.session, told.post_key(digest.id))
    link = link_to(post.channel, post.ts) if post else ""
    return Mail(replace(all_of_it, stories=shown, taken_out=taken_out), work.organisation, link)
