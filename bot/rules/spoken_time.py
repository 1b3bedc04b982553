"""How people say when: a small grammar for "4pm today", "by 4", "Friday 10am", "25/11 4pm". It knows no clock.

Words become a `Spoken`; `bot.rules.deadlines` turns that into a moment. Every word must be accounted for: what the grammar
does not know, it does not guess at, since a deadline misread is worse than a deadline asked for again.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import time, timedelta
from typing import Literal

DayPart = Literal["opening", "closing"]

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
NONE_GIVEN = frozenset(
    """none given;none;no deadline;no deadline given;not given;n/a;na;n.a;asap;as soon as possible;no;nil;nothing given;unknown
    not known;not known yet;not sure;don't know;dont know;none yet;no rush;not stated;didn't say;did not say;they didn't say;-;?""".replace(
        "\n    ", ";"
    ).split(";")
)
FILLER = frozenset(
    re.findall(
        r"\S+",
        """by before at for on the of no later than latest around about approx approximately roughly deadline is please sharp o'clock
        oclock uk time local this coming in and say it's its needs need needed wants want answer reply response they he she""",
    )
)


@dataclass(frozen=True, slots=True)
class Spoken:
    """What was said of a moment, each part by itself. `hour` is a local time; `after` counts from now."""

    hour: time | None = None
    end_of_day: bool = False  # midnight: the end of the day that was said
    part: DayPart | None = None
    days_ahead: int | None = None
    weekday: int | None = None  # Monday is 0
    day: int | None = None
    month: int | None = None
    year: int | None = None
    after: timedelta | None = None
    zone: str | None = None  # gmt or bst, where it was said

    @property
    def names_a_day(self) -> bool:
        """Whether a day was said, and not only a time."""
        return not (self.days_ahead is None and self.weekday is None and self.day is None)


Reader = Callable[[re.Match[str], Spoken], Spoken | None]


def is_none_given(words: str) -> bool:
    """Whether the words say that there is no deadline."""
    return tidy(words) in NONE_GIVEN


def tidy(words: str) -> str:
    """Lower case, single spaces, straight apostrophes, no punctuation at the ends."""
    plain = words.lower().replace("\u2019", "'").replace("\u2013", "-")
    return " ".join(plain.split()).strip(" .,;:!()") or plain.strip()


def recognise(words: str) -> Spoken | None:
    """What the words say of a moment, or None when any of them is not understood."""
    rest, spoken = _in_figures(tidy(words)), Spoken()
    for pattern, reader in PATTERNS:
        match = pattern.search(rest)
        if match is None:
            continue
        read = reader(match, spoken)
        if read is None:
            continue
        spoken, rest = read, f"{rest[: match.start()]} {rest[match.end() :]}"
    return spoken if spoken != Spoken() and _only_filler(rest) else None


def _in_figures(words: str) -> str:
    return re.sub(rf"\b({'|'.join(NUMBERS)})\b", lambda match: str(NUMBERS.index(match[1]) + 1), words)


def _only_filler(rest: str) -> bool:
    words = re.findall(r"[^\s,;()]+", rest)
    return all(word.strip(".:'-") in FILLER or not word.strip(".:'-") for word in words)


def _span(match: re.Match[str], spoken: Spoken) -> Spoken | None:
    """In 2 hours, in half an hour, within 90 minutes."""
    unit = match["unit"]
    size = (
        timedelta(minutes=1)
        if unit.startswith("min")
        else timedelta(hours=1)
        if unit.startswith("h")
        else timedelta(days=1)
    )
    count = float(match["count"]) if match["count"][0].isdigit() else 1
    half = timedelta(minutes=30) if match["half"] else timedelta()
    return replace(spoken, after=size * count + half)


def _half_hour(_match: re.Match[str], spoken: Spoken) -> Spoken | None:
    return replace(spoken, after=timedelta(minutes=30)) if spoken.after is None else None


