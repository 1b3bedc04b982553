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
Half = Literal["morning", "afternoon", "evening"]

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
HALVES: dict[str, Half] = {
    "morning": "morning",
    "afternoon": "afternoon",
    "evening": "evening",
    "tonight": "evening",
    "night": "evening",
}
MINUTES = {
    "5": 5,
    "five": 5,
    "10": 10,
    "ten": 10,
    "20": 20,
    "twenty": 20,
    "25": 25,
    "twenty-five": 25,
    "half": 30,
    "quarter": 15,
}
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
        oclock uk time local this coming in and say it's its needs need needed wants want answer reply response they he she
        pls plz thanks thank you thx cheers if possible urgent urgently exactly""",
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
    half: Half | None = None  # where in the day the hour is; it is not in what `recognise` gives back

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
    return _without_half(spoken) if spoken != Spoken() and _only_filler(rest) else None


def _without_half(spoken: Spoken) -> Spoken | None:
    """With an hour, a half of the day has had its say. By itself a morning ends at noon, and an evening may mean anything."""
    said = replace(spoken, half=None)
    if spoken.half is None or spoken.hour is not None:
        return said
    if spoken.after is not None or spoken.part is not None or spoken.end_of_day or spoken.half == "evening":
        return None
    return replace(said, hour=time(12)) if spoken.half == "morning" else replace(said, part="closing")


_ROUGHLY = re.compile(r"(\d|[ap]m|noon|midday|lunchtime) ?-?ish\b")
_MINUTES_TO = re.compile(r"\b(twenty[ -]five|twenty|ten|five|25|20)(?: minutes?)? to(?= \w)")
_MINUTES_PAST = re.compile(r"\b(twenty[ -]five|twenty|ten|five|25|20|10|5)(?: minutes?)? past(?= \w)")


def _in_figures(words: str) -> str:
    """Ten past and twenty to become half past's kin. "10 to 4" in figures is left alone: it may be from ten to four."""
    words = re.sub(r"\b(?:a )?couple of (?=hours|hrs|days)", "2 ", _ROUGHLY.sub(r"\1", words))
    words = _MINUTES_TO.sub(lambda said: f"{MINUTES[said[1].replace(' ', '-')]}m-to", words)
    words = _MINUTES_PAST.sub(lambda said: f"{MINUTES[said[1].replace(' ', '-')]}m-past", words)
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


def _next_hour(_match: re.Match[str], spoken: Spoken) -> Spoken | None:
    return replace(spoken, after=timedelta(hours=1)) if spoken.after is None else None


def _half_of_day(match: re.Match[str], spoken: Spoken) -> Spoken | None:
    """Read before the hour, which needs to know."""
    todays = match[1] == "tonight" or match[1].startswith("this ")
    if todays and spoken.days_ahead is not None:
        return None
    half = HALVES[match[1].removeprefix("this ")]
    return replace(spoken, half=half, days_ahead=0 if todays else spoken.days_ahead)


