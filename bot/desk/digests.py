"""The weekly digest by the clock: shown to the comms team the day before, decided once for each week of its nominal day.

The preview's own changes are in `digest_preview`; that it is looked at again whenever it is shown or sent is in `digest_looks`; what
happens around a digest that stands is in `digest_follow`.
"""

from bot.desk import digest_due, good_news
from bot.desk import digest_telling as told
from bot.desk.digest_reading import could_be_added, private_since, shown_in, to_be_told
from bot.desk.planning import plan
from bot.desk.work import Desk, Work, verb
from bot.rules.availability import available
from bot.rules.bundling import QUARTER
from bot.rules.digest import (
    MENDED_EVERY,
    ON_TIME,
    DueDigest,
    Missed,
    NotYet,
    Verdict,
    Wait,
    Waits,
    ask_at,
    decide_digest,
    due_digest,
    next_digest,
    preview_at,
    services_to_ask,
)
from bot.rules.digest_nudging import plan_waits
from storage.digest import (
    UNDECIDED,
    Digest,
    add_digest_once,
    any_digest,
    digest_of_week,
    empty_digest,
    get_digest,
    last_told,
    leads_asked_since,
    open_digests,
    place_stories,
    stories_of_digest,
    take_out,
)
from storage.kinds import DeliveryKind, Subject
from storage.nudge import asked_between
from storage.story import StoryIdea

BOT = "close-ties"


def tick(desk: Desk) -> bool:
    """See what is to be shown, said or sent. True when this call did something."""
    if not desk.organisation.good_news_channel:
        return False
    return any([_send_due(desk), digest_due.follow(desk), _show_next(desk), _foretell_due(desk)])


# -- shown the day before


def _show_next(desk: Desk) -> bool:
    """The next one, from the moment at which the comms team is to see it; one that was shown empty, once there is a story for it."""
    organisation, now = desk.organisation, desk.clock.now()
    ahead = next_digest(organisation, now)
    if ahead is None or now < preview_at(organisation, ahead.due_at) or organisation.good_news_paused:
        return False
    with desk.database.read() as session:
        known = digest_of_week(session, ahead.week)
        if known is not None and (known.state != "preview" or shown_in(session, known.id)):
            return False
        if known is not None and not could_be_added(session, known, organisation):
            return False
    return _show(desk, ahead) if known is None else _fill(desk, known.id)


@verb
def _show(work: Work, ahead: DueDigest) -> bool:
    """Write a week's digest and show it. The week is unique: whichever process comes second finds the row and does nothing."""
    if good_news.is_paused(work):
        return False
    digest = _written(work, ahead)
    if digest is None:
        return False
    _show_written(work, digest)
    return True


def _written(work: Work, due: DueDigest) -> Digest | None:
    """The week's row, locked; None where the week has one already. Earlier ones that still waited give their stories up to it."""
    digest = Digest(week=due.week, nominal_day=due.nominal_day, due_at=due.due_at)
    if not add_digest_once(work.session, digest):
        return None
    for earlier in open_digests(work.session, lock=True):
        if earlier.nominal_day < digest.nominal_day:
            _close(work, earlier, "kept")
    return get_digest(work.session, digest.id, lock=True)


def _show_written(work: Work, digest: Digest) -> None:
    digest.state, digest.previewed_at = "preview", work.now
    _take_in(work, digest)
    stories = shown_in(work.session, digest.id)
    plan(work, Subject.DIGEST, digest.id, plan_waits(digest, work.organisation, work.now))
    told.preview(work, digest)
    if not stories:
        told.note(work, digest, "none_yet")
        _ask_leads(work, digest)
    work.audit(BOT, "digest_shown", Subject.DIGEST, digest.id, {"week": digest.week, "stories": len(stories)})


def _take_in(work: Work, digest: Digest) -> list[StoryIdea]:
    """The stories that may be told are in it from now on, where it had none."""
    if not shown_in(work.session, digest.id):
        place_stories(work.session, digest.id, [story.id for story in to_be_told(work, digest)])
    return shown_in(work.session, digest.id)


