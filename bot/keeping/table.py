"""Many enquiries as a table. Of a restricted one only its reference, dates, service area and state, unless its words were asked for."""

from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, func, select

from bot.desk.work import Desk, Work, verb
from bot.keeping.moments import iso
from bot.keeping.trail import actor_in_words
from storage.enquiry import Enquiry
from storage.kinds import Status, Subject
from storage.organisation import Organisation, WorkingCalendar

PAGE = 500  # enquiries in memory at a time

DATES = ("raised_at", "deadline", "claimed_at", "responded_at", "closed_at")
OF_ALL = ("reference", *DATES, "service_area", "status", "restricted")
"""What is said of a restricted enquiry too."""

COLUMNS = (
    *OF_ALL, "outcome", "urgent", "deadline_met", "outlet", "journalist", "question", "terms", "raised_by", "officer", "lead",
    "response", "response_to", "responded_by", "outcome_note", "closed_by",
)  # fmt: skip

Row = dict[str, str | bool | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which enquiries: by the day they were raised (both days included), state, service area's key, officer's Slack id."""

    since: date | None = None
    until: date | None = None
    status: Status | None = None
    service_area: str = ""
    officer: str = ""

    def said(self) -> dict[str, object]:
        """What was asked for, for the audit trail."""
        return {name: str(value) for name, value in asdict(self).items() if value}


def count(desk: Desk, wanted: Wanted) -> int:
    """How many there are."""
    with desk.database.read() as session:
        asked = _asked(wanted, desk.organisation.calendar)
        return session.scalar(select(func.count()).select_from(Enquiry).where(*asked)) or 0


def rows(
    desk: Desk, wanted: Wanted, *, words: bool, first: Callable[[list[int]], object] | None = None
) -> Iterator[Row]:
    """The enquiries in order, a page in memory at a time.

    `words`: those of restricted ones too; then `first` is told which, before any of them is given out.
    """
    asked, after = _asked(wanted, desk.organisation.calendar), 0
    while True:
        page = select(Enquiry).where(*asked, Enquiry.id > after).order_by(Enquiry.id).limit(PAGE)
        with desk.database.read() as session:
            enquiries = list(session.scalars(page))
        if not enquiries:
            return
        restricted = [enquiry.id for enquiry in enquiries if enquiry.restricted]
        if words and restricted and first:
            first(restricted)
        for enquiry in enquiries:
            yield row(enquiry, desk.organisation, words=words)
        after = enquiries[-1].id


def row(enquiry: Enquiry, organisation: Organisation, *, words: bool) -> Row:
    """One enquiry's cells, by column. What may not be said is empty."""
    zone = organisation.calendar.zone
    made: Row = {
        "reference": enquiry.reference,
        **{name: iso(getattr(enquiry, name), zone) for name in DATES},
        "service_area": _area(organisation, enquiry.service_area),
        "status": enquiry.status.value,
        "restricted": enquiry.restricted,
    }
    if enquiry.restricted and not words:
        return {name: made.get(name) for name in COLUMNS}
    people = ("raised_by", "officer", "lead", "responded_by", "closed_by")
    texts = ("outlet", "journalist", "question", "response", "response_to", "outcome_note")
    made |= {name: _person(organisation, getattr(enquiry, name)) for name in people}
    made |= {name: getattr(enquiry, name) or None for name in texts}
    made |= {
        "outcome": enquiry.outcome.value if enquiry.outcome else None,
        "terms": enquiry.terms.value,
        "urgent": enquiry.urgent,
        "deadline_met": _met(enquiry),
    }
    return {name: made[name] for name in COLUMNS}


@verb
def note_export(work: Work, details: dict[str, object]) -> None:
    """The trail says what was exported, and by whom."""
    work.audit("close-ties", "exported", Subject.ORGANISATION, 1, details)


@verb
def note_restricted(work: Work, ids: list[int], details: dict[str, object]) -> None:
    """The trail of each restricted enquiry says that its words were exported."""
    for enquiry_id in ids:
        work.audit("close-ties", "exported", Subject.ENQUIRY, enquiry_id, details)


def _asked(wanted: Wanted, calendar: WorkingCalendar) -> list[ColumnElement[bool]]:
    asked: list[ColumnElement[bool]] = [Enquiry.practice.is_(False)]  # nobody had asked
    if wanted.since:
        asked.append(Enquiry.raised_at >= _midnight(wanted.since, calendar))
    if wanted.until:
        asked.append(Enquiry.raised_at < _midnight(wanted.until + timedelta(days=1), calendar))
    if wanted.status:
        asked.append(Enquiry.status == wanted.status)
    if wanted.service_area:
        asked.append(Enquiry.service_area == wanted.service_area)
    if wanted.officer:
        asked.append(Enquiry.officer == wanted.officer)
    return asked


def _midnight(on: date, calendar: WorkingCalendar) -> datetime:
    return datetime.combine(on, time(), ZoneInfo(calendar.zone)).astimezone(UTC)


def _area(organisation: Organisation, key: str) -> str | None:
    area = organisation.service_areas.get(key)
    return area.name if area else key or None


def _person(organisation: Organisation, person: str | None) -> str | None:
    return actor_in_words(person, organisation) if person else None


def _met(enquiry: Enquiry) -> Any:
    if enquiry.deadline is None or enquiry.responded_at is None:
        return None
    return enquiry.responded_at <= enquiry.deadline
