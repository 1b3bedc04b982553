"""The morning, the evening and Monday: what is said to whom, made of facts alone and never of words that somebody typed.

A summary holds references, services, moments and who is waited for, so nothing in it has to be taken back when an enquiry becomes
private. Of a restricted enquiry it says no more than its stub does; who is left out of a matter is told nothing of it.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from bot.rules.availability import at_work, available, on_call
from bot.rules.involved import is_left_out
from bot.rules.nudge_policy import LEAD_STEPS, STILL_LEAD_STEPS
from bot.rules.urgency import answer_by
from bot.rules.working_time import DAY, LOOK_AHEAD, is_working, local, moment, next_opening, office_hours
from storage.enquiry import Enquiry
from storage.finding import Waiting
from storage.kinds import RotaKind, Status, Step
from storage.nudge import Nudge
from storage.organisation import Organisation, WorkingCalendar
from storage.statement import FactCheck, SignOff
from storage.story import StoryIdea

MORNING, EVENING, LEAD, WEEK = "morning", "evening", "lead", "week"
"""The kinds of summary, as they are kept and delivered."""

EDITED_EVERY = timedelta(minutes=5)  # no oftener is a summary brought up to date
BEFORE_CLOSING = timedelta(minutes=15)  # the evening's comes while people are still there to read it
FEWER_THAN = 3  # a smaller number could point at somebody


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
        if one.is_open and one.status != Status.RESPONDED
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
    return tuple(sorted(one.reference for one in enquiries if shut <= one.raised_at < opened[0]))


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


# -- to each lead


ASKED_OF_LEADS = (
    LEAD_STEPS
    | STILL_LEAD_STEPS
    | {Step.SIGN_OFF, Step.SIGN_OFF_AGAIN, Step.FACT_CHECK, Step.FACT_CHECK_AGAIN, Step.TASK, Step.TASK_AGAIN}
)
"""What a lead is asked, by whatever step."""


class Needs(StrEnum):
    """What somebody is needed for."""

    HAVE_IT = "have_it"
    YES = "yes"
    FACTS = "facts"
    TASK = "task"


@dataclass(frozen=True, slots=True)
class Needed:
    """One thing that waits for a lead. `asked_at`: since when."""

    what: Needs
    enquiry_id: int
    reference: str
    due: datetime | None
    asked_at: datetime


@dataclass(frozen=True, slots=True)
class Settled:
    """One thing that waited for them and has been dealt with today, by whom, or by someone whom we do not name."""

    reference: str
    by: str | None
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class LeadDay:
    """What waits for one lead, and what no longer does."""

    day: date
    needed: tuple[Needed, ...]
    settled: tuple[Settled, ...] = ()


def leads(organisation: Organisation) -> list[str]:
    """Everyone who leads a service or stands in for its lead, but those whom the press office's own summary reaches."""
    areas = organisation.service_areas.values()
    people = dict.fromkeys(person for area in areas for person in (area.lead, *area.deputies) if person)
    return [one for one in people if not organisation.is_press_office(one)]


def is_their_morning(organisation: Organisation, person: str, now: datetime) -> bool:
    """Whether they are at work and there, so that a summary finds them at the start of their day and not before."""
    return at_work(organisation, person, now) and available(organisation, person, now)


def lead_day(
    person: str,
    waiting: Waiting,
    settled: Sequence[tuple[Nudge, Enquiry]],
    organisation: Organisation,
    now: datetime,
) -> LeadDay:
    """What waits for somebody as a lead, as they may know it, and what has been dealt with since the day began."""
    needed = tuple(one for one in _needed(waiting))
    still = {one.reference for one in needed}
    done: dict[str, Settled] = {}
    for nudge, enquiry in settled:
        if not is_left_out(person, enquiry) and enquiry.reference not in still:
            done[enquiry.reference] = Settled(enquiry.reference, nudge.settled_by, nudge.settled_at or now)
    return LeadDay(day=local(organisation.calendar, now).date(), needed=needed, settled=tuple(done.values()))