def _iso_date(match: re.Match[str], spoken: Spoken) -> Spoken | None:
    return replace(spoken, year=int(match[1]), month=int(match[2]), day=int(match[3]))


def _numbered_date(match: re.Match[str], spoken: Spoken) -> Spoken | None:
    if spoken.day is not None or not 1 <= int(match[2]) <= 12:
        return None
    return replace(spoken, day=int(match[1]), month=int(match[2]), year=_year(match[3]))


def _day_month(match: re.Match[str], spoken: Spoken) -> Spoken | None:
    return replace(spoken, day=int(match[1]), month=MONTHS.index(match[2]) + 1, year=_year(match[3]))


def _month_day(match: re.Match[str], spoken: Spoken) -> Spoken | None:
    if spoken.day is not None:
        return None
    return replace(spoken, day=int(match[2]), month=MONTHS.index(match[1]) + 1, year=_year(match[3]))


def _day_of_month(match: re.Match[str], spoken: Spoken) -> Spoken | None:
    return replace(spoken, day=int(match[1])) if spoken.day is None else None


def _year(digits: str | None) -> int | None:
    if not digits:
        return None
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


def _day_word(ahead: int, part: DayPart | None = None, hour: time | None = None) -> Reader:
    def read(_match: re.Match[str], spoken: Spoken) -> Spoken | None:
        if spoken.days_ahead is not None:
            return None
        return replace(spoken, days_ahead=ahead, part=spoken.part or part, hour=spoken.hour or hour)

    return read


def _zone(match: re.Match[str], spoken: Spoken) -> Spoken | None:
    return replace(spoken, zone=match[1])


def _tonight(_match: re.Match[str], spoken: Spoken) -> Spoken | None:
    """Only with an hour: by itself it may mean six o'clock or midnight."""
    return replace(spoken, days_ahead=0) if spoken.hour or spoken.end_of_day else None


def _weekday(match: re.Match[str], spoken: Spoken) -> Spoken | None:
    index = next(index for index, name in enumerate(WEEKDAYS) if name.startswith(match[1][:3]))
    return replace(spoken, weekday=index)


def _end_of_week(_match: re.Match[str], spoken: Spoken) -> Spoken | None:
    return replace(spoken, weekday=4, part="closing") if not spoken.names_a_day else None


def _part(part: DayPart) -> Reader:
    return lambda _match, spoken: replace(spoken, part=part) if spoken.hour is None and spoken.part is None else None


def _fixed(hour: time) -> Reader:
    return lambda _match, spoken: replace(spoken, hour=hour) if spoken.hour is None and spoken.part is None else None


def _midnight(_match: re.Match[str], spoken: Spoken) -> Spoken | None:
    return replace(spoken, end_of_day=True) if spoken.hour is None else None


