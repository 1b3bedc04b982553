"""A timeline as an SVG: a row for each who is asked, a numbered mark for each nudge, the nights drawn narrow."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from html import escape

from bot.rules.nudge_policy import Asked
from bot.rules.working_time import is_working, next_opening, office_hours
from storage.organisation import WorkingCalendar
from tests.pictures.examples import LONDON, Example

WIDTH, LEFT, RIGHT, TOP, ROW, MARK = 960, 190, 40, 84, 34, 11
NIGHT = 60.0  # pixels, however long the office is shut
LANES = {
    Asked.OFFICER: "Press officer",
    Asked.LEAD: "Lead",
    Asked.DEPUTY: "Deputy",
    Asked.SECOND_DEPUTY: "Second deputy",
    Asked.HEAD: "Head of comms",
    Asked.RAISER: "Who raised it",
}
STYLE = (
    "text{font:13px system-ui,-apple-system,'Segoe UI',sans-serif;fill:#1b1b1b}"
    ".title{font-size:17px;font-weight:600}.small{font-size:12px;fill:#444}.number{font-size:12px;font-weight:600;fill:#fff}"
)


class Scale:
    """Where a moment stands: open hours at one scale, each time the office is shut a narrow band."""

    def __init__(self, example: Example, calendar: WorkingCalendar) -> None:
        last = max(one.at for one in example.asked)
        self.starts, self.ends = example.arrives, max(example.ends, last)
        self.stretches = list(_stretches(self.starts, self.ends, calendar, by_clock=example.urgent))
        shut = sum(not is_open for _, _, is_open in self.stretches)
        open_time = sum((end - start for start, end, is_open in self.stretches if is_open), timedelta())
        self._each = (WIDTH - LEFT - RIGHT - shut * NIGHT) / max(open_time.total_seconds(), 1)

    def x(self, at: datetime) -> float:
        """Pixels from the left edge."""
        place = float(LEFT)
        for start, end, is_open in self.stretches:
            whole = (end - start).total_seconds()
            wide = whole * self._each if is_open else NIGHT
            if at <= end:
                return place + wide * max((at - start).total_seconds(), 0) / max(whole, 1)
            place += wide
        return place


def _stretches(
    start: datetime, end: datetime, calendar: WorkingCalendar, *, by_clock: bool
) -> Iterable[tuple[datetime, datetime, bool]]:
    """The time from start to end, cut where the office opens and shuts."""
    if by_clock:
        yield start, end, True
        return
    at = start
    while at < end:
        if is_working(calendar, at):
            hours = office_hours(calendar, at.astimezone(LONDON).date())
            until = min(hours[1], end) if hours else end
            yield at, until, True
        else:
            until = min(next_opening(calendar, at), end)
            yield at, until, False
        at = until


def draw(example: Example, calendar: WorkingCalendar, said: str) -> str:
    """The picture. `said`: the same in a sentence, for those who hear it."""
    scale, lanes = Scale(example, calendar), _lanes(example)
    places, rows = _places(example, scale, lanes)
    height = TOP + sum(rows.values()) * ROW + 46
    bottom = height - 40
    labelled = f'aria-labelledby="{example.file}-title {example.file}-desc"'
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img" {labelled}>',
        f'<title id="{example.file}-title">{escape(example.title)}</title>',
        f'<desc id="{example.file}-desc">{escape(said)}</desc>',
        f"<style>{STYLE}</style>",
        f'<rect width="{WIDTH}" height="{height}" fill="#fff"/>',
        f'<text class="title" x="20" y="30">{escape(example.title)}</text>',
        *_nights(scale, bottom),
        *_rows(lanes, rows),
        *_ticks(scale, bottom),
        *_moment(scale.x(example.arrives), "comes in", bottom, "#1b1b1b", "start"),
        *_moment(scale.x(example.ends), "promised" if example.promised else "deadline", bottom, "#b00020", "end"),
        *_marks(places, example),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _lanes(example: Example) -> list[Asked]:
    return [one for one in LANES if any(each.asked == one for each in example.asked)]


def _places(example: Example, scale: Scale, lanes: list[Asked]) -> tuple[list[tuple[float, float]], dict[Asked, int]]:
    """Where each mark stands. Two of one row that would touch stand one below the other."""
    ends: dict[Asked, list[float]] = {lane: [] for lane in lanes}
    below: list[tuple[float, Asked, int]] = []
    for one in example.asked:
        x, taken = scale.x(one.at), ends[one.asked]
        row = next((place for place, last in enumerate(taken) if x - last >= 2 * MARK + 4), len(taken))
        taken[row : row + 1] = [x]
        below.append((x, one.asked, row))
    rows = {lane: len(ends[lane]) for lane in lanes}
    tops = {lane: TOP + sum(rows[other] for other in lanes[:place]) * ROW for place, lane in enumerate(lanes)}
    return [(x, tops[lane] + row * ROW + ROW / 2) for x, lane, row in below], rows


def _rows(lanes: list[Asked], rows: dict[Asked, int]) -> Iterable[str]:
    top = TOP
    for lane in lanes:
        middle = top + rows[lane] * ROW / 2 + 5
        yield f'<text x="20" y="{middle:.0f}">{LANES[lane]}</text>'
        top += rows[lane] * ROW
        yield f'<line x1="20" x2="{WIDTH - 20}" y1="{top}" y2="{top}" stroke="#d0d0d0"/>'


def _nights(scale: Scale, bottom: int) -> Iterable[str]:
    for start, end, is_open in scale.stretches:
        if not is_open:
            x, wide = scale.x(start), scale.x(end) - scale.x(start)
            yield f'<rect x="{x:.1f}" y="{TOP}" width="{wide:.1f}" height="{bottom - TOP}" fill="#e6e9f2"/>'
            yield f'<text class="small" x="{x + wide / 2:.1f}" y="{bottom + 32}" text-anchor="middle">shut</text>'


def _ticks(scale: Scale, bottom: int) -> Iterable[str]:
    """The full hours (the quarters where there are few), and the weekday where one begins."""
    step = timedelta(minutes=15) if scale.ends - scale.starts < timedelta(hours=2) else timedelta(hours=1)
    shown, at, last = None, scale.starts.astimezone(LONDON).replace(minute=0), -1e9
    while at <= scale.ends:
        is_open = any(is_open and start <= at <= end for start, end, is_open in scale.stretches)
        if is_open and scale.x(at) - last >= 44:
            x = last = scale.x(at)
            day = f"{at:%a} " if at.date() != shown else ""
            shown = at.date()
            yield f'<line x1="{x:.1f}" x2="{x:.1f}" y1="{bottom}" y2="{bottom + 5}" stroke="#444"/>'
            yield f'<text class="small" x="{x:.1f}" y="{bottom + 18}" text-anchor="middle">{day}{at:%H:%M}</text>'
        at = (at.astimezone(scale.ends.tzinfo) + step).astimezone(LONDON)


def _moment(x: float, words: str, bottom: int, colour: str, anchor: str) -> Iterable[str]:
    yield f'<line x1="{x:.1f}" x2="{x:.1f}" y1="{TOP - 10}" y2="{bottom}" stroke="{colour}" stroke-width="2"/>'
    yield f'<text x="{x:.1f}" y="{TOP - 18}" text-anchor="{anchor}" style="fill:{colour}">{words}</text>'


def _marks(places: list[tuple[float, float]], example: Example) -> Iterable[str]:
    for number, (x, y) in enumerate(places, 1):
        late = example.asked[number - 1].at >= example.ends
        yield f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{MARK}" fill="{"#b00020" if late else "#1d4f91"}"/>'
        yield f'<text class="number" x="{x:.1f}" y="{y + 4:.1f}" text-anchor="middle">{number}</text>'
