"""The settings of the house itself: name and nation, when it is open, channels and numbers, how long things are kept."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime, time

from bot.rules.form_checks import Problems
from bot.rules.reasons import Reason, Refused
from bot.rules.retention import RULES, Kept, period_from, periods
from bot.rules.settings_kinds import Part, Put, box
from bot.rules.working_time import NAMES
from storage.organisation import Organisation

Hours = dict[str, tuple[time, time]]

CHANNELS = ("triage_channel", "restricted_channel", "intake_channel", "good_news_channel", "comms_channel")
NUMBERS = ("danger_number", "duty_name", "duty_phone")
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MOST_NAME = 80
NOON = 12
DAYS = ("%Y-%m-%d", "%d/%m/%Y", "%d.%m.%Y", "%d %B %Y", "%d %b %Y", "%A %d %B %Y")
_DAY = r"(mon|tue|wed|thu|fri|sat|sun)[a-z]*"
_HOUR = r"(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm)?"
_LINE = re.compile(rf"{_DAY}(?:\s*(?:-|–|to)\s*{_DAY})?\s*:?\s*{_HOUR}\s*(?:-|–|to)\s*{_HOUR}")


def _office_shown(organisation: Organisation, _: str) -> dict[str, str]:
    calendar = organisation.calendar
    return {"set_name": organisation.name, "set_nation": calendar.nation, "set_zone": calendar.zone}


def _office_put(put: Put) -> tuple[Organisation, str]:
    put.problems.need({"set_name": put.values["set_name"]})
    put.problems.limit({"set_name": put.values["set_name"]}, {"set_name": MOST_NAME})
    calendar = put.organisation.calendar
    nation, zone = put.values["set_nation"] or calendar.nation, put.values["set_zone"] or calendar.zone
    calendar = replace(calendar, nation=nation, zone=zone)
    return replace(put.organisation, name=put.values["set_name"], calendar=calendar), put.key


def hours_written(hours: Mapping[str, tuple[time, time]]) -> str:
    """Opening hours, a day on each line: "Monday 09:00-17:00"."""
    lines = ((WEEKDAYS[NAMES.index(day)], *hours[day]) for day in NAMES if day in hours)
    return "\n".join(f"{day} {opens:%H:%M}-{closes:%H:%M}" for day, opens, closes in lines)


def hours_from(text: str, field: str, problems: Problems) -> Hours:
    """Hours as people write them: "Mon-Thu 9-17", "Friday 09:00 to 16:30". A line that says nothing we know is a problem."""
    found: Hours = {}
    for line in filter(None, (line.strip().lower() for line in text.splitlines())):
        read = _hours_of(line)
        if read is None:
            problems.add(field, Refused(Reason.HOURS_NOT_UNDERSTOOD, words=line[:40]))
        found |= read or {}
    return {day: found[day] for day in NAMES if day in found}


def _hours_of(line: str) -> Hours | None:
    match = _LINE.fullmatch(line)
    if match is None:
        return None
    first, last = NAMES.index(match[1]), NAMES.index(match[2] or match[1])
    opens, closes = _clock(*match.groups()[2:5]), _clock(*match.groups()[5:])
    if opens is None or closes is None:
        return None
    if closes <= opens and closes.hour < NOON and opens.hour <= NOON and match[8] is None:
        closes = closes.replace(hour=closes.hour + NOON)  # nine to five
    if opens >= closes or last < first:
        return None
    return {NAMES[at]: (opens, closes) for at in range(first, last + 1)}


def _clock(hour: str, minute: str | None, half: str | None) -> time | None:
    at = int(hour) % NOON + NOON * (half == "pm") if half else int(hour)
    return time(at, int(minute or 0)) if at < 2 * NOON and int(minute or 0) < 60 else None


def _hours_shown(organisation: Organisation, _: str) -> dict[str, str]:
    return {"set_hours": hours_written(organisation.calendar.hours)}


def _hours_put(put: Put) -> tuple[Organisation, str]:
    put.problems.need({"set_hours": put.values["set_hours"]})
    hours = hours_from(put.values["set_hours"], "set_hours", put.problems)
    return replace(put.organisation, calendar=replace(put.organisation.calendar, hours=hours)), put.key


def _closures_shown(organisation: Organisation, _: str) -> dict[str, str]:
    days = sorted(organisation.calendar.closures)
    return {"set_closures": "\n".join(f"{day.day} {day:%B %Y}" for day in days)}


def _closures_put(put: Put) -> tuple[Organisation, str]:
    days = frozenset(_days(put.values["set_closures"], put.problems))
    return replace(put.organisation, calendar=replace(put.organisation.calendar, closures=days)), put.key


def _days(text: str, problems: Problems) -> Iterator[date]:
    for line in filter(None, (line.strip() for line in text.splitlines())):
        day = _day(line)
        if day is None:
            problems.add("set_closures", Refused(Reason.DAY_NOT_UNDERSTOOD, words=line[:40]))
        else:
            yield day


def _day(line: str) -> date | None:
    for form in DAYS:
        try:
            return datetime.strptime(line, form).date()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            continue
    return None


def _channels_shown(organisation: Organisation, _: str) -> dict[str, str]:
    return {f"set_{name}": str(getattr(organisation, name)) for name in CHANNELS}


def _channels_put(put: Put) -> tuple[Organisation, str]:
    chosen = {name: put.values[f"set_{name}"] for name in CHANNELS}
    restricted = chosen["restricted_channel"]
    others = [chosen[name] for name in CHANNELS if name != "restricted_channel"]
    if restricted and restricted in (*others, *put.organisation.editions.values()):
        put.problems.add("set_restricted_channel", Refused(Reason.CHANNEL_TWICE))
    return replace(put.organisation, **chosen), put.key  # type: ignore[arg-type]  # only channels, and each is a text


def _numbers_shown(organisation: Organisation, _: str) -> dict[str, str]:
    return {f"set_{name}": str(getattr(organisation, name)) for name in NUMBERS}


def _numbers_put(put: Put) -> tuple[Organisation, str]:
    values = {name: put.values[f"set_{name}"] for name in NUMBERS}
    put.problems.ring({f"set_{name}": values[name] for name in ("danger_number", "duty_phone")})
    put.problems.limit(
        {f"set_{name}": value for name, value in values.items()}, {f"set_{name}": 60 for name in NUMBERS}
    )
    return replace(put.organisation, **values), put.key  # type: ignore[arg-type]  # as above


def _keeping_shown(organisation: Organisation, _: str) -> dict[str, str]:
    kept = {f"set_keep_{kind}": str(period) for kind, period in periods(organisation.retention).items()}
    return {**kept, "set_keeps_by_itself": box(organisation.keeps_by_itself)}


def _keeping_put(put: Put) -> tuple[Organisation, str]:
    own = {str(kind): _period(put, kind) for kind in Kept}
    retention = {kind: period for kind, period in own.items() if period and period != str(RULES[Kept(kind)].period)}
    by_itself = put.ticked("set_keeps_by_itself")
    return replace(put.organisation, retention=retention, keeps_by_itself=by_itself), put.key


def _period(put: Put, kind: Kept) -> str:
    """The period as it is kept; "" where the usual one holds."""
    typed = put.values[f"set_keep_{kind}"]
    if not typed:
        return ""
    try:
        return str(period_from(typed))
    except ValueError:
        put.problems.add(f"set_keep_{kind}", Refused(Reason.PERIOD_NOT_UNDERSTOOD))
        return ""


OFFICE = Part(_office_shown, _office_put)
HOURS = Part(_hours_shown, _hours_put)
CLOSURES = Part(_closures_shown, _closures_put)
CHANNELS_PART = Part(_channels_shown, _channels_put)
NUMBERS_PART = Part(_numbers_shown, _numbers_put)
KEEPING = Part(_keeping_shown, _keeping_put)
