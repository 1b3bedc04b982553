"""Worlds to try the rules in: zones, hours, closures, absences, what Slack shows, rotas, policies, and enquiries of every kind."""

from datetime import UTC, date, datetime, time, timedelta

from hypothesis import strategies as st

from bot.rules.urgency import is_urgent
from storage.absence import Absence, Presence
from storage.enquiry import Enquiry
from storage.kinds import Reach, RotaKind, Status
from storage.organisation import Organisation, Person, WorkingCalendar
from storage.rota import Turn
from tests.rules.northbank import (
    DEPUTY,
    HEAD,
    LEAD,
    OFFICER,
    ONCALL,
    OTHER_OFFICER,
    SECOND,
    enquiry,
    organisation,
)

BEGIN = datetime(2026, 3, 20, tzinfo=UTC)  # the clocks change on 29 March and on 25 October; Easter lies between
PEOPLE = (LEAD, DEPUTY, SECOND, OFFICER, OTHER_OFFICER, ONCALL, HEAD)
WEEK = ("mon", "tue", "wed", "thu", "fri")

MOMENTS = st.integers(0, 240 * 24 * 12).map(lambda fives: BEGIN + timedelta(minutes=5 * fives))
HOURS = st.sampled_from(
    [
        {day: (time(9), time(17)) for day in WEEK},
        {day: (time(8), time(18, 30)) for day in WEEK} | {"sat": (time(10), time(12))},
        {day: (time(9), time(13)) for day in ("mon", "wed", "fri")},
    ]
)
CALENDARS = st.builds(
    WorkingCalendar,
    zone=st.sampled_from(["Europe/London", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe"]),
    nation=st.sampled_from(["ENG", "SCT", "WLS", "NIR"]),
    hours=HOURS,
    closures=st.frozensets(st.dates(date(2026, 3, 20), date(2026, 11, 20)), max_size=3),
)
OWN_HOURS = st.sampled_from(
    [
        {},
        {},
        {"mon": (time(9), time(17)), "tue": (time(9), time(17))},
        {day: (time(11), time(15)) for day in WEEK},
        {day: (time(20), time(23)) for day in WEEK},
    ]
)
POLICIES = st.sampled_from(
    [
        {},
        {"lead_again": {"share": 0.9, "floor_minutes": 1, "ceiling_minutes": 2}},
        {"deputy": {"off": True}, "officer_unclaimed": {"share": 0.01, "floor_minutes": 1}},
        {"*": {"rounds": 1, "a_day": 1}},
        {"officer_new": {"off": True}, "draft_due": {"before_minutes": 600}},
    ]
)


@st.composite
def organisations(draw: st.DrawFn, around: datetime = BEGIN) -> Organisation:
    """Northbank on some other day: someone is away, someone is part-time, someone has left."""
    people = {
        one: Person(id=one, name=one.title(), hours=draw(OWN_HOURS), reach=draw(st.sampled_from(list(Reach))))
        for one in PEOPLE
    }
    return organisation(
        people={**organisation().people, **people},
        calendar=draw(CALENDARS),
        absences=tuple(draw(st.lists(absences(around), max_size=3))),
        presence=draw(st.dictionaries(st.sampled_from(PEOPLE), presences(around), max_size=3)),
        rota=tuple(draw(st.lists(turns(around), max_size=2))),
        nudging=draw(POLICIES),
    )


@st.composite
def absences(draw: st.DrawFn, around: datetime) -> Absence:
    """A few days, sometimes with somebody who stands in."""
    starts = around + timedelta(hours=draw(st.integers(-96, 96)))
    deputy = draw(st.none() | st.sampled_from(PEOPLE))
    ends = starts + timedelta(hours=draw(st.integers(1, 240)))
    return Absence(
        id=draw(st.integers(1, 999)),
        person=draw(st.sampled_from(PEOPLE)),
        starts_at=starts,
        ends_at=ends,
        deputy=deputy,
    )


def presences(around: datetime) -> st.SearchStrategy[Presence]:
    """What Slack might show."""
    later = st.none() | st.integers(-10, 60).map(lambda hours: around + timedelta(hours=hours))
    return st.builds(Presence, deactivated=st.booleans(), quiet_until=later, away_until=later, away=st.just(False))


@st.composite
def turns(draw: st.DrawFn, around: datetime) -> Turn:
    """A week of somebody."""
    starts = around + timedelta(hours=draw(st.integers(-168, 24)))
    kind = draw(st.sampled_from(list(RotaKind)))
    return Turn(
        id=draw(st.integers(1, 999)),
        kind=kind,
        person=draw(st.sampled_from(PEOPLE)),
        starts_at=starts,
        ends_at=starts + timedelta(days=7),
        service_area=draw(st.sampled_from(["", "adults"])) if kind == RotaKind.LEAD else "",
    )


@st.composite
def matters(draw: st.DrawFn) -> tuple[Enquiry, Organisation, datetime]:
    """An enquiry at any point of its life, an organisation, and a moment after it came in."""
    raised = draw(MOMENTS)
    house = draw(organisations(raised))
    left = draw(st.none() | st.integers(1, 14 * 24 * 12).map(lambda fives: timedelta(minutes=5 * fives)))
    deadline = raised + left if left else None
    excluded = draw(st.lists(st.sampled_from(PEOPLE), max_size=2, unique=True))
    officer = draw(st.none() | st.sampled_from([OFFICER, OTHER_OFFICER, ONCALL]))
    has_it = draw(st.booleans())
    lead = draw(st.sampled_from([LEAD, DEPUTY, None]))
    one = enquiry(
        raised_at=raised,
        deadline=deadline,
        urgent=is_urgent(deadline, raised, house.calendar),
        restricted=draw(st.booleans()),
        excluded=excluded,
        officer=officer if officer not in excluded else None,
        claimed_at=raised + timedelta(minutes=20),
        status=Status.IN_PROGRESS if officer else Status.NEW,
        lead=lead if lead not in excluded else None,
    )
    if has_it and one.lead:
        one.lead_acknowledged_by, one.lead_acknowledged_at = one.lead, raised + timedelta(minutes=30)
    one.id = 1
    return one, house, raised + draw(st.integers(0, 21 * 24 * 60).map(lambda minutes: timedelta(minutes=minutes)))