def _half_past(match: re.Match[str], spoken: Spoken) -> Spoken | None:
    minutes = {"half past": 30, "half": 30, "quarter past": 15, "quarter to": -15}[match[1]]
    hour = _hour(int(match[2]), 0, match[3], bare=True)
    if hour is None or spoken.hour is not None:
        return None
    total = (hour.hour * 60 + minutes) % (24 * 60)
    return replace(spoken, hour=time(total // 60, total % 60))


def _clock_time(match: re.Match[str], spoken: Spoken) -> Spoken | None:
    bare = not match[1].startswith("0")
    hour = _hour(int(match[1]), int(match[2] or 0), match[3], bare=bare)
    return replace(spoken, hour=hour) if hour is not None and spoken.hour is None else None


def _hour(hour: int, minute: int, half: str | None, *, bare: bool) -> time | None:
    """One to seven without am or pm is the afternoon: nobody's press deadline is four in the morning."""
    if minute > 59 or hour > 23 or (half and not 1 <= hour <= 12):
        return None
    if half:
        return time(hour % 12 + (12 if half.startswith("p") else 0), minute)
    return time(hour + 12 if bare and 1 <= hour <= 7 else hour, minute)


_MERIDIEM = r"(a\.?m\b\.?|p\.?m\b\.?)"
_MONTH = r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_COUNT = r"(?P<count>\b\d{1,3}(?:\.\d+)?|\ban?|\bthe(?: next)?)"
_UNIT = r"(?P<unit>minutes?|mins?|hours?|hrs?|h|days?)\b(?:'s? time)?(?P<half> and a half)?"

# Longest and surest first: each takes its words away before the next one looks.
PATTERNS: tuple[tuple[re.Pattern[str], Reader], ...] = tuple(
    (re.compile(pattern), reader)
    for pattern, reader in (
        (r"\b(?:in |within )?(?:the next )?half an hour(?:'s time)?\b(?! past)", _half_hour),
        (rf"\b(?:in|within) (?:the next )?{_COUNT} ?{_UNIT}", _span),
        (rf"^{_COUNT} ?{_UNIT}$", _span),
        (r"\b(\d{4})-(\d\d)-(\d\d)\b", _iso_date),
        (r"\b(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4}|\d\d)\b", _numbered_date),
        (r"\b(\d{1,2})/(\d{1,2})()?\b(?!/)", _numbered_date),
        (rf"\b(\d{{1,2}})(?:st|nd|rd|th)?(?: of)? {_MONTH}\b(?:,? (\d{{4}})\b)?", _day_month),
        (rf"\b{_MONTH} (\d{{1,2}})(?:st|nd|rd|th)?\b(?! ?[ap]\.?m|[:.]\d)(?:,? (\d{{4}})\b)?", _month_day),
        (r"\b(\d{1,2})(?:st|nd|rd|th)\b", _day_of_month),
        (r"\b(?:the )?day after tomorrow\b", _day_word(2)),
        (r"\bfirst thing (?:tomorrow|tmrw)(?: morning)?\b", _day_word(1, "opening")),
        (r"\b(?:end of (?:the )?|eow\b)(?:this )?week\b|\beow\b", _end_of_week),
        (
            r"\b(?:end of (?:the )?(?:play|day|business|working day)|close of (?:play|business)|cob|cop|eop|eod)\b",
            _part("closing"),
        ),
        (r"\bend of (?=today|tomorrow|mon|tue|wed|thu|fri|sat|sun)", _part("closing")),
        (rf"\b(half past|half|quarter past|quarter to) (\d{{1,2}})\b ?{_MERIDIEM}?", _half_past),
        (r"\b(?:12 ?)?(?:noon|midday)\b|\blunch ?time\b", _fixed(time(12))),
        (r"\b(?:12 ?)?midnight\b", _midnight),
        (rf"\b(\d{{1,2}})[:.](\d\d)(?: ?{_MERIDIEM})?(?: ?(?:hrs?|hours|h)\b)?(?![\d:/])", _clock_time),
        (rf"\b(\d{{1,2}})()? ?{_MERIDIEM}", _clock_time),
        (r"\b([01]\d|2[0-3])([0-5]\d) ?(?:hrs?|hours|h)?()?\b", _clock_time),
        (r"\b(?:this )?morning\b", _fixed(time(12))),
        (r"\b(?:this )?afternoon\b", _part("closing")),
        (r"\b(gmt|bst)\b", _zone),
        (r"\btoday\b", _day_word(0)),
        (r"\b(?:tonight|this evening)\b", _tonight),
        (r"\b(?:tomorrow|tomorow|tommorow|tommorrow|tmrw|tmw)\b(?:'s)?", _day_word(1)),
        (r"\b(?:next |this |coming )?(mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b", _weekday),
        (r"(?:^|\bby |\bbefore |\bat )(\d{1,2})()?()?(?: o'?clock)?(?= |,|$)", _clock_time),
        (r"\b(\d{1,2})()?()? o'?clock\b", _clock_time),
    )
)
