"""The summaries: begun once for each day and place whatever restarts, and brought up to date as things move, now and then."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from hashlib import sha256

from sqlalchemy.orm import Session

from bot.desk.work import Desk, Work, verb
from bot.rules.deeds import Deed
from bot.rules.summaries import (
    EDITED_EVERY,
    EVENING,
    LEAD,
    MORNING,
    WEEK,
    Done,
    Evening,
    Morning,
    evening,
    is_evening,
    is_open_now,
    moment_of_day,
    morning,
)
from bot.rules.summary_lead import ASKED_OF_LEADS, LeadDay, is_their_morning, is_worth_saying, lead_day, leads
from bot.rules.summary_week import OF_SERVICES, OWN, Week, last_week, week
from bot.rules.working_time import local
from storage.audit import head_of
from storage.enquiry import open_enquiries
from storage.finding import waiting_for
from storage.kinds import DeliveryKind, Role, Subject
from storage.line import count_of_lines_due
from storage.locking import alone_with
from storage.organisation import Organisation
from storage.summaries import (
    Kept,
    any_enquiry_before,
    counts,
    facts_asked,
    keep_summary,
    kept_summary,
    moves_since,
    owed,
    sent_between,
    settled_for,
    sign_offs_asked,
    waiting_story_count,
)

MOST_READ = 500
SILENT = "-"
"""The mark of a summary that had nothing to say when its day began: it is not begun later that day."""

Facts = Morning | Evening | LeadDay | Week


@dataclass(frozen=True, slots=True)
class _Place:
    """One summary of one place: what it says now (None: nothing), and whether that is worth beginning with."""

    kind: str
    place: str
    day: date
    facts: Callable[[Session, int], Facts | None]
    edited: bool = True


def tick(desk: Desk) -> int:
    """Begin what is due, and bring up to date what stands; how many messages were caused. Any number of processes may look."""
    return sum(_give(desk, one.kind, one.place) for one in _due(desk) if _may_have_changed(desk, one))


def _due(desk: Desk) -> list[_Place]:
    organisation, now = desk.organisation, desk.clock.now()
    if not organisation.version or organisation.being_set_up:
        return []
    return places(organisation, now)


def places(organisation: Organisation, now: datetime) -> list[_Place]:
    """The summaries whose hour it is."""
    found = []
    if is_open_now(organisation, now) and organisation.triage_channel:
        found.append(_place(MORNING, organisation.triage_channel, organisation, now))
        if is_evening(organisation.calendar, now):
            found.append(_place(EVENING, organisation.triage_channel, organisation, now))
    there = [one for one in leads(organisation) if is_their_morning(organisation, one, now)]
    found += [_place(LEAD, one, organisation, now) for one in there]
    heads = [one for one in organisation.holders(Role.HEAD_OF_COMMS) if is_their_morning(organisation, one, now)]
    return [*found, *(_place(WEEK, one, organisation, now) for one in heads)]


def _place(kind: str, place: str, organisation: Organisation, now: datetime) -> _Place:
    today = local(organisation.calendar, now).date()
    if kind == WEEK:
        starts, _ = last_week(organisation.calendar, now)
        return _Place(kind, place, starts, lambda session, _: week_of(session, place, starts, organisation), False)
    return _Place(
        kind, place, today, lambda session, began: day_of(session, kind, place, began, organisation, now), True
    )


def _may_have_changed(desk: Desk, one: _Place) -> bool:
    """Looked at without holding anything: most of the time nothing is to be done."""
    with desk.database.read() as session:
        return _wants(session, one, desk.clock.now())


def _wants(session: Session, one: _Place, now: datetime) -> bool:
    kept = kept_summary(session, one.place, one.kind)
    if kept is None or kept.day != one.day.isoformat():
        return True
    if not one.edited or kept.mark == SILENT or kept.at is None or now - kept.at < EDITED_EVERY:
        return False
    return head_of(session)[0] != kept.upto


@verb
def _give(work: Work, kind: str, place: str) -> bool:
    """Alone with this summary: begin it, bring it up to date, or note that there is nothing to say."""
    alone_with(work.session, f"summary:{kind}:{place}")
    one = _place(kind, place, work.organisation, work.now)
    if not _wants(work.session, one, work.now):
        return False
    before = kept_summary(work.session, place, kind)
    day, upto = one.day.isoformat(), head_of(work.session)[0]
    begins = before is None or before.day != day
    began = upto if begins or before is None else before.began
    facts = one.facts(work.session, began)
    mark = _mark(facts) if _says(work, facts, begins=begins) else SILENT
    keep_summary(work.session, place, kind, Kept(day, began, upto, mark), work.now)
    if mark == SILENT or (before is not None and not begins and before.mark == mark):
        return False
    work.deliver(
        DeliveryKind.SUMMARY,
        key=f"summary:{kind}:{place}:{day}",
        lane=place,
        subject=Subject.ORGANISATION,
        subject_id=0,
        detail=f"{kind} {day}",
    )
    return True


def _says(work: Work, facts: Facts | None, *, begins: bool) -> bool:
    """Whether there is something to say. What was begun is brought up to date to its end."""
    if facts is None:
        return False
    if not begins:
        return True
    if isinstance(facts, LeadDay):
        return is_worth_saying(facts, work.organisation)
    if isinstance(facts, Week):
        calendar = work.organisation.calendar
        return any_enquiry_before(work.session, moment_of_day(calendar, facts.ends + timedelta(days=1)))
    return True


def _mark(facts: Facts | None) -> str:
    """Of what it says, so that nothing is edited that would say the same."""
    return sha256(repr(facts).encode()).hexdigest()[:16]


# -- what they say, from the records as they are now


def began_at(session: Session, kind: str, place: str) -> int:
    """Up to which entry of the audit trail things had come when this place's summary of today was begun."""
    kept = kept_summary(session, place, kind)
    return kept.began if kept else head_of(session)[0]


