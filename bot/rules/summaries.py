"""The press office's morning and evening: made of facts alone and never of words that somebody typed.

A summary holds references, services, moments and who is waited for, so nothing in it has to be taken back when an enquiry becomes
private. Of a restricted enquiry it says no more than its stub does; who is left out of a matter is told nothing of it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from bot.rules.availability import on_call
from bot.rules.urgency import answer_by
from bot.rules.working_time import DAY, LOOK_AHEAD, is_working, local, moment, next_opening, office_hours
from storage.enquiry import Enquiry
from storage.kinds import RotaKind, Status
from storage.organisation import Organisation, WorkingCalendar
from storage.statement import FactCheck, SignOff
from storage.summaries import Owed

MORNING, EVENING, LEAD, WEEK = "morning", "evening", "lead", "week"
"""The kinds of summary, as they are kept and delivered."""

NOTHING_OWED = Owed()

EDITED_EVERY = timedelta(minutes=5)  # no oftener is a summary brought up to date
BEFORE_CLOSING = timedelta(minutes=15)  # the evening's comes while people are still there to read it


class WaitsFor(StrEnum):
    """What an enquiry waits for."""

    TAKER = "taker"  # somebody in the press office to take it
    LEAD = "lead"  # the service to say that they have it
    YES = "yes"
    FACTS = "facts"
    WORDS = "words"  # the officer's draft
    SENDING = "sending"
    WITH = "with"  # private: it is with the officer, and no more is said


@dataclass(frozen=True, slots=True)
class Wait:
    """One thing an enquiry waits for, and from whom."""

    what: WaitsFor
    person: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One enquiry. `due`: its deadline, or where none was given (`promised`) the moment by which we answer all the same."""

    enquiry_id: int
    reference: str
    area: str
    due: datetime
    promised: bool
    restricted: bool
    waits: tuple[Wait, ...]


