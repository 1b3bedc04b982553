"""Moments on paper: in full, in the organisation's zone, with the year, since paper is read years later."""

from datetime import date, datetime
from zoneinfo import ZoneInfo


def on_paper(at: datetime, zone: str) -> str:
    """4 March 2026, 10:12 GMT."""
    local = at.astimezone(ZoneInfo(zone))
    return f"{day(local)}, {local:%H:%M} {local.tzname()}"


def day(on: date) -> str:
    """4 March 2026."""
    return f"{on.day} {on:%B} {on.year}"


def iso(at: datetime | None, zone: str) -> str | None:
    """2026-03-04T10:12:00+00:00, in the zone."""
    return at.astimezone(ZoneInfo(zone)).isoformat(timespec="seconds") if at else None
