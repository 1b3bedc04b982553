"""The organisation: its people, service areas, channels, hours and rules. Rows in the database, one frozen value in memory."""

from dataclasses import dataclass, field
from datetime import date, time

from sqlalchemy import JSON, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Record
from storage.kinds import Role


class OrganisationRow(Record):
    """The one row of settings. `settings` is the JSON of everything that is not a person or a service area; `version` counts loads."""

    __tablename__ = "organisation"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    name: Mapped[str] = mapped_column(Text)
    version: Mapped[int] = mapped_column(default=1)
    settings: Mapped[dict[str, object]] = mapped_column(JSON, default_factory=dict)


class PersonRow(Record):
    """A person the organisation names: a Slack user id, what to call them, a number to ring, their team's service area."""

    __tablename__ = "person"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    name: Mapped[str] = mapped_column(Text)
    phone: Mapped[str] = mapped_column(Text, default="")
    service_area: Mapped[str] = mapped_column(String(64), default="")


class RoleRow(Record):
    """A person's role. `position` keeps the file's order."""

    __tablename__ = "role"

    role: Mapped[Role] = mapped_column(String(32), primary_key=True)
    person: Mapped[str] = mapped_column(ForeignKey("person.id"), primary_key=True)
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
    danger_number: str = ""  # who to ring in the organisation when someone is in danger now
    duty_name: str = ""  # what to call the press office's duty line
    duty_phone: str = ""
    on_call: str | None = None  # the press officer on call outside working hours
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
