"""The organisation: its people, service areas, channels, hours and rules. Rows in the database, one frozen value in memory."""

from dataclasses import asdict, dataclass, field
from datetime import UTC, date, datetime, time
from typing import Any

from sqlalchemy import JSON, String, Text, delete, insert, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from storage.absence import Absence, Presence, all_presence, standing_absences
from storage.base import Record, Word
from storage.insert import table_of
from storage.kinds import Reach, Role
from storage.locking import alone_with
from storage.pre_election import standing_periods
from storage.rota import Turn, standing_turns

LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)


class OrganisationRow(Record):
    """The one row of settings. `settings` is the JSON of everything that is not a person or a service area; `version` counts loads."""

    __tablename__ = "organisation"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    name: Mapped[str] = mapped_column(Text)
    version: Mapped[int] = mapped_column(default=1)
    settings: Mapped[dict[str, Any]] = mapped_column(JSON, default_factory=dict)


class PersonRow(Record):
    """A person the organisation names: a Slack user id, what to call them, a number to ring, their team's service area."""

    __tablename__ = "person"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    name: Mapped[str] = mapped_column(Text)
    phone: Mapped[str] = mapped_column(Text, default="")
    service_area: Mapped[str] = mapped_column(String(64), default="")
    position: Mapped[int] = mapped_column(default=0)
    hours: Mapped[dict[str, Any]] = mapped_column(JSON, default_factory=dict, server_default="{}")
    reach: Mapped[Reach] = mapped_column(Word(Reach, 16), default=Reach.SLACK, server_default="slack")


class RoleRow(Record):
    """A person's role. `position` keeps the file's order. The person may be unknown: a hole for `check` to name, no reason to fail."""

    __tablename__ = "role"

    role: Mapped[Role] = mapped_column(Word(Role, 32), primary_key=True)
    person: Mapped[str] = mapped_column(String(32), primary_key=True)
    position: Mapped[int] = mapped_column(default=0)


class ServiceAreaRow(Record):
    """A service area with its lead, deputies in order, and named press officer."""

    __tablename__ = "service_area"

    key: Mapped[str] = mapped_column(String(64), primary_key=True)
    name: Mapped[str] = mapped_column(Text)
    position: Mapped[int] = mapped_column(default=0)
    lead: Mapped[str | None] = mapped_column(String(32), default=None)
    deputies: Mapped[list[str]] = mapped_column(JSON, default_factory=list)
    press_officer: Mapped[str | None] = mapped_column(String(32), default=None)
    restricted: Mapped[bool] = mapped_column(default=False)  # its enquiries start restricted


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A person as the rules and messages know them. `id` is the Slack user id."""

    id: str
    name: str
    phone: str = ""
    service_area: str = ""
    hours: dict[str, tuple[time, time]] = field(default_factory=dict)  # their own, by weekday; none: the organisation's
    reach: Reach = Reach.SLACK  # how they want to hear of what is urgent outside those hours


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceArea:
    """A service area as the rules know it. `restricted`: its enquiries start restricted."""

    key: str
    name: str
    lead: str | None = None
    deputies: tuple[str, ...] = ()
    press_officer: str | None = None
    restricted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkingCalendar:
    """When the office is open: hours by weekday name ("mon" ...), closures, the nation whose bank holidays hold, the zone's name."""

    zone: str = "Europe/London"
    nation: str = "ENG"  # ENG, SCT, WLS or NIR
    hours: dict[str, tuple[time, time]] = field(
        default_factory=lambda: {day: (time(9), time(17)) for day in ("mon", "tue", "wed", "thu", "fri")}
    )
    closures: frozenset[date] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class ElectionPeriod:
    """A pre-election period as the rules know it: from `starts_on` to `ends_on`, both included."""

    id: int
    starts_on: date
    ends_on: date
    guidance: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pause:
    """Good news is held back until a person lets it go on: who said so, when, and why."""

    by: str
    at: datetime
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """Everything the bot knows of the organisation, as one immutable value. Channels are Slack ids."""

    name: str
    version: int = 0
    triage_channel: str = ""
    restricted_channel: str = ""
    intake_channel: str = ""
    good_news_channel: str = ""
    comms_channel: str = ""  # where story cards go; the triage channel where it is not set
    calendar: WorkingCalendar = field(default_factory=WorkingCalendar)
    digest_day: str = "fri"
    digest_time: time = time(10)
    good_news_reaction: str = "sparkles"  # an emoji's name: on a message, its author is asked; "" never asks
    preview_time: time = time(10)  # on the working day before
    digest_unapproved: str = (
        "send"  # "send" or "wait": what becomes of it when its hour comes and nobody has said a word
    )
    editions: dict[str, str] = field(default_factory=dict)  # a service area's own channel for its good news
    best_of: bool = False  # whether the comms team is asked each month for its best
    voices: dict[str, list[str]] = field(default_factory=dict)  # whose work is seldom seen, and words they are known by
    promise_days: int = 3  # working days within which every story idea is answered
    share_rules: dict[str, str] = field(default_factory=dict)  # what the organisation changes of a rule's light
    share_promise: int = 4  # working hours within which *can I share this?* is answered; half a day
    share_turns_green: bool = False  # whether a question without a person in it is a yes once we are late
    change_days: int = 5  # working days within which *we should change* is answered
    joint_group: tuple[str, ...] = ()  # who looks at a rule that got in someone's way
    joint_days: int = 10  # working days within which they answer
    good_news_paused: Pause | None = None  # set in Slack, not in the file
    danger_number: str = ""  # who to ring in the organisation when someone is in danger now
    duty_name: str = ""  # what to call the press office's duty line
    duty_phone: str = ""
    on_call: str | None = None  # the press officer on call outside working hours
    rung: str | None = field(
        default=None, compare=False
    )  # whose turn on the rota it is just now, as the desk hands the value out; never kept
    retention: dict[str, str] = field(default_factory=dict)  # how long each kind of record is kept: "6 years"
    keeps_by_itself: bool = False  # whether what is over its period goes every day, without being told
    foi_team: str = ""  # who deals with freedom of information requests, as they like to be called
    pre_election: tuple[ElectionPeriod, ...] = ()  # set in Slack, not in the file
    being_set_up: bool = False  # its first steps are being gone through in Slack
    nudging: dict[str, dict[str, Any]] = field(
        default_factory=dict
    )  # what the organisation changes of the policy, by step
    rota: tuple[Turn, ...] = ()  # set in Slack or from a rota file
    absences: tuple[Absence, ...] = ()
    presence: dict[str, Presence] = field(default_factory=dict)  # as Slack last showed it
    people: dict[str, Person] = field(default_factory=dict)
    service_areas: dict[str, ServiceArea] = field(default_factory=dict)
    roles: dict[Role, tuple[str, ...]] = field(default_factory=dict)

    def holders(self, role: Role) -> tuple[str, ...]:
        """The people who hold a role, in the organisation's order."""
        return self.roles.get(role, ())

    @property
    def head_of_comms(self) -> str | None:
        """The head of communications, or None where none is named."""
        return next(iter(self.holders(Role.HEAD_OF_COMMS)), None)

    def is_press_office(self, person: str) -> bool:
        """A press officer or the head of communications."""
        return person in self.holders(Role.PRESS_OFFICER) or person in self.holders(Role.HEAD_OF_COMMS)

    def name_of(self, person: str | None) -> str:
        """What to call a person in plain text; the Slack id where nobody told us a name."""
        if person is None:
            return "nobody yet"
        known = self.people.get(person)
        return known.name if known else f"<@{person}>"