def _am_or_pm(match: re.Match[str], spoken: Spoken) -> Spoken | None:
    """By itself, as in "tomorrow am"."""
    half: Half = "morning" if match[1] == "a" else "afternoon"
    if spoken.half is not None or (spoken.hour is not None and (spoken.hour.hour < 12) != (half == "morning")):
        return None
    return replace(spoken, half=half)


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
    minutes = MINUTES[match[1]] if match[1] in MINUTES else int(match[1].removesuffix("m"))
    minutes = -minutes if match[2] == "to" else minutes
    hour = _hour(int(match[3]), 0, match[4], spoken.half, bare=True)
    if hour is None or spoken.hour is not None:
        return None
    total = (hour.hour * 60 + minutes) % (24 * 60)
    return replace(spoken, hour=time(total // 60, total % 60))


def _clock_time(match: re.Match[str], spoken: Spoken) -> Spoken | None:
    bare = not match[1].startswith("0")
    hour = _hour(int(match[1]), int(match[2] or 0), match[3], spoken.half, bare=bare)
    return replace(spoken, hour=hour) if hour is not None and spoken.hour is None else None


def _hour(hour: int, minute: int, meridiem: str | None, half: Half | None, *, bare: bool) -> time | None:
    """One to seven without am or pm is the afternoon: nobody's press deadline is four in the morning."""
    if minute > 59 or hour > 23 or (meridiem and not 1 <= hour <= 12):
        return None
    if meridiem:
        read = time(hour % 12 + (12 if meridiem.startswith("p") else 0), minute)
        return read if half is None or (read.hour < 12) == (half == "morning") else None
    if half is not None:
        return _in_half(hour, minute, half)
    return time(hour + 12 if bare and 1 <= hour <= 7 else hour, minute)


def _in_half(hour: int, minute: int, half: Half) -> time | None:
    """An hour of the morning, the afternoon or the evening. Twelve at night and ten in the afternoon are asked about."""
    earliest, latest = {"morning": (0, 11), "afternoon": (12, 18), "evening": (17, 23)}[half]
    read = hour + 12 if half != "morning" and hour < 12 else hour
    return time(read, minute) if earliest <= read <= latest else None


_MERIDIEM = r"(a\.?m\b\.?|p\.?m\b\.?)"
_MONTH = r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_COUNT = r"(?P<count>\b\d{1,3}(?:\.\d+)?|\ban?|\bthe(?: next)?)"
_UNIT = r"(?P<unit>minutes?|mins?|hours?|hrs?|h|days?)\b(?:'s? time)?(?P<half> and a half)?"

_TOMORROW = r"(?:tomorrow|tomorow|tommorow|tommorrow|tomoro|tomoz|tomo|tmrw|tmw|2moro|2morrow)"

# Longest and surest first: each takes its words away before the next one looks.
PATTERNS: tuple[tuple[re.Pattern[str], Reader], ...] = tuple(
    (re.compile(pattern), reader)
    for pattern, reader in (
        (r"\b(?:in |within )?(?:the )?next hour\b", _next_hour),
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
        (r"\bfirst thing(?: on)?(?= (?:next |this )?(?:mon|tue|wed|thu|fri|sat|sun))", _part("opening")),
        (rf"\bfirst thing(?: {_TOMORROW}(?: morning)?| in the morning)?\b", _day_word(1, "opening")),
        (
            r"\b(?:in the |at )?(?<!mid )(?<!mid-)(?<!early )((?:this )?(?:morning|afternoon|evening)|tonight|night)\b",
            _half_of_day,
        ),
        (r"\b(?:end of (?:the )?|eow\b)(?:this )?week\b|\beow\b", _end_of_week),
        (
            r"\b(?:end of (?:the )?(?:play|day|business|working day)|close of (?:play|business)|cob|cop|eop|eod)\b",
            _part("closing"),
        ),
        (r"\bend of (?=today|tomorrow|mon|tue|wed|thu|fri|sat|sun)", _part("closing")),
        (rf"\b(half|quarter|\d+m)(?:[ -](past|to)|(?<=half)) (\d{{1,2}})\b ?{_MERIDIEM}?", _half_past),
        (r"\b(?:12 ?)?(?:noon|midday)\b|\b(?<!after )lunch(?: ?time)?\b", _fixed(time(12))),
        (r"\b(?:12 ?)?midnight\b", _midnight),
        (rf"\b(\d{{1,2}})[:.](\d\d)(?: ?{_MERIDIEM})?(?: ?(?:hrs?|hours|h)\b)?(?![\d:/])", _clock_time),
        (rf"\b(\d{{1,2}})()? ?{_MERIDIEM}", _clock_time),
        (r"\b([01]\d|2[0-3])([0-5]\d) ?(?:hrs?|hours|h)?()?\b", _clock_time),
        (r"\b(\d{1,2})h(\d\d)()\b", _clock_time),
        (r"\b(gmt|bst)\b", _zone),
        (r"\btoday\b", _day_word(0)),
        (rf"\b{_TOMORROW}\b(?:'s)?", _day_word(1)),
        (r"\b(?:next |this |coming )?(mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b", _weekday),
        (r"(?:^|\bby |\bbefore |\bat |\babout |\baround )(\d{1,2})()?()?(?: o'?clock)?(?= |,|$)", _clock_time),
        (r"\b(\d{1,2})()?()? o'?clock\b", _clock_time),
        (r"^ +(\d{1,2})()?()? *$", _clock_time),
        (r"\b([ap])\.?m\b\.?", _am_or_pm),
    )
)