def _ask_leads(work: Work, digest: Digest) -> None:
    """Gently: at most two leads, of the services not heard of for longest, each once a month.

    Nobody who hears of other things now, is away, or has left.
    """
    lately = leads_asked_since(work.session, work.now - good_news.ASKED_AGAIN_AFTER)
    leads = [area.lead for area in work.organisation.service_areas.values() if area.lead]
    busy = asked_between(work.session, leads, work.now - QUARTER, work.now)
    absent = {one for one in leads if not available(work.organisation, one, work.now)}
    for area in services_to_ask(work.organisation, last_told(work.session), lately | busy | absent):
        work.deliver(
            DeliveryKind.DIGEST_ASK,
            key=told.ask_key(digest.id, area.lead or ""),
            lane=area.lead or "",
            subject=Subject.DIGEST,
            subject_id=digest.id,
            detail=area.key,
        )


@verb
def _fill(work: Work, digest_id: int) -> bool:
    """It was shown empty, and a story has come since."""
    digest = get_digest(work.session, digest_id, lock=True)
    if digest is None or digest.state != "preview" or shown_in(work.session, digest_id):
        return False
    stories = _take_in(work, digest)
    if not stories:
        return False
    digest.version += 1
    told.preview(work, digest)
    told.note_again(work, digest, "none_yet")
    work.audit(BOT, "digest_filled", Subject.DIGEST, digest.id, {"stories": len(stories)})
    return True


# -- decided at its hour


def _send_due(desk: Desk) -> bool:
    due = due_digest(desk.organisation, desk.clock.now())
    with desk.database.read() as session:  # without holding anything: most of the time one that waits still waits
        work = Work(session, desk.clock.now(), desk.organisation)
        unseen = due if due is not None and digest_of_week(session, due.week) is None else None
        ready = [one.id for one in open_digests(session) if one.due_at <= work.now and _is_ready(work, one)]
    done = [_decide_unseen(desk, unseen)] if unseen is not None and desk.organisation.good_news_paused is None else []
    return any([*done, *(_decide_again(desk, one) for one in ready)])


def _is_ready(work: Work, digest: Digest) -> bool:
    if digest.state not in UNDECIDED:
        return False
    if digest.state == "stuck" and not _may_be_mended(work, digest):
        return False
    verdict = _verdict(work, digest)
    if isinstance(verdict, Waits):
        return told.is_to_be_said(digest, verdict.why) and not told.was_noted(work, digest, verdict.why)
    return not isinstance(verdict, NotYet)


def _may_be_mended(work: Work, digest: Digest) -> bool:
    return digest.decided_at is None or work.now - digest.decided_at >= MENDED_EVERY


def _verdict(work: Work, digest: Digest) -> Verdict:
    private_at = private_since(work.session, digest, work.organisation)
    return decide_digest(digest, good_news.house(work), work.now, private_at=private_at)


@verb
def _decide_unseen(work: Work, due: DueDigest) -> bool:
    """Decide a week's digest that was never shown, since the bot was away or has just come."""
    verdict = _verdict(work, Digest(week=due.week, nominal_day=due.nominal_day, due_at=due.due_at))
    if verdict == Waits(Wait.PAUSED):
        return False
    first_ever = not any_digest(work.session)
    digest = _written(work, due)
    if digest is None:
        return False
    if isinstance(verdict, Missed):
        _close(work, digest, "skipped" if first_ever else "missed")
    elif isinstance(verdict, Waits):
        _show_written(work, digest)
        told.note(work, digest, verdict.why)
    else:
        _take_in(work, digest)
        send(work, digest, by=BOT)
    return True