def save_organisation(session: Session, organisation: Organisation) -> int:
    """Replace everything known of the organisation; its new version comes back. `organisation.version` itself is ignored."""
    before = session.scalar(select(OrganisationRow.version).with_for_update())
    version = (before or 0) + 1
    written = {**_settings_of(organisation), **_kept_beside(session)}
    settings = {"name": organisation.name, "version": version, "settings": written}
    # In place: whoever raises the version meanwhile waits for this row, and finds it still there.
    table = table_of(OrganisationRow)
    session.execute(insert(table).values(id=1, **settings) if before is None else update(table).values(**settings))
    rows: dict[type[Record], list[dict[str, Any]]] = {
        PersonRow: [_person_row(person, at) for at, person in enumerate(organisation.people.values())],
        ServiceAreaRow: [_area_row(area, at) for at, area in enumerate(organisation.service_areas.values())],
        RoleRow: _role_rows(organisation),
    }
    for kind, values in rows.items():
        session.execute(delete(table_of(kind)))
        if values:
            session.execute(insert(table_of(kind)), values)
    return version


def read_organisation(session: Session, since: datetime = LONG_AGO) -> Organisation | None:
    """The organisation as one value; None before anything was loaded. Turns and absences that ended before `since` are left out."""
    afresh = {"populate_existing": True}
    row = session.scalars(select(OrganisationRow), execution_options=afresh).one_or_none()
    if row is None:
        return None
    people = session.scalars(select(PersonRow).order_by(PersonRow.position), execution_options=afresh)
    areas = session.scalars(select(ServiceAreaRow).order_by(ServiceAreaRow.position), execution_options=afresh)
    roles: dict[Role, tuple[str, ...]] = {}
    for held in session.scalars(select(RoleRow).order_by(RoleRow.role, RoleRow.position), execution_options=afresh):
        roles[held.role] = (*roles.get(held.role, ()), held.person)
    return Organisation(
        name=row.name,
        version=row.version,
        people={each.id: _person(each) for each in people},
        service_areas={each.key: _area(each) for each in areas},
        roles=roles,
        pre_election=tuple(
            ElectionPeriod(id=one.id, starts_on=one.starts_on, ends_on=one.ends_on, guidance=one.guidance)
            for one in standing_periods(session)
        ),
        rota=standing_turns(session, since),
        absences=standing_absences(session, since),
        presence=all_presence(session),
        **_from_settings(row.settings),
    )


def organisation_alone(session: Session) -> Organisation | None:
    """The organisation, to be changed: nobody else changes it until this transaction ends."""
    alone_with(session, "organisation")
    return read_organisation(session)


