"""A written question that asks for recorded information is a request under the Freedom of Information Act: its dates, and its form."""

from dataclasses import dataclass
from datetime import date, datetime

from bot.rules.form_checks import Problems, stripped
from bot.rules.reasons import Reason, Refused
from bot.rules.working_time import DAY, bank_holidays, local
from storage.organisation import Organisation, WorkingCalendar

WORKING_DAYS = 20
"""Freedom of Information Act 2000, section 10(1); Freedom of Information (Scotland) Act 2002, section 10(1)."""

LIMITS = {"foi_handed_to": 300, "foi_reference": 64, "foi_not_because": 500}

UNITED_KINGDOM = ("ENG", "WLS", "SCT", "NIR")
WEEKEND = (5, 6)


def answer_due(received_on: date, nation: str) -> date:
    """The twentieth working day after the day of receipt.

    A bank holiday in any part of the United Kingdom is no working day (section 10(6) of the Act of 2000). Scotland's own Act
    counts Scotland's bank holidays alone (section 73 of the Act of 2002). The organisation's own closures count as working days.
    """
    nations = ("SCT",) if nation == "SCT" else UNITED_KINGDOM
    day, left = received_on, WORKING_DAYS
    while left:
        day += DAY
        left -= _is_statutory_working_day(day, nations)
    return day


def _is_statutory_working_day(day: date, nations: tuple[str, ...]) -> bool:
    if day.weekday() in WEEKEND or (day.month, day.day) == (12, 25):
        return False
    return not any(day in bank_holidays(nation, day.year) for nation in nations)


@dataclass(frozen=True, slots=True)
class FoiForm:
    """When it came, who deals with it from here, and what they call it. `received` as the form gives it, "" where it was emptied.

    `because`: why it is none after all, which was not said to be so.
    """

    received: str
    handed_to: str
    reference: str = ""
    because: str = ""


@dataclass(frozen=True, slots=True)
class CheckedFoi:
    """A form that can be kept."""

    received_on: date
    handed_to: str
    reference: str


def check_foi(form: FoiForm, organisation: Organisation, now: datetime) -> CheckedFoi:
    """The form as it can be kept. Raises `FormRefused`."""
    tidy = stripped(form)
    problems = Problems()
    problems.need({"foi_received": tidy.received, "foi_handed_to": tidy.handed_to})
    words = {"foi_handed_to": tidy.handed_to, "foi_reference": tidy.reference, "foi_not_because": tidy.because}
    problems.limit(words, LIMITS)
    problems.keep_private(words)
    received_on = date.fromisoformat(tidy.received) if tidy.received else now.date()
    if tidy.because:
        problems.add("foi_not", Refused(Reason.TICK_TOO))
    if received_on > local(organisation.calendar, now).date():
        problems.add("foi_received", Refused(Reason.DAY_AHEAD))
    problems.refuse()
    return CheckedFoi(received_on, tidy.handed_to, tidy.reference)


def check_not_foi(because: str) -> str:
    """Why it is none after all. Raises `FormRefused`."""
    problems, words = Problems(), {"foi_not_because": because.strip()}
    problems.need(words)
    problems.limit(words, LIMITS)
    problems.keep_private(words)
    problems.refuse()
    return words["foi_not_because"]


def received_today(calendar: WorkingCalendar, now: datetime) -> date:
    """What the form proposes."""
    return local(calendar, now).date()
