"""Good news as a whole: paused and let go on by a person; and where each story has come to stand."""

from dataclasses import replace
from datetime import datetime, time, timedelta

from bot.desk import digest_telling, telling
from bot.desk.work import Desk, Work, verb
from bot.rules.deeds import Deed
from bot.rules.digest import due_digest
from bot.rules.form_checks import Problems
from bot.rules.links import link_to
from bot.rules.permissions import check
from bot.rules.working_time import local, moment
from storage.delivery import Delivery
from storage.digest import Digest, add_digest_once, digest_of_week, open_digests
from storage.kinds import DeliveryKind, Subject, Use
from storage.organisation import Organisation, Pause, pause_of, set_pause
from storage.story_told import Telling, tellings_of

ASKED_AGAIN_AFTER = timedelta(days=28)
"""A lead is asked for a story once in so long."""

MOST_WHY = 300

BOT = "close-ties"


def house(work: Work) -> Organisation:
    """The organisation, with good news paused or not as it is at this very moment, in whichever process that was said."""
    return replace(work.organisation, good_news_paused=pause_of(work.session))


def is_paused(work: Work) -> bool:
    """Whether nothing may be posted now."""
    return pause_of(work.session) is not None


def may_pause(desk: Desk, *, person: str) -> Organisation:
    """The organisation, for those who may pause good news. Raises Refused."""
    organisation = desk.refresh()
    check(Deed.PAUSE_GOOD_NEWS, person, organisation)
    return organisation


def pause(desk: Desk, why: str, *, person: str) -> Pause:
    """Hold all good news back until a person lets it go on. Raises Refused and FormRefused. Paused already: that stands."""
    made = _pause(desk, why, person)
    desk.refresh()
    return made


@verb
def _pause(work: Work, why: str, person: str) -> Pause:
    check(Deed.PAUSE_GOOD_NEWS, person, work.organisation)
    problems = Problems()
    problems.limit({"paused_because": why}, {"paused_because": MOST_WHY})
    problems.keep_private({"paused_because": why})
    problems.refuse()
    standing = pause_of(work.session)
    if standing is not None:
        return standing
    made = Pause(by=person, at=work.now, why=" ".join(why.split()))
    set_pause(work.session, made)
    _say(work, made)
    for waiting in open_digests(work.session, lock=True):
        digest_telling.preview(work, waiting)
    work.audit(person, Deed.PAUSE_GOOD_NEWS, Subject.ORGANISATION, 1, {"why": made.why})
    telling.show_home_again(work, person)
    return made


def resume(desk: Desk, *, person: str) -> bool:
    """Good news goes on; False where it was not paused. What should have gone out on an earlier day waits for a person's word."""
    done = _resume(desk, person)
    desk.refresh()
    return done


@verb
def _resume(work: Work, person: str) -> bool:
    check(Deed.PAUSE_GOOD_NEWS, person, work.organisation)
    standing = pause_of(work.session)
    if standing is None:
        return False
    set_pause(work.session, None)
    _say(work, standing, ended_by=person)
    _not_by_itself(work, person)
    work.audit(person, "good_news_resumed", Subject.ORGANISATION, 1, {"paused_by": standing.by})
    telling.show_home_again(work, person)
    return True


def _not_by_itself(work: Work, person: str) -> None:
    """One whose day went by meanwhile is not sent out of the blue: it is held until someone says so."""
    organisation = replace(work.organisation, good_news_paused=None)
    today = _day(organisation, work)
    for waiting in open_digests(work.session, lock=True):
        if waiting.due_at <= work.now and waiting.due_at < today:
            waiting.held_at, waiting.held_by = work.now, person
        digest_telling.preview(work, waiting)
    due = due_digest(organisation, work.now)
    if due is not None and due.due_at < today and digest_of_week(work.session, due.week) is None:
        missed = Digest(
            week=due.week, nominal_day=due.nominal_day, due_at=due.due_at, state="kept", decided_at=work.now
        )
        add_digest_once(work.session, missed)


def _day(organisation: Organisation, work: Work) -> datetime:
    calendar = organisation.calendar
    return moment(calendar, local(calendar, work.now).date(), time())


def _say(work: Work, pause: Pause, ended_by: str = "") -> None:
    """In the comms channel: that it is paused, and by a message of its own that it goes on."""
    stamp = int(pause.at.timestamp())
    notes = [f"paused {stamp}", *([f"resumed {stamp} {ended_by}"] if ended_by else [])]
    for detail in notes:
        work.deliver(
            DeliveryKind.DIGEST_NOTE,
            key=f"good-news:{detail}",
            lane=telling.comms_channel(work),
            subject=Subject.ORGANISATION,
            subject_id=0,
            detail=detail,
        )


def stands(
    work: Work, story_id: int, delivery: Delivery, *, digest_id: int | None = None, edition_id: int | None = None
) -> bool:
    """A story stands where this delivery does from now on, in a digest or an edition; whether that is new."""
    if _standing(work, story_id, digest_id, edition_id):
        return False
    work.session.add(
        Telling(
            story_id=story_id,
            use=Use.COLLEAGUES,
            told_on=local(work.organisation.calendar, work.now).date(),
            told_by=BOT,
            noted_at=work.now,
            link=link_to(delivery.channel, delivery.ts),
            digest_id=digest_id,
            edition_id=edition_id,
        )
    )
    return True


def stands_no_more(work: Work, story_id: int, *, digest_id: int | None = None, edition_id: int | None = None) -> None:
    """A story was taken out of a digest or an edition where it stood."""
    for one in _standing(work, story_id, digest_id, edition_id):
        one.ended_at = work.now


def _standing(work: Work, story_id: int, digest_id: int | None, edition_id: int | None) -> list[Telling]:
    there = digest_id, edition_id
    return [
        one
        for one in tellings_of(work.session, story_id)
        if (one.digest_id, one.edition_id) == there and one.ended_at is None
    ]