def _kept_beside(session: Session) -> dict[str, Any]:
    """What a person said in Slack outlives every load of the file."""
    kept = session.scalar(select(OrganisationRow.settings)) or {}
    return {_PAUSE: kept[_PAUSE]} if _PAUSE in kept else {}


def pause_of(session: Session) -> Pause | None:
    """Whether good news is held back at this very moment, whatever a process has read before."""
    settings = session.scalar(select(OrganisationRow.settings)) or {}
    return _read_pause(settings.get(_PAUSE))


def set_pause(session: Session, pause: Pause | None) -> None:
    """Hold good news back, or let it go on. Every process reads the organisation again."""
    alone_with(session, "organisation")
    settings = dict(session.scalar(select(OrganisationRow.settings).with_for_update()) or {})
    written = {"by": pause.by, "at": pause.at.isoformat(), "why": pause.why} if pause else None
    table = table_of(OrganisationRow)
    changed = {"settings": {**settings, _PAUSE: written}, "version": table.c.version + 1}
    session.execute(update(table).values(**changed))


def _read_pause(written: dict[str, str] | None) -> Pause | None:
    return Pause(by=written["by"], at=datetime.fromisoformat(written["at"]), why=written["why"]) if written else None


def touch_organisation(session: Session) -> None:
    """Something that the rules look up has changed beside the file: every process reads the organisation again."""
    session.execute(update(OrganisationRow).values(version=OrganisationRow.version + 1))


def organisation_version(session: Session) -> int:
    """Which load this is, so that a snapshot in memory knows when it is old; 0 before the first."""
    return session.scalar(select(OrganisationRow.version)) or 0


_PAUSE = "good_news_paused"

_PLAIN = (
    "triage_channel",
    "restricted_channel",
    "intake_channel",
    "good_news_channel",
    "comms_channel",
    "digest_day",
    "digest_unapproved",
    "good_news_reaction",
    "promise_days",
    "editions",
    "best_of",
    "voices",
    "danger_number",
    "duty_name",
    "duty_phone",
    "on_call",
    "retention",
    "keeps_by_itself",
    "foi_team",
    "being_set_up",
    "nudging",
    "share_rules",
    "share_promise",
    "share_turns_green",
    "change_days",
    "joint_days",
)


def _settings_of(organisation: Organisation) -> dict[str, Any]:
    calendar = organisation.calendar
    return {
        **{name: getattr(organisation, name) for name in _PLAIN},
        "digest_time": organisation.digest_time.isoformat(),
        "preview_time": organisation.preview_time.isoformat(),
        "joint_group": list(organisation.joint_group),
        "calendar": {
            "zone": calendar.zone,
            "nation": calendar.nation,
            "hours": _written_hours(calendar.hours),
            "closures": sorted(day.isoformat() for day in calendar.closures),
        },
    }


def _from_settings(settings: dict[str, Any]) -> dict[str, Any]:
    calendar = settings["calendar"]
    return {
        **{name: settings[name] for name in _PLAIN if name in settings},
        "digest_time": time.fromisoformat(settings["digest_time"]),
        "preview_time": time.fromisoformat(settings.get("preview_time", "10:00")),
        "joint_group": tuple(settings.get("joint_group", ())),
        _PAUSE: _read_pause(settings.get(_PAUSE)),
        "calendar": WorkingCalendar(
            zone=calendar["zone"],
            nation=calendar["nation"],
            hours=_read_hours(calendar["hours"]),
            closures=frozenset(date.fromisoformat(day) for day in calendar["closures"]),
        ),
    }


def _read_hours(written: dict[str, list[str]]) -> dict[str, tuple[time, time]]:
    return {day: (time.fromisoformat(opens), time.fromisoformat(closes)) for day, (opens, closes) in written.items()}


def _written_hours(hours: dict[str, tuple[time, time]]) -> dict[str, list[str]]:
    return {day: [opens.isoformat(), closes.isoformat()] for day, (opens, closes) in hours.items()}


def _person(row: PersonRow) -> Person:
    return Person(
        id=row.id,
        name=row.name,
        phone=row.phone,
        service_area=row.service_area,
        hours=_read_hours(row.hours),
        reach=row.reach,
    )


def _person_row(person: Person, position: int) -> dict[str, Any]:
    return {**asdict(person), "hours": _written_hours(person.hours), "position": position}


def _area(row: ServiceAreaRow) -> ServiceArea:
    return ServiceArea(
        key=row.key,
        name=row.name,
        lead=row.lead,
        deputies=tuple(row.deputies),
        press_officer=row.press_officer,
        restricted=row.restricted,
    )


def _area_row(area: ServiceArea, position: int) -> dict[str, Any]:
    return {**asdict(area), "deputies": list(area.deputies), "position": position}


def _role_rows(organisation: Organisation) -> list[dict[str, Any]]:
    return [
        {"role": role, "person": person, "position": position}
        for role, people in organisation.roles.items()
        for position, person in enumerate(dict.fromkeys(people))
    ]