def day_of(
    session: Session, kind: str, place: str, began: int, organisation: Organisation, now: datetime
) -> Morning | Evening | LeadDay | None:
    """A summary of today."""
    if kind == LEAD:
        since = moment_of_day(organisation.calendar, local(organisation.calendar, now).date())
        settled = settled_for(session, place, ASKED_OF_LEADS, since)
        return lead_day(place, waiting_for(session, place), settled, organisation, now)
    enquiries = open_enquiries(session, MOST_READ)
    ids = [one.id for one in enquiries]
    sign_offs, facts = sign_offs_asked(session, ids), facts_asked(session, ids)
    if kind == EVENING:
        return evening(enquiries, sign_offs, facts, organisation, now)
    done = _done(session, began)
    return morning(
        enquiries,
        sign_offs,
        facts,
        organisation,
        now,
        done,
        stories=waiting_story_count(session),
        owed=owed(session),
        lines_due=count_of_lines_due(session, local(organisation.calendar, now).date()),
    )


def _done(session: Session, began: int) -> list[Done]:
    """What was answered or closed since the day's summary was begun, each once, as it stands now."""
    moves = moves_since(session, began, (Deed.RESPOND, Deed.CLOSE, Deed.WITHDRAW))
    done = {
        about.id: Done(about.reference, entry.actor, entry.at, closed=not about.is_open)
        for entry, about in moves
        if counts(about) and (about.responded_at is not None or not about.is_open)
    }
    return list(done.values())


def week_of(session: Session, reader: str, starts: date, organisation: Organisation) -> Week:
    """Where the nudges of a week had to escalate, as this reader may know it."""
    begin = moment_of_day(organisation.calendar, starts)
    end = moment_of_day(organisation.calendar, starts + timedelta(days=7))
    return week(starts, reader, sent_between(session, begin, end, (*OWN, *OF_SERVICES)), organisation)
