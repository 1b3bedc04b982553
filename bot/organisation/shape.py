"""What may stand in an organisation file, and how each part is written. See `docs/organisation.md` for the words."""

from datetime import date, time
from typing import Annotated, Literal
from zoneinfo import available_timezones

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, field_validator, model_validator

from bot.rules.reactions import EMOJI
from bot.rules.retention import Kept, period_from
from bot.rules.share_rules import may_be_set
from storage.kinds import Light, Step

Weekday = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]


def looks_like_slack_id(value: str, letters: str) -> bool:
    """Slack's ids are capitals and digits; the first letter says of what."""
    return value[:1] in letters and 3 <= len(value) <= 32 and value.isascii() and value.isalnum() and value.isupper()


def _slack_id(letters: str, what: str, example: str) -> AfterValidator:
    def check(value: str) -> str:
        if value and not looks_like_slack_id(value, letters):
            raise ValueError(f"{value!r} is not a Slack {what} id, which looks like {example}")
        return value

    return AfterValidator(check)


def _clock_time(value: object) -> object:
    """`"9:00"` as well as `"09:00"`."""
    return value.strip().zfill(5) if isinstance(value, str) else value


def _hours(value: object) -> object:
    """`"09:00-17:00"` becomes two times."""
    if not isinstance(value, str):
        return value
    opens, dash, closes = value.partition("-")
    if not dash:
        raise ValueError('hours look like "09:00-17:00"')
    return opens, closes


def _opens_before_it_closes(value: tuple[time, time]) -> tuple[time, time]:
    if value[0] >= value[1]:
        raise ValueError("it should open before it closes")
    return value


def _zone(value: str) -> str:
    if value not in available_timezones():
        raise ValueError(f'{value!r} is not a time zone; the United Kingdom\'s is "Europe/London"')
    return value


def _waking_hour(value: time) -> time:
    if value.hour == 1:
        raise ValueError("nothing can be set between 01:00 and 02:00, which the clocks skip or repeat")
    return value


def _emoji(value: str) -> str:
    name = value.strip(": ")
    if name and not EMOJI.fullmatch(name):
        raise ValueError(f"{value!r} is not the name of an emoji, which looks like sparkles")
    return name


def _period(value: str) -> str:
    return str(period_from(value))


PersonId = Annotated[str, _slack_id("UW", "member", "U012AB3CD")]
ChannelId = Annotated[str, _slack_id("CG", "channel", "C012AB3CD")]
Moment = Annotated[time, BeforeValidator(_clock_time)]
Hours = Annotated[tuple[Moment, Moment], BeforeValidator(_hours), AfterValidator(_opens_before_it_closes)]
Text = Annotated[str, Field(min_length=1)]
Minutes = Annotated[float, Field(ge=0, le=60 * 24 * 14)]
Key = Annotated[str, Field(pattern=r"^[a-z0-9_-]{1,64}$")]


class Part(BaseModel):
    """A table of the file. A word that is not known is a mistake, not a comment."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class ChannelsPart(Part):
    """`[channels]`"""

    triage: ChannelId = ""
    restricted: ChannelId = ""
    intake: ChannelId = ""
    good_news: ChannelId = ""
    comms: ChannelId = ""


class PressOfficePart(Part):
    """`[press_office]`"""

    officers: list[str] = []
    head: str | None = None
    on_call: str | None = None
    duty_name: str = ""
    duty_phone: str = ""
    danger_number: str = ""


class OthersPart(Part):
    """`[others]`"""

    approvers: list[str] = []
    legal: list[str] = []
    administrators: list[str] = []
    monitoring_officers: list[str] = []
    foi_team: str = ""


class CalendarPart(Part):
    """`[calendar]`"""

    zone: Annotated[str, AfterValidator(_zone)] = "Europe/London"
    nation: Literal["ENG", "SCT", "WLS", "NIR"] = "ENG"
    hours: dict[Weekday, Hours] | None = None
    closures: list[date] = []


class DigestPart(Part):
    """`[digest]`"""

    day: Weekday = "fri"
    preview: Annotated[Moment, AfterValidator(_waking_hour)] = time(10)
    unapproved: Literal["send", "wait"] = "send"
    reaction: Annotated[str, AfterValidator(_emoji)] = "sparkles"
    promise_days: Annotated[int, Field(ge=1, le=10)] = 3
    best_of: bool = False
    editions: dict[str, ChannelId] = {}
    voices: dict[Text, Annotated[list[Text], Field(min_length=1)]] = {}
    time: Annotated[Moment, AfterValidator(_waking_hour)] = time(10)  # last: its name covers the type's


class SharingPart(Part):
    """`[sharing]`"""

    promise_hours: Annotated[int, Field(ge=1, le=40)] = 4
    turns_green: bool = False
    change_days: Annotated[int, Field(ge=1, le=20)] = 5
    joint_group: list[str] = []
    joint_days: Annotated[int, Field(ge=1, le=60)] = 10
    rules: dict[str, str] = {}

    @field_validator("rules")
    @classmethod
    def _within_bounds(cls, value: dict[str, str]) -> dict[str, str]:
        for key, light in value.items():
            if light not in set(Light) or not may_be_set(key, Light(light)):
                raise ValueError(f"{key!r} cannot be {light!r}; the rules and their bounds are in docs/good-news.md")
        return value


class RetentionPart(Part):
    """`[retention]`"""

    by_itself: bool = False
    periods: dict[Kept, Annotated[str, AfterValidator(_period)]] = {}


class PersonPart(Part):
    """`[people.NAME]`"""

    slack: Annotated[PersonId, Field(min_length=1)]
    name: Text
    phone: str = ""
    service_area: str = ""
    hours: dict[Weekday, Hours] = {}
    reach: Literal["slack", "phone"] = "slack"

    @model_validator(mode="after")
    def _can_be_rung(self) -> "PersonPart":
        if self.reach == "phone" and not self.phone:
            raise ValueError('whoever wants to be rung needs a number under "phone"')
        return self


class ServiceAreaPart(Part):
    """`[service_areas.KEY]`"""

    name: Text
    lead: str | None = None
    deputies: list[str] = []
    press_officer: str | None = None
    restricted: bool = False


class NudgingPart(Part):
    """`[nudging.STEP]`"""

    share: Annotated[float, Field(ge=0, le=1)] | None = None
    floor_minutes: Minutes | None = None
    ceiling_minutes: Minutes | None = None
    before_minutes: Minutes | None = None
    promised_minutes: Minutes | None = None
    off: bool | None = None
    rounds: Annotated[int, Field(ge=1)] | None = None  # these two for "*", every step
    a_day: Annotated[int, Field(ge=1)] | None = None


class OrganisationPart(Part):
    """The whole file."""

    name: Text
    channels: ChannelsPart = ChannelsPart()
    press_office: PressOfficePart = PressOfficePart()
    others: OthersPart = OthersPart()
    calendar: CalendarPart = CalendarPart()
    digest: DigestPart = DigestPart()
    sharing: SharingPart = SharingPart()
    retention: RetentionPart = RetentionPart()
    nudging: dict[Step | Literal["*"], NudgingPart] = {}
    people: dict[Key, PersonPart] = {}
    service_areas: dict[Key, ServiceAreaPart] = {}