@verb
def _decide_again(work: Work, digest_id: int) -> bool:
    """Its hour has come, or is over and somebody has said a word since."""
    digest = get_digest(work.session, digest_id, lock=True)
    if digest is None or not _is_ready(work, digest):
        return False
    verdict = _verdict(work, digest)
    if isinstance(verdict, Waits):
        say_that_it_waits(work, digest, verdict.why)
    elif isinstance(verdict, Missed):
        _close(work, digest, "missed")
    else:
        _take_in(work, digest)
        send(work, digest, by=BOT)
    return True


def waits_for_word(work: Work, digest: Digest) -> bool:
    """Whether its hour has come and it would go if someone said so."""
    return isinstance(_verdict(work, digest), Waits)


def say_that_it_waits(work: Work, digest: Digest, why: Wait) -> None:
    """The preview says so, and the comms team hears where nobody of them has said that it should."""
    if told.is_to_be_said(digest, why):
        told.note(work, digest, why)
    told.preview(work, digest)
    work.audit(BOT, "digest_waits", Subject.DIGEST, digest.id, {"why": str(why)})


def send(work: Work, digest: Digest, *, by: str) -> None:
    """It goes out now, or there is nothing to send."""
    _leave_behind_what_is_held(work, digest)
    stories = stories_of_digest(work.session, digest.id)
    digest.decided_at, digest.late = work.now, work.now - digest.due_at > ON_TIME
    digest.state = "posted" if stories else "empty"
    if stories:
        told.post(work, digest)
    elif not told.note_again(work, digest, "none_yet"):
        told.note(work, digest, "empty")
    told.nobody_need_say(work, digest, by, "sent")
    told.dealt_with(work, digest)
    if digest.previewed_at is not None:
        told.preview(work, digest)
    work.audit(by, f"digest_{digest.state}", Subject.DIGEST, digest.id, {"week": digest.week, "stories": len(stories)})


def _leave_behind_what_is_held(work: Work, digest: Digest) -> None:
    """It goes without them, and they are free for a later week."""
    held = [story for story in stories_of_digest(work.session, digest.id) if story.held_at is not None]
    for story in held:
        take_out(work.session, digest.id, story.id)
        work.audit(BOT, "left_out_of_digest", Subject.STORY, story.id, {"digest": digest.id})
    told.not_after_all(work, digest, held)


def _close(work: Work, digest: Digest, state: str) -> None:
    """It does not go out. Its stories are free for another week, and those who were told of it hear that it will be another."""
    stories = stories_of_digest(work.session, digest.id)
    digest.state, digest.decided_at = state, work.now
    empty_digest(work.session, digest.id)
    told.not_after_all(work, digest, stories)
    told.nobody_need_say(work, digest, BOT, state)
    told.dealt_with(work, digest)
    if state == "missed":
        told.note(work, digest, "missed")
    if digest.previewed_at is not None:
        told.preview(work, digest)
    work.audit(BOT, f"digest_{state}", Subject.DIGEST, digest.id, {"week": digest.week, "stories": len(stories)})


# -- its contributors, before


def _foretell_due(desk: Desk) -> bool:
    """On the morning of the day, those whose stories are in it hear so; where someone has said before that it can go, they did then."""
    if desk.organisation.good_news_paused is not None:
        return False
    with desk.database.read() as session:
        work = Work(session, desk.clock.now(), desk.organisation)
        soon = [one.id for one in open_digests(session) if _is_soon(work, one) and told.to_be_foretold(work, one)]
    return any([_foretell(desk, one) for one in soon])  # noqa: C419 - each of them


def _is_soon(work: Work, digest: Digest) -> bool:
    waits = digest.state == "preview" and digest.held_at is None
    return waits and ask_at(work.organisation, digest.due_at) <= work.now < digest.due_at


@verb
def _foretell(work: Work, digest_id: int) -> bool:
    digest = get_digest(work.session, digest_id, lock=True)
    if digest is None or digest.state != "preview" or good_news.is_paused(work):
        return False
    count = told.foretell(work, digest)
    if count:
        work.audit(BOT, "digest_foretold", Subject.DIGEST, digest.id, {"people": count})
    return count > 0