@dataclass(frozen=True, slots=True)
class Done:
    """An enquiry that was answered or closed today, and by whom."""

    reference: str
    by: str
    at: datetime
    closed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OnCall:
    """Who is on call for the press, and until when that turn lasts, where it is one of the rota's."""

    person: str | None
    until: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Morning:
    """What the press office sees at the start of work, and through the day."""

    day: date
    overdue: tuple[Line, ...] = ()
    due_today: tuple[Line, ...] = ()
    later: tuple[Line, ...] = ()
    overnight: tuple[str, ...] = ()
    done: tuple[Done, ...] = ()
    stories: int = 0
    lines_due: int = 0  # kept lines to be looked at again by today
    owed: Owed = NOTHING_OWED
    on_call: OnCall = OnCall(person=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Evening:
    """What stays open over night; `opens`: until when."""

    day: date
    open: tuple[Line, ...]
    on_call: OnCall
    opens: datetime


def morning(
    enquiries: Sequence[Enquiry],
    sign_offs: Sequence[SignOff],
    facts: Sequence[FactCheck],
    organisation: Organisation,
    now: datetime,
    done: Sequence[Done] = (),
    stories: int = 0,
    owed: Owed = NOTHING_OWED,
    lines_due: int = 0,
) -> Morning:
    """What waits, what is late, what came in while the office was shut, and who is on call."""
    today = local(organisation.calendar, now).date()
    lines = lines_of(enquiries, sign_offs, facts, organisation)
    return Morning(
        day=today,
        overdue=tuple(one for one in lines if one.due <= now),
        due_today=tuple(one for one in lines if one.due > now and _day(one, organisation) == today),
        later=tuple(one for one in lines if one.due > now and _day(one, organisation) > today),
        overnight=came_in_overnight(enquiries, organisation.calendar, today),
        done=tuple(done),
        stories=stories,
        lines_due=lines_due,
        owed=owed,
        on_call=_on_call(organisation, now),
    )


def evening(
    enquiries: Sequence[Enquiry],
    sign_offs: Sequence[SignOff],
    facts: Sequence[FactCheck],
    organisation: Organisation,
    now: datetime,
) -> Evening | None:
    """What stays open over night; None when nothing does."""
    lines = lines_of(enquiries, sign_offs, facts, organisation)
    hours = office_hours(organisation.calendar, local(organisation.calendar, now).date())
    if not lines or hours is None:
        return None
    return Evening(
        day=local(organisation.calendar, now).date(),
        open=tuple(lines),
        on_call=_on_call(organisation, max(now, hours[1])),
        opens=next_opening(organisation.calendar, max(now, hours[1])),
    )


def lines_of(
    enquiries: Iterable[Enquiry], sign_offs: Sequence[SignOff], facts: Sequence[FactCheck], organisation: Organisation
) -> list[Line]:
    """What is open and not answered, the most pressing first, with what each waits for."""
    lines = [
        Line(
            enquiry_id=one.id,
            reference=one.reference,
            area=one.service_area,
            due=answer_by(one, organisation),
            promised=one.deadline is None,
            restricted=one.restricted,
            waits=waits_of(one, sign_offs, facts),
        )
        for one in enquiries
        if one.is_open and one.status != Status.RESPONDED and not one.practice
    ]
    return sorted(lines, key=lambda line: (line.due, line.enquiry_id))


def waits_of(enquiry: Enquiry, sign_offs: Sequence[SignOff], facts: Sequence[FactCheck]) -> tuple[Wait, ...]:
    """Who waits for whom. Of a restricted enquiry only whether somebody has it: the rest is on its page."""
    if enquiry.officer is None:
        taken: tuple[Wait, ...] = (Wait(WaitsFor.TAKER),)
    else:
        taken = (Wait(WaitsFor.WITH, enquiry.officer),) if enquiry.restricted else ()
    if enquiry.restricted:
        return taken
    lead = () if enquiry.lead_acknowledged_by else (Wait(WaitsFor.LEAD, enquiry.lead),)
    yes = tuple(Wait(WaitsFor.YES, one.person) for one in sign_offs if one.enquiry_id == enquiry.id)
    right = tuple(Wait(WaitsFor.FACTS, one.person) for one in facts if one.enquiry_id == enquiry.id)
    return (*taken, *lead, *yes, *right) or _officers_turn(enquiry)


def _officers_turn(enquiry: Enquiry) -> tuple[Wait, ...]:
    """Nobody else is waited for: it is the officer's to go on."""
    return (Wait(WaitsFor.SENDING if enquiry.status == Status.READY else WaitsFor.WORDS, enquiry.officer),)


def _day(line: Line, organisation: Organisation) -> date:
    return local(organisation.calendar, line.due).date()


def _on_call(organisation: Organisation, at: datetime) -> OnCall:
    person = on_call(organisation, RotaKind.PRESS, at)
    turns = [
        one
        for one in organisation.rota
        if one.kind == RotaKind.PRESS and one.person == person and one.starts_at <= at < one.ends_at
    ]
    return OnCall(person=person, until=turns[0].ends_at if turns else None)


def came_in_overnight(enquiries: Iterable[Enquiry], calendar: WorkingCalendar, today: date) -> tuple[str, ...]:
    """What came in since the office last shut, until it opened today."""
    opened = office_hours(calendar, today)
    shut = closing_before(calendar, today)
    if opened is None or shut is None:
        return ()
    return tuple(sorted(one.reference for one in enquiries if shut <= one.raised_at < opened[0] and not one.practice))


def closing_before(calendar: WorkingCalendar, day: date) -> datetime | None:
    """When the office last shut before a day."""
    for back in range(1, LOOK_AHEAD):
        hours = office_hours(calendar, day - back * DAY)
        if hours is not None:
            return hours[1]
    return None


def is_evening(calendar: WorkingCalendar, now: datetime) -> bool:
    """The last quarter of an hour of work."""
    hours = office_hours(calendar, local(calendar, now).date())
    return hours is not None and hours[1] - BEFORE_CLOSING <= now < hours[1]


def moment_of_day(calendar: WorkingCalendar, day: date) -> datetime:
    """When a day begins on the organisation's clocks."""
    return moment(calendar, day, datetime.min.time())


def is_open_now(organisation: Organisation, now: datetime) -> bool:
    """Whether the press office is there to be told anything."""
    return is_working(organisation.calendar, now) and not organisation.being_set_up
