"""How long each kind of record is kept, why so long, and from when it is counted. Then its content goes; the skeleton stays for figures.

The periods are a start for the organisation's data protection officer to change in `[retention]` of the organisation file;
`docs/dpia.md` shows this table, and a test compares the two.
"""

import calendar
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Literal

Unit = Literal["days", "years"]
MOST_YEARS = 100  # a period longer than this is a slip of the pen

_WRITTEN = re.compile(r"(\d{1,5}) (day|year)s?")


class Kept(StrEnum):
    """The kinds of record that have a period. The value is the name in the organisation file."""

    ENQUIRIES = "enquiries"
    STATEMENTS = "statements"
    NOTES = "notes"
    STORIES = "stories"
    CONSENTS = "consents"
    SHARES = "shares"
    JOINT = "joint"
    JOURNALISTS = "journalists"
    LINES = "lines"
    ABSENCES = "absences"
    PRESENCE = "presence"
    DELIVERIES = "deliveries"
    KEPT_WORDS = "kept_words"


@dataclass(frozen=True, slots=True)
class Period:
    """So many days or years. Years are the calendar's: from 29 February they end on 28 February."""

    amount: int
    unit: Unit

    def __str__(self) -> str:
        return f"{self.amount} {self.unit if self.amount != 1 else self.unit[:-1]}"

    def before(self, now: datetime) -> datetime:
        """What happened at this moment or earlier has been kept for the whole period."""
        if self.unit == "days":
            return now - timedelta(days=self.amount)
        year = now.year - self.amount
        return now.replace(year=year, day=min(now.day, calendar.monthrange(year, now.month)[1]))


@dataclass(frozen=True, slots=True)
class Rule:
    """A default period, what it counts from, what goes when it is over, and the reason it is that long."""

    period: Period
    counts_from: str
    goes: str
    reason: str


def period_from(written: str) -> Period:
    """ "6 years" or "90 days". ValueError otherwise, in words that can be shown."""
    match = _WRITTEN.fullmatch(" ".join(written.split()))
    if not match or not int(match[1]):
        raise ValueError('a period looks like "6 years" or "90 days", and is not nothing')
    period = Period(int(match[1]), "days" if match[2] == "day" else "years")
    if period.amount > (MOST_YEARS if period.unit == "years" else MOST_YEARS * 365):
        raise ValueError(f"a period is no longer than {MOST_YEARS} years")
    return period


def periods(written: Mapping[str, str]) -> dict[Kept, Period]:
    """The period of every kind: the organisation's own where it has one, the default elsewhere. ValueError as `period_from`."""
    return {kind: period_from(written[kind]) if kind in written else RULES[kind].period for kind in Kept}


RULES: dict[Kept, Rule] = {
    Kept.ENQUIRIES: Rule(
        Period(6, "years"),
        "the day it was closed",
        "everything typed, and who was involved; reference, dates, service area and outcome stay",
        "Limitation Act 1980, sections 2 and 5: most civil claims can be brought for six years",
    ),
    Kept.STATEMENTS: Rule(
        Period(6, "years"),
        "the day its enquiry was closed",
        "the words of every version, and what was written beside a yes or a check; who said yes and when stays with the enquiry",
        "as the enquiry, since it shows what was said and who agreed to it",
    ),
    Kept.NOTES: Rule(
        Period(2, "years"),
        "the day its enquiry was closed",
        "the notes as kept here; what people wrote in Slack follows Slack's own retention",
        "working notes: the decisions they led to are kept with the enquiry (UK GDPR article 5(1)(e))",
    ),
    Kept.STORIES: Rule(
        Period(3, "years"),
        "the day it was told, or declined",
        "everything typed; reference, dates, service area and outcome stay",
        "our suggestion: long enough to look back on, and no claim depends on it",
    ),
    Kept.CONSENTS: Rule(
        Period(6, "years"),
        "the day it ended or was withdrawn; without an end, the day its story's words went",
        "the whole record",
        "UK GDPR article 7(1): the organisation must be able to show that consent was given, for as long as a claim can be brought",
    ),
    Kept.SHARES: Rule(
        Period(2, "years"),
        "the day it was answered, taken back or shared",
        "everything typed, and who asked and answered; reference, kind, dates, light and rules stay",
        "our suggestion: long enough to show that somebody asked first",
    ),
    Kept.JOINT: Rule(
        Period(2, "years"),
        "the day the joint group answered",
        "everything typed, and who raised and answered it; reference, dates and the rule stay",
        "our suggestion: long enough to see which rules got in the way, again and again",
    ),
    Kept.JOURNALISTS: Rule(
        Period(2, "years"),
        "the day of their last enquiry",
        "name, number, address and notes",
        "our suggestion: people change newsrooms, and a number that old is of no use (UK GDPR article 5(1)(d) and (e))",
    ),
    Kept.LINES: Rule(
        Period(2, "years"),
        "the day it was retired; for one that nobody looked at again, the day it was to be reviewed",
        "topic, words, and who kept it; how often it was used stays",
        "our suggestion: words that nobody has looked at for so long are not to be given to anyone (UK GDPR article 5(1)(d) and (e))",
    ),
    Kept.ABSENCES: Rule(
        Period(1, "years"),
        "the day they were back",
        "the whole record: who was away, from when to when, and who stood in",
        "our suggestion: for so long somebody may ask why it was another person who was asked; staff data is kept no longer than that",
    ),
    Kept.PRESENCE: Rule(
        Period(90, "days"),
        "the day Slack last showed something of them",
        "the whole record, status and all; that an account was switched off stays for as long as its owner is named in the settings",
        "it says who can be reached now, and nothing that old says so any more (UK GDPR article 5(1)(d))",
    ),
    Kept.DELIVERIES: Rule(
        Period(90, "days"),
        "the day it was sent, or given up",
        "the whole record, once the message has been replaced or the words of its record have gone",
        "it holds no text; it says where a message stands, so that the message can be brought up to date",
    ),
    Kept.KEPT_WORDS: Rule(
        Period(2, "days"),
        "the moment they were typed",
        "the whole record",
        "they are only kept to be given back when a form would not open",
    ),
}
"""Every kind's default. Sources are named where there is one."""