def _needed(waiting: Waiting) -> list[Needed]:
    found = [
        *(_need(Needs.YES, about, one.due_at, one.asked_at) for one, about in waiting.sign_offs),
        *(_need(Needs.HAVE_IT, about, about.deadline, one.sent_at) for one, about in waiting.nudges),
        *(_need(Needs.FACTS, about, one.due_at, one.asked_at) for one, about in waiting.fact_checks),
        *(_need(Needs.TASK, about, one.due_at, one.made_at) for one, about in waiting.tasks),
    ]
    return sorted(found, key=lambda one: (one.due is None, one.due or one.asked_at, one.enquiry_id, one.what))


def _need(what: Needs, about: Enquiry, due: datetime | None, asked_at: datetime | None) -> Needed:
    return Needed(what, about.id, about.reference, due, asked_at or about.raised_at)


def is_worth_saying(day: LeadDay, organisation: Organisation) -> bool:
    """Only what waits since yesterday or longer: what they were asked this morning they have just read."""
    begins = moment_of_day(organisation.calendar, day.day)
    return any(one.asked_at < begins for one in day.needed)


def moment_of_day(calendar: WorkingCalendar, day: date) -> datetime:
    """When a day begins on the organisation's clocks."""
    return moment(calendar, day, datetime.min.time())


# -- on Monday, to the head of communications


OWN = (
    Step.OFFICER_UNCLAIMED,
    Step.HEAD_UNCLAIMED,
    Step.OFFICER_SILENT,
    Step.READY_UNSENT,
    Step.OFFICER_PASSED,
    Step.NOT_CLOSED,
    Step.STORY_ANSWER,
    Step.STORY_HEAD,
)
"""The comms team's own lateness: it is named first."""

OF_SERVICES = (
    Step.LEAD_AGAIN,
    Step.DEPUTY,
    Step.SECOND_DEPUTY,
    Step.HEAD_UNACKNOWLEDGED,
    Step.RAISER_RING,
    Step.LEAD_SILENT,
    Step.FACT_CHECK_AGAIN,
    Step.SIGN_OFF_AGAIN,
    Step.SIGN_OFF_LATE,
)


@dataclass(frozen=True, slots=True)
class Row:
    """How often a step was needed for one service's matters; None: fewer than three times."""

    step: Step
    area: str
    count: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """Where a week's nudges had to escalate. Nobody's name is in it."""

    starts: date
    ends: date
    own: tuple[Row, ...]
    services: tuple[Row, ...]


def last_week(calendar: WorkingCalendar, now: datetime) -> tuple[date, date]:
    """Monday to Sunday of the week before this one."""
    today = local(calendar, now).date()
    monday = today - timedelta(days=today.weekday() + 7)
    return monday, monday + timedelta(days=6)


def week(
    starts: date, reader: str, sent: Sequence[tuple[Nudge, Enquiry | StoryIdea]], organisation: Organisation
) -> Week:
    """Each matter counts once at each step, however often it was asked there. What the reader is left out of does not count."""
    matters: dict[tuple[Step, str], set[tuple[type, int]]] = defaultdict(set)
    for nudge, about in sent:
        if isinstance(about, Enquiry) and is_left_out(reader, about):
            continue
        matters[Step(nudge.step), about.service_area].add((type(about), about.id))
    order = {key: place for place, key in enumerate(organisation.service_areas)}

    def rows(steps: Sequence[Step]) -> tuple[Row, ...]:
        found = [(step, area) for step, area in matters if step in steps]
        found.sort(key=lambda one: (steps.index(one[0]), order.get(one[1], len(order)), one[1]))
        return tuple(Row(step, area, _shown(len(matters[step, area]))) for step, area in found)

    return Week(starts=starts, ends=starts + timedelta(days=6), own=rows(OWN), services=rows(OF_SERVICES))


def _shown(count: int) -> int | None:
    return count if count >= FEWER_THAN else None


def is_open_now(organisation: Organisation, now: datetime) -> bool:
    """Whether the press office is there to be told anything."""
    return is_working(organisation.calendar, now) and not organisation.being_set_up
