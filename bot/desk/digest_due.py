"""A digest that was shown goes with the settings: its day or its hour set anew, or the office shut on it."""

from datetime import datetime

from bot.desk import digest_telling as told
from bot.desk.work import Desk, Work, verb
from bot.rules.digest import DueDigest, ask_at, due_again
from storage.digest import Digest, get_digest, open_digests
from storage.kinds import NudgeState, Step, Subject
from storage.nudge import nudges_of
from storage.organisation import Organisation, read_organisation

BOT = "close-ties"


def follow(desk: Desk) -> bool:
    """What was shown goes when the settings say now, as long as that is still to come."""
    now = desk.clock.now()
    with desk.database.read() as session:
        moved = [one.id for one in open_digests(session) if _moves_to(one, desk.organisation, now)]
    return any([_move(desk, one) for one in moved])  # noqa: C419 - each of them


def _moves_to(digest: Digest, organisation: Organisation, now: datetime) -> DueDigest | None:
    due = due_again(digest, organisation)
    if digest.state != "preview" or due is None or due.due_at == digest.due_at:
        return None
    return due if digest.due_at > now and due.due_at > now else None


@verb
def _move(work: Work, digest_id: int) -> bool:
    """As the settings are at this very moment: another process may have read them later than this one."""
    digest, organisation = get_digest(work.session, digest_id, lock=True), read_organisation(work.session)
    due = _moves_to(digest, organisation, work.now) if digest and organisation else None
    if digest is None or due is None:
        return False
    digest.nominal_day, digest.due_at = due.nominal_day, due.due_at
    digest.version += 1
    _ask_when_it_is_near(work, digest, organisation or work.organisation)
    told.preview(work, digest)
    told.foretold_again(work, digest)
    work.audit(BOT, "digest_due_anew", Subject.DIGEST, digest.id, {"due_at": due.due_at.isoformat()})
    return True


def _ask_when_it_is_near(work: Work, digest: Digest, organisation: Organisation) -> None:
    """Who was to be asked whether it can go is asked before its new hour."""
    for one in nudges_of(work.session, Subject.DIGEST, digest.id):
        if one.step == Step.DIGEST_WAITS and one.state == NudgeState.PLANNED:
            one.due_at = max(work.now, ask_at(organisation, digest.due_at))
